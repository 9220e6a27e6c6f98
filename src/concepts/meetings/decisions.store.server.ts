/** SQL of the decisions of groups: written once, when the minutes that hold them are approved. */
import { asc, eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import type { Transaction } from '#platform/change.server.ts';
import { decisionsIn, plainText } from './minutes.blocks.ts';
import { groupDecision } from './document.tables.server.ts';
import { writtenIn } from './written.store.server.ts';

/** Rows of one statement, which takes only so many values. */
const atOnce = 500;

export async function keepDecisions(tx: Transaction, meetingId: string, doc: Y.Doc): Promise<number> {
	const rows = writtenIn(doc)
		.flatMap(({ id, blocks }) => decisionsIn(blocks).map((d) => ({ itemId: id, d, wording: plainText(d.content) })))
		.filter(({ wording }) => wording)
		.map(({ itemId, d, wording }, i) => ({
			meetingId,
			position: i + 1,
			itemId,
			wording,
			result: d.result,
			votesYes: d.votes.yes,
			votesNo: d.votes.no,
			votesAbstained: d.votes.abstained
		}));
	for (let i = 0; i < rows.length; i += atOnce) await tx.insert(groupDecision).values(rows.slice(i, i + atOnce));
	return rows.length;
}
export type GroupDecisionRow = typeof groupDecision.$inferSelect;
export const decisionsOf = (tx: Transaction, meetingId: string): Promise<GroupDecisionRow[]> =>
	tx.select().from(groupDecision).where(eq(groupDecision.meetingId, meetingId)).orderBy(asc(groupDecision.position));

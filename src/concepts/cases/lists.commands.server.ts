/** The verbs of case lists: give in, take back. */
import { eq } from 'drizzle-orm';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { mayReadList, maySend, mayWithdrawList } from './lists.policy.ts';
import { gateOf, listCodes } from './lists.queries.server.ts';
import { faultOf, type ListUpload } from './lists.rules.ts';
import { caseList, caseListCount, caseListRow } from './lists.tables.server.ts';
import { faultWords } from './lists.words.ts';

/**
 * Stores what a browser let pass, after every check was made once more; one fault and nothing is stored.
 * The event tells that a list was given in, and nothing of it.
 */
export const sendList = (actor: Actor, upload: ListUpload): Promise<Result<{ id: string }>> =>
	change(actor, async ({ tx, record }) => {
		if (!isSomebody(actor) || !maySend(actor)) return no('forbidden');
		const fault = faultOf(upload, await gateOf(tx), await listCodes(tx), today());
		if (fault) return no('incomplete', [{ field: 'upload', message: faultWords[fault]() }]);
		const { period, rows, counts } = upload;
		const made = await tx
			.insert(caseList)
			.values({
				organisationId: actor.organisationId,
				filedById: actor.id,
				period,
				filedOn: today(),
				cases: rows.reduce((sum, r) => sum + r.cases, 0),
				createdAt: now()
			})
			.returning({ id: caseList.id });
		const listId = made[0]!.id;
		if (rows.length) await tx.insert(caseListRow).values(rows.map((row) => ({ ...row, listId })));
		if (counts.length) await tx.insert(caseListCount).values(counts.map((count) => ({ ...count, listId })));
		record('case_list.send', { type: 'case_list', id: listId });
		return yes({ id: listId });
	});

/** Nothing of it stays but the event. */
export const withdrawList = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	change(actor, async ({ tx, record }) => {
		const list = (await tx.select().from(caseList).where(eq(caseList.id, id)).for('update'))[0];
		if (!list || !mayReadList(actor, list)) return no('not_found');
		if (!mayWithdrawList(actor, list)) return no('forbidden');
		await tx.delete(caseList).where(eq(caseList.id, id));
		record('case_list.withdraw', { type: 'case_list', id });
		return yes({ id });
	});

/** The queue of the second person: what waits, how long, and how many hints its text holds – without author or carrier. */
import { inArray } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { dayOf, today } from '#platform/clock.ts';
import { casesPage, type CaseLine } from './list.queries.server.ts';
import { caseAnalysis } from './tables.server.ts';

export type QueueLine = Pick<CaseLine, 'id' | 'title' | 'legalDomains' | 'at'> & {
	/** whole days since it was submitted */
	days: number;
	hints: number | null;
};

/** One page, the oldest first; null for those who review nothing. */
export async function reviewQueue(actor: Actor, page: number): Promise<{ rows: QueueLine[]; total: number } | null> {
	const found = await casesPage(actor, 'review', page);
	if (!found) return null;
	const hints = await hintsIn(found.rows.map((r) => r.id));
	const rows = found.rows.map(({ id, title, legalDomains, at }) => ({
		id,
		title,
		legalDomains,
		at,
		days: at ? daysSince(at) : 0,
		hints: hints.get(id) ?? null
	}));
	return { rows, total: found.total };
}

/** As counted when they were handed in: the queue itself checks nothing, or it would hold up those who write. */
async function hintsIn(ids: readonly string[]): Promise<Map<string, number | null>> {
	const { id, hints } = caseAnalysis;
	const found = ids.length
		? await look((tx) =>
				tx
					.select({ id, hints })
					.from(caseAnalysis)
					.where(inArray(id, [...ids]))
			)
		: [];
	return new Map(found.map((row) => [row.id, row.hints]));
}

const daysSince = (at: Date): number => Math.round((Date.parse(today()) - Date.parse(dayOf(at))) / 86_400_000);

/** Grows the play world to the size of ten years: set-based, in the order in which things hang on each other. */
import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { growCases } from './cases.ts';
import { countyIn } from './county.ts';
import { growGaps } from './gaps.ts';
import { growFollows, growInboxes, growLog } from './log.ts';
import { growMandates, growMeetings, linkAgendas } from './meetings.ts';
import { growPeople } from './people.ts';
import { growProposals } from './proposals.ts';
import { growDecisions } from './steering.ts';

/** Gaps, proposals and events in all, the play world's included. */
export const wanted = { gaps: 20_000, proposals: 5_000, events: 300_000 };
const others = { cases: 3_000, mandates: 300 };

export async function grow(db: Db): Promise<void> {
	const c = await countyIn(db);
	const there = await db.execute<{ gaps: number; proposals: number }>(
		sql`select (select count(*) from service_gap)::int as gaps, (select count(*) from proposal)::int as proposals`
	);
	const { gaps: gapsThere, proposals: proposalsThere } = there.rows[0]!;
	await growPeople(c);
	const cases = await growCases(c, others.cases);
	const gaps = await growGaps(c, wanted.gaps - gapsThere, cases);
	const { meetings, items } = await growMeetings(c);
	const mandates = await growMandates(c, meetings, gaps, others.mandates);
	const proposals = await growProposals(c, wanted.proposals - proposalsThere, gaps, meetings, mandates);
	await linkAgendas(c, items, gaps, proposals);
	await growDecisions(c, proposals);
	await growLog(c, gaps, wanted.events);
	await growInboxes(c);
	await growFollows(c, gaps);
	for (const [name, last] of c.series)
		await db.execute(sql`insert into series (name, last) values (${name}, ${last})
			on conflict (name) do update set last = greatest(series.last, excluded.last)`);
	// what autovacuum does within minutes on a running hub
	await db.execute(sql`vacuum (analyze)`);
}

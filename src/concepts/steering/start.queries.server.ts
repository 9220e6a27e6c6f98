/** The start page of a role: what waits for me, what changed in what I follow, when we meet next. */
import { sql } from 'drizzle-orm';
import { isInside, isSomebody, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { labelKey, labelsIn, type Label } from './directory.queries.server.ts';
import { readable, type Readable } from './directory.rights.server.ts';
import { partsFor } from './start.roles.server.ts';
import { waitingIn } from './start.waiting.server.ts';
import type { WaitingGroup } from './start.ts';

export type News = { id: string; at: string; kind: string; data: EventData; label: Label };
export type NextMeeting = { id: string; title: string; at: string; state: string; body: string; place: string };
export type StartSeen = {
	waiting: WaitingGroup[];
	news: News[];
	/** False: nothing followed yet, so the news are those of the programme. */
	follows: boolean;
	meetings: NextMeeting[];
};
const shownNews = 8;

/** Six queries in one look; null before login. */
export const startPage = (actor: Actor): Promise<StartSeen | null> =>
	look(async (tx) => {
		if (!isSomebody(actor)) return null;
		const may = readable(actor);
		const settings = await settingsOf(tx);
		const waiting = await waitingIn(tx, partsFor(actor, may, settings));
		const followed = await followedNews(tx, actor.id);
		const rows = followed.length || !isInside(actor) ? followed : await programmeNews(tx);
		const labels = await labelsIn(tx, actor, rows.map(thingOf));
		const news = rows.flatMap(({ at, kind, data, ...r }) => {
			const label = labels.get(labelKey(thingOf(r)));
			return label ? [{ id: r.id, at, kind, data, label }] : [];
		});
		return {
			waiting,
			news: news.slice(0, shownNews),
			follows: followed.length > 0,
			meetings: await nextMeetings(tx, may)
		};
	});

type EventRow = { id: string; at: string; kind: string; type: string; thingId: string; data: EventData };
const thingOf = (r: { type: string; thingId: string }) => ({ type: r.type, id: r.thingId });
/** Comings and goings that are no news. */
const quiet = sql.raw(
	`('follow', 'unfollow', 'read', 'save', 'edit', 'write_minutes', 'write_document', 'write_together', 'note', 'reply', 'attendance', 'confirm_minutes', 'affects_us', 'take_back')`
);

/** What others did to the things somebody follows, the latest first. */
async function followedNews(tx: Transaction, accountId: string): Promise<EventRow[]> {
	const found =
		await tx.execute<EventRow>(sql`select e.id::text, e.at, e.kind, e.thing_type as type, e.thing_id::text as "thingId", e.data
		from (select thing_type, thing_id from follow where account_id = ${accountId}::uuid order by since desc limit 500) f
		join lateral (select * from event x where x.thing_type = f.thing_type and x.thing_id = f.thing_id
			and split_part(x.kind, '.', 2) not in ${quiet} and x.actor_id is distinct from ${accountId}::uuid order by x.id desc limit 4) e on true
		order by e.at desc, e.id desc limit ${shownNews * 2}`);
	return found.rows;
}

/** For those who follow nothing yet: the latest steps everybody in the programme may know of. */
async function programmeNews(tx: Transaction): Promise<EventRow[]> {
	const found =
		await tx.execute<EventRow>(sql`select id::text, at, kind, thing_type as type, thing_id::text as "thingId", data
		from (select * from event order by id desc limit 2000) e
		where kind in ('service_gap.create', 'service_gap.confirm', 'service_gap.prioritise', 'service_gap.solve', 'service_gap.implement', 'service_gap.close',
			'service_gap.reopen', 'decision.decide', 'decision.prioritise', 'measure.approve', 'case_analysis.release', 'case_analysis.evaluate')
		order by at desc, id desc limit ${shownNews * 2}`);
	return found.rows;
}

async function nextMeetings(tx: Transaction, may: Readable): Promise<NextMeeting[]> {
	const found = await tx.execute<NextMeeting>(sql`select id::text, title, starts_at as at, state, place,
		(select b.name from body b where b.id = meeting.body_id) as body from meeting
		where state in ('scheduled', 'invited', 'postponed', 'running') and starts_at >= ${today()}::date and ${may.meeting}
		order by starts_at limit 3`);
	return found.rows;
}

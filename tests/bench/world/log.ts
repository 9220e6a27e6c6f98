/** The event log of the grown county, chained by the hub's own hash, and what hangs on it: inboxes, follows, mail. */
import { sql } from 'drizzle-orm';
import { hashOf } from '#platform/change.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { follow, inboxItem, mail } from '#concepts/people/tables.server.ts';
import type { County, PlannedEvent } from './county.ts';
import { fill } from './fill.ts';
import type { Gap } from './gaps.ts';

const followsOfEach = 150;
const mails = 20_000;
const batch = 20_000;

/** Brings the log to exactly `wanted` events: a heavy gap has a long history of its own, the rest are edits and follows. */
export async function growLog(c: County, gaps: Gap[], wanted: number): Promise<void> {
	const { r } = c;
	const there = await c.db.execute<{ n: number; hash: string }>(
		sql`select (select count(*) from event)::int as n, (select hash from event order by id desc limit 1) as hash`
	);
	const { n, hash } = there.rows[0]!;
	for (const gap of gaps.filter((g) => g.heavy))
		for (let i = 0; i < 1200; i++) c.note(c.ago(r.below(3000)), r.pick(c.office).id, 'service_gap.edit', gap.id);
	while (c.events.length < wanted - n) {
		const gap = r.pick(gaps);
		const kind = r.chance(0.5) ? 'service_gap.edit' : 'service_gap.follow';
		c.note(c.ago(gap.days * (r.below(1000) / 1000)), r.pick(c.reporters).id, kind, gap.id);
	}
	if (c.events.length > wanted - n) throw new Error(`the grown county has ${c.events.length + n} events already`);
	await chain(c, hash);
}

async function chain(c: County, last: string): Promise<void> {
	let previousHash = last;
	c.events.sort((a, b) => a.at.getTime() - b.at.getTime());
	for (let from = 0; from < c.events.length; from += batch) {
		const rows = c.events.slice(from, from + batch).map((e: PlannedEvent) => {
			const row = { ...e, previousHash };
			previousHash = hashOf(row);
			return { ...row, hash: previousHash };
		});
		await fill(c.db, event, rows);
	}
}

/** Everybody was told of some hundred events, the cast of some thousand; nearly all of it is read. */
export async function growInboxes(c: County): Promise<void> {
	const cast = [...c.cast.values()].map((p) => p.id);
	const told = sql`select e.id as event_id, a.id as account_id, 'feedback' as note, e.at from
		(select id, row_number() over (order by id) as n, case when id = any(${sql.param(cast)}::uuid[]) then 100 else 1200 end as every
			from account) a
		join event e on e.id % a.every = a.n % a.every`;
	await c.db.execute(sql`insert into ${eventTell} (event_id, account_id, note, handed_on_at)
		select event_id, account_id, note, at from (${told}) t on conflict do nothing`);
	await c.db.execute(sql`insert into ${inboxItem} (account_id, event_id, note, created_at, read_at, mailed_at)
		select account_id, event_id, note, at, case when event_id % 25 <> 0 then at end, at from (${told}) t
		order by event_id on conflict do nothing`);
}

export async function growFollows(c: County, gaps: Gap[]): Promise<void> {
	const { r, w } = c;
	const rows = [...c.cast.values(), ...c.reporters].flatMap((p) =>
		r.some(gaps, followsOfEach).map((gap) => ({
			accountId: p.id,
			thingType: 'service_gap',
			thingId: gap.id,
			since: c.ago(gap.days * 0.5)
		}))
	);
	const once = new Map(rows.map((row) => [`${row.accountId} ${row.thingId}`, row]));
	await fill(c.db, follow, [...once.values()]);
	await fill(
		c.db,
		mail,
		Array.from({ length: mails }, (_, i) => ({
			toAddress: `person-${(i % 400) + 1}@bench.lueckenlos.example`,
			subject: `Lückenlos: ${w.compound()}`,
			body: w.sentences(2),
			createdAt: c.ago(1000 - i / 20),
			sentAt: c.ago(1000 - i / 20)
		}))
	);
}

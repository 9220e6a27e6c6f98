/** Meetings of ten years: the groups' every two months, the committee's four times a year. */
import { mandate } from '#concepts/bodies/tables.server.ts';
import { gapMandate } from '#concepts/gaps/tables.server.ts';
import { agendaItem, agendaLink, invitation, meeting, minutesVersion, task } from '#concepts/meetings/tables.server.ts';
import type { Body, County } from './county.ts';
import { fill } from './fill.ts';
import type { Gap } from './gaps.ts';

export type Meeting = { id: string; body: Body; days: number };
type Item = { id: string; bodyId: string; meetingId: string; state: 'done' | 'scheduled' };

const years = 10;
const itemsOfEach = 8;

export async function growMeetings(c: County): Promise<{ meetings: Meeting[]; items: Item[] }> {
	const { r, w } = c;
	const meetings = [...c.groups, c.committee].flatMap((body) => {
		const every = body === c.committee ? 91 : 61;
		const past = Array.from({ length: Math.floor((years * 365) / every) }, (_, i) => (i + 1) * every);
		return [-40, ...past].map((days) => ({ id: r.uuid(), body, days: days + r.below(20) }));
	});
	await fill(
		c.db,
		meeting,
		meetings.map((m) => ({
			id: m.id,
			bodyId: m.body.id,
			title: `Sitzung zum Thema ${w.compound()}`,
			startsAt: c.ago(m.days),
			endsAt: c.ago(m.days - 0.1),
			place: `Kreishaus, Raum ${r.below(90) + 10}`,
			state: m.days > 0 ? ('closed' as const) : ('scheduled' as const),
			invitedAt: c.ago(m.days + 14),
			minutes: m.days > 0 ? w.sentences(12) : '',
			minutesState: m.days > 0 ? ('approved' as const) : ('drafting' as const),
			createdAt: c.ago(m.days + 30),
			updatedAt: c.ago(m.days - 5)
		}))
	);
	const items = meetings.flatMap((m) =>
		Array.from({ length: itemsOfEach }, (_, position): Item & Record<string, unknown> => ({
			id: r.uuid(),
			bodyId: m.body.id,
			meetingId: m.id,
			position,
			kind: 'discussion',
			title: w.title(),
			state: m.days > 0 ? 'done' : 'scheduled',
			result: m.days > 0 ? w.sentences(1) : '',
			createdAt: c.ago(m.days + 20)
		}))
	);
	await fill(c.db, agendaItem, items as unknown as (typeof agendaItem.$inferInsert)[]);
	await growAround(c, meetings, items);
	for (const m of meetings) {
		const leads = r.pick(c.office).id;
		c.note(c.ago(m.days + 30), leads, 'meeting.create', m.id);
		c.note(c.ago(m.days + 14), leads, 'meeting.invite', m.id);
		if (m.days > 0) c.note(c.ago(m.days - 5), leads, 'meeting.close', m.id);
	}
	return { meetings, items };
}

async function growAround(c: County, meetings: Meeting[], items: Item[]): Promise<void> {
	const { r, w } = c;
	const past = meetings.filter((m) => m.days > 0);
	const invited = meetings.flatMap((m) => [...new Set(m.body.members)].map((p) => ({ m, accountId: p.id })));
	await fill(
		c.db,
		invitation,
		invited.map(({ m, accountId }) => ({
			meetingId: m.id,
			accountId,
			invitedAt: c.ago(m.days + 14),
			reply: 'accepted' as const,
			attendance: m.days > 0 ? ('present' as const) : ('unknown' as const)
		}))
	);
	await fill(
		c.db,
		minutesVersion,
		past.map((m) => ({
			meetingId: m.id,
			version: 1,
			html: `<p>${w.sentences(12)}</p>`,
			hash: r.uuid().replaceAll('-', '').repeat(2),
			approvedAt: c.ago(m.days - 5),
			approvedBy: r.pick(c.office).id
		}))
	);
	await fill(
		c.db,
		task,
		items.slice(0, 4000).map((item, i) => ({
			bodyId: item.bodyId,
			meetingId: item.meetingId,
			itemId: item.id,
			title: w.title(),
			assigneeId: i % 10 === 0 ? r.pick([...c.cast.values()]).id : r.pick(c.reporters).id,
			dueOn: c.dayAgo(r.below(600) - 60),
			state: r.chance(0.9) ? ('done' as const) : ('open' as const),
			createdAt: c.ago(r.below(900)),
			doneAt: c.ago(r.below(600))
		}))
	);
}

/** Mandates of the committee, each for a few gaps. */
export async function growMandates(c: County, meetings: Meeting[], gaps: Gap[], count: number): Promise<string[]> {
	const { r, w } = c;
	const sittings = meetings.filter((m) => m.body === c.committee && m.days > 0);
	const rows = Array.from({ length: count }, () => {
		const given = r.pick(sittings);
		return {
			id: r.uuid(),
			number: c.number('M', c.ago(given.days)),
			bodyId: r.pick(c.groups).id,
			goal: w.resolution(),
			dueOn: c.dayAgo(given.days - 180),
			state: r.chance(0.9) ? ('accepted_by_committee' as const) : ('in_work' as const),
			meetingId: given.id,
			givenAt: c.ago(given.days)
		};
	});
	await fill(c.db, mandate, rows);
	const pairs = rows.flatMap((row) => r.some(gaps, 4).map((gap) => ({ gapId: gap.id, mandateId: row.id })));
	await fill(c.db, gapMandate, pairs);
	for (const row of rows) c.note(row.givenAt, c.committee.members[0]!.id, 'mandate.give', row.id);
	return rows.map((row) => row.id);
}

/** What the meetings spoke about. */
export async function linkAgendas(c: County, items: Item[], gaps: Gap[], proposals: { id: string }[]): Promise<void> {
	const { r } = c;
	const links = items.flatMap((item) => {
		const about = item.bodyId === c.committee.id ? r.some(proposals, 2) : r.some(gaps, 2);
		const thingType = item.bodyId === c.committee.id ? ('proposal' as const) : ('service_gap' as const);
		return about.map((thing) => ({ itemId: item.id, thingType, thingId: thing.id }));
	});
	const heavy = gaps.filter((g) => g.heavy);
	const often = items
		.filter((item) => item.bodyId !== c.committee.id)
		.slice(0, 400)
		.map((item, i) => ({ itemId: item.id, thingType: 'service_gap' as const, thingId: heavy[i % heavy.length]!.id }));
	const all = new Map([...links, ...often].map((link) => [`${link.itemId} ${link.thingId}`, link]));
	await fill(c.db, agendaLink, [...all.values()]);
}

// A circulation vote from start to the next agenda; nobody votes twice, nothing is decided twice, a demand stops it at once.
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { membership } from '#concepts/bodies/tables.server.ts';
import { agendaItem } from '#concepts/meetings/tables.server.ts';
import { setting } from '#concepts/people/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { look } from '#platform/change.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aMeasure, aMeeting, admitted, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import {
	castVote,
	demandSitting,
	endCirculation,
	remindVoters,
	startCirculation
} from './circulation.commands.server.ts';
import { circulationPage, openCirculations } from './circulation.queries.server.ts';
import { circulation, circulationVote } from './committee.tables.server.ts';
import { controlRows } from './control.queries.server.ts';
import { decide } from './commands.server.ts';
import { endCirculations, remindOfCirculations } from './jobs.server.ts';
import { setConflict } from './listing.commands.server.ts';
import { listedOf } from './listing.store.server.ts';
import { decisionPage, decisionsPage } from './queries.server.ts';
import { decision, measure } from './tables.server.ts';

let db: TestDatabase;
let w: World;
const day = 86_400_000;
const start = new Date('2027-02-01T09:00:00Z');
beforeAll(async () => {
	setClock(start);
	db = await testDatabase({ max: 12 });
	w = await world();
});
beforeEach(() => setClock(start));
afterAll(async () => {
	setClock(null);
	await db.close();
});

const later = (days: number) => setClock(new Date(start.getTime() + days * day));
async function circulating(options: { until?: number } = {}) {
	const p = await admitted(w);
	const untilOn = addDays(today(), options.until ?? 7);
	const c = sure(await startCirculation(w.koordination, given(p.id, { untilOn })));
	return { id: c.id, proposalId: p.id, gapIds: p.gapIds };
}
const given = (proposalId: string, more: object = {}) => ({
	proposalId,
	untilOn: addDays(today(), 7),
	reason: 'Der Kurs beginnt vor der nächsten Sitzung.',
	measure: aMeasure(w),
	...more
});
const yes = { vote: 'yes' as const, reason: '' };
const no = { vote: 'no' as const, reason: 'Zu teuer' };
const stateOf = async (id: string) =>
	(await (await database()).select().from(circulation).where(eq(circulation.id, id)))[0]!.state;
const proposalState = async (id: string) =>
	(await (await database()).select().from(proposal).where(eq(proposal.id, id)))[0]!.state;
const decisionOf = async (circulationId: string) =>
	(await (await database()).select().from(decision).where(eq(decision.circulationId, circulationId)))[0];
const told = async (thingId: string, kind: string) =>
	(
		await (
			await database()
		)
			.select({ to: eventTell.accountId, note: eventTell.note })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(and(eq(event.thingId, thingId), eq(event.kind, kind)))
	).sort((a, b) => (a.to < b.to ? -1 : 1));
const numbers = async () =>
	(
		await (
			await database()
		)
			.select({ n: decision.number })
			.from(decision)
			.where(sql`number like 'LG-2027/1-B%'`)
	)
		.map((r) => Number(r.n.split('-B')[1]))
		.sort((a, b) => a - b);

describe('starting', () => {
	test('the office, for an admitted proposal, with a period, a reason and a measure', async () => {
		const p = await admitted(w);
		for (const [who, why] of [
			[w.vorsitz, 'forbidden'],
			[w.mitglied, 'forbidden'],
			[w.nobody, 'not_found']
		] as const)
			expect(await startCirculation(who, given(p.id))).toMatchObject({ ok: false, why });
		const lacking: [object, string][] = [
			[{ untilOn: addDays(today(), 6) }, 'untilOn'],
			[{ reason: ' ' }, 'reason'],
			[{ measure: { ...aMeasure(w), contactId: '' } }, 'contactId'],
			[{ measure: { ...aMeasure(w), dueOn: addDays(today(), 3) } }, 'measureDueOn']
		];
		for (const [more, field] of lacking) {
			const answer = await startCirculation(w.koordination, given(p.id, more));
			expect(answer.ok ? [] : answer.issues.map((i) => i.field)).toContain(field);
		}
		const { id } = sure(await startCirculation(w.koordination, given(p.id)));
		expect(await proposalState(p.id)).toBe('in_circulation');
		expect(await told(id, 'circulation.start')).toEqual(
			[w.vorsitz.id, w.lenkung.id].sort().map((to) => ({ to, note: 'deadline' }))
		);
		expect(await startCirculation(w.koordination, given(p.id))).toMatchObject({ ok: false, why: 'wrong_state' });
		const s = await scheduled(w);
		expect(await startCirculation(w.koordination, given(s.id))).toMatchObject({ ok: false, why: 'wrong_state' });
	});

	test('of several starts at once one begins', async () => {
		const p = await admitted(w);
		const all = await Promise.all(Array.from({ length: 6 }, () => startCirculation(w.koordination, given(p.id))));
		expect(all.filter((r) => r.ok)).toHaveLength(1);
	});
});

describe('voting', () => {
	test('members vote and change their vote until the last day; others do not, nor who has a conflict of interest', async () => {
		const c = await circulating();
		sure(await castVote(w.vorsitz, c.id, no));
		sure(await castVote(w.vorsitz, c.id, yes));
		expect(await castVote(w.koordination, c.id, yes)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await castVote(w.mitglied, c.id, yes)).toMatchObject({ ok: false, why: 'not_found' });
		sure(await setConflict(w.lenkung, c.proposalId, w.lenkung.id, true));
		expect(await castVote(w.lenkung, c.id, yes)).toMatchObject({ ok: false, why: 'forbidden' });
		const seen = await circulationPage(w.vorsitz, c.id);
		expect(seen).toMatchObject({ tally: { yes: 1, no: 0, abstained: 0 }, voters: 1, may: { vote: true } });
		expect(await circulationPage(w.fallmanagementA, c.id)).toBeNull();
		const mine = await look((tx) => openCirculations(tx, w.lenkung));
		expect(mine.find((x) => x.id === c.id)).toMatchObject({ asked: false });
		later(8);
		expect(await castVote(w.vorsitz, c.id, no)).toMatchObject({ ok: false, why: 'wrong_state' });
	});

	test('where the county lets them vote, a conflict of interest shows, is named, is taken back again', async () => {
		const sqlDb = await database();
		await sqlDb.insert(setting).values({ key: 'conflictedMembersVote', value: true });
		const meetingId = await aMeeting(w);
		try {
			const c = await circulating();
			sure(await setConflict(w.lenkung, c.proposalId, w.lenkung.id, true));
			expect(await circulationPage(w.lenkung, c.id)).toMatchObject({
				conflictsVote: true,
				conflictedVoting: [w.lenkung.name],
				may: { vote: true, conflict: true, conflicted: true }
			});
			expect(await circulationPage(w.vorsitz, c.id)).toMatchObject({ may: { conflicted: false } });
			sure(await setConflict(w.lenkung, c.proposalId, w.lenkung.id, false));
			expect(await circulationPage(w.lenkung, c.id)).toMatchObject({ may: { conflicted: false } });
			sure(await setConflict(w.lenkung, c.proposalId, w.lenkung.id, true));
			await sqlDb.execute(
				sql`update meeting set starts_at = ${new Date(start.getTime() + 40 * day)} where id = ${meetingId}`
			);
			for (const who of [w.vorsitz, w.lenkung]) sure(await castVote(who, c.id, yes));
			later(8);
			sure(await endCirculation(c.id));
			const { rows } = await sqlDb.execute<{ minutes: string }>(
				sql`select minutes from meeting where id = ${meetingId}`
			);
			expect(rows[0]!.minutes).toContain(`Befangen, mit Stimme: ${w.lenkung.name}`);
		} finally {
			await setMeeting(meetingId, 'cancelled');
			await sqlDb.delete(setting).where(eq(setting.key, 'conflictedMembersVote'));
		}
	});

	test('those missing are reminded once, two days before', async () => {
		const c = await circulating();
		sure(await castVote(w.vorsitz, c.id, yes));
		expect(await remindVoters(c.id)).toMatchObject({ ok: false, why: 'wrong_state' });
		later(5);
		await remindOfCirculations();
		await remindOfCirculations();
		expect(await told(c.id, 'circulation.remind')).toEqual([{ to: w.lenkung.id, note: 'deadline' }]);
	});
});

describe('its end', () => {
	test('adopted: a decision without a meeting, numbered on, with its measure, on the next agenda', async () => {
		const meetingId = await aMeeting(w);
		await (
			await database()
		).execute(sql`update meeting set starts_at = ${new Date(start.getTime() + 40 * day)} where id = ${meetingId}`);
		const before = await numbers();
		const c = await circulating();
		sure(await castVote(w.vorsitz, c.id, yes));
		sure(await castVote(w.lenkung, c.id, { vote: 'abstain', reason: '' }));
		expect(await endCirculation(c.id)).toMatchObject({ ok: false, why: 'wrong_state' });
		later(8);
		await endCirculations();
		const d = (await decisionOf(c.id))!;
		expect(d).toMatchObject({
			meetingId: null,
			result: 'adopted',
			votesYes: 1,
			votesAbstained: 1,
			present: 2,
			voters: 2
		});
		// those of earlier tests that were over ended with it
		const all = await numbers();
		expect(all).toEqual(all.map((_, i) => i + 1));
		expect(all.length).toBeGreaterThan(before.length);
		expect([await stateOf(c.id), await proposalState(c.proposalId)]).toEqual(['adopted', 'decided']);
		expect(await (await database()).select().from(measure).where(eq(measure.decisionId, d.id))).toHaveLength(1);
		const items = await (
			await database()
		)
			.select()
			.from(agendaItem)
			.where(and(eq(agendaItem.meetingId, meetingId), eq(agendaItem.kind, 'acknowledgement')));
		expect(items.filter((i) => i.title.includes(d.number))).toHaveLength(1);
		const { rows } = await (
			await database()
		).execute<{ minutes: string }>(sql`select minutes from meeting where id = ${meetingId}`);
		expect(rows[0]!.minutes).toContain(d.wording);
		expect(rows[0]!.minutes).toContain('1 Ja, 0 Nein, 1 Enthaltung');
		// all that reads decisions knows it
		expect((await decisionPage(w.lenkung, d.id))!.around).toMatchObject({
			meeting: null,
			committee: 'Lenkungsgruppe KIM'
		});
		expect((await decisionsPage(w.mitglied, 1))!.rows.map((r) => r.id)).toContain(d.id);
		const listed = await controlRows(w.koordination, { tab: 'open', organisationId: '', meetingId: '' });
		expect(listed!.map((r) => r.decisionId)).toContain(d.id);
		await (await database()).execute(sql`update meeting set state = 'cancelled' where id = ${meetingId}`);
	});

	test('with no meeting ahead the acknowledgement waits in the backlog', async () => {
		const c = await circulating();
		sure(await castVote(w.vorsitz, c.id, yes));
		later(8);
		sure(await endCirculation(c.id));
		const d = (await decisionOf(c.id))!;
		const items = await (
			await database()
		)
			.select()
			.from(agendaItem)
			.where(and(eq(agendaItem.bodyId, w.committee), eq(agendaItem.state, 'backlog')));
		expect(items.filter((i) => i.title.includes(d.number))).toHaveLength(1);
	});

	test('no majority, or too few: it goes to the next meeting, to be discussed', async () => {
		const c = await circulating();
		sure(await castVote(w.vorsitz, c.id, no));
		later(8);
		const meetingId = await aMeeting(w);
		sure(await endCirculation(c.id));
		expect(await stateOf(c.id)).toBe('not_adopted');
		expect(await proposalState(c.proposalId)).toBe('scheduled');
		const listed = (await look((tx) => listedOf(tx, meetingId, [c.proposalId]))).get(c.proposalId);
		expect(listed).toMatchObject({ list: 'discussion', reason: 'circulated' });
		await setMeeting(meetingId, 'cancelled');
	});

	test('any voting member demands a meeting, and it stops at once', async () => {
		const c = await circulating();
		sure(await castVote(w.vorsitz, c.id, yes));
		expect(await demandSitting(w.koordination, c.id, '')).toMatchObject({ ok: false, why: 'forbidden' });
		sure(await demandSitting(w.lenkung, c.id, 'Das müssen wir besprechen.'));
		expect([await stateOf(c.id), await proposalState(c.proposalId)]).toEqual(['stopped', 'admitted']);
		expect(await castVote(w.vorsitz, c.id, yes)).toMatchObject({ ok: false, why: 'wrong_state' });
		later(8);
		expect(await endCirculation(c.id)).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await decisionOf(c.id)).toBeUndefined();
	});

	test('while it runs no meeting decides it', async () => {
		const c = await circulating();
		const input = {
			proposalId: c.proposalId,
			result: 'rejected' as const,
			wording: 'Nein',
			reason: 'x',
			target: '',
			targetOn: null,
			measures: []
		};
		expect(await decide(w.vorsitz, input)).toMatchObject({ ok: false, why: 'wrong_state' });
	});
});

describe('races', () => {
	test('two closings at once on two connections: one decision, no hole', async () => {
		for (let round = 0; round < 5; round++) {
			setClock(start);
			const c = await circulating();
			sure(await castVote(w.vorsitz, c.id, yes));
			later(8);
			const all = await Promise.all([endCirculation(c.id), endCirculation(c.id)]);
			expect(all.filter((r) => r.ok)).toHaveLength(1);
		}
		expect(await numbers()).toEqual((await numbers()).map((_, i) => i + 1));
	});

	test('a vote against the closing: it counts, or it is refused', async () => {
		for (let round = 0; round < 5; round++) {
			setClock(start);
			const c = await circulating();
			sure(await castVote(w.vorsitz, c.id, yes));
			// the row is held open on another connection; vote and closing both wait for it
			const sqlDb = await database();
			let release = () => {};
			const held = new Promise<void>((done) => (release = done));
			const holding = sqlDb.transaction(async (tx) => {
				await tx.select().from(circulation).where(eq(circulation.id, c.id)).for('update');
				await held;
			});
			await new Promise((r) => setTimeout(r, 20));
			const voting = castVote(w.lenkung, c.id, no);
			await new Promise((r) => setTimeout(r, 10));
			later(8);
			const closing = endCirculation(c.id);
			await new Promise((r) => setTimeout(r, 10));
			release();
			await holding;
			const [vote, end] = await Promise.all([voting, closing]);
			expect(end.ok).toBe(true);
			const cast = await sqlDb.select().from(circulationVote).where(eq(circulationVote.circulationId, c.id));
			expect(cast).toHaveLength(vote.ok ? 2 : 1);
			expect(await stateOf(c.id)).toBe(vote.ok ? 'not_adopted' : 'adopted');
		}
	});

	test('a demand against the closing: one of them, never both', async () => {
		for (let round = 0; round < 5; round++) {
			setClock(start);
			const c = await circulating();
			sure(await castVote(w.vorsitz, c.id, yes));
			const sqlDb = await database();
			// the demand has come in time and waits; meanwhile the day ends
			let release = () => {};
			const held = new Promise<void>((done) => (release = done));
			const holding = sqlDb.transaction(async (tx) => {
				await tx.select().from(circulation).where(eq(circulation.id, c.id)).for('update');
				await held;
			});
			await new Promise((r) => setTimeout(r, 20));
			const demanding = demandSitting(w.lenkung, c.id, '');
			if (round % 2) later(8);
			const closing = round % 2 ? endCirculation(c.id) : Promise.resolve({ ok: false as const });
			release();
			await holding;
			const [demand, end] = await Promise.all([demanding, closing]);
			expect(demand.ok && end.ok).toBe(false);
			expect(Boolean(await decisionOf(c.id))).toBe(end.ok);
		}
	});
});

test('counts as on its last day, however late it is settled: seats that end then, and a measure due the day after', async () => {
	const p = await admitted(w);
	const untilOn = addDays(today(), 7);
	const measureInput = { ...aMeasure(w), dueOn: addDays(untilOn, 1) };
	const { id } = sure(await startCirculation(w.koordination, given(p.id, { untilOn, measure: measureInput })));
	sure(await castVote(w.vorsitz, id, yes));
	sure(await castVote(w.lenkung, id, yes));
	const seat = and(eq(membership.accountId, w.lenkung.id), eq(membership.bodyId, w.committee));
	const sqlDb = await database();
	await sqlDb.update(membership).set({ untilOn }).where(seat);
	try {
		later(30);
		await endCirculations();
		expect(await stateOf(id)).toBe('adopted');
		expect(await decisionOf(id)).toMatchObject({ votesYes: 2, voters: 2 });
	} finally {
		await sqlDb.update(membership).set({ untilOn: null }).where(seat);
	}
});

/** Bodies and mandates on the real database: rules, rights, seats that follow the day, mandates with their way. */
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { event } from '#platform/events.tables.server.ts';
import { fits } from '#platform/step.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { edit, endSeat, found, give, join, takeBodyStep, takeMandateStep } from './commands.server.ts';
import { bodies, bodyPage, mandatePage, membersOf } from './queries.server.ts';
import { isInterimOverdue, isMandateOverdue, mandateStates, mandateSteps, type MandateStep } from './rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(() => setClock(null));
const mandate = async (a: Actor = w.vorsitz) =>
	value(await give(a, { bodyId: w.group, goal: 'Lösung für Kinderbetreuung', dueOn: addDays(today(), 90) })).id;

describe('the rules of mandates', () => {
	it('say for each step where it may start', () => {
		const table = Object.fromEntries(
			(Object.keys(mandateSteps) as MandateStep[]).map((s) => [
				s,
				`${mandateStates.filter((x) => fits(mandateSteps[s], x)).join(',')}>${mandateSteps[s].to}`
			])
		);
		expect(table).toEqual({
			accept: 'given>accepted',
			start: 'accepted,returned>in_work',
			report_interim: 'accepted,in_work,extended,returned>in_work',
			report: 'accepted,in_work,extended,returned>reported',
			approve: 'reported>accepted_by_committee',
			return: 'reported>returned',
			extend: 'given,accepted,in_work,extended,returned>extended',
			withdraw: 'given,accepted,in_work,reported,extended,returned>withdrawn'
		});
	});
	it('call it overdue from the day after, while the group still owes its report', () => {
		expect(isMandateOverdue({ state: 'in_work', dueOn: '2026-12-01' }, '2026-12-01')).toBe(false);
		expect(isMandateOverdue({ state: 'in_work', dueOn: '2026-12-01' }, '2026-12-02')).toBe(true);
		expect(isMandateOverdue({ state: 'reported', dueOn: '2026-12-01' }, '2026-12-02')).toBe(false);
	});
});

describe('rights', () => {
	const allowed = async (run: (a: Actor) => Promise<{ ok: boolean; why?: string }>) => {
		const names: string[] = [];
		for (const [name, a] of w.everyone) {
			const r = await run(a);
			if (r.ok || r.why === 'wrong_state' || r.why === 'incomplete') names.push(name);
		}
		return names;
	};
	it('let the office found and edit bodies', async () => {
		expect(await allowed((a) => found(a, { kind: 'topic_group', name: ' ', purpose: '' }))).toEqual([
			'koordination',
			'koordination2'
		]);
		expect(await allowed((a) => edit(a, w.group, { name: ' ', purpose: '' }))).toEqual([
			'koordination',
			'koordination2'
		]);
	});
	it('let the committee’s chair and the office give a mandate and accept its report, the group’s chair report', async () => {
		const id = await mandate();
		const committee = ['koordination', 'koordination2', 'vorsitz'];
		expect(await allowed((a) => give(a, { bodyId: w.group, goal: '', dueOn: '2020-01-01' }))).toEqual(committee);
		expect(await allowed((a) => takeMandateStep(a, id, 'approve'))).toEqual(committee);
		expect(await allowed((a) => takeMandateStep(a, id, 'report'))).toEqual(['koordination', 'koordination2']);
	});
	it('let those inside know of bodies; others find nothing', async () => {
		const readers = [];
		for (const [name, a] of w.everyone) if (await bodyPage(a, w.topicGroup)) readers.push(name);
		expect(readers).toEqual([
			'fallmanagementA',
			'fallmanagementB',
			'fachkraft',
			'koordination',
			'koordination2',
			'pruefung',
			'mitglied',
			'vorsitz',
			'lenkung'
		]);
		expect((await bodyPage(w.fallmanagementA, w.topicGroup))!.work).toBe(false);
		expect((await bodies(w.mitglied)).map((b) => b.mine)).toEqual([true, true, false]);
		expect(await bodyPage(w.koordination, 'x')).toBeNull();
	});
});

describe('seats', () => {
	it('give rights from their first to their last day, without anybody doing anything', async () => {
		const seat = {
			accountId: w.pruefung.id,
			function: 'member' as const,
			organisationId: w.organisations.county,
			fromOn: addDays(today(), 10),
			untilOn: null
		};
		const membershipId = value(await join(w.koordination, w.group, seat));
		const sits = async () => (await w.again(w.pruefung)).seats.some((s) => s.bodyId === w.group);
		expect(await sits()).toBe(false);
		setClock(new Date(Date.now() + 11 * 86_400_000));
		expect(await sits()).toBe(true);
		expect((await membersOf(await tx(), w.group)).map((m) => m.accountId)).toContain(w.pruefung.id);
		value(await endSeat(w.koordination, w.group, membershipId, today()));
		expect(await sits()).toBe(true);
		setClock(new Date(Date.now() + 13 * 86_400_000));
		expect(await sits()).toBe(false);
		const kinds = (await db.db.select().from(event).where(eq(event.thingId, w.group))).map((e) => e.kind);
		expect(kinds).toEqual(['body.join', 'body.leave']);
	});
	it('are held once at a time', async () => {
		const seat = {
			accountId: w.mitglied.id,
			function: 'member' as const,
			organisationId: w.organisations.courses,
			fromOn: today(),
			untilOn: null
		};
		expect(await join(w.koordination, w.group, seat)).toMatchObject({ ok: false, why: 'conflict' });
		const twice = { ...seat, accountId: w.federfuehrung.id };
		const results = await Promise.all([join(w.koordination, w.group, twice), join(w.koordination2, w.group, twice)]);
		expect(results.filter((r) => r.ok)).toHaveLength(1);
	});
	it('are not filled in a closed body', async () => {
		const id = value(await found(w.koordination, { kind: 'topic_group', name: 'Wohnen', purpose: '' }));
		value(await takeBodyStep(w.koordination, id, 'close'));
		const seat = {
			accountId: w.mitglied.id,
			function: 'member' as const,
			organisationId: w.organisations.courses,
			fromOn: today(),
			untilOn: null
		};
		expect(await join(w.koordination, id, seat)).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await give(w.vorsitz, { bodyId: id, goal: 'x', dueOn: addDays(today(), 5) })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
	});
});

describe('the interim report', () => {
	it('lies before the final one, and is late only until it is there', () => {
		const asked = { state: 'in_work', interimDueOn: '2026-05-01', interimReportedAt: null } as const;
		expect(isInterimOverdue(asked, '2026-05-01')).toBe(false);
		expect(isInterimOverdue(asked, '2026-05-02')).toBe(true);
		expect(isInterimOverdue({ ...asked, interimReportedAt: new Date() }, '2026-05-02')).toBe(false);
		expect(isInterimOverdue({ ...asked, state: 'withdrawn' }, '2026-05-02')).toBe(false);
	});
	it('is refused where it would come after the final report', async () => {
		const given = { bodyId: w.group, goal: 'Etwas klären', dueOn: addDays(today(), 30) };
		const late = await give(w.vorsitz, { ...given, interimDueOn: addDays(today(), 30) });
		expect(late).toMatchObject({ ok: false, why: 'incomplete', issues: [{ field: 'interimDueOn' }] });
		expect((await give(w.vorsitz, { ...given, interimDueOn: addDays(today(), 10) })).ok).toBe(true);
	});
});

describe('a mandate', () => {
	it('goes from given to accepted by the committee, each step an event', async () => {
		const id = await mandate();
		expect(await takeMandateStep(w.koordination, id, 'report', { text: 'x' })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
		value(await takeMandateStep(w.koordination, id, 'accept'));
		value(await takeMandateStep(w.koordination, id, 'report_interim', { text: 'Halbzeit.' }));
		expect(await takeMandateStep(w.koordination, id, 'report', { text: ' ' })).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'text' }]
		});
		value(await takeMandateStep(w.koordination, id, 'report', { text: 'Fertig.' }));
		value(await takeMandateStep(w.vorsitz, id, 'return', { text: 'Kosten fehlen.' }));
		value(await takeMandateStep(w.koordination, id, 'report', { text: 'Mit Kosten.' }));
		value(await takeMandateStep(w.vorsitz, id, 'approve'));
		const page = (await mandatePage(w.lenkung, id))!;
		expect(page).toMatchObject({
			state: 'accepted_by_committee',
			finalReport: 'Mit Kosten.',
			interimReport: 'Halbzeit.',
			remark: 'Kosten fehlen.',
			steps: []
		});
		expect(page.history.map((e) => e.kind.split('.')[1])).toEqual([
			'give',
			'accept',
			'report_interim',
			'report',
			'return',
			'report',
			'approve'
		]);
	});
	it('is extended to a later day only', async () => {
		const id = await mandate();
		const { dueOn } = (await mandatePage(w.vorsitz, id))!;
		expect(await takeMandateStep(w.vorsitz, id, 'extend', { text: 'mehr Zeit', dueOn })).toMatchObject({
			ok: false,
			why: 'incomplete',
			issues: [{ field: 'dueOn' }]
		});
		value(await takeMandateStep(w.vorsitz, id, 'extend', { text: 'mehr Zeit', dueOn: addDays(dueOn, 30) }));
		expect((await mandatePage(w.vorsitz, id))!.dueOn).toBe(addDays(dueOn, 30));
	});
	it('is accepted once when two accept at the same time, and numbered without holes', async () => {
		const id = await mandate();
		const results = await Promise.all([
			takeMandateStep(w.koordination, id, 'accept'),
			takeMandateStep(w.koordination2, id, 'accept')
		]);
		expect(results.filter((r) => r.ok)).toHaveLength(1);
		const numbers = await Promise.all(
			[1, 2, 3].map(async () => (await mandatePage(w.vorsitz, await mandate()))!.number)
		);
		expect(new Set(numbers).size).toBe(3);
		expect(numbers[0]).toMatch(/^M-\d{4}-\d{3}$/);
	});
	it('cannot be given to the committee itself', async () => {
		expect(await give(w.vorsitz, { bodyId: w.committee, goal: 'x', dueOn: addDays(today(), 5) })).toMatchObject({
			ok: false,
			why: 'incomplete'
		});
	});
});

const tx = () => Promise.resolve(db.db as unknown as Parameters<typeof membersOf>[0]);

// Deadlines: what was referred comes back by a day, what was postponed on one, and whoever has something due is reminded once.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { give, takeMandateStep } from '#concepts/bodies/mandates.commands.server.ts';
import { account } from '#concepts/people/tables.server.ts';
import { take } from '#concepts/proposals/commands.server.ts';
import { remindOfReturns } from '#concepts/proposals/jobs.server.ts';
import { workbench } from '#concepts/proposals/queries.server.ts';
import { addDays, setClock } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aMeasure, aMeeting, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { decide, type Deciding } from './commands.server.ts';
import { controlList, type ControlFilter } from './control.queries.server.ts';
import { remindOfDeadlines } from './jobs.server.ts';
import { takeMeasureStep } from './measures.commands.server.ts';
import { remindOfMeasure } from './measures.reminders.server.ts';
import { effects, gate2Results } from './rules.ts';
import { startPage } from './start.queries.server.ts';
import { measure } from './tables.server.ts';
import { targetOnHint, targetOnHints } from './words.ts';

const connections = 12;
let db: TestDatabase;
let w: World;
const open: ControlFilter = { tab: 'open', organisationId: '', meetingId: '' };
const overdue: ControlFilter = { ...open, tab: 'overdue' };
beforeAll(async () => {
	db = await testDatabase({ max: connections });
	w = await world();
});
beforeEach(() => setClock(null));
afterAll(async () => {
	setClock(null);
	await db.close();
});

const start = new Date();
/** So many days from now, whatever the clock says. */
const inDays = (n: number) => addDays(start.toISOString().slice(0, 10), n);
const goTo = (n: number) => setClock(new Date(start.getTime() + n * 86_400_000));
const deciding = (proposalId: string, more: Partial<Deciding>): Deciding => ({
	proposalId,
	result: 'referred',
	wording: 'Die Themengruppe Wohnen arbeitet es aus.',
	reason: 'Zuerst die Räume',
	target: 'Themengruppe Wohnen',
	targetOn: inDays(60),
	measures: [],
	...more
});
const referred = async () => {
	const p = await scheduled(w);
	const d = sure(await decide(w.vorsitz, deciding(p.id, {})));
	return { ...p, decisionId: d.id };
};
const rowOf = async (f: ControlFilter, decisionId: string) =>
	(await controlList(w.lenkung, f, 1))!.rows.find((r) => r.decisionId === decisionId);
/** Kind and whom it told, of all reminders about a thing. */
async function reminders(id: string): Promise<[string, string[]][]> {
	const db = await database();
	const found = await db.select().from(event).where(eq(event.thingId, id)).orderBy(event.id);
	const said: [string, string[]][] = [];
	for (const e of found.filter((x) => /soon|overdue/.test(x.kind))) {
		const told = await db
			.select({ to: eventTell.accountId })
			.from(eventTell)
			.where(and(eq(eventTell.eventId, e.id), eq(eventTell.note, 'deadline')));
		said.push([e.kind, told.map((t) => t.to)]);
	}
	return said;
}

describe('what is referred', () => {
	test('comes back by its day: on the workbench, among what waits, on the control list', async () => {
		const p = await referred();
		const page = (await workbench(w.mitglied, p.id))!;
		expect(page.returned).toEqual({ dueOn: inDays(60), days: 60, overdue: false });
		expect(page.proposal.returnComment).toBe('Themengruppe Wohnen – Zuerst die Räume');
		expect(await rowOf(open, p.decisionId)).toMatchObject({
			until: inDays(60),
			overdue: false,
			what: 'Themengruppe Wohnen'
		});
		expect((await rowOf(open, p.decisionId))!.who).not.toBe('');
		goTo(61);
		expect(await rowOf(overdue, p.decisionId)).toMatchObject({ overdue: true });
		const late = (await startPage(w.koordination))!.waiting.find((g) => g.kind === 'proposals_returned');
		expect(late!.items.map((i) => i.id)).toContain(p.id);
	});
	test('is off the list once it is submitted again, and stays off when the office gives it back for something else', async () => {
		const p = await referred();
		for (const step of ['recommend', 'submit'] as const) sure(await take(w.koordination, p.id, step));
		expect((await workbench(w.mitglied, p.id))!.returned).toBeNull();
		expect(await rowOf(open, p.decisionId)).toBeUndefined();
		sure(await take(w.koordination, p.id, 'return', { comment: 'Kosten fehlen' }));
		expect(await rowOf(open, p.decisionId)).toBeUndefined();
	});
	test('of two decisions on the same proposal the later one waits', async () => {
		const p = await scheduled(w);
		const first = sure(await decide(w.vorsitz, deciding(p.id, { result: 'postponed', target: '' })));
		sure(await take(w.koordination, p.id, 'admit'));
		const meetingId = await aMeeting(w);
		sure(await take(w.koordination, p.id, 'schedule', { meetingId }));
		await setMeeting(meetingId, 'running');
		const second = sure(
			await decide(w.vorsitz, deciding(p.id, { result: 'postponed', target: '', targetOn: inDays(90) }))
		);
		expect(await rowOf(open, first.id)).toBeUndefined();
		expect(await rowOf(open, second.id)).toMatchObject({ until: inDays(90) });
	});
	test('the group hears before the day, the office, too, after it – each once', async () => {
		const p = await referred();
		goTo(50);
		await remindOfReturns();
		expect(await reminders(p.id)).toEqual([]);
		goTo(54);
		await Promise.all([remindOfReturns(), remindOfReturns()]);
		goTo(61);
		await Promise.all([remindOfReturns(), remindOfReturns()]);
		const said = await reminders(p.id);
		expect(said.map(([kind]) => kind)).toEqual(['proposal.return_soon', 'proposal.return_overdue']);
		expect(said[0]![1]).toContain(w.mitglied.id);
		expect(said[0]![1]).not.toContain(w.federfuehrung.id);
		expect(said[1]![1]).toEqual(expect.arrayContaining([w.mitglied.id, w.koordination.id]));
	});
});

test('each result with a day says what happens on it', () => {
	const withDay = gate2Results.filter((r) => (effects[r].needs as readonly string[]).includes('targetOn'));
	expect(Object.keys(targetOnHints).sort()).toEqual([...withDay].sort());
	expect(targetOnHint('referred')).toContain('erinnert');
	for (const result of ['postponed', 'passed_on']) {
		expect(targetOnHint(result)).not.toContain('erinnert');
		expect(targetOnHint(result)).toContain('Startseite der Geschäftsstelle');
	}
	expect(targetOnHint('adopted')).not.toContain('erinnert');
});

test('what was postponed waits for the office from its day on', async () => {
	const p = await scheduled(w);
	sure(await decide(w.vorsitz, deciding(p.id, { result: 'postponed', target: '', targetOn: inDays(30) })));
	const waits = async () =>
		((await startPage(w.koordination))!.waiting.find((g) => g.kind === 'proposals_admit')?.items ?? []).some(
			(i) => i.id === p.id
		);
	expect(await waits()).toBe(false);
	goTo(30);
	expect(await waits()).toBe(true);
	const group = (await startPage(w.koordination))!.waiting.find((g) => g.kind === 'proposals_admit')!;
	expect(group.items.find((i) => i.id === p.id)!.on).toBe(inDays(30));
});

describe('a measure', () => {
	test('is reminded of before its day and after it, once each; a new day counts anew', async () => {
		const p = await scheduled(w);
		const adopting = { result: 'adopted' as const, target: '', targetOn: null };
		const prepared = { ...aMeasure(w), deputyId: null, dueOn: inDays(40) };
		const d = sure(await decide(w.vorsitz, deciding(p.id, { ...adopting, measures: [prepared] })));
		const sql = await database();
		const [row] = await sql.select().from(measure).where(eq(measure.decisionId, d.id));
		const id = row!.id;
		await remindOfDeadlines();
		expect(await reminders(id)).toEqual([]);
		goTo(35);
		await Promise.all([remindOfDeadlines(), remindOfDeadlines()]);
		expect(await reminders(id)).toEqual([['measure.soon', [w.federfuehrung.id]]]);
		sure(await takeMeasureStep(w.federfuehrung, id, 'accept'));
		const asking = { delayReason: 'Räume fehlen', dueOn: inDays(80) };
		sure(await takeMeasureStep(w.federfuehrung, id, 'request_extension', asking));
		sure(await takeMeasureStep(w.koordination, id, 'grant_extension'));
		goTo(75);
		await remindOfDeadlines();
		goTo(81);
		await remindOfDeadlines();
		const said = await reminders(id);
		expect(said.map(([kind]) => kind)).toEqual(['measure.soon', 'measure.soon', 'measure.overdue']);
		expect(said[2]![1]).toEqual(expect.arrayContaining([w.federfuehrung.id, w.koordination.id]));
		expect(said[2]![1]).not.toContain(w.fachkraft.id);
	});
});

describe('a mandate', () => {
	test('reminds of the interim report, then of the final one', async () => {
		const given = { bodyId: w.group, goal: 'Übergang klären', dueOn: inDays(120), interimDueOn: inDays(60) };
		const { id } = sure(await give(w.koordination, given));
		sure(await takeMandateStep(w.koordination2, id, 'accept'));
		goTo(55);
		await remindOfDeadlines();
		goTo(61);
		await remindOfDeadlines();
		sure(await takeMandateStep(w.koordination2, id, 'report_interim', { text: 'Die Hälfte' }));
		await remindOfDeadlines();
		goTo(115);
		await Promise.all([remindOfDeadlines(), remindOfDeadlines()]);
		const said = await reminders(id);
		expect(said.map(([kind]) => kind)).toEqual(['mandate.interim_soon', 'mandate.interim_overdue', 'mandate.soon']);
		expect(said[2]![1]).toContain(w.koordination2.id);
		sure(await takeMandateStep(w.koordination2, id, 'report', { text: 'Fertig' }));
		goTo(130);
		await remindOfDeadlines();
		expect(await reminders(id)).toHaveLength(3);
	});
	test('reminds of the final report although the interim one was never given', async () => {
		const { id } = await aMandate();
		goTo(61);
		await remindOfDeadlines();
		goTo(115);
		await remindOfDeadlines();
		await remindOfDeadlines();
		expect((await reminders(id)).map(([kind]) => kind)).toEqual(['mandate.interim_overdue', 'mandate.soon']);
	});
	test('that fails holds up no other, nor any measure', async () => {
		const { id } = await aMandate();
		const adopting = { result: 'adopted' as const, target: '', targetOn: null };
		const due = { ...aMeasure(w), dueOn: inDays(40) };
		const d = sure(await decide(w.vorsitz, deciding((await scheduled(w)).id, { ...adopting, measures: [due] })));
		const sqlDb = await database();
		const [row] = await sqlDb.select().from(measure).where(eq(measure.decisionId, d.id));
		await sqlDb.execute(sql`create function fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
		await sqlDb.execute(
			sql.raw(
				`create trigger fail before insert on event for each row when (new.thing_id = '${id}') execute function fail()`
			)
		);
		try {
			goTo(55);
			await expect(remindOfDeadlines()).rejects.toThrow();
			expect(await reminders(id)).toEqual([]);
			expect((await reminders(row!.id)).map(([kind]) => kind)).toEqual(['measure.overdue']);
		} finally {
			await sqlDb.execute(sql`drop trigger fail on event`);
			await sqlDb.execute(sql`drop function fail()`);
		}
	});
	const aMandate = async () => {
		const given = { bodyId: w.group, goal: 'Übergang klären', dueOn: inDays(120), interimDueOn: inDays(60) };
		const made = sure(await give(w.koordination, given));
		sure(await takeMandateStep(w.koordination2, made.id, 'accept'));
		return made;
	};
});

test('a closed account hears of no deadline, whatever it is about', async () => {
	const p = await referred();
	const given = { bodyId: w.group, goal: 'Übergang klären', dueOn: inDays(60), interimDueOn: null };
	const mandate = sure(await give(w.koordination, given));
	const due = { ...aMeasure(w), dueOn: inDays(60) };
	const adopting = { result: 'adopted' as const, target: '', targetOn: null, measures: [due] };
	const d = sure(await decide(w.vorsitz, deciding((await scheduled(w)).id, adopting)));
	const sqlDb = await database();
	const [row] = await sqlDb.select().from(measure).where(eq(measure.decisionId, d.id));
	const gone = [w.mitglied.id, w.koordination2.id, w.federfuehrung.id];
	await sqlDb.update(account).set({ state: 'closed' }).where(inArray(account.id, gone));
	try {
		goTo(55);
		await remindOfReturns();
		await remindOfDeadlines();
		for (const id of [p.id, mandate.id, row!.id]) {
			const said = await reminders(id);
			expect(said).toHaveLength(1);
			for (const one of gone) expect(said[0]![1]).not.toContain(one);
		}
	} finally {
		await sqlDb.update(account).set({ state: 'active' }).where(inArray(account.id, gone));
	}
});

test('a reminder needs one connection, so as many at once as there are wait for no other', async () => {
	const due = { ...aMeasure(w), dueOn: inDays(40) };
	const adopting = { result: 'adopted' as const, target: '', targetOn: null, measures: [due] };
	const d = sure(await decide(w.vorsitz, deciding((await scheduled(w)).id, adopting)));
	const [row] = await (await database()).select().from(measure).where(eq(measure.decisionId, d.id));
	goTo(35);
	const all = await Promise.all(Array.from({ length: connections }, () => remindOfMeasure(row!.id)));
	expect(all.filter((r) => r.ok)).toHaveLength(1);
});

// The office's desk on the real database: splitting, coding many at once, and taking the last step back while nobody went on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { confirmGap } from './commands.server.ts';
import { contributionsPage } from './contributions.queries.server.ts';
import { gapPage } from './gap.queries.server.ts';
import { askSender, assignToGap, assignToNewGap, declineReport, markUrgent } from './intake.commands.server.ts';
import { intakePage, intakeReport, nextInQueue } from './intake.queries.server.ts';
import { codingChanges, daysOver, isSplit, newIn } from './intake.rules.ts';
import { answerQuery, submitReport, withdrawReport } from './report.commands.server.ts';
import { reportPage } from './reports.queries.server.ts';
import { noFields, type ReportFields } from './rules.ts';
import { codeReports, splitReport } from './triage.commands.server.ts';
import { undoStep } from './undo.commands.server.ts';
import { affectsUs, followGap } from './voices.commands.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const rows = async <T extends Record<string, unknown>>(q: ReturnType<typeof sql>): Promise<T[]> =>
	(await (await database()).execute<T>(q)).rows as T[];
const why = (r: { ok: boolean; why?: string }) => (r.ok ? 'ok' : r.why);
const fields: ReportFields = {
	...noFields,
	text: 'Es fehlt eine Beratung am Abend. Und ein Bus dorthin.',
	phase: 'IK05',
	gapType: 'GT03',
	legalDomains: ['SGB8'],
	municipality: '05566076',
	idea: 'Ein Abendtermin.'
};
const report = async (by: Actor, more: Partial<ReportFields> = {}) =>
	value(await submitReport(by, crypto.randomUUID(), { ...fields, ...more })).id;
const text = {
	title: 'Beratung am Abend fehlt',
	description: 'Wer arbeitet, findet keine.',
	gapType: 'GT03',
	legalDomains: ['SGB8'],
	phases: ['IK05'],
	municipalities: [] as string[]
};
const gapOf = async (by: Actor) => value(await assignToNewGap(w.koordination2, await report(by), text)).gapId;
const lastStep = async (who: Actor) => (await intakePage(who))!.lastStep;
const undo = async (who: Actor) => undoStep(who, (await lastStep(who))!.id);
/** Everything a step may change, but for the moment of the change. */
const image = async (id: string) =>
	(
		await rows(
			sql`select state, text, urgent, phase, gap_type, legal_domains, gap_id, answer, decline_reason, settled_at, text_before_split,
			(select count(*) from report_message m where m.report_id = r.id) as messages,
			(select count(*) from gap_report p where p.split_from_id = r.id) as parts from gap_report r where id = ${id}`
		)
	)[0];
const tellsFor = async (kind: string, id: string) =>
	(
		await rows<{ to: string }>(
			sql`select t.account_id as to from event e join event_tell t on t.event_id = e.id where e.kind = ${kind} and e.thing_id = ${id}`
		)
	).map((r) => r.to);

describe('small decisions', () => {
	test('what is left empty is not coded', () => {
		expect(codingChanges({ phase: '', gapType: '', legalDomains: [] })).toEqual({});
		expect(codingChanges({ phase: 'IK01', gapType: '', legalDomains: ['SGB2'] })).toEqual({
			phase: 'IK01',
			legalDomains: ['SGB2']
		});
	});
	test('what is new, what is over, what is two', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.array(fc.string()), (had, added) => {
				expect(new Set([...had, ...newIn(had, added)])).toEqual(new Set([...had, ...added]));
				expect(newIn(had, added).some((x) => had.includes(x))).toBe(false);
			})
		);
		expect([9, 10, 11, 13].map((n) => daysOver(n, 10))).toEqual([0, 0, 1, 3]);
		expect([isSplit('a', 'b'), isSplit('a', ' a '), isSplit(' ', 'b'), isSplit('a', '')]).toEqual([
			true,
			false,
			false,
			false
		]);
	});
});

describe('the queue', () => {
	test('leads from one report to the next, past what is settled, and round again', async () => {
		const [a, b, c] = [await report(w.fallmanagementA), await report(w.fallmanagementB), await report(w.fachkraft)];
		await rows(sql`update gap_report set submitted_at = now() - interval '90 days' where id = ${a}`);
		await rows(sql`update gap_report set submitted_at = now() - interval '80 days' where id = ${b}`);
		await rows(sql`update gap_report set submitted_at = now() - interval '70 days' where id = ${c}`);
		expect(await nextInQueue(w.koordination, a)).toBe(b);
		value(await declineReport(w.koordination, b, 'other', 'Danke.'));
		expect(await nextInQueue(w.koordination, a)).toBe(c);
		expect(await nextInQueue(w.koordination, b)).toBe(c);
		expect(await nextInQueue(w.koordination, c)).toBe(a);
		expect(await intakeReport(w.koordination, c)).toMatchObject({ position: 2, previous: a, next: a });
		expect((await intakeReport(w.koordination, a))!.daysOver).toBeGreaterThan(40);
		for (const who of [w.fallmanagementA, w.lenkung, w.admin, w.nobody]) expect(await nextInQueue(who, a)).toBe('');
	});
});

describe('coding many at once', () => {
	test('sets what was chosen, leaves the rest, all or none', async () => {
		const ids = [await report(w.fallmanagementA), await report(w.fallmanagementB), await report(w.fachkraft)];
		const coding = { phase: '', gapType: 'GT11', legalDomains: ['SGB2', 'SGB3'] };
		expect(why(await codeReports(w.koordination, [], coding))).toBe('incomplete');
		expect(why(await codeReports(w.koordination, ids, { phase: '', gapType: '', legalDomains: [] }))).toBe(
			'incomplete'
		);
		expect(await codeReports(w.koordination, ids, { ...coding, gapType: 'GT77' })).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'gapType' }]
		});
		for (const who of [w.fallmanagementA, w.lenkung, w.admin, w.nobody])
			expect(why(await codeReports(who, ids, coding))).toBe('not_found');
		value(await codeReports(w.koordination, [...ids, ids[0]!], coding));
		for (const id of ids)
			expect(await image(id)).toMatchObject({ phase: 'IK05', gap_type: 'GT11', legal_domains: ['SGB2', 'SGB3'] });
		value(await undo(w.koordination));
		for (const id of ids) expect(await image(id)).toMatchObject({ gap_type: 'GT03', legal_domains: ['SGB8'] });
		value(await declineReport(w.koordination2, ids[1]!, 'other', 'Danke.'));
		expect(why(await codeReports(w.koordination, ids, coding))).toBe('conflict');
		expect(await image(ids[0]!)).toMatchObject({ gap_type: 'GT03' });
	});
	test('drafts of others cannot be coded, nor be told from nothing', async () => {
		const draft = value(await submitReport(w.fallmanagementA, crypto.randomUUID(), fields)).id;
		await rows(sql`update gap_report set state = 'draft' where id = ${draft}`);
		const coding = { phase: 'IK01', gapType: '', legalDomains: [] };
		const answers = await Promise.all(
			[draft, crypto.randomUUID()].map((id) => codeReports(w.koordination, [id], coding))
		);
		expect(answers[0]).toEqual(answers[1]);
		expect(why(answers[0]!)).toBe('not_found');
	});
});

describe('splitting', () => {
	test('makes two reports of one sender, whose words are kept and who hears of it', async () => {
		const id = await report(w.fallmanagementA, { urgent: true });
		const parts = {
			first: 'Es fehlt eine Beratung am Abend.',
			second: 'Es fehlt ein Bus.',
			phase: '',
			gapType: 'GT11',
			legalDomains: []
		};
		expect(await splitReport(w.koordination, id, { ...parts, second: ' ' })).toMatchObject({
			issues: [{ field: 'second' }]
		});
		expect(why(await splitReport(w.fallmanagementA, id, parts))).toBe('forbidden');
		expect(why(await splitReport(w.fallmanagementB, id, parts))).toBe('not_found');
		const part = value(await splitReport(w.koordination, id, parts)).id;
		expect(await tellsFor('gap_report.split', id)).toEqual([w.fallmanagementA.id]);
		const mine = (await reportPage(w.fallmanagementA, part))!;
		expect(mine).toMatchObject({
			text: 'Es fehlt ein Bus.',
			gapType: 'GT11',
			phase: 'IK05',
			urgent: true,
			idea: '',
			isMine: true
		});
		expect((await reportPage(w.fallmanagementA, id))!).toMatchObject({
			text: parts.first,
			textBeforeSplit: fields.text,
			idea: fields.idea
		});
		expect(await reportPage(w.fallmanagementB, part)).toBeNull();
		const first = (await intakeReport(w.koordination, id))!;
		expect((await intakeReport(w.koordination, part))!.submittedAt).toEqual(first.submittedAt);
		// one report in two parts is one piece of evidence
		const gap = await gapOf(w.fallmanagementB);
		value(await assignToGap(w.koordination, id, gap));
		value(await assignToGap(w.koordination, part, gap));
		expect((await gapPage(w.koordination, gap))!.evidence.reports).toBe(2);
	});
});

describe('undo', () => {
	const steps: [string, (id: string, gap: string) => Promise<unknown>, boolean][] = [
		['assigning', (id, gap) => assignToGap(w.koordination, id, gap).then(value), true],
		['a new gap', (id) => assignToNewGap(w.koordination, id, text).then(value), true],
		['a query', (id) => askSender(w.koordination, id, 'Wo genau?').then(value), true],
		['declining', (id) => declineReport(w.koordination, id, 'other', 'Danke.').then(value), true],
		['urgent', (id) => markUrgent(w.koordination, id, true).then(value), false],
		[
			'splitting',
			(id) =>
				splitReport(w.koordination, id, {
					first: 'Eins.',
					second: 'Zwei.',
					phase: '',
					gapType: '',
					legalDomains: []
				}).then(value),
			true
		],
		[
			'coding',
			(id) => codeReports(w.koordination, [id], { phase: 'IK01', gapType: '', legalDomains: [] }).then(value),
			false
		]
	];
	test.each(steps)('%s: everything is as it was, the sender hears, and once is enough', async (_, take, told) => {
		const id = await report(w.fallmanagementA, { legalDomains: ['SGB2'], phase: 'IK06' });
		const gap = await gapOf(w.fallmanagementB);
		const [before, gapBefore] = [await image(id), (await gapPage(w.koordination, gap))!];
		await take(id, gap);
		expect(await image(id)).not.toEqual(before);
		const last = (await lastStep(w.koordination))!;
		expect(await lastStep(w.koordination2)).not.toMatchObject({ id: last.id });
		for (const who of [w.koordination2, w.fallmanagementA, w.admin])
			expect(why(await undoStep(who, last.id))).toMatch(/conflict|not_found/);
		value(await undoStep(w.koordination, last.id));
		expect(await image(id)).toEqual(before);
		const { legalDomains, phases, municipalities, evidence } = (await gapPage(w.koordination, gap))!;
		expect({ legalDomains, phases, municipalities, evidence }).toEqual({
			legalDomains: gapBefore.legalDomains,
			phases: gapBefore.phases,
			municipalities: gapBefore.municipalities,
			evidence: gapBefore.evidence
		});
		expect(await tellsFor('gap_report.undo', id)).toEqual(told ? [w.fallmanagementA.id] : []);
		expect(await lastStep(w.koordination)).toBeNull();
		expect(why(await undoStep(w.koordination, last.id))).toBe('conflict');
	});
	test('a new gap is gone with its followers, and its number is not given to another', async () => {
		const id = await report(w.fallmanagementA);
		const made = value(await assignToNewGap(w.koordination, id, text));
		value(await followGap(w.koordination, made.gapId, true));
		value(await undo(w.koordination));
		expect(await gapPage(w.koordination, made.gapId)).toBeNull();
		expect(await rows(sql`select 1 from follow where thing_id = ${made.gapId}`)).toEqual([]);
		const again = value(await assignToNewGap(w.koordination, id, text));
		expect(again.number > made.number).toBe(true);
	});
	const goesOn: [
		string,
		(id: string, gap: string) => Promise<unknown>,
		(id: string, gap: string) => Promise<unknown>
	][] = [
		[
			'the sender has answered',
			(id) => askSender(w.koordination, id, 'Wo?').then(value),
			(id) => answerQuery(w.fallmanagementA, id, 'Im Norden.').then(value)
		],
		[
			'the sender has withdrawn it',
			(id) => markUrgent(w.koordination, id, true).then(value),
			(id) => withdrawReport(w.fallmanagementA, id).then(value)
		],
		[
			'a colleague has settled it',
			(id) => markUrgent(w.koordination, id, true).then(value),
			(id) => declineReport(w.koordination2, id, 'other', 'Danke.').then(value)
		],
		[
			'the gap was confirmed on the strength of it',
			(id, gap) => assignToGap(w.koordination, id, gap).then(value),
			(_, gap) => confirmGap(w.koordination2, gap).then(value)
		]
	];
	test.each(goesOn)('not when %s', async (_, take, then) => {
		const id = await report(w.fallmanagementA);
		const gap = await gapOf(w.fallmanagementB);
		await take(id, gap);
		const last = (await lastStep(w.koordination))!;
		await then(id, gap);
		const after = await image(id);
		expect(why(await undoStep(w.koordination, last.id))).toBe('conflict');
		expect(await image(id)).toEqual(after);
	});
	test('a new gap that somebody else has backed stays', async () => {
		const id = await report(w.fallmanagementA);
		const { gapId } = value(await assignToNewGap(w.koordination, id, text));
		value(await affectsUs(w.fallmanagementB, gapId, { casesBand: '1-2', municipality: null, legalDomains: [] }));
		expect(why(await undo(w.koordination))).toBe('conflict');
		expect((await gapPage(w.koordination, gapId))!.evidence).toMatchObject({ reports: 1, confirmations: 1 });
	});
	test('what another report brings as well, the gap keeps', async () => {
		const gap = await gapOf(w.fallmanagementB);
		const more = { legalDomains: ['SGB2'], phase: 'IK06' };
		value(await assignToGap(w.koordination, await report(w.fallmanagementA, more), gap));
		value(await assignToGap(w.koordination2, await report(w.fachkraft, more), gap));
		value(await undo(w.koordination));
		expect(await gapPage(w.koordination, gap)).toMatchObject({
			legalDomains: ['SGB2', 'SGB8'],
			phases: ['IK05', 'IK06']
		});
	});
	test('in a race with the sender one wins, and nothing is half done', async () => {
		for (let round = 0; round < 6; round++) {
			const id = await report(w.fallmanagementA);
			value(await askSender(w.koordination, id, 'Wo?'));
			const { id: stepId } = (await lastStep(w.koordination))!;
			const [back, answered] = await Promise.all([
				undoStep(w.koordination, stepId),
				answerQuery(w.fallmanagementA, id, 'Im Norden.')
			]);
			expect([back.ok, answered.ok].filter(Boolean)).toHaveLength(1);
			expect(await image(id)).toMatchObject({ state: 'received', messages: back.ok ? '0' : '2' });
		}
	});
	test('pressed twice at once it happens once; against a colleague going on one of both wins', async () => {
		for (let round = 0; round < 4; round++) {
			const id = await report(w.fallmanagementA);
			const gap = await gapOf(w.fallmanagementB);
			value(await assignToGap(w.koordination, id, gap));
			const { id: stepId } = (await lastStep(w.koordination))!;
			const all = await Promise.all([
				undoStep(w.koordination, stepId),
				undoStep(w.koordination, stepId),
				confirmGap(w.koordination2, gap)
			]);
			expect(all.slice(0, 2).filter((r) => r.ok).length + Number(all[2].ok)).toBe(1);
			expect(await rows(sql`select 1 from event where kind = 'gap_report.undo' and thing_id = ${id}`)).toHaveLength(
				all[2].ok ? 0 : 1
			);
		}
	});
	test('of what was written nothing stays behind for undoing but the words of a split', async () => {
		const id = await report(w.fallmanagementA);
		value(await askSender(w.koordination, id, 'Kanarienvogel?'));
		value(await declineReport(w.koordination, id, 'other', 'Kanarienvogel.'));
		const kept = JSON.stringify(await rows(sql`select before from intake_step`));
		expect(kept).not.toContain('Kanarienvogel');
		expect(kept).not.toContain('Beratung');
		const log = JSON.stringify(await rows(sql`select data from event`));
		expect(log).not.toMatch(/Kanarienvogel|Beratung|GT11/);
		expect((await contributionsPage(w.fallmanagementA)).reports.length).toBeGreaterThan(0);
	});
});

// Reports and gaps on the real database: who may, what it leaves behind, who wins, and that carriers stay apart.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { change } from '#platform/change.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { world, type World } from '../../../tests/world.ts';
import * as gaps from './commands.server.ts';
import { contributionsPage } from './contributions.queries.server.ts';
import { behind, evidenceCounts, giveFeedback, oweFeedback, owedFeedback } from './evidence.server.ts';
import { gapPage } from './gap.queries.server.ts';
import { askSender, assignToGap, assignToNewGap, declineReport, markUrgent } from './intake.commands.server.ts';
import { mergeGap, unmergeGap } from './merging.commands.server.ts';
import { may, mayReport, type GapAction, type ReportAction } from './policy.ts';
import { registerPage } from './queries.server.ts';
import { answerQuery, discardDraft, saveDraft, submitReport, withdrawReport } from './report.commands.server.ts';
import { intakePage, intakeReport } from './intake.queries.server.ts';
import { myDrafts, reportPage } from './reports.queries.server.ts';
import { noFields, type ReportFields } from './rules.ts';
import { similarGaps } from './similar.queries.server.ts';
import { affectsUs, commentOnGap, followGap, takeBackConfirmation } from './voices.commands.server.ts';
import { deleteView, savedViews, saveView } from './views.commands.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const fields: ReportFields = {
	...noFields,
	text: 'Eltern können den Integrationskurs nicht beginnen, weil am Kursort die Kinderbetreuung fehlt.',
	phase: 'IK05',
	gapType: 'GT03',
	legalDomains: ['SGB8']
};
const must = <T>(r: { ok: true; value: T } | { ok: false; why: string }): T => {
	if (!r.ok) throw new Error(r.why);
	return r.value;
};
const why = (r: { ok: boolean; why?: string }) => (r.ok ? 'ok' : r.why);
const rows = async <T extends Record<string, unknown>>(q: ReturnType<typeof sql>): Promise<T[]> =>
	(await (await database()).execute<T>(q)).rows as T[];
const key = () => crypto.randomUUID();
const report = async (author: Actor, more: Partial<ReportFields> = {}) =>
	must(await submitReport(author, key(), { ...fields, ...more })).id;
const text = {
	title: 'Integrationskurs ohne Kinderbetreuung',
	description: 'Am Kursort betreut niemand die Kinder.',
	gapType: 'GT03',
	legalDomains: ['SGB8'],
	phases: ['IK05'],
	municipalities: [] as string[]
};
const voice = { casesBand: '1-2', municipality: null, legalDomains: [] };
const gapOf = async (reportId: string, more: Partial<typeof text> = {}) =>
	must(await assignToNewGap(w.koordination, reportId, { ...text, ...more })).gapId;
const tx = async <T>(run: (t: Parameters<typeof behind>[0]) => Promise<T>): Promise<T> =>
	(await database()).transaction(run);
const tellsFor = async (kind: string, thingId: string) =>
	(
		await rows<{ to: string }>(
			sql`select t.account_id as to from event e join event_tell t on t.event_id = e.id where e.kind = ${kind} and e.thing_id = ${thingId}`
		)
	).map((r) => r.to);

describe('rights', () => {
	test('who may do what with gaps', () => {
		const inside = [
			'fallmanagementA',
			'fallmanagementB',
			'fachkraft',
			'koordination',
			'koordination2',
			'pruefung',
			'mitglied',
			'vorsitz',
			'lenkung'
		];
		const filing = ['fallmanagementA', 'fallmanagementB', 'fachkraft', 'koordination', 'koordination2'];
		const office = ['koordination', 'koordination2'];
		const table: Record<GapAction, string[]> = {
			read: inside,
			follow: inside,
			comment: inside,
			report: filing,
			affects_us: filing,
			observe: filing,
			ask_reopening: filing,
			settle_reopening: office,
			see_intake: office,
			see_figures: office,
			confirm: office,
			not_confirmed: office,
			defer: office,
			resume: office,
			merge: office,
			unmerge: office,
			edit: office,
			assign_group: office,
			link_case: office,
			give_feedback: office
		};
		for (const [action, who] of Object.entries(table)) {
			const allowed = w.everyone
				.filter(([, a]) => may(a, action as GapAction))
				.map(([name]) => name.replace(/-(.)/g, (_, c: string) => c.toUpperCase()));
			expect(allowed.sort(), action).toEqual([...who].sort());
		}
	});
	test('who may do what with a report of fallmanagement-a', () => {
		const author = ['fallmanagementA'];
		const office = ['koordination', 'koordination2'];
		const table: Record<ReportAction, string[]> = {
			read: [...author, ...office],
			save: author,
			discard: author,
			submit: author,
			withdraw: author,
			answer: author,
			assign: office,
			ask: office,
			decline: office,
			mark_urgent: office,
			split: office,
			code: office
		};
		for (const [action, who] of Object.entries(table)) {
			const allowed = w.everyone
				.filter(([, a]) => mayReport(a, action as ReportAction, { authorId: w.fallmanagementA.id, state: 'received' }))
				.map(([name]) => name);
			expect(allowed.map((n) => n.replace(/-(.)/g, (_, c: string) => c.toUpperCase())).sort(), action).toEqual(
				[...who].sort()
			);
		}
		const readers = w.everyone.filter(([, a]) =>
			mayReport(a, 'read', { authorId: w.fallmanagementA.id, state: 'draft' })
		);
		expect(readers.map(([, a]) => a.id)).toEqual([w.fallmanagementA.id]);
	});
});

describe('filing', () => {
	test('a draft is kept under its key, sent once, and the office hears of it', async () => {
		const k = key();
		const { id } = must(await saveDraft(w.fallmanagementA, k, { ...noFields, text: 'Es fehlt' }));
		expect(must(await saveDraft(w.fallmanagementA, k, { ...noFields, text: 'Es fehlt etwas' })).id).toBe(id);
		expect((await myDrafts(w.fallmanagementA)).filter((d) => d.id === id)).toMatchObject([{ text: 'Es fehlt etwas' }]);
		expect(why(await submitReport(w.fallmanagementA, k, { ...noFields, text: 'Es fehlt etwas' }))).toBe('incomplete');
		expect(must(await submitReport(w.fallmanagementA, k, fields)).id).toBe(id);
		expect((await tellsFor('gap_report.submit', id)).sort()).toEqual([w.koordination.id, w.koordination2.id].sort());
		expect(why(await saveDraft(w.fallmanagementA, k, noFields))).toBe('wrong_state');
	});
	test('ten taps at once are one report', async () => {
		const k = key();
		const sent = await Promise.all(Array.from({ length: 10 }, () => submitReport(w.fallmanagementA, k, fields)));
		expect(new Set(sent.map((r) => must(r).id)).size).toBe(1);
		expect(
			await rows(sql`select 1 from event where kind = 'gap_report.submit' and thing_id = ${must(sent[0]!).id}`)
		).toHaveLength(1);
	});
	test('the same key of another person is another report', async () => {
		const k = key();
		const a = must(await submitReport(w.fallmanagementA, k, fields)).id;
		expect(must(await submitReport(w.fallmanagementB, k, fields)).id).not.toBe(a);
	});
	test('codes that no catalogue knows are refused, and who files nothing is, too', async () => {
		expect(
			await submitReport(w.fallmanagementA, key(), { ...fields, gapType: 'GT77', municipality: 'x' })
		).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'gapType' }, { field: 'municipality' }]
		});
		for (const a of [w.nobody, w.gast, w.admin, w.datenschutz, w.lenkung])
			expect(why(await submitReport(a, key(), fields))).toBe('forbidden');
	});
	test('only drafts are discarded, only sent ones withdrawn, only by their author', async () => {
		const draft = must(await saveDraft(w.fallmanagementA, key(), fields)).id;
		expect(why(await discardDraft(w.fallmanagementB, draft))).toBe('not_found');
		expect(why(await discardDraft(w.koordination, draft))).toBe('not_found');
		expect(why(await withdrawReport(w.fallmanagementA, draft))).toBe('wrong_state');
		must(await discardDraft(w.fallmanagementA, draft));
		expect(await rows(sql`select 1 from gap_report where id = ${draft}`)).toEqual([]);
		const sent = await report(w.fallmanagementA);
		expect(why(await discardDraft(w.fallmanagementA, sent))).toBe('wrong_state');
		expect(why(await withdrawReport(w.koordination, sent))).toBe('forbidden');
		must(await withdrawReport(w.fallmanagementA, sent));
		expect(why(await withdrawReport(w.fallmanagementA, sent))).toBe('wrong_state');
	});
});

describe('intake', () => {
	test('urgent first, then oldest first; senders are numbers; only the office', async () => {
		const old = await report(w.fallmanagementA);
		await report(w.fallmanagementB);
		const urgent = await report(w.fachkraft, { urgent: true });
		await rows(sql`update gap_report set submitted_at = now() - interval '30 days' where id = ${old}`);
		const page = (await intakePage(w.koordination))!;
		expect(page.rows[0]!.id).toBe(urgent);
		expect(page.rows.filter((r) => !r.urgent)[0]).toMatchObject({ id: old, isLate: true });
		expect(page.counts.late).toBe(1);
		expect(JSON.stringify(page)).not.toMatch(
			new RegExp([w.fallmanagementA.id, w.organisations.carrierA, 'Brandt', 'Brückenhaus'].join('|'))
		);
		for (const a of [w.fallmanagementA, w.pruefung, w.lenkung, w.admin, w.nobody]) {
			expect(await intakePage(a)).toBeNull();
			expect(await intakeReport(a, old)).toBeNull();
		}
	});
	test('query and answer go between office and sender without names', async () => {
		const id = await report(w.fallmanagementA);
		expect(why(await askSender(w.fallmanagementB, id, 'Wo?'))).toBe('not_found');
		expect(why(await askSender(w.fallmanagementA, id, 'Wo?'))).toBe('forbidden');
		expect(why(await askSender(w.koordination, id, ' '))).toBe('incomplete');
		must(await askSender(w.koordination, id, 'In welcher Region?'));
		expect(await tellsFor('gap_report.ask', id)).toEqual([w.fallmanagementA.id]);
		expect(why(await answerQuery(w.koordination, id, 'x'))).toBe('forbidden');
		must(await answerQuery(w.fallmanagementA, id, 'Im Norden.'));
		expect(why(await answerQuery(w.fallmanagementA, id, 'Nochmal'))).toBe('wrong_state');
		const seen = (await reportPage(w.fallmanagementA, id))!;
		expect(seen).toMatchObject({
			state: 'received',
			messages: [{ fromOffice: true, text: 'In welcher Region?' }, { fromOffice: false }]
		});
		expect(JSON.stringify([seen, await intakeReport(w.koordination, id)])).not.toContain('Vogt');
	});
	test('declining needs a reason of the list and a sentence, which the sender reads', async () => {
		const id = await report(w.fallmanagementA);
		expect(await declineReport(w.koordination, id, 'nope', 'Satz')).toMatchObject({ issues: [{ field: 'reason' }] });
		expect(await declineReport(w.koordination, id, 'too_vague', '  ')).toMatchObject({ issues: [{ field: 'answer' }] });
		must(await declineReport(w.koordination, id, 'too_vague', 'Bitte noch einmal genauer.'));
		expect((await contributionsPage(w.fallmanagementA)).reports.find((r) => r.id === id)).toMatchObject({
			state: 'declined',
			answer: 'Bitte noch einmal genauer.'
		});
		expect(why(await declineReport(w.koordination, id, 'too_vague', 'x'))).toBe('wrong_state');
	});
	test('two coordinators assign the same report at once: one wins, one gap is made, no number is lost', async () => {
		const id = await report(w.fallmanagementA);
		const before = (await rows<{ n: number }>(sql`select count(*)::int as n from service_gap`))[0]!.n;
		const both = await Promise.all([w.koordination, w.koordination2].map((a) => assignToNewGap(a, id, text)));
		expect(both.map(why).sort()).toEqual(['ok', 'wrong_state']);
		const after = await rows<{ number: string }>(sql`select number from service_gap order by number`);
		expect(after).toHaveLength(before + 1);
		expect(new Set(after.map((r) => Number(r.number.slice(-3)))).size).toBe(
			Math.max(...after.map((r) => Number(r.number.slice(-3))))
		);
	});
	test('a report widens the gap it is assigned to; named by number or id', async () => {
		const gap = await gapOf(await report(w.fallmanagementA));
		const { number } = (await gapPage(w.koordination, gap))!;
		const second = await report(w.fallmanagementB, { legalDomains: ['SGB2'], phase: 'IK06' });
		expect(await assignToGap(w.koordination, second, 'L-1999-001')).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'gapId' }]
		});
		must(await assignToGap(w.koordination, second, number.toLowerCase()));
		expect(await gapPage(w.koordination, gap)).toMatchObject({
			legalDomains: ['SGB2', 'SGB8'],
			phases: ['IK05', 'IK06'],
			evidence: { reports: 2, carriers: 2 }
		});
		must(await markUrgent(w.koordination, await report(w.fallmanagementA), true));
		expect(why(await markUrgent(w.koordination, second, true))).toBe('wrong_state');
	});
});

describe('gaps', () => {
	test('a step tells everyone behind and who follows, once; a refused one leaves nothing', async () => {
		const gap = await gapOf(await report(w.fallmanagementA));
		must(await affectsUs(w.fallmanagementB, gap, { casesBand: '3-5', municipality: null, legalDomains: [] }));
		must(await followGap(w.lenkung, gap, true));
		must(await followGap(w.fallmanagementA, gap, true));
		const events = async () => (await rows(sql`select id from event where thing_id = ${gap}`)).length;
		const before = await events();
		for (const a of [w.fallmanagementA, w.lenkung, w.vorsitz])
			expect(why(await gaps.confirmGap(a, gap))).toBe('forbidden');
		for (const a of [w.gast, w.admin, w.datenschutz, w.nobody])
			expect(why(await gaps.confirmGap(a, gap))).toBe('not_found');
		expect(why(await gaps.deferGap(w.koordination, gap, '2099-01-01'))).toBe('wrong_state');
		expect(await events()).toBe(before);
		must(await gaps.confirmGap(w.koordination, gap));
		expect((await tellsFor('service_gap.confirm', gap)).sort()).toEqual(
			[w.fallmanagementA.id, w.fallmanagementB.id, w.lenkung.id].sort()
		);
		expect(await gaps.deferGap(w.koordination, gap, '2020-01-01')).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'until' }]
		});
		must(await gaps.deferGap(w.koordination, gap, '2099-01-01'));
		expect(await gapPage(w.lenkung, gap)).toMatchObject({ state: 'deferred', deferredUntil: '2099-01-01' });
	});
	test('„Betrifft uns auch“ counts once a person, and can be taken back', async () => {
		const gap = await gapOf(await report(w.fallmanagementA));
		const c = { casesBand: '1-2', municipality: '05566076', legalDomains: ['SGB2'] };
		const all = await Promise.all(Array.from({ length: 5 }, () => affectsUs(w.fallmanagementB, gap, c)));
		expect(all.filter((r) => r.ok)).toHaveLength(1);
		expect(why(await affectsUs(w.fachkraft, gap, { ...c, casesBand: '99' }))).toBe('incomplete');
		expect(why(await affectsUs(w.lenkung, gap, c))).toBe('forbidden');
		expect((await tx((t) => evidenceCounts(t, [gap]))).get(gap)).toEqual({
			reports: 1,
			confirmations: 1,
			cases: 0,
			municipalities: 1,
			carriers: 2,
			legalDomains: 2
		});
		must(await takeBackConfirmation(w.fallmanagementB, gap));
		expect(why(await takeBackConfirmation(w.fallmanagementB, gap))).toBe('not_found');
	});
	test('merging keeps reports, counts, followers and those behind; undoing it gives every gap its own back', async () => {
		const a = await gapOf(await report(w.fallmanagementA));
		const b = await gapOf(await report(w.fallmanagementB));
		const c = await gapOf(await report(w.fachkraft));
		must(await followGap(w.lenkung, a, true));
		must(await affectsUs(w.fachkraft, a, voice));
		must(await gaps.confirmGap(w.koordination, a));
		const counts = async () => [...(await tx((t) => evidenceCounts(t, [a, b, c]))).values()].map((e) => e.reports);
		expect(await counts()).toEqual([1, 1, 1]);
		expect(why(await mergeGap(w.koordination, a, a))).toBe('incomplete');
		expect(why(await mergeGap(w.fallmanagementA, a, b))).toBe('forbidden');
		must(await mergeGap(w.koordination, a, b));
		must(await mergeGap(w.koordination, b, c));
		expect(await counts()).toEqual([1, 2, 3]);
		expect((await tx((t) => behind(t, c))).sort()).toEqual(
			[w.fallmanagementA.id, w.fallmanagementB.id, w.fachkraft.id].sort()
		);
		must(await gaps.confirmGap(w.koordination, c));
		expect(await tellsFor('service_gap.confirm', c)).toContain(w.lenkung.id);
		expect((await contributionsPage(w.fallmanagementA)).reports.find((r) => r.gap?.id === c)).toBeDefined();
		expect(why(await mergeGap(w.koordination, c, a))).toBe('conflict');
		expect(why(await affectsUs(w.fachkraft, a, voice))).toBe('wrong_state');
		must(await unmergeGap(w.koordination, b));
		must(await unmergeGap(w.koordination, a));
		expect(await counts()).toEqual([1, 1, 1]);
		expect((await gapPage(w.koordination, a))?.state).toBe('confirmed');
		expect((await gapPage(w.koordination, b))?.state).toBe('new');
	});
	test('two merges crossing each other: one wins, no circle', async () => {
		const [a, b] = [await gapOf(await report(w.fallmanagementA)), await gapOf(await report(w.fallmanagementB))];
		const both = await Promise.all([mergeGap(w.koordination, a, b), mergeGap(w.koordination2, b, a)]);
		expect(both.filter((r) => r.ok)).toHaveLength(1);
	});
	test('a gap with a proposal is not merged away', async () => {
		const [a, b] = [await gapOf(await report(w.fallmanagementA)), await gapOf(await report(w.fallmanagementB))];
		await rows(sql`update service_gap set state = 'in_solution' where id = ${a}`);
		expect(why(await mergeGap(w.koordination, a, b))).toBe('wrong_state');
		must(await mergeGap(w.koordination, b, a));
	});
	test('a group works on a gap; the committee, a closed group and what is no body do not', async () => {
		const gap = await gapOf(await report(w.fallmanagementA));
		const assign = (bodyId: string) => gaps.assignGroup(w.koordination, gap, bodyId);
		await rows(sql`update body set state = 'closed' where id = ${w.group}`);
		for (const bodyId of ['', 'kein Gremium', key(), w.committee, w.group])
			expect(await assign(bodyId)).toMatchObject({ why: 'incomplete', issues: [{ field: 'bodyId' }] });
		await rows(sql`update body set state = 'active' where id = ${w.group}`);
		must(await assign(w.topicGroup));
		expect(why(await assign(w.topicGroup))).toBe('conflict');
	});
	test('the feedback owed reaches those of merged gaps, too, once', async () => {
		const a = await gapOf(await report(w.fallmanagementA));
		const b = await gapOf(await report(w.fallmanagementB));
		must(await mergeGap(w.koordination, a, b));
		const [meetingId, decisionId] = [key(), key()];
		const owe = () =>
			change(w.koordination, async (c) => {
				await oweFeedback(c, { gapId: b, meetingId, decisionId });
				c.record('service_gap.edit', { type: 'service_gap', id: b });
				return { ok: true, value: null };
			});
		await owe();
		await owe();
		const [owed, ...others] = await tx((t) => owedFeedback(t, meetingId));
		expect(others).toEqual([]);
		expect(why(await giveFeedback(w.fallmanagementA, owed!.id, 'Text'))).toBe('forbidden');
		expect(await giveFeedback(w.koordination, owed!.id, ' ')).toMatchObject({
			why: 'incomplete',
			issues: [{ field: 'text', message: expect.stringMatching(/./) as string }]
		});
		expect(must(await giveFeedback(w.koordination, owed!.id, 'Der Kreis startet im Herbst.')).receivers).toBe(2);
		expect(why(await giveFeedback(w.koordination, owed!.id, 'Noch einmal'))).toBe('wrong_state');
		expect(await tx((t) => owedFeedback(t, meetingId))).toEqual([]);
		expect((await tellsFor('service_gap.give_feedback', b)).sort()).toEqual(
			[w.fallmanagementA.id, w.fallmanagementB.id].sort()
		);
		for (const who of [w.fallmanagementA, w.fallmanagementB]) {
			expect(JSON.stringify((await contributionsPage(who)).reports)).toContain('Der Kreis startet im Herbst.');
		}
	});
	test('nothing written stands in the log', async () => {
		const logged = JSON.stringify(
			await rows(sql`select data from event where thing_type in ('gap_report', 'service_gap', 'saved_view')`)
		);
		for (const written of ['Integrationskurs', 'In welcher Region', 'Im Norden', 'genauer', 'Herbst'])
			expect(logged).not.toContain(written);
	});
});

describe('searching', () => {
	test('stems, compounds, umlauts, numbers and typing errors find the gap, with hits marked', async () => {
		const gap = await gapOf(await report(w.fallmanagementA), {
			title: 'Übersetzungen in der Sozialberatung fehlen',
			description: 'Dolmetschende sind selten verfügbar.'
		});
		const { number } = (await gapPage(w.koordination, gap))!;
		for (const q of [
			'Übersetzung',
			'Uebersetzungen',
			'übersetzungen fehlt',
			'beratung',
			'Dolmetschende',
			number,
			number.toLowerCase(),
			'Sozialberatug',
			'Übersetzugn'
		]) {
			const found = await registerPage(w.lenkung, { q });
			expect(
				found?.rows.map((r) => r.id),
				q
			).toContain(gap);
		}
		const hit = (await registerPage(w.lenkung, { q: 'Dolmetschenden' }))!.rows.find((r) => r.id === gap)!;
		expect(hit.passage).toContain('\u0001Dolmetschende\u0002');
		const typo = (await registerPage(w.lenkung, { q: 'Sozialberatug' }))!;
		expect(typo.resembling).toBe(true);
		expect(typo.rows.map((r) => r.markedTitle).join()).toContain('\u0001Sozialberatung\u0002');
		for (const q of [`'`, '%', '\\', '"', '!!!', ':*', '& | !', '<->', 'a\u0001b', '('.repeat(50)])
			expect(await registerPage(w.lenkung, { q }), q).not.toBeNull();
	});
	test('filters combine', async () => {
		const gap = await gapOf(await report(w.fallmanagementA), {
			title: 'Filterprobe',
			gapType: 'GT14',
			legalDomains: ['STAG'],
			phases: ['IK13'],
			municipalities: ['05566076']
		});
		const f = {
			gapType: 'GT14',
			legalDomain: 'STAG',
			phase: 'IK13',
			municipality: '05566076',
			state: 'open',
			q: 'Filterprobe'
		};
		expect((await registerPage(w.lenkung, f))?.rows.map((r) => r.id)).toEqual([gap]);
		for (const other of [
			{ gapType: 'GT01' },
			{ legalDomain: 'SGB2' },
			{ phase: 'IK01' },
			{ municipality: '05566004' },
			{ state: 'closed' }
		]) {
			expect((await registerPage(w.lenkung, { ...f, ...other }))?.total, JSON.stringify(other)).toBe(0);
		}
	});
	test('similar words offer the known gap before sending, merged ones not', async () => {
		const a = await gapOf(await report(w.fallmanagementA), {
			title: 'Führerschein aus Drittstaaten wird nicht umgeschrieben',
			description: 'Die Umschreibung dauert länger als ein Jahr.'
		});
		const asked = 'Bei uns dauert die Umschreibung vom Führerschein viel zu lange.';
		const [best] = await similarGaps(w.fallmanagementB, asked, {
			gapType: 'GT03',
			legalDomains: ['SGB8'],
			phase: 'IK05'
		});
		expect(best).toMatchObject({
			id: a,
			sameKind: true,
			sameDomain: true,
			samePhase: true,
			markedTitle: expect.stringContaining('\u0001Führerschein\u0002') as string
		});
		await rows(sql`analyze service_gap`);
		const wordy = `Fahrlehrer, Theorieunterricht, Prüfungsfragen, Wartezeiten: ${asked}`;
		expect((await similarGaps(w.fallmanagementB, wordy)).map((g) => g.id)).toContain(a);
		expect(await similarGaps(w.fallmanagementB, 'Ganz anderes Thema: Impfpass und Zahnarzt.')).toEqual([]);
		for (const q of [`'; drop table`, '\\\\', '|||||||||', '\u0001\u0002'.repeat(20), 'Äöü ß'.repeat(300)])
			await similarGaps(w.fallmanagementB, q);
		must(await mergeGap(w.koordination, a, await gapOf(await report(w.fallmanagementA))));
		expect((await similarGaps(w.fallmanagementB, asked)).map((g) => g.id)).not.toContain(a);
	});
	test('saved views are each person\u2019s own', async () => {
		const { id } = must(await saveView(w.lenkung, 'Sprache', { phase: ['IK05'] }));
		expect(await savedViews(w.vorsitz)).toEqual([]);
		expect(why(await deleteView(w.vorsitz, id))).toBe('not_found');
		expect(await savedViews(w.lenkung)).toMatchObject([{ name: 'Sprache', query: { phase: ['IK05'] } }]);
		must(await deleteView(w.lenkung, id));
		expect(why(await saveView(w.gast, 'x', {}))).toBe('forbidden');
	});
});

describe('carriers apart, authors unnamed', () => {
	test('carrier B finds nothing of A: no draft, query, author – by page, list, count or search', async () => {
		const canary = 'Kanarienvogelwort';
		const draft = must(await saveDraft(w.fallmanagementA, key(), { ...fields, text: `${canary} Entwurf` })).id;
		const sent = await report(w.fallmanagementA, { text: `${canary} gesendet und mit Betreuung im Integrationskurs` });
		must(await askSender(w.koordination, sent, `${canary} Frage`));
		for (const b of [
			w.fallmanagementB,
			w.fachkraft,
			w.mitglied,
			w.lenkung,
			w.pruefung,
			w.gast,
			w.admin,
			w.datenschutz,
			w.nobody
		]) {
			expect(await reportPage(b, draft)).toBeNull();
			expect(await reportPage(b, sent)).toBeNull();
			const seen = [
				await registerPage(b, { q: canary }),
				await similarGaps(b, `${canary} gesendet`),
				await contributionsPage(b),
				await intakePage(b),
				await myDrafts(b)
			];
			expect(JSON.stringify(seen)).not.toContain(canary);
		}
		expect(await reportPage(w.koordination, draft)).toBeNull();
		expect(JSON.stringify(await intakePage(w.koordination))).not.toContain(`${canary} Entwurf`);
	});
	test('the page of a gap names no author and shows small counts to the office only', async () => {
		const gap = await gapOf(await report(w.fallmanagementA));
		must(await affectsUs(w.fallmanagementB, gap, { casesBand: '1-2', municipality: null, legalDomains: [] }));
		must(await commentOnGap(w.fallmanagementB, gap, { comment: 'Bei uns auch.', mentions: [] }));
		const seen = (await gapPage(w.fallmanagementA, gap))!;
		const { people: _, ...page } = seen;
		expect(JSON.stringify(page)).not.toMatch(
			new RegExp([w.fallmanagementA.id, w.fallmanagementB.id, w.organisations.carrierB, 'Terhorst', 'Brandt'].join('|'))
		);
		expect(seen.evidence).toMatchObject({ reports: 'few', confirmations: 'few' });
		expect((await gapPage(w.koordination, gap))?.evidence).toMatchObject({ reports: 1, confirmations: 1 });
		for (const a of [w.gast, w.admin, w.datenschutz, w.federfuehrung, w.nobody]) {
			expect(await gapPage(a, gap)).toBeNull();
			expect(await registerPage(a, {})).toBeNull();
		}
		expect(await gapPage(w.koordination, 'not-an-id')).toBeNull();
	});
});

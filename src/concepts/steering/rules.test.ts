// Measures and reviews: every step in every state, the light that follows from state and date, verdicts, numbers.
import { describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import type { Role } from '#concepts/people/rules.ts';
import { fits } from '#platform/step.ts';
import { lightOf, measureStates, measureSteps, type MeasureState, type MeasureStep } from './measures.rules.ts';
import {
	escalationStates,
	escalationSteps,
	isDue,
	type EscalationState,
	type EscalationStep
} from './escalations.rules.ts';
import { mayControl, mayDecide, mayDecideSomewhere, mayEscalate, mayMeasure, mayReview, maySteer } from './policy.ts';
import {
	monthsLater,
	reviewStates,
	reviewSteps,
	shownAnswers,
	verdictOf,
	type ReviewState,
	type ReviewStep
} from './reviews.rules.ts';
import { decisionNumber, effects, gate2Results, isFinal, lacksOf, measureNumber } from './rules.ts';

const measureTable: Record<MeasureStep, [MeasureState[], MeasureState]> = {
	accept: [['issued'], 'accepted'],
	report: [['accepted', 'in_progress', 'blocked'], 'in_progress'],
	block: [['accepted', 'in_progress', 'blocked'], 'blocked'],
	finish: [['accepted', 'in_progress', 'blocked'], 'reported_done'],
	request_extension: [['accepted', 'in_progress', 'blocked'], 'extension_requested'],
	grant_extension: [['extension_requested'], 'in_progress'],
	refuse_extension: [['extension_requested'], 'in_progress'],
	send_back: [['reported_done'], 'in_progress'],
	approve: [['reported_done'], 'approved'],
	ask: [['approved', 'effect_review'], 'effect_review'],
	close: [['approved', 'effect_review'], 'closed'],
	drop: [['issued', 'accepted', 'in_progress', 'blocked', 'extension_requested'], 'dropped']
};
const reviewTable: Record<ReviewStep, [ReviewState[], ReviewState]> = {
	ask: [['planned'], 'asked'],
	pass: [['asked'], 'passed'],
	propose_reopening: [['asked'], 'reopen_proposed'],
	reopen: [['reopen_proposed'], 'reopened'],
	keep_closed: [['reopen_proposed'], 'kept_closed']
};
const escalationTable: Record<EscalationStep, [EscalationState[], EscalationState]> = {
	edit: [['drafted'], 'drafted'],
	send: [['drafted'], 'sent'],
	remind: [['sent', 'reminded'], 'reminded'],
	answer: [['sent', 'reminded'], 'answered'],
	close: [['sent', 'reminded', 'answered'], 'closed']
};
describe('states', () => {
	test.each(Object.keys(escalationTable) as EscalationStep[])('passing on: %s', (step) => {
		const [from, to] = escalationTable[step];
		expect(escalationStates.filter((s) => fits<EscalationState>(escalationSteps[step], s))).toEqual(from);
		expect(escalationSteps[step].to).toBe(to);
	});
	test('what waits falls due on its day, and nothing else does', () => {
		const due = escalationStates.filter((state) => isDue({ state, resubmitOn: '2026-11-28' }, '2026-11-28'));
		expect(due).toEqual(['sent', 'reminded']);
		expect(isDue({ state: 'sent', resubmitOn: '2026-11-29' }, '2026-11-28')).toBe(false);
	});
	test.each(Object.keys(measureTable) as MeasureStep[])('measure: %s', (step) => {
		const [from, to] = measureTable[step];
		expect(measureStates.filter((s) => fits<MeasureState>(measureSteps[step], s)).sort()).toEqual([...from].sort());
		expect(measureSteps[step].to).toBe(to);
	});
	test.each(Object.keys(reviewTable) as ReviewStep[])('review: %s', (step) => {
		const [from, to] = reviewTable[step];
		expect(reviewStates.filter((s) => fits<ReviewState>(reviewSteps[step], s))).toEqual(from);
		expect(reviewSteps[step].to).toBe(to);
	});
});

test.each([
	['in_progress', '2026-12-31', 'on_time'],
	['in_progress', '2026-12-10', 'soon'],
	['in_progress', '2026-11-24', 'soon'],
	['in_progress', '2026-11-23', 'overdue'],
	['blocked', '2026-12-31', 'blocked'],
	['blocked', '2026-11-01', 'overdue'],
	['reported_done', '2026-11-01', 'done'],
	['closed', '2026-11-01', 'done'],
	['dropped', '2026-11-01', 'stopped']
] as const)('the light of %s due %s on 24.11.2026 is %s', (state, dueOn, light) => {
	expect(lightOf({ state, dueOn }, '2026-11-24')).toBe(light);
});

test('the share of „besteht fort“ decides; exactly at the bar, too few answers or silence leave it to the office', () => {
	const of = (share: number, least: number, ...[gone, better, same, worse]: [number, number, number, number]) =>
		verdictOf({ gone, better, same, worse }, { share, least });
	expect([of(0.5, 3, 2, 1, 1, 0), of(0.5, 3, 0, 1, 1, 1), of(0.5, 3, 1, 1, 1, 1), of(0.5, 1, 0, 0, 0, 0)]).toEqual([
		'pass',
		'propose_reopening',
		null,
		null
	]);
	expect([of(0.5, 3, 0, 0, 2, 0), of(0.5, 2, 0, 0, 2, 0), of(0.3, 3, 1, 1, 1, 0), of(0.8, 3, 1, 0, 3, 0)]).toEqual([
		null,
		'propose_reopening',
		'propose_reopening',
		'pass'
	]);
});
describe('counts of answers', () => {
	const of = (answers: [number, number, number, number], office = false) => {
		const [gone, better, same, worse] = answers;
		return shownAnswers(20, { gone, better, same, worse }, 5, office);
	};
	test('below the threshold they are held back, and what would give them away by a difference', () => {
		expect(of([1, 1, 1, 0])).toMatchObject({
			answered: 'few',
			persists: 'few',
			gone: 'few',
			same: 'few',
			worse: 'few'
		});
		// seven answers, five better: two remained
		expect(of([0, 5, 2, 0])).toMatchObject({ answered: 7, persists: 'few', better: 'few', same: 'few' });
		// both sides are large, one answer is small
		expect(of([5, 1, 6, 0])).toMatchObject({ answered: 12, persists: 6, gone: 'few', better: 'few', same: 'few' });
		expect(of([5, 6, 7, 0])).toEqual({ asked: 20, answered: 18, persists: 7, gone: 5, better: 6, same: 7, worse: 0 });
	});
	test('the office sees them', () => {
		expect(of([1, 0, 2, 0], true)).toMatchObject({ answered: 3, persists: 2, gone: 1, same: 2 });
	});
	test('no reader can reckon what is held back, whatever was answered', () => {
		for (let n = 0; n < 4096; n++) {
			const answers = [n & 7, (n >> 3) & 7, (n >> 6) & 7, (n >> 9) & 7] as [number, number, number, number];
			const shown = of(answers);
			const all = [shown.gone, shown.better, shown.same, shown.worse];
			const bad = answers[2] + answers[3];
			const sides = [answers[0] + answers[1], bad];
			if (shown.answered !== 'few') expect(shown.answered).toBe(sides[0]! + bad);
			if (shown.persists !== 'few') for (const side of sides) expect(side === 0 || side >= 5).toBe(true);
			if (all.some((x) => x !== 'few')) for (const x of answers) expect(x === 0 || x >= 5).toBe(true);
		}
	});
});
test('months later, also from the end of a long month', () => {
	expect([monthsLater('2026-11-24', 6), monthsLater('2026-08-31', 6), monthsLater('2026-12-31', 2)]).toEqual([
		'2027-05-24',
		'2027-02-28',
		'2027-02-28'
	]);
});
test('numbers', () => {
	expect([decisionNumber('LG', '2026/2', 3), measureNumber('MA', '2026', 5)]).toEqual(['LG-2026/2-B03', 'MA-2026-005']);
});
test('what a result demands', () => {
	const bare = { wording: 'x', reason: '', target: '', targetOn: null, measures: 0 };
	const lacking = gate2Results.map((result) => [result, lacksOf({ ...bare, result }, 'y')]);
	expect(Object.fromEntries(lacking)).toEqual({
		adopted: ['measure'],
		adopted_with_changes: ['measure'],
		acknowledged: [],
		postponed: ['targetOn'],
		referred: ['target', 'targetOn'],
		rejected: ['reason'],
		passed_on: ['target', 'targetOn']
	});
	expect(lacksOf({ ...bare, result: 'adopted_with_changes', measures: 1 }, ' x ')).toEqual(['unchanged']);
	for (const r of gate2Results) expect(isFinal(r)).toBe(effects[r].proposal === 'decide');
});

const actor = (roles: Role[], more: Partial<Actor> = {}): Actor => ({ ...nobody, id: 'me', roles, ...more });
const seat = (f: 'chair' | 'member' | 'guest', kind: 'steering_committee' | 'topic_group' = 'steering_committee') => ({
	seats: [{ bodyId: 'lg', kind, function: f }]
});
const cast = {
	office: actor(['coordinator'], { organisationId: 'county' }),
	chair: actor([], seat('chair')),
	steering: actor([], seat('member')),
	member: actor(['case_manager'], { organisationId: 'carrier' }),
	unit: actor(['responsible_unit'], { organisationId: 'house' }),
	otherUnit: actor(['responsible_unit'], { organisationId: 'other' }),
	contact: actor([], { id: 'contact' }),
	deputy: actor([], { id: 'deputy' }),
	guest: actor([], seat('guest')),
	privacy: actor(['data_protection']),
	admin: actor(['administrator'], { organisationId: 'house' }),
	nobody
};
type Who = keyof typeof cast;
const those = (allowed: (a: Actor) => boolean): Who[] => (Object.keys(cast) as Who[]).filter((k) => allowed(cast[k]));
const measure = {
	bodyId: 'lg',
	organisationId: 'house',
	contactId: 'contact',
	deputyId: 'deputy',
	state: 'issued' as const
};
const decision = { bodyId: 'lg', units: ['house'], contacts: ['contact', 'deputy'] };

describe('rights', () => {
	const unit: Who[] = ['unit', 'contact', 'deputy'];
	test.each([
		['read', ['office', 'chair', 'steering', 'member', ...unit]],
		['accept', unit],
		['report', unit],
		['block', unit],
		['finish', unit],
		['request_extension', unit],
		['grant_extension', ['office', 'chair']],
		['refuse_extension', ['office', 'chair']],
		['approve', ['office']],
		['send_back', ['office']],
		['drop', ['office']],
		['close', ['office']],
		['ask', []]
	] as [Parameters<typeof mayMeasure>[1], Who[]][])('measure: %s', (action, allowed) => {
		expect(those((a) => mayMeasure(a, action, measure))).toEqual(allowed);
	});
	test.each([
		['read', ['office', 'chair', 'steering', 'member', ...unit]],
		['decide', ['office', 'chair']],
		['issue', ['office', 'chair']],
		['give_feedback', ['office']]
	] as [Parameters<typeof mayDecide>[1], Who[]][])('decision: %s', (action, allowed) => {
		expect(those((a) => mayDecide(a, action, decision))).toEqual(allowed);
	});
	test('the committee’s page, the control list, deciding, reviews', () => {
		expect(those(maySteer)).toEqual(['office', 'chair', 'steering']);
		expect(those(mayControl)).toEqual(['office', 'chair', 'steering', 'member', 'unit', 'otherUnit']);
		expect(those(mayDecideSomewhere)).toEqual(['office', 'chair']);
		expect(those((a) => mayReview(a, 'answer', { asked: false }))).toEqual([]);
		expect(those((a) => mayReview(a, 'read', { asked: false }))).toEqual(['office', 'chair', 'steering', 'member']);
		expect(those((a) => mayReview(a, 'close', { asked: true }))).toEqual(['office']);
		for (const action of ['reopen', 'keep_closed'] as const) {
			expect(those((a) => mayReview(a, action, { asked: true, bodyId: 'lg' }))).toEqual(['office', 'chair']);
			expect(those((a) => mayReview(a, action, { asked: true, bodyId: 'another' }))).toEqual(['office']);
		}
	});
	test('who is asked for help reads a blocked measure, and no more', () => {
		const blocked = { ...measure, state: 'blocked' as const, helperOrganisationId: 'other', helperId: 'guest' };
		const guest = { ...cast.guest, id: 'guest' };
		expect([mayMeasure(cast.otherUnit, 'read', blocked), mayMeasure(guest, 'read', blocked)]).toEqual([true, true]);
		expect(mayMeasure(cast.otherUnit, 'read', { ...blocked, state: 'in_progress' })).toBe(false);
		for (const step of Object.keys(measureSteps) as MeasureStep[])
			for (const who of [cast.otherUnit, guest]) expect(mayMeasure(who, step, blocked)).toBe(false);
	});
	test('passing on: all inside read, the office writes', () => {
		expect(those((a) => mayEscalate(a, 'read'))).toEqual(['office', 'chair', 'steering', 'member']);
		for (const step of Object.keys(escalationSteps) as EscalationStep[])
			expect(those((a) => mayEscalate(a, step))).toEqual(['office']);
	});
});

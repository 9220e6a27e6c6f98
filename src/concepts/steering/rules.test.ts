// Measures and reviews: every step in every state, the light that follows from state and date, verdicts, numbers.
import { describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import type { Role } from '#concepts/people/rules.ts';
import { fits } from '#platform/step.ts';
import { lightOf, measureStates, measureSteps, type MeasureState, type MeasureStep } from './measures.rules.ts';
import { mayControl, mayDecide, mayDecideSomewhere, mayMeasure, mayReview, maySteer } from './policy.ts';
import {
	monthsLater,
	reviewStates,
	reviewSteps,
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
	reopen: [['reopen_proposed'], 'reopened']
};
describe('states', () => {
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

test('most answers decide; a balance or silence leaves it to the office', () => {
	const of = (gone: number, better: number, same: number, worse: number) => verdictOf({ gone, better, same, worse });
	expect([of(2, 1, 1, 0), of(0, 1, 1, 1), of(1, 0, 1, 0), of(0, 0, 0, 0)]).toEqual([
		'pass',
		'propose_reopening',
		null,
		null
	]);
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
		referred: ['target'],
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
	});
});

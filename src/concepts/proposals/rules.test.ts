// The states of a proposal, every step in every state; what makes it ready; who may do what.
import { describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import type { Role, SeatFunction } from '#concepts/people/rules.ts';
import { fits } from '#platform/step.ts';
import { worksOn, may, openSteps, type ProposalAction } from './policy.ts';
import {
	checklist,
	emptyOutline,
	isOneSentence,
	lacksOf,
	outlineParts,
	proposalStates,
	steps,
	type ProposalState,
	type ProposalStep
} from './rules.ts';

const table: Record<ProposalStep, [ProposalState[], ProposalState]> = {
	consult: [['draft', 'returned'], 'in_consultation'],
	recommend: [['draft', 'in_consultation', 'returned'], 'recommended'],
	submit: [['recommended'], 'submitted'],
	return: [['submitted', 'admitted'], 'returned'],
	admit: [['submitted', 'postponed'], 'admitted'],
	schedule: [['admitted'], 'scheduled'],
	circulate: [['admitted'], 'in_circulation'],
	end_circulation: [['in_circulation'], 'admitted'],
	decide: [['scheduled', 'in_circulation'], 'decided'],
	postpone: [['scheduled'], 'postponed'],
	refer: [['scheduled'], 'returned'],
	revise: [['recommended', 'postponed'], 'draft'],
	withdraw: [['draft', 'in_consultation', 'recommended', 'returned', 'submitted'], 'withdrawn']
};
describe('states', () => {
	test.each(Object.keys(table) as ProposalStep[])('%s starts where it should and nowhere else', (step) => {
		const [from, to] = table[step];
		expect(proposalStates.filter((s) => fits<ProposalState>(steps[step], s)).sort()).toEqual([...from].sort());
		expect(steps[step].to).toBe(to);
	});
	test('no step leaves decided, withdrawn or superseded', () => {
		for (const step of Object.values(steps))
			for (const end of ['decided', 'withdrawn', 'superseded'] as const) {
				expect(fits<ProposalState>(step, end)).toBe(false);
			}
	});
});

describe('ready for submission', () => {
	const full = { ...emptyOutline, ...Object.fromEntries(outlineParts.map((p) => [p, 'Text'])) };
	const ready = { outline: full, gaps: 1, responsibleOrganisationId: 'x', dueOn: '2027-01-01' };
	test('a full one lacks nothing, an empty one everything', () => {
		expect(lacksOf(ready)).toEqual([]);
		expect(lacksOf({ outline: emptyOutline, gaps: 0, responsibleOrganisationId: null, dueOn: null })).toEqual(
			checklist
		);
	});
	test.each(outlineParts)('without %s it is not ready', (part) => {
		expect(lacksOf({ ...ready, outline: { ...full, [part]: '  ' } })).toEqual([part]);
	});
	test('a resolution is one sentence, dots in abbreviations do no harm', () => {
		expect(isOneSentence('Das Amt prüft bis zum 31.12. z. B. die Fahrtkosten.')).toBe(true);
		expect(isOneSentence('Eins.\nZwei.')).toBe(false);
		expect(isOneSentence('x'.repeat(401))).toBe(false);
	});
});

const actor = (roles: Role[], seats: [string, SeatFunction][] = [], committee = false): Actor => ({
	...nobody,
	id: 'me',
	roles,
	seats: seats.map(([bodyId, f]) => ({ bodyId, function: f, kind: committee ? 'steering_committee' : 'topic_group' }))
});
const cast = {
	office: actor(['coordinator']),
	chair: actor([], [['g', 'chair']]),
	member: actor(['case_manager'], [['g', 'member']]),
	other: actor(['case_manager'], [['h', 'member']]),
	steering: actor([], [['lg', 'member']], true),
	guest: actor([], [['g', 'guest']]),
	unit: actor(['responsible_unit']),
	privacy: actor(['data_protection']),
	admin: actor(['administrator']),
	nobody
};
type Who = keyof typeof cast;
const who = (action: ProposalAction, state: ProposalState): Who[] =>
	(Object.keys(cast) as Who[]).filter((w) => may(cast[w], action, { bodyId: 'g', state }));

describe('rights', () => {
	test.each([
		['read', 'draft', ['office', 'chair', 'member']],
		['read', 'in_consultation', ['office', 'chair', 'member', 'guest']],
		['read', 'submitted', ['office', 'chair', 'member', 'guest']],
		['read', 'withdrawn', ['office', 'chair', 'member']],
		['read', 'admitted', ['office', 'chair', 'member', 'other', 'steering', 'guest']],
		['read', 'decided', ['office', 'chair', 'member', 'other', 'steering', 'guest']],
		['create', 'draft', ['office', 'chair', 'member']],
		['save', 'draft', ['office', 'chair', 'member']],
		['link', 'draft', ['office', 'chair', 'member']],
		['consult', 'draft', ['office', 'chair', 'member']],
		['recommend', 'draft', ['office', 'chair']],
		['submit', 'recommended', ['office', 'chair']],
		['revise', 'recommended', ['office', 'chair']],
		['withdraw', 'draft', ['office', 'chair']],
		['return', 'submitted', ['office']],
		['admit', 'submitted', ['office']],
		['schedule', 'admitted', ['office']],
		['decide', 'scheduled', []],
		['postpone', 'scheduled', []],
		['refer', 'scheduled', []],
		['comment', 'in_consultation', ['office', 'chair', 'member']]
	] as [ProposalAction, ProposalState, Who[]][])('%s (%s): %j', (action, state, allowed) => {
		expect(who(action, state)).toEqual(allowed);
	});
	test('open steps are what is allowed and fits', () => {
		expect(openSteps(cast.chair, { bodyId: 'g', state: 'draft' })).toEqual(['consult', 'recommend', 'withdraw']);
		expect(openSteps(cast.office, { bodyId: 'g', state: 'scheduled' })).toEqual([]);
		expect(worksOn(cast.member, { bodyId: 'g', state: 'submitted' })).toBe(false);
	});
});

// Every step of reports and gaps against every state, and the small decisions that need no database.
import { describe, expect, test } from 'vitest';
import { fits } from '#platform/step.ts';
import { highlighted, resemblance } from './highlight.ts';
import {
	fieldsFrom,
	firstSentence,
	gapStates,
	gapTextOf,
	missingFields,
	noFields,
	reportSteps,
	shownCount,
	steps,
	type GapState,
	type ReportState
} from './rules.ts';

const reportStates: ReportState[] = ['draft', 'received', 'query', 'assigned', 'declined', 'withdrawn'];
const reportTable: Record<keyof typeof reportSteps, [ReportState[], ReportState]> = {
	submit: [['draft'], 'received'],
	ask: [['received'], 'query'],
	answer: [['query'], 'received'],
	assign: [['received', 'query'], 'assigned'],
	decline: [['received', 'query'], 'declined'],
	withdraw: [['received', 'query'], 'withdrawn']
};
const open: GapState[] = [
	'new',
	'confirmed',
	'prioritised',
	'mandated',
	'in_solution',
	'decided',
	'in_implementation',
	'effect_review',
	'reopened',
	'deferred'
];
const gapTable: Record<keyof typeof steps, [GapState[], GapState]> = {
	confirm: [['new'], 'confirmed'],
	not_confirmed: [['new'], 'not_confirmed'],
	prioritise: [['confirmed', 'deferred'], 'prioritised'],
	mandate: [['confirmed', 'prioritised'], 'mandated'],
	solve: [['confirmed', 'prioritised', 'mandated', 'reopened', 'deferred'], 'in_solution'],
	drop_solution: [['in_solution'], 'confirmed'],
	decide: [['in_solution'], 'decided'],
	implement: [['decided'], 'in_implementation'],
	halt: [['in_implementation'], 'decided'],
	review: [['in_implementation'], 'effect_review'],
	close: [['effect_review', 'decided', 'escalated'], 'closed'],
	reopen: [['closed', 'effect_review', 'escalated'], 'reopened'],
	defer: [['confirmed', 'prioritised', 'in_solution'], 'deferred'],
	resume: [['deferred'], 'confirmed'],
	escalate: [open, 'escalated'],
	merge: [open, 'merged'],
	unmerge: [['merged'], 'confirmed'],
	back_to_group: [['in_solution', 'decided'], 'in_solution']
};

describe('steps', () => {
	test.each(Object.entries(reportTable))('a report can be taken by %s from its states only', (name, [from, to]) => {
		const step = reportSteps[name as keyof typeof reportSteps];
		expect(reportStates.filter((s) => fits<ReportState>(step, s))).toEqual(from);
		expect(step.to).toBe(to);
	});
	test.each(Object.entries(gapTable))('a gap can be taken by %s from its states only', (name, [from, to]) => {
		const step = steps[name as keyof typeof steps];
		expect(gapStates.filter((s) => fits<GapState>(step, s)).sort()).toEqual([...from].sort());
		expect(step.to).toBe(to);
	});
	test('both tables are complete', () => {
		expect(Object.keys(reportSteps).sort()).toEqual(Object.keys(reportTable).sort());
		expect(Object.keys(steps).sort()).toEqual(Object.keys(gapTable).sort());
	});
});

describe('small decisions', () => {
	test('a report needs four answers', () => {
		expect(missingFields(noFields)).toEqual(['text', 'phase', 'gapType', 'legalDomains']);
		expect(missingFields({ ...noFields, text: 'x', phase: 'IK05', gapType: 'GT01', legalDomains: ['SGB2'] })).toEqual(
			[]
		);
	});
	test('what was typed stays, whatever the browser sends', () => {
		expect(fieldsFrom({ text: 'a', legalDomains: 'SGB2', urgent: 'on', foreign: 'x' })).toEqual({
			...noFields,
			text: 'a',
			legalDomains: ['SGB2'],
			urgent: true
		});
		expect(fieldsFrom({})).toEqual(noFields);
	});
	test('counts below the cell size are hidden from all but the office', () => {
		expect([0, 1, 4, 5, 12].map((n) => shownCount(n, 5, false))).toEqual([0, 'few', 'few', 5, 12]);
		expect(shownCount(2, 5, true)).toBe(2);
	});
	test('a new gap begins with the first sentence of its report', () => {
		expect(firstSentence('Kurse fehlen.  Niemand weiß warum.', 60)).toBe('Kurse fehlen');
		expect(firstSentence('Ein sehr langer Satz ohne Ende und Punkt', 20)).toBe('Ein sehr langer …');
		expect(gapTextOf({ ...noFields, text: 'Es fehlt!', phase: 'IK05' })).toMatchObject({
			title: 'Es fehlt',
			phases: ['IK05'],
			municipalities: []
		});
	});
	test('parts of compounds and typing errors are marked, umlauts count as written either way', () => {
		expect(highlighted('Kurs ohne Kinderbetreuung', 'betreuung')).toBe('Kurs ohne \u0001Kinderbetreuung\u0002');
		expect(highlighted('Kurs ohne Kinderbetreuung', 'Kinderbetreung')).toBe('Kurs ohne \u0001Kinderbetreuung\u0002');
		expect(highlighted('Übersetzung fehlt', 'uebersetzung')).toBe('\u0001Übersetzung\u0002 fehlt');
		expect(highlighted('schon \u0001markiert\u0002 hier', 'hier')).toBe('schon \u0001markiert\u0002 hier');
		expect(resemblance('Wohnung', 'Beratung')).toBeLessThan(0.3);
	});
});

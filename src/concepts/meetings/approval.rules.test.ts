/** When the end of a period approves minutes, and when somebody has to decide. */
import { describe, expect, it } from 'vitest';
import { confirmedBy, endOfPeriod, neededOf, votes, type Round } from './approval.rules.ts';
import { reminderOf } from './tasks.rules.ts';

const day = '2026-03-10';
const yes = (accountId: string) => ({ accountId, confirmed: true });
const object = (accountId: string) => ({ accountId, confirmed: false });
const group: Round = {
	committee: false,
	reviewUntil: '2026-03-09',
	approvalUntil: null,
	answers: [],
	voters: [],
	quorumShare: 0.5
};
const committee: Round = {
	...group,
	committee: true,
	approvalUntil: '2026-03-09',
	voters: ['Vorsitz', 'Lenkung', 'Jobcenter']
};

describe('minutes of a group', () => {
	it('are approved after the last day of the review, and not on it', () => {
		expect(endOfPeriod(group, day)).toBe('approved_by_period');
		expect(endOfPeriod({ ...group, reviewUntil: day }, day)).toBe('waits');
		expect(endOfPeriod({ ...group, reviewUntil: null }, day)).toBe('waits');
	});
	it('are not, while an objection stands', () => {
		expect(endOfPeriod({ ...group, answers: [yes('Olaf'), object('Aylin')] }, day)).toBe('objections');
		expect(endOfPeriod({ ...group, answers: [yes('Olaf'), yes('Aylin')] }, day)).toBe('approved_by_period');
	});
});

describe('minutes of the committee', () => {
	it('are not approved by the end of the review: they wait for the meeting, or for circulation', () => {
		expect(endOfPeriod({ ...committee, approvalUntil: null }, day)).toBe('waits');
		expect(endOfPeriod({ ...committee, approvalUntil: day }, day)).toBe('waits');
	});
	it('are approved by circulation with the quorum and without an objection', () => {
		expect(endOfPeriod({ ...committee, answers: [yes('Vorsitz')] }, day)).toBe('to_meeting');
		const both = [yes('Vorsitz'), yes('Lenkung')];
		expect(endOfPeriod({ ...committee, answers: both }, day)).toBe('approved_by_circulation');
		expect(endOfPeriod({ ...committee, answers: [...both, object('Jobcenter')] }, day)).toBe('to_meeting');
		expect(endOfPeriod({ ...committee, answers: [...both, object('Gast')] }, day)).toBe('to_meeting');
	});
	it('count only those who vote, and never nobody', () => {
		expect(confirmedBy({ ...committee, answers: [yes('Gast'), yes('Lenkung'), object('Vorsitz')] })).toBe(1);
		expect([neededOf(3, 0.5), neededOf(4, 0.5), neededOf(3, 1), neededOf(3, 0), neededOf(0, 0.5)]).toEqual([
			2, 2, 3, 1, 1
		]);
		expect(endOfPeriod({ ...committee, voters: [], answers: [yes('Gast')] }, day)).toBe('to_meeting');
	});
	it('give a vote to members from outside where the settings say so', () => {
		expect([votes({ organisationKind: 'carrier' }, true), votes({ organisationKind: 'carrier' }, false)]).toEqual([
			true,
			false
		]);
		expect(votes({ organisationKind: 'county' }, false)).toBe(true);
	});
});

describe('a task', () => {
	const task = { state: 'open' as const, dueOn: '2026-03-17' };
	it('is near from so many days before until its day, and late after it', () => {
		expect(reminderOf(task, '2026-03-09', 7)).toBeNull();
		expect(reminderOf(task, '2026-03-10', 7)).toBe('soon');
		expect(reminderOf(task, '2026-03-17', 7)).toBe('soon');
		expect(reminderOf(task, '2026-03-18', 7)).toBe('overdue');
		expect(reminderOf(task, '2026-03-16', 0)).toBeNull();
	});
	it('is not reminded of once it is done or dropped, or without a day', () => {
		for (const state of ['done', 'dropped'] as const)
			expect(reminderOf({ ...task, state }, '2026-04-01', 7)).toBeNull();
		expect(reminderOf({ ...task, dueOn: null }, '2026-04-01', 7)).toBeNull();
	});
});

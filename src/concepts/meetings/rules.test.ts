/** The rules of meetings: every step in every state, the order of an agenda, short notice, the addendum. */
import { describe, expect, it } from 'vitest';
import { fits, type Step } from '#platform/step.ts';
import {
	addendum,
	isShortNotice,
	isTaskOverdue,
	itemStates,
	itemSteps,
	meetingStates,
	meetingSteps,
	minutesSteps,
	reorder,
	runningFor,
	startTimes,
	taskSteps,
	waitsFor
} from './rules.ts';

/** Said once more by hand, so that a change of the table is a change of mind. */
const expected: Record<string, string> = {
	schedule: 'draft>scheduled',
	invite: 'scheduled>invited',
	postpone: 'invited,postponed>postponed',
	cancel: 'draft,scheduled,invited,postponed>cancelled',
	start: 'invited,postponed>running',
	end: 'running>held',
	close: 'held>closed'
};
const expectedItems: Record<string, string> = {
	schedule: 'backlog>scheduled',
	unschedule: 'scheduled>backlog',
	call: 'scheduled>called',
	finish: 'scheduled,called,done>done',
	postpone: 'scheduled,called>postponed',
	remove: 'backlog,scheduled,called>removed'
};
const table = <S extends string>(steps: Record<string, Step<S>>, states: readonly S[]) =>
	Object.fromEntries(
		Object.entries(steps).map(([name, step]) => [name, `${states.filter((s) => fits(step, s)).join(',')}>${step.to}`])
	);

describe('the states', () => {
	it('let a meeting take each step only where it belongs', () => {
		expect(
			table(meetingSteps, ['draft', 'scheduled', 'invited', 'postponed', 'running', 'held', 'closed', 'cancelled'])
		).toEqual(expected);
		expect(meetingStates).toHaveLength(8);
	});
	it('let an item take each step only where it belongs', () => {
		expect(table(itemSteps, itemStates)).toEqual(expectedItems);
	});
	it('let minutes be approved only out of the review, and corrected only after it', () => {
		expect(table(minutesSteps, ['drafting', 'under_review', 'approved'])).toEqual({
			circulate: 'drafting>under_review',
			rework: 'under_review>drafting',
			approve: 'under_review>approved',
			correct: 'approved>approved'
		});
	});
	it('let a task be reopened once it is settled', () => {
		expect(table(taskSteps, ['open', 'done', 'dropped'])).toEqual({
			finish: 'open>done',
			reopen: 'done,dropped>open',
			drop: 'open>dropped'
		});
	});
});

describe('the agenda', () => {
	const ids = ['a', 'b', 'c', 'd'];
	it('moves an item up, down and to a place', () => {
		expect(reorder(ids, 'c', 'up')).toEqual(['a', 'c', 'b', 'd']);
		expect(reorder(ids, 'a', 'down')).toEqual(['b', 'a', 'c', 'd']);
		expect(reorder(ids, 'a', 'to:3')).toEqual(['b', 'c', 'd', 'a']);
		expect(reorder(ids, 'd', 'to:0')).toEqual(['d', 'a', 'b', 'c']);
	});
	it('refuses moves beyond its ends and of what is not on it', () => {
		for (const [id, move] of [
			['a', 'up'],
			['d', 'down'],
			['a', 'to:4'],
			['x', 'up'],
			['a', 'to:-1'],
			['a', '']
		] as const)
			expect(reorder(ids, id, move)).toBeNull();
	});
	it('begins each item when the ones before it are over', () => {
		const at = startTimes(new Date('2026-12-01T09:00:00Z'), [{ minutes: 10 }, { minutes: 25 }, { minutes: 5 }]);
		expect(at.map((d) => d.toISOString().slice(11, 16))).toEqual(['09:00', '09:10', '09:35']);
	});
	it('says what was added, removed and changed since the invitation', () => {
		const item = (id: string, title: string, minutes = 10) => ({
			id,
			position: 1,
			kind: 'discussion',
			title,
			minutes,
			rapporteur: ''
		});
		const frozen = {
			frozenAt: '2026-11-01T00:00:00Z',
			items: [item('1', 'Begrüßung'), item('2', 'Kita'), item('3', 'Fahrtkosten')]
		};
		const now = [item('1', 'Begrüßung'), item('3', 'Fahrtkosten', 20), item('4', 'Dolmetschen')].map((i) => ({
			...i,
			state: 'scheduled' as const
		}));
		expect(addendum(frozen, now)).toEqual([
			{ what: 'added', title: 'Dolmetschen' },
			{ what: 'removed', title: 'Kita' },
			{ what: 'changed', title: 'Fahrtkosten' }
		]);
		expect(
			addendum(
				frozen,
				frozen.items.map((i) => ({ ...i, state: 'done' as const }))
			)
		).toEqual([]);
	});
});

describe('dates', () => {
	it('call a notice short when fewer days are left than the period', () => {
		expect(isShortNotice(new Date('2026-12-15T09:00:00Z'), '2026-12-01', 14)).toBe(false);
		expect(isShortNotice(new Date('2026-12-14T09:00:00Z'), '2026-12-01', 14)).toBe(true);
	});
	it('call a task overdue from the day after its date, and only while it is open', () => {
		expect(isTaskOverdue({ state: 'open', dueOn: '2026-12-01' }, '2026-12-01')).toBe(false);
		expect(isTaskOverdue({ state: 'open', dueOn: '2026-12-01' }, '2026-12-02')).toBe(true);
		expect(isTaskOverdue({ state: 'done', dueOn: '2026-12-01' }, '2026-12-02')).toBe(false);
	});
});

describe('a called item', () => {
	const since = new Date('2026-12-01T09:00:00Z');
	it('says how long it has been going on and what is left', () => {
		expect(runningFor(since, 15, new Date('2026-12-01T09:10:59Z'))).toEqual({ minutes: 10, left: 5, over: 0 });
	});
	it('says by how much it is over the planned time', () => {
		expect(runningFor(since, 15, new Date('2026-12-01T09:17:00Z'))).toEqual({ minutes: 17, left: 0, over: 2 });
	});
	it('does not run backwards when the clock of the reader is slow', () => {
		expect(runningFor(since, 15, new Date('2026-12-01T08:59:00Z'))).toEqual({ minutes: 0, left: 15, over: 0 });
	});
	it('waits for a decision when a proposal is scheduled under it, until it is settled', () => {
		expect(waitsFor({ proposalId: 'p', state: 'called' })).toBe('p');
		expect(waitsFor({ proposalId: null, state: 'called' })).toBeNull();
		expect(waitsFor({ proposalId: 'p', state: 'done' })).toBeNull();
	});
});

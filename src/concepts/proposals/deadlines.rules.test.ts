import { describe, expect, test } from 'vitest';
import { addWorkingDays, daysBetween } from '#platform/clock.ts';
import { countdownTo, returnClock } from './deadlines.rules.ts';
import { proposalStates } from './rules.ts';

describe('the closing date of the next committee', () => {
	test('counts to the day itself', () => {
		expect(countdownTo(['2026-10-02'], '2026-08-30', 21)).toEqual({
			meetingOn: '2026-10-02',
			closesOn: '2026-09-11',
			days: 12,
			missed: null
		});
		expect(countdownTo(['2026-10-02'], '2026-09-11', 21)!.days).toBe(0);
	});
	test('goes on to the meeting after it once it is over, and says which was missed', () => {
		expect(countdownTo(['2027-04-10', '2026-10-02'], '2026-09-12', 21)).toMatchObject({
			meetingOn: '2027-04-10',
			missed: { meetingOn: '2026-10-02', closedOn: '2026-09-11' }
		});
	});
	test('is silent where no meeting can be reached', () => {
		expect(countdownTo([], '2026-09-12', 21)).toBeNull();
		expect(countdownTo(['2026-10-02', '2026-01-01'], '2026-09-12', 21)).toBeNull();
	});
});

describe('the clock of a returned proposal', () => {
	test('runs from the return until it is submitted again', () => {
		const running = proposalStates.filter((state) => returnClock({ state, returnDueOn: '2026-09-30' }, '2026-09-12'));
		expect(running).toEqual(['draft', 'in_consultation', 'recommended', 'returned']);
		expect(returnClock({ state: 'returned', returnDueOn: null }, '2026-09-12')).toBeNull();
	});
	test('is late from the day after', () => {
		const at = (today: string) => returnClock({ state: 'returned', returnDueOn: '2026-09-30' }, today);
		expect([at('2026-09-30')!.overdue, at('2026-10-01')!.overdue, at('2026-10-03')!.days]).toEqual([false, true, -3]);
	});
});

test('working days leave weekends out', () => {
	expect(addWorkingDays('2026-09-11', 1)).toBe('2026-09-14'); // a Friday
	expect(addWorkingDays('2026-09-12', 1)).toBe('2026-09-14');
	expect(addWorkingDays('2026-09-09', 20)).toBe('2026-10-07');
	expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2); // the clocks go back in between
});

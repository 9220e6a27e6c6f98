// How the committee weighs, lists, counts and circulates: pure rules, said once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	endingOf,
	isOver,
	isToRemind,
	tallyOf,
	circulationStates,
	circulationSteps,
	type CirculationState
} from './circulation.rules.ts';
import { fits } from '#platform/step.ts';
import { breadthOf, monthsSince, ranked, severityOf, type RankedFacts } from './gate1.rules.ts';
import { costsNothing, defaultList, listOf, reasonOf } from './listing.rules.ts';
import { isQuorate, standingOf, voteLack, type Seated } from './quorum.rules.ts';

const at = new Date('2026-11-15T10:00:00Z');
const gap = (number: string, more: Partial<RankedFacts> = {}): RankedFacts => ({
	number,
	municipalities: 1,
	carriers: 1,
	legalDomains: 1,
	createdAt: new Date('2026-09-01T10:00:00Z'),
	severity: null,
	...more
});

describe('the order at the first gate', () => {
	test('breadth first, then age in months, then severity, then number', () => {
		const gaps = [
			gap('L-4'),
			gap('L-3', { severity: 'SEV3' }),
			gap('L-2', { createdAt: new Date('2025-09-01T10:00:00Z') }),
			gap('L-1', { municipalities: 6, carriers: 3, legalDomains: 2 }),
			gap('L-5')
		];
		expect(ranked(gaps, at).map((g) => g.number)).toEqual(['L-1', 'L-2', 'L-3', 'L-4', 'L-5']);
	});
	test('what nobody has named counts as one place', () => {
		expect(breadthOf({ municipalities: 0, carriers: 2, legalDomains: 0 })).toBe(2);
		expect(severityOf(null)).toBe(0);
		expect(severityOf('SEV4')).toBe(4);
	});
	test.each([
		['2026-11-15', 0],
		['2026-10-16', 0],
		['2026-10-15', 1],
		['2025-09-15', 14],
		['2027-01-01', 0]
	])('since %s: %d months', (from, months) => expect(monthsSince(new Date(`${from}T10:00:00Z`), at)).toBe(months));
	test('the order is total and does not hang on the order of rows', () => {
		const some = fc.array(
			fc.record({
				number: fc.uuid(),
				municipalities: fc.nat(9),
				carriers: fc.nat(5),
				legalDomains: fc.nat(4),
				createdAt: fc.date({ min: new Date('2024-01-01'), max: at, noInvalidDate: true }),
				severity: fc.constantFrom(null, 'SEV1', 'SEV3')
			}),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(some, (gaps) => {
				expect(ranked([...gaps].reverse(), at)).toEqual(ranked(gaps, at));
			})
		);
	});
});

describe('consent or discussion', () => {
	test.each(['', 'keine', 'Keine Mehrkosten', 'kostenneutral', 'Ohne Mehrkosten', '–', '0 €', '0,00 EUR', 'none'])(
		'„%s“ costs nothing',
		(money) => expect(costsNothing(money)).toBe(true)
	);
	test.each(['12.000 € im Jahr', 'Keineswegs wenig', '0,5 Stellen', 'einmalig 300 Euro', 'offen'])(
		'„%s“ may cost something',
		(money) => expect(costsNothing(money)).toBe(false)
	);
	test('the rule, and that what somebody said outweighs it', () => {
		const free = { money: 'keine', refusals: 0, dissents: 0, circulated: false };
		expect(defaultList(free)).toBe('consent');
		expect(reasonOf({ ...free, money: '5 €' })).toBe('costs');
		expect(reasonOf({ ...free, refusals: 1 })).toBe('refused');
		expect(reasonOf({ ...free, dissents: 1 })).toBe('dissent');
		expect(reasonOf({ ...free, circulated: true })).toBe('circulated');
		expect(listOf({ list: 'discussion', pulledBy: 'somebody' }, free)).toBe('discussion');
		expect(listOf({ list: 'consent', pulledBy: null }, { ...free, money: '5 €' })).toBe('consent');
	});
});

describe('who is counted', () => {
	const seat = (accountId: string, organisationKind = 'county', present = true): Seated => ({
		accountId,
		organisationKind,
		present
	});
	const seats = [seat('a'), seat('b'), seat('c', 'carrier'), seat('d', 'county', false)];
	const rule = { externalMembersVote: true, conflictedMembersVote: false, quorumShare: 0.5 };
	test('external members by setting, and whoever has a conflict of interest neither votes nor is there', () => {
		const all = standingOf(seats, rule);
		const nobody = { notCounted: [], conflictedVoting: [] };
		expect(all).toEqual({ voters: ['a', 'b', 'c', 'd'], present: ['a', 'b', 'c'], ...nobody, needed: 2 });
		const own = standingOf(seats, { ...rule, externalMembersVote: false }, ['a', 'c']);
		expect(own).toEqual({ voters: ['b', 'd'], present: ['b'], ...nobody, notCounted: ['a'], needed: 1 });
	});
	test('by setting whoever has a conflict of interest counts like everybody', () => {
		const voting = standingOf(seats, { ...rule, conflictedMembersVote: true }, ['a']);
		expect(voting).toEqual({ ...standingOf(seats, rule), conflictedVoting: ['a'] });
	});
	test('of those with a conflict of interest, named as voting are who may vote – in a meeting, who are there', () => {
		const lets = { ...rule, externalMembersVote: false, conflictedMembersVote: true };
		const all = ['a', 'c', 'd', 'gone'];
		const named = (r: typeof lets, inMeeting: boolean, of = seats) =>
			standingOf(of, r, all, inMeeting).conflictedVoting;
		expect(named(lets, true)).toEqual(['a']);
		expect(named(lets, false)).toEqual(['a', 'd']);
		expect(named({ ...lets, conflictedMembersVote: false }, true)).toEqual([]);
		// nobody has said who is there, and nobody needs to be
		const unknown = seats.map((s) => ({ ...s, present: false }));
		expect(named(lets, true, unknown)).toEqual([]);
		expect(named({ ...lets, quorumShare: 0 }, true, unknown)).toEqual(['a', 'd']);
	});
	test('without a quorum nothing is decided, unless none is needed', () => {
		const few = [seat('a'), seat('b', 'county', false), seat('c', 'county', false)];
		expect(isQuorate(standingOf(few, rule))).toBe(false);
		expect(isQuorate(standingOf(few, { ...rule, quorumShare: 0 }))).toBe(true);
	});
	test.each([
		[{ yes: 3, no: 1, abstained: 1 }, 'adopted', null],
		[{ yes: 3, no: 1, abstained: 2 }, 'adopted', 'too_many'],
		[{ yes: 2, no: 2, abstained: 0 }, 'adopted', 'no_majority'],
		[{ yes: 0, no: 0, abstained: 5 }, 'adopted_with_changes', 'no_majority'],
		[{ yes: 2, no: 2, abstained: 0 }, 'rejected', null],
		[{ yes: 3, no: 2, abstained: 0 }, 'rejected', 'majority_against'],
		[{ yes: 0, no: 0, abstained: 0 }, 'postponed', null],
		[null, 'adopted', null]
	] as const)('%o of five: %s is %s', (votes, result, lack) => expect(voteLack(votes, 5, result)).toBe(lack));
});

describe('a circulation', () => {
	test.each([
		[{ yes: 2, no: 1, abstained: 0 }, 4, 0.5, 'adopt'],
		[{ yes: 1, no: 0, abstained: 1 }, 4, 0.5, 'adopt'],
		[{ yes: 1, no: 1, abstained: 2 }, 4, 0.5, 'fail'],
		[{ yes: 1, no: 0, abstained: 0 }, 4, 0.5, 'fail'],
		[{ yes: 1, no: 0, abstained: 0 }, 4, 0, 'adopt'],
		[{ yes: 0, no: 0, abstained: 0 }, 4, 0, 'fail']
	] as const)('%o of %d with share %d: %s', (tally, voters, share, ending) =>
		expect(endingOf(tally, voters, share)).toBe(ending)
	);
	test('votes of those who may not vote any more do not count', () => {
		const cast = [
			{ accountId: 'a', vote: 'yes' as const },
			{ accountId: 'gone', vote: 'no' as const }
		];
		expect(tallyOf(cast, ['a', 'b'])).toEqual({ yes: 1, no: 0, abstained: 0 });
	});
	test('the last day is still open, and two days before it those missing are reminded once', () => {
		const c = { untilOn: '2026-11-20', remindedAt: null };
		expect([isOver(c, '2026-11-20'), isOver(c, '2026-11-21')]).toEqual([false, true]);
		expect(['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21'].map((d) => isToRemind(c, d))).toEqual([
			false,
			true,
			true,
			false
		]);
		expect(isToRemind({ ...c, remindedAt: at }, '2026-11-19')).toBe(false);
	});
	test('whatever has ended stays ended', () => {
		for (const step of Object.values(circulationSteps))
			for (const state of circulationStates) expect(fits<CirculationState>(step, state)).toBe(state === 'open');
	});
});

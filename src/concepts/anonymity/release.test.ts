import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributes, formOf, keyOf, levelOf, topLevel, type CaseCell } from './ladders.ts';
import { defaultReference } from './reference.ts';
import { earlyCounts } from './release.counts.ts';
import {
	arrive,
	batchDue,
	emptyRoom,
	releaseBatch,
	remove,
	showing,
	type Reviewed,
	type WaitingRoom
} from './release.ts';
import { defaultThresholds } from './thresholds.ts';

const rules = { reference: defaultReference, thresholds: defaultThresholds };
const domains = ['SGB2', 'AUFENTHG', 'SCHULG', 'INTV'];
const eastern: CaseCell = { place: 'AR-OST', ageBand: 'ERW', origin: '145' };
const western: CaseCell = { place: 'AR-WEST', ageBand: 'ERW', origin: '145' };
const rare: CaseCell = { place: '05566072', ageBand: 'A16', origin: '014', gender: 'G_F' };

const named = (id: string, cell: CaseCell, domain = Number(id.replace(/\D/g, ''))): Reviewed => {
	const mainDomain = domains[domain % domains.length]!;
	return { id, cell, mainDomain, legalDomains: [mainDomain, 'SGB5'] };
};
const let_in = (room: WaitingRoom, cell: CaseCell, ...ids: string[]) =>
	ids.reduce((r, id) => arrive(r, named(id, cell)), room);
const batch = (room: WaitingRoom, today = '2026-03-31') => releaseBatch(room, today, rules);
const out = (room: WaitingRoom) => room.released.map((r) => r.id);
const shown = (room: WaitingRoom, id: string) => showing(room, defaultThresholds).get(id);
const five = ['1', '2', '3', '4', '5'];

describe('a batch', () => {
	test('lets five out that look the same', () => {
		const room = batch(let_in(emptyRoom, eastern, ...five));
		expect(out(room)).toEqual(five);
		expect(shown(room, '3')).toEqual({ how: 'full', cell: eastern, legalDomains: ['INTV', 'SGB5'], k: 5 });
	});
	test('leaves four where they are, and shows their legal domains only', () => {
		const room = batch(let_in(emptyRoom, eastern, '1', '2', '3', '4'));
		expect(out(room)).toEqual([]);
		expect(shown(room, '3')).toEqual({
			how: 'early',
			legalDomains: ['INTV', 'SGB5'],
			comparable: { have: 4, need: 5 }
		});
	});
	test('leaves five where they are when two legal domains are all there is', () => {
		const room = five.reduce((r, id) => arrive(r, named(id, eastern, Number(id) % 2)), emptyRoom);
		expect(out(batch(room))).toEqual([]);
	});
	test('leaves a cell where it is that hardly anybody fits, however many cases there are', () => {
		expect(out(batch(let_in(emptyRoom, rare, ...five, '6', '7', '8', '9')))).toEqual([]);
	});
	test('adds two to those that are out, and not one alone', () => {
		const room = batch(let_in(emptyRoom, eastern, ...five));
		expect(out(batch(let_in(room, eastern, '6')))).toEqual(five);
		expect(out(batch(let_in(room, eastern, '6', '7')))).toEqual([...five, '6', '7']);
	});
	test('tells nobody the cell of one who waits, though others of it are out', () => {
		const room = let_in(batch(let_in(emptyRoom, eastern, ...five)), eastern, '6');
		expect(shown(room, '6')).toEqual({
			how: 'early',
			legalDomains: ['SCHULG', 'SGB5'],
			// as of the last batch, before it came
			comparable: { have: null, need: 5 }
		});
	});
	test('the number of comparable cases stays until the next one, so that it links nobody who came or went', () => {
		const told = (room: WaitingRoom) => ['11', '12', '13'].map((id) => shown(room, id));
		const room = batch(let_in(emptyRoom, western, '11', '12', '13'));
		expect(told(room)[0]).toMatchObject({ comparable: { have: 3 } });
		expect(told(let_in(room, western, '14'))).toEqual(told(room));
		expect(told(remove(room, '13')).slice(0, 2)).toEqual(told(room).slice(0, 2));
		expect(told(batch(let_in(room, western, '14')))[0]).toMatchObject({ comparable: { have: 4 } });
	});
	test('a case can be in the room once', () => {
		expect(() => let_in(emptyRoom, eastern, '1', '1')).toThrow('already');
		expect(shown(emptyRoom, '1')).toBeUndefined();
	});
});

describe('when a batch is due', () => {
	const due = (room: WaitingRoom, today: string) => batchDue(room, today, rules);
	const ready = let_in(emptyRoom, eastern, ...five);
	test('with the first that are ready, then with the quarter', () => {
		expect(due(ready, '2026-02-01')).toBe(true);
		const room = let_in(batch(ready, '2026-02-01'), eastern, '6', '7');
		expect(due(room, '2026-03-31')).toBe(false);
		expect(due(room, '2026-04-01')).toBe(true);
		expect(due(room, '2027-02-01')).toBe(true);
	});
	test('at once when ten are ready', () => {
		const ids = Array.from({ length: 10 }, (_, i) => `${i + 10}`);
		const room = batch(ready, '2026-02-01');
		expect(due(let_in(room, eastern, ...ids.slice(1)), '2026-02-02')).toBe(false);
		expect(due(let_in(room, eastern, ...ids), '2026-02-02')).toBe(true);
	});
	test('with the quarter, too, when a cell lost cases and nobody else is ready', () => {
		const room = remove(batch(ready, '2026-02-01'), '1');
		expect(due(room, '2026-03-31')).toBe(false);
		expect(due(room, '2026-04-01')).toBe(true);
		expect(due(batch(room, '2026-04-01'), '2026-07-01')).toBe(false);
	});
	test('never while nobody is ready', () => {
		expect(due(let_in(emptyRoom, eastern, '1', '2'), '2026-04-01')).toBe(false);
	});
});

describe('a deletion', () => {
	const both = batch(let_in(let_in(emptyRoom, eastern, ...five), western, '11', '12', '13', '14', '15'));
	test('that leaves five changes nothing for the others', () => {
		const room = batch(let_in(both, eastern, '6', '7'));
		expect(shown(remove(room, '1'), '2')).toMatchObject({ how: 'full', cell: eastern, k: 6 });
	});
	test('that leaves four hides their cell at once', () => {
		expect(shown(remove(both, '1'), '2')).toMatchObject({ how: 'early', comparable: { have: null, need: 5 } });
	});
	test('moves the rest up with the next batch: here until it says nothing, as there are no others', () => {
		const room = batch(remove(both, '1'), '2026-06-30');
		expect(shown(room, '2')).toMatchObject({ how: 'early' });
		expect(shown(room, '11')).toMatchObject({ how: 'full', cell: western });
	});
	test('moves the rest to others one step further up', () => {
		const county: CaseCell = { ...eastern, place: '05566' };
		const room = remove(batch(let_in(both, county, '21', '22', '23', '24', '25')), '1');
		expect(shown(batch(room), '2')).toMatchObject({ how: 'full', cell: county, k: 9 });
		expect(shown(batch(room), '21')).toMatchObject({ how: 'full', cell: county, k: 9 });
	});
	test('in two cells at once brings their rests together', () => {
		const room = batch(remove(remove(both, '1'), '11'));
		const cells = ['2', '12'].map((id) => shown(room, id));
		expect(cells[0]).toMatchObject({ how: 'full', k: 8 });
		expect(cells[1]).toEqual({ ...cells[0], legalDomains: cells[1]?.legalDomains });
	});
	test('of one who waits, or of nobody, leaves the others alone', () => {
		expect(remove(both, 'nobody')).toEqual(both);
		expect(remove(let_in(both, rare, '31'), '31')).toEqual(both);
	});
});

describe('whatever happens', () => {
	// few cells above and beside each other, so that they fill, empty and meet
	const cell = fc.constantFrom<CaseCell>(
		{ ageBand: 'A27', origin: '145' },
		{ ageBand: 'ERW', origin: '145' },
		{ ageBand: 'ERW', origin: '142' },
		{ ageBand: 'VOLLJ', origin: '142' },
		{ ageBand: 'VOLLJ' },
		{},
		rare
	);
	const event = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.record({
				kind: fc.constant('arrive' as const),
				cell,
				domain: fc.nat(3),
				times: fc.integer({ min: 1, max: 6 })
			})
		},
		{ weight: 2, arbitrary: fc.record({ kind: fc.constant('batch' as const) }) },
		{ weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat(999) }) }
	);
	type Version = Map<string, CaseCell | null>;
	/** All versions a patient reader keeps: after each event, what is shown of every case. */
	function play(
		events: readonly (typeof event extends fc.Arbitrary<infer E> ? E : never)[],
		thresholds: typeof defaultThresholds
	) {
		let room = emptyRoom;
		let next = 0;
		const versions: Version[] = [];
		const batches: { before: WaitingRoom; after: WaitingRoom }[] = [];
		for (const e of events) {
			if (e.kind === 'arrive')
				for (let i = 0; i < e.times; i++) room = arrive(room, named(`${next++}`, e.cell, e.domain + i));
			if (e.kind === 'delete') {
				const all = [...room.released, ...room.waiting];
				if (all.length) room = remove(room, all[e.at % all.length]!.id);
			}
			if (e.kind === 'batch') {
				const after = releaseBatch(room, '2026-03-31', { ...rules, thresholds });
				batches.push({ before: room, after });
				room = after;
			}
			versions.push(new Map([...showing(room, thresholds)].map(([id, s]) => [id, s.how === 'full' ? s.cell : null])));
		}
		return { versions, batches };
	}
	const classes = (version: Version) =>
		[
			...Map.groupBy(
				[...version].filter(([, c]) => c !== null),
				([, c]) => keyOf(c!)
			).values()
		].map((m) => m.map(([id]) => id));
	const story = fc.record({
		events: fc.array(event, { minLength: 10, maxLength: 40, size: 'max' }),
		thresholds: fc.record({
			cases: fc.integer({ min: 2, max: 5 }),
			domains: fc.integer({ min: 1, max: 3 }),
			arrivals: fc.integer({ min: 1, max: 3 })
		})
	});
	const check = (property: (played: ReturnType<typeof play>, thresholds: typeof defaultThresholds) => void) =>
		fc.assert(
			fc.property(story, ({ events, thresholds: drawn }) => {
				const thresholds = { ...defaultThresholds, ...drawn };
				property(play(events, thresholds), thresholds);
			}),
			{ numRuns: 200 }
		);

	test('no cell is shown that fewer than k cases share', () => {
		let cells = 0;
		check(({ versions }, { cases: k }) => {
			const sizes = versions.flatMap(classes).map((members) => members.length);
			cells += sizes.length;
			expect(sizes.filter((size) => size < k)).toEqual([]);
		});
		// the stories are worth telling: cells were shown often
		expect(cells).toBeGreaterThan(1000);
	});
	test('what is shown of a case never gets finer, and stays on its ladder', () => {
		let coarsened = 0;
		check(({ versions }) => {
			const last = new Map<string, CaseCell>();
			const astray: [CaseCell, CaseCell][] = [];
			for (const version of versions)
				for (const [id, cell] of version) {
					if (!cell) continue;
					const before = last.get(id);
					last.set(id, cell);
					if (!before || keyOf(before) === keyOf(cell)) continue;
					coarsened++;
					const above = attributes.every((a) => formOf(a, before[a], levelOf(a, cell[a])) === formOf(a, cell[a], 0));
					if (!above) astray.push([before, cell]);
				}
			expect(astray).toEqual([]);
		});
		expect(coarsened).toBeGreaterThan(20);
	});
	test('a batch changes nothing of cells that are full', () => {
		check(({ batches }, { cases, domains: least }) => {
			for (const { before, after } of batches)
				for (const members of Map.groupBy(before.released, (r) => keyOf(r.cell)).values())
					if (members.length >= cases && new Set(members.map((m) => m.mainDomain)).size >= least)
						expect(after.released).toEqual(expect.arrayContaining(members));
		});
	});
	test('whatever two versions have in common holds at least k, those gone since counted in', () => {
		let compared = 0;
		check(({ versions }, { cases: k }) => {
			const wrong: unknown[] = [];
			const parts = versions.map(classes);
			versions.forEach((later, w) => {
				for (const then of parts.slice(0, w).flat())
					for (const now of parts[w]!) {
						const known = new Set(now);
						const common = then.filter((id) => known.has(id)).length;
						if (common === 0) continue;
						compared++;
						const gone = then.filter((id) => !later.has(id)).length;
						// cases of one cell are never parted
						if (common + gone < k || common + gone !== then.length) wrong.push({ then, now, gone });
					}
			});
			expect(wrong).toEqual([]);
		});
		expect(compared).toBeGreaterThan(1000);
	});
	test('nobody joins a cell in smaller company than asked for, or one that hardly anybody fits', () => {
		let joins = 0;
		check(({ batches }, { arrivals }) => {
			for (const { before, after } of batches) {
				const was = new Set(out(before));
				const joined = Map.groupBy(
					after.released.filter((r) => !was.has(r.id)),
					(r) => keyOf(r.cell)
				);
				joins += joined.size;
				for (const together of joined.values()) expect(together.length).toBeGreaterThanOrEqual(arrivals);
				expect(joined.has(keyOf(rare))).toBe(false);
			}
		});
		expect(joins).toBeGreaterThan(300);
	});
	test('a rest that went all the way up says nothing', () => {
		const alone = batch(remove(batch(let_in(emptyRoom, eastern, ...five)), '1'));
		for (const { cell } of alone.released) for (const a of attributes) expect(levelOf(a, cell[a])).toBe(topLevel(a));
	});
});

describe('single counts of early cases', () => {
	const cells = (west: number, east: number) => [
		...Array.from({ length: west }, () => ({ place: 'AR-WEST' })),
		...Array.from({ length: east }, () => ({ place: '05566072' }))
	];
	const count = (list: CaseCell[], before?: ReturnType<typeof earlyCounts>['counts']) =>
		earlyCounts(list, { attribute: 'place', level: 1, threshold: 5, before });
	test('are shown from five on, and only where the rest does not tell a smaller one', () => {
		expect(count(cells(6, 7)).shown.cells).toEqual([[7], [6]]);
		expect(count(cells(6, 3)).shown.cells).toEqual([[null], [null]]);
	});
	test('do not move by one, as that would tell who came', () => {
		const first = count(cells(6, 7));
		expect(count(cells(6, 8), first.counts).shown.cells).toEqual([[7], [6]]);
		expect(count(cells(6, 12), first.counts).shown.cells).toEqual([[12], [6]]);
	});
});

// Merging as a pure model, the store held against it, and what races between coordinators leave behind.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { change } from '#platform/change.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { confirmGap, deferGap, dropSolution, moveGap, resumeDueGaps, resumeGap } from './commands.server.ts';
import { evidenceCounts, isEvidenced, tellsOf } from './evidence.server.ts';
import { isSupported, type Piece } from './evidence.rules.ts';
import { gapPage } from './gap.queries.server.ts';
import { assignToGap, assignToNewGap } from './intake.commands.server.ts';
import { mergeGap, unmergeGap } from './merging.commands.server.ts';
import { submitReport } from './report.commands.server.ts';
import { noFields } from './rules.ts';
import { canonicalIdOf } from './store.server.ts';
import { affectsUs, followGap, takeBackConfirmation } from './voices.commands.server.ts';

/** What merging means: a gap points to the one it went into, and everything else is asked along these arrows. */
type Model = {
	into: (number | null)[];
	reports: { gap: number; by: number }[];
	voices: { gap: number; by: number }[];
	followers: { gap: number; by: number }[];
};
type Deed = { do: 'merge' | 'unmerge' | 'voice' | 'take_back' | 'follow' | 'unfollow'; gap: number; other: number };

const canonical = (m: Model, gap: number): number => (m.into[gap] === null ? gap : canonical(m, m.into[gap]!));
const family = (m: Model, gap: number): number[] =>
	m.into.flatMap((_, i) => (i === gap || leadsTo(m, i, gap) ? [i] : []));
const leadsTo = (m: Model, from: number, to: number): boolean =>
	m.into[from] !== null && (m.into[from] === to || leadsTo(m, m.into[from]!, to));
const among = (m: Model, list: { gap: number; by: number }[], gap: number): number[] => [
	...new Set(list.filter((x) => family(m, gap).includes(x.gap)).map((x) => x.by))
];

/** The deed done to a copy; null when it is refused. */
function done(m: Model, { do: what, gap, other }: Deed): Model | null {
	const by = other;
	const without = (list: Model['voices']) => list.filter((x) => x.by !== by || !family(m, gap).includes(x.gap));
	if (what === 'merge')
		return gap === other || m.into[gap] !== null || m.into[other] !== null
			? null
			: { ...m, into: m.into.with(gap, other) };
	if (what === 'unmerge') return m.into[gap] === null ? null : { ...m, into: m.into.with(gap, null) };
	if (what === 'voice')
		return m.into[gap] !== null || among(m, m.voices, gap).includes(by)
			? null
			: { ...m, voices: [...m.voices, { gap, by }] };
	if (what === 'take_back') return among(m, m.voices, gap).includes(by) ? { ...m, voices: without(m.voices) } : null;
	if (what === 'unfollow') return { ...m, followers: without(m.followers) };
	return { ...m, followers: [...m.followers.filter((x) => x.gap !== gap || x.by !== by), { gap, by }] };
}

const gapsInPlay = 4;
const people = 3;
const deed = fc.record({
	do: fc.constantFrom('merge', 'merge', 'unmerge', 'voice', 'take_back', 'follow', 'unfollow'),
	gap: fc.nat(gapsInPlay - 1),
	other: fc.nat(gapsInPlay - 1)
}) as fc.Arbitrary<Deed>;
const fresh: Model = {
	into: [null, null, null, null],
	reports: [0, 1, 2, 3].map((i) => ({ gap: i, by: i % people })),
	voices: [],
	followers: []
};
const play = (deeds: Deed[]): Model => deeds.reduce((m, d) => done(m, d) ?? m, fresh);

describe('the model', () => {
	test('never goes in circles, loses nobody, and everything counts in exactly one gap', () => {
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
				const m = play(deeds);
				const roots = m.into.flatMap((into, i) => (into === null ? [i] : []));
				expect(roots.length).toBeGreaterThan(0);
				expect(roots.flatMap((r) => family(m, r)).sort()).toEqual([0, 1, 2, 3]);
				for (let i = 0; i < gapsInPlay; i++) expect(roots).toContain(canonical(m, i));
				expect(m.reports).toEqual(fresh.reports);
			})
		);
	});
	test('un-merging all brings everyone their own back', () => {
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
				const m = play(deeds);
				const apart = play([...deeds, ...[0, 1, 2, 3].map((gap): Deed => ({ do: 'unmerge', gap, other: 0 }))]);
				expect(apart).toEqual({ ...m, into: [null, null, null, null] });
			})
		);
	});
});

describe('independence', () => {
	const piece = fc.record({
		kind: fc.constantFrom('report', 'confirmation', 'case'),
		person: fc.constantFrom('p', 'q', 'r'),
		organisation: fc.constantFrom('A', 'B')
	}) as fc.Arbitrary<Piece>;
	test('needs two people, and two houses or a released analysis', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
				const persons = new Set(pieces.map((p) => p.person)).size;
				const houses = new Set(pieces.map((p) => p.organisation)).size;
				const some = isSupported(pieces);
				if (persons < 2) expect(some).toBe(false);
				if (houses < 2 && pieces.every((p) => p.kind !== 'case')) expect(some).toBe(false);
				expect(isSupported(pieces.toReversed())).toBe(some);
				// more evidence never takes away
				expect(isSupported([...pieces, { kind: 'report', person: 'p', organisation: 'A' }]) || !some).toBe(true);
			})
		);
		const at = (person: string, organisation: string, kind: Piece['kind'] = 'report') => ({
			person,
			organisation,
			kind
		});
		expect(isSupported([at('p', 'A'), at('q', 'A')])).toBe(false);
		expect(isSupported([at('p', 'A'), at('p', 'B')])).toBe(false);
		expect(isSupported([at('p', 'A'), at('q', 'B')])).toBe(true);
		expect(isSupported([at('p', 'A'), at('q', 'A', 'case')])).toBe(true);
		expect(isSupported([at('p', 'A'), at('p', 'A', 'case')])).toBe(false);
	});
});

describe('on the database', () => {
	let db: TestDatabase;
	let w: World;
	beforeAll(async () => {
		db = await testDatabase();
		w = await world();
	});
	afterAll(() => db.close());

	const tx = async <T>(run: (t: Parameters<typeof tellsOf>[0]) => Promise<T>): Promise<T> =>
		(await database()).transaction(run);
	const rows = async <T extends Record<string, unknown>>(q: ReturnType<typeof sql>): Promise<T[]> =>
		(await (await database()).execute<T>(q)).rows as T[];
	const cast = () => [w.fallmanagementA, w.fallmanagementB, w.fachkraft];
	const report = async (by: Actor) =>
		value(
			await submitReport(by, crypto.randomUUID(), {
				...noFields,
				text: 'Es fehlt eine Beratung.',
				phase: 'IK05',
				gapType: 'GT03',
				legalDomains: ['SGB8']
			})
		).id;
	const text = {
		title: 'Beratung fehlt',
		description: '',
		gapType: 'GT03',
		legalDomains: ['SGB8'],
		phases: ['IK05'],
		municipalities: []
	};
	const gapBy = async (by: Actor) => value(await assignToNewGap(w.koordination, await report(by), text)).gapId;
	const voice = { casesBand: '1-2', municipality: null, legalDomains: [] };
	const why = (r: { ok: boolean; why?: string }) => (r.ok ? 'ok' : r.why);
	const stateOf = async (id: string) =>
		(await rows<{ state: string }>(sql`select state from service_gap where id = ${id}`))[0]!.state;
	const said = (r: { ok: boolean; issues?: { message: string }[] }) => r.issues?.[0]?.message ?? '';

	test('whatever is merged, taken apart, confirmed and withdrawn: the store says what the model says', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (deeds) => {
				const ids: string[] = [];
				for (let i = 0; i < gapsInPlay; i++) ids.push(await gapBy(cast()[i % people]!));
				let m = fresh;
				for (const d of deeds) {
					const by = cast()[d.other % people]!;
					const asked = ['merge', 'unmerge'].includes(d.do) ? d : { ...d, other: d.other % people };
					const gap = ids[d.gap]!;
					const answer =
						d.do === 'merge'
							? await mergeGap(w.koordination, gap, ids[d.other]!)
							: d.do === 'unmerge'
								? await unmergeGap(w.koordination, gap)
								: d.do === 'voice'
									? await affectsUs(by, gap, voice)
									: d.do === 'take_back'
										? await takeBackConfirmation(by, gap)
										: await followGap(by, gap, d.do === 'follow');
					const after = done(m, asked);
					expect(answer.ok, JSON.stringify(asked)).toBe(after !== null);
					m = after ?? m;
				}
				await tx(async (t) => {
					const counts = await evidenceCounts(t, ids);
					for (let i = 0; i < gapsInPlay; i++) {
						const id = ids[i]!;
						expect(await canonicalIdOf(t, id)).toBe(ids[canonical(m, i)]);
						const mine = family(m, i);
						expect(counts.get(id)).toMatchObject({
							reports: m.reports.filter((r) => mine.includes(r.gap)).length,
							confirmations: among(m, m.voices, i).length
						});
						const heard = new Set([...among(m, m.reports, i), ...among(m, m.voices, i), ...among(m, m.followers, i)]);
						expect((await tellsOf(t, id)).map((x) => x.to).sort()).toEqual([...heard].map((n) => cast()[n]!.id).sort());
						const pieces: Piece[] = [...m.reports, ...m.voices]
							.filter((x) => mine.includes(x.gap))
							.map((x) => ({
								kind: 'report',
								person: cast()[x.by]!.id,
								organisation: cast()[x.by]!.organisationId
							}));
						expect(await isEvidenced(t, id)).toBe(isSupported(pieces));
					}
				});
				for (let i = 0; i < gapsInPlay; i++)
					for (const [n, who] of cast().entries()) {
						const seen = (await gapPage(who, ids[i]!))!;
						expect([seen.following, seen.joined]).toEqual([
							among(m, m.followers, i).includes(n),
							among(m, m.voices, i).includes(n)
						]);
					}
			}),
			{ numRuns: 8 }
		);
	});

	test('two merges of the same gap at once: one wins, the other hears where it went', async () => {
		for (let round = 0; round < 4; round++) {
			const [a, b, c] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB), await gapBy(w.fachkraft)];
			const both = await Promise.all([mergeGap(w.koordination, a, b), mergeGap(w.koordination2, a, c)]);
			expect(both.map(why).sort()).toEqual(['conflict', 'ok']);
			const winner = both[0].ok ? b : c;
			const number = (await gapPage(w.koordination, winner))!.number;
			expect(said(both.find((r) => !r.ok)!)).toContain(number);
			expect((await gapPage(w.koordination, a))!.mergedInto?.id).toBe(winner);
		}
	});
	test('both directions at once, or round a ring, make no circle', async () => {
		for (let round = 0; round < 4; round++) {
			const ring = await Promise.all([w.fallmanagementA, w.fallmanagementB, w.fachkraft].map(gapBy));
			const all = await Promise.all(
				ring.map((id, i) => mergeGap(i % 2 ? w.koordination : w.koordination2, id, ring[(i + 1) % 3]!))
			);
			expect(all.filter((r) => r.ok).length).toBeGreaterThan(0);
			const roots = new Set(await Promise.all(ring.map((id) => tx((t) => canonicalIdOf(t, id)))));
			expect(roots).not.toContain('');
			const [a, b] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB)];
			const both = await Promise.all([mergeGap(w.koordination, a, b), mergeGap(w.koordination2, b, a)]);
			expect(both.map(why).sort()).toEqual(['conflict', 'ok']);
		}
	});
	test('un-merging against merging: whoever is second acts on what is there', async () => {
		for (let round = 0; round < 4; round++) {
			const [a, b, c] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB), await gapBy(w.fachkraft)];
			value(await mergeGap(w.koordination, a, b));
			const [apart, into] = await Promise.all([unmergeGap(w.koordination, a), mergeGap(w.koordination2, c, a)]);
			expect(apart.ok).toBe(true);
			// first the merge: then c found no open gap; first the un-merge: then it did
			expect(why(into)).toMatch(/ok|conflict/);
			expect(await tx((t) => canonicalIdOf(t, c))).toBe(into.ok ? a : c);
			const again = await Promise.all([1, 2].map(() => unmergeGap(w.koordination, a)));
			expect(again.every((r) => !r.ok && r.why === 'wrong_state')).toBe(true);
		}
	});
	test('in a chain the middle leaves and keeps what went into it', async () => {
		const [a, b, c] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB), await gapBy(w.fachkraft)];
		value(await followGap(w.lenkung, a, true));
		value(await mergeGap(w.koordination, a, b));
		value(await mergeGap(w.koordination, b, c));
		expect((await gapPage(w.lenkung, a))!).toMatchObject({ mergedInto: { id: b }, counts: { id: c } });
		expect((await gapPage(w.lenkung, c))!.following).toBe(true);
		value(await unmergeGap(w.koordination, b));
		expect((await gapPage(w.lenkung, a))!).toMatchObject({ mergedInto: { id: b }, counts: { id: b } });
		expect((await gapPage(w.koordination, b))!.evidence.reports).toBe(2);
		expect((await gapPage(w.koordination, c))!.evidence.reports).toBe(1);
		expect((await gapPage(w.lenkung, c))!.following).toBe(false);
	});
	test('a report sent to a gap that has just been merged hears where it went', async () => {
		const [a, b] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB)];
		value(await mergeGap(w.koordination, a, b));
		const answer = await assignToGap(w.koordination2, await report(w.fachkraft), a);
		expect(why(answer)).toBe('conflict');
		expect(said(answer)).toContain((await gapPage(w.koordination, b))!.number);
	});
	test('the database itself keeps a gap from being merged into itself or into nothing', async () => {
		const a = await gapBy(w.fallmanagementA);
		await expect(
			rows(sql`update service_gap set merged_into_id = id, state = 'merged' where id = ${a}`)
		).rejects.toThrow();
		await expect(rows(sql`update service_gap set state = 'merged' where id = ${a}`)).rejects.toThrow();
	});

	test('one voice does not confirm a gap, nor two of one house; a second house does', async () => {
		const gap = await gapBy(w.fallmanagementA);
		expect(why(await confirmGap(w.koordination, gap))).toBe('incomplete');
		value(await affectsUs(w.fallmanagementA, gap, voice));
		expect(why(await confirmGap(w.koordination, gap))).toBe('incomplete');
		expect((await gapPage(w.koordination, gap))!.supported).toBe(false);
		value(await affectsUs(w.fallmanagementB, gap, voice));
		expect((await gapPage(w.koordination, gap))!.supported).toBe(true);
		expect((await gapPage(w.fallmanagementB, gap))!.supported).toBe(false);
		value(await confirmGap(w.koordination, gap));
	});

	test('what was deferred comes back on its day, to where it was, once, and those behind it and the office hear', async () => {
		const gap = await gapBy(w.fallmanagementA);
		value(await affectsUs(w.fallmanagementB, gap, voice));
		value(await confirmGap(w.koordination, gap));
		await rows(sql`update service_gap set state = 'prioritised' where id = ${gap}`);
		value(await deferGap(w.koordination, gap, '2099-01-01'));
		expect(await resumeDueGaps()).toBe(0);
		await rows(sql`update service_gap set deferred_until = '2020-01-01' where id = ${gap}`);
		const [once, twice] = await Promise.all([resumeDueGaps(), resumeDueGaps()]);
		expect(once + twice).toBe(1);
		expect(await stateOf(gap)).toBe('prioritised');
		const told = await rows<{ to: string }>(
			sql`select t.account_id as to from event e join event_tell t on t.event_id = e.id where e.kind = 'service_gap.resume' and e.thing_id = ${gap}`
		);
		expect(told.map((t) => t.to).sort()).toEqual(
			[w.fallmanagementA.id, w.fallmanagementB.id, w.koordination.id, w.koordination2.id].sort()
		);
		value(await deferGap(w.koordination, gap, '2099-01-01'));
		expect(why(await resumeGap(w.fallmanagementA, gap))).toBe('forbidden');
		value(await resumeGap(w.koordination, gap));
		expect((await gapPage(w.koordination, gap))!).toMatchObject({ state: 'prioritised', deferredUntil: null });
	});
	test('a deferred gap that was merged comes back deferred, and only then its day counts', async () => {
		const [a, b] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB)];
		await rows(sql`update service_gap set state = 'confirmed' where id = ${a}`);
		value(await deferGap(w.koordination, a, '2099-01-01'));
		value(await mergeGap(w.koordination, a, b));
		await rows(sql`update service_gap set deferred_until = '2020-01-01' where id = ${a}`);
		expect(await resumeDueGaps()).toBe(0);
		value(await unmergeGap(w.koordination, a));
		expect(await stateOf(a)).toBe('deferred');
		expect(await resumeDueGaps()).toBe(1);
		expect(await stateOf(a)).toBe('confirmed');
	});

	test('what happens to a merged gap happens to the one that counts; no proposal left means back to before', async () => {
		const [a, b] = [await gapBy(w.fallmanagementA), await gapBy(w.fallmanagementB)];
		value(await mergeGap(w.koordination, a, b));
		await rows(sql`update service_gap set state = 'mandated' where id = ${b}`);
		const within = (run: Parameters<typeof change<null>>[1]) => change(w.koordination, run);
		value(
			await within(async (c) => {
				const moved = await moveGap(c, a, 'solve');
				return moved.ok ? { ok: true, value: null } : moved;
			})
		);
		expect([await stateOf(a), await stateOf(b)]).toEqual(['merged', 'in_solution']);
		value(
			await within(async (c) => {
				await dropSolution(c, a);
				return { ok: true, value: null };
			})
		);
		expect(await stateOf(b)).toBe('mandated');
	});
});

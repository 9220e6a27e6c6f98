// The six state machines of the way to a decision and beyond, each run against a model that is nothing but its table: no
// state out of reach, no step without its event, the same refusals in every state.
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { give, takeMandateStep } from '#concepts/bodies/commands.server.ts';
import { mandateSteps, mandateStates } from '#concepts/bodies/rules.ts';
import { mandate } from '#concepts/bodies/tables.server.ts';
import { takeStep as takeGapStep } from '#concepts/gaps/commands.server.ts';
import { gapStates, steps as gapSteps, type GapStep } from '#concepts/gaps/rules.ts';
import { lockGap } from '#concepts/gaps/store.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { create, lockProposal } from '#concepts/proposals/commands.server.ts';
import { proposalStates, steps as proposalSteps, type ProposalStep } from '#concepts/proposals/rules.ts';
import { takeStep as takeProposalStep } from '#concepts/proposals/steps.server.ts';
import { proposal, proposalGap } from '#concepts/proposals/tables.server.ts';
import { change, look } from '#platform/change.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { no, type Result } from '#platform/result.ts';
import { fits, type Steps } from '#platform/step.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, aMeasure, admitted, scheduled, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import {
	castVote,
	demandSitting,
	endCirculation,
	remindVoters,
	startCirculation
} from './circulation.commands.server.ts';
import { circulationStates, circulationSteps, type CirculationStep } from './circulation.rules.ts';
import { circulation, circulationVote } from './committee.tables.server.ts';
import { decide } from './commands.server.ts';
import { takeMeasureStep } from './measures.commands.server.ts';
import { measureStates, measureSteps, type MeasureStep } from './measures.rules.ts';
import { lock, setState } from './measures.store.server.ts';
import { helpersFor } from './helping.server.ts';
import { askNow, closeReview, keepClosed, reopenGap } from './reviews.commands.server.ts';
import { reviewStates, reviewSteps, type ReviewStep } from './reviews.rules.ts';
import { effectReview, measure } from './tables.server.ts';

let db: TestDatabase;
let w: World;
const start = new Date('2027-03-01T09:00:00Z');
beforeAll(async () => {
	setClock(start);
	db = await testDatabase({ max: 8 });
	w = await world();
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

/** `from`: the first state; the store is asked, never what a command answers. */
type Machine<Step extends string> = {
	name: string;
	type: string;
	table: Steps<string>;
	states: readonly string[];
	from: string;
	/** States that only exist as data for what comes later. */
	unused?: readonly string[];
	make(): Promise<string>;
	state(id: string): Promise<string>;
	take(id: string, step: Step): Promise<Result<unknown>>;
};

const stateIn =
	(
		table:
			typeof proposal | typeof serviceGap | typeof mandate | typeof measure | typeof effectReview | typeof circulation
	) =>
	async (id: string): Promise<string> => {
		const [row] = await (await database()).select({ state: table.state }).from(table).where(eq(table.id, id));
		return row!.state;
	};
const within = (run: Parameters<typeof change>[1]) => change(w.koordination, run);

const machines = (): Machine<string>[] => [
	{
		name: 'a proposal',
		type: 'proposal',
		table: proposalSteps,
		states: proposalStates,
		from: 'draft',
		unused: ['superseded'],
		make: async () => sure(await create(w.koordination, { bodyId: w.group, title: 'Ein Vorschlag', gapIds: [] })).id,
		state: stateIn(proposal),
		take: (id, step) => within(async (c) => takeProposalStep(c, (await lockProposal(c.tx, id))!, step as ProposalStep))
	},
	{
		name: 'a service gap',
		type: 'service_gap',
		table: gapSteps,
		states: gapStates,
		from: 'new',
		make: () => aGap(w, 'new'),
		state: stateIn(serviceGap),
		take: async (id, step) => {
			const into = step === 'merge' ? await aGap(w) : null;
			return within(async (c) => {
				const gap = await lockGap(c.tx, id);
				const also = step === 'merge' ? { mergedIntoId: into } : step === 'unmerge' ? { mergedIntoId: null } : {};
				return gap ? takeGapStep(c, gap, step as GapStep, {}, also) : no('not_found');
			});
		}
	},
	{
		name: 'a mandate',
		type: 'mandate',
		table: mandateSteps,
		states: mandateStates,
		from: 'given',
		make: async () =>
			sure(await give(w.vorsitz, { bodyId: w.group, goal: 'Etwas klären', dueOn: addDays(today(), 60) })).id,
		state: stateIn(mandate),
		take: async (id, step) => {
			const [row] = await (await database()).select().from(mandate).where(eq(mandate.id, id));
			const input = { text: 'Ein Satz', dueOn: addDays(row!.dueOn, 1) };
			return takeMandateStep(w.koordination, id, step as keyof typeof mandateSteps, input);
		}
	},
	{
		name: 'a measure',
		type: 'measure',
		table: measureSteps,
		states: measureStates,
		from: 'issued',
		make: async () => {
			const { id } = await aRunningMeasure();
			return id;
		},
		state: stateIn(measure),
		take: async (id, step) => {
			const [row] = await (await database()).select().from(measure).where(eq(measure.id, id));
			const input = {
				text: 'Sachstand',
				nextStep: 'Weiter',
				delayReason: 'Grund',
				blockedBy: 'Fehlt etwas',
				helper: (await look(helpersFor))[0]!.value,
				dueOn: addDays(row!.dueOn, 1),
				remark: 'Hinweis'
			};
			if (step === 'ask') return askMeasure(id);
			const byUnit = ['accept', 'report', 'block', 'finish', 'request_extension'].includes(step);
			const who = byUnit ? w.federfuehrung : w.koordination;
			return takeMeasureStep(who, id, step as Exclude<MeasureStep, 'ask'>, input);
		}
	},
	{
		name: 'an effect review',
		type: 'effect_review',
		table: reviewSteps,
		states: reviewStates,
		from: 'planned',
		make: aPlannedReview,
		state: stateIn(effectReview),
		take: (id, step) => {
			const take: Record<ReviewStep, () => Promise<Result<unknown>>> = {
				ask: () => askNow(w.koordination, id),
				pass: () => closeReview(w.koordination, id, 'pass'),
				propose_reopening: () => closeReview(w.koordination, id, 'propose_reopening'),
				reopen: () => reopenGap(w.koordination, id),
				keep_closed: () => keepClosed(w.koordination, id, 'Die Regel hat sich geändert.')
			};
			return take[step as ReviewStep]();
		}
	},
	{
		name: 'a circulation',
		type: 'circulation',
		table: circulationSteps,
		states: circulationStates,
		from: 'open',
		make: async () => {
			const p = await admitted(w);
			const given = { proposalId: p.id, untilOn: addDays(today(), 7), reason: 'Eilt', measure: aMeasure(w) };
			return sure(await startCirculation(w.koordination, given)).id;
		},
		state: stateIn(circulation),
		take: takeCirculationStep
	}
];

/** Decided in a meeting, so that it is there; without gaps behind it no review hinders its end. */
async function aRunningMeasure(): Promise<{ id: string; gapId: string }> {
	const p = await scheduled(w);
	const input = {
		proposalId: p.id,
		result: 'adopted' as const,
		wording: 'Zwei Kurse.',
		reason: '',
		target: '',
		targetOn: null
	};
	const d = sure(await decide(w.vorsitz, { ...input, measures: [aMeasure(w)] }));
	const sql = await database();
	await sql.delete(proposalGap).where(eq(proposalGap.proposalId, p.id));
	const [row] = await sql.select().from(measure).where(eq(measure.decisionId, d.id));
	return { id: row!.id, gapId: p.gapIds[0]! };
}
/** What the daily job does with the measure of a review. */
const askMeasure = (id: string): Promise<Result<unknown>> =>
	within(async (c) => {
		const found = (await lock(c.tx, id))!;
		if (!fits(measureSteps.ask as { from: readonly string[]; to: string }, found.state)) return no('wrong_state');
		if (!(await setState(c.tx, found, measureSteps.ask.to))) return no('conflict');
		c.record('measure.ask', { type: 'measure', id });
		return { ok: true, value: null };
	});
async function aPlannedReview(): Promise<string> {
	const { id, gapId } = await aRunningMeasure();
	const [row] = await (
		await database()
	)
		.insert(effectReview)
		.values({ measureId: id, gapId, dueOn: today() })
		.returning({ id: effectReview.id });
	return row!.id;
}
/** An end is brought about by its votes: `adopt` by two times yes, `fail` by two times no. */
async function takeCirculationStep(id: string, step: string): Promise<Result<unknown>> {
	const sql = await database();
	const vote = async (what: 'yes' | 'no') => {
		await sql.delete(circulationVote).where(eq(circulationVote.circulationId, id));
		for (const who of [w.vorsitz, w.lenkung])
			await sql.insert(circulationVote).values({ circulationId: id, accountId: who.id, vote: what, at: start });
	};
	const after = async (days: number, run: () => Promise<Result<unknown>>) => {
		setClock(new Date(start.getTime() + days * 86_400_000));
		try {
			return await run();
		} finally {
			setClock(start);
		}
	};
	const take: Record<CirculationStep, () => Promise<Result<unknown>>> = {
		vote: () => castVote(w.lenkung, id, { vote: 'abstain', reason: '' }),
		remind: async () => {
			await sql.update(circulation).set({ remindedAt: null }).where(eq(circulation.id, id));
			return after(6, () => remindVoters(id));
		},
		demand: () => demandSitting(w.lenkung, id, ''),
		adopt: async () => {
			await vote('yes');
			return after(8, () => endCirculation(id));
		},
		fail: async () => {
			await vote('no');
			return after(8, () => endCirculation(id));
		}
	};
	return take[step as CirculationStep]();
}

const eventsOf = async (type: string, id: string) =>
	(await (await database()).select({ kind: event.kind }).from(event).where(eq(event.thingId, id)).orderBy(event.id))
		.map((e) => e.kind)
		.filter((kind) => kind.startsWith(`${type}.`));

const all = ['a proposal', 'a service gap', 'a mandate', 'a measure', 'an effect review', 'a circulation'];
const named = (name: string) => machines().find((m) => m.name === name)!;

describe.each(all)('%s', (name) => {
	test('reaches each of its states, and each step starts where one can be', () => {
		const { table, states, from, unused = [] } = named(name);
		const reached = new Set([from]);
		for (let grown = true; grown;) {
			const before = reached.size;
			for (const step of Object.values(table)) if (step.from.some((s) => reached.has(s))) reached.add(step.to);
			grown = reached.size > before;
		}
		expect([...reached].sort()).toEqual(states.filter((s) => !unused.includes(s)).sort());
		for (const [step, of] of Object.entries(table))
			expect([step, of.from.some((s) => reached.has(s))]).toEqual([step, true]);
	});

	test('goes with its table through any sequence of steps', async () => {
		const machine = named(name);
		const steps = Object.keys(machine.table);
		// two thirds of the steps fit, so that sequences come far; the others must be refused
		const sequence = fc.array(fc.tuple(fc.nat(), fc.nat(2)), { minLength: 3, maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(sequence, async (choices) => {
				const id = await machine.make();
				let model = machine.from;
				for (const [pick, kind] of choices) {
					const fitting = steps.filter((s) => fits(machine.table[s]!, model));
					const from = kind > 0 && fitting.length ? fitting : steps;
					const step = from[pick % from.length]!;
					const allowed = fits(machine.table[step]!, model);
					const before = await eventsOf(machine.type, id);
					const taken = await machine.take(id, step);
					expect([model, step, taken.ok ? 'taken' : taken.why]).toEqual([
						model,
						step,
						allowed ? 'taken' : 'wrong_state'
					]);
					if (allowed) model = machine.table[step]!.to;
					expect([model, step, await machine.state(id)]).toEqual([model, step, model]);
					const added = (await eventsOf(machine.type, id)).slice(before.length);
					expect(added.filter((k) => k === `${machine.type}.${step}`)).toHaveLength(allowed ? 1 : 0);
					if (!allowed) expect(added).toEqual([]);
				}
			}),
			{ numRuns: 12, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false }
		);
	}, 60_000);

	test('refuses in each state every step that its table does not know there, and leaves no trace', async () => {
		const machine = named(name);
		const seen = new Set<string>();
		const queue: { path: string[]; state: string }[] = [{ path: [], state: machine.from }];
		// the shortest way to each state, taken once more for real; there every step that does not fit
		while (queue.length) {
			const { path, state } = queue.shift()!;
			if (seen.has(state)) continue;
			seen.add(state);
			const id = await machine.make();
			for (const step of path) sure(await machine.take(id, step));
			expect(await machine.state(id)).toBe(state);
			const before = await eventsOf(machine.type, id);
			for (const [step, of] of Object.entries(machine.table)) {
				if (of.from.includes(state)) {
					queue.push({ path: [...path, step], state: of.to });
					continue;
				}
				expect([state, step, await machine.take(id, step)]).toMatchObject([
					state,
					step,
					{ ok: false, why: 'wrong_state' }
				]);
			}
			expect(await eventsOf(machine.type, id)).toEqual(before);
			expect(await machine.state(id)).toBe(state);
		}
	}, 60_000);
});

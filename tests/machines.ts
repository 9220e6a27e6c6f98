/**
 * Runs a state machine against a model that is nothing but its table: no state out of reach, no step without its event, the
 * same refusals in every state.
 */
import fc from 'fast-check';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#platform/database.server.ts';
import { event } from '#platform/events.tables.server.ts';
import type { Result } from '#platform/result.ts';
import { fits, type Steps } from '#platform/step.ts';
import { sure } from './steering-scene.ts';

/** `from`: the first state; the store is asked, never what a command answers. */
export type Machine<Step extends string = string> = {
	name: string;
	type: string;
	table: Steps<string>;
	states: readonly string[];
	from: string;
	/** States that only exist as data for what comes later. */
	unused?: readonly string[];
	/** Events of a step, where it takes more than one hand. */
	hands?: Partial<Record<string, number>>;
	make(): Promise<string>;
	state(id: string): Promise<string>;
	take(id: string, step: Step): Promise<Result<unknown>>;
};

const eventsOf = async (type: string, id: string) =>
	(
		await (
			await database()
		)
			.select({ kind: event.kind })
			.from(event)
			.where(eq(event.thingId, id))
			.orderBy(asc(event.id))
	)
		.map((e) => e.kind)
		.filter((kind) => kind.startsWith(`${type}.`));

/** @param machineNow called within each test, once the world is there */
export function holdsToItsTable(machineNow: () => Machine): void {
	test('reaches each of its states, and each step starts where one can be', () => {
		const { table, states, from, unused = [] } = machineNow();
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
		const machine = machineNow();
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
					expect(added.filter((k) => k === `${machine.type}.${step}`)).toHaveLength(
						allowed ? (machine.hands?.[step] ?? 1) : 0
					);
					if (!allowed) expect(added).toEqual([]);
				}
			}),
			{ numRuns: 12, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false }
		);
	}, 60_000);

	test('refuses in each state every step that its table does not know there, and leaves no trace', async () => {
		const machine = machineNow();
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
}

// The seven state machines of the way to a decision and beyond, each run against its table.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe } from 'vitest';
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
import { no, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { holdsToItsTable, type Machine } from '../../../tests/machines.ts';
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
import { takeEscalationStep } from './escalations.commands.server.ts';
import { escalationStates, escalationSteps, type EscalationStep } from './escalations.rules.ts';
import { escalation } from './escalations.tables.server.ts';
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

const stateIn =
	(
		table:
			| typeof proposal
			| typeof serviceGap
			| typeof mandate
			| typeof measure
			| typeof effectReview
			| typeof circulation
			| typeof escalation
	) =>
	async (id: string): Promise<string> => {
		const [row] = await (await database()).select({ state: table.state }).from(table).where(eq(table.id, id));
		return row!.state;
	};
const within = (run: Parameters<typeof change>[1]) => change(w.koordination, run);

const machines = (): Machine[] => [
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
	},
	{
		name: 'a letter to the Land',
		type: 'escalation',
		table: escalationSteps,
		states: escalationStates,
		from: 'drafted',
		make: aLetter,
		state: stateIn(escalation),
		take: (id, step) => takeEscalationStep(w.koordination, id, step as EscalationStep, letter())
	}
];

const letter = () => ({
	addressee: 'Ministerium',
	subject: 'Wartezeiten',
	reason: 'Es dauert zu lange.',
	request: 'Bitte ändern Sie den Erlass.',
	sentOn: today(),
	resubmitOn: addDays(today(), 30),
	answeredOn: today(),
	answer: 'Der Erlass wird geändert.',
	feedback: 'Das Land ändert den Erlass.',
	outcome: 'stays'
});
async function aLetter(): Promise<string> {
	const p = await scheduled(w);
	const input = {
		proposalId: p.id,
		result: 'passed_on' as const,
		wording: 'Ans Land.',
		reason: 'Zuständig',
		measures: []
	};
	const d = sure(await decide(w.vorsitz, { ...input, target: 'Ministerium', targetOn: addDays(today(), 30) }));
	const [row] = await (await database()).select().from(escalation).where(eq(escalation.decisionId, d.id));
	return row!.id;
}

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

const all = [
	'a proposal',
	'a service gap',
	'a mandate',
	'a measure',
	'an effect review',
	'a circulation',
	'a letter to the Land'
];
const named = (name: string) => machines().find((m) => m.name === name)!;

describe.each(all)('%s', (name) => holdsToItsTable(() => named(name)));

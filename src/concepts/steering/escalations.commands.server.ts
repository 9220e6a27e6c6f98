/** The verbs of passing on: the letter is written, sent, reminded of, answered – and those behind the gaps hear of it. */
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import { moveGap } from '#concepts/gaps/commands.server.ts';
import { addFeedback, tellsOf } from '#concepts/gaps/evidence.server.ts';
import { namedIn } from '#concepts/gaps/report.check.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, look, type Change, type Tell } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import {
	escalationSteps,
	gapStepOf,
	missingIn,
	outcomes,
	type EscalationState,
	type EscalationStep,
	type Letter,
	type Outcome
} from './escalations.rules.ts';
import * as store from './escalations.store.server.ts';
import type { Escalation } from './escalations.store.server.ts';
import type { escalation } from './escalations.tables.server.ts';
import { letterLacks } from './escalations.words.ts';
import { mayEscalate } from './policy.ts';

export type EscalationInput = Letter & {
	sentOn: string;
	/** the day on which it comes back to the office */
	resubmitOn: string;
	answeredOn: string;
	answer: string;
	/** the sentence to everyone behind the gaps */
	feedback: string;
	outcome: string;
};
const thing = (id: string) => ({ type: 'escalation', id });

/** Within the decision's transaction: the office finds the letter begun. */
export async function draftEscalation(
	c: Change,
	of: { decisionId: string; addressee: string; resubmitOn: string; subject: string; reason: string; request: string }
): Promise<void> {
	const id = await store.insertEscalation(c.tx, of);
	c.record('escalation.draft', thing(id), { decisionId: of.decisionId, resubmitOn: of.resubmitOn });
}

export async function takeEscalationStep(
	actor: Actor,
	id: string,
	step: EscalationStep,
	input: EscalationInput,
	check: Checker = checkText
): Promise<Result<{ state: EscalationState }>> {
	// Security: what leaves the house is checked as it stands, as it was begun with words that nobody has checked yet
	const letter = step === 'send' ? await look((tx) => store.findEscalation(tx, id)) : null;
	// nobody else makes us check a text
	const named = mayEscalate(actor, step) ? await namedAmong(step, { ...input, ...lettersOf(letter) }, check) : [];
	return change(actor, async (c) => {
		const e = mayEscalate(actor, 'read') && isSomebody(actor) ? await store.lockEscalation(c.tx, id) : null;
		if (!e || !isSomebody(actor)) return no('not_found');
		if (!mayEscalate(actor, step)) return no('forbidden');
		if (!fits<EscalationState>(escalationSteps[step], e.state)) return no('wrong_state');
		if (letter && textOf(letter) !== textOf(e)) return no('conflict');
		const issues = [...lacks(step, e, input), ...named];
		if (issues.length) return no('incomplete', issues);
		const { to, tells } = escalationSteps[step];
		if (!(await store.setEscalation(c.tx, e, to, brings(step, input, actor.id)))) return no('conflict');
		const gaps = tells.length ? await store.gapsOfEscalation(c.tx, e) : [];
		c.record(`escalation.${step}`, thing(id), { from: e.state, to }, step === 'send' ? await behindAll(c, gaps) : []);
		for (const gapId of gaps) await follow(c, actor, gapId, step, input, id);
		return yes({ state: to });
	});
}

/** The answer goes to everyone behind each gap in one text; what becomes of the gap follows with the end. */
async function follow(
	c: Change,
	actor: Actor,
	gapId: string,
	step: EscalationStep,
	input: EscalationInput,
	escalationId: string
): Promise<void> {
	if (step === 'answer') await addFeedback(c, actor, gapId, input.feedback);
	const gapStep = step === 'close' ? gapStepOf[input.outcome as Outcome] : null;
	// a gap that another decision has moved on stays where it is
	if (gapStep) await moveGap(c, gapId, gapStep, { escalationId });
}

async function behindAll(c: Change, gapIds: readonly string[]): Promise<Tell[]> {
	const all: Tell[] = [];
	for (const gapId of gapIds) all.push(...(await tellsOf(c.tx, gapId)));
	return all;
}

const lettersOf = (e: Escalation | null) => e && { subject: e.subject, reason: e.reason, request: e.request };
const textOf = (e: Escalation): string => JSON.stringify(lettersOf(e));
const checkedIn: Partial<
	Record<EscalationStep, readonly ('subject' | 'reason' | 'request' | 'answer' | 'feedback')[]>
> = {
	edit: ['subject', 'reason', 'request'],
	send: ['subject', 'reason', 'request'],
	answer: ['answer', 'feedback']
};
async function namedAmong(step: EscalationStep, input: EscalationInput, check: Checker): Promise<Issue[]> {
	const issues: Issue[] = [];
	for (const field of checkedIn[step] ?? []) issues.push(...(await namedIn(field, input[field], check)));
	return issues;
}

function lacks(step: EscalationStep, e: Escalation, input: EscalationInput): Issue[] {
	const issues: Issue[] = [];
	const need = (ok: boolean, field: string, message: () => string) => {
		if (!ok) issues.push({ field, message: message() });
	};
	if (step === 'edit') need(!!input.addressee.trim(), 'addressee', letterLacks.addressee);
	if (step === 'edit') need(!!input.resubmitOn && input.resubmitOn > today(), 'resubmitOn', m.steering_issue_future);
	if (step === 'send') {
		for (const field of missingIn(e)) issues.push({ field, message: letterLacks[field]() });
		need(!!input.sentOn && input.sentOn <= today(), 'sentOn', m.steering_issue_sent_on);
	}
	if (step === 'remind') need(input.resubmitOn > today(), 'resubmitOn', m.steering_issue_future);
	if (step === 'answer') {
		need(!!input.answeredOn && input.answeredOn <= today(), 'answeredOn', m.steering_issue_sent_on);
		need(!!input.answer.trim(), 'answer', m.steering_issue_answer);
		need(!!input.feedback.trim(), 'feedback', m.steering_issue_feedback);
	}
	if (step === 'close') need(outcomes.includes(input.outcome as Outcome), 'outcome', m.steering_issue_outcome);
	return issues;
}

function brings(step: EscalationStep, input: EscalationInput, by: string): Partial<typeof escalation.$inferInsert> {
	const { addressee, subject, reason, request, resubmitOn, sentOn, answeredOn, answer, outcome } = input;
	if (step === 'edit') return { addressee, subject, reason, request, resubmitOn };
	if (step === 'send') return { sentOn, sentBy: by };
	if (step === 'remind') return { remindedOn: today(), resubmitOn };
	if (step === 'answer') return { answeredOn, answer };
	return { outcome: outcome as Outcome };
}

/** Gate 1: the committee says how urgent a gap is and may give a mandate to a group. */
import { change, type Change } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { giveMandate } from '#concepts/bodies/commands.server.ts';
import { bodyOf, memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { linkGroup, linkMandate, moveGap, oweFeedback } from '#concepts/gaps/commands.server.ts';
import { may as mayGap } from '#concepts/gaps/policy.ts';
import { steps as gapSteps, type GapState } from '#concepts/gaps/rules.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import type { Tally } from './circulation.rules.ts';
import type { Decided } from './effect.server.ts';
import { mayDecideIn, mayDecideSomewhere } from './policy.ts';
import { isDecidable, prioritisable, type Priority } from './rules.ts';
import * as store from './store.server.ts';
import { countedIn } from './standing.server.ts';
import type { Decision } from './store.server.ts';
import { priorityWords } from './words.ts';

export type Prioritising = {
	gapId: string;
	meetingId: string;
	priority: Priority;
	reason: string;
	/** Said in words, where it was not counted. */
	vote?: string;
	votes?: Tally | null;
	/** `dueOn`: the final report; `interimDueOn`: an interim one, or none. */
	mandate: { bodyId: string; goal: string; dueOn: string; interimDueOn?: string | null } | null;
};

/** Gate 1: says how urgent a gap is and, if wished, which group works on it until when. Nothing on the matter itself. */
export const prioritise = (actor: Actor, input: Prioritising): Promise<Result<Decided>> =>
	change(actor, async (c) => {
		const gap = mayGap(actor, 'read') && isSomebody(actor) ? await store.lockGap(c.tx, input.gapId) : null;
		if (!gap || !isSomebody(actor)) return no('not_found');
		if (!mayDecideSomewhere(actor)) return no('forbidden');
		const sitting = await store.lockSitting(c.tx, input.meetingId);
		if (sitting && !mayDecideIn(actor, sitting)) return no('forbidden');
		if (!sitting || !isDecidable(1, sitting.state))
			return no('wrong_state', [{ field: 'meetingId', message: m.steering_issue_gate1_running() }]);
		if (!prioritisable.includes(gap.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_gap_state() }]);
		const issues = await gate1Issues(c, input, gap.state);
		if (issues.length) return no('incomplete', issues);

		const result = input.mandate ? 'mandated' : 'prioritised';
		const counted = await countedIn(c.tx, sitting, null, { result, votes: input.votes ?? null });
		if (!counted.ok) return counted;
		const given = input.mandate ? await giveMandate(c, { ...input.mandate, meetingId: sitting.id }) : null;
		if (given && !given.ok) return given;
		const d = await store.insertDecision(c.tx, store.inSitting(sitting), {
			...counted.value.kept,
			gate: 1,
			gapId: gap.id,
			mandateId: given?.value.id ?? null,
			result,
			wording: await gate1Wording(c, gap.number, input),
			reason: input.reason.trim(),
			vote: input.vote?.trim() ?? '',
			decidedBy: actor.id
		});
		const moved = await moveOn(c, gap, input, d);
		if (!moved.ok) return moved;
		await oweFeedback(c, { gapId: gap.id, meetingId: sitting.id, decisionId: d.id });
		const told = (await memberIdsOf(c.tx, sitting.bodyId)).map((to) => ({ to, note: 'decision' }));
		c.record(
			'decision.prioritise',
			{ type: 'decision', id: d.id },
			{ number: d.number, result: d.result, gapId: gap.id, meetingId: sitting.id },
			told
		);
		return yes({ id: d.id, number: d.number });
	});

async function moveOn(
	c: Change,
	gap: { id: string; state: GapState },
	input: Prioritising,
	d: Decision
): Promise<Result<unknown>> {
	const data = { decisionId: d.id, priority: input.priority };
	const also = { priority: input.priority };
	if (fits<GapState>(gapSteps.prioritise, gap.state)) {
		const moved = await moveGap(c, gap.id, 'prioritise', data, also);
		if (!moved.ok) return moved;
	}
	if (!d.mandateId || !input.mandate) return yes(null);
	await linkMandate(c, gap.id, d.mandateId);
	await linkGroup(c, gap.id, input.mandate.bodyId);
	return moveGap(c, gap.id, 'mandate', data, also);
}

async function gate1Issues(c: Change, input: Prioritising, state: GapState): Promise<Issue[]> {
	const issues: Issue[] = [];
	if (!input.reason.trim()) issues.push({ field: 'reason', message: m.steering_issue_reason() });
	const needsMandate = !fits<GapState>(gapSteps.prioritise, state);
	if (!input.mandate && needsMandate) issues.push({ field: 'bodyId', message: m.steering_issue_mandate() });
	if (!input.mandate) return issues;
	const group = isId(input.mandate.bodyId) ? await bodyOf(c.tx, input.mandate.bodyId) : null;
	if (!group) issues.push({ field: 'bodyId', message: m.steering_issue_mandate() });
	if (!input.mandate.goal.trim()) issues.push({ field: 'goal', message: m.steering_issue_goal() });
	if (!input.mandate.dueOn || input.mandate.dueOn <= today())
		issues.push({ field: 'dueOn', message: m.steering_issue_future() });
	const interim = input.mandate.interimDueOn;
	if (interim && (interim <= today() || interim >= input.mandate.dueOn))
		issues.push({ field: 'interimDueOn', message: m.bodies_issue_interim() });
	return issues;
}

/** Kept in German, like everything the committee puts on record. */
async function gate1Wording(c: Change, number: string, input: Prioritising): Promise<string> {
	const priority = priorityWords[input.priority]({}, { locale: 'de' }).toLowerCase();
	if (!input.mandate) return m.steering_gate1_wording({ number, priority }, { locale: 'de' });
	const group = await bodyOf(c.tx, input.mandate.bodyId);
	const said = { number, priority, group: group?.name ?? '', goal: input.mandate.goal.trim() };
	return m.steering_gate1_wording_mandate(said, { locale: 'de' });
}

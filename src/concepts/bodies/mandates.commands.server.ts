/** Mandates: given by the committee, accepted and reported on by a group, accepted by the committee. */
import type { Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import type { Note } from '#concepts/people/rules.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, nextIn, type Change, type Tell } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { mayMandate } from './policy.ts';
import { isActive, mandateSteps, type MandateStep } from './rules.ts';
import { accountIdsIn, committeeChairs, findBody, lockMandate, setMandate, type Mandate } from './store.server.ts';
import { mandate } from './tables.server.ts';

/** `dueOn`: the final report; `interimDueOn`: an interim one, or none. */
export type NewMandate = {
	bodyId: string;
	goal: string;
	dueOn: string;
	interimDueOn?: string | null;
	meetingId?: string | null;
};

/** Inside the transaction of a decision, or of its own by `give`; tells the group. Number M-2026-003. */
export async function giveMandate(c: Change, given: NewMandate): Promise<Result<{ id: string; number: string }>> {
	const group = await findBody(c.tx, given.bodyId);
	if (!group || group.kind === 'steering_committee')
		return no('incomplete', [{ field: 'bodyId', message: m.bodies_issue_group() }]);
	if (!isActive(group.state)) return no('wrong_state', [{ field: 'bodyId', message: m.bodies_issue_group_closed() }]);
	const issues: Issue[] = [];
	if (!given.goal.trim()) issues.push({ field: 'goal', message: m.bodies_issue_goal() });
	if (given.dueOn <= today()) issues.push({ field: 'dueOn', message: m.bodies_issue_due_future() });
	const interimDueOn = given.interimDueOn ?? null;
	if (interimDueOn && (interimDueOn <= today() || interimDueOn >= given.dueOn))
		issues.push({ field: 'interimDueOn', message: m.bodies_issue_interim() });
	if (issues.length) return no('incomplete', issues);
	const year = today().slice(0, 4);
	const { mandatePrefix } = await settingsOf(c.tx);
	const number = `${mandatePrefix}-${year}-${String(await nextIn(c.tx, `${mandatePrefix}-${year}`)).padStart(3, '0')}`;
	const values = {
		number,
		bodyId: given.bodyId,
		goal: given.goal.trim(),
		dueOn: given.dueOn,
		interimDueOn,
		meetingId: given.meetingId ?? null
	};
	const [made] = await c.tx.insert(mandate).values(values).returning();
	const members = await accountIdsIn(c.tx, [given.bodyId], today(), ['chair', 'deputy', 'member']);
	c.record(
		'mandate.give',
		{ type: 'mandate', id: made!.id },
		{ bodyId: given.bodyId, dueOn: given.dueOn, interimDueOn },
		tell(members, 'task')
	);
	return yes({ id: made!.id, number });
}

export const give = (actor: Actor, given: NewMandate) =>
	change(actor, async (c) => {
		const coming = { bodyId: given.bodyId, state: 'given' } as const;
		if (!mayMandate(actor, 'read', coming)) return no('not_found');
		if (!mayMandate(actor, 'give', coming)) return no('forbidden');
		return giveMandate(c, given);
	});

/** What a step brings along: `text` is the report or the committee's remark, `dueOn` the new date. */
export type MandateInput = { text?: string; dueOn?: string };

export const takeMandateStep = (actor: Actor, id: string, step: MandateStep, input: MandateInput = {}) =>
	change<Mandate>(actor, async (c) => {
		const found = await lockMandate(c.tx, id);
		if (!found || !mayMandate(actor, 'read', found)) return no('not_found');
		if (!mayMandate(actor, step, found)) return no('forbidden');
		if (!fits(mandateSteps[step], found.state)) return no('wrong_state');
		const text = input.text?.trim() ?? '';
		const issues = lacks(step, found, text, input.dueOn);
		if (issues.length) return no('incomplete', issues);
		const moved = await setMandate(c.tx, found, { state: mandateSteps[step].to, ...brings(step, text, input.dueOn) });
		if (!moved) return no('conflict');
		const data = {
			from: found.state,
			to: moved.state,
			...(step === 'extend' ? { oldDueOn: found.dueOn, dueOn: moved.dueOn } : {})
		};
		c.record(`mandate.${step}`, { type: 'mandate', id }, data, await tellsOf(c, step, found));
		return yes(moved);
	});

function lacks(step: MandateStep, found: Mandate, text: string, dueOn: string | undefined): Issue[] {
	const issues: Issue[] = [];
	const needsText =
		step === 'report_interim' || step === 'report' || step === 'return' || step === 'extend' || step === 'withdraw';
	const sentence = step === 'report' || step === 'report_interim' ? m.bodies_issue_report() : m.bodies_issue_reason();
	if (needsText && !text) issues.push({ field: 'text', message: sentence });
	if (step === 'extend' && (!dueOn || dueOn <= found.dueOn))
		issues.push({ field: 'dueOn', message: m.bodies_issue_later() });
	return issues;
}

function brings(step: MandateStep, text: string, dueOn: string | undefined): Partial<Mandate> {
	if (step === 'report_interim') return { interimReport: text, interimReportedAt: now() };
	if (step === 'report') return { finalReport: text, reportedAt: now() };
	if (step === 'return' || step === 'withdraw') return { remark: text };
	if (step === 'extend') return { remark: text, dueOn: dueOn! };
	return {};
}

async function tellsOf(c: Change, step: MandateStep, found: Mandate): Promise<Tell[]> {
	const whom = (mandateSteps[step] as { tells?: readonly string[] }).tells ?? [];
	const group = whom.includes('group')
		? await accountIdsIn(c.tx, [found.bodyId], today(), ['chair', 'deputy', 'member'])
		: [];
	const committee = whom.includes('committee') ? await committeeChairs(c.tx, today()) : [];
	const office = whom.includes('office') ? await officeOf(c.tx) : [];
	return tell([...group, ...committee, ...office], 'task');
}
const tell = (ids: readonly string[], note: Note): Tell[] => [...new Set(ids)].map((to) => ({ to, note }));

/** Circulation votes between two meetings: the office starts, members vote or demand a meeting, the last day decides. */
import { change, type Change, type Tell } from '#platform/change.server.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { isSomebody, nobody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { circulateProposal, lockProposal } from '#concepts/proposals/commands.server.ts';
import { may as mayProposal } from '#concepts/proposals/policy.ts';
import { steps as proposalSteps, type ProposalState } from '#concepts/proposals/rules.ts';
import {
	circulationSteps,
	isOver,
	isToRemind,
	type CirculationState,
	type CirculationStep,
	type Vote
} from './circulation.rules.ts';
import { settleCirculation, stopCirculation } from './circulation.ending.server.ts';
import * as store from './circulation.store.server.ts';
import type { Circulation } from './circulation.store.server.ts';
import { measureIssues, type MeasureInput } from './issue.server.ts';
import * as listing from './listing.store.server.ts';
import { mayCommittee } from './policy.ts';
import { standingIn } from './quorum.store.server.ts';
import { committeeOf } from './store.server.ts';

export type Circulating = { proposalId: string; untilOn: string; reason: string; measure: MeasureInput };
const thing = (id: string) => ({ type: 'circulation', id });
const tell = (ids: readonly string[], note: string): Tell[] => [...new Set(ids)].map((to) => ({ to, note }));

/** The office starts it for an admitted proposal; those who may vote hear of it at once. */
export const startCirculation = (actor: Actor, input: Circulating): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const p = await lockProposal(c.tx, input.proposalId);
		if (!p || !isSomebody(actor) || !mayProposal(actor, 'read', p)) return no('not_found');
		const bodyId = await committeeOf(c.tx, p);
		if (!bodyId || !mayCommittee(actor, 'circulate', { bodyId })) return no('forbidden');
		if (!fits<ProposalState>(proposalSteps.circulate, p.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_circulate_state() }]);
		const { circulationDays } = await settingsOf(c.tx);
		const issues: Issue[] = [];
		if (!input.reason.trim()) issues.push({ field: 'reason', message: m.steering_issue_circulate_reason() });
		if (input.untilOn < addDays(today(), circulationDays))
			issues.push({ field: 'untilOn', message: m.steering_issue_circulate_until({ days: circulationDays }) });
		issues.push(...(await measureIssues(c.tx, [input.measure])));
		if (input.measure.dueOn && input.measure.dueOn <= input.untilOn)
			issues.push({ field: 'measureDueOn', message: m.steering_issue_circulate_due() });
		if (issues.length) return no('incomplete', issues);
		await listing.prepare(c.tx, p.id, input.measure);
		const { untilOn, reason } = input;
		const made = await store.insertCirculation(c.tx, {
			bodyId,
			proposalId: p.id,
			untilOn,
			reason: reason.trim(),
			startedBy: actor.id
		});
		const moved = await circulateProposal(c, p, made.id);
		if (!moved.ok) return moved;
		const { voters } = await standingIn(c.tx, { bodyId, meetingId: null }, p.id);
		c.record('circulation.start', thing(made.id), { proposalId: p.id, untilOn }, tell(voters, 'deadline'));
		return yes({ id: made.id });
	});

/** Somebody who may vote on it, on a circulation that is open: seen? allowed? right moment? */
const asVoter = <T>(
	actor: Actor,
	id: string,
	step: CirculationStep & ('vote' | 'demand'),
	run: (c: Change, found: Circulation, me: string) => Promise<Result<T>>
): Promise<Result<T>> =>
	change(actor, async (c) => {
		const found = await store.lockCirculation(c.tx, id);
		if (!found || !isSomebody(actor) || !mayCommittee(actor, 'read', found)) return no('not_found');
		if (!mayCommittee(actor, step, found)) return no('forbidden');
		const { voters } = await standingIn(c.tx, { bodyId: found.bodyId, meetingId: null }, found.proposalId);
		if (!voters.includes(actor.id)) return no('forbidden', [{ field: '', message: m.steering_issue_no_voter() }]);
		if (!fits<CirculationState>(circulationSteps[step], found.state) || isOver(found, today()))
			return no('wrong_state', [{ field: '', message: m.steering_issue_circulation_over() }]);
		return run(c, found, actor.id);
	});

/** Changed as often as one likes until the last day. */
export const castVote = (actor: Actor, id: string, given: { vote: Vote; reason: string }) =>
	asVoter(actor, id, 'vote', async (c, found, me) => {
		const values = { vote: given.vote, reason: given.reason.trim() };
		await store.castVote(c.tx, { circulationId: found.id, accountId: me }, values);
		c.record('circulation.vote', thing(found.id));
		return yes({ id: found.id });
	});

/** A meeting instead, at once and whatever the votes say. @returns the meeting, null when none is ahead */
export const demandSitting = (actor: Actor, id: string, word: string) =>
	asVoter(actor, id, 'demand', async (c, found, me) => {
		const also = { demandedBy: me, word: word.trim() };
		const tells = tell([...(await memberIdsOf(c.tx, found.bodyId)), ...(await officeOf(c.tx))], 'deadline');
		return stopCirculation(c, found, 'demand', { also, tells });
	});

/** For the job: what the votes say, once the last day is over. `wrong_state` where there is nothing to do any more. */
export const endCirculation = (id: string): Promise<Result<{ state: CirculationState }>> =>
	change(nobody, async (c) => {
		const found = await store.lockCirculation(c.tx, id);
		if (!found) return no('not_found');
		if (!fits<CirculationState>(circulationSteps.adopt, found.state) || !isOver(found, today()))
			return no('wrong_state');
		const tells = tell([...(await memberIdsOf(c.tx, found.bodyId)), ...(await officeOf(c.tx))], 'decision');
		return settleCirculation(c, found, tells);
	});

/** For the job: once, to those who have not voted. */
export const remindVoters = (id: string): Promise<Result<{ missing: number }>> =>
	change(nobody, async (c) => {
		const found = await store.lockCirculation(c.tx, id);
		if (!found) return no('not_found');
		if (!fits<CirculationState>(circulationSteps.remind, found.state) || !isToRemind(found, today()))
			return no('wrong_state');
		const { voters } = await standingIn(c.tx, { bodyId: found.bodyId, meetingId: null }, found.proposalId);
		const cast = new Set((await store.votesIn(c.tx, id)).map((v) => v.accountId));
		const missing = voters.filter((v) => !cast.has(v));
		if (!(await store.setCirculation(c.tx, found, circulationSteps.remind.to, { remindedAt: now() })))
			return no('conflict');
		c.record('circulation.remind', thing(id), { missing: missing.length }, tell(missing, 'deadline'));
		return yes({ missing: missing.length });
	});

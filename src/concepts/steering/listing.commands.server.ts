/** Before a meeting decides: which list a proposal stands on, who wants to talk about it, what follows, who is not counted. */
import { change, type Change } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { m } from '#i18n/paraglide/messages.js';
import { memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { isAhead } from '#concepts/meetings/rules.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { lockProposal } from '#concepts/proposals/commands.server.ts';
import { may as mayProposal } from '#concepts/proposals/policy.ts';
import { steps, type ProposalState } from '#concepts/proposals/rules.ts';
import { fits } from '#platform/step.ts';
import { measureIssues, type MeasureInput } from './issue.server.ts';
import type { List } from './listing.rules.ts';
import * as listing from './listing.store.server.ts';
import { mayCommittee } from './policy.ts';
import { addConflict, dropConflict } from './quorum.store.server.ts';
import { isDecidable } from './rules.ts';
import { committeeOf, lockSitting, type Sitting } from './store.server.ts';

type Action = Parameters<typeof mayCommittee>[1];
type Proposal = NonNullable<Awaited<ReturnType<typeof lockProposal>>>;
const thing = (id: string) => ({ type: 'proposal', id });
const done = (id: string) => yes({ id });

/** A proposal that is scheduled for a meeting which has not ended: seen? allowed? */
const before = (
	actor: Actor,
	proposalId: string,
	action: Action,
	run: (c: Change, p: Proposal, sitting: Sitting) => Promise<Result<{ id: string }>>
): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const p = await lockProposal(c.tx, proposalId);
		if (!p || !mayProposal(actor, 'read', p)) return no('not_found');
		const bodyId = await committeeOf(c.tx, p);
		if (!bodyId || !mayCommittee(actor, action, { bodyId })) return no('forbidden');
		const sitting = fits<ProposalState>(steps.postpone, p.state) ? await lockSitting(c.tx, p.meetingId) : null;
		if (!sitting) return no('wrong_state', [{ field: '', message: m.steering_issue_not_scheduled() }]);
		if (!isAhead(sitting.state) && !isDecidable(1, sitting.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_not_running() }]);
		return run(c, p, sitting);
	});

/** The office says which list; what a member has pulled is talked about. */
export const place = (actor: Actor, proposalId: string, list: List) =>
	before(actor, proposalId, 'place', async (c, p, sitting) => {
		if ((await listing.placedOn(c.tx, p.id, sitting.id))?.pulledBy)
			return no('wrong_state', [{ field: '', message: m.steering_issue_pulled() }]);
		await listing.put(c.tx, { proposalId: p.id, meetingId: sitting.id }, { list, pulledBy: null, word: '' });
		c.record('proposal.place', thing(p.id), { list, meetingId: sitting.id });
		return done(p.id);
	});

/** A member wants to talk about it; all members and the office see who, and the word that was said. */
export const pull = (actor: Actor, proposalId: string, word: string) =>
	before(actor, proposalId, 'pull', async (c, p, sitting) => {
		if (!isSomebody(actor)) return no('forbidden');
		if ((await listing.placedOn(c.tx, p.id, sitting.id))?.pulledBy)
			return no('conflict', [{ field: '', message: m.steering_issue_pulled() }]);
		const values = { list: 'discussion' as const, pulledBy: actor.id, word: word.trim() };
		await listing.put(c.tx, { proposalId: p.id, meetingId: sitting.id }, values);
		const people = new Set([...(await memberIdsOf(c.tx, sitting.bodyId)), ...(await officeOf(c.tx))]);
		const told = [...people].map((to) => ({ to, note: 'meeting' }));
		c.record('proposal.pull', thing(p.id), { meetingId: sitting.id }, told);
		return done(p.id);
	});

/** What is before a committee, or may be: admitted, scheduled, circulating. */
const isBefore = (state: ProposalState): boolean =>
	fits<ProposalState>(steps.circulate, state) || fits<ProposalState>(steps.decide, state);

/** On a proposal that is before the committee, with a meeting or without one. */
const onProposal = (
	actor: Actor,
	proposalId: string,
	action: Action,
	run: (c: Change, p: Proposal, bodyId: string) => Promise<Result<{ id: string }>>
): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const p = await lockProposal(c.tx, proposalId);
		if (!p || !mayProposal(actor, 'read', p)) return no('not_found');
		const bodyId = await committeeOf(c.tx, p);
		if (!bodyId || !mayCommittee(actor, action, { bodyId })) return no('forbidden');
		if (!isBefore(p.state)) return no('wrong_state', [{ field: '', message: m.steering_issue_not_before() }]);
		return run(c, p, bodyId);
	});

/** Who does what until when, if it is adopted without a word. */
export const prepare = (actor: Actor, proposalId: string, input: MeasureInput) =>
	onProposal(actor, proposalId, 'prepare', async (c, p) => {
		// the committee is voting on the one that it was shown
		if (fits<ProposalState>(steps.end_circulation, p.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_not_before() }]);
		const issues = await measureIssues(c.tx, [input]);
		if (issues.length) return no('incomplete', issues);
		await listing.prepare(c.tx, p.id, input);
		c.record('proposal.prepare_measure', thing(p.id), { dueOn: input.dueOn });
		return done(p.id);
	});

/** A member declares it for herself; the chair or the office for anybody. `on: false` takes it back. */
export const setConflict = (actor: Actor, proposalId: string, accountId: string, on: boolean) =>
	onProposal(
		actor,
		proposalId,
		accountId === actor.id ? 'declare_conflict' : 'record_conflict',
		async (c, p, bodyId) => {
			if (!isSomebody(actor) || !isId(accountId) || !(await memberIdsOf(c.tx, bodyId)).includes(accountId))
				return no('incomplete', [{ field: 'accountId', message: m.steering_issue_member() }]);
			const of = { proposalId: p.id, accountId };
			const changed = on ? await addConflict(c.tx, { ...of, declaredBy: actor.id }) : await dropConflict(c.tx, of);
			if (!changed) return no('conflict', [{ field: '', message: m.steering_issue_conflict_known() }]);
			const told = accountId === actor.id ? await officeOf(c.tx) : [accountId];
			c.record(
				on ? 'proposal.declare_conflict' : 'proposal.withdraw_conflict',
				thing(p.id),
				{},
				told.map((to) => ({ to, note: 'meeting' }))
			);
			return done(p.id);
		}
	);

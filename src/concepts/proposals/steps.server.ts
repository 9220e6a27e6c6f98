/** How a proposal moves from state to state, inside its own or somebody else's transaction, and whom that tells. */
import type { Change, Tell, Transaction } from '#platform/change.server.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { memberIdsOf } from '#concepts/bodies/queries.server.ts';
import { scheduleProposal } from '#concepts/meetings/handed.commands.server.ts';
import { followersOf } from '#concepts/people/follows.commands.server.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { seal, unseal } from '#realtime/log.server.ts';
import { roomOf } from './outline.document.ts';
import { isWorkable, steps, type ProposalState, type ProposalStep } from './rules.ts';
import * as store from './store.server.ts';
import type { Proposal } from './store.server.ts';
import type { proposal } from './tables.server.ts';

export const thing = (id: string) => ({ type: 'proposal', id });

/**
 * Takes one step with a locked proposal, and opens or seals its document with it. Asks for the right moment, not who may.
 */
export async function takeStep(
	c: Change,
	p: Proposal,
	step: ProposalStep,
	data: EventData = {},
	also: Partial<typeof proposal.$inferInsert> = {}
): Promise<Result<{ id: string; state: ProposalState }>> {
	if (!fits<ProposalState>(steps[step], p.state)) return no('wrong_state');
	const { to } = steps[step];
	const tells = await tellsOf(c.tx, p, steps[step].tells);
	if (!(await store.setState(c.tx, p, to, also))) return no('conflict');
	if (isWorkable(p.state) && !isWorkable(to)) await seal(c.tx, roomOf(p.id));
	if (!isWorkable(p.state) && isWorkable(to)) await unseal(c.tx, roomOf(p.id));
	c.record(`proposal.${step}`, thing(p.id), { from: p.state, to, ...data }, tells);
	return yes({ id: p.id, state: to });
}

/** Those behind the gaps hear of it by the steps of their gaps, the committee by its agenda. */
async function tellsOf(tx: Transaction, p: Proposal, whom: readonly string[]): Promise<Tell[]> {
	const people = new Set(await followersOf(tx, thing(p.id)));
	if (whom.includes('group')) for (const id of await memberIdsOf(tx, p.bodyId)) people.add(id);
	if (whom.includes('office')) for (const id of await officeOf(tx)) people.add(id);
	return [...people].map((to) => ({ to, note: 'proposal' }));
}

export const lockProposal = (tx: Transaction, id: string): Promise<Proposal | null> => store.lock(tx, id);

/** The gap ids of a proposal, in the order in which they are to be locked. */
export async function gapsOf(tx: Transaction, proposalId: string): Promise<string[]> {
	return (await store.gapsOf(tx, proposalId)).map((g) => g.id);
}

/** The committee has decided, in the same transaction. `dueOn`: until when it expects back what it refers back or elsewhere. */
export async function markDecided(
	c: Change,
	proposalId: string,
	how: 'decide' | 'postpone' | 'refer',
	data: EventData = {},
	said: { comment: string; dueOn: string | null } = { comment: '', dueOn: null }
): Promise<Result<{ id: string; state: ProposalState }>> {
	const p = await store.lock(c.tx, proposalId);
	if (!p) return no('not_found');
	if (how === 'decide') return takeStep(c, p, how, data);
	const returned = { returnComment: said.comment, returnPart: '' as const, returnQuote: '' };
	const returnDueOn = how === 'refer' ? said.dueOn : null;
	return takeStep(
		c,
		p,
		how,
		{ ...data, ...(returnDueOn && { dueOn: returnDueOn }) },
		{ meetingId: null, ...returned, returnDueOn }
	);
}

/** Between two meetings of the committee, in the same transaction as its vote. */
export async function circulateProposal(c: Change, p: Proposal, circulationId: string) {
	return takeStep(c, p, 'circulate', { circulationId });
}

/** Back to the office, and at once on the agenda of that meeting where there is one. */
export async function endCirculation(
	c: Change,
	proposalId: string,
	of: { circulationId: string; meetingId: string | null }
): Promise<Result<{ id: string; state: ProposalState }>> {
	const p = await store.lock(c.tx, proposalId);
	if (!p) return no('not_found');
	const back = await takeStep(c, p, 'end_circulation', { circulationId: of.circulationId });
	if (!back.ok || !of.meetingId) return back;
	return scheduleFor(c, { ...p, state: back.value.state }, of.meetingId);
}

/** Takes an admitted proposal up to the agenda of a committee's meeting. */
export async function scheduleFor(
	c: Change,
	p: Proposal,
	meetingId: string
): Promise<Result<{ id: string; state: ProposalState }>> {
	const taken = await takeStep(c, p, 'schedule', { meetingId }, { meetingId });
	if (!taken.ok) return taken;
	const placed = await scheduleProposal(c, { proposalId: p.id, meetingId, title: p.title });
	return placed.ok ? taken : placed;
}

/** What was frozen at the last submission: the text that the committee has before it. */
export const latestVersion = (tx: Transaction, proposalId: string) => store.latestVersion(tx, proposalId);

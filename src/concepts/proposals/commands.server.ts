/** The verbs on proposals: create, write, link to gaps, and every step up to the committee's agenda. */
import { change, type Change } from '#platform/change.server.ts';
import { addWorkingDays, now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { bodyOf } from '#concepts/bodies/queries.server.ts';
import { dropSolution, moveGap } from '#concepts/gaps/commands.server.ts';
import { steps as gapSteps, type GapState } from '#concepts/gaps/rules.ts';
import { isInside, isSomebody, type Actor } from '#concepts/people/actor.ts';
import { writeComment } from '#concepts/people/comments.commands.server.ts';
import type { CommentInput } from '#concepts/people/comments.form.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { setFollow } from '#concepts/people/follows.commands.server.ts';
import { settled } from './outline.store.server.ts';
import { may, type ProposalAction } from './policy.ts';
import { mentionable } from './queries.server.ts';
import { isWorkable, lacksOf, linkable, steps, type Outline, type ProposalState, type ProposalStep } from './rules.ts';
import { scheduleFor, takeStep, thing } from './steps.server.ts';
import * as store from './store.server.ts';
import type { Proposal } from './store.server.ts';
import { lackText } from './words.ts';

export { save } from './outline.commands.server.ts';
export { circulateProposal, endCirculation, gapsOf, latestVersion, lockProposal, markDecided } from './steps.server.ts';

export type NewProposal = { bodyId: string; title: string; gapIds: string[]; mandateId?: string | null };

export const create = (actor: Actor, input: NewProposal): Promise<Result<{ id: string; number: string }>> =>
	change(actor, async (c) => {
		const group = isId(input.bodyId) ? await bodyOf(c.tx, input.bodyId) : null;
		if (!group || !isInside(actor) || !isSomebody(actor)) return no('not_found');
		if (!may(actor, 'create', { bodyId: group.id, state: 'draft' })) return no('forbidden');
		if (group.kind === 'steering_committee' || group.state !== 'active') {
			return no('incomplete', [{ field: 'bodyId', message: m.proposals_issue_group() }]);
		}
		const title = input.title.trim();
		if (!title) return no('incomplete', [{ field: 'title', message: m.proposals_issue_title() }]);
		const p = await store.insert(c.tx, {
			bodyId: group.id,
			mandateId: input.mandateId ?? null,
			title,
			createdBy: actor.id
		});
		c.record('proposal.create', thing(p.id), { number: p.number, bodyId: group.id });
		for (const gapId of [...new Set(input.gapIds)].sort()) {
			const linked = await linkOne(c, p, gapId);
			if (!linked.ok) return linked;
		}
		return yes({ id: p.id, number: p.number });
	});

/** Seen? allowed? – then runs on the locked proposal. */
const onProposal = <T>(
	actor: Actor,
	action: ProposalAction,
	id: string,
	run: (c: Change, p: Proposal) => Promise<Result<T>>
): Promise<Result<T>> =>
	change(actor, async (c) => {
		const p = await store.lock(c.tx, id);
		if (!p || !may(actor, 'read', p)) return no('not_found');
		if (!may(actor, action, p)) return no('forbidden');
		return run(c, p);
	});

/** A gap that waits for a solution is in solution from now on. */
export const linkGap = (actor: Actor, id: string, gapId: string): Promise<Result<{ id: string }>> =>
	onProposal(actor, 'link', id, async (c, p) => (isWorkable(p.state) ? linkOne(c, p, gapId) : no('wrong_state')));

async function linkOne(c: Change, p: Proposal, gapId: string): Promise<Result<{ id: string }>> {
	const state = await store.gapState(c.tx, gapId);
	if (!state) return no('incomplete', [{ field: 'gapId', message: m.proposals_issue_gap() }]);
	if (!linkable.includes(state)) return no('wrong_state', [{ field: 'gapId', message: m.proposals_issue_gap_state() }]);
	if (!(await store.link(c.tx, p.id, gapId)))
		return no('conflict', [{ field: 'gapId', message: m.proposals_issue_gap_linked() }]);
	c.record('proposal.link_gap', thing(p.id), { gapId });
	if (!fits<GapState>(gapSteps.solve, state)) return yes({ id: gapId });
	const moved = await moveGap(c, gapId, 'solve', { proposalId: p.id });
	return moved.ok ? yes({ id: gapId }) : moved;
}

export const unlinkGap = (actor: Actor, id: string, gapId: string): Promise<Result<{ id: string }>> =>
	onProposal(actor, 'link', id, async (c, p) => {
		if (!isWorkable(p.state)) return no('wrong_state');
		if (!(await store.unlink(c.tx, id, gapId))) return no('not_found');
		c.record('proposal.unlink_gap', thing(id), { gapId });
		await leave(c, id, gapId);
		return yes({ id: gapId });
	});

/** A gap that no proposal answers any more is where it was before. */
async function leave(c: Change, id: string, gapId: string): Promise<void> {
	if (!(await store.isAnswered(c.tx, gapId, id))) await dropSolution(c, gapId);
}

/** The steps a person takes on the proposal's page; decide, postpone and refer are the committee's. */
export const pageSteps = [
	'consult',
	'recommend',
	'submit',
	'return',
	'admit',
	'schedule',
	'revise',
	'withdraw'
] as const satisfies readonly ProposalStep[];
export type PageStep = (typeof pageSteps)[number];
/** `part` and `quote`: the passage that a return is about. */
export type StepInput = { comment?: string; meetingId?: string; part?: keyof Outline | ''; quote?: string };

export const take = (
	actor: Actor,
	id: string,
	step: PageStep,
	input: StepInput = {}
): Promise<Result<{ id: string; state: ProposalState }>> =>
	onProposal(actor, step, id, async (c, found) => {
		if (!fits<ProposalState>(steps[step], found.state)) return no('wrong_state');
		// to the letter as it stands in the document: what is on its way into it is in, what comes later is refused
		const p = isWorkable(found.state) ? (await settled(c.tx, found)).row : found;
		const issues = await missing(c, p, step, input);
		if (issues.length) return no('incomplete', issues);
		if (step === 'submit') {
			const version = await store.freeze(c.tx, p);
			return takeStep(c, p, step, { version }, { submittedAt: now(), ...notReturned });
		}
		if (step === 'return') return giveBack(c, p, input);
		if (step === 'schedule') return scheduleFor(c, p, input.meetingId!);
		if (step === 'withdraw') for (const gap of await store.gapsOf(c.tx, p.id)) await leave(c, p.id, gap.id);
		return takeStep(c, p, step);
	});

const notReturned = { returnComment: '', returnPart: '', returnQuote: '', returnDueOn: null } as const;
/** With a day until which it is expected again, counted from today. */
async function giveBack(c: Change, p: Proposal, input: StepInput) {
	const { returnTargetDays } = await settingsOf(c.tx);
	const returnDueOn = addWorkingDays(today(), returnTargetDays);
	return takeStep(
		c,
		p,
		'return',
		{ dueOn: returnDueOn },
		{
			returnComment: input.comment!.trim(),
			returnPart: input.part ?? '',
			returnQuote: input.part ? (input.quote ?? '').trim() : '',
			returnDueOn
		}
	);
}

async function missing(c: Change, p: Proposal, step: PageStep, input: StepInput): Promise<Issue[]> {
	if (step === 'recommend' || step === 'submit') {
		const gaps = (await store.gapsOf(c.tx, p.id)).length;
		return lacksOf({ ...p, gaps }).map((lack) => ({
			field: lack,
			message: m.proposals_issue_lacks({ line: lackText(lack) })
		}));
	}
	if (step === 'return') return missingInReturn(p, input);
	if (step === 'schedule' && !isId(input.meetingId ?? ''))
		return [{ field: 'meetingId', message: m.proposals_issue_meeting() }];
	return [];
}

/** A quote must stand in the part as it is, or nobody would find it. */
function missingInReturn(p: Proposal, { comment, part, quote }: StepInput): Issue[] {
	const words = quote?.trim() ?? '';
	const isThere = !words || (!!part && (p.outline[part] ?? '').includes(words));
	return [
		...(comment?.trim() ? [] : [{ field: 'comment', message: m.proposals_issue_comment() }]),
		...(isThere ? [] : [{ field: 'quote', message: part ? m.proposals_issue_quote() : m.proposals_issue_quote_part() }])
	];
}

export const comment = (actor: Actor, id: string, input: CommentInput): Promise<Result<string>> =>
	onProposal(actor, 'comment', id, async (c, p) =>
		isSomebody(actor) ? writeComment(c, actor, thing(id), input, await mentionable(c.tx, p.bodyId)) : no('forbidden')
	);

export const follow = (actor: Actor, id: string, on: boolean): Promise<Result<{ id: string }>> =>
	onProposal(actor, 'read', id, async (c) => {
		if (!isSomebody(actor)) return no('forbidden');
		await setFollow(c, actor.id, thing(id), on);
		return yes({ id });
	});

/** The verbs on service gaps; later concepts move a gap through moveGap() within their own transaction. */
import { change, type Change, type Tell } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { m } from '#i18n/paraglide/messages.js';
import { today } from '#platform/clock.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { bodyOf } from '#concepts/bodies/queries.server.ts';
import { isActive } from '#concepts/bodies/rules.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { addFeedback, behind, tellsOf } from './evidence.server.ts';
import { may, type GapAction } from './policy.ts';
import { heldByProposal, steps, type GapState, type GapStep, type GapText } from './rules.ts';
import * as store from './store.server.ts';
import type { Gap } from './store.server.ts';
import type { serviceGap } from './tables.server.ts';

export { giveFeedback, oweFeedback } from './evidence.server.ts';

const thing = (id: string) => ({ type: 'service_gap', id });

/**
 * Takes one step with a gap inside somebody else's transaction and tells everyone behind it and its followers. Asks
 * whether the moment is right, not who may: that is the caller's question. `data`: ids, states, figures only.
 */
export async function moveGap(
	c: Change,
	gapId: string,
	step: GapStep,
	data: EventData = {},
	also: Partial<typeof serviceGap.$inferInsert> = {}
): Promise<Result<{ state: GapState }>> {
	const gap = await store.lockGap(c.tx, gapId);
	if (!gap) return no('not_found');
	return takeStep(c, gap, step, data, also);
}

async function takeStep(
	c: Change,
	gap: Gap,
	step: GapStep,
	data: EventData,
	also: Partial<typeof serviceGap.$inferInsert>,
	to: GapState = steps[step].to
): Promise<Result<{ state: GapState }>> {
	if (!fits<GapState>(steps[step], gap.state)) return no('wrong_state');
	const tells = await tellsOf(c.tx, gap.id);
	if (!(await store.setGapState(c.tx, gap, to, also))) return no('conflict');
	c.record(`service_gap.${step}`, thing(gap.id), { from: gap.state, to, ...data }, tells);
	return yes({ state: to });
}

/** Seen? allowed? – then runs on the locked gap. */
export const onGap = <T>(
	actor: Actor,
	action: GapAction,
	id: string,
	run: (c: Change, gap: Gap) => Promise<Result<T>>
): Promise<Result<T>> =>
	change(actor, async (c) => {
		const gap = may(actor, 'read') ? await store.lockGap(c.tx, id) : null;
		if (!gap) return no('not_found');
		if (!may(actor, action)) return no('forbidden');
		return run(c, gap);
	});

export const confirmGap = (actor: Actor, id: string) =>
	onGap(actor, 'confirm', id, (c, gap) => takeStep(c, gap, 'confirm', {}, {}));
export const notConfirmGap = (actor: Actor, id: string) =>
	onGap(actor, 'not_confirmed', id, (c, gap) => takeStep(c, gap, 'not_confirmed', {}, {}));
/** `until`: day of resubmission. */
export const deferGap = (actor: Actor, id: string, until: string) =>
	onGap(actor, 'defer', id, async (c, gap) => {
		if (fits<GapState>(steps.defer, gap.state) && !(until > today()))
			return no('incomplete', [{ field: 'until', message: m.gaps_need_date() }]);
		return takeStep(c, gap, 'defer', { until }, { deferredUntil: until });
	});

/** Into another open gap, named by number or id: reports, confirmations and followers count there from now on; the rows stay, so it can be undone. */
export const mergeGap = (actor: Actor, id: string, intoWhich: string): Promise<Result<{ state: GapState }>> =>
	change(actor, async (c) => {
		const intoId = await store.gapIdOf(c.tx, intoWhich);
		const gaps = may(actor, 'read') ? await store.lockGaps(c.tx, [id, intoId]) : new Map<string, Gap>();
		const gap = gaps.get(id);
		const into = gaps.get(intoId);
		if (!gap) return no('not_found');
		if (!may(actor, 'merge')) return no('forbidden');
		if (!into || gap.id === into.id || !fits<GapState>(steps.merge, into.state))
			return no('incomplete', [{ field: 'intoId', message: m.gaps_need_gap() }]);
		if (heldByProposal.includes(gap.state))
			return no('wrong_state', [{ field: 'intoId', message: m.gaps_error_held() }]);
		return takeStep(c, gap, 'merge', { intoId: into.id }, { mergedIntoId: into.id, stateBeforeMerge: gap.state });
	});

export const unmergeGap = (actor: Actor, id: string) =>
	onGap(actor, 'unmerge', id, (c, gap) => {
		const back = (gap.stateBeforeMerge ?? steps.unmerge.to) as GapState;
		return takeStep(
			c,
			gap,
			'unmerge',
			{ fromId: gap.mergedIntoId },
			{ mergedIntoId: null, stateBeforeMerge: null },
			back
		);
	});

export const editGap = (actor: Actor, id: string, g: GapText) =>
	onGap(actor, 'edit', id, async ({ tx, record }, gap) => {
		if (!g.title.trim()) return no('incomplete', [{ field: 'title', message: m.gaps_need_title() }]);
		if (!g.gapType) return no('incomplete', [{ field: 'gapType', message: m.gaps_need_gapType() }]);
		if (!g.legalDomains.length)
			return no('incomplete', [{ field: 'legalDomains', message: m.gaps_need_legalDomains() }]);
		await store.writeGap(tx, gap.id, g);
		record('service_gap.edit', thing(gap.id));
		return yes({ id: gap.id });
	});

export const sendFeedback = (actor: Actor, id: string, text: string): Promise<Result<{ receivers: number }>> =>
	onGap(actor, 'give_feedback', id, async (c, gap) => {
		if (!text.trim()) return no('incomplete', [{ field: 'text', message: m.gaps_need_message() }]);
		return yes({ receivers: await addFeedback(c, actor, gap.id, text) });
	});

/** For concepts to the right, inside their transaction: the committee's mandate covers this gap. */
export async function linkMandate(c: Change, gapId: string, mandateId: string): Promise<void> {
	if (await store.insertLink.mandate(c.tx, gapId, mandateId))
		c.record('service_gap.link_mandate', thing(gapId), { mandateId });
}
/** For concepts to the right, inside their transaction: this group works on the gap. */
export async function linkGroup(c: Change, gapId: string, bodyId: string): Promise<void> {
	if (await store.insertLink.group(c.tx, gapId, bodyId)) c.record('service_gap.assign_group', thing(gapId), { bodyId });
}
/** A released analysis becomes evidence of the gap; its author counts among those behind it from now on. */
export async function linkCase(c: Change, gapId: string, caseId: string): Promise<void> {
	if (!(await store.insertLink.case(c.tx, gapId, caseId))) return;
	const tells = (await behind(c.tx, gapId)).map((to): Tell => ({ to, note: 'feedback' }));
	c.record('service_gap.link_case', thing(gapId), { caseId }, tells);
}

export const assignGroup = (actor: Actor, id: string, bodyId: string): Promise<Result<{ id: string }>> =>
	onGap(actor, 'assign_group', id, async (c, gap) => {
		const group = await bodyOf(c.tx, bodyId);
		if (!group || group.kind === 'steering_committee' || !isActive(group.state))
			return no('incomplete', [{ field: 'bodyId', message: m.gaps_need_group() }]);
		if (!(await store.insertLink.group(c.tx, gap.id, bodyId))) return no('conflict');
		c.record('service_gap.assign_group', thing(gap.id), { bodyId });
		return yes({ id: gap.id });
	});
export const releaseGroup = (actor: Actor, id: string, bodyId: string): Promise<Result<{ id: string }>> =>
	onGap(actor, 'assign_group', id, async (c, gap) => {
		if (!isId(bodyId) || !(await store.deleteGroup(c.tx, gap.id, bodyId))) return no('not_found');
		c.record('service_gap.release_group', thing(gap.id), { bodyId });
		return yes({ id: gap.id });
	});

export const linkCaseToGap = (actor: Actor, id: string, caseId: string): Promise<Result<{ id: string }>> =>
	onGap(actor, 'link_case', id, async (c, gap) => {
		if (!(await store.isReadableCase(c.tx, caseId)))
			return no('incomplete', [{ field: 'caseId', message: m.gaps_need_case() }]);
		await linkCase(c, gap.id, caseId);
		return yes({ id: gap.id });
	});

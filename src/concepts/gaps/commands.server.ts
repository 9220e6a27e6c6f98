/** The verbs on service gaps; later concepts move a gap through moveGap() within their own transaction. */
import { change, look, type Change, type Tell } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { m } from '#i18n/paraglide/messages.js';
import { today } from '#platform/clock.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { bodyOf } from '#concepts/bodies/queries.server.ts';
import { isActive } from '#concepts/bodies/rules.ts';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { addFeedback, behind, isEvidenced, tellsOf } from './evidence.server.ts';
import { may, type GapAction } from './policy.ts';
import { steps, type GapState, type GapStep, type GapText } from './rules.ts';
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
	if (!(await store.canonicalIdOf(c.tx, gapId))) return no('not_found');
	const gap = await store.lockCanonical(c.tx, gapId);
	return gap ? takeStep(c, gap, step, data, also) : no('conflict');
}

/** For this concept: the step of a locked gap; what waited for a day or a proposal waits no more. */
export async function takeStep(
	c: Change,
	gap: Gap,
	step: GapStep,
	data: EventData,
	also: Partial<typeof serviceGap.$inferInsert>,
	to: GapState = steps[step].to,
	tellsToo: readonly Tell[] = []
): Promise<Result<{ state: GapState }>> {
	if (!fits<GapState>(steps[step], gap.state)) return no('wrong_state');
	const tells = [...tellsToo, ...(await tellsOf(c.tx, gap.id))];
	if (!(await store.setGapState(c.tx, gap, to, { ...leaving(gap, step), ...also }))) return no('conflict');
	c.record(`service_gap.${step}`, thing(gap.id), { from: gap.state, to, ...data }, tells);
	return yes({ state: to });
}

/** What the row keeps of the state that is left, and forgets of the one before. A merged gap keeps all: it may come back. */
function leaving(gap: Gap, step: GapStep): Partial<typeof serviceGap.$inferInsert> {
	if (step === 'merge' || step === 'unmerge') return {};
	const kept = { deferredUntil: null, stateBeforeDeferral: step === 'defer' ? gap.state : null };
	return step === 'solve' ? { ...kept, stateBeforeSolution: gap.stateBeforeDeferral ?? gap.state } : kept;
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

/** Two pieces of evidence independent of each other make a gap real; a body's decision does, too (meetings). */
export const confirmGap = (actor: Actor, id: string) =>
	onGap(actor, 'confirm', id, async (c, gap) => {
		if (fits<GapState>(steps.confirm, gap.state) && !(await isEvidenced(c.tx, gap.id)))
			return no('incomplete', [{ field: '', message: m.gaps_need_evidence() }]);
		return takeStep(c, gap, 'confirm', {}, {});
	});
export const notConfirmGap = (actor: Actor, id: string) =>
	onGap(actor, 'not_confirmed', id, (c, gap) => takeStep(c, gap, 'not_confirmed', {}, {}));
/** `until`: day of resubmission. */
export const deferGap = (actor: Actor, id: string, until: string) =>
	onGap(actor, 'defer', id, async (c, gap) => {
		if (fits<GapState>(steps.defer, gap.state) && !(until > today()))
			return no('incomplete', [{ field: 'until', message: m.gaps_need_date() }]);
		return takeStep(c, gap, 'defer', { until }, { deferredUntil: until });
	});

/** The office need not wait for the day. */
export const resumeGap = (actor: Actor, id: string) => onGap(actor, 'resume', id, (c, gap) => resume(c, gap));
const resume = (c: Change, gap: Gap, tells: readonly Tell[] = []) =>
	takeStep(c, gap, 'resume', {}, {}, (gap.stateBeforeDeferral ?? steps.resume.to) as GapState, tells);

/** For the daily job: what was deferred until today comes back, and those behind it, its followers and the office hear. */
export async function resumeDueGaps(): Promise<number> {
	const due = await look((tx) => store.dueGapIds(tx, today()));
	let resumed = 0;
	for (const id of due) {
		const done = await change(nobody, async (c) => {
			const gap = await store.lockGap(c.tx, id);
			if (!gap?.deferredUntil || gap.deferredUntil > today()) return no('wrong_state');
			return resume(
				c,
				gap,
				(await officeOf(c.tx)).map((to) => ({ to, note: 'intake' }))
			);
		});
		if (done.ok) resumed++;
	}
	return resumed;
}

/** For concepts to the right: no proposal is left that answers this gap. */
export async function dropSolution(c: Change, gapId: string): Promise<void> {
	const gap = await store.lockCanonical(c.tx, gapId);
	if (!gap) return;
	const before = (gap.stateBeforeSolution ?? steps.drop_solution.to) as GapState;
	if (fits<GapState>(steps.drop_solution, gap.state))
		await takeStep(c, gap, 'drop_solution', {}, { stateBeforeSolution: null }, before);
	else if (fits<GapState>(steps.drop_solution, gap.stateBeforeDeferral as GapState))
		await store.keepBefore(c.tx, gap.id, { stateBeforeDeferral: before, stateBeforeSolution: null });
}

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

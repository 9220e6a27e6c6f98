/** Effect reviews: those behind a gap are asked, answer, and their answers close or reopen it. */
import { change, look, type Change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { moveGap } from '#concepts/gaps/commands.server.ts';
import { behind } from '#concepts/gaps/evidence.server.ts';
import { offerItem, withdrawItem } from '#concepts/meetings/offered.commands.server.ts';
import { isSomebody, nobody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { measureSteps, type MeasureState } from './measures.rules.ts';
import * as measures from './measures.store.server.ts';
import { mayReview } from './policy.ts';
import { caseManagersAround, gapNamed } from './reviews.asked.server.ts';
import { answerDays, reviewSteps, verdictOf, type ReviewState, type StillHappens } from './reviews.rules.ts';
import * as store from './reviews.store.server.ts';
import type { Review } from './reviews.store.server.ts';

const thing = (id: string) => ({ type: 'effect_review', id });

/** For the daily job: asks everyone behind the gaps whose review has fallen due; each in a transaction of its own. */
export async function askDueReviews(): Promise<number> {
	const due = await look((tx) => store.dueReviews(tx, today()));
	let asked = 0;
	for (const id of due) if ((await change(nobody, (c) => askReview(c, id))).ok) asked++;
	return asked;
}

/** For the daily job: after four weeks the answers that there are count, where they say something. */
export async function settleDueReviews(): Promise<number> {
	const due = await look((tx) => store.askedBefore(tx, new Date(now().getTime() - answerDays * 86_400_000)));
	let settled = 0;
	for (const id of due) {
		const done = await change(nobody, async (c) => {
			const r = await store.lockReview(c.tx, id);
			if (!r || !fits<ReviewState>(reviewSteps.pass, r.state)) return no('wrong_state');
			const verdict = verdictOf((await store.answersOf(c.tx, id)).answers, await store.barOf(c.tx));
			return verdict ? settle(c, r, verdict) : no('incomplete');
		});
		if (done.ok) settled++;
	}
	return settled;
}

/** Within a transaction of the caller's; refuses what is not planned any more, so that two jobs ask only once. */
export async function askReview(c: Change, id: string): Promise<Result<{ asked: number }>> {
	const r = await store.lockReview(c.tx, id);
	if (!r) return no('not_found');
	if (!fits<ReviewState>(reviewSteps.ask, r.state)) return no('wrong_state');
	// Security: one list without saying who is on it for what
	const people = [...new Set([...(await behind(c.tx, r.gapId)), ...(await caseManagersAround(c.tx, r.gapId))])].sort();
	await store.ask(c.tx, id, people);
	if (!(await store.setReview(c.tx, r, reviewSteps.ask.to, { askedAt: now() }))) return no('conflict');
	c.record(
		'effect_review.ask',
		thing(id),
		{ gapId: r.gapId, measureId: r.measureId, asked: people.length },
		people.map((to) => ({ to, note: 'review' }))
	);
	await moveMeasure(c, r.measureId, 'ask');
	await moveGap(c, r.gapId, 'review', { reviewId: id });
	return yes({ asked: people.length });
}

/** The office need not wait for the day. */
export const askNow = (actor: Actor, id: string): Promise<Result<{ asked: number }>> =>
	change(actor, async (c) => {
		const r = await store.lockReview(c.tx, id);
		if (!r || !mayReview(actor, 'read', { asked: false })) return no('not_found');
		if (!mayReview(actor, 'close', { asked: false })) return no('forbidden');
		return askReview(c, id);
	});

export type ReviewAnswer = { stillHappens: StillHappens | null; changed: string; missing: string };

export const answerReview = (actor: Actor, id: string, given: ReviewAnswer): Promise<Result<{ state: ReviewState }>> =>
	change(actor, async (c) => {
		const r = await store.lockReview(c.tx, id);
		const mine = r && (await store.askedOf(c.tx, id, actor.id));
		if (!r || !isSomebody(actor) || !mayReview(actor, 'read', { asked: mine !== null })) return no('not_found');
		if (!mine) return no('forbidden');
		if (!fits<ReviewState>(reviewSteps.pass, r.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_review_over() }]);
		if (!given.stillHappens)
			return no('incomplete', [{ field: 'stillHappens', message: m.steering_issue_still_happens() }]);
		const values = { stillHappens: given.stillHappens, changed: given.changed.trim(), missing: given.missing.trim() };
		if (!(await store.answer(c.tx, id, actor.id, values)))
			return no('conflict', [{ field: '', message: m.steering_issue_answered() }]);
		c.record('effect_review.answer', thing(id));
		const { asked, answered, answers } = await store.answersOf(c.tx, id);
		const verdict = verdictOf(answers, await store.barOf(c.tx));
		if (answered < asked || !verdict) return yes({ state: r.state });
		return settle(c, r, verdict);
	});

/** `choice` counts only where the answers say nothing either way. */
export const closeReview = (
	actor: Actor,
	id: string,
	choice?: 'pass' | 'propose_reopening'
): Promise<Result<{ state: ReviewState }>> =>
	change(actor, async (c) => {
		const r = await store.lockReview(c.tx, id);
		if (!r || !mayReview(actor, 'read', { asked: (await store.askedOf(c.tx, id, actor.id)) !== null }))
			return no('not_found');
		if (!mayReview(actor, 'close', { asked: false })) return no('forbidden');
		if (!fits<ReviewState>(reviewSteps.pass, r.state)) return no('wrong_state');
		const verdict = verdictOf((await store.answersOf(c.tx, id)).answers, await store.barOf(c.tx)) ?? choice;
		if (!verdict) return no('incomplete', [{ field: 'choice', message: m.steering_issue_verdict() }]);
		return settle(c, r, verdict);
	});

async function settle(
	c: Change,
	r: Review,
	verdict: 'pass' | 'propose_reopening'
): Promise<Result<{ state: ReviewState }>> {
	const { to } = reviewSteps[verdict];
	const agendaItemId = verdict === 'propose_reopening' ? await offerToCommittee(c, r) : null;
	if (!(await store.setReview(c.tx, r, to, { closedAt: now(), agendaItemId }))) return no('conflict');
	const office = (await officeOf(c.tx)).map((id) => ({ to: id, note: 'review' }));
	c.record(`effect_review.${verdict}`, thing(r.id), { gapId: r.gapId, measureId: r.measureId }, office);
	if ((await store.openReviews(c.tx, r.measureId)) === 0) await moveMeasure(c, r.measureId, 'close');
	if (verdict === 'pass' && !(await store.elsewhereOpen(c.tx, r)))
		await moveGap(c, r.gapId, 'close', { reviewId: r.id });
	return yes({ state: to });
}

/** A topic for the next meeting of the committee that decided it; it waits in the backlog until it is put on an agenda. */
async function offerToCommittee(c: Change, r: Review): Promise<string> {
	const gap = await gapNamed(c.tx, r.gapId);
	return offerItem(c, {
		bodyId: await store.bodyOf(c.tx, r.measureId),
		kind: 'discussion',
		title: m.steering_reopen_item(gap, { locale: 'de' }).slice(0, 200),
		minutes: 10,
		link: { thingType: 'service_gap', thingId: r.gapId }
	});
}

/** It still happens: chair or office put the gap to work again. */
export const reopenGap = (actor: Actor, id: string): Promise<Result<{ state: ReviewState }>> =>
	answerProposal(actor, id, 'reopen', '');
/** The committee leaves it at that, and says why; the gap counts as closed. */
export const keepClosed = (actor: Actor, id: string, reason: string): Promise<Result<{ state: ReviewState }>> =>
	answerProposal(actor, id, 'keep_closed', reason.trim());

const answerProposal = (
	actor: Actor,
	id: string,
	step: 'reopen' | 'keep_closed',
	reason: string
): Promise<Result<{ state: ReviewState }>> =>
	change(actor, async (c) => {
		const r = await store.lockReview(c.tx, id);
		if (!r || !mayReview(actor, 'read', { asked: false })) return no('not_found');
		const bodyId = await store.bodyOf(c.tx, r.measureId);
		if (!mayReview(actor, step, { asked: false, bodyId })) return no('forbidden');
		if (!fits<ReviewState>(reviewSteps[step], r.state)) return no('wrong_state');
		if (step === 'keep_closed' && !reason)
			return no('incomplete', [{ field: 'reason', message: m.steering_issue_reason() }]);
		const { to } = reviewSteps[step];
		if (!(await store.setReview(c.tx, r, to, { reason }))) return no('conflict');
		c.record(`effect_review.${step}`, thing(id), { gapId: r.gapId });
		if (r.agendaItemId) await withdrawItem(c, r.agendaItemId);
		if (step === 'reopen') {
			const moved = await moveGap(c, r.gapId, 'reopen', { reviewId: id });
			if (!moved.ok) return moved;
		} else if (!(await store.elsewhereOpen(c.tx, r))) await moveGap(c, r.gapId, 'close', { reviewId: id });
		return yes({ state: to });
	});

/** A measure that is not where the step begins stays where it is: another review has moved it already. */
async function moveMeasure(c: Change, id: string, step: 'ask' | 'close'): Promise<void> {
	const found = await measures.lock(c.tx, id);
	if (!found || !fits<MeasureState>(measureSteps[step], found.state) || found.state === measureSteps[step].to) return;
	if (await measures.setState(c.tx, found, measureSteps[step].to)) {
		c.record(`measure.${step}`, { type: 'measure', id }, { from: found.state, to: measureSteps[step].to });
	}
}

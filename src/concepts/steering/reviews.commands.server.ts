/** Effect reviews: those behind a gap are asked, answer, and their answers close or reopen it. */
import { change, look, type Change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { moveGap } from '#concepts/gaps/commands.server.ts';
import { behind } from '#concepts/gaps/evidence.server.ts';
import { isSomebody, nobody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { measureSteps, type MeasureState } from './measures.rules.ts';
import * as measures from './measures.store.server.ts';
import { mayReview } from './policy.ts';
import { reviewSteps, verdictOf, type ReviewState, type StillHappens } from './reviews.rules.ts';
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

/** Within a transaction of the caller's; refuses what is not planned any more, so that two jobs ask only once. */
export async function askReview(c: Change, id: string): Promise<Result<{ asked: number }>> {
	const r = await store.lockReview(c.tx, id);
	if (!r) return no('not_found');
	if (!fits<ReviewState>(reviewSteps.ask, r.state)) return no('wrong_state');
	const people = await behind(c.tx, r.gapId);
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
		const verdict = verdictOf(answers);
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
		const verdict = verdictOf((await store.answersOf(c.tx, id)).answers) ?? choice;
		if (!verdict) return no('incomplete', [{ field: 'choice', message: m.steering_issue_verdict() }]);
		return settle(c, r, verdict);
	});

async function settle(
	c: Change,
	r: Review,
	verdict: 'pass' | 'propose_reopening'
): Promise<Result<{ state: ReviewState }>> {
	const { to } = reviewSteps[verdict];
	if (!(await store.setReview(c.tx, r, to, { closedAt: now() }))) return no('conflict');
	const office = (await officeOf(c.tx)).map((id) => ({ to: id, note: 'review' }));
	c.record(`effect_review.${verdict}`, thing(r.id), { gapId: r.gapId, measureId: r.measureId }, office);
	if ((await store.openReviews(c.tx, r.measureId)) === 0) await moveMeasure(c, r.measureId, 'close');
	if (verdict === 'pass' && !(await store.elsewhereOpen(c.tx, r)))
		await moveGap(c, r.gapId, 'close', { reviewId: r.id });
	return yes({ state: to });
}

/** It still happens: the office puts the gap before the committee again. */
export const reopenGap = (actor: Actor, id: string): Promise<Result<{ state: ReviewState }>> =>
	change(actor, async (c) => {
		const r = await store.lockReview(c.tx, id);
		if (!r || !mayReview(actor, 'read', { asked: false })) return no('not_found');
		if (!mayReview(actor, 'reopen', { asked: false })) return no('forbidden');
		if (!fits<ReviewState>(reviewSteps.reopen, r.state)) return no('wrong_state');
		if (!(await store.setReview(c.tx, r, reviewSteps.reopen.to))) return no('conflict');
		c.record('effect_review.reopen', thing(id), { gapId: r.gapId });
		const moved = await moveGap(c, r.gapId, 'reopen', { reviewId: id });
		return moved.ok ? yes({ state: reviewSteps.reopen.to }) : moved;
	});

/** A measure that is not where the step begins stays where it is: another review has moved it already. */
async function moveMeasure(c: Change, id: string, step: 'ask' | 'close'): Promise<void> {
	const found = await measures.lock(c.tx, id);
	if (!found || !fits<MeasureState>(measureSteps[step], found.state) || found.state === measureSteps[step].to) return;
	if (await measures.setState(c.tx, found, measureSteps[step].to)) {
		c.record(`measure.${step}`, { type: 'measure', id }, { from: found.state, to: measureSteps[step].to });
	}
}

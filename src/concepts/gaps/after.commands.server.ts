/** What is said about a gap later on: a new observation at any time, a request to reopen it within a year. */
import { m } from '#i18n/paraglide/messages.js';
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { change, type Tell, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import * as store from './after.store.server.ts';
import { moveGap, onGap } from './commands.server.ts';
import { behind } from './evidence.server.ts';
import { may } from './policy.ts';
import { askableUntil, requestSteps, type RequestState } from './reopening.rules.ts';
import { namedIn } from './report.check.server.ts';
import { steps, unjoinable, type GapState } from './rules.ts';

const thing = (id: string) => ({ type: 'service_gap', id });
const toOffice = async (tx: Transaction): Promise<Tell[]> => (await officeOf(tx)).map((to) => ({ to, note: 'intake' }));

async function wrongWith(text: string, check: Checker): Promise<Issue[]> {
	if (!text.trim()) return [{ field: 'text', message: m.gaps_need_message() }];
	return namedIn('text', text, check);
}

/** Also to a gap that is closed. */
export async function addObservation(
	actor: Actor,
	gapId: string,
	text: string,
	check: Checker = checkText
): Promise<Result<{ id: string }>> {
	// nobody else makes us check a text
	const wrong = may(actor, 'observe') ? await wrongWith(text, check) : [];
	return onGap(actor, 'observe', gapId, async ({ tx, record }, gap) => {
		if (!isSomebody(actor)) return no('forbidden');
		if (unjoinable.includes(gap.state)) return no('wrong_state');
		if (wrong.length) return no('incomplete', wrong);
		if (!(await store.insertObservation(tx, { gapId: gap.id, authorId: actor.id, text: text.trim() })))
			return no('conflict', [{ field: 'text', message: m.gaps_observe_same() }]);
		record('service_gap.observe', thing(gap.id), {}, await toOffice(tx));
		return yes({ id: gap.id });
	});
}

export async function askReopening(
	actor: Actor,
	gapId: string,
	reason: string,
	check: Checker = checkText
): Promise<Result<{ id: string }>> {
	const wrong = may(actor, 'ask_reopening') ? await wrongWith(reason, check) : [];
	return onGap(actor, 'ask_reopening', gapId, async ({ tx, record }, gap) => {
		if (!isSomebody(actor) || !(await behind(tx, gap.id)).includes(actor.id)) return no('forbidden');
		const closedAt = await store.closedAt(tx, gap.id);
		if (!fits<GapState>({ ...steps.reopen, from: ['closed'] }, gap.state) || !closedAt) return no('wrong_state');
		if (now() > askableUntil(closedAt))
			return no('wrong_state', [{ field: 'text', message: m.gaps_reopen_too_late() }]);
		if (wrong.length) return no('incomplete', wrong);
		const id = await store.insertRequest(tx, { gapId: gap.id, authorId: actor.id, reason: reason.trim() });
		if (!id) return no('conflict', [{ field: 'text', message: m.gaps_reopen_asked_already() }]);
		record('service_gap.ask_reopening', thing(gap.id), {}, await toOffice(tx));
		return yes({ id });
	});
}

/** Granted, the gap is open again and everyone who asked is answered; refused, the sender reads the sentence. */
export const settleReopening = (
	actor: Actor,
	requestId: string,
	step: 'grant' | 'refuse',
	answer: string
): Promise<Result<{ gapId: string }>> =>
	change(actor, async (c) => {
		const request = may(actor, 'settle_reopening') ? await store.lockRequest(c.tx, requestId) : null;
		if (!request) return no('not_found');
		if (!fits<RequestState>(requestSteps[step], request.state)) return no('wrong_state');
		const { gapId } = request;
		if (step === 'grant') {
			const moved = await moveGap(c, gapId, 'reopen', { requestId });
			if (!moved.ok) return moved;
			await store.settleRequests(c.tx, { gapId }, requestSteps.grant.to);
			return yes({ gapId });
		}
		if (!answer.trim()) return no('incomplete', [{ field: 'answer', message: m.gaps_need_sentence() }]);
		const asked = await store.settleRequests(c.tx, { id: request.id }, requestSteps.refuse.to, answer.trim());
		const tells = asked.map((to): Tell => ({ to, note: 'feedback' }));
		c.record('service_gap.refuse_reopening', thing(gapId), {}, tells);
		return yes({ gapId });
	});

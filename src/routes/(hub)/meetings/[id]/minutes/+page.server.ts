/** The minutes of a meeting: write, circulate, review, approve, correct. */
import { answerForm, circulateForm, correctForm, minutesForm, reviewForm } from '#concepts/meetings/form.server.ts';
import {
	answerObjection,
	approve,
	circulate,
	correct,
	redraft,
	review,
	rework,
	write
} from '#concepts/meetings/minutes.commands.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { parseForm } from '#platform/form.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await meetingFor(locals.actor, params.id, 'all');
	const { minutesReviewDays } = found.meeting;
	return {
		...found,
		today: today(),
		reviewUntil: addDays(today(), minutesReviewDays),
		saved: url.searchParams.has('saved'),
		me: locals.actor.id
	};
};

const here = ({ params }: RequestEvent, at = '') => `/meetings/${params.id}/minutes${at}`;
export const actions: Actions = {
	write: async (event) => {
		const parsed = await parseForm(event.request, minutesForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await write(event.locals.actor, event.params.id, parsed.value), parsed.values, here(event, '?saved'));
	},
	redraft: async (event) => answer(await redraft(event.locals.actor, event.params.id), {}, here(event)),
	circulate: async (event) => {
		const parsed = await parseForm(event.request, circulateForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await circulate(event.locals.actor, event.params.id, parsed.value.reviewUntil),
			parsed.values,
			here(event)
		);
	},
	rework: async (event) => answer(await rework(event.locals.actor, event.params.id), {}, here(event)),
	approve: async (event) => answer(await approve(event.locals.actor, event.params.id), {}, here(event)),
	review: async (event) => {
		const parsed = await parseForm(event.request, reviewForm());
		if (!parsed.ok) return parsed.refusal;
		const { answer: word, objection } = parsed.value;
		return answer(
			await review(event.locals.actor, event.params.id, { confirmed: word === 'confirm', objection }),
			parsed.values,
			here(event)
		);
	},
	answer: async (event) => {
		const parsed = await parseForm(event.request, answerForm());
		if (!parsed.ok) return parsed.refusal;
		const { accountId, answer: text } = parsed.value;
		return answer(
			await answerObjection(event.locals.actor, event.params.id, accountId, text),
			parsed.values,
			here(event)
		);
	},
	correct: async (event) => {
		const parsed = await parseForm(event.request, correctForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await correct(event.locals.actor, event.params.id, parsed.value), parsed.values, here(event));
	}
};

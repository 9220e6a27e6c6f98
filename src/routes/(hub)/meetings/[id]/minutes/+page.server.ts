/** The minutes of a meeting: a note by form, circulate, review, approve, correct. */
import { askMembers, demandMeeting } from '#concepts/meetings/approval.commands.server.ts';
import {
	answerForm,
	askMembersForm,
	circulateForm,
	correctForm,
	noteForm,
	reviewForm
} from '#concepts/meetings/form.server.ts';
import { note } from '#concepts/meetings/document.commands.server.ts';
import {
	answerObjection,
	approve,
	circulate,
	correct,
	review,
	rework
} from '#concepts/meetings/minutes.commands.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { parseForm } from '#platform/form.server.ts';
import * as comments from '../comments.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ depends, locals, params, url }) => {
	depends('meeting:minutes');
	const found = await meetingFor(locals.actor, params.id, 'all');
	const { minutesReviewDays } = found.meeting;
	return {
		...found,
		today: today(),
		reviewUntil: addDays(today(), minutesReviewDays),
		saved: url.searchParams.get('saved'),
		me: locals.actor.id
	};
};

const here = ({ params }: RequestEvent, at = '') => `/meetings/${params.id}/minutes${at}`;
export const actions: Actions = {
	comment: comments.comment,
	reply_comment: comments.replyComment,
	resolve_comment: comments.resolve,
	note: async (event) => {
		const parsed = await parseForm(event.request, noteForm());
		if (!parsed.ok) return parsed.refusal;
		const { itemId, text } = parsed.value;
		return answer(
			await note(event.locals.actor, event.params.id, itemId, text),
			parsed.values,
			here(event, `?saved=${itemId}`)
		);
	},
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
	ask_members: async (event) => {
		const parsed = await parseForm(event.request, askMembersForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await askMembers(event.locals.actor, event.params.id, parsed.value.approvalUntil),
			parsed.values,
			here(event)
		);
	},
	demand_meeting: async (event) => answer(await demandMeeting(event.locals.actor, event.params.id), {}, here(event)),
	review: async (event) => {
		const parsed = await parseForm(event.request, reviewForm());
		if (!parsed.ok) return parsed.refusal;
		const { answer: word, objection, passage, seen } = parsed.value;
		return answer(
			await review(event.locals.actor, event.params.id, { confirmed: word === 'confirm', objection, passage, seen }),
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

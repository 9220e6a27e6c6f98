/** While the meeting runs, and until its minutes are under review: attendance, results, tasks. */
import { settleApproval } from '#concepts/meetings/approval.commands.server.ts';
import { approvalForm, attendanceFrom, presentFrom, resultForm, taskForm } from '#concepts/meetings/form.server.ts';
import { recordAttendance, settleItem } from '#concepts/meetings/running.commands.server.ts';
import { addTask } from '#concepts/meetings/tasks.commands.server.ts';
import { formOf, parseForm } from '#platform/form.server.ts';
import * as comments from '../comments.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, depends }) => {
	depends('meeting:run');
	return meetingFor(locals.actor, params.id, 'leads');
};

const here = ({ params }: RequestEvent, at = '') => `/meetings/${params.id}/run${at}`;
export const actions: Actions = {
	comment: comments.comment,
	reply_comment: comments.replyComment,
	resolve_comment: comments.resolve,
	attendance: async (event) => {
		const data = await formOf(event.request);
		const done = await recordAttendance(event.locals.actor, event.params.id, attendanceFrom(data), presentFrom(data));
		return answer(done, {}, here(event, '#attendance'));
	},
	result: async (event) => {
		const parsed = await parseForm(event.request, resultForm());
		if (!parsed.ok) return parsed.refusal;
		const { itemId, step, result } = parsed.value;
		return answer(
			await settleItem(event.locals.actor, itemId, { step, result }),
			parsed.values,
			here(event, `#item-${itemId}`)
		);
	},
	approval: async (event) => {
		const parsed = await parseForm(event.request, approvalForm());
		if (!parsed.ok) return parsed.refusal;
		const { itemId, outcome, result } = parsed.value;
		return answer(
			await settleApproval(event.locals.actor, itemId, { outcome, result }),
			parsed.values,
			here(event, `#item-${itemId}`)
		);
	},
	task: async (event) => {
		const parsed = await parseForm(event.request, taskForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await addTask(event.locals.actor, event.params.id, parsed.value),
			parsed.values,
			here(event, '#tasks')
		);
	}
};

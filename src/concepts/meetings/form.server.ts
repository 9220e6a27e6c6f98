/** The forms of meetings, agenda, invitation, minutes and tasks: what comes in, parsed once. */
import { DateTime } from 'luxon';
import * as v from 'valibot';
import { commentForm } from '#concepts/people/comments.form.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { zone } from '#platform/clock.ts';
import { dayField, dayOrNone, textField } from '#platform/form.server.ts';
import { approvalOutcomes } from './approval.rules.ts';
import { attendances, itemKinds, linkTypes, taskSteps, type Attendance, type TaskStep } from './rules.ts';
import type { MeetingInput } from './commands.server.ts';

/** 'YYYY-MM-DDTHH:mm' as the clock of the county shows it. */
const moment = (message: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, message),
		v.transform((s) => DateTime.fromISO(s, { zone }).toJSDate()),
		v.check((d) => !Number.isNaN(d.getTime()), message)
	);
const length = v.pipe(
	v.optional(v.string(), '120'),
	v.transform(Number),
	v.integer(() => m.meetings_issue_length()),
	v.minValue(15, () => m.meetings_issue_length()),
	v.maxValue(720, () => m.meetings_issue_length())
);
/** Which form of a page was sent: its typed values are shown there again. */
const on = v.optional(v.string(), '');
const id = v.pipe(
	v.optional(v.string(), ''),
	v.uuid(() => m.meetings_issue_choose())
);

const when = () => ({
	startsAt: moment(m.meetings_issue_starts()),
	length,
	place: textField({ max: 300 }),
	link: textField({ max: 500 })
});
export const meetingForm = () =>
	v.object({
		bodyId: v.optional(v.string(), ''),
		title: textField({ required: m.meetings_issue_title(), max: 200 }),
		...when()
	});
export const postponeForm = () => v.object(when());
type When = { startsAt: Date; length: number; place: string; link: string };
export const timesFrom = ({ startsAt, length: minutes, place, link }: When): Omit<MeetingInput, 'title'> => ({
	startsAt,
	endsAt: new Date(startsAt.getTime() + minutes * 60_000),
	place,
	link
});

export const itemForm = () =>
	v.object({
		on,
		itemId: v.optional(v.string(), ''),
		kind: v.picklist(itemKinds),
		title: textField({ required: m.meetings_issue_item_title(), max: 300 }),
		minutes: v.pipe(
			v.optional(v.string(), '10'),
			v.transform(Number),
			v.integer(m.meetings_issue_item_minutes()),
			v.minValue(1, m.meetings_issue_item_minutes()),
			v.maxValue(480, m.meetings_issue_item_minutes())
		),
		rapporteur: textField({ max: 200 }),
		link: v.optional(v.string(), '')
	});
export const moveForm = () => v.object({ move: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}:(up|down|to:\d{1,4})$/)) });
export const onItemForm = () => v.object({ itemId: v.string() });
export const takeUpForm = () => v.object({ taskId: v.string() });
export const offForm = () => v.object({ itemId: v.string(), step: v.picklist(['unschedule', 'remove']) });
/** `to` is "type:id". */
export const linkForm = () => v.object({ on, itemId: v.string(), to: v.optional(v.string(), '') });
export function linkFrom(to: string) {
	const [type, thingId] = to.split(':');
	const known = linkTypes.find((t) => t === type);
	return known && thingId ? { type: known, id: thingId } : null;
}

export const guestForm = () => v.object({ on, accountId: id, accessUntil: dayField(m.meetings_issue_access()) });
export const furtherForm = () => v.object({ on, accountId: id, accessUntil: dayOrNone(m.meetings_issue_access()) });
export const personForm = () => v.object({ accountId: id });
export const inviteForm = () =>
	v.object({ on, seen: v.optional(v.string(), ''), shortNoticeReason: textField({ max: 1000 }) });
export const replyForm = () => v.object({ reply: v.picklist(['accepted', 'declined']) });

export const resultForm = () =>
	v.object({
		on,
		itemId: v.string(),
		step: v.picklist(['call', 'finish', 'postpone', 'remove']),
		result: textField({ max: 8000 })
	});
/** One field `attendance:<account id>` a person. */
export function attendanceFrom(data: FormData): Map<string, Attendance> {
	const found = new Map<string, Attendance>();
	for (const [name, value] of data) {
		const attendance = attendances.find((a) => a === value);
		if (attendance && name.startsWith('attendance:')) found.set(name.slice('attendance:'.length), attendance);
	}
	return found;
}
/** One field `from:<account id>` a person: the item with which somebody came. */
export function presentFrom(data: FormData): Map<string, string> {
	const found = new Map<string, string>();
	for (const [name, value] of data)
		if (name.startsWith('from:') && typeof value === 'string') found.set(name.slice('from:'.length), value);
	return found;
}
export const taskForm = () =>
	v.object({
		on,
		taskId: v.optional(v.string(), ''),
		title: textField({ required: m.meetings_issue_task_title(), max: 500 }),
		assigneeId: v.optional(v.string(), ''),
		dueOn: dayField(m.meetings_issue_task_due()),
		itemId: v.optional(v.string(), '')
	});
/** `back`: an address of ours, and nothing else, to return to. */
export const taskStepForm = () =>
	v.object({
		taskId: v.string(),
		step: v.picklist(Object.keys(taskSteps) as TaskStep[]),
		back: v.pipe(v.optional(v.string(), ''), v.regex(/^(\/(meetings|bodies)\/[0-9a-f-]{36}(\/run)?)?$/))
	});

export const noteForm = () =>
	v.object({ on, itemId: id, text: textField({ required: m.meetings_issue_note(), max: 20_000 }) });
export const restoreForm = () => v.object({ versionId: id, itemId: id });
export const passageForm = () =>
	v.object({
		...commentForm().entries,
		on,
		itemId: id,
		passage: textField({ max: 2000, tooLong: m.meetings_issue_passage_long() })
	});
export const replyCommentForm = () => v.object({ ...commentForm().entries, on, commentId: id });
export const resolveForm = () => v.object({ commentId: id });
export const circulateForm = () => v.object({ on, reviewUntil: dayField(m.meetings_issue_review_until()) });
export const askMembersForm = () => v.object({ on, approvalUntil: dayField(m.meetings_issue_review_until()) });
export const approvalForm = () =>
	v.object({ on, itemId: v.string(), outcome: v.picklist(approvalOutcomes), result: textField({ max: 8000 }) });
export const reviewForm = () =>
	v.object({
		on,
		answer: v.picklist(['confirm', 'object']),
		/** The hash of the minutes that were read. */
		seen: v.string(),
		objection: textField({ max: 4000 }),
		passage: textField({ max: 2000 })
	});
export const answerForm = () => v.object({ on, accountId: id, answer: textField({ max: 4000 }) });
export const correctForm = () => v.object({ on, text: textField({ max: 200_000 }), reason: textField({ max: 1000 }) });

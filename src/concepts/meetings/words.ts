/** The words of meetings, agenda, minutes and tasks for states, steps, kinds and events, with the tones of their badges. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import type { ApprovalOutcome, ApprovalWay } from './approval.rules.ts';
import type {
	Attendance,
	DocumentOccasion,
	ItemKind,
	ItemState,
	ItemStep,
	LinkType,
	MeetingState,
	MeetingStep,
	MinutesState,
	MinutesStep,
	Reply,
	TaskState,
	TaskStep
} from './rules.ts';
import type { ComparedItem } from './versions.compare.ts';

type Word = () => string;

/** Why a version was kept. */
export const occasionWords: Record<DocumentOccasion, Word> = {
	writing: m.meetings_occasion_writing,
	invite: m.meetings_occasion_invite,
	end: m.meetings_occasion_end,
	circulate: m.meetings_occasion_circulate,
	approve: m.meetings_occasion_approve,
	restore: m.meetings_occasion_restore
};
/** What has become of an item since a version. */
export const sinceWords: Record<ComparedItem['since'], Word> = {
	same: m.meetings_since_same,
	changed: m.meetings_since_changed,
	added: m.meetings_since_added,
	removed: m.meetings_since_removed
};
export const sinceTones: Record<ComparedItem['since'], Tone> = {
	same: 'neutral',
	changed: 'progress',
	added: 'success',
	removed: 'danger'
};

const meetingStates: Record<MeetingState, Word> = {
	draft: m.meetings_state_draft,
	scheduled: m.meetings_state_scheduled,
	invited: m.meetings_state_invited,
	running: m.meetings_state_running,
	held: m.meetings_state_held,
	closed: m.meetings_state_closed,
	cancelled: m.meetings_state_cancelled,
	postponed: m.meetings_state_postponed
};
const itemStates: Record<ItemState, Word> = {
	backlog: m.meetings_item_state_backlog,
	scheduled: m.meetings_item_state_scheduled,
	called: m.meetings_item_state_called,
	done: m.meetings_item_state_done,
	postponed: m.meetings_item_state_postponed,
	removed: m.meetings_item_state_removed
};
const minutesStates: Record<MinutesState, Word> = {
	drafting: m.meetings_minutes_state_drafting,
	under_review: m.meetings_minutes_state_under_review,
	approved: m.meetings_minutes_state_approved
};
const taskStates: Record<TaskState, Word> = {
	open: m.meetings_task_state_open,
	done: m.meetings_task_state_done,
	dropped: m.meetings_task_state_dropped
};
/** What an agenda item may be about. */
export const linkWords: Record<LinkType, Word> = {
	service_gap: m.meetings_link_service_gap,
	proposal: m.meetings_link_proposal,
	measure: m.meetings_link_measure,
	case_analysis: m.meetings_link_case_analysis,
	mandate: m.meetings_link_mandate
};
/** By type of thing, then by state. */
export const stateWords = { meeting: meetingStates, agenda_item: itemStates, minutes: minutesStates, task: taskStates };

const meetingTones: Record<MeetingState, Tone> = {
	draft: 'neutral',
	scheduled: 'info',
	invited: 'info',
	running: 'progress',
	held: 'warning',
	closed: 'success',
	cancelled: 'neutral',
	postponed: 'warning'
};
const itemTones: Record<ItemState, Tone> = {
	backlog: 'neutral',
	scheduled: 'info',
	called: 'progress',
	done: 'success',
	postponed: 'warning',
	removed: 'neutral'
};
const minutesTones: Record<MinutesState, Tone> = {
	drafting: 'progress',
	under_review: 'warning',
	approved: 'success'
};
const taskTones: Record<TaskState, Tone> = {
	open: 'info',
	done: 'success',
	dropped: 'neutral'
};
export const stateTones = { meeting: meetingTones, agenda_item: itemTones, minutes: minutesTones, task: taskTones };

const meetingStepWords: Record<MeetingStep, Word> = {
	schedule: m.meetings_step_schedule,
	invite: m.meetings_step_invite,
	postpone: m.meetings_step_postpone,
	cancel: m.meetings_step_cancel,
	start: m.meetings_step_start,
	end: m.meetings_step_end,
	close: m.meetings_step_close
};
const itemStepWords: Record<ItemStep, Word> = {
	schedule: m.meetings_item_step_schedule,
	unschedule: m.meetings_item_step_unschedule,
	call: m.meetings_item_step_call,
	finish: m.meetings_item_step_finish,
	postpone: m.meetings_item_step_postpone,
	remove: m.meetings_item_step_remove
};
const minutesStepWords: Record<MinutesStep, Word> = {
	circulate: m.meetings_minutes_step_circulate,
	rework: m.meetings_minutes_step_rework,
	approve: m.meetings_minutes_step_approve,
	correct: m.meetings_minutes_step_correct
};
const taskStepWords: Record<TaskStep, Word> = {
	finish: m.meetings_task_step_finish,
	reopen: m.meetings_task_step_reopen,
	drop: m.meetings_task_step_drop
};
export const stepWords = {
	meeting: meetingStepWords,
	agenda_item: itemStepWords,
	minutes: minutesStepWords,
	task: taskStepWords
};

export const kindWords: Record<ItemKind, Word> = {
	information: m.meetings_kind_information,
	discussion: m.meetings_kind_discussion,
	hearing: m.meetings_kind_hearing,
	decision: m.meetings_kind_decision,
	acknowledgement: m.meetings_kind_acknowledgement,
	minutes_approval: m.meetings_kind_minutes_approval
};
export const replyWords: Record<Reply, Word> = {
	open: m.meetings_reply_open,
	accepted: m.meetings_reply_accepted,
	declined: m.meetings_reply_declined
};
export const attendanceWords: Record<Attendance, Word> = {
	unknown: m.meetings_attendance_unknown,
	present: m.meetings_attendance_present,
	excused: m.meetings_attendance_excused,
	absent: m.meetings_attendance_absent
};

const approvedWords: Record<ApprovalWay, Word> = {
	leader: m.meetings_event_meeting_approve,
	period: m.meetings_event_meeting_approve_period,
	circulation: m.meetings_event_meeting_approve_circulation,
	meeting: m.meetings_event_meeting_approve_meeting
};
export const outcomeWords: Record<ApprovalOutcome, Word> = {
	approved: m.meetings_outcome_approved,
	objections: m.meetings_outcome_objections
};

/** Sentences for timelines and the inbox, by kind of event. */
export const eventWords: Record<string, (data: EventData) => string> = {
	'meeting.create': () => m.meetings_event_meeting_create(),
	'meeting.edit': () => m.meetings_event_meeting_edit(),
	'meeting.schedule': () => m.meetings_event_meeting_schedule(),
	'meeting.plan_guest': () => m.meetings_event_meeting_plan_guest(),
	'meeting.unplan_guest': () => m.meetings_event_meeting_unplan_guest(),
	'meeting.invite': () => m.meetings_event_meeting_invite(),
	'meeting.invite_further': () => m.meetings_event_meeting_invite_further(),
	'meeting.end_access': () => m.meetings_event_meeting_end_access(),
	'meeting.postpone': () => m.meetings_event_meeting_postpone(),
	'meeting.cancel': () => m.meetings_event_meeting_cancel(),
	'meeting.start': () => m.meetings_event_meeting_start(),
	'meeting.end': () => m.meetings_event_meeting_end(),
	'meeting.close': () => m.meetings_event_meeting_close(),
	'meeting.reply': () => m.meetings_event_meeting_reply(),
	'meeting.attendance': () => m.meetings_event_meeting_attendance(),
	'meeting.write_minutes': () => m.meetings_event_meeting_write_minutes(),
	'meeting.write_document': () => m.meetings_event_meeting_write_document(),
	'meeting.note': () => m.meetings_event_meeting_note(),
	'meeting.mention': () => m.meetings_event_meeting_mention(),
	'meeting.restore_passage': () => m.meetings_event_meeting_restore_passage(),
	'meeting.erase_versions': () => m.meetings_event_meeting_erase_versions(),
	'meeting.resolve_comment': () => m.meetings_event_meeting_resolve_comment(),
	'meeting.save_template': () => m.meetings_event_meeting_save_template(),
	'meeting.circulate': () => m.meetings_event_meeting_circulate(),
	'meeting.rework': () => m.meetings_event_meeting_rework(),
	'meeting.confirm': () => m.meetings_event_meeting_confirm(),
	'meeting.object': () => m.meetings_event_meeting_object(),
	'meeting.answer_objection': () => m.meetings_event_meeting_answer_objection(),
	'meeting.approve': ({ way }) => approvedWords[way as ApprovalWay]?.() ?? m.meetings_event_meeting_approve(),
	'meeting.ask_members': () => m.meetings_event_meeting_ask_members(),
	'meeting.demand_meeting': () => m.meetings_event_meeting_demand_meeting(),
	'meeting.circulation_failed': () => m.meetings_event_meeting_circulation_failed(),
	'meeting.objections_stand': () => m.meetings_event_meeting_objections_stand(),
	'meeting.objected_in_meeting': () => m.meetings_event_meeting_objected_in_meeting(),
	'meeting.correct': () => m.meetings_event_meeting_correct(),
	'agenda_item.add': () => m.meetings_event_agenda_item_add(),
	'agenda_item.edit': () => m.meetings_event_agenda_item_edit(),
	'agenda_item.move': () => m.meetings_event_agenda_item_move(),
	'agenda_item.schedule': () => m.meetings_event_agenda_item_schedule(),
	'agenda_item.unschedule': () => m.meetings_event_agenda_item_unschedule(),
	'agenda_item.call': () => m.meetings_event_agenda_item_call(),
	'agenda_item.finish': () => m.meetings_event_agenda_item_finish(),
	'agenda_item.postpone': () => m.meetings_event_agenda_item_postpone(),
	'agenda_item.remove': () => m.meetings_event_agenda_item_remove(),
	'agenda_item.carry': () => m.meetings_event_agenda_item_carry(),
	'agenda_item.link': () => m.meetings_event_agenda_item_link(),
	'agenda_item.unlink': () => m.meetings_event_agenda_item_unlink(),
	'task.add': () => m.meetings_event_task_add(),
	'task.edit': () => m.meetings_event_task_edit(),
	'task.finish': () => m.meetings_event_task_finish(),
	'task.reopen': () => m.meetings_event_task_reopen(),
	'task.drop': () => m.meetings_event_task_drop(),
	'task.soon': () => m.meetings_event_task_soon(),
	'task.overdue': () => m.meetings_event_task_overdue()
};

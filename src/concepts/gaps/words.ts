/** The words for states, steps and events of gap reports and service gaps. */
import { m } from '#i18n/paraglide/messages.js';
import type { CaseState } from '#concepts/cases/rules.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import type { Why } from '#platform/result.ts';
import type { IntakeStepName } from './intake.rules.ts';
import type { CasesBand, DeclineReason, GapState, GapStep, ReportState, ReportStep, requiredFields } from './rules.ts';

/** The states of reports and of gaps share no word, so one table holds both. */
export const stateWords: Record<ReportState | GapState, () => string> = {
	draft: m.gaps_state_draft,
	received: m.gaps_state_received,
	query: m.gaps_state_query,
	assigned: m.gaps_state_assigned,
	declined: m.gaps_state_declined,
	withdrawn: m.gaps_state_withdrawn,
	new: m.gaps_state_new,
	confirmed: m.gaps_state_confirmed,
	prioritised: m.gaps_state_prioritised,
	mandated: m.gaps_state_mandated,
	in_solution: m.gaps_state_in_solution,
	decided: m.gaps_state_decided,
	in_implementation: m.gaps_state_in_implementation,
	effect_review: m.gaps_state_effect_review,
	closed: m.gaps_state_closed,
	not_confirmed: m.gaps_state_not_confirmed,
	deferred: m.gaps_state_deferred,
	escalated: m.gaps_state_escalated,
	merged: m.gaps_state_merged,
	reopened: m.gaps_state_reopened
};

export const stateTones: Record<ReportState | GapState, Tone> = {
	draft: 'neutral',
	received: 'info',
	query: 'warning',
	assigned: 'success',
	declined: 'neutral',
	withdrawn: 'neutral',
	new: 'info',
	confirmed: 'info',
	prioritised: 'warning',
	mandated: 'progress',
	in_solution: 'progress',
	decided: 'success',
	in_implementation: 'progress',
	effect_review: 'progress',
	closed: 'success',
	not_confirmed: 'neutral',
	deferred: 'neutral',
	escalated: 'neutral',
	merged: 'neutral',
	reopened: 'warning'
};

export const stepWords: Record<ReportStep | GapStep, () => string> = {
	submit: m.gaps_step_submit,
	ask: m.gaps_step_ask,
	answer: m.gaps_step_answer,
	assign: m.gaps_step_assign,
	decline: m.gaps_step_decline,
	withdraw: m.gaps_step_withdraw,
	confirm: m.gaps_step_confirm,
	not_confirmed: m.gaps_step_not_confirmed,
	prioritise: m.gaps_step_prioritise,
	mandate: m.gaps_step_mandate,
	solve: m.gaps_step_solve,
	drop_solution: m.gaps_step_drop_solution,
	decide: m.gaps_step_decide,
	implement: m.gaps_step_implement,
	halt: m.gaps_step_halt,
	review: m.gaps_step_review,
	close: m.gaps_step_close,
	reopen: m.gaps_step_reopen,
	defer: m.gaps_step_defer,
	resume: m.gaps_step_resume,
	escalate: m.gaps_step_escalate,
	merge: m.gaps_step_merge,
	unmerge: m.gaps_step_unmerge,
	back_to_group: m.gaps_step_back_to_group
};

export const eventWords: Record<string, (data: EventData) => string> = {
	'gap_report.save': () => m.gaps_event_report_save(),
	'gap_report.discard': () => m.gaps_event_report_discard(),
	'gap_report.submit': () => m.gaps_event_report_submit(),
	'gap_report.ask': () => m.gaps_event_report_ask(),
	'gap_report.answer': () => m.gaps_event_report_answer(),
	'gap_report.assign': () => m.gaps_event_report_assign(),
	'gap_report.decline': () => m.gaps_event_report_decline(),
	'gap_report.withdraw': () => m.gaps_event_report_withdraw(),
	'gap_report.mark_urgent': (data) =>
		data.urgent ? m.gaps_event_report_mark_urgent() : m.gaps_event_report_unmark_urgent(),
	'gap_report.split': () => m.gaps_event_report_split(),
	'gap_report.code': () => m.gaps_event_report_code(),
	'gap_report.undo': () => m.gaps_event_report_undo(),
	'service_gap.create': () => m.gaps_event_gap_create(),
	'service_gap.edit': () => m.gaps_event_gap_edit(),
	'service_gap.add_report': () => m.gaps_event_gap_add_report(),
	'service_gap.lose_report': () => m.gaps_event_gap_lose_report(),
	'service_gap.discard': () => m.gaps_event_gap_discard(),
	'service_gap.affects_us': () => m.gaps_event_gap_affects_us(),
	'service_gap.take_back': () => m.gaps_event_gap_take_back(),
	'service_gap.confirm': (data) =>
		data.meetingId ? m.gaps_event_gap_confirm_by_decision() : m.gaps_event_gap_confirm(),
	'service_gap.not_confirmed': () => m.gaps_event_gap_not_confirmed(),
	'service_gap.prioritise': () => m.gaps_event_gap_prioritise(),
	'service_gap.mandate': () => m.gaps_event_gap_mandate(),
	'service_gap.solve': () => m.gaps_event_gap_solve(),
	'service_gap.drop_solution': () => m.gaps_event_gap_drop_solution(),
	'service_gap.decide': () => m.gaps_event_gap_decide(),
	'service_gap.implement': () => m.gaps_event_gap_implement(),
	'service_gap.halt': () => m.gaps_event_gap_halt(),
	'service_gap.review': () => m.gaps_event_gap_review(),
	'service_gap.close': () => m.gaps_event_gap_close(),
	'service_gap.reopen': () => m.gaps_event_gap_reopen(),
	'service_gap.defer': () => m.gaps_event_gap_defer(),
	'service_gap.resume': () => m.gaps_event_gap_resume(),
	'service_gap.escalate': () => m.gaps_event_gap_escalate(),
	'service_gap.merge': () => m.gaps_event_gap_merge(),
	'service_gap.unmerge': () => m.gaps_event_gap_unmerge(),
	'service_gap.back_to_group': () => m.gaps_event_gap_back_to_group(),
	'service_gap.assign_group': () => m.gaps_event_gap_assign_group(),
	'service_gap.release_group': () => m.gaps_event_gap_release_group(),
	'service_gap.link_mandate': () => m.gaps_event_gap_link_mandate(),
	'service_gap.link_case': () => m.gaps_event_gap_link_case(),
	'service_gap.observe': () => m.gaps_event_gap_observe(),
	'service_gap.ask_reopening': () => m.gaps_event_gap_ask_reopening(),
	'service_gap.refuse_reopening': () => m.gaps_event_gap_refuse_reopening(),
	'service_gap.follow': () => m.gaps_event_gap_follow(),
	'service_gap.unfollow': () => m.gaps_event_gap_unfollow(),
	'service_gap.owe_feedback': () => m.gaps_event_gap_owe_feedback(),
	'service_gap.give_feedback': () => m.gaps_event_gap_give_feedback(),
	'saved_view.save': () => m.gaps_event_view_save(),
	'saved_view.delete': () => m.gaps_event_view_delete()
};

export const requiredWords: Record<(typeof requiredFields)[number], () => string> = {
	text: m.gaps_need_text,
	phase: m.gaps_need_phase,
	gapType: m.gaps_need_gapType,
	legalDomains: m.gaps_need_legalDomains
};
type Found = readonly { words: string }[];
const quoted = (found: Found): string =>
	[...new Set(found.map(({ words }) => words))]
		.slice(0, 5)
		.map((words) => `„${words}“`)
		.join(', ');
export const checkWords = {
	open: (found: Found) => m.gaps_check_open({ words: quoted(found) }),
	named: (found: Found) => m.gaps_check_named({ words: quoted(found) }),
	failed: m.gaps_check_failed
} as const;
export const reasonWords: Record<DeclineReason, () => string> = {
	single_case: m.gaps_reason_single_case,
	not_integration: m.gaps_reason_not_integration,
	exists_already: m.gaps_reason_exists_already,
	too_vague: m.gaps_reason_too_vague,
	personal_data: m.gaps_reason_personal_data,
	other: m.gaps_reason_other
};
export const bandWords: Record<CasesBand, () => string> = {
	'1-2': m.gaps_band_1_2,
	'3-5': m.gaps_band_3_5,
	'6-10': m.gaps_band_6_10,
	more: m.gaps_band_more
};
/** The sentence for a refusal that brings none of its own. */
export const refusalWords: Record<Why, () => string> = {
	wrong_state: m.gaps_error_wrong_state,
	forbidden: m.gaps_error_forbidden,
	conflict: m.gaps_error_conflict,
	not_found: m.gaps_error_not_found,
	incomplete: m.gaps_error_incomplete,
	too_many: m.gaps_error_conflict
};

/** What comes next, told to the sender; for an assigned report the gap's state speaks. */
export const nextWords: Record<Exclude<ReportState, 'assigned'> | GapState, () => string> = {
	draft: m.gaps_next_draft,
	received: m.gaps_next_received,
	query: m.gaps_next_query,
	declined: m.gaps_next_declined,
	withdrawn: m.gaps_next_withdrawn,
	new: m.gaps_next_new,
	confirmed: m.gaps_next_confirmed,
	prioritised: m.gaps_next_prioritised,
	mandated: m.gaps_next_mandated,
	in_solution: m.gaps_next_in_solution,
	decided: m.gaps_next_decided,
	in_implementation: m.gaps_next_in_implementation,
	effect_review: m.gaps_next_effect_review,
	closed: m.gaps_next_closed,
	not_confirmed: m.gaps_next_not_confirmed,
	deferred: m.gaps_next_deferred,
	escalated: m.gaps_next_escalated,
	merged: m.gaps_next_merged,
	reopened: m.gaps_next_reopened
};
export const whatNext = (state: ReportState, gap: { state: GapState } | null): string =>
	nextWords[state === 'assigned' ? (gap?.state ?? 'new') : state]();

/** Instead of the sender's name. */
export const roleWords: Record<'case_manager' | 'officer' | 'coordinator', () => string> = {
	case_manager: m.gaps_intake_role_case_manager,
	officer: m.gaps_intake_role_officer,
	coordinator: m.gaps_intake_role_coordinator
};
export const ageWords = (days: number): string =>
	days === 0 ? m.gaps_intake_age_today() : days === 1 ? m.gaps_intake_age_one() : m.gaps_intake_age_n({ n: days });
/** „3 über dem Ziel“; '' when in time. */
export const overWords = (days: number): string =>
	days === 0 ? '' : days === 1 ? m.gaps_intake_over_one() : m.gaps_intake_over({ n: days });

/** What was done last in the intake, named by the beginning of the report. */
export const lastStepWords = (last: { step: IntakeStepName; text: string; n: number }): string => {
	if (last.step === 'code' && last.n > 1) return m.gaps_intake_undo_code({ n: last.n });
	return lastSteps[last.step]({ text: last.text });
};
const lastSteps: Record<IntakeStepName, (o: { text: string }) => string> = {
	assign: m.gaps_intake_undo_assign,
	create: m.gaps_intake_undo_create,
	ask: m.gaps_intake_undo_ask,
	decline: m.gaps_intake_undo_decline,
	mark_urgent: m.gaps_intake_undo_mark_urgent,
	split: m.gaps_intake_undo_split,
	code: m.gaps_intake_undo_code_one
};

/** What comes next with an analysis, told to its author. */
export const caseNextWords: Record<CaseState, () => string> = {
	draft: m.gaps_contrib_case_next_draft,
	in_review: m.gaps_contrib_case_next_in_review,
	returned: m.gaps_contrib_case_next_returned,
	released: m.gaps_contrib_case_next_released,
	discussed: m.gaps_contrib_case_next_discussed,
	evaluated: m.gaps_contrib_case_next_evaluated,
	archived: m.gaps_contrib_case_next_archived,
	recalled: m.gaps_contrib_case_next_recalled,
	deleted: m.gaps_contrib_case_next_deleted
};

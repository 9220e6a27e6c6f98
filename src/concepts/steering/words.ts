/** The words for decisions, measures and effect reviews: results, states, steps, sentences for timelines and inbox. */
import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import type { EventData } from '#platform/events.tables.server.ts';
import { dayText } from '#ui/dates.ts';
import type { Tone } from '#ui/tones.ts';
import { escalationEvents, escalationStateTones, escalationStateWords } from './escalations.words.ts';
import type { CirculationState, Vote } from './circulation.rules.ts';
import type { ListingReason } from './listing.rules.ts';
import type { Light, MeasureState, MeasureStep } from './measures.rules.ts';
import type { ReviewState, ReviewStep, StillHappens } from './reviews.rules.ts';
import { isGate2, type DecisionResult, type Gate2Result, type Priority } from './rules.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: 'de' | 'en' }) => string;
export const resultWords: Record<DecisionResult, Words> = {
	mandated: m.steering_result_mandated,
	prioritised: m.steering_result_prioritised,
	adopted: m.steering_result_adopted,
	adopted_with_changes: m.steering_result_adopted_with_changes,
	acknowledged: m.steering_result_acknowledged,
	postponed: m.steering_result_postponed,
	referred: m.steering_result_referred,
	rejected: m.steering_result_rejected,
	passed_on: m.steering_result_passed_on
};
export const resultTones: Record<DecisionResult, Tone> = {
	mandated: 'info',
	prioritised: 'info',
	adopted: 'success',
	adopted_with_changes: 'success',
	acknowledged: 'neutral',
	postponed: 'warning',
	referred: 'warning',
	rejected: 'danger',
	passed_on: 'info'
};
export const resultHints: Record<Gate2Result, () => string> = {
	adopted: m.steering_resulthint_adopted,
	adopted_with_changes: m.steering_resulthint_adopted_with_changes,
	acknowledged: m.steering_resulthint_acknowledged,
	postponed: m.steering_resulthint_postponed,
	referred: m.steering_resulthint_referred,
	rejected: m.steering_resulthint_rejected,
	passed_on: m.steering_resulthint_passed_on
};
/** What happens on the day that comes with a result. */
export const targetOnHints: Partial<Record<Gate2Result, () => string>> = {
	postponed: m.steering_target_on_hint_postponed,
	referred: m.steering_target_on_hint_referred,
	passed_on: m.steering_target_on_hint_passed_on
};
/** Also before a result is chosen, where all fields are there. */
export const targetOnHint = (result: string): string =>
	((isGate2(result) && targetOnHints[result]) || m.steering_target_on_hint)();
export const priorityWords = {
	high: m.steering_priority_high,
	middle: m.steering_priority_middle,
	later: m.steering_priority_later
} satisfies Record<Priority, () => string>;

export const measureStateWords: Record<MeasureState, Words> = {
	issued: m.steering_mstate_issued,
	accepted: m.steering_mstate_accepted,
	in_progress: m.steering_mstate_in_progress,
	reported_done: m.steering_mstate_reported_done,
	approved: m.steering_mstate_approved,
	effect_review: m.steering_mstate_effect_review,
	closed: m.steering_mstate_closed,
	blocked: m.steering_mstate_blocked,
	extension_requested: m.steering_mstate_extension_requested,
	dropped: m.steering_mstate_dropped
};
export const measureStateTones: Record<MeasureState, Tone> = {
	issued: 'info',
	accepted: 'progress',
	in_progress: 'progress',
	reported_done: 'info',
	approved: 'success',
	effect_review: 'info',
	closed: 'success',
	blocked: 'danger',
	extension_requested: 'warning',
	dropped: 'neutral'
};
export const stepWords: Record<MeasureStep, () => string> = {
	accept: m.steering_mstep_accept,
	report: m.steering_mstep_report,
	block: m.steering_mstep_block,
	finish: m.steering_mstep_finish,
	send_back: m.steering_mstep_send_back,
	approve: m.steering_mstep_approve,
	request_extension: m.steering_mstep_request_extension,
	grant_extension: m.steering_mstep_grant_extension,
	refuse_extension: m.steering_mstep_refuse_extension,
	drop: m.steering_mstep_drop,
	ask: m.steering_mstep_ask,
	close: m.steering_mstep_close
};
export const lightWords: Record<Light, () => string> = {
	done: m.steering_light_done,
	on_time: m.steering_light_on_time,
	soon: m.steering_light_soon,
	overdue: m.steering_light_overdue,
	blocked: m.steering_light_blocked,
	stopped: m.steering_light_stopped
};
export const lightTones: Record<Light, Tone> = {
	done: 'success',
	on_time: 'progress',
	soon: 'warning',
	overdue: 'danger',
	blocked: 'danger',
	stopped: 'neutral'
};

export const reviewStateWords: Record<ReviewState, () => string> = {
	planned: m.steering_rstate_planned,
	asked: m.steering_rstate_asked,
	passed: m.steering_rstate_passed,
	reopen_proposed: m.steering_rstate_reopen_proposed,
	reopened: m.steering_rstate_reopened,
	kept_closed: m.steering_rstate_kept_closed
};
export const reviewStateTones: Record<ReviewState, Tone> = {
	planned: 'neutral',
	asked: 'progress',
	passed: 'success',
	reopen_proposed: 'warning',
	reopened: 'warning',
	kept_closed: 'neutral'
};
export const circulationStateWords: Record<CirculationState, () => string> = {
	open: m.steering_cstate_open,
	adopted: m.steering_cstate_adopted,
	not_adopted: m.steering_cstate_not_adopted,
	stopped: m.steering_cstate_stopped
};
export const circulationStateTones: Record<CirculationState, Tone> = {
	open: 'progress',
	adopted: 'success',
	not_adopted: 'warning',
	stopped: 'warning'
};
export const voteWords: Record<Vote, () => string> = {
	yes: m.steering_vote_yes,
	no: m.steering_vote_no,
	abstain: m.steering_vote_abstain
};
export const listingWords: Record<ListingReason, () => string> = {
	agreed: m.steering_listing_agreed,
	costs: m.steering_listing_costs,
	refused: m.steering_listing_refused,
	dissent: m.steering_listing_dissent,
	circulated: m.steering_listing_circulated
};

/** By type of thing, then by state; a decision's state is its result. */
export const stateWords = {
	decision: resultWords,
	measure: measureStateWords,
	effect_review: reviewStateWords,
	escalation: escalationStateWords,
	circulation: circulationStateWords
};
export const stateTones = {
	decision: resultTones,
	measure: measureStateTones,
	effect_review: reviewStateTones,
	escalation: escalationStateTones,
	circulation: circulationStateTones
};

export const reviewStepWords: Record<ReviewStep, () => string> = {
	ask: m.steering_rstep_ask,
	pass: m.steering_rstep_pass,
	propose_reopening: m.steering_rstep_propose_reopening,
	reopen: m.steering_rstep_reopen,
	keep_closed: m.steering_rstep_keep_closed
};
export const answerWords: Record<StillHappens, () => string> = {
	gone: m.steering_answer_gone,
	better: m.steering_answer_better,
	same: m.steering_answer_same,
	worse: m.steering_answer_worse
};

const result = (data: EventData): string => resultWords[data.result as DecisionResult]?.() ?? '';
const until = (data: EventData): string => (typeof data.dueOn === 'string' ? dayText(data.dueOn, getLocale()) : '');
export const eventWords: Record<string, (data: EventData) => string> = {
	'decision.prioritise': (data) => m.steering_event_gate1({ result: result(data) }),
	'decision.decide': (data) => m.steering_event_gate2({ result: result(data) }),
	'proposal.place': (data) =>
		data.list === 'consent' ? m.steering_event_place_consent() : m.steering_event_place_discussion(),
	'proposal.pull': () => m.steering_event_pull(),
	'proposal.prepare_measure': () => m.steering_event_prepare_measure(),
	'proposal.declare_conflict': () => m.steering_event_declare_conflict(),
	'proposal.withdraw_conflict': () => m.steering_event_withdraw_conflict(),
	'circulation.start': (data) =>
		m.steering_event_circulation_start({ day: data.untilOn ? dayText(data.untilOn as string, getLocale()) : '' }),
	'circulation.vote': () => m.steering_event_circulation_vote(),
	'circulation.remind': () => m.steering_event_circulation_remind(),
	'circulation.demand': () => m.steering_event_circulation_demand(),
	'circulation.adopt': (data) =>
		m.steering_event_circulation_adopt({ number: (data.number as string | undefined) ?? '' }),
	'circulation.fail': () => m.steering_event_circulation_fail(),
	'measure.issue': (data) => m.steering_event_measure_issue({ number: (data.number as string | undefined) ?? '' }),
	'measure.accept': () => m.steering_event_measure_accept(),
	'measure.report': () => m.steering_event_measure_report(),
	'measure.block': () => m.steering_event_measure_block(),
	'measure.finish': () => m.steering_event_measure_finish(),
	'measure.send_back': () => m.steering_event_measure_send_back(),
	'measure.approve': () => m.steering_event_measure_approve(),
	'measure.request_extension': () => m.steering_event_measure_request_extension(),
	'measure.grant_extension': (data) =>
		m.steering_event_measure_grant_extension({
			dueOn: data.dueOn ? dayText(data.dueOn as string, getLocale()) : ''
		}),
	'measure.refuse_extension': () => m.steering_event_measure_refuse_extension(),
	'measure.soon': (data) => m.steering_event_measure_soon({ day: until(data) }),
	'measure.overdue': (data) => m.steering_event_measure_overdue({ day: until(data) }),
	'measure.drop': () => m.steering_event_measure_drop(),
	'measure.ask': () => m.steering_event_measure_ask(),
	'measure.close': () => m.steering_event_measure_close(),
	'effect_review.plan': () => m.steering_event_review_plan(),
	'effect_review.ask': () => m.steering_event_review_ask(),
	'effect_review.answer': () => m.steering_event_review_answer(),
	'effect_review.pass': () => m.steering_event_review_pass(),
	'effect_review.propose_reopening': () => m.steering_event_review_propose_reopening(),
	'effect_review.reopen': () => m.steering_event_review_reopen(),
	'effect_review.keep_closed': () => m.steering_event_review_keep_closed(),
	'meeting.note_control_list': () => m.steering_event_note_control_list(),
	...escalationEvents
};

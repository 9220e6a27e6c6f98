/** The words of bodies and mandates for states, steps, kinds and events, with the tones of their badges. */
import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import type { BodyKind, SeatFunction } from '#concepts/people/rules.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Why } from '#platform/result.ts';
import { dayText } from '#ui/dates.ts';
import type { Tone } from '#ui/tones.ts';
import type { BodyState, BodyStep, MandateState, MandateStep } from './rules.ts';

type Word = () => string;

export const kindWords: Record<BodyKind, Word> = {
	cross_module_group: m.bodies_kind_cross_module_group,
	topic_group: m.bodies_kind_topic_group,
	steering_committee: m.bodies_kind_steering_committee
};
export const functionWords: Record<SeatFunction, Word> = {
	chair: m.bodies_function_chair,
	deputy: m.bodies_function_deputy,
	member: m.bodies_function_member,
	guest: m.bodies_function_guest
};

const bodyStates: Record<BodyState, Word> = { active: m.bodies_state_active, closed: m.bodies_state_closed };
const mandateStates: Record<MandateState, Word> = {
	given: m.bodies_mandate_state_given,
	accepted: m.bodies_mandate_state_accepted,
	in_work: m.bodies_mandate_state_in_work,
	reported: m.bodies_mandate_state_reported,
	accepted_by_committee: m.bodies_mandate_state_accepted_by_committee,
	extended: m.bodies_mandate_state_extended,
	returned: m.bodies_mandate_state_returned,
	withdrawn: m.bodies_mandate_state_withdrawn
};
/** By type of thing, then by state. */
export const stateWords = { body: bodyStates, mandate: mandateStates };

const bodyTones: Record<BodyState, Tone> = { active: 'success', closed: 'neutral' };
const mandateTones: Record<MandateState, Tone> = {
	given: 'info',
	accepted: 'progress',
	in_work: 'progress',
	reported: 'info',
	accepted_by_committee: 'success',
	extended: 'progress',
	returned: 'warning',
	withdrawn: 'neutral'
};
export const stateTones = { body: bodyTones, mandate: mandateTones };

const bodyStepWords: Record<BodyStep, Word> = { close: m.bodies_step_close, reopen: m.bodies_step_reopen };
const mandateStepWords: Record<MandateStep, Word> = {
	accept: m.bodies_mandate_step_accept,
	start: m.bodies_mandate_step_start,
	report_interim: m.bodies_mandate_step_report_interim,
	report: m.bodies_mandate_step_report,
	approve: m.bodies_mandate_step_approve,
	return: m.bodies_mandate_step_return,
	extend: m.bodies_mandate_step_extend,
	withdraw: m.bodies_mandate_step_withdraw
};
export const stepWords = { body: bodyStepWords, mandate: mandateStepWords };

const until = (data: EventData): string => (typeof data.dueOn === 'string' ? dayText(data.dueOn, getLocale()) : '');
/** Sentences for timelines and the inbox, by kind of event. */
export const eventWords: Record<string, (data: EventData) => string> = {
	'body.create': () => m.bodies_event_body_create(),
	'body.edit': () => m.bodies_event_body_edit(),
	'body.close': () => m.bodies_event_body_close(),
	'body.reopen': () => m.bodies_event_body_reopen(),
	'body.join': () => m.bodies_event_body_join(),
	'body.leave': () => m.bodies_event_body_leave(),
	'mandate.give': () => m.bodies_event_mandate_give(),
	'mandate.accept': () => m.bodies_event_mandate_accept(),
	'mandate.start': () => m.bodies_event_mandate_start(),
	'mandate.report_interim': () => m.bodies_event_mandate_report_interim(),
	'mandate.report': () => m.bodies_event_mandate_report(),
	'mandate.approve': () => m.bodies_event_mandate_approve(),
	'mandate.return': () => m.bodies_event_mandate_return(),
	'mandate.extend': () => m.bodies_event_mandate_extend(),
	'mandate.withdraw': () => m.bodies_event_mandate_withdraw(),
	'mandate.soon': (data) => m.bodies_event_mandate_soon({ day: until(data) }),
	'mandate.overdue': (data) => m.bodies_event_mandate_overdue({ day: until(data) }),
	'mandate.interim_soon': (data) => m.bodies_event_mandate_interim_soon({ day: until(data) }),
	'mandate.interim_overdue': (data) => m.bodies_event_mandate_interim_overdue({ day: until(data) })
};

/** What a refused step says when it has no sentence of its own. */
export const refusalWords: Record<Why, Word> = {
	not_found: m.bodies_refused_not_found,
	forbidden: m.bodies_refused_forbidden,
	wrong_state: m.bodies_refused_wrong_state,
	incomplete: m.bodies_refused_incomplete,
	conflict: m.bodies_refused_conflict,
	too_many: m.bodies_refused_conflict
};

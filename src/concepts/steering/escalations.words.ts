/** The words of passing on to the Land or the Bund: states, steps, outcomes, what a letter lacks. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import type { EscalationState, EscalationStep, LetterField, Outcome } from './escalations.rules.ts';

export const escalationStateWords: Record<EscalationState, () => string> = {
	drafted: m.steering_estate_drafted,
	sent: m.steering_estate_sent,
	reminded: m.steering_estate_reminded,
	answered: m.steering_estate_answered,
	closed: m.steering_estate_closed
};
export const escalationStateTones: Record<EscalationState, Tone> = {
	drafted: 'warning',
	sent: 'progress',
	reminded: 'warning',
	answered: 'info',
	closed: 'neutral'
};
export const escalationStepWords: Record<EscalationStep, () => string> = {
	edit: m.steering_estep_edit,
	send: m.steering_estep_send,
	remind: m.steering_estep_remind,
	answer: m.steering_estep_answer,
	close: m.steering_estep_close
};
export const outcomeWords: Record<Outcome, () => string> = {
	solved: m.steering_outcome_solved,
	back: m.steering_outcome_back,
	stays: m.steering_outcome_stays
};
export const letterWords: Record<LetterField, () => string> = {
	addressee: m.steering_letter_addressee,
	subject: m.steering_letter_subject,
	reason: m.steering_letter_reason,
	request: m.steering_letter_request
};
export const letterLacks: Record<LetterField, () => string> = {
	addressee: m.steering_issue_addressee,
	subject: m.steering_issue_subject,
	reason: m.steering_issue_letter_reason,
	request: m.steering_issue_request
};
export const escalationEvents: Record<string, (data: EventData) => string> = {
	'escalation.draft': () => m.steering_event_escalation_draft(),
	'escalation.edit': () => m.steering_event_escalation_edit(),
	'escalation.send': () => m.steering_event_escalation_send(),
	'escalation.remind': () => m.steering_event_escalation_remind(),
	'escalation.answer': () => m.steering_event_escalation_answer(),
	'escalation.close': () => m.steering_event_escalation_close()
};

/** The words of statements: answers, their tones, what happens to a request. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { dayText } from '#ui/dates.ts';
import type { StatementAnswer } from './statements.rules.ts';

export const answerWords: Record<StatementAnswer, () => string> = {
	agree: m.proposals_answer_agree,
	agree_with_conditions: m.proposals_answer_agree_with_conditions,
	refuse: m.proposals_answer_refuse,
	none: m.proposals_answer_none
};
export const answerHints: Record<StatementAnswer, () => string> = {
	agree: m.proposals_answer_agree_hint,
	agree_with_conditions: m.proposals_answer_agree_with_conditions_hint,
	refuse: m.proposals_answer_refuse_hint,
	none: m.proposals_answer_none_hint
};
export const answerTones: Record<StatementAnswer, Tone> = {
	agree: 'success',
	agree_with_conditions: 'warning',
	refuse: 'danger',
	none: 'neutral'
};

export const until = (data: EventData): string =>
	typeof data.dueOn === 'string' ? dayText(data.dueOn, getLocale()) : '';
export const eventWords: Record<string, (data: EventData) => string> = {
	'statement.ask': (data) => m.proposals_event_statement_ask({ day: until(data) }),
	'statement.withdraw': () => m.proposals_event_statement_withdraw(),
	'statement.draft': () => m.proposals_event_statement_draft(),
	'statement.answer': () => m.proposals_event_statement_answer(),
	'statement.soon': (data) => m.proposals_event_statement_soon({ day: until(data) }),
	'statement.overdue': (data) => m.proposals_event_statement_overdue({ day: until(data) }),
	'proposal.dissent': () => m.proposals_event_dissent(),
	'proposal.withdraw_dissent': () => m.proposals_event_withdraw_dissent()
};

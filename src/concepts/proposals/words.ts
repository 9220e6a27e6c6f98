/** The words for proposals: states, steps, parts of the outline, sentences for timelines and inbox. */
import { m } from '#i18n/paraglide/messages.js';
import type { Tone } from '#ui/tones.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Why } from '#platform/result.ts';
import { eventWords as statementEvents, until } from './statements.words.ts';
import type { Lack, Outline, ProposalState, ProposalStep } from './rules.ts';

export const stateWords: Record<ProposalState, () => string> = {
	draft: m.proposals_state_draft,
	in_consultation: m.proposals_state_in_consultation,
	recommended: m.proposals_state_recommended,
	submitted: m.proposals_state_submitted,
	admitted: m.proposals_state_admitted,
	scheduled: m.proposals_state_scheduled,
	in_circulation: m.proposals_state_in_circulation,
	decided: m.proposals_state_decided,
	returned: m.proposals_state_returned,
	withdrawn: m.proposals_state_withdrawn,
	postponed: m.proposals_state_postponed,
	superseded: m.proposals_state_superseded
};

export const stateTones: Record<ProposalState, Tone> = {
	draft: 'neutral',
	in_consultation: 'progress',
	recommended: 'progress',
	submitted: 'info',
	admitted: 'info',
	scheduled: 'info',
	in_circulation: 'progress',
	decided: 'success',
	returned: 'warning',
	withdrawn: 'neutral',
	postponed: 'warning',
	superseded: 'neutral'
};

export const stepWords: Record<ProposalStep, () => string> = {
	consult: m.proposals_step_consult,
	recommend: m.proposals_step_recommend,
	submit: m.proposals_step_submit,
	return: m.proposals_step_return,
	admit: m.proposals_step_admit,
	schedule: m.proposals_step_schedule,
	circulate: m.proposals_step_circulate,
	end_circulation: m.proposals_step_end_circulation,
	decide: m.proposals_step_decide,
	postpone: m.proposals_step_postpone,
	refer: m.proposals_step_refer,
	revise: m.proposals_step_revise,
	withdraw: m.proposals_step_withdraw
};

export const partWords: Record<keyof Outline | 'title' | 'responsible' | 'dueOn', () => string> = {
	title: m.proposals_part_title,
	resolution: m.proposals_part_resolution,
	problem: m.proposals_part_problem,
	solution: m.proposals_part_solution,
	alternatives: m.proposals_part_alternatives,
	money: m.proposals_part_money,
	staff: m.proposals_part_staff,
	it: m.proposals_part_it,
	dataProtection: m.proposals_part_dataProtection,
	competence: m.proposals_part_competence,
	indicator: m.proposals_part_indicator,
	responsible: m.proposals_part_responsible,
	dueOn: m.proposals_part_dueOn
};

export const partHints: Record<keyof typeof partWords, () => string> = {
	title: m.proposals_hint_title,
	resolution: m.proposals_hint_resolution,
	problem: m.proposals_hint_problem,
	solution: m.proposals_hint_solution,
	alternatives: m.proposals_hint_alternatives,
	money: m.proposals_hint_money,
	staff: m.proposals_hint_staff,
	it: m.proposals_hint_it,
	dataProtection: m.proposals_hint_dataProtection,
	competence: m.proposals_hint_competence,
	indicator: m.proposals_hint_indicator,
	responsible: m.proposals_hint_responsible,
	dueOn: m.proposals_hint_dueOn
};

/** The line of the checklist „ready for submission“. */
export const lackText = (lack: Lack): string => {
	if (lack === 'gap') return m.proposals_check_gap();
	if (lack === 'responsible') return m.proposals_check_responsible();
	if (lack === 'dueOn') return m.proposals_check_dueOn();
	if (lack === 'resolution') return m.proposals_check_resolution();
	return m.proposals_check_part({ part: partWords[lack]() });
};

export const eventWords: Record<string, (data: EventData) => string> = {
	...statementEvents,
	'proposal.create': () => m.proposals_event_create(),
	'proposal.save': () => m.proposals_event_save(),
	'proposal.write_together': () => m.proposals_event_write_together(),
	'proposal.link_gap': () => m.proposals_event_link_gap(),
	'proposal.unlink_gap': () => m.proposals_event_unlink_gap(),
	'proposal.consult': () => m.proposals_event_consult(),
	'proposal.recommend': () => m.proposals_event_recommend(),
	'proposal.submit': (data) => m.proposals_event_submit({ version: `${(data.version as number | undefined) ?? 1}` }),
	'proposal.return': () => m.proposals_event_return(),
	'proposal.admit': () => m.proposals_event_admit(),
	'proposal.schedule': () => m.proposals_event_schedule(),
	'proposal.circulate': () => m.proposals_event_circulate(),
	'proposal.end_circulation': () => m.proposals_event_end_circulation(),
	'proposal.decide': () => m.proposals_event_decide(),
	'proposal.postpone': () => m.proposals_event_postpone(),
	'proposal.refer': () => m.proposals_event_refer(),
	'proposal.revise': () => m.proposals_event_revise(),
	'proposal.withdraw': () => m.proposals_event_withdraw(),
	'proposal.return_soon': (data) => m.proposals_event_return_soon({ day: until(data) }),
	'proposal.return_overdue': (data) => m.proposals_event_return_overdue({ day: until(data) })
};

/** The general sentence for a refused command. */
export const refusalWords: Record<Why, () => string> = {
	not_found: m.proposals_refused_not_found,
	forbidden: m.proposals_refused_forbidden,
	wrong_state: m.proposals_refused_wrong_state,
	incomplete: m.proposals_refused_incomplete,
	conflict: m.proposals_refused_conflict,
	too_many: m.proposals_refused_conflict
};

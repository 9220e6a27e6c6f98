/** States, steps, events and refusals of case analyses in words. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import type { CaseState, CaseStep, Finding, RequiredPart, Statement } from './rules.ts';

export const stateWords = {
	draft: m.cases_state_draft,
	in_review: m.cases_state_in_review,
	returned: m.cases_state_returned,
	released: m.cases_state_released,
	discussed: m.cases_state_discussed,
	evaluated: m.cases_state_evaluated,
	archived: m.cases_state_archived,
	recalled: m.cases_state_recalled,
	deleted: m.cases_state_deleted
} as const satisfies Record<CaseState, () => string>;

export const stateTones = {
	draft: 'neutral',
	in_review: 'progress',
	returned: 'warning',
	released: 'info',
	discussed: 'progress',
	evaluated: 'success',
	archived: 'neutral',
	recalled: 'danger',
	deleted: 'neutral'
} as const satisfies Record<CaseState, Tone>;

export const stepWords = {
	submit: m.cases_step_submit,
	return: m.cases_step_return,
	release: m.cases_step_release,
	discuss: m.cases_step_discuss,
	evaluate: m.cases_step_evaluate,
	archive: m.cases_step_archive,
	recall: m.cases_step_recall,
	delete: m.cases_step_delete
} as const satisfies Record<CaseStep, () => string>;

export const eventWords: Record<string, (data: EventData) => string> = {
	'case_analysis.start': () => m.cases_event_start(),
	'case_analysis.save': () => m.cases_event_save(),
	'case_analysis.read': () => m.cases_event_read(),
	'case_analysis.submit': () => m.cases_event_submit(),
	'case_analysis.return': () => m.cases_event_return(),
	'case_analysis.release': () => m.cases_event_release(),
	'case_analysis.discuss': () => m.cases_event_discuss(),
	'case_analysis.evaluate': ({ finding }) =>
		typeof finding === 'string' && Object.hasOwn(findingWords, finding)
			? m.cases_event_evaluate_as({ finding: findingWords[finding as Finding]() })
			: m.cases_event_evaluate(),
	'case_analysis.archive': () => m.cases_event_archive(),
	'case_analysis.recall': () => m.cases_event_recall(),
	'case_analysis.delete': () => m.cases_event_delete()
};

export const findingWords = {
	gaps_linked: m.cases_finding_gaps_linked,
	good_practice: m.cases_finding_good_practice,
	no_structural_finding: m.cases_finding_no_structural_finding
} as const satisfies Record<Finding, () => string>;

export const checklistWords = {
	no_identifiers: m.cases_check_no_identifiers,
	no_rare_combination: m.cases_check_no_rare_combination,
	no_quotes: m.cases_check_no_quotes,
	respectful: m.cases_check_respectful
} as const satisfies Record<Statement, () => string>;

export const missingWords = {
	title: m.cases_missing_title,
	ageBand: m.cases_missing_age_band,
	legalDomains: m.cases_missing_legal_domains,
	stations: m.cases_missing_stations,
	narrative: m.cases_missing_narrative,
	comment: m.cases_missing_comment,
	ticked: m.cases_missing_ticked,
	finding: m.cases_missing_finding,
	gapIds: m.cases_missing_gap_ids
} as const satisfies Record<RequiredPart | 'comment' | 'ticked' | 'finding' | 'gapIds', () => string>;

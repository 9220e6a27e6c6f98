/** States, steps, events and refusals of case analyses in words. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import type { PassageIssue } from './review.form.server.ts';
import type { Hold } from './review.ts';
import type { CaseState, CaseStep, Finding, RecallReason, RequiredPart, Statement, TextName } from './rules.ts';

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
	restore: m.cases_step_restore,
	erase: m.cases_step_erase,
	expire: m.cases_step_expire,
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
	'case_analysis.restore': () => m.cases_event_restore(),
	'case_analysis.erase': () => m.cases_event_erase(),
	'case_analysis.warn': () => m.cases_event_warn(),
	'case_analysis.remind': () => m.cases_event_remind(),
	'case_analysis.expire': () => m.cases_event_expire(),
	'case_batch.release': () => m.cases_event_batch(),
	'case_analysis.delete': () => m.cases_event_delete()
};

export const findingWords = {
	gaps_linked: m.cases_finding_gaps_linked,
	good_practice: m.cases_finding_good_practice,
	no_structural_finding: m.cases_finding_no_structural_finding
} as const satisfies Record<Finding, () => string>;

export const recallWords = {
	name_or_number: m.cases_recall_reason_name_or_number,
	place_or_employer: m.cases_recall_reason_place_or_employer,
	combination: m.cases_recall_reason_combination,
	known_story: m.cases_recall_reason_known_story,
	other: m.cases_recall_reason_other
} as const satisfies Record<RecallReason, () => string>;

export const checklistWords = {
	not_recognised: m.cases_check_not_recognised,
	no_identifiers: m.cases_check_no_identifiers,
	no_rare_combination: m.cases_check_no_rare_combination,
	no_quotes: m.cases_check_no_quotes,
	respectful: m.cases_check_respectful
} as const satisfies Record<Statement, () => string>;

/** Why a release stays shut. */
export const holdWords = {
	unchecked: m.cases_hold_unchecked,
	marks_open: m.cases_hold_marks_open,
	hints: m.cases_hold_hints,
	statements: m.cases_hold_statements
} as const satisfies Record<Hold | 'unchecked', () => string>;

export const passageWords = {
	no_words: m.cases_passage_no_words,
	not_in_text: m.cases_passage_not_in_text,
	no_comment: m.cases_passage_no_comment
} as const satisfies Record<PassageIssue, (of: { quote: string }) => string>;

/** What a text of an analysis is called; stations are counted from 1. */
export function textWords(field: TextName): string {
	if (field.startsWith('stations.')) return m.cases_station({ number: Number(field.slice(9)) + 1 });
	return plainTexts[field as keyof typeof plainTexts]();
}
const plainTexts = {
	title: m.cases_field_title,
	narrative: m.cases_field_narrative,
	helped: m.cases_field_helped,
	suspectedGap: m.cases_field_suspected_gap
} as const;

export const missingWords = {
	title: m.cases_missing_title,
	ageBand: m.cases_missing_age_band,
	legalDomains: m.cases_missing_legal_domains,
	stations: m.cases_missing_stations,
	narrative: m.cases_missing_narrative,
	comment: m.cases_missing_comment,
	passage: m.cases_missing_passage,
	ticked: m.cases_missing_ticked,
	finding: m.cases_missing_finding,
	gapIds: m.cases_missing_gap_ids
} as const satisfies Record<RequiredPart | 'comment' | 'passage' | 'ticked' | 'finding' | 'gapIds', () => string>;

/** Why an analysis cannot be shown to another person yet. */
export const checkWords = {
	failed: m.cases_check_failed,
	rare: m.cases_check_rare,
	rareOrigin: m.cases_check_rare_origin
} as const;
/** Where analyses stood that were recalled: how many, and neither which nor when. */
export const recalledWords = (n: number): string =>
	n === 1 ? m.cases_recalled_one_stood_here() : m.cases_recalled_many_stood_here({ n });
type Found = readonly { words: string }[];
const quoted = (found: Found): string =>
	[...new Set(found.map(({ words }) => words))]
		.slice(0, 5)
		.map((words) => `„${words}“`)
		.join(', ');
/** The first words that are still open in a text. */
export const openMarkWords = (open: Found): string => m.cases_check_open({ words: quoted(open) });
export const leftPlaceWords = (places: Found): string => m.cases_check_left_place({ words: quoted(places) });
export const namedInCommentWords = (named: Found): string => m.cases_return_named({ words: quoted(named) });

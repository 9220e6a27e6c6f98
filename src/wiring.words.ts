/** The words of all concepts in one place, for pages that speak of things of every kind: inbox, search. */
import * as agreements from '#concepts/agreements/words.ts';
import * as bodies from '#concepts/bodies/words.ts';
import * as cases from '#concepts/cases/words.ts';
import * as gaps from '#concepts/gaps/words.ts';
import * as meetings from '#concepts/meetings/words.ts';
import * as proposals from '#concepts/proposals/words.ts';
import * as results from '#concepts/results/words.ts';
import * as papers from '#concepts/steering/papers.words.ts';
import * as steering from '#concepts/steering/words.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tones.ts';

export { hrefOf, threadHref } from '#concepts/steering/directory.ts';

type Said = Record<string, () => string>;
type Toned = Record<string, Tone>;

const states: Record<string, Said> = {
	gap_report: gaps.stateWords,
	service_gap: gaps.stateWords,
	case_analysis: cases.stateWords,
	agreement: agreements.stateWords,
	proposal: proposals.stateWords,
	result_sheet: results.stateWords,
	...bodies.stateWords,
	...meetings.stateWords,
	...steering.stateWords,
	...papers.stateWords
};
const tones: Record<string, Toned> = {
	gap_report: gaps.stateTones,
	service_gap: gaps.stateTones,
	case_analysis: cases.stateTones,
	agreement: agreements.stateTones,
	proposal: proposals.stateTones,
	result_sheet: results.stateTones,
	...bodies.stateTones,
	...meetings.stateTones,
	...steering.stateTones,
	...papers.stateTones
};

/** The state in words; the code itself where a concept has no word for it. */
export const stateText = (type: string, state: string): string => states[type]?.[state]?.() ?? state;
export const stateTone = (type: string, state: string): Tone => tones[type]?.[state] ?? 'neutral';

const types: Said = {
	gap_report: m.thread_type_gap_report,
	service_gap: m.thread_type_service_gap,
	case_analysis: m.thread_type_case_analysis,
	case_list: m.thread_type_case_list,
	case_batch: m.thread_type_case_batch,
	body: m.thread_type_body,
	mandate: m.thread_type_mandate,
	meeting: m.thread_type_meeting,
	agenda_item: m.thread_type_agenda_item,
	task: m.thread_type_task,
	proposal: m.thread_type_proposal,
	decision: m.thread_type_decision,
	measure: m.thread_type_measure,
	effect_review: m.thread_type_effect_review,
	escalation: m.steering_passed_on_one,
	result_sheet: m.results_one,
	result_link: m.results_type_link,
	circulation: m.thread_type_circulation,
	account: m.thread_type_account,
	organisation: m.thread_type_organisation,
	setting: m.thread_type_setting,
	catalogue_item: m.thread_type_catalogue_item,
	comment: m.thread_type_comment,
	feedback: m.thread_type_feedback,
	statement: m.thread_type_statement,
	saved_view: m.thread_type_saved_view,
	agreement: m.agreements_one,
	situation_tranche: m.situation_title,
	county_map: m.situation_map_title,
	paper_build: m.papers_type
};
/** The noun of a type, e.g. „Versorgungslücke“. */
export const typeText = (type: string): string => types[type]?.() ?? type;

const plurals: Said = {
	gap_report: m.thread_types_gap_report,
	service_gap: m.thread_types_service_gap,
	case_analysis: m.thread_types_case_analysis,
	body: m.thread_types_body,
	mandate: m.thread_types_mandate,
	meeting: m.thread_types_meeting,
	proposal: m.thread_types_proposal,
	decision: m.thread_types_decision,
	measure: m.thread_types_measure
};
/** Several of a type, e.g. „Versorgungslücken“. */
export const pluralText = (type: string): string => plurals[type]?.() ?? typeText(type);

const icons: Record<string, IconName> = {
	gap_report: 'inbox',
	service_gap: 'gap',
	case_analysis: 'book',
	body: 'people',
	mandate: 'send',
	meeting: 'calendar',
	agenda_item: 'list',
	task: 'check',
	proposal: 'edit',
	decision: 'decision',
	measure: 'measure',
	effect_review: 'refresh',
	escalation: 'send',
	result_sheet: 'mail',
	circulation: 'mail',
	agreement: 'send',
	comment: 'comment',
	statement: 'comment',
	feedback: 'mail'
};
export const iconOf = (type: string): IconName => icons[type] ?? 'info';

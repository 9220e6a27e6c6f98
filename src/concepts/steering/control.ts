/** The columns of the control list, once for page and sheet, so that both say the same. */
import { m } from '#i18n/paraglide/messages.js';
import { stateTones as bodyTones, stateWords as bodyWords } from '#concepts/bodies/words.ts';
import type { Tone } from '#ui/tones.ts';
import type { ControlFilter, ControlRow, ControlTab } from './control.queries.server.ts';
import { controlTabs } from './tabs.ts';
import { escalationStateTones, escalationStateWords } from './escalations.words.ts';
import { measureStateTones, measureStateWords, resultTones, resultWords } from './words.ts';

export const controlColumns = [
	'number',
	'subject',
	'result',
	'what',
	'who',
	'until',
	'state',
	'report',
	'delayReason'
] as const;
export type ControlColumn = (typeof controlColumns)[number];
export const columnWords: Record<ControlColumn, () => string> = {
	number: m.steering_control_number,
	subject: m.steering_control_subject,
	result: m.steering_control_result,
	what: m.steering_control_what,
	who: m.steering_control_who,
	until: m.steering_control_until,
	state: m.steering_control_state,
	report: m.steering_control_report,
	delayReason: m.steering_control_delay
};

/** On the screen some columns of the sheet share one, so that the list fits without scrolling sideways. */
export const screenColumns: readonly (readonly [ControlColumn, ...ControlColumn[]])[] = [
	['number', 'result'],
	['subject'],
	['what', 'who'],
	['until', 'state'],
	['report', 'delayReason']
];

/** 'YYYY-MM-DD' → '24.11.2026' */
export const shownDay = (day: string | null): string => (day ? day.split('-').reverse().join('.') : '');

/** What stands in a cell, as text. */
export function cellText(row: ControlRow, column: ControlColumn): string {
	if (column === 'result') return resultWords[row.result]();
	if (column === 'until') return shownDay(row.until);
	if (column === 'state')
		return [
			stateOf(row).label,
			row.overdue ? m.steering_light_overdue() : '',
			row.notedOn ? m.steering_noted_on({ day: shownDay(row.notedOn) }) : ''
		]
			.filter(Boolean)
			.join(' – ');
	if (column === 'report') return row.reportedOn ? `${shownDay(row.reportedOn)}: ${row.report}` : '';
	if (column === 'what') return row.measureNumber ? `${row.measureNumber} ${row.what}` : row.what;
	return row[column];
}

/** Of the measure, the mandate, what was passed on or – where neither is – the decision itself. */
export function stateOf(row: ControlRow): { label: string; tone: Tone } {
	if (row.measureState)
		return { label: measureStateWords[row.measureState](), tone: measureStateTones[row.measureState] };
	if (row.mandateState)
		return { label: bodyWords.mandate[row.mandateState](), tone: bodyTones.mandate[row.mandateState] };
	if (row.escalationState)
		return { label: escalationStateWords[row.escalationState](), tone: escalationStateTones[row.escalationState] };
	return { label: resultWords[row.result](), tone: resultTones[row.result] };
}

export const filterFrom = (url: URL): ControlFilter => ({
	tab: controlTabs.find((t): t is ControlTab => t === url.searchParams.get('tab')) ?? 'all',
	organisationId: url.searchParams.get('unit') ?? '',
	meetingId: url.searchParams.get('meeting') ?? ''
});
export const filterQuery = (f: ControlFilter, more: Record<string, string> = {}): string => {
	const entries = { tab: f.tab === 'all' ? '' : f.tab, unit: f.organisationId, meeting: f.meetingId, ...more };
	return new URLSearchParams(Object.entries(entries).filter(([, v]) => v)).toString();
};

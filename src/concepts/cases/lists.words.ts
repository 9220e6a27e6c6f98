/** Fields, reasons, faults and events of case lists in words. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { DropReason } from './lists.columns.ts';
import type { ReadingFault } from './lists.reader.ts';
import type { ListFault, ListField } from './lists.rules.ts';

export const fieldWords = {
	place: m.lists_field_place,
	ageBand: m.lists_field_age_band,
	origin: m.lists_field_origin,
	residenceGroup: m.lists_field_residence_group,
	household: m.lists_field_household,
	gender: m.lists_field_gender,
	legalDomain: m.lists_field_legal_domain,
	phase: m.lists_field_phase
} as const satisfies Record<ListField, () => string>;

export const dropWords = {
	name: m.lists_drop_name,
	birth: m.lists_drop_birth,
	contact: m.lists_drop_contact,
	address: m.lists_drop_address,
	number: m.lists_drop_number,
	text: m.lists_drop_text,
	date: m.lists_drop_date,
	double: m.lists_drop_double,
	empty: m.lists_drop_empty,
	unknown: m.lists_drop_unknown
} as const satisfies Record<DropReason, () => string>;

export const faultWords = {
	nothing: m.lists_fault_nothing,
	period: m.lists_fault_period,
	too_many: m.lists_fault_too_many,
	unknown_code: m.lists_fault_unknown_code,
	too_fine: m.lists_fault_too_fine,
	too_few: m.lists_fault_too_few,
	repeated: m.lists_fault_repeated
} as const satisfies Record<ListFault, () => string>;

export const readingWords = {
	too_big: m.lists_reading_too_big,
	too_many_rows: m.lists_reading_too_many_rows,
	too_packed: m.lists_reading_too_packed,
	old_excel: m.lists_reading_old_excel,
	locked: m.lists_reading_locked,
	unreadable: m.lists_reading_unreadable,
	empty: m.lists_reading_empty,
	too_slow: m.lists_reading_too_slow,
	unchecked: m.lists_reading_unchecked
} as const satisfies Record<ReadingFault, () => string>;

export const eventWords: Record<string, (data: EventData) => string> = {
	'case_list.send': () => m.lists_event_send(),
	'case_list.withdraw': () => m.lists_event_withdraw()
};

/** '2026-H1' as „1. Halbjahr 2026“. */
export const periodText = (period: string): string =>
	m.lists_period({ half: period.slice(-1), year: period.slice(0, 4) });

/** Counts in words, as one is said otherwise than many. */
export const readText = (words: { rows: number; columns: number; kept: number }): string =>
	words.rows === 1 ? m.lists_read_one(words) : m.lists_read(words);
export const rowsText = (count: number): string =>
	count === 1 ? m.lists_value_rows_one() : m.lists_value_rows({ count });
export const heldText = (held: number): string =>
	held === 1 ? m.lists_preview_held_one() : m.lists_preview_held({ held });
export function summaryText(words: { pass: number; all: number; groups: number }): string {
	if (words.groups === 0) return m.lists_preview_summary_none(words);
	return words.groups === 1 ? m.lists_preview_summary_one(words) : m.lists_preview_summary(words);
}
export function valuesText({ field, open, all }: { field: string; open: number; all: number }): string {
	if (all === 1) return open ? m.lists_values_of_one({ field }) : m.lists_values_fine_one({ field });
	return open ? m.lists_values_of({ field, open, all }) : m.lists_values_fine({ field, all });
}

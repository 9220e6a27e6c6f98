/** Refusals, marks and the saving of a draft in words. */
import { m } from '#i18n/paraglide/messages.js';
import type { Why } from '#platform/result.ts';
import type { Tone } from '#ui/tones.ts';
import type { SaveState } from './drafts.saver.ts';
import type { TextName } from './rules.ts';

export const refusalWords = {
	not_found: m.cases_refused_wrong_state,
	forbidden: m.cases_refused_forbidden,
	wrong_state: m.cases_refused_wrong_state,
	incomplete: m.cases_form_errors,
	conflict: m.cases_draft_conflict_form,
	too_many: m.cases_draft_refused
} as const satisfies Record<Why, () => string>;

export const saveWords = {
	unchanged: () => '',
	saved: m.cases_draft_saved,
	saving: m.cases_draft_saving,
	offline: m.cases_draft_offline,
	unkept: m.cases_draft_unkept,
	conflict: m.cases_draft_conflict,
	refused: m.cases_draft_refused
} as const satisfies Record<SaveState, () => string>;
export const saveTones = {
	unchanged: 'neutral',
	saved: 'success',
	saving: 'progress',
	offline: 'warning',
	unkept: 'danger',
	conflict: 'danger',
	refused: 'danger'
} as const satisfies Record<SaveState, Tone>;

export function fieldWords(field: TextName): string {
	switch (field) {
		case 'title':
			return m.cases_field_title();
		case 'narrative':
			return m.cases_field_narrative();
		case 'helped':
			return m.cases_field_helped();
		case 'suspectedGap':
			return m.cases_field_suspected_gap();
		default:
			return m.cases_station({ number: Number(field.slice('stations.'.length)) + 1 });
	}
}

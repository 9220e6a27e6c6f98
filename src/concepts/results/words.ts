/** The words of result sheets: parts, states, what is missing, channels, events. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Why } from '#platform/result.ts';
import type { Tone } from '#ui/tones.ts';
import type { Channel, Hand, SheetPart, SheetState } from './rules.ts';

export const stateWords: Record<SheetState, () => string> = {
	draft: m.results_state_draft,
	in_review: m.results_state_in_review,
	released: m.results_state_released,
	withdrawn: m.results_state_withdrawn
};
export const stateTones: Record<SheetState, Tone> = {
	draft: 'neutral',
	in_review: 'progress',
	released: 'success',
	withdrawn: 'danger'
};
export const partWords: Record<SheetPart, () => string> = {
	title: m.results_part_title,
	background: m.results_part_background,
	decided: m.results_part_decided,
	changes: m.results_part_changes,
	audience: m.results_part_audience,
	contact: m.results_part_contact
};
export const partHints: Partial<Record<SheetPart, () => string>> = {
	background: m.results_hint_background,
	decided: m.results_hint_decided,
	changes: m.results_hint_changes,
	audience: m.results_hint_audience,
	contact: m.results_hint_contact
};
export const handWords: Record<Hand, () => string> = {
	office: m.results_hand_office,
	reviewer: m.results_hand_reviewer
};
export const channelWords: Record<Channel, () => string> = {
	mail: m.results_channel_mail,
	post: m.results_channel_post,
	meeting: m.results_channel_meeting,
	link: m.results_channel_link,
	other: m.results_channel_other
};
export const refusalWords: Record<Why, () => string> = {
	not_found: m.results_refused_not_found,
	forbidden: m.results_refused_forbidden,
	wrong_state: m.results_refused_wrong_state,
	incomplete: m.proposals_check_form,
	conflict: m.results_refused_conflict,
	too_many: m.results_refused_wrong_state
};
export const eventWords: Record<string, (data: EventData) => string> = {
	'result_sheet.create': () => m.results_event_create(),
	'result_sheet.edit': () => m.results_event_edit(),
	'result_sheet.submit': () => m.results_event_submit(),
	'result_sheet.return': () => m.results_event_return(),
	'result_sheet.release': (data) =>
		data.to === 'released' ? m.results_event_released() : m.results_event_release_one(),
	'result_sheet.withdraw': () => m.results_event_withdraw(),
	'result_sheet.distribute': () => m.results_event_distribute(),
	'result_sheet.answer': () => m.results_event_answer(),
	'result_sheet.link': () => m.results_event_link(),
	'result_sheet.unlink': () => m.results_event_unlink(),
	'result_link.make': () => m.results_event_feed_link(),
	'result_link.revoke': () => m.results_event_feed_unlink()
};

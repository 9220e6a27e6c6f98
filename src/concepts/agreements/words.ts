/** The words of agreements: states, what is missing, events. */
import { m } from '#i18n/paraglide/messages.js';
import type { EventData } from '#platform/events.tables.server.ts';
import type { Tone } from '#ui/tones.ts';
import type { AgreementState, Lack } from './rules.ts';

export const stateWords: Record<AgreementState, () => string> = {
	upcoming: m.agreements_state_upcoming,
	valid: m.agreements_state_valid,
	expiring: m.agreements_state_expiring,
	expired: m.agreements_state_expired
};
export const stateTones: Record<AgreementState, Tone> = {
	upcoming: 'info',
	valid: 'success',
	expiring: 'warning',
	expired: 'neutral'
};
export const lackWords: Record<Lack, () => string> = {
	title: m.agreements_need_title,
	handover: m.agreements_need_handover,
	parties: m.agreements_need_parties,
	validFrom: m.agreements_need_from,
	validUntil: m.agreements_need_until
};
export const eventWords: Record<string, (data: EventData) => string> = {
	'agreement.create': () => m.agreements_event_create(),
	'agreement.edit': () => m.agreements_event_edit()
};

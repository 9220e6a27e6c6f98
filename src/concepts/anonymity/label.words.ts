/** What the detector finds, in words. */
import { m } from '#i18n/paraglide/messages.js';
import type { Label } from './marks.ts';

export const labelWords = {
	PERSON: m.anonymity_kind_person,
	LOCATION: m.anonymity_kind_location,
	ADDRESS: m.anonymity_kind_address,
	PHONE: m.anonymity_kind_phone,
	EMAIL: m.anonymity_kind_email,
	DATE: m.anonymity_kind_date,
	ID_NUMBER: m.anonymity_kind_id_number,
	IBAN: m.anonymity_kind_iban,
	ORGANISATION: m.anonymity_kind_organisation,
	AGE: m.anonymity_kind_age,
	RARE_FACT: m.anonymity_kind_rare_fact
} as const satisfies Record<Label, () => string>;

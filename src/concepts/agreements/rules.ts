/** Agreements between organisations: what they hold, and the state that follows from their days. */
import { addDays } from '#platform/clock.ts';

export const agreementStates = ['upcoming', 'valid', 'expiring', 'expired'] as const;
export type AgreementState = (typeof agreementStates)[number];
/** An agreement that ends within so many days is to be renewed or let go. */
export const expiresSoonDays = 90;

export type Term = { validFrom: string; validUntil: string | null };
/** Derived, never set: an agreement is valid on its last day, too. */
export function stateOn(today: string, { validFrom, validUntil }: Term): AgreementState {
	if (validUntil !== null && validUntil < today) return 'expired';
	if (validFrom > today) return 'upcoming';
	return validUntil !== null && validUntil <= addDays(today, expiresSoonDays) ? 'expiring' : 'valid';
}
export const daysLeft = (today: string, until: string): number =>
	Math.round((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / 86_400_000);

export type AgreementFields = {
	title: string;
	handover: string;
	contact: string;
	validFrom: string;
	validUntil: string | null;
	legalDomains: string[];
	parties: string[];
	/** Numbers or ids of service gaps. */
	gaps: string[];
};
export type Lack = 'title' | 'handover' | 'parties' | 'validFrom' | 'validUntil';
/** What is missing or does not fit, by field. */
export function lacks(f: AgreementFields): Lack[] {
	const missing: Lack[] = [];
	if (!f.title.trim()) missing.push('title');
	if (new Set(f.parties).size < 2) missing.push('parties');
	if (!f.handover.trim()) missing.push('handover');
	if (!f.validFrom) missing.push('validFrom');
	if (f.validUntil !== null && f.validUntil < f.validFrom) missing.push('validUntil');
	return missing;
}

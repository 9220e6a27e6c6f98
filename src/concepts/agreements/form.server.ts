/** The form and the filters of agreements, parsed once; whether codes exist is the commands' question. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { dayOrNone, textField } from '#platform/form.server.ts';
import type { AgreementFilter } from './queries.server.ts';
import { agreementStates, type AgreementFields, type AgreementState } from './rules.ts';

export const limits = { title: 160, handover: 4000, contact: 200, gaps: 400 } as const;
const text = (max: number) => textField({ max, tooLong: m.agreements_long() });
const codes = () =>
	v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(60, m.agreements_unknown_code())), []);

export const agreementForm = () =>
	v.object({
		title: text(limits.title),
		parties: codes(),
		legalDomains: codes(),
		handover: text(limits.handover),
		contact: text(limits.contact),
		validFrom: dayOrNone(m.agreements_need_from()),
		validUntil: dayOrNone(m.agreements_need_until()),
		gaps: text(limits.gaps)
	});
type Parsed = v.InferOutput<ReturnType<typeof agreementForm>>;
export const fieldsOf = (f: Parsed): AgreementFields => ({
	...f,
	validUntil: f.validUntil || null,
	gaps: f.gaps.split(/[\s,;]+/).filter(Boolean)
});

export function filterFrom(url: URL): AgreementFilter {
	const get = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 100).trim();
	const state = get('state') as AgreementState;
	return {
		q: get('q'),
		state: agreementStates.includes(state) ? state : '',
		party: get('party'),
		legalDomain: get('legalDomain')
	};
}

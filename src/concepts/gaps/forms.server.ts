/** The forms of reports and gaps, parsed once; whether codes exist is the commands' question. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { dayField, textField } from '#platform/form.server.ts';
import { missingFields, noFields, type ReportFields } from './rules.ts';

const code = () => textField({ max: 40, tooLong: m.gaps_unknown_code() });
const codes = () =>
	v.optional(
		v.pipe(
			v.array(v.pipe(v.string(), v.maxLength(40, m.gaps_unknown_code()))),
			v.maxLength(200, m.gaps_unknown_code())
		),
		[]
	);
const text = (max: number) => textField({ max, tooLong: m.gaps_too_long() });
const flag = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((s) => s === 'on')
	);

/** The limits the fields show. */
export const limits = { text: 2000, idea: 2000, title: 140, description: 6000, message: 2000 } as const;

const reportEntries = () => ({
	clientKey: v.pipe(v.string(m.gaps_error_incomplete()), v.uuid(m.gaps_error_incomplete())),
	text: text(limits.text),
	phase: code(),
	gapType: code(),
	legalDomains: codes(),
	municipality: code(),
	severity: code(),
	frequency: code(),
	scope: code(),
	residenceGroups: codes(),
	ageBands: codes(),
	households: codes(),
	languages: codes(),
	actors: codes(),
	idea: text(limits.idea),
	urgent: flag(),
	/** Marks that name nobody, says the sender. */
	dismissed: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2100))), v.maxLength(100)), []),
	/** Sent by the page itself while somebody types. */
	auto: flag(),
	/** Similar gaps were on the page when it was sent. */
	seen: flag()
});
export const reportForm = () => v.object(reportEntries());
/** From the report form to „Betrifft uns auch“ with a known gap. */
export const joinFromReport = () =>
	v.object({ ...reportEntries(), gapId: code(), casesBand: code(), joinMunicipality: code(), joinDomains: codes() });
/** The known gap whose panel is to be open. */
export const similarForm = () => v.object({ ...reportEntries(), joining: code() });
/** Known gaps need not be offered again, nor before the four answers are there. */
export const wasSeen = (seen: boolean, fields: ReportFields): boolean => seen || missingFields(fields).length > 0;
export const reportValues = (r: ReportFields): ReportFields => pick(r);

export const gapForm = () =>
	v.object({
		title: text(limits.title),
		description: text(limits.description),
		gapType: code(),
		legalDomains: codes(),
		phases: codes(),
		municipalities: codes()
	});
export const messageForm = () => v.object({ text: text(limits.message) });
/** What is said about a gap later on; `deed` tells the page which of its forms was sent. */
export const laterForm = () => v.object({ gapId: code(), deed: code(), text: text(limits.message) });
/** The answer to a request to reopen. */
export const requestForm = () => v.object({ id: code(), answer: text(limits.message) });
export const questionForm = () => v.object({ question: text(limits.message) });
export const declineForm = () => v.object({ reason: code(), answer: text(limits.message) });
export const idForm = () => v.object({ id: code() });
/** A gap by its number or its id, as typed or chosen. */
export const gapChoiceForm = () => v.object({ gapId: code() });
export const mergeForm = () => v.object({ intoId: code() });
export const decisionForm = () => v.object({ decision: text(60) });
export const deferForm = () => v.object({ until: dayField(m.gaps_need_date()) });
export const joinForm = () => v.object({ casesBand: code(), municipality: code(), legalDomains: codes() });
export const groupForm = () => v.object({ bodyId: code() });
export const caseForm = () => v.object({ caseId: code() });
export const feedbackForm = () => v.object({ feedbackId: code(), text: text(limits.message) });
export const urgentForm = () => v.object({ urgent: flag() });
const codingEntries = () => ({ phase: code(), gapType: code(), legalDomains: codes() });
export const splitForm = () => v.object({ first: text(limits.text), second: text(limits.text), ...codingEntries() });
export const codeForm = () => v.object({ id: codes(), ...codingEntries() });
export const undoForm = () => v.object({ stepId: code() });
export const viewForm = () => v.object({ name: text(80), query: text(1000) });

/** Only the fields of the form. */
const pick = (r: ReportFields): ReportFields =>
	Object.fromEntries(Object.keys(noFields).map((name) => [name, r[name as keyof ReportFields]])) as ReportFields;

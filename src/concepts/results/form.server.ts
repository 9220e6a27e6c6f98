/** The forms of result sheets, parsed once; made for each request in the reader's language. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { dayOrNone, textField } from '#platform/form.server.ts';
import { hands, limits, parts, type SheetPart, type SheetText } from './rules.ts';

const text = (max: number) => textField({ max, tooLong: m.proposals_issue_long({ max }) });
const partEntries = () =>
	Object.fromEntries(parts.map((p) => [p, text(limits[p])])) as Record<SheetPart, ReturnType<typeof text>>;

export const sheetForm = () =>
	v.object({
		...partEntries(),
		gapId: text(40),
		dismissed: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2100))), v.maxLength(100)), [])
	});
export const sheetTextOf = (f: Record<SheetPart, string>): SheetText =>
	Object.fromEntries(parts.map((p) => [p, f[p]])) as SheetText;

export const remarkForm = () => v.object({ remark: text(1000) });
export const handForm = () => v.object({ hand: v.picklist(hands, m.results_refused_wrong_state()) });
export const sendingForm = () =>
	v.object({ network: text(160), recipient: text(200), channel: text(20), sentOn: dayOrNone(m.results_issue_day()) });
export const answerForm = () => v.object({ distributionId: text(40), answer: text(2000) });
export const linkForm = () => v.object({ label: text(160), days: text(4) });
export const linkIdForm = () => v.object({ linkId: text(40) });

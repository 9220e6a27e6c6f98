/** The marks of several texts that are checked as one, and which of them are open; runs beside the page and on the server. */
import { labels, type Dismissed, type Label, type Mark } from '#concepts/anonymity/marks.ts';

export type FieldText<F extends string = string> = { field: F; text: string };
/** `start` and `end` count within the text of the field; `words` is what stands there. */
export type FieldMark<F extends string = string> = Mark & { field: F; words: string };

export const isDismissed = (mark: FieldMark, dismissed: readonly Dismissed[]): boolean =>
	mark.severity === 'amber' && dismissed.some((d) => d.text === mark.words && d.label === mark.label);

/** Those that stand on a mark: what else was sent as set aside would reach a reader unchecked. */
export const inUse = (dismissed: readonly Dismissed[], marks: readonly FieldMark[]): Dismissed[] =>
	dismissed.filter((d) => marks.some((mark) => isDismissed(mark, [d])));

/** What must be resolved before anybody else reads it. A red one stays open, whatever was set aside. */
export const openMarks = <M extends FieldMark>(marks: readonly M[], dismissed: readonly Dismissed[]): M[] =>
	marks.filter((mark) => !isDismissed(mark, dismissed));

const between = '\n\n';

/** All texts as one, so that a name found in one of them counts in the others. */
export const asOneText = (texts: readonly FieldText[]): string => texts.map(({ text }) => text).join(between);

/** The marks of the one text, each in the field where it stands; what reaches over a border counts in both. */
export function inFields<F extends string>(texts: readonly FieldText<F>[], marks: readonly Mark[]): FieldMark<F>[] {
	const found: FieldMark<F>[] = [];
	let from = 0;
	for (const { field, text } of texts) {
		for (const mark of marks) {
			const start = Math.max(mark.start - from, 0);
			const end = Math.min(mark.end - from, text.length);
			if (start < end) found.push({ ...mark, start, end, field, words: text.slice(start, end) });
		}
		from += text.length + between.length;
	}
	return found;
}

/** As a form sends it. */
export const dismissedField = ({ text, label }: Dismissed): string => `${label} ${text}`;
/** Each once; what is none is left out. */
export function dismissedFrom(values: readonly string[]): Dismissed[] {
	return [...new Set(values)].flatMap((value): Dismissed[] => {
		const end = value.indexOf(' ');
		const [label, text] = [value.slice(0, end) as Label, value.slice(end + 1)];
		return end > 0 && text && labels.includes(label) ? [{ label, text }] : [];
	});
}

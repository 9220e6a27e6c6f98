/** What the text detector says of a single value of a list. Its word lists must be loaded. */
import { detect } from '#concepts/anonymity/detect.ts';
import type { Suspicion } from './lists.columns.ts';

const likeNames = /^\p{L}[\p{L}'’.-]+(,?\s\p{L}[\p{L}'’.-]*){0,3}$/u;

/** The label of a red mark, or that it reads as a name where a name could stand. */
export function suspicionOf(value: string): Suspicion | undefined {
	const capital = value.replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
	const red = [value, capital].flatMap((text) => detect(text)).find((mark) => mark.severity === 'red');
	if (red) return red.label;
	// a word in small letters that is no name by itself is a word
	if (value !== capital || !likeNames.test(value)) return undefined;
	return detect(`Frau ${value} kommt.`).some((mark) => mark.label === 'PERSON') ? 'MAYBE_NAME' : undefined;
}

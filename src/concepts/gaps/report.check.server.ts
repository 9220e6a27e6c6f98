/** The check of what people write about a gap, on the server: red is refused, amber must be set aside. */
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import {
	asOneText,
	inFields,
	inUse,
	openMarks,
	type FieldMark,
	type FieldText
} from '#concepts/anonymity/field-marks.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { log } from '#platform/log.server.ts';
import type { Issue } from '#platform/result.ts';
import { textOptions } from './rules.ts';
import { checkWords } from './words.ts';

export type Checked<F extends string> = { issues: Issue[]; marks: FieldMark<F>[] | null; dismissed: Dismissed[] };

/**
 * One sentence for each text in which something is open. Security: a check that failed (`marks` null) lets nothing pass.
 * `dismissed`: of what was sent as set aside only what stands on a mark.
 */
export async function checked<F extends string>(
	texts: readonly FieldText<F>[],
	dismissed: readonly Dismissed[],
	check: Checker = checkText
): Promise<Checked<F>> {
	const filled = texts.filter(({ text }) => text.length > 0);
	const marks = await check(asOneText(filled), textOptions)
		.then((found) => inFields(filled, found))
		.catch((err: unknown) => {
			log.error({ err }, 'a report could not be checked');
			return null;
		});
	if (!marks) return { issues: [{ field: '', message: checkWords.failed() }], marks, dismissed: [] };
	const open = Map.groupBy(openMarks(marks, dismissed), (mark) => mark.field);
	const issues = [...open].map(([field, here]) => ({ field, message: checkWords.open(here) }));
	return { issues, marks, dismissed: inUse(dismissed, marks) };
}

/** For words without marks beside them: only what is red, as amber cannot be set aside there. */
export async function namedIn(field: string, text: string, check: Checker = checkText): Promise<Issue[]> {
	const { marks } = await checked([{ field, text }], [], check);
	if (!marks) return [{ field, message: checkWords.failed() }];
	const red = marks.filter((mark) => mark.severity === 'red');
	return red.length ? [{ field, message: checkWords.named(red) }] : [];
}

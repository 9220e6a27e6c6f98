/** The forms of a second person: what she ticks, and what she says about the whole and about passages. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { textField } from '#platform/form.server.ts';
import { textsOf, type Content, type PassageNote, type TextName } from './rules.ts';

const many = (max: number) => v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(max))), v.maxLength(200)), []);
/** of the text that was read */
const version = v.pipe(
	v.optional(v.string(), ''),
	v.regex(/^\d{1,9}$/, () => m.cases_conflict_review()),
	v.transform(Number)
);
export const releaseSchema = v.object({ version, ticked: many(80) });
export const returnSchema = v.object({
	version,
	comment: textField({ max: 2000 }),
	/** one entry a passage in each of the three */
	passageField: many(40),
	passageQuote: many(1000),
	passageComment: many(2000)
});

export type PassageIssue = 'no_words' | 'not_in_text' | 'no_comment';
type Issue = { why: PassageIssue; quote: string };
/** The words as they stand in the text, however their spaces and lines were copied. */
function wordsIn(text: string, typed: string): string | null {
	const words = typed.trim().split(/\s+/).map(RegExp.escape);
	return new RegExp(words.join('\\s+'), 'u').exec(text)?.[0] ?? null;
}

/** What a reviewer typed about passages; rows left empty do not count, and words must stand in the text they are said of. */
export function passagesFrom(
	typed: { field: readonly string[]; quote: readonly string[]; comment: readonly string[] },
	content: Content
): { notes: PassageNote[]; issues: Issue[] } {
	const texts = new Map<string, string>(textsOf(content).map(({ field, text }) => [field, text]));
	const notes: PassageNote[] = [];
	const issues: Issue[] = [];
	typed.field.forEach((field, row) => {
		const [typedWords, comment] = [(typed.quote[row] ?? '').trim(), (typed.comment[row] ?? '').trim()];
		if (!typedWords && !comment) return;
		const quote = typedWords ? wordsIn(texts.get(field) ?? '', typedWords) : null;
		if (quote && comment) notes.push({ field: field as TextName, quote, comment });
		else issues.push({ why: !typedWords ? 'no_words' : !quote ? 'not_in_text' : 'no_comment', quote: typedWords });
	});
	return { notes, issues };
}

/** The check of a whole analysis on the server, and what stands against handing it on; rejects when it crashed or took too long, and then nothing goes on. */
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import type { Mark } from '#concepts/anonymity/marks.ts';
import type { Issue } from '#platform/result.ts';
import { finerPlaces } from './marks.places.ts';
import { asOneText, inFields, inUse, isDismissed, openMarks } from '#concepts/anonymity/field-marks.ts';
import type { FieldMark } from './marks.ts';
import { commonEnough, type RiskCard } from './risk.ts';
import { cellOf, strayPassages, textsOf, type Content, type PassageNote } from './rules.ts';
import { checkWords, leftPlaceWords, namedInCommentWords, openMarkWords } from './words.ts';

export async function checkContent(content: Content, check: Checker = checkText): Promise<FieldMark[]> {
	const texts = textsOf(content);
	return inFields(texts, await check(asOneText(texts)));
}

/** A sentence for each field. Security: a check that failed (no marks) stands against everything. */
export function objectionsTo(content: Content, marks: readonly FieldMark[] | null, card: RiskCard | null): Issue[] {
	const said = (found: readonly FieldMark[], sentence: (found: FieldMark[]) => string): Issue[] =>
		[...Map.groupBy(found, (mark) => mark.field)].map(([field, here]) => ({ field, message: sentence(here) }));
	const setAside = (marks ?? []).filter((mark) => isDismissed(mark, content.dismissed));
	return [
		...(marks ? [] : [{ field: '', message: checkWords.failed() }]),
		...said(openMarks(marks ?? [], content.dismissed), openMarkWords),
		...said(finerPlaces(setAside, cellOf(content.attributes)), leftPlaceWords),
		...(!card || commonEnough(card)
			? []
			: [{ field: 'attributes', message: card.rareOrigin ? checkWords.rareOrigin() : checkWords.rare() }])
	];
}

/** Security: a reviewer sees only what was set aside on a mark, and notes at words that still stand. */
export function forReview(row: Content & { passageNotes: PassageNote[] }, marks: readonly FieldMark[]) {
	const stray = strayPassages(row, row.passageNotes);
	return {
		dismissed: inUse(row.dismissed, marks),
		passageNotes: row.passageNotes.filter((_, i) => !stray.includes(i)),
		hints: marks.filter((mark) => mark.severity === 'amber').length
	};
}

/** The words of a return, of which the comment comes first. */
export function namedIn(words: string, comment: string, marks: readonly Mark[] | undefined): Issue[] {
	if (!marks) return [{ field: '', message: checkWords.failed() }];
	const named = marks.filter((mark) => mark.severity === 'red');
	const message = namedInCommentWords(named.map(({ start, end }) => ({ words: words.slice(start, end) })));
	return named[0] ? [{ field: named[0].start < comment.length ? 'comment' : 'passages', message }] : [];
}

/** What a second person sees of an analysis and must do before she may release it: marks in the text, hints, statements. */
import { openMarks } from '#concepts/anonymity/field-marks.ts';
import type { FieldMark } from './marks.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { textsOf, unticked, type Content } from './rules.ts';

/** A mark in the text under review; the number leads from the passage to what is said about it. */
export type ReviewMark = FieldMark & { number: number; setAside: boolean };

/** In the order in which they are read, with those the author set to „kein Personenbezug“ told apart. */
export function marksInOrder(content: Content, marks: readonly FieldMark[]): ReviewMark[] {
	const open = new Set(openMarks([...marks], content.dismissed));
	const order = textsOf(content).map(({ field }) => field);
	return [...marks]
		.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field) || a.start - b.start)
		.map((mark, i) => ({ ...mark, number: i + 1, setAside: !open.has(mark) }));
}

/** Rare facts are never replaced by a machine: the reviewer says of each that she has weighed it. */
export const hintsOf = <M extends FieldMark>(marks: readonly M[]): M[] => marks.filter((m) => m.label === 'RARE_FACT');
export const hintKey = (mark: FieldMark): string => `hint:${mark.field}:${mark.start}`;
/** Hints that the reviewer has not ticked. */
export const unweighed = <M extends FieldMark>(marks: readonly M[], ticked: readonly string[]): M[] =>
	hintsOf(marks).filter((mark) => !ticked.includes(hintKey(mark)));

export type Hold = 'marks_open' | 'hints' | 'statements';
/** Why the release stays shut; empty when it may be pressed. */
export function holdsOn(
	marks: readonly FieldMark[],
	dismissed: readonly Dismissed[],
	ticked: readonly string[]
): Hold[] {
	const holds: Hold[] = [];
	if (openMarks([...marks], [...dismissed]).length) holds.push('marks_open');
	if (unweighed(marks, ticked).length) holds.push('hints');
	if (unticked(ticked).length) holds.push('statements');
	return holds;
}

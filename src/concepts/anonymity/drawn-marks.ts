/** The marks of a text that is being written: how they move with the letters, how they are drawn, and which comes next. */
import type { Mark } from '#concepts/anonymity/marks.ts';
import type { FieldMark } from '#concepts/anonymity/field-marks.ts';

/**
 * Between two checks: marks before the change stay, those behind move along, those that were written into go. The same
 * list where nothing changed, so that nothing is drawn again.
 */
export function shifted<F extends string>(
	marks: FieldMark<F>[],
	field: F,
	before: string,
	after: string
): FieldMark<F>[] {
	if (!marks.some((mark) => mark.field === field)) return marks;
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	const end = before.length - tail;
	const grown = after.length - before.length;
	if (marks.every((mark) => mark.field !== field || mark.end <= head)) return marks;
	return marks.flatMap((mark) => {
		if (mark.field !== field || mark.end <= head) return [mark];
		return mark.start >= end ? [{ ...mark, start: mark.start + grown, end: mark.end + grown }] : [];
	});
}

/** A stretch of a text, with the mark that lies on it. */
export type Piece<M> = { text: string; mark?: M };
/** The whole text in stretches; marks that overlap another or reach beyond the text are left out. */
export function piecesOf<M extends Pick<Mark, 'start' | 'end'>>(text: string, marks: readonly M[]): Piece<M>[] {
	const pieces: Piece<M>[] = [];
	let from = 0;
	for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
		if (mark.start < from || mark.end > text.length) continue;
		if (mark.start > from) pieces.push({ text: text.slice(from, mark.start) });
		pieces.push({ text: text.slice(mark.start, mark.end), mark });
		from = mark.end;
	}
	if (from < text.length) pieces.push({ text: text.slice(from) });
	return pieces;
}

/** Line by line, so that a letter more is laid out in its own line alone; a mark over two lines lies in both. */
export function linesOf<M>(pieces: readonly Piece<M>[]): Piece<M>[][] {
	const lines: Piece<M>[][] = [[]];
	for (const { text, mark } of pieces)
		for (const [i, part] of text.split('\n').entries()) {
			if (i > 0) lines.push([]);
			if (part) lines.at(-1)!.push(mark ? { text: part, mark } : { text: part });
		}
	return lines;
}

/** A few words before and after, so that a mark can be judged where it is listed. */
export function surroundings(text: string, { start, end }: Pick<Mark, 'start' | 'end'>, reach = 28): [string, string] {
	const before = text.slice(Math.max(0, start - reach), start);
	const after = text.slice(end, end + reach);
	return [
		start > reach ? `… ${before.slice(before.search(/\s/) + 1)}` : before,
		end + reach < text.length ? `${after.slice(0, after.search(/\s\S*$/) + 1)}…` : after
	];
}

export type Spot<F extends string = string> = { field: F; at: number };
/** The next mark from a place in the form, or the one before; after the last comes the first. `fields`: as in the form. */
export function nextMark<F extends string>(
	marks: readonly FieldMark<F>[],
	fields: readonly F[],
	from: Spot<F> | undefined,
	step: 1 | -1
): FieldMark<F> | undefined {
	const rank = (field: F, at: number) => fields.indexOf(field) * 1e6 + at;
	const sorted = marks.toSorted((a, b) => rank(a.field, a.start) - rank(b.field, b.start));
	if (!from) return step > 0 ? sorted[0] : sorted.at(-1);
	const here = rank(from.field, from.at);
	return step > 0
		? (sorted.find((mark) => rank(mark.field, mark.start) > here) ?? sorted[0])
		: (sorted.findLast((mark) => rank(mark.field, mark.start) < here) ?? sorted.at(-1));
}

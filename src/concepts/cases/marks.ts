/** The marks of an analysis' texts, and how they follow its stations. */
import type { FieldMark as MarkIn } from '#concepts/anonymity/field-marks.ts';
import type { TextName } from './rules.ts';

export type FieldMark = MarkIn<TextName>;

/** Marks after the stations were put into another order; `order` holds the old place of each station. */
export function moved(marks: readonly FieldMark[], order: readonly number[]): FieldMark[] {
	return marks.flatMap((mark) => {
		if (!mark.field.startsWith('stations.')) return [mark];
		const now = order.indexOf(Number(mark.field.slice('stations.'.length)));
		return now < 0 ? [] : [{ ...mark, field: `stations.${now}` as const }];
	});
}

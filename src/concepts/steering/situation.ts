/** The situation picture cut down to a few lines; every figure is one that the picture itself shows. */
import type { Figure } from '#concepts/anonymity/suppress.classes.ts';
import type { Head, Picture } from '#concepts/situation/picture.ts';

export type SmallPicture = { total: Figure; rows: { head: Head; figure: Figure }[] };
const shown = 5;

export function smallPicture(picture: Picture): SmallPicture {
	const topics = picture.tables.find((t) => t.key === 'topics');
	const rows = (topics?.rows ?? [])
		.map((head, i) => ({ head, figure: topics!.rowTotals[i]! }))
		.filter((r) => r.head.code !== null && r.figure.least > 0)
		.sort((a, b) => b.figure.least - a.figure.least);
	return { total: picture.total, rows: rows.slice(0, shown) };
}

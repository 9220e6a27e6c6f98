/** What the single layers hand in, and how overlapping finds become marks. */
import type { Label, Mark, Severity } from '#concepts/anonymity/marks.ts';

export type Finding = { start: number; end: number; label: Label; severity: Severity; why: string };

/** A name within one of these is a part of it. */
const covers: ReadonlySet<Label> = new Set(['ORGANISATION', 'ADDRESS', 'EMAIL', 'IBAN']);

const rank = (f: Finding): number =>
	(f.severity === 'red' ? 2 : 0) + (f.label === 'PERSON' || f.label === 'LOCATION' ? 0 : 1);

/** Sorted and without overlaps: what overlaps becomes one mark, which speaks for the more serious find, or the longer of two alike. */
export function merged(findings: readonly Finding[]): Mark[] {
	const marks: Mark[] = [];
	for (const find of findings.filter((f) => f.end > f.start).sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = marks.at(-1);
		if (!last || find.start >= last.end) {
			marks.push({ ...find });
			continue;
		}
		if (find.end <= last.end && covers.has(last.label)) continue;
		if (find.start === last.start && find.end >= last.end && covers.has(find.label)) {
			marks[marks.length - 1] = { ...find };
			continue;
		}
		const longer = find.end - find.start > last.end - last.start;
		const wins = rank(find) > rank(last) || (rank(find) === rank(last) && longer);
		const end = Math.max(last.end, find.end);
		marks[marks.length - 1] = wins ? { ...find, start: last.start, end } : { ...last, end };
	}
	return marks;
}

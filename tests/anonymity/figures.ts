/** The figures of the detector that are told to people: measured on the notes that nobody developed with, rounded to a thousandth. */
import { readFileSync, writeFileSync } from 'node:fs';
import { labels, type Label } from '#concepts/anonymity/marks.ts';
import { alarmsPerThousand, precision, recall, type Score } from './measure.ts';

const file = new URL('../../src/concepts/anonymity/data/figures.json', import.meta.url);

/** `null` where there was nothing to count. */
type Shares = { recall: number | null; precision: number | null };
export type Figures = {
	/** The day, as 2026-11-30. */
	measuredOn: string;
	notes: number;
	leakSafeRecall: number;
	precision: number;
	alarmsPer1000Words: number;
	cleanNotesWithAlarm: number;
	cleanNotes: number;
	labels: Record<Label, Shares>;
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const share = (value: number): number | null => (Number.isNaN(value) ? null : rounded(value));

export function figuresOf(score: Score, measuredOn: string): Figures {
	const shares = (label: Label): Shares => ({
		recall: share(recall(score.byLabel.get(label) ?? { items: 0, covered: 0, named: 0 })),
		precision: share(precision(score.marksByLabel.get(label) ?? { marks: 0, right: 0 }))
	});
	return {
		measuredOn,
		notes: score.notes,
		leakSafeRecall: rounded(recall(score.all)),
		precision: rounded(precision(score)),
		alarmsPer1000Words: rounded(alarmsPerThousand(score)),
		cleanNotesWithAlarm: score.cleanWithAlarm,
		cleanNotes: score.clean,
		labels: Object.fromEntries(labels.map((label) => [label, shares(label)])) as Record<Label, Shares>
	};
}

export const readFigures = (): Figures => JSON.parse(readFileSync(file, 'utf8')) as Figures;
export const writeFigures = (figures: Figures): void => writeFileSync(file, `${JSON.stringify(figures, null, '\t')}\n`);

/** Checks and mends texts in the browser while they are written; loaded once somebody writes. */
import { asOneText, inFields, type FieldMark, type FieldText } from '#concepts/anonymity/field-marks.ts';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { DetectOptions } from '#concepts/anonymity/marks.ts';
import { proposals, replaceAll, type Edit, type Proposal } from '#concepts/anonymity/replace.ts';
import { createWatcher, type Watcher } from '#concepts/anonymity/watcher.ts';

export type Checking = {
	/** The marks, or undefined when newer words were asked about meanwhile; rejects when the check failed. */
	check: <F extends string>(
		texts: readonly FieldText<F>[],
		options?: DetectOptions
	) => Promise<FieldMark<F>[] | undefined>;
	/** What may stand instead of a mark; `marks`: all of its text. */
	proposalsFor: (mark: FieldMark, text: string, cell: CaseCell, marks: readonly FieldMark[]) => Proposal[];
	/** The stretch from the first edit to the last, and what will stand there: one step to undo. */
	stretch: (text: string, edits: readonly Edit[]) => { start: number; end: number; text: string };
	close: () => void;
};

/** All texts as one, as the server does: a name found in one of them counts in the others. */
export function createChecking(watcher: Watcher = createWatcher()): Checking {
	return {
		async check(texts, options) {
			const marks = await watcher.check(asOneText(texts), options);
			return marks && inFields(texts, marks);
		},
		proposalsFor: (mark, text, cell, marks) => proposals(mark, text, cell, marks),
		stretch(text, edits) {
			const start = Math.min(...edits.map((e) => e.start));
			const end = Math.max(...edits.map((e) => e.end));
			const after = replaceAll(text, edits);
			return { start, end, text: after.slice(start, after.length - (text.length - end)) };
		},
		close: () => watcher.close()
	};
}

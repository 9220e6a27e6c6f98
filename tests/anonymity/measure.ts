/** How well a detector of personal data does on gold notes: what it leaks, what it marks in vain. */
import type { Label } from '#concepts/anonymity/marks.ts';
import type { Note, Span } from './notes/notes.ts';

export type Detect = (text: string) => readonly Span[];

/** `covered`: every letter and digit lies under some mark; `named`: under marks of the item's own label. */
export type Tally = { items: number; covered: number; named: number };
/** A passage to look at, with a few words around it. */
export type Finding = { note: string; label: Label; passage: string; around: string };

export type Score = {
	notes: number;
	words: number;
	all: Tally;
	byLabel: Map<Label, Tally>;
	/** A mark is right where it overlaps any gold item. */
	marks: number;
	right: number;
	marksByLabel: Map<Label, { marks: number; right: number }>;
	clean: number;
	cleanWithAlarm: number;
	/** Letters and digits under marks, and those of them that belong to no gold item: a mark over everything is no skill. */
	lettersMarked: number;
	lettersBeyond: number;
	missed: Finding[];
	alarms: Finding[];
};

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export function measure(notes: readonly Note[], detect: Detect): Score {
	const score: Score = {
		...{ notes: notes.length, words: 0, all: { items: 0, covered: 0, named: 0 }, byLabel: new Map() },
		...{
			marks: 0,
			right: 0,
			marksByLabel: new Map(),
			clean: 0,
			cleanWithAlarm: 0,
			lettersMarked: 0,
			lettersBeyond: 0,
			missed: [],
			alarms: []
		}
	};
	for (const note of notes) measureNote(score, note, detect(note.text));
	return score;
}

function measureNote(score: Score, note: Note, marks: readonly Span[]): void {
	const gold = note.spans;
	for (const item of gold) {
		const letters = lettersOf(note.text, item);
		const under = (some: readonly Span[]) => letters.every((at) => some.some((m) => m.start <= at && at < m.end));
		const covered = under(marks);
		const named = under(marks.filter((m) => m.label === item.label));
		for (const tally of [score.all, tallyOf(score, item.label)]) {
			tally.items++;
			tally.covered += Number(covered);
			tally.named += Number(named);
		}
		if (!covered) score.missed.push(findingOf(note, item));
	}
	const wrong = marks.filter((mark) => !gold.some((item) => overlaps(mark, item)));
	score.alarms.push(...wrong.map((mark) => findingOf(note, mark)));
	for (const mark of marks) {
		const tally = score.marksByLabel.get(mark.label) ?? { marks: 0, right: 0 };
		score.marksByLabel.set(mark.label, tally);
		tally.marks++;
		tally.right += Number(!wrong.includes(mark));
	}
	score.marks += marks.length;
	score.right += marks.length - wrong.length;
	score.words += wordsIn(note.text);
	if (!gold.length) {
		score.clean++;
		score.cleanWithAlarm += Number(wrong.length > 0);
	}
	const marked = new Set(marks.flatMap((mark) => lettersOf(note.text, mark)));
	const owned = new Set(gold.flatMap((item) => lettersOf(note.text, item)));
	score.lettersMarked += marked.size;
	score.lettersBeyond += [...marked].filter((at) => !owned.has(at)).length;
}

/** Where the letters and digits of a passage stand. */
function lettersOf(text: string, { start, end }: Span): number[] {
	return [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].map((found) => start + found.index);
}

function tallyOf(score: Score, label: Label): Tally {
	const known = score.byLabel.get(label);
	if (known) return known;
	const fresh: Tally = { items: 0, covered: 0, named: 0 };
	score.byLabel.set(label, fresh);
	return fresh;
}

const findingOf = (note: Note, { start, end, label }: Span): Finding => ({
	note: note.id,
	label,
	passage: note.text.slice(start, end),
	around: note.text.slice(Math.max(0, start - 30), end + 30).replaceAll('\n', ' ')
});

/** Shares from 0 to 1; NaN where there is nothing to count. */
export const recall = (tally: Tally): number => tally.covered / tally.items;
export const namedShare = (tally: Tally): number => tally.named / tally.items;
export const precision = ({ right, marks }: { right: number; marks: number }): number => right / marks;
export const alarmsPerThousand = (score: Score): number => ((score.marks - score.right) / score.words) * 1000;

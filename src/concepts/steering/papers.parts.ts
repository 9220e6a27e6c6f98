/** What papers of the programme have in common: the sender, dates, shortened texts, annexes. German whoever asks for them. */
import { stateOf, cellText, columnWords, screenColumns } from './control.ts';
import type { ControlRow } from './control.queries.server.ts';
import { dissentsText } from './votes.words.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { FrozenDissent } from '#concepts/proposals/dissents.rules.ts';
import { paragraph, type Block, type Cell, type Fact, type Paper, type Table } from '#exports/paper.ts';
import { dayText } from '#ui/dates.ts';

export const inGerman = { locale: 'de' } as const;
export const dayIn = (day: string): string => dayText(day, 'de');

/** Sender, footer, author and the only date of the file. `from`: who sends it below the county, such as a committee. */
export const frameOf = (o: {
	county: string;
	from: string;
	title: string;
	subtitle: string;
	keyOn: string;
	fileName?: string;
}): Pick<Paper, 'fileName' | 'title' | 'subtitle' | 'language' | 'letterhead' | 'footer' | 'author' | 'createdOn'> => ({
	fileName: o.fileName ?? `${o.title} ${o.subtitle} ${o.keyOn}`,
	title: o.title,
	subtitle: o.subtitle,
	language: 'de',
	letterhead: [o.county, o.from],
	footer: `${o.county} · ${o.from}`,
	author: o.county,
	createdOn: o.keyOn
});

/** At most so many signs: whole sentences where one ends late enough, else whole words, and an ellipsis. */
export function shortened(text: string, most: number): string {
	const whole = text.replace(/\s+/g, ' ').trim();
	if (whole.length <= most) return whole;
	const cut = whole.slice(0, most - 2);
	const sentence = /^.*[.!?](?=\s)/s.exec(cut)?.[0] ?? '';
	return `${sentence.length > most * 0.6 ? sentence : cut.replace(/[\s,;:–-]+\S*$/, '')} …`;
}

/** A sentence for readers of a paper that lacks analyses; null where none is missing. */
export function missingSentence(missing: number): string | null {
	if (!missing) return null;
	return missing === 1 ? m.papers_missing_one({}, inGerman) : m.papers_missing_many({ n: missing }, inGerman);
}

/** The words of a dissenting vote, and whose they are where its member wished so. */
export const dissentSaid = (d: FrozenDissent): string =>
	`${d.name ?? m.proposals_dissent_unnamed({}, inGerman)}: ${d.text}`;
/** How many there are, and what the first says in at most so many signs; no line where there are none. */
export const dissentFacts = (dissents: readonly FrozenDissent[], most: number): Fact[] => {
	const [first] = dissents;
	if (!first) return [];
	const further = dissents.length - 1;
	const lines = [shortened(dissentSaid(first), most), ...(further ? [m.papers_further({ n: further }, inGerman)] : [])];
	return [{ label: m.proposals_dissents({}, inGerman), text: lines.join('\n') }];
};
/** Beside a title in a list; empty where there are none. */
export const dissentMark = (dissents: readonly FrozenDissent[]): string =>
	dissents.length ? ` (${dissentsText(dissents.length, inGerman)})` : '';

/** Text as it was typed: a paragraph for each block of lines. */
export const textBlocks = (text: string): Block[] =>
	text
		.split(/\n{2,}/)
		.filter((t) => t.trim())
		.map((t) => paragraph(t.trim()));

/** The rows of the control list in the columns of the screen. */
export function controlTable(rows: readonly ControlRow[]): Table {
	const cellOf = (row: ControlRow, keys: (typeof screenColumns)[number]): Cell =>
		keys.flatMap((key, i) => {
			const text = cellText(row, key);
			if (!text) return [];
			if (key === 'delayReason') return [paragraph({ text: `${columnWords.delayReason()}: `, bold: true }, text)];
			// the person below the house, so that no name is divided
			if (key === 'who') return [paragraph(text.replace(/ \(/, '\n('))];
			return [paragraph({ text, ...(i === 0 && key === 'number' && { bold: true }) })];
		});
	return {
		type: 'table',
		head: [screenColumns.map((keys) => [paragraph(keys.map((k) => columnWords[k]()).join('\u00a0· '))])],
		rows: rows.map((row) => screenColumns.map((keys) => cellOf(row, keys))),
		widths: [31, 33, 46, 27, 43]
	};
}

/** The state in words, for lists of a line each. */
export const stateText = (row: ControlRow): string => stateOf(row).label;

/**
 * The personal-data detector on the gold notes: what it leaks, what it marks in vain, how fast and how heavy it is.
 *
 * With FIGURES=1 it writes the figures that are told to people, from the notes held apart.
 * With WORST=1 it lists what it missed and marked wrongly in the notes for development. Of the notes held apart it never
 * tells more than figures: whoever has read them can no longer be surprised by them.
 */
import { detect, ready } from '#concepts/anonymity/detect.ts';
import { labels, type Label } from '#concepts/anonymity/marks.ts';
import { figuresOf, writeFigures } from '../anonymity/figures.ts';
import {
	alarmsPerThousand,
	measure,
	namedShare,
	precision,
	recall,
	wordsIn,
	type Finding,
	type Score
} from '../anonymity/measure.ts';
import { readNotes, type Note } from '../anonymity/notes/notes.ts';
import { bundled } from './bundle.ts';
import { percentile, say, table, verdict, type Cell } from './report.ts';

/** Shares of the items of a label that no letter may leak of. */
const leastRecall: Partial<Record<Label, number>> = {
	...{ PERSON: 0.96, ADDRESS: 0.93, ID_NUMBER: 0.95 },
	...{ PHONE: 0.99, EMAIL: 0.99, IBAN: 0.99, DATE: 0.99 }
};
const leastRecallOfAll = 0.93;
const leastPrecision = 0.94;
const mostAlarms = 4;
const mostCleanWithAlarm = 5 / 40;
const mostMs = 5;
const mostReadyMs = 60;
const mostBytes = 400_000;

export async function benchAnonymity(): Promise<boolean> {
	await ready();
	const notes = { dev: readNotes('dev'), held: readNotes('held') };
	const dev = measure(notes.dev, detect);
	const held = measure(notes.held, detect);
	const found = sayRecall(dev, held);
	const quiet = sayAlarms(dev, held);
	const light = await sayCost([...notes.dev, ...notes.held]);
	if (process.env.FIGURES)
		writeFigures(figuresOf(measure(readNotes('fresh'), detect), new Date().toISOString().slice(0, 10)));
	if (process.env.WORST) sayWorst(dev);
	return found && quiet && light;
}

const percent = (share: number): string =>
	Number.isNaN(share) ? '–' : `${(Math.floor(share * 1000) / 10).toFixed(1).padStart(5)} %`;

function sayRecall(dev: Score, held: Score): boolean {
	const rowOf = (name: string, label: Label | undefined, least: number | undefined) => {
		const tallies = [dev, held].map((score) => (label ? score.byLabel.get(label)! : score.all));
		const fits = least === undefined || tallies.every((tally) => recall(tally) >= least);
		const cells: Cell[] = tallies.flatMap((t) => [t.items, percent(recall(t)), percent(namedShare(t))]);
		return { fits, row: [name, ...cells, ...(least === undefined ? [''] : [percent(least), verdict(fits)])] };
	};
	const all = rowOf('all', undefined, leastRecallOfAll);
	const rows = [...labels.map((label) => rowOf(label, label, leastRecall[label])), all];
	const head = ['items of', 'dev', 'covered', 'named', 'held', 'covered', 'named', 'covered ≥', ''];
	say(
		table(
			head,
			rows.map(({ row }) => row)
		)
	);
	return rows.every(({ fits }) => fits);
}

function sayAlarms(dev: Score, held: Score): boolean {
	const fitting: boolean[] = [];
	const row = (name: string, of: (score: Score) => Cell, limit: string, fits?: (score: Score) => boolean): Cell[] => {
		const good = !fits || (fits(dev) && fits(held));
		fitting.push(good);
		return [name, of(dev), of(held), limit, fits ? verdict(good) : ''];
	};
	const rows = [
		row('notes', (s) => `${s.notes} (${s.words} words)`, ''),
		row(
			'marks that are right',
			(s) => percent(precision(s)),
			`≥ ${percent(leastPrecision).trim()}`,
			(s) => {
				return precision(s) >= leastPrecision;
			}
		),
		row(
			'alarms in 1,000 words',
			(s) => alarmsPerThousand(s).toFixed(1),
			`≤ ${mostAlarms}`,
			(s) => {
				return alarmsPerThousand(s) <= mostAlarms;
			}
		),
		row(
			'clean notes with an alarm',
			(s) => `${s.cleanWithAlarm} of ${s.clean}`,
			'≤ 5 of 40',
			(s) => {
				return s.cleanWithAlarm / s.clean <= mostCleanWithAlarm;
			}
		),
		row('letters marked beyond items', (s) => percent(s.lettersBeyond / s.lettersMarked), 'told')
	];
	say(`\n${table(['', 'dev', 'held', 'limit', ''], rows)}`);
	return fitting.every(Boolean);
}

async function sayCost(notes: readonly Note[]): Promise<boolean> {
	const ms = speed(documentsOf(notes));
	const bundle = await bundled('src/concepts/anonymity/detect.ts');
	const readyMs = bundle.readyMs();
	bundle.remove();
	const rows: [string, string, string, boolean][] = [
		['ms for 1,000 words, p50', ms.toFixed(2), `≤ ${mostMs}`, ms <= mostMs],
		['ms until ready, bundled, p50', readyMs.toFixed(1), `≤ ${mostReadyMs}`, readyMs <= mostReadyMs],
		['kB gzip, all chunks', (bundle.bytes / 1000).toFixed(0), `≤ ${mostBytes / 1000}`, bundle.bytes <= mostBytes]
	];
	const cells = rows.map(([name, value, limit, fits]) => [name, value, limit, verdict(fits)]);
	say(`\n${table(['cost', '', 'limit', ''], cells)}`);
	say(bundle.chunks.map(({ name, bytes }) => `  ${name}: ${(bytes / 1000).toFixed(1)} kB`).join('\n'));
	return rows.every(([, , , fits]) => fits);
}

/** Texts of about 1,000 words, as long as a long analysis. */
function documentsOf(notes: readonly Note[]): string[] {
	const texts: string[] = [];
	let open: string[] = [];
	for (const { text } of notes) {
		open.push(text);
		if (wordsIn(open.join(' ')) < 1000) continue;
		texts.push(open.join('\n\n'));
		open = [];
	}
	return texts;
}

/** Milliseconds for 1,000 words: the median of many texts, once the machine is warm. */
function speed(texts: readonly string[]): number {
	const [warmUp, rounds] = [10, 30];
	const words = texts.map(wordsIn);
	const times: number[] = [];
	for (let round = -warmUp; round < rounds; round++)
		texts.forEach((text, i) => {
			const began = performance.now();
			detect(text);
			const took = performance.now() - began;
			if (round >= 0) times.push((took / words[i]!) * 1000);
		});
	return percentile(times, 0.5);
}

function sayWorst(dev: Score): void {
	const list = (name: string, findings: readonly Finding[]) => {
		const rows = findings
			.toSorted((a, b) => a.label.localeCompare(b.label))
			.map((f) => [f.label, f.note, f.passage.replaceAll('\n', ' '), `…${f.around}…`]);
		say(`\n${name}: ${rows.length}\n${table(['label', 'note', 'passage', ''], rows)}`);
	};
	list('missed in dev', dev.missed);
	list('alarms in dev', dev.alarms);
}

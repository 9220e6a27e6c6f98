/** Figures of the half-year as charts with their text alternatives. Security: of contributions nothing but published figures comes in. */
import type { Figure } from '#concepts/anonymity/suppress.classes.ts';
import type { FigureTable, Head } from '#concepts/situation/picture.ts';
import { shadeOf, textTable, type Bars, type Heat, type Table } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { measureStates, type MeasureState } from './measures.rules.ts';
import { inGerman } from './papers.parts.ts';
import type { HalfYearSource } from './papers.source.ts';
import { measureStateWords } from './words.ts';

export const figureIn = ({ least, most }: Figure): string => {
	if (least === most) return String(least);
	return least ? m.situation_at_least({ n: least }, inGerman) : m.situation_hidden({}, inGerman);
};
/** In a narrow cell. */
const briefly = (f: Figure): string => (f.least && f.least !== f.most ? `≥ ${f.least}` : figureIn(f));
const headIn = (head: Head): string => (head.code === null ? m.situation_hidden({}, inGerman) : head.label);
const halfYearIn = (code: string): string => {
	const [year = '', half] = code.split('/');
	return half === '1' ? m.situation_half_1({ year }, inGerman) : m.situation_half_2({ year }, inGerman);
};
/** „SGB II – Grundsicherung …“: a column is narrow. */
const brief = (label: string): string => label.split(' – ')[0]!;

/** Legal domain × kind of gap; the three largest are named in words. */
export function topicsHeat(t: FigureTable): Heat {
	const cells = t.cells.flat();
	const largest = Math.max(0, ...cells.map((f) => f.least));
	const named = t.rows
		.flatMap((row, r) => t.columns.map((column, c) => ({ row, column, n: t.cells[r]![c]!.least })))
		.filter((x) => x.n > 0 && x.row.code !== null && x.column.code !== null)
		.sort((a, b) => b.n - a.n)
		.slice(0, 3)
		.map((x) => m.papers_topic({ domain: brief(headIn(x.row)), kind: headIn(x.column), n: x.n }, inGerman));
	return {
		type: 'heat',
		caption: m.papers_topics_caption({}, inGerman),
		alt: named.length ? m.papers_topics_alt({ most: named.join('; ') }, inGerman) : m.papers_topics_none({}, inGerman),
		head: [m.papers_column_domain({}, inGerman), ...t.columns.map(headIn), m.situation_total({}, inGerman)],
		rows: [
			...t.rows.map((row, r) => ({
				label: headIn(row),
				cells: [
					...t.cells[r]!.map((f) => ({ text: briefly(f), shade: shadeOf(f.least, largest) })),
					{ text: briefly(t.rowTotals[r]!), shade: 0 as const }
				]
			})),
			{
				label: m.situation_total({}, inGerman),
				cells: [...t.columnTotals, t.total].map((f) => ({ text: briefly(f), shade: 0 as const }))
			}
		]
	};
}

export function yearBars(t: FigureTable): Bars {
	const bars = t.rows.map((row, r) => ({
		label: row.code === null ? headIn(row) : halfYearIn(row.code),
		value: t.rowTotals[r]!.least,
		text: figureIn(t.rowTotals[r]!)
	}));
	return {
		type: 'bars',
		caption: m.papers_years_caption({}, inGerman),
		alt: sentenceOf(m.papers_years_caption({}, inGerman), bars),
		head: [m.papers_column_half_year({}, inGerman), m.papers_column_contributions({}, inGerman)],
		bars
	};
}

/** Measures are nobody's secret: all states that occur, in the order of their way. */
export function measureBars(measures: HalfYearSource['measures']): Bars {
	const count = (state: MeasureState) => measures.filter((x) => x.state === state).length;
	const bars = measureStates
		.map((state) => ({
			label: measureStateWords[state]({}, inGerman),
			value: count(state),
			text: String(count(state))
		}))
		.filter((b) => b.value > 0);
	return {
		type: 'bars',
		caption: m.papers_measures_caption({}, inGerman),
		alt: sentenceOf(m.papers_measures_caption({}, inGerman), bars),
		head: [m.papers_column_state({}, inGerman), m.papers_column_measures({}, inGerman)],
		bars
	};
}

/** „Maßnahmen nach Stand: Erteilt 3, In Umsetzung 5.“ */
const sentenceOf = (caption: string, bars: readonly { label: string; text: string }[]): string =>
	`${caption}: ${bars.map((b) => `${b.label} ${b.text}`).join(', ')}.`;

/** The half-year in a column of figures, in the order of the thread. */
export function figuresTable(s: HalfYearSource): Table {
	const { steps, measures, effects } = s;
	const approved = measures.filter((x) => x.approvedOn).length;
	const rows: [string, string][] = [
		[m.papers_figure_new({}, inGerman), String(steps.create ?? 0)],
		[m.papers_figure_confirmed({}, inGerman), String(steps.confirm ?? 0)],
		[m.papers_figure_prioritised({}, inGerman), String(s.prioritised.length)],
		[m.papers_figure_decided({}, inGerman), String(s.decided.length)],
		[m.papers_figure_escalated({}, inGerman), String(steps.escalate ?? 0)],
		[m.papers_figure_approved({}, inGerman), String(approved)],
		[m.papers_figure_closed({}, inGerman), String(steps.close ?? 0)],
		[m.papers_figure_effects({}, inGerman), String(effects.length)],
		[m.papers_figure_reopen({}, inGerman), String(effects.filter((e) => !e.passed).length)]
	];
	return textTable([m.papers_column_what({}, inGerman), m.papers_column_count({}, inGerman)], rows, { widths: [5, 1] });
}

/** The half-year's dossier: what was reported, confirmed, prioritised, decided, done, and what it changed – up to its key date. */
import type { PaperCase } from '#concepts/cases/paper.server.ts';
import { bulleted, heading, paragraph, textTable, type Block, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { figuresTable, measureBars, topicsHeat, yearBars } from './papers.charts.ts';
import { missing } from './papers.folder.server.ts';
import { dayIn, dissentFacts, frameOf, inGerman } from './papers.parts.ts';
import { carriersOf } from './papers.resolution.ts';
import { halfYearOfKey } from './papers.rules.ts';
import type { HalfYearSource, SourceDecision, SourceMeasure } from './papers.source.ts';
import { isOverdue } from './measures.rules.ts';
import { isFinal } from './rules.ts';
import { measureStateWords, resultWords } from './words.ts';

export function dossierPaper(s: HalfYearSource, cases: readonly PaperCase[]): Paper {
	const [year, half] = halfYearOfKey(s.keyOn).split('/') as [string, string];
	const title = m.papers_kind_dossier({}, inGerman);
	return {
		...frameOf({
			county: s.county,
			from: m.papers_programme({}, inGerman),
			title,
			subtitle: m.papers_half_year({ half, year }, inGerman),
			keyOn: s.keyOn,
			fileName: `${title} ${s.keyOn}`
		}),
		facts: [
			{ label: m.papers_key_date({}, inGerman), text: dayIn(s.keyOn) },
			{
				label: m.papers_period({}, inGerman),
				text: m.papers_from_until({ from: dayIn(s.from), until: dayIn(s.keyOn) }, inGerman)
			}
		],
		contents: { title: m.papers_contents({}, inGerman), depth: 2 },
		sections: [
			heading(1, m.papers_at_a_glance({}, inGerman)),
			paragraph(m.papers_glance_lead({ day: dayIn(s.keyOn) }, inGerman)),
			figuresTable(s),
			...reported(s),
			...confirmed(s),
			...prioritised(s),
			...decided(s),
			...carriedOut(s),
			...effects(s),
			...analyses(s, cases)
		]
	};
}

const none = (): Block => paragraph(m.papers_none({}, inGerman));

function reported(s: HalfYearSource): Block[] {
	const title = heading(1, m.papers_reported({}, inGerman));
	if (!s.throughOn || !s.topics || !s.halfYears) return [title, paragraph(m.papers_nothing_published({}, inGerman))];
	return [
		title,
		paragraph(m.papers_published_through({ day: dayIn(s.throughOn) }, inGerman)),
		paragraph(m.situation_note({ n: s.threshold }, inGerman)),
		heading(2, m.situation_topics({}, inGerman)),
		topicsHeat(s.topics),
		heading(2, m.situation_half_years({}, inGerman)),
		yearBars(s.halfYears)
	];
}

function confirmed(s: HalfYearSource): Block[] {
	const head = [
		m.papers_column_gap({}, inGerman),
		m.papers_column_subject({}, inGerman),
		m.papers_column_municipalities({}, inGerman),
		m.papers_column_carriers({}, inGerman),
		m.papers_column_domains({}, inGerman)
	];
	const rows = s.confirmed.map((g) => [g.number, g.title, String(g.municipalities), carriersOf(g), String(g.domains)]);
	return [
		heading(1, m.papers_confirmed({}, inGerman)),
		...(rows.length ? [textTable(head, rows, { widths: [24, 75, 24, 22, 26] })] : [none()])
	];
}

function prioritised(s: HalfYearSource): Block[] {
	const head = [
		m.papers_column_number({}, inGerman),
		m.papers_column_subject({}, inGerman),
		m.papers_column_result({}, inGerman),
		m.papers_column_group({}, inGerman)
	];
	const rows = s.prioritised.map((d) => [d.number, d.subject, resultWords[d.result]({}, inGerman), d.units || '–']);
	return [
		heading(1, m.papers_prioritised({}, inGerman)),
		...(rows.length ? [textTable(head, rows, { widths: [28, 68, 35, 40] })] : [none()])
	];
}

type Said = Omit<SourceDecision, 'dissents'>;
const decided = (s: HalfYearSource): Block[] => [
	heading(1, m.papers_decided({}, inGerman)),
	...(s.decided.length ? s.decided.flatMap((d) => decisionBlocks(d, d.dissents)) : [none()])
];

/** Signs of a dissenting vote; the version holds the rest. */
const mostOfDissent = 400;
/** A decision with its wording, set apart, and the votes that dissented from what was proposed. */
export const decisionBlocks = (d: Said, dissents: SourceDecision['dissents'] = []): Block[] => [
	{
		type: 'callout',
		kind: `${d.number} · ${resultWords[d.result]({}, inGerman)}`,
		title: d.subject,
		blocks: [paragraph(d.wording)],
		facts: [
			{ label: m.papers_decided_on({}, inGerman), text: dayIn(d.decidedOn) },
			{ label: m.papers_reason({}, inGerman), text: d.reason },
			{
				label: m.papers_target({}, inGerman),
				text: [d.target, d.targetOn && !isFinal(d.result) ? dayIn(d.targetOn) : ''].filter(Boolean).join(', ')
			},
			{ label: m.papers_column_units({}, inGerman), text: d.units },
			...dissentFacts(dissents, mostOfDissent)
		]
	}
];

function carriedOut(s: HalfYearSource): Block[] {
	const head = [
		m.papers_column_measure({}, inGerman),
		m.papers_column_task({}, inGerman),
		m.papers_column_unit({}, inGerman),
		m.papers_column_until({}, inGerman),
		m.papers_column_state({}, inGerman)
	];
	const row = (x: SourceMeasure) => [
		x.number,
		x.title,
		x.unit,
		dayIn(x.dueOn),
		x.approvedOn
			? m.papers_approved_on({ day: dayIn(x.approvedOn) }, inGerman)
			: measureStateWords[x.state]({}, inGerman)
	];
	const table = (of: readonly SourceMeasure[]): Block =>
		of.length ? textTable(head, of.map(row), { widths: [25, 56, 40, 22, 28] }) : none();
	const done = s.measures.filter((x) => x.approvedOn);
	const late = s.measures.filter((x) => isOverdue(x, s.keyOn));
	return [
		heading(1, m.papers_carried_out({}, inGerman)),
		heading(2, m.papers_measures_by_state({}, inGerman)),
		...(s.measures.length ? [measureBars(s.measures)] : [none()]),
		heading(2, m.papers_measures_done({}, inGerman)),
		table(done),
		heading(2, m.papers_measures_late({ day: dayIn(s.keyOn) }, inGerman)),
		table(late)
	];
}

function effects(s: HalfYearSource): Block[] {
	const rows = s.effects.map((e) => [
		e.number,
		e.title,
		dayIn(e.on),
		e.passed ? m.papers_effect_passed({}, inGerman) : m.papers_effect_reopen({}, inGerman)
	]);
	const head = [
		m.papers_column_gap({}, inGerman),
		m.papers_column_subject({}, inGerman),
		m.papers_column_on({}, inGerman),
		m.papers_column_result({}, inGerman)
	];
	return [
		heading(1, m.papers_effect({}, inGerman)),
		...(rows.length ? [textTable(head, rows, { widths: [24, 78, 24, 45] })] : [none()])
	];
}

function analyses(s: HalfYearSource, cases: readonly PaperCase[]): Block[] {
	if (!s.caseIds.length) return [];
	return [
		heading(1, m.papers_analyses({}, inGerman)),
		paragraph(m.papers_analyses_lead({}, inGerman)),
		...missing(s, cases),
		...(cases.length ? [bulleted(cases.map((c) => `${c.number}: ${c.title}`))] : [])
	];
}

/** A proposal on one page, for those who decide – and in full, as it was frozen. */
import { outlineParts, type Outline } from '#concepts/proposals/rules.ts';
import { cell, heading, paragraph, type Block, type Table } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayIn, dissentFacts, dissentSaid, inGerman, shortened, textBlocks } from './papers.parts.ts';
import type { SourceGap, SourceProposal } from './papers.source.ts';

/** Signs of each part, so that with all of them full the page is full; the annex holds the rest. */
const most = {
	problem: 360,
	solution: 450,
	alternatives: 360,
	effect: 130,
	indicator: 130,
	competence: 80,
	dissent: 180,
	title: 120
};
const mostGaps = 2;
const mostAnalyses = 3;

const part: Record<keyof Outline, () => string> = {
	resolution: () => m.proposals_part_resolution({}, inGerman),
	problem: () => m.proposals_part_problem({}, inGerman),
	solution: () => m.proposals_part_solution({}, inGerman),
	alternatives: () => m.proposals_part_alternatives({}, inGerman),
	money: () => m.proposals_part_money({}, inGerman),
	staff: () => m.proposals_part_staff({}, inGerman),
	it: () => m.proposals_part_it({}, inGerman),
	dataProtection: () => m.proposals_part_dataProtection({}, inGerman),
	competence: () => m.proposals_part_competence({}, inGerman),
	indicator: () => m.proposals_part_indicator({}, inGerman)
};

/** `annex`: where the full text stands; `analyses`: those behind it that this paper holds. */
export function resolutionPage(
	p: SourceProposal,
	annex: string,
	analyses: readonly { annex: string; number: string }[]
): Block[] {
	const o = p.outline;
	const short = (key: 'problem' | 'solution' | 'alternatives'): Block[] => [
		heading(3, part[key]()),
		paragraph(shortened(o[key], most[key]) || '–')
	];
	const named = analyses.slice(0, mostAnalyses).map((a) => `${a.number} (${a.annex})`);
	const further = analyses.length - named.length;
	return [
		heading(2, `${p.number} ${shortened(p.title, most.title)}`),
		{
			type: 'callout',
			kind: part.resolution(),
			title: '',
			facts: [],
			blocks: [paragraph({ text: shortened(o.resolution, 420) || '–', bold: true })]
		},
		...short('problem'),
		...short('solution'),
		...short('alternatives'),
		effects(o),
		{
			type: 'facts',
			facts: [
				{ label: m.proposals_part_responsible({}, inGerman), text: shortened(p.responsible, 90) },
				{ label: m.proposals_part_dueOn({}, inGerman), text: p.dueOn ? dayIn(p.dueOn) : '' },
				{ label: m.papers_indicator({}, inGerman), text: shortened(o.indicator, most.indicator) },
				{ label: part.competence(), text: shortened(o.competence, most.competence) },
				...dissentFacts(p.dissents, most.dissent),
				{ label: m.papers_breadth({}, inGerman), text: gapLines(p.gaps) },
				{
					label: m.papers_analyses({}, inGerman),
					text: [...named, ...(further ? [m.papers_further({ n: further }, inGerman)] : [])].join(', ')
				},
				{ label: m.papers_in_full({}, inGerman), text: versionOf(p, annex) }
			]
		}
	];
}

function gapLines(gaps: readonly SourceGap[]): string {
	const lines = gaps
		.slice(0, mostGaps)
		.map((g) =>
			m.papers_breadth_of(
				{ number: g.number, municipalities: g.municipalities, carriers: carriersOf(g), domains: g.domains },
				inGerman
			)
		);
	const further = gaps.length - lines.length;
	return [...lines, ...(further ? [m.papers_further({ n: further }, inGerman)] : [])].join('\n');
}
/** „weniger als …“ without the figure: how small a house's share is, is nobody's business. */
export const carriersOf = (g: SourceGap): string =>
	g.carriers === 'few' ? m.papers_few({}, inGerman) : String(g.carriers);

const versionOf = (p: SourceProposal, annex: string): string =>
	p.version
		? m.papers_version_in({ n: p.version.n, day: dayIn(p.version.frozenOn), annex }, inGerman)
		: m.papers_no_version({ annex }, inGerman);

const effects = (o: Outline): Table => ({
	type: 'table',
	caption: m.papers_effects({}, inGerman),
	head: [(['money', 'staff', 'it', 'dataProtection'] as const).map((key) => cell(part[key]()))],
	rows: [
		(['money', 'staff', 'it', 'dataProtection'] as const).map((key) => cell(shortened(o[key], most.effect) || '–'))
	],
	widths: [1, 1, 1, 1]
});

/** Every part of the version, and its checksum where there is one, so that it can be held against the hub. */
export const fullText = (p: Omit<SourceProposal, 'number' | 'gaps' | 'caseIds'>): Block[] => [
	{
		type: 'facts',
		facts: [
			{ label: m.proposals_part_title({}, inGerman), text: p.title },
			{ label: m.proposals_part_responsible({}, inGerman), text: p.responsible },
			{ label: m.proposals_part_dueOn({}, inGerman), text: p.dueOn ? dayIn(p.dueOn) : '' },
			{
				label: m.papers_version({}, inGerman),
				text: p.version ? m.papers_version_of({ n: p.version.n, day: dayIn(p.version.frozenOn) }, inGerman) : ''
			}
		]
	},
	...outlineParts.flatMap((key): Block[] => {
		const blocks = textBlocks(p.outline[key] ?? '');
		return blocks.length ? [heading(3, part[key]()), ...blocks] : [];
	}),
	...(p.dissents.length
		? [heading(3, m.proposals_dissents({}, inGerman)), ...p.dissents.map((d) => paragraph(dissentSaid(d)))]
		: []),
	...(p.version?.hash
		? [{ type: 'facts' as const, facts: [{ label: m.papers_hash({}, inGerman), text: p.version.hash }] }]
		: [])
];

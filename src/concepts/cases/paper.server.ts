/**
 * Analyses as annexes of papers, German. Security: a paper is copied and kept, and the bands of an analysis become visible
 * batch by batch; so a paper says of whom it is about nothing but legal domains and phases.
 */
import { and, asc, inArray } from 'drizzle-orm';
import { itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import { labelIn } from '#concepts/people/catalogues.ts';
import { heading, paragraph, type Block } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import { readable } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';

const inGerman = { locale: 'de' } as const;
export type PaperCase = { id: string; number: string; title: string; blocks: Block[] };

/** Those of them that may be read now, by number. */
export async function casesForPaper(tx: Transaction, ids: readonly string[]): Promise<PaperCase[]> {
	if (!ids.length) return [];
	const rows = await tx
		.select({
			id: caseAnalysis.id,
			number: caseAnalysis.number,
			title: caseAnalysis.title,
			attributes: caseAnalysis.attributes,
			stations: caseAnalysis.stations,
			narrative: caseAnalysis.narrative,
			helped: caseAnalysis.helped,
			suspectedGap: caseAnalysis.suspectedGap
		})
		.from(caseAnalysis)
		.where(and(inArray(caseAnalysis.id, [...ids]), inArray(caseAnalysis.state, [...readable])))
		.orderBy(asc(caseAnalysis.number));
	const [domains, kinds, phases] = [
		await itemsOf('legalDomain', tx),
		await itemsOf('gapType', tx),
		await itemsOf('integrationPhase', tx)
	];
	const part = (title: string, text: string): Block[] =>
		text ? [heading(3, title), ...text.split(/\n{2,}/).map((t) => paragraph(t))] : [];
	return rows.map(({ id, number, title, attributes, stations, narrative, helped, suspectedGap }) => ({
		id,
		number: number ?? '',
		title,
		blocks: [
			{
				type: 'facts',
				facts: [
					{
						label: m.cases_field_legal_domains({}, inGerman),
						text: attributes.legalDomains.map((c) => labelIn(domains, c, 'de')).join(', ')
					},
					{
						label: m.cases_field_phases({}, inGerman),
						text: attributes.phases.map((c) => labelIn(phases, c, 'de')).join(', ')
					}
				]
			},
			...(stations.length ? [heading(3, m.cases_part_stations({}, inGerman))] : []),
			{
				type: 'list',
				ordered: true,
				items: stations.map((s) => [
					paragraph({
						text: `${m.cases_month({ month: s.month }, inGerman)} · ${labelIn(domains, s.legalDomain, 'de')}`,
						bold: true
					}),
					paragraph(s.text),
					...(s.breakAfter
						? [paragraph({ text: m.cases_break({ kind: labelIn(kinds, s.breakAfter, 'de') }, inGerman), italic: true })]
						: [])
				])
			},
			...part(m.cases_field_narrative({}, inGerman), narrative),
			...part(m.cases_field_helped({}, inGerman), helped),
			...part(m.cases_field_suspected_gap({}, inGerman), suspectedGap)
		]
	}));
}

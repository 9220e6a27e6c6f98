/** The columns of the register in words: the same on the screen and in its files. */
import { labelIn, type CatalogueItem } from '#concepts/people/catalogues.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayText } from '#ui/dates.ts';
import type { GapLine } from './queries.server.ts';
import type { ColumnKey } from './register.ts';
import { stateWords } from './words.ts';

export const columnWords: Record<ColumnKey, () => string> = {
	title: m.gaps_gap_titlefield,
	number: m.gaps_register_number,
	state: m.gaps_register_state,
	kind: m.gaps_register_kind,
	domains: m.gaps_register_domains,
	phases: m.gaps_register_phases,
	municipalities: m.gaps_register_municipalities,
	evidence: m.gaps_register_evidence,
	breadth: m.gaps_register_breadth,
	changed: m.gaps_register_changed
};

type Lists = Record<'gapType' | 'legalDomain' | 'integrationPhase' | 'municipality', CatalogueItem[]>;
type Words = { lists: Lists; cellSize: number; locale: 'de' | 'en' };

export function cellText(gap: GapLine, column: ColumnKey, { lists, cellSize, locale }: Words): string {
	const labels = (list: keyof Lists, codes: readonly string[]) =>
		codes.map((code) => labelIn(lists[list], code, locale)).join(', ');
	const figure = (n: number | 'few') => (n === 'few' ? `< ${cellSize}` : n);
	const { evidence: e } = gap;
	const texts: Record<ColumnKey, () => string> = {
		title: () => gap.title,
		number: () => gap.number,
		state: () => stateWords[gap.state](),
		kind: () => labels('gapType', [gap.gapType]),
		domains: () => labels('legalDomain', gap.legalDomains),
		phases: () => labels('integrationPhase', gap.phases),
		municipalities: () => labels('municipality', gap.municipalities),
		evidence: () => m.gaps_evidence_short({ reports: figure(e.reports), confirmations: figure(e.confirmations) }),
		breadth: () =>
			m.gaps_register_breadth_text({
				municipalities: figure(e.municipalities),
				carriers: figure(e.carriers),
				domains: figure(e.legalDomains)
			}),
		changed: () => dayText(gap.updatedAt, locale)
	};
	return texts[column]();
}

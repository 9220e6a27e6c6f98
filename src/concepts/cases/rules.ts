/** Case analyses: attributes in bands, stations with breaks, and the states from draft to evaluated. */
import type { Step } from '#platform/step.ts';

/** Codes of the catalogues; coarse bands only. */
export type Attributes = {
	ageBand?: string;
	household?: string;
	residenceGroup?: string;
	originSubregion?: string;
	region?: string;
	stayBand?: string;
	legalDomains: string[];
	phases: string[];
};
/** `month` counts from the first contact; there are no dates. `breakAfter` is a kind of break on the way to the next. */
export type Station = { month: number; legalDomain: string; text: string; breakAfter?: string };

export type CaseState =
	'draft' | 'in_review' | 'returned' | 'released' | 'discussed' | 'evaluated' | 'archived' | 'recalled' | 'deleted';

export const steps = {
	submit: { from: ['draft', 'returned'], to: 'in_review', tells: ['reviewers'] },
	return: { from: ['in_review'], to: 'returned', tells: ['author'] },
	release: { from: ['in_review'], to: 'released', tells: ['author', 'office'] },
	discuss: { from: ['released'], to: 'discussed', tells: ['author'] },
	evaluate: { from: ['released', 'discussed'], to: 'evaluated', tells: ['author'] },
	archive: { from: ['evaluated'], to: 'archived' },
	recall: {
		from: ['released', 'discussed', 'evaluated', 'archived'],
		to: 'recalled',
		tells: ['data_protection', 'office']
	},
	delete: { from: ['draft', 'returned'], to: 'deleted' }
} as const satisfies Record<string, Step<CaseState>>;
export type CaseStep = keyof typeof steps;

/** States in which everybody inside may read an analysis. */
export const readable: readonly CaseState[] = ['released', 'discussed', 'evaluated', 'archived'];

/** What a reviewer states by ticking, all four, before she releases. */
export const checklist = ['no_identifiers', 'no_rare_combination', 'no_quotes', 'respectful'] as const;
export type Statement = (typeof checklist)[number];
export const unticked = (ticked: readonly string[]): Statement[] => checklist.filter((s) => !ticked.includes(s));

/** How an evaluation ends. */
export const findings = ['gaps_linked', 'good_practice', 'no_structural_finding'] as const;
export type Finding = (typeof findings)[number];

/** What an author writes. */
export type Content = {
	title: string;
	attributes: Attributes;
	stations: Station[];
	narrative: string;
	helped: string;
	suspectedGap: string;
};
export const noContent: Content = {
	title: '',
	attributes: { legalDomains: [], phases: [] },
	stations: [],
	narrative: '',
	helped: '',
	suspectedGap: ''
};
export const mostStations = 20;

/** What must be there before a reviewer is asked. */
export const requiredParts = ['title', 'ageBand', 'legalDomains', 'stations', 'narrative'] as const;
export type RequiredPart = (typeof requiredParts)[number];
export function missingParts(c: Content): RequiredPart[] {
	const there: Record<RequiredPart, boolean> = {
		title: c.title.length > 0,
		ageBand: Boolean(c.attributes.ageBand),
		legalDomains: c.attributes.legalDomains.length > 0,
		stations: c.stations.length > 0 && c.stations.every((s) => s.text.length > 0 && s.legalDomain.length > 0),
		narrative: c.narrative.length > 0
	};
	return requiredParts.filter((part) => !there[part]);
}

/** Stations after one of them was moved or taken away, or a new one put at the end: 'add', 'remove:2', 'up:2', 'down:0'. */
export function rearranged(stations: readonly Station[], wish: string): Station[] {
	const list = [...stations];
	const [what, place] = wish.split(':');
	const at = Number(place);
	if (what === 'add' && list.length < mostStations) {
		const last = list.at(-1);
		list.push({ month: last?.month ?? 1, legalDomain: last?.legalDomain ?? '', text: '' });
	}
	if (!Number.isInteger(at) || !list[at]) return list;
	if (what === 'remove') list.splice(at, 1);
	const to = what === 'up' ? at - 1 : what === 'down' ? at + 1 : at;
	if (to !== at && list[to]) [list[at], list[to]] = [list[to], list[at]];
	return list;
}

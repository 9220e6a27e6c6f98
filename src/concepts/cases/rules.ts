/** Case analyses: attributes in bands, stations with breaks, and the states from draft to evaluated. */
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import type { Step } from '#platform/step.ts';

/** Codes on any level of their ladders, coarse ones first; the main legal domain stands at the head of the domains. */
export type Attributes = CaseCell & { legalDomains: string[]; phases: string[] };
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
	/** The suspicion was unfounded: everybody may read it again, as it stood before. */
	restore: { from: ['recalled'], to: 'released', tells: ['office'] },
	/** It was right: what was written goes for good. */
	erase: { from: ['recalled'], to: 'deleted', tells: ['office'] },
	/** Kept as long as the county's setting says; what its author leaves lying, for a year. */
	expire: { from: ['draft', 'returned', 'released', 'discussed', 'evaluated', 'archived'], to: 'deleted' },
	delete: { from: ['draft', 'returned'], to: 'deleted' }
} as const satisfies Record<string, Step<CaseState>>;
export type CaseStep = keyof typeof steps;

/** States in which everybody inside may read an analysis. */
export const readable: readonly CaseState[] = ['released', 'discussed', 'evaluated', 'archived'];

/** Back to where it stood when it was recalled. */
export const restoredTo = (from: string | null): CaseState => readable.find((s) => s === from) ?? steps.restore.to;

/** By what somebody may be recognised, as the one who recalls it says. */
export const recallReasons = ['name_or_number', 'place_or_employer', 'combination', 'known_story', 'other'] as const;
export type RecallReason = (typeof recallReasons)[number];

/** What a reviewer states by ticking before she releases: that she has read it, and the answer to the one question. */
export const statements = ['no_identifiers', 'no_rare_combination', 'no_quotes', 'respectful'] as const;
/** Not by neighbours, teacher or employer. */
export const checklist = ['not_recognised', ...statements] as const;
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
	/** What the author set to „kein Personenbezug“. */
	dismissed: Dismissed[];
};
export const noContent: Content = {
	title: '',
	attributes: { legalDomains: [], phases: [] },
	stations: [],
	narrative: '',
	helped: '',
	suspectedGap: '',
	dismissed: []
};
/** Without what else is stored of an analysis. */
export const contentOf = (c: Content): Content => ({
	title: c.title,
	attributes: c.attributes,
	stations: c.stations,
	narrative: c.narrative,
	helped: c.helped,
	suspectedGap: c.suspectedGap,
	dismissed: c.dismissed
});
export const mostStations = 20;
/** What is left of an analysis that was deleted: nothing that anybody wrote. */
export const emptied = { ...noContent, reviewComment: '', passageNotes: [] as PassageNote[] };

/** A text of an analysis; stations are counted from 0. */
export type TextName = 'title' | 'narrative' | 'helped' | 'suspectedGap' | `stations.${number}`;
/** What a reviewer says about a passage, for the author and the next reviewer; goes with the release. */
export type PassageNote = { field: TextName; quote: string; comment: string };

/** Every text that a reader would see, empty ones left out. */
export function textsOf(c: Content): { field: TextName; text: string }[] {
	const all: { field: TextName; text: string }[] = [
		{ field: 'title', text: c.title },
		...c.stations.map(({ text }, i) => ({ field: `stations.${i}` as const, text })),
		{ field: 'narrative', text: c.narrative },
		{ field: 'helped', text: c.helped },
		{ field: 'suspectedGap', text: c.suspectedGap }
	];
	return all.filter(({ text }) => text.length > 0);
}

/** Passages that are nowhere in the text they are said to be in, by their place in the list. */
export function strayPassages(content: Content, notes: readonly PassageNote[]): number[] {
	const texts = new Map<string, string>(textsOf(content).map(({ field, text }) => [field, text]));
	return notes.flatMap(({ field, quote }, i) => (quote && texts.get(field)?.includes(quote) ? [] : [i]));
}

/** The codes that are held against others. */
export const cellOf = ({ legalDomains: _, phases: __, ...cell }: Attributes): CaseCell => cell;

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

/** What the committee decides in one step and what it talks about: the two lists of a meeting, and the rule between them. */

export const lists = ['consent', 'discussion'] as const;
export type List = (typeof lists)[number];

/** What the rule asks of a proposal. */
export type ListingFacts = {
	/** What the outline says about money. */
	money: string;
	/** Statements that refuse it. */
	refusals: number;
	/** Members of the group who do not follow its recommendation. */
	dissents: number;
	/** It was circulated and not adopted, or somebody wanted a meeting. */
	circulated: boolean;
};
export const listingReasons = ['costs', 'refused', 'dissent', 'circulated', 'agreed'] as const;
export type ListingReason = (typeof listingReasons)[number];

/** „Keine“, „keine Mehrkosten“, „Kostenneutral“, „–“, „0 €“, or nothing said. */
export const costsNothing = (money: string): boolean =>
	/^\s*($|keine?r?\b|nichts\b|kostenneutral|ohne\s+(mehr)?kosten|[–-]\s*$|0([.,]0+)?\s*(€|euro|eur)?\s*$|none\b|no\s+costs?\b)/i.test(
		money
	);

/** Consent when it costs nothing, nobody refuses it – no statement, no dissenting vote – and no circulation has failed; the first reason against it is said. */
export function reasonOf(f: ListingFacts): ListingReason {
	if (f.circulated) return 'circulated';
	if (f.refusals > 0) return 'refused';
	if (f.dissents > 0) return 'dissent';
	return costsNothing(f.money) ? 'agreed' : 'costs';
}
export const defaultList = (f: ListingFacts): List => (reasonOf(f) === 'agreed' ? 'consent' : 'discussion');

/** Nobody pulls twice, and what was pulled is put back by the office only. */
export type Placed = { list: List; pulledBy: string | null };
export const listOf = (placed: Placed | null, f: ListingFacts): List => placed?.list ?? defaultList(f);

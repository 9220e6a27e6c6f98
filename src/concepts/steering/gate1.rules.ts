/** In which order the gaps come before the committee at the first gate, and the reason that each page says. */

export type RankedFacts = {
	number: string;
	municipalities: number;
	carriers: number;
	legalDomains: number;
	createdAt: Date;
	/** Code of the catalogue, e.g. S3; null where nobody has said. */
	severity: string | null;
};

/** Municipalities × carriers × legal domains, each counted as at least one: what nobody has named is somewhere. */
export const breadthOf = (f: Pick<RankedFacts, 'municipalities' | 'carriers' | 'legalDomains'>): number =>
	Math.max(1, f.municipalities) * Math.max(1, f.carriers) * Math.max(1, f.legalDomains);
/** The figure in the code: higher is worse; 0 where nobody has said. */
export const severityOf = (code: string | null): number => Number(/\d+/.exec(code ?? '')?.[0] ?? 0);
/** Whole months, a day short of one counts as the one before. */
export function monthsSince(from: Date, at: Date): number {
	const months = (at.getUTCFullYear() - from.getUTCFullYear()) * 12 + at.getUTCMonth() - from.getUTCMonth();
	return Math.max(0, at.getUTCDate() < from.getUTCDate() ? months - 1 : months);
}

/** The broadest first; of two as broad the older by months, then the more severe, then by number. */
export const ranked = <T extends RankedFacts>(gaps: readonly T[], at: Date): T[] =>
	[...gaps].sort(
		(a, b) =>
			breadthOf(b) - breadthOf(a) ||
			monthsSince(b.createdAt, at) - monthsSince(a.createdAt, at) ||
			severityOf(b.severity) - severityOf(a.severity) ||
			(a.number < b.number ? -1 : 1)
	);

/** When a case was filed: a ladder of its own, from the month to the year. */
export const filingLevels = ['month', 'half_year', 'year'] as const;

/** '2026-03' on a level: '2026-03', '2026-H1' or '2026'; what is coarser already stays. */
export function filedOn(filing: string, level: number): string {
	const [year = '', month] = filing.split('-');
	if (level >= 2 || !month) return year;
	if (level < 1 || month.startsWith('H')) return filing;
	return `${year}-H${Number(month) <= 6 ? 1 : 2}`;
}

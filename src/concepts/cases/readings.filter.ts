/** What is asked of the list of readings, from the address of the page or of its file. */
import { addDays } from '#platform/clock.ts';
import { startOfDay } from '#platform/days.ts';
import type { ReadingFilter } from './readings.queries.server.ts';

export type AskedReadings = { person: string; analysis: string; from: string; until: string };

export function askedReadings(url: URL): AskedReadings {
	const day = (name: string) => /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? '';
	const text = (name: string) => (url.searchParams.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 100);
	return { person: text('person'), analysis: text('analysis'), from: day('from'), until: day('until') };
}

export const filterOf = ({ person, analysis, from, until }: AskedReadings): ReadingFilter => ({
	person,
	analysis,
	from: from ? startOfDay(from) : null,
	until: until && startOfDay(until) ? startOfDay(addDays(until, 1)) : null
});

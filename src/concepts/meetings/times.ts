/** Times of meetings as people read them and as forms want them. */
import { zone } from '#platform/clock.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (locale: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
	const kept = formats.get(locale + key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
	formats.set(locale + key, kept);
	return kept;
};
/** „09:30“ */
export const clockText = (at: Date): string =>
	format('de-DE', 'clock', { hour: '2-digit', minute: '2-digit' }).format(at);
/** The value of a datetime-local field: '2026-12-03T09:00', by the clock of the county. */
export const fieldValue = (at: Date): string =>
	format('sv-SE', 'field', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
		.format(at)
		.replace(' ', 'T');
export const minutesBetween = (from: Date, until: Date): number =>
	Math.round((until.getTime() - from.getTime()) / 60_000);

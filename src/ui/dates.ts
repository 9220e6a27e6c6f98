// Dates as people write them, in the county's time zone.
const zone = 'Europe/Berlin';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	const kept =
		formats.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { timeZone: zone, ...options });
	formats.set(key, kept);
	return kept;
}
/** A day 'YYYY-MM-DD' is read at noon, so that no time zone moves it. */
const instant = (at: Date | string): Date =>
	typeof at === 'string' && at.length === 10 ? new Date(`${at}T12:00:00Z`) : new Date(at);

/** „03.02.2026“ */
export const dayText = (at: Date | string, locale: string): string =>
	format(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(instant(at));
/** „Di., 3. Februar 2026“ */
export const longDayText = (at: Date | string, locale: string): string =>
	format(locale, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(instant(at));
/** „03.02.2026, 14:05“ */
export const momentText = (at: Date | string, locale: string): string =>
	format(locale, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
		instant(at)
	);
/** for the datetime attribute */
export const machineDay = (at: Date | string): string =>
	typeof at === 'string' && at.length === 10
		? at
		: format('en', { day: '2-digit', month: '2-digit', year: 'numeric' })
				.format(instant(at))
				.split('/')
				.reverse()
				.join('-');

/** Days of the county's time zone as instants. */
import { DateTime } from 'luxon';
import { zone } from './clock.ts';

/** Midnight at which the day 'YYYY-MM-DD' begins; null when there is no such day. */
export function startOfDay(day: string): Date | null {
	const start = DateTime.fromISO(day, { zone });
	return start.isValid ? start.toJSDate() : null;
}

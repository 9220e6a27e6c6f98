/** Instants as OParl writes them: in the county's time, with its distance from UTC, to the second. */
import { DateTime } from 'luxon';
import { dayOf, zone } from '#platform/clock.ts';

const dateTime = (at: Date | string): string =>
	DateTime.fromJSDate(new Date(at), { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
export const instantText = dateTime;
export const dayIn = (at: Date | string): string => dayOf(new Date(at));

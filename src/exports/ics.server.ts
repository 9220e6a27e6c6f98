/** iCalendar objects (RFC 5545, 5546) for invitations. Knows an appointment, not what it is about. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { zone } from '#platform/clock.ts';
import { environment } from '#platform/env.server.ts';

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';
export type CalendarEntry = {
	/** Stays the same for all entries about one meeting. */
	uid: string;
	/** Counts up with each change, or calendars ignore it. */
	sequence: number;
	method: CalendarMethod;
	title: string;
	startsAt: Date;
	endsAt: Date;
	place?: string;
	url?: string;
	/** Required with REQUEST and CANCEL; without it the hub's own address stands there. */
	organizer?: { name: string; email: string };
};

const methods = {
	REQUEST: ICalCalendarMethod.REQUEST,
	CANCEL: ICalCalendarMethod.CANCEL,
	PUBLISH: ICalCalendarMethod.PUBLISH
};

/**
 * The text of an .ics file with one event. Times are those of the county's zone with its VTIMEZONE: given a plain Date
 * and a zone name, the generator would write wrong hours, so it gets dates that carry their zone.
 */
export function calendarEntry(entry: CalendarEntry): string {
	const calendar = ical({
		method: methods[entry.method],
		prodId: { company: 'Lueckenlos', product: 'Lueckenlos', language: 'DE' }
	});
	calendar.timezone({ name: zone, generator: timezoneBlock });
	calendar.createEvent({
		id: entry.uid,
		sequence: entry.sequence,
		stamp: DateTime.utc(),
		start: DateTime.fromJSDate(entry.startsAt, { zone }),
		end: DateTime.fromJSDate(entry.endsAt, { zone }),
		timezone: zone,
		summary: entry.title,
		location: entry.place || null,
		url: entry.url ?? null,
		status: entry.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		organizer: entry.organizer ?? sender()
	});
	return calendar.toString();
}

function timezoneBlock(name: string): string | null {
	const block = tzlib_get_ical_block(name);
	return (Array.isArray(block) ? block[0] : block) ?? null;
}

/** 'Lückenlos <hub@example.org>' in two parts. */
function sender(): { name: string; email: string } {
	const [, name = '', email = ''] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(environment.MAIL_FROM) ?? [];
	return email ? { name: name || 'Lückenlos', email } : { name: 'Lückenlos', email: environment.MAIL_FROM };
}

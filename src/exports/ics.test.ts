/** A calendar reads the same hour that was meant, in summer and winter, and recognises changes. */
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { calendarEntry, type CalendarEntry } from './ics.server.ts';

const meeting: CalendarEntry = {
	uid: 'meeting-1@lueckenlos',
	sequence: 2,
	method: 'REQUEST',
	title: 'Lenkungsgruppe; Sitzung, öffentlich\nBEGIN:VALARM',
	startsAt: new Date('2026-07-01T08:00:00Z'),
	endsAt: new Date('2026-07-01T10:00:00Z'),
	place: 'Kreishaus, Raum 2'
};
/** Unfolded lines, by name; parameters stay with the name. */
const read = (ics: string): string[] => ics.replace(/\r\n[ \t]/g, '').split('\r\n');
const valueOf = (lines: string[], name: string): string | undefined => {
	const inEvent = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
	return inEvent.find((l) => l.startsWith(name))?.slice(name.length);
};
const instantOf = (line: string | undefined): string | null => {
	const [, zone = '', local = ''] = /^;TZID=([^:]+):(\w+)$/.exec(line ?? '') ?? [];
	return DateTime.fromFormat(local, "yyyyMMdd'T'HHmmss", { zone }).toUTC().toISO();
};

describe('a calendar entry', () => {
	it('says the hour of the county, in summer and in winter', () => {
		const summer = read(calendarEntry(meeting));
		expect(valueOf(summer, 'DTSTART')).toBe(';TZID=Europe/Berlin:20260701T100000');
		expect(instantOf(valueOf(summer, 'DTSTART'))).toBe('2026-07-01T08:00:00.000Z');
		expect(instantOf(valueOf(summer, 'DTEND'))).toBe('2026-07-01T10:00:00.000Z');
		const winter = read(
			calendarEntry({
				...meeting,
				startsAt: new Date('2026-12-01T08:00:00Z'),
				endsAt: new Date('2026-12-01T09:00:00Z')
			})
		);
		expect(valueOf(winter, 'DTSTART')).toBe(';TZID=Europe/Berlin:20261201T090000');
		expect(instantOf(valueOf(winter, 'DTSTART'))).toBe('2026-12-01T08:00:00.000Z');
	});

	it('brings its time zone, once, before the event', () => {
		const lines = read(calendarEntry(meeting));
		expect(lines.filter((l) => l === 'BEGIN:VTIMEZONE')).toHaveLength(1);
		expect(lines).toContain('TZID:Europe/Berlin');
		expect(lines.indexOf('END:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'));
	});

	it('names method, id, sequence and organiser, so that a change replaces the entry', () => {
		const lines = read(calendarEntry(meeting));
		expect(lines).toContain('METHOD:REQUEST');
		expect(valueOf(lines, 'UID:')).toBe('meeting-1@lueckenlos');
		expect(valueOf(lines, 'SEQUENCE:')).toBe('2');
		expect(valueOf(lines, 'ORGANIZER')).toMatch(/mailto:/i);
		const cancelled = read(calendarEntry({ ...meeting, method: 'CANCEL', sequence: 3 }));
		expect(cancelled).toContain('METHOD:CANCEL');
		expect(valueOf(cancelled, 'STATUS:')).toBe('CANCELLED');
		expect(valueOf(cancelled, 'UID:')).toBe('meeting-1@lueckenlos');
	});

	it('keeps what was typed inside its line', () => {
		const lines = read(calendarEntry(meeting));
		expect(lines).not.toContain('BEGIN:VALARM');
		expect(valueOf(lines, 'SUMMARY:')).toBe('Lenkungsgruppe\\; Sitzung\\, öffentlich\\nBEGIN:VALARM');
	});
});

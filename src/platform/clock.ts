/** The hub's clock: instants as Date, days as 'YYYY-MM-DD' in the county's time zone. Tests set it. */

export const zone = 'Europe/Berlin';
let fixed: Date | null = null;

export const now = (): Date => (fixed ? new Date(fixed) : new Date());
/** For tests and the play world only; null lets the clock run again. */
export const setClock = (at: Date | null): void => void (fixed = at);

const dayFormat = new Intl.DateTimeFormat('en-CA', {
	timeZone: zone,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});
export const dayOf = (at: Date): string => dayFormat.format(at);
export const today = (): string => dayOf(now());

/** Is it 'YYYY-MM-DD' and in the calendar? Four digits of a year, as in all our dates; the database knows no year 0. */
export function isDay(text: string): boolean {
	const at = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T12:00:00Z`) : null;
	return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
	const d = new Date(`${day}T12:00:00Z`);
	d.setUTCDate(d.getUTCDate() + days);
	return d.toISOString().slice(0, 10);
}

/** '2026/1' for January to June, '2026/2' for July to December. */
export const halfYearOf = (day: string): string => `${day.slice(0, 4)}/${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

/** The day so many working days (Monday to Friday, holidays not counted out) after a day. */
export function addWorkingDays(day: string, days: number): string {
	let left = days;
	let at = day;
	while (left > 0) {
		at = addDays(at, 1);
		if (!isWeekend(at)) left--;
	}
	return at;
}
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

/** How many days it is from one day to another; negative when that is past. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/** Working days (Monday to Friday, holidays not counted out) that have passed since an instant. */
export function workingDaysSince(from: Date, until: Date = now()): number {
	let count = 0;
	for (let day = addDays(dayOf(from), 1), end = dayOf(until); day <= end; day = addDays(day, 1))
		if (!isWeekend(day)) count++;
	return count;
}

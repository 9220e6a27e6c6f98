/** A report as its form holds it, to be kept on this device; and the two words by which pages tell each other of it. */
import { dismissedFrom } from '#concepts/anonymity/field-marks.ts';
import type { KeptReport } from './reports.device.ts';
import { fieldsFrom } from './rules.ts';

/** On the window, after something was sent or refused: pages that show what waits look again. */
export const broughtEvent = 'reports-brought';
/** After something was kept to be sent. */
export const waitingEvent = 'reports-waiting';

export function typedIn(form: FormData, state: KeptReport['state']): KeptReport {
	const all = (name: string): string[] =>
		form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\r\n', '\n')] : []));
	const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, all(name)]));
	return {
		clientKey: all('clientKey')[0] ?? '',
		state,
		issues: [],
		dismissed: dismissedFrom(all('dismissed')),
		fields: fieldsFrom(typed)
	};
}

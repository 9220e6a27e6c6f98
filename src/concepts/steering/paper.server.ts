/** The control list as a sheet: the rows and columns of the screen. */
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { cellText, columnWords, controlColumns, type ControlColumn } from './control.ts';
import { controlRows, type ControlFilter } from './control.queries.server.ts';

const widths: Record<ControlColumn, number> = {
	number: 16,
	subject: 36,
	result: 24,
	what: 40,
	who: 32,
	until: 12,
	state: 24,
	report: 44,
	delayReason: 36
};

/** null for those who have no business with the list. */
export async function controlSheet(actor: Actor, filter: ControlFilter) {
	const rows = await controlRows(actor, filter);
	return (
		rows && {
			name: m.steering_control_title(),
			columns: controlColumns.map((c) => ({ heading: columnWords[c](), width: widths[c] })),
			rows: rows.map((row) => controlColumns.map((c) => cellText(row, c)))
		}
	);
}

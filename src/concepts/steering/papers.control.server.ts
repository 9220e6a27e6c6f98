/** The control list on paper: the rows of the screen in its columns, with its filters and in the reader's language. */
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { paragraph, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { today } from '#platform/clock.ts';
import { dayText } from '#ui/dates.ts';
import { controlRows, type ControlFilter } from './control.queries.server.ts';
import { controlTable, frameOf } from './papers.parts.ts';

/** null for those who have no business with the list. */
export async function controlPaper(actor: Actor, filter: ControlFilter): Promise<Paper | null> {
	const rows = await controlRows(actor, filter);
	if (!rows) return null;
	const language = getLocale();
	const tabs = {
		all: m.steering_tab_all,
		open: m.steering_tab_open,
		overdue: m.steering_tab_overdue,
		done: m.steering_tab_done,
		archive: m.steering_tab_archive
	};
	const { countyName } = await settingsForPages();
	return {
		...frameOf({
			county: countyName,
			from: m.papers_programme(),
			title: m.steering_control_title(),
			subtitle: tabs[filter.tab](),
			keyOn: today(),
			fileName: `${m.steering_control_title()} ${today()}`
		}),
		language,
		facts: [
			{ label: m.meetings_paper_as_of(), text: dayText(today(), language) },
			{ label: m.papers_rows(), text: String(rows.length) }
		],
		sections: rows.length ? [controlTable(rows)] : [paragraph(m.steering_control_empty())]
	};
}

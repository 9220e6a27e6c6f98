/** Who read which case analysis, as a file for data protection, with the filters of the page. */
import { error } from '@sveltejs/kit';
import { askedReadings, filterOf } from '#concepts/cases/readings.filter.ts';
import { mostReadings, readingsOf } from '#concepts/cases/readings.queries.server.ts';
import { fileAnswer } from '#exports/answer.server.ts';
import { csvOf } from '#exports/csv.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { today } from '#platform/clock.ts';
import { momentText } from '#ui/dates.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const found = await readingsOf(locals.actor, filterOf(askedReadings(url)), { size: mostReadings, page: 1 });
	if (!found) error(404);
	const columns = [m.cases_readings_at(), m.cases_readings_who(), m.cases_readings_analysis()];
	const file = csvOf({
		name: '',
		columns: columns.map((heading) => ({ heading })),
		rows: found.readings.map((r) => [momentText(r.at, getLocale()), r.who, r.number ?? r.caseId])
	});
	return fileAnswer(file, `lesezugriffe-${today()}`, 'csv');
};

/** The situation picture as an Excel file: the figures of the page, with its filters. */
import { error } from '@sveltejs/kit';
import { filterFrom } from '#concepts/situation/forms.server.ts';
import { sheetOf } from '#concepts/situation/paper.ts';
import { situation } from '#concepts/situation/queries.server.ts';
import { fileAnswer } from '#exports/answer.server.ts';
import { xlsxOf } from '#exports/xlsx.server.ts';
import { today } from '#platform/clock.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const seen = await situation(locals.actor, filterFrom(url));
	if (!seen) error(404);
	return fileAnswer(await xlsxOf(sheetOf(seen)), `lagebild-${today()}`, 'xlsx');
};

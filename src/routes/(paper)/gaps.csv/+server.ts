/** The register of gaps as CSV, with the filters, order and columns of the page. */
import { error } from '@sveltejs/kit';
import { registerSheet } from '#concepts/gaps/paper.server.ts';
import { filterFrom } from '#concepts/gaps/register.ts';
import { fileAnswer } from '#exports/answer.server.ts';
import { csvOf } from '#exports/csv.server.ts';
import { today } from '#platform/clock.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const sheet = await registerSheet(locals.actor, filterFrom(url));
	if (!sheet) error(404);
	return fileAnswer(csvOf(sheet), `lueckenregister-${today()}`, 'csv');
};

/** The control list as an Excel file, with the filters of the page. */
import { error } from '@sveltejs/kit';
import { filterFrom } from '#concepts/steering/control.ts';
import { controlSheet } from '#concepts/steering/paper.server.ts';
import { fileAnswer } from '#exports/answer.server.ts';
import { xlsxOf } from '#exports/xlsx.server.ts';
import { today } from '#platform/clock.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const sheet = await controlSheet(locals.actor, filterFrom(url));
	if (!sheet) error(404);
	return fileAnswer(await xlsxOf(sheet), `beschlusskontrolle-${today()}`, 'xlsx');
};

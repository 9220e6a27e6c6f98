/** The control list as an Excel file, with the filters of the page. */
import { error } from '@sveltejs/kit';
import { filterFrom } from '#concepts/steering/control.ts';
import { controlSheet } from '#concepts/steering/paper.server.ts';
import { xlsxOf } from '#exports/xlsx.server.ts';
import { today } from '#platform/clock.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const sheet = await controlSheet(locals.actor, filterFrom(url));
	if (!sheet) error(404);
	return new Response(new Uint8Array(await xlsxOf(sheet)), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="beschlusskontrolle-${today()}.xlsx"`
		}
	});
};

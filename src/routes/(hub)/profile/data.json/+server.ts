/** What the hub stores about one's own account, as a download. */
import { error, type RequestHandler } from '@sveltejs/kit';
import { ownData } from '#concepts/people/account.queries.server.ts';

export const GET: RequestHandler = async ({ locals }) => {
	const data = await ownData(locals.actor);
	if (!data) error(404);
	return new Response(JSON.stringify(data, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="lueckenlos-meine-daten.json"'
		}
	});
};

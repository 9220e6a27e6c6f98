/** What the text of a meeting may refer to, and with `links` what its agenda items may be linked to. */
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { referenceTypes } from '#concepts/meetings/document.schema.ts';
import { isSeen } from '#concepts/meetings/queries.server.ts';
import { linkTypes } from '#concepts/meetings/rules.ts';
import { thingsNamed } from '#concepts/steering/directory.queries.server.ts';
import { stateText } from '#wiring.words.ts';

const most = 8;

export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!(await isSeen(locals.actor, params.id ?? ''))) error(404);
	const types = url.searchParams.has('links') ? linkTypes : referenceTypes;
	const found = await thingsNamed(locals.actor, url.searchParams.get('q') ?? '', types, most);
	return json(
		found.map(({ type, id, number, title, state }) => ({ type, id, number, title, state: stateText(type, state) }))
	);
};

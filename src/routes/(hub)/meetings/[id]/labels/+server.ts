/** Title and state of what a meeting's document speaks of; what the reader may not see is left out. */
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { isSeen } from '#concepts/meetings/queries.server.ts';
import { labelsOrRecalled } from '#concepts/steering/recalled.queries.server.ts';
import { stateText } from '#wiring.words.ts';

const most = 100;

export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!(await isSeen(locals.actor, params.id ?? ''))) error(404);
	const things = (url.searchParams.get('refs') ?? '')
		.split(',')
		.slice(0, most)
		.map((ref) => ({ type: ref.slice(0, ref.indexOf(':')), id: ref.slice(ref.indexOf(':') + 1) }));
	const found = await labelsOrRecalled(locals.actor, things);
	return json(
		Object.fromEntries(
			[...found].map(([key, { type, number, title, state, href }]) => [
				key,
				{ number, title: href ? title : '', state: stateText(type, state), href }
			])
		)
	);
};

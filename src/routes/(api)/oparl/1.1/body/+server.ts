/** The counties of the system: this one. */
import { askedFor, json } from '#concepts/oparl/answers.server.ts';
import { counties } from '#concepts/oparl/queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) => {
	const list = askedFor(url);
	return list.ok ? json(request, await counties(locals.actor, list.asked)) : list.answer;
};

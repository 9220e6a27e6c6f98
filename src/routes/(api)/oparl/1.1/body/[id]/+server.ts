/** The county. */
import { answerOf } from '#concepts/oparl/answers.server.ts';
import { countyObject } from '#concepts/oparl/queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) =>
	answerOf(request, await countyObject(locals.actor, params.id));

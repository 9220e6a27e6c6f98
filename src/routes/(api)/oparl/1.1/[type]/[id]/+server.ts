/** An object of any type but the county. */
import { answerOf } from '#concepts/oparl/answers.server.ts';
import { object } from '#concepts/oparl/queries.server.ts';
import { isObjectType } from '#concepts/oparl/rules.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) =>
	answerOf(request, isObjectType(params.type) ? await object(locals.actor, params.type, params.id) : null);

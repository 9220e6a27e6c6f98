/** The lists of a body: its meetings, what is consulted in it. */
import { answerOf, askedFor } from '#concepts/oparl/answers.server.ts';
import { bodyList } from '#concepts/oparl/queries.server.ts';
import { isBodyListType } from '#concepts/oparl/rules.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	if (!isBodyListType(params.list)) return answerOf(request, null);
	const list = askedFor(url);
	return list.ok ? answerOf(request, await bodyList(locals.actor, params.id, params.list, list.asked)) : list.answer;
};

/** The lists of the county. */
import { answerOf, askedFor } from '#concepts/oparl/answers.server.ts';
import { countyList } from '#concepts/oparl/queries.server.ts';
import { isListType } from '#concepts/oparl/rules.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	if (!isListType(params.list)) return answerOf(request, null);
	const list = askedFor(url);
	return list.ok ? answerOf(request, await countyList(locals.actor, params.id, params.list, list.asked)) : list.answer;
};

/** The lists of the county. */
import { answerOf, askedFor } from '#concepts/oparl/answers.server.ts';
import { countyList } from '#concepts/oparl/queries.server.ts';
import { isListType } from '#concepts/oparl/rules.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	if (!isListType(params.list)) return answerOf(null);
	const list = askedFor(url);
	return list.ok ? answerOf(await countyList(locals.actor, params.id, params.list, list.asked)) : list.answer;
};

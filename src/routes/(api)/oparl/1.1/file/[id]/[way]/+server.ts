/** The PDF of a file: to look at, or as a download. */
import { errorAnswer, openToAll } from '#concepts/oparl/answers.server.ts';
import { paperOfFile } from '#concepts/oparl/paper.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { id, way } }) => {
	if (way !== 'content' && way !== 'download') return errorAnswer(404);
	const paper = await paperOfFile(locals.actor, id);
	if (!paper) return errorAnswer(404);
	const answer = await paperAnswer(paper, 'pdf');
	for (const [name, value] of Object.entries(openToAll)) answer.headers.set(name, value);
	// OParl: what is there to look at is sent without a name
	if (way === 'content') answer.headers.set('content-disposition', 'inline');
	return answer;
};

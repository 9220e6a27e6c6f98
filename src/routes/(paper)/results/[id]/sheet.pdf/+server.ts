/** The result sheet as tagged PDF, for those who may read it. */
import { error } from '@sveltejs/kit';
import { sheetPaper } from '#concepts/results/paper.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const paper = await sheetPaper(locals.actor, params.id);
	if (!paper) error(404);
	return paperAnswer(paper, 'pdf');
};

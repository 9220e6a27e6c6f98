/** The same sheet as tagged PDF, by the same link. */
import { error } from '@sveltejs/kit';
import { sheetPaperByLink } from '#concepts/results/paper.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const paper = await sheetPaperByLink(params.token);
	if (!paper) error(404);
	const answer = await paperAnswer(paper, 'pdf');
	answer.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
	return answer;
};

/** The control list as PDF, with the filters of the page. */
import { error } from '@sveltejs/kit';
import { filterFrom } from '#concepts/steering/control.ts';
import { controlPaper } from '#concepts/steering/papers.control.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const paper = await controlPaper(locals.actor, filterFrom(url));
	if (!paper) error(404);
	return paperAnswer(paper, 'pdf');
};

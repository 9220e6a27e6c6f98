/** What one organisation has to do, as PDF; without `unit` the reader's own. */
import { error } from '@sveltejs/kit';
import { extractPaper } from '#concepts/steering/papers.extract.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const paper = await extractPaper(locals.actor, url.searchParams.get('unit') ?? '');
	if (!paper) error(404);
	return paperAnswer(paper, 'pdf');
};

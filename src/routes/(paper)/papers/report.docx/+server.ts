/** The decisions of a meeting as neutral text for the county's committees, to work on in Word. */
import { error } from '@sveltejs/kit';
import { reportPaper } from '#concepts/steering/papers.report.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const paper = await reportPaper(locals.actor, url.searchParams.get('meeting') ?? '');
	if (!paper) error(404);
	return paperAnswer(paper, 'docx');
};

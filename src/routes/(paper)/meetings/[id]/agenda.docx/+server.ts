/** The agenda of a meeting as Word file, for those who may read it. */
import { error } from '@sveltejs/kit';
import { agendaPaper } from '#concepts/meetings/paper.server.ts';
import { paperLabels } from '#concepts/steering/recalled.queries.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const paper = await agendaPaper(locals.actor, params.id, paperLabels);
	if (!paper) error(404);
	return paperAnswer(paper, 'docx');
};

/** The letter to the Land or the Bund as tagged PDF, for those who may read it. */
import { error } from '@sveltejs/kit';
import { escalationLetter } from '#concepts/steering/escalations.paper.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const paper = await escalationLetter(locals.actor, params.id);
	if (!paper) error(404);
	return paperAnswer(paper, 'pdf');
};

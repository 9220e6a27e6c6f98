/** The minutes of a meeting as Word file, the latest or `?version=`, for those who may read them. */
import { error } from '@sveltejs/kit';
import { minutesPaper, versionFrom } from '#concepts/meetings/paper.server.ts';
import { paperLabels } from '#concepts/steering/recalled.queries.server.ts';
import { paperAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const paper = await minutesPaper(locals.actor, params.id, versionFrom(url), paperLabels);
	if (!paper) error(404);
	return paperAnswer(paper, 'docx');
};

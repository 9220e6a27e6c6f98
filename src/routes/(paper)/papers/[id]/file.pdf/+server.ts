/** A paper that was built; that its analyses are read is on record, as on their own pages. */
import { error } from '@sveltejs/kit';
import { recordReading } from '#concepts/cases/readings.commands.server.ts';
import { paperFile } from '#concepts/steering/papers.queries.server.ts';
import { fileAnswer } from '#exports/answer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const before = await paperFile(locals.actor, params.id);
	if (!before) error(404);
	for (const id of before.caseIds) await recordReading(locals.actor, id);
	// recalled while the readings were put on record
	const file = await paperFile(locals.actor, params.id);
	if (!file) error(404);
	return fileAnswer(file.content, file.name, 'pdf');
};

/** Is the hub alive, and does its database answer? `boot` is an id new at each process start. */
import { json, type RequestHandler } from '@sveltejs/kit';
import { boot, version } from '#platform/env.server.ts';
import { databaseAnswers } from '#platform/health.server.ts';

export const GET: RequestHandler = async () => {
	const ready = await databaseAnswers();
	return json({ status: ready ? 'ok' : 'no_database', version, boot }, { status: ready ? 200 : 503 });
};

/** The entrance of the interface: the system. */
import { json } from '#concepts/oparl/answers.server.ts';
import { system } from '#concepts/oparl/queries.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request }) => json(request, await system(locals.actor));

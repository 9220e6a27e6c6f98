/** One meeting: agenda, invitation, tasks – and the next step. */
import { close, end, schedule, start } from '#concepts/meetings/commands.server.ts';
import { replyForm } from '#concepts/meetings/form.server.ts';
import { reply } from '#concepts/meetings/invitation.commands.server.ts';
import { cancel } from '#concepts/meetings/postponing.commands.server.ts';
import { parseForm } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { answer, meetingFor } from './meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) => meetingFor(locals.actor, params.id, 'all');

const step =
	(take: (actor: Actor, id: string) => Promise<Result<unknown>>, then = '') =>
	async ({ locals, params }: RequestEvent) =>
		answer(await take(locals.actor, params.id), {}, `/meetings/${params.id}${then}`);

export const actions: Actions = {
	schedule: step(schedule),
	start: step(start, '/run'),
	end: step(end, '/minutes'),
	close: step(close),
	cancel: step(cancel),
	reply: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, replyForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await reply(locals.actor, params.id, parsed.value.reply), parsed.values, `/meetings/${params.id}`);
	}
};

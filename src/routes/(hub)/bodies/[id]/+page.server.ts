/** The room of a body: members, mandates, meetings, backlog, tasks, gaps, proposals. */
import { error, redirect } from '@sveltejs/kit';
import { bodyPage } from '#concepts/bodies/queries.server.ts';
import { refusalWords } from '#concepts/bodies/words.ts';
import { registerPage } from '#concepts/gaps/queries.server.ts';
import { proposeTopic, takeOff } from '#concepts/meetings/agenda.commands.server.ts';
import { itemForm, offForm } from '#concepts/meetings/form.server.ts';
import { mayCall } from '#concepts/meetings/policy.ts';
import { meetings, roomOf } from '#concepts/meetings/queries.server.ts';
import { proposalsOf } from '#concepts/proposals/queries.server.ts';
import { labelsOf } from '#concepts/steering/directory.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { stateText, stateTone } from '#wiring.words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { actor } = locals;
	const body = await bodyPage(actor, params.id);
	if (!body) error(404);
	const [coming, past, room, gaps, proposals] = await Promise.all([
		meetings(actor, { bodyId: body.id, past: false }, 1),
		meetings(actor, { bodyId: body.id, past: true }, 1),
		body.work ? roomOf(actor, body.id) : { backlog: [], tasks: [] },
		body.work ? registerPage(actor, { group: body.id }) : null,
		body.work ? proposalsOf(actor, body.id) : []
	]);
	const labels = await labelsOf(
		actor,
		room.backlog.flatMap((i) => i.links)
	);
	return {
		body,
		coming: coming.rows,
		past: past.rows.slice(0, 5),
		morePast: past.total > 5,
		...room,
		proposals: proposals.map((p) => lineOf('proposal', p)),
		gaps: (gaps?.rows ?? []).map((g) => lineOf('service_gap', g)),
		gapsTotal: gaps?.total ?? 0,
		labels: Object.fromEntries([...labels].map(([key, { number, title, href }]) => [key, { number, title, href }])),
		mayCall: mayCall(actor, body.id) && body.state === 'active'
	};
};

const lineOf = (type: string, t: { id: string; number: string; title: string; state: string }) => ({
	id: t.id,
	number: t.number,
	title: t.title,
	state: stateText(type, t.state),
	tone: stateTone(type, t.state)
});

export const actions: Actions = {
	topic: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, itemForm());
		if (!parsed.ok) return parsed.refusal;
		const added = await proposeTopic(locals.actor, params.id, parsed.value);
		if (!added.ok) return refused(added, parsed.values, refusalWords[added.why]());
		redirect(303, `/bodies/${params.id}#backlog`);
	},
	remove: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, offForm());
		if (!parsed.ok) return parsed.refusal;
		const removed = await takeOff(locals.actor, parsed.value.itemId, 'remove');
		if (!removed.ok) return refused(removed, parsed.values, refusalWords[removed.why]());
		redirect(303, `/bodies/${params.id}#backlog`);
	}
};

/** Editing the agenda: items, order, links, backlog, the template of the body. */
import {
	addItem,
	editItem,
	link,
	moveItem,
	putOn,
	takeOff,
	unlink
} from '#concepts/meetings/agenda.commands.server.ts';
import { takeUpAll, takeUpTask } from '#concepts/meetings/taking-up.commands.server.ts';
import { saveTemplate } from '#concepts/meetings/document.commands.server.ts';
import {
	itemForm,
	linkForm,
	linkFrom,
	moveForm,
	offForm,
	onItemForm,
	takeUpForm
} from '#concepts/meetings/form.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { no } from '#platform/result.ts';
import { linkables } from './linkables.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await meetingFor(locals.actor, params.id, 'leads');
	const find = url.searchParams.get('find')?.trim() ?? '';
	return {
		...found,
		find,
		begun: url.searchParams.has('begun'),
		templateSaved: url.searchParams.has('template'),
		linkables: found.meeting.mayAgenda ? await linkables(locals.actor, found.meeting.bodyId, find) : []
	};
};

const here = (event: RequestEvent, itemId = '') =>
	`/meetings/${event.params.id}/agenda${itemId ? `#item-${itemId}` : ''}`;

export const actions: Actions = {
	add: async (event) => {
		const parsed = await parseForm(event.request, itemForm());
		if (!parsed.ok) return parsed.refusal;
		const added = await addItem(event.locals.actor, event.params.id, parsed.value);
		const to = linkFrom(parsed.value.link);
		if (added.ok && to) await link(event.locals.actor, added.value, to);
		return answer(added, parsed.values, here(event));
	},
	edit: async (event) => {
		const parsed = await parseForm(event.request, itemForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await editItem(event.locals.actor, parsed.value.itemId, parsed.value),
			parsed.values,
			here(event, parsed.value.itemId)
		);
	},
	move: async (event) => {
		const parsed = await parseForm(event.request, moveForm());
		if (!parsed.ok) return parsed.refusal;
		const at = parsed.value.move.indexOf(':');
		const [itemId, move] = [parsed.value.move.slice(0, at), parsed.value.move.slice(at + 1)];
		return answer(await moveItem(event.locals.actor, event.params.id, itemId, move), parsed.values, here(event));
	},
	put_on: async (event) => {
		const parsed = await parseForm(event.request, onItemForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await putOn(event.locals.actor, event.params.id, parsed.value.itemId), parsed.values, here(event));
	},
	take_up: async (event) => {
		const parsed = await parseForm(event.request, takeUpForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await takeUpTask(event.locals.actor, event.params.id, parsed.value.taskId),
			parsed.values,
			here(event)
		);
	},
	take_up_all: async (event) => answer(await takeUpAll(event.locals.actor, event.params.id), {}, here(event)),
	take_off: async (event) => {
		const parsed = await parseForm(event.request, offForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await takeOff(event.locals.actor, parsed.value.itemId, parsed.value.step),
			parsed.values,
			here(event)
		);
	},
	save_template: async (event) =>
		answer(await saveTemplate(event.locals.actor, event.params.id), {}, `${here(event)}?template`),
	link: (event) => linking(event, link),
	unlink: (event) => linking(event, unlink)
};

async function linking(event: RequestEvent, change: typeof link) {
	const parsed = await parseForm(event.request, linkForm());
	if (!parsed.ok) return parsed.refusal;
	const to = linkFrom(parsed.value.to);
	const done = to ? await change(event.locals.actor, parsed.value.itemId, to) : no('incomplete');
	return answer(done, parsed.values, here(event, parsed.value.itemId));
}

/** One task in other words, with another person or another day. */
import { error, redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/bodies/words.ts';
import { taskForm } from '#concepts/meetings/form.server.ts';
import { editTask } from '#concepts/meetings/tasks.commands.server.ts';
import { taskToChange } from '#concepts/meetings/tasks.queries.server.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = isId(params.id) ? await taskToChange(locals.actor, params.id) : null;
	if (!found) error(404);
	return found;
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		if (!isId(params.id)) error(404);
		const parsed = await parseForm(request, taskForm());
		if (!parsed.ok) return parsed.refusal;
		const done = await editTask(locals.actor, params.id, parsed.value);
		if (done.ok) redirect(303, `/tasks/${params.id}?saved`);
		// whoever may not change it has no such page
		if (done.why === 'not_found' || done.why === 'forbidden') error(404);
		return refused(done, parsed.values, refusalWords[done.why]());
	}
};

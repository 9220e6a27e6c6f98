/** My tasks over all bodies. */
import { redirect } from '@sveltejs/kit';
import { refusalWords } from '#concepts/bodies/words.ts';
import { taskStepForm } from '#concepts/meetings/form.server.ts';
import { takeTaskStep } from '#concepts/meetings/tasks.commands.server.ts';
import { myTasks, taskPageSize } from '#concepts/meetings/tasks.queries.server.ts';
import { dueFilters } from '#concepts/meetings/tasks.rules.ts';
import { isId } from '#platform/ids.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { pageOf, pagesFor } from '#platform/paging.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const settled = url.searchParams.get('tab') === 'done';
	const page = pageOf(url);
	const asked = url.searchParams.get('body') ?? '';
	const due = dueFilters.find((d) => d === url.searchParams.get('due')) ?? null;
	const filter = { bodyId: isId(asked) ? asked : '', due: settled ? null : due };
	const found = await myTasks(locals.actor, settled, page, filter);
	return { ...found, ...filter, settled, page, pages: pagesFor(found.total, taskPageSize) };
};

export const actions: Actions = {
	step: async ({ locals, request }) => {
		const parsed = await parseForm(request, taskStepForm());
		if (!parsed.ok) return parsed.refusal;
		const { taskId, step, back } = parsed.value;
		const taken = await takeTaskStep(locals.actor, taskId, step);
		if (!taken.ok) return refused(taken, parsed.values, refusalWords[taken.why]());
		redirect(303, back || '/tasks');
	}
};

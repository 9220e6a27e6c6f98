/** How the document came about: its versions, one beside the present text, a passage brought back. */
import { error } from '@sveltejs/kit';
import { eraseEarlier, restorePassage } from '#concepts/meetings/document.commands.server.ts';
import { restoreForm } from '#concepts/meetings/form.server.ts';
import { documentVersions, versionCompared } from '#concepts/meetings/versions.queries.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { meeting } = await meetingFor(locals.actor, params.id, 'all');
	const versions = await documentVersions(locals.actor, params.id);
	if (!versions) error(404);
	const asked = url.searchParams.get('version');
	const compared = asked ? await versionCompared(locals.actor, params.id, asked) : null;
	if (asked && !compared) error(404);
	return {
		meeting,
		versions,
		chosen: asked,
		compared,
		restored: url.searchParams.has('restored'),
		erased: url.searchParams.has('erased')
	};
};

export const actions: Actions = {
	erase: async ({ locals, params }) =>
		answer(await eraseEarlier(locals.actor, params.id), {}, `/meetings/${params.id}/versions?erased`),
	restore: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, restoreForm());
		if (!parsed.ok) return parsed.refusal;
		const { versionId, itemId } = parsed.value;
		const restored = await restorePassage(locals.actor, params.id, versionId, itemId);
		return answer(restored, parsed.values, `/meetings/${params.id}/versions?version=${versionId}&restored`);
	}
};

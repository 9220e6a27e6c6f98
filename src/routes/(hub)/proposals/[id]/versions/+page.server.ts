/** The frozen versions of a proposal; two of them side by side, field by field. */
import { error } from '@sveltejs/kit';
import { versions } from '#concepts/proposals/queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await versions(locals.actor, params.id);
	if (!found || found.versions.length === 0) error(404);
	const last = found.versions.length;
	const asked = (name: string, other: number) => {
		const n = Number(url.searchParams.get(name));
		return Number.isInteger(n) && n >= 1 && n <= last ? n : other;
	};
	const newer = asked('b', last);
	const older = asked('a', Math.max(1, newer - 1));
	return { ...found, older: found.versions[older - 1]!, newer: found.versions[newer - 1]! };
};

/** The versions of a proposal: one to read, or two of them compared – the present text among them while it is worked on. */
import { error } from '@sveltejs/kit';
import { compareVersions } from '#concepts/proposals/versions.compare.ts';
import { versions } from '#concepts/proposals/versions.queries.server.ts';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { dayText } from '#ui/dates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await versions(locals.actor, params.id);
	if (!found || found.versions.length === 0) error(404);
	const { present, proposal } = found;
	const shown = [
		...found.versions.map((v) => ({ ...v, key: String(v.version) })),
		...(present ? [{ ...present, key: 'now' }] : [])
	];
	const at = (key: string | null, other: number) => {
		const i = shown.findIndex((v) => v.key === key);
		return i < 0 ? other : i;
	};
	const newer = at(url.searchParams.get('b'), found.versions.length - 1);
	const older = at(url.searchParams.get('a'), Math.max(0, newer - 1));
	const [a, b] = [shown[older]!, shown[newer]!];
	return {
		proposal,
		options: shown.map((v) => ({ key: v.key, frozenAt: 'frozenAt' in v ? v.frozenAt : null })),
		a: a.key,
		b: b.key,
		newer: b,
		compared: older === newer ? null : compareVersions(a, b, (day) => dayText(day, getLocale()))
	};
};

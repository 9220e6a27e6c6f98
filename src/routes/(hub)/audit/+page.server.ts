/** The event log, and the check of its chain. */
import { error, type Actions } from '@sveltejs/kit';
import { eventLog, logPageSize, verifiedLog } from '#concepts/people/audit.queries.server.ts';
import { startOfDay } from '#platform/days.ts';
import { addDays } from '#platform/clock.ts';
import { pageOf } from '#platform/paging.ts';
import { eventText } from '#wiring.events.server.ts';
import type { PageServerLoad } from './$types';

const dayIn = (url: URL, name: string): string =>
	/^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? '';

export const load: PageServerLoad = async ({ locals, url }) => {
	const kind = /^[a-z_]+(\.[a-z_]+)?$/.exec(url.searchParams.get('kind') ?? '')?.[0] ?? '';
	const [from, until] = [dayIn(url, 'from'), dayIn(url, 'until')];
	const page = Math.min(pageOf(url), 200);
	const log = await eventLog(locals.actor, {
		kind,
		from: from ? startOfDay(from) : null,
		until: until && startOfDay(until) ? startOfDay(addDays(until, 1)) : null,
		page
	});
	if (!log) error(404);
	const entries = log.entries.map(({ kind, data, ...e }) => ({ ...e, text: eventText(kind, data) }));
	return { ...log, entries, filter: { kind, from, until }, page, pageSize: logPageSize };
};

export const actions: Actions = {
	verify: async ({ locals }) => {
		const verdict = await verifiedLog(locals.actor);
		if (!verdict) error(404);
		return { verdict };
	}
};

/** The inbox: what is new for the reader, and what it is about where he may see it. */
import { error, redirect, type Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { isSomebody } from '#concepts/people/actor.ts';
import { markAllRead, markRead } from '#concepts/people/inbox.commands.server.ts';
import { inboxOf, inboxPageSize } from '#concepts/people/inbox.queries.server.ts';
import { labelKey, labelsOf } from '#concepts/steering/directory.queries.server.ts';
import { hrefOf } from '#concepts/steering/directory.ts';
import { m } from '#i18n/paraglide/messages.js';
import { parseForm } from '#platform/form.server.ts';
import { pageOf } from '#platform/paging.ts';
import { eventText } from '#wiring.events.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('hub:inbox');
	if (!isSomebody(locals.actor)) error(404);
	const page = pageOf(url);
	const unreadOnly = url.searchParams.get('show') === 'unread';
	const inbox = await inboxOf(locals.actor, page, unreadOnly);
	const labels = await labelsOf(
		locals.actor,
		inbox.entries.map((e) => e.thing)
	);
	return {
		entries: inbox.entries.map(({ kind, data, ...e }) => ({
			...e,
			text: e.note === 'mention' ? m.people_inbox_mentioned() : eventText(kind, data),
			label: labels.get(labelKey(e.thing)) ?? null,
			href: hrefOf(e.thing.type, e.thing.id)
		})),
		total: inbox.total,
		unreadTotal: inbox.unread,
		page,
		pageSize: inboxPageSize,
		unreadOnly
	};
};

const itemId = v.object({ item: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)) });

export const actions: Actions = {
	open: async ({ request, locals }) => {
		const form = await parseForm(request, itemId);
		if (!form.ok) return form.refusal;
		const thing = await markRead(locals.actor, form.value.item);
		if (!thing.ok) error(404);
		redirect(303, hrefOf(thing.value.type, thing.value.id) ?? '/inbox');
	},
	read: async ({ request, locals, url }) => {
		const form = await parseForm(request, itemId);
		if (!form.ok) return form.refusal;
		const thing = await markRead(locals.actor, form.value.item);
		if (!thing.ok) error(404);
		redirect(303, back(url));
	},
	readAll: async ({ locals, url }) => {
		await markAllRead(locals.actor);
		redirect(303, back(url));
	}
};

const back = (url: URL): string => (url.searchParams.get('show') === 'unread' ? '/inbox?show=unread' : '/inbox');

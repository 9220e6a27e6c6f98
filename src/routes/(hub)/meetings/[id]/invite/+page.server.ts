/** The invitation: recipients are shown first, then it is sent; guests; further people later. */
import { error } from '@sveltejs/kit';
import { furtherForm, guestForm, inviteForm, personForm } from '#concepts/meetings/form.server.ts';
import { planGuest, setAccess, unplanGuest } from '#concepts/meetings/guests.commands.server.ts';
import { fingerprint, invite, inviteFurther } from '#concepts/meetings/invitation.commands.server.ts';
import { invitationPage } from '#concepts/meetings/invitation.queries.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { answer, meetingFor } from '../meeting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [found, invitation] = await Promise.all([
		meetingFor(locals.actor, params.id, 'leads'),
		invitationPage(locals.actor, params.id)
	]);
	if (!invitation) error(404);
	return { ...found, invitation, seen: fingerprint(invitation.recipients) };
};

const here = ({ params }: RequestEvent) => `/meetings/${params.id}/invite`;
export const actions: Actions = {
	guest: async (event) => {
		const parsed = await parseForm(event.request, guestForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await planGuest(event.locals.actor, event.params.id, parsed.value), parsed.values, here(event));
	},
	no_guest: async (event) => {
		const parsed = await parseForm(event.request, personForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await unplanGuest(event.locals.actor, event.params.id, parsed.value.accountId),
			parsed.values,
			here(event)
		);
	},
	send: async (event) => {
		const parsed = await parseForm(event.request, inviteForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await invite(event.locals.actor, event.params.id, parsed.value),
			parsed.values,
			`/meetings/${event.params.id}`
		);
	},
	further: async (event) => {
		const parsed = await parseForm(event.request, furtherForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await inviteFurther(event.locals.actor, event.params.id, parsed.value), parsed.values, here(event));
	},
	access: async (event) => {
		const parsed = await parseForm(event.request, guestForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(await setAccess(event.locals.actor, event.params.id, parsed.value), parsed.values, here(event));
	}
};

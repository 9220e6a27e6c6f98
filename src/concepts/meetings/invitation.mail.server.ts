/** The mails of a meeting: invitation, new date, cancellation – each with the calendar entry and a link, no content. */
import { sendMail } from '#concepts/people/mail.server.ts';
import { calendarEntry, type CalendarMethod } from '#exports/ics.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import { zone } from '#platform/clock.ts';
import { baseUrl } from '#platform/env.server.ts';
import type { Meeting } from './store.server.ts';

export type Mailed = { email: string; locale: string };
type Told = Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'sequence'> & {
	bodyName: string;
};
export type Occasion = 'invitation' | 'postponed' | 'cancelled';

/** The calendar entry; the agenda stays in the hub, behind the login. */
export const entryOf = (told: Told, method: CalendarMethod): string =>
	calendarEntry({
		uid: `meeting-${told.id}@lueckenlos`,
		sequence: told.sequence,
		method,
		title: `${told.bodyName}: ${told.title}`,
		startsAt: told.startsAt,
		endsAt: told.endsAt,
		place: [told.place, told.link].filter(Boolean).join(' · '),
		url: pageOf(told)
	});
const pageOf = (told: Told): string => `${baseUrl()}/meetings/${told.id}`;

const subjects = {
	invitation: m.meetings_mail_invitation,
	postponed: m.meetings_mail_postponed,
	cancelled: m.meetings_mail_cancelled
};
const bodies = {
	invitation: m.meetings_mail_invitation_body,
	postponed: m.meetings_mail_postponed_body,
	cancelled: m.meetings_mail_cancelled_body
};

export async function mailAll(tx: Transaction, told: Told, to: readonly Mailed[], occasion: Occasion): Promise<void> {
	const calendar = entryOf(told, occasion === 'cancelled' ? 'CANCEL' : 'REQUEST');
	for (const { email, locale: of } of to) {
		const locale = of === 'en' ? 'en' : 'de';
		const when = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(
			told.startsAt
		);
		const words = { body: told.bodyName, when, link: pageOf(told) };
		await sendMail(tx, {
			to: email,
			subject: subjects[occasion](words, { locale }),
			body: bodies[occasion](words, { locale }),
			calendar
		});
	}
}

/** The letter to the Land or the Bund: formal German, whoever asks for it, and without any case. */
import type { Actor } from '#concepts/people/actor.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { paragraph, heading, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { today } from '#platform/clock.ts';
import { dayText } from '#ui/dates.ts';
import { escalationPage } from './escalations.queries.server.ts';

const inGerman = { locale: 'de' } as const;
const paragraphs = (text: string) =>
	text
		.split(/\n+/)
		.filter((p) => p.trim())
		.map((p) => paragraph(p.trim()));

/** Null when it does not exist for this actor. Until it is sent, the letter says that it is a draft. */
export async function escalationLetter(actor: Actor, id: string): Promise<Paper | null> {
	const found = await escalationPage(actor, id);
	if (!found) return null;
	const { countyName } = await settingsForPages();
	const on = found.sentOn ?? today();
	const decided = { number: found.number, day: dayText(found.decidedOn, 'de') };
	return {
		fileName: `${m.steering_letter_file({}, inGerman)} ${found.number.replaceAll('/', '-')}`,
		title: found.subject || m.steering_letter_untitled({}, inGerman),
		language: 'de',
		letterhead: [countyName, m.steering_letter_office({}, inGerman)],
		...(found.state === 'drafted' && { notice: m.steering_letter_draft({}, inGerman) }),
		facts: [
			{ label: m.steering_letter_to({}, inGerman), text: found.addressee },
			{ label: m.steering_letter_date({}, inGerman), text: dayText(on, 'de') },
			{ label: m.steering_letter_reference({}, inGerman), text: found.number }
		],
		sections: [
			paragraph(m.steering_letter_salutation({}, inGerman)),
			paragraph(m.steering_letter_opening({ ...decided, county: countyName }, inGerman)),
			...paragraphs(found.reason),
			heading(2, m.steering_letter_request_heading({}, inGerman)),
			...paragraphs(found.request),
			paragraph(m.steering_letter_until({ day: dayText(found.resubmitOn, 'de') }, inGerman)),
			paragraph(m.steering_letter_anonymous({}, inGerman)),
			paragraph(m.steering_letter_closing({}, inGerman)),
			paragraph(m.steering_letter_signature({ county: countyName }, inGerman))
		],
		footer: `${countyName} · ${found.number}`,
		author: countyName,
		createdOn: on
	};
}

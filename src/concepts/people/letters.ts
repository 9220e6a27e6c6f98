/** What mails say: kinds and numbers of what waits and a link – never content. */
import { m } from '#i18n/paraglide/messages.js';
import { notes, type Note } from './rules.ts';
import { noteWords } from './words.ts';

export type Locale = 'de' | 'en';
export type Letter = { subject: string; body: string };
export type Counts = ReadonlyMap<string, number>;

/** A mail about what waits now, or with `digest` about what has come since the last one. */
export function waitingLetter(
	to: { name: string; locale: Locale },
	counts: Counts,
	origin: string,
	digest = false
): Letter {
	const options = { locale: to.locale };
	const known = notes.filter((n) => counts.has(n));
	const total = known.reduce((sum, n) => sum + (counts.get(n) ?? 0), 0);
	const lines = known.map((n) =>
		m.people_mail_line({ note: noteWords[n]({}, options), count: counts.get(n) ?? 0 }, options)
	);
	const body = [
		m.people_mail_greeting({ name: to.name }, options),
		'',
		digest ? m.people_mail_digest({}, options) : m.people_mail_waiting({}, options),
		'',
		...lines,
		'',
		m.people_mail_open({}, options),
		`${origin}/inbox`,
		'',
		m.people_mail_footer({}, options),
		`${origin}/profile`
	];
	return { subject: subjectOf(known, total, digest, options), body: body.join('\n') };
}

function subjectOf(known: readonly Note[], total: number, digest: boolean, options: { locale: Locale }): string {
	if (digest) return m.people_mail_subject_digest({}, options);
	const [only] = known;
	if (total === 1 && only) return m.people_mail_subject_one({ note: noteWords[only]({}, options) }, options);
	return m.people_mail_subject_many({ count: total }, options);
}

/** Invitation and new password: a link that works once. */
export function linkLetter(
	to: { name: string; locale: Locale },
	purpose: 'invitation' | 'reset',
	address: string
): Letter {
	const options = { locale: to.locale };
	const invited = purpose === 'invitation';
	const body = [
		m.people_mail_greeting({ name: to.name }, options),
		'',
		invited ? m.people_letter_invitation_text({}, options) : m.people_letter_reset_text({}, options),
		'',
		address,
		...(invited ? [] : ['', m.people_letter_reset_ignore({}, options)])
	];
	const subject = invited
		? m.people_letter_invitation_subject({}, options)
		: m.people_letter_reset_subject({}, options);
	return { subject, body: body.join('\n') };
}

/** So that the owner notices a change that was not hers. */
export function passwordChangedLetter(to: { name: string; locale: Locale }): Letter {
	const options = { locale: to.locale };
	return {
		subject: m.people_letter_changed_subject({}, options),
		body: [m.people_mail_greeting({ name: to.name }, options), '', m.people_letter_changed_text({}, options)].join('\n')
	};
}

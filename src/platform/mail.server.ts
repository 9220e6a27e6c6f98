/** Sends one mail by SMTP. Knows an address and a text, not why they are sent. */
import { createTransport } from 'nodemailer';

export type Letter = {
	/** Becomes the Message-ID: the same letter sent twice is recognised as one. */
	id: string;
	to: string;
	subject: string;
	text: string;
	/** An iCalendar object with its METHOD. */
	calendar?: string | null;
};
export type Postbox = { send(letter: Letter): Promise<void>; close(): void };

/** The address was refused for good: trying again changes nothing. */
export class Undeliverable extends Error {
	readonly code: number;
	constructor(code: number) {
		super(`refused with ${code}`);
		this.code = code;
	}
}

/** @param url e.g. smtp://user:password@host:587 or smtps://… */
export function openPostbox(url: string, from: string): Postbox {
	const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
	const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
	const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
	return {
		async send({ id, to, subject, text, calendar }) {
			const method = calendar && (/^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH');
			await transport
				.sendMail({
					from,
					subject,
					text,
					to: { name: '', address: to },
					messageId: `<${id}@${host}>`,
					headers: { 'Auto-Submitted': 'auto-generated' },
					...(calendar && { icalEvent: { method: String(method), filename: 'einladung.ics', content: calendar } })
				})
				.catch((e: unknown) => {
					throw refusedForGood(e) ?? e;
				});
		},
		close: () => transport.close()
	};
}

/** 5xx to RCPT TO is about the address; other 5xx, such as a wrong password of ours, are worth another try. */
function refusedForGood(e: unknown): Undeliverable | null {
	const { responseCode, command } = e as { responseCode?: number; command?: string };
	return command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500
		? new Undeliverable(responseCode)
		: null;
}

/** Starts all that brings word to people: handing on, mail and digests. */
import type { Queue } from '#jobs/queue.server.ts';
import { openPostbox } from '#platform/mail.server.ts';
import { startDigests } from './digest.server.ts';
import { startHandingOn } from './handing-on.server.ts';
import { startMail, stopMail } from './mail.server.ts';

export type Notifying = { stop(): Promise<void> };

/** Without `smtpUrl`, as in trial mode, mails stay in the outbox and are shown on a page of their own. */
export async function startNotifying(o: {
	queue: Queue;
	smtpUrl?: string;
	from: string;
	onInbox: (accountId: string) => void;
	onError: (error: unknown) => void;
}): Promise<Notifying> {
	const postbox = o.smtpUrl ? openPostbox(o.smtpUrl, o.from) : undefined;
	if (postbox) await startMail(o.queue, postbox);
	await startDigests(o.queue);
	const handingOn = await startHandingOn(o);
	return {
		async stop() {
			await handingOn.stop();
			stopMail();
			await o.queue.stop();
			postbox?.close();
		}
	};
}

/** The only file that knows all: which concept hands what to live, jobs and the play world. */
import type { IncomingMessage } from 'node:http';
import { seedCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import { startNotifying } from '#concepts/people/notifying.server.ts';
import { startQueue } from '#jobs/queue.server.ts';
import { database, openedDatabase } from '#platform/database.server.ts';
import { environment, trialMode } from '#platform/env.server.ts';
import { log } from '#platform/log.server.ts';
import { cookieName, liveSession } from '#platform/sessions.server.ts';
import type { Door, Live } from '#realtime/sockets.server.ts';

/** Hosts under which the trial hub may be opened; anything else is DNS rebinding. */
export const trialHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

export const door: Door = {
	enter: async (request) => liveSession(cookieOf(request, cookieName)),
	isOwnOrigin: (request) => {
		const { origin, host } = request.headers;
		if (!origin || !host) return false;
		return environment.ORIGIN ? origin === environment.ORIGIN : trialHost.test(host) && origin === `http://${host}`;
	}
};

/** What must be there before the first page: catalogues, and in trial mode the play world. */
export async function prepareContent(): Promise<void> {
	const db = await database();
	await db.transaction(seedCatalogues);
	if (!trialMode()) return;
	const { seedDemoOnce } = await import('#demo/seed.server.ts');
	await seedDemoOnce();
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
	const pair = (request.headers.cookie ?? '').split(/;\s*/).find((p) => p.startsWith(`${name}=`));
	// Security: not decoded, as nothing in a session's id needs it, and a stray % would throw
	return pair?.slice(name.length + 1);
}

/** Hands events on to inbox and mail, and runs what is due. */
export async function startJobs(live: Live): Promise<{ stop(): Promise<void> }> {
	const onError = (e: unknown) => log.error({ err: e }, 'job failed');
	const queue = await startQueue({ connect: (await openedDatabase()).connect, onError });
	if (!trialMode() && !environment.SMTP_URL) log.warn('SMTP_URL is not set: mails wait in the outbox');
	return startNotifying({
		queue,
		smtpUrl: trialMode() ? undefined : environment.SMTP_URL,
		from: environment.MAIL_FROM,
		onInbox: (accountId) => live.tell(accountId, 'inbox'),
		onError
	});
}

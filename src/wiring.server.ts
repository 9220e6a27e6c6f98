/** The only file that knows all: which concept hands what to live, jobs and the play world. */
import type { IncomingMessage } from 'node:http';
import { startCaseJobs } from '#concepts/cases/jobs.server.ts';
import { startGapJobs } from '#concepts/gaps/jobs.server.ts';
import { writeMissingTerms } from '#concepts/gaps/store.server.ts';
import { startMeetingJobs } from '#concepts/meetings/jobs.server.ts';
import { startRecallHints } from '#concepts/meetings/recalls.server.ts';
import { meetingRoom } from '#concepts/meetings/room.server.ts';
import { startProposalJobs } from '#concepts/proposals/jobs.server.ts';
import { proposalRoom } from '#concepts/proposals/room.server.ts';
import { seedCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import { startNotifying } from '#concepts/people/notifying.server.ts';
import { startSituationJobs } from '#concepts/situation/jobs.server.ts';
import { startSteeringJobs } from '#concepts/steering/jobs.server.ts';
import { startQueue } from '#jobs/queue.server.ts';
import { database, openedDatabase } from '#platform/database.server.ts';
import { environment, trialMode } from '#platform/env.server.ts';
import { log } from '#platform/log.server.ts';
import { cookieName, liveSession, liveSessions } from '#platform/sessions.server.ts';
import type { RoomKind } from '#realtime/room.server.ts';
import type { Door } from '#realtime/door.server.ts';
import type { Live } from '#realtime/sockets.server.ts';

/** Hosts under which the trial hub may be opened; anything else is DNS rebinding. */
export const trialHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

export const door: Door = {
	enter: async (request) => liveSession(cookieOf(request, cookieName)),
	alive: liveSessions,
	isOwnOrigin: (request) => {
		const { origin, host } = request.headers;
		if (!origin || !host) return false;
		return environment.ORIGIN ? origin === environment.ORIGIN : trialHost.test(host) && origin === `http://${host}`;
	}
};

/** Documents that are edited together, by the first word of their room's name. */
export const roomKinds: Readonly<Record<string, RoomKind>> = {
	meeting: meetingRoom,
	proposal: proposalRoom
};

/** What must be there before the first page: catalogues, what gaps are compared by, and in trial mode the play world. */
export async function prepareContent(): Promise<void> {
	const db = await database();
	await db.transaction(seedCatalogues);
	while ((await db.transaction(writeMissingTerms)) > 0);
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
	await startCaseJobs(queue);
	await startGapJobs(queue);
	await startMeetingJobs(queue);
	await startProposalJobs(queue);
	await startSituationJobs(queue);
	const papers = await startSteeringJobs(queue, onError);
	if (!trialMode() && !environment.SMTP_URL) log.warn('SMTP_URL is not set: mails wait in the outbox');
	const hints = startRecallHints({ lookAgain: (room) => live.lookAgain(room), onError });
	const notifying = await startNotifying({
		queue,
		smtpUrl: trialMode() ? undefined : environment.SMTP_URL,
		from: environment.MAIL_FROM,
		onInbox: (accountId) => live.tell(accountId, 'inbox'),
		onError
	});
	return {
		async stop() {
			await papers.stop();
			await hints.stop();
			await notifying.stop();
		}
	};
}

/** What case analyses do by the clock: come out in batches, be warned of, end, be told again. */
import type { JobKind, Queue } from '#jobs/queue.server.ts';
import { expireCases, warnOfExpiry } from './expiry.commands.server.ts';
import { remindOfOverdue } from './overdue.commands.server.ts';
import { releaseBatchIfDue } from './waiting.commands.server.ts';

const jobs: readonly (JobKind & { cron: string; work: () => Promise<unknown> })[] = [
	{ name: 'cases.expire', cron: '20 4 * * *', withinSeconds: 900, work: expireCases },
	{ name: 'cases.warn', cron: '30 4 * * *', withinSeconds: 900, work: warnOfExpiry },
	{ name: 'cases.release_batch', cron: '40 4 * * *', withinSeconds: 900, work: releaseBatchIfDue },
	{ name: 'cases.remind', cron: '50 4 * * *', withinSeconds: 900, work: remindOfOverdue }
];

export async function startCaseJobs(queue: Queue): Promise<void> {
	for (const { cron, work, ...kind } of jobs) {
		await queue.work(kind, async () => void (await work()));
		await queue.schedule(kind.name, cron);
	}
}

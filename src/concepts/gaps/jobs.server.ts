/** What service gaps do by the clock: come back on the day until which they were deferred. */
import type { Queue } from '#jobs/queue.server.ts';
import { resumeDueGaps } from './commands.server.ts';

export async function startGapJobs(queue: Queue): Promise<void> {
	await queue.work({ name: 'gaps.resume', withinSeconds: 900 }, async () => void (await resumeDueGaps()));
	await queue.schedule('gaps.resume', '10 5 * * *');
}

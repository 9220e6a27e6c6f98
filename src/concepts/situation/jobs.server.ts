/** What the situation picture does by the clock: look every night whether a quarter is over. */
import type { Queue } from '#jobs/queue.server.ts';
import { publishIfDue } from './commands.server.ts';

const publish = { name: 'situation.publish', withinSeconds: 900 };

export async function startSituationJobs(queue: Queue): Promise<void> {
	await queue.work(publish, async () => void (await publishIfDue()));
	await queue.schedule(publish.name, '5 4 * * *');
}

/** What meetings do by the clock, before the digest goes out: end periods of minutes, remind of tasks. */
import type { JobKind, Queue } from '#jobs/queue.server.ts';
import { look } from '#platform/change.server.ts';
import { endReview } from './approval.commands.server.ts';
import { endedPeriods } from './approval.store.server.ts';
import { remindOfTask, tasksDue } from './tasks.reminders.server.ts';

const jobs: readonly (JobKind & { cron: string; work: () => Promise<void> })[] = [
	{ name: 'meetings.end_reviews', cron: '10 5 * * *', withinSeconds: 900, work: endReviews },
	{ name: 'meetings.remind', cron: '40 5 * * *', withinSeconds: 900, work: remindOfTasks }
];

export async function startMeetingJobs(queue: Queue): Promise<void> {
	for (const { cron, work, ...kind } of jobs) {
		await queue.work(kind, work);
		await queue.schedule(kind.name, cron);
	}
}

export async function endReviews(): Promise<void> {
	await each(await look(endedPeriods), endReview);
}
export async function remindOfTasks(): Promise<void> {
	await each(await tasksDue(), remindOfTask);
}

/** Each in a transaction of its own: one that fails holds up no other, and the job is tried again. */
async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
	const failures: unknown[] = [];
	for (const id of ids) {
		try {
			await work(id);
		} catch (e) {
			failures.push(e);
		}
	}
	if (failures.length) throw new AggregateError(failures, `${failures.length} of ${ids.length} failed`);
}

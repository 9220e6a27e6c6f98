/** What steering does by the clock: ends circulations and reminds of them, asks those behind a gap whether it helped. */
import type { JobKind, Queue } from '#jobs/queue.server.ts';
import { look } from '#platform/change.server.ts';
import { endCirculation, remindVoters } from './circulation.commands.server.ts';
import { overNow, toRemindNow } from './circulation.store.server.ts';
import { askDueReviews, settleDueReviews } from './reviews.commands.server.ts';

const jobs: readonly (JobKind & { cron: string; work: () => Promise<unknown> })[] = [
	{ name: 'steering.end_circulations', cron: '2 0 * * *', withinSeconds: 900, work: endCirculations },
	{ name: 'steering.ask_reviews', cron: '20 5 * * *', withinSeconds: 900, work: reviewEffects },
	{ name: 'steering.remind_voters', cron: '50 5 * * *', withinSeconds: 900, work: remindOfCirculations }
];

export async function startSteeringJobs(queue: Queue): Promise<void> {
	for (const { cron, work, ...kind } of jobs) {
		await queue.work(kind, async () => void (await work()));
		await queue.schedule(kind.name, cron);
	}
}

async function reviewEffects(): Promise<void> {
	await askDueReviews();
	await settleDueReviews();
}
export async function endCirculations(): Promise<void> {
	await each(await look(overNow), endCirculation);
}
export async function remindOfCirculations(): Promise<void> {
	await each(await look(toRemindNow), remindVoters);
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

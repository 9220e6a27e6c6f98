/** What steering does by the clock: asks those behind a gap whether a measure has changed anything. */
import type { Queue } from '#jobs/queue.server.ts';
import { askDueReviews, settleDueReviews } from './reviews.commands.server.ts';

export async function startSteeringJobs(queue: Queue): Promise<void> {
	await queue.work({ name: 'steering.ask_reviews', withinSeconds: 900 }, async () => {
		await askDueReviews();
		await settleDueReviews();
	});
	await queue.schedule('steering.ask_reviews', '20 5 * * *');
}

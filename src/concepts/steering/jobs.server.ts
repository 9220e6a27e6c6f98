/** What steering does by the clock and in the background: asks whether measures changed anything, and builds papers. */
import type { Queue } from '#jobs/queue.server.ts';
import { committed, look } from '#platform/change.server.ts';
import { buildPaper } from './papers.building.server.ts';
import { waiting } from './papers.store.server.ts';
import { askDueReviews } from './reviews.commands.server.ts';

/** Once more when the process that built it was ended; a paper that cannot be built says so itself. */
const papers = { name: 'steering.build_paper', retries: 3, longestPauseSeconds: 20, withinSeconds: 300 };
const everyMs = 2000;

export async function startSteeringJobs(
	queue: Queue,
	onError: (e: unknown) => void = () => undefined
): Promise<{ stop(): Promise<void> }> {
	await queue.work({ name: 'steering.ask_reviews', withinSeconds: 900 }, async () => void (await askDueReviews()));
	await queue.schedule('steering.ask_reviews', '20 5 * * *');
	await queue.work(papers, (data) => buildPaper(idIn(data)));
	return sendOrders((id) => queue.send(papers.name, { id }, { key: id }), onError);
}

const idIn = (data: unknown): string => {
	const { id } = (data ?? {}) as { id?: unknown };
	if (typeof id !== 'string') throw new Error('a paper without its id');
	return id;
};

/** Orders become jobs soon after their commit, wherever it was made; one that is sent twice is one job. */
export function sendOrders(
	send: (id: string) => Promise<void>,
	onError: (e: unknown) => void
): { stop(): Promise<void> } {
	let running: Promise<void> | undefined;
	let again = false;
	const round = async () => {
		do {
			again = false;
			for (const id of await look(waiting)) await send(id);
		} while (again);
	};
	const wake = () => {
		again = true;
		running ??= round()
			.catch(onError)
			.finally(() => (running = undefined));
	};
	committed.add(wake);
	const timer = setInterval(wake, everyMs);
	timer.unref();
	wake();
	return {
		async stop() {
			committed.delete(wake);
			clearInterval(timer);
			await running;
		}
	};
}

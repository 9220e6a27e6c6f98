/** What steering does by the clock and in the background: ends circulations, asks whether measures helped, reminds of deadlines, builds papers. */
import type { JobKind, Queue } from '#jobs/queue.server.ts';
import { mandatesDue, remindOfMandate } from '#concepts/bodies/mandates.reminders.server.ts';
import { committed, look } from '#platform/change.server.ts';
import { endCirculation, remindVoters } from './circulation.commands.server.ts';
import { overNow, toRemindNow } from './circulation.store.server.ts';
import { measuresDue, remindOfMeasure } from './measures.reminders.server.ts';
import { buildPaper } from './papers.building.server.ts';
import { waiting } from './papers.store.server.ts';
import { askDueReviews, settleDueReviews } from './reviews.commands.server.ts';

const jobs: readonly (JobKind & { cron: string; work: () => Promise<unknown> })[] = [
	{ name: 'steering.end_circulations', cron: '2 0 * * *', withinSeconds: 900, work: endCirculations },
	{ name: 'steering.ask_reviews', cron: '20 5 * * *', withinSeconds: 900, work: reviewEffects },
	{ name: 'steering.remind_voters', cron: '50 5 * * *', withinSeconds: 900, work: remindOfCirculations },
	{ name: 'steering.remind_deadlines', cron: '55 5 * * *', withinSeconds: 900, work: remindOfDeadlines }
];

/** Once more when the process that built it was ended; a paper that cannot be built says so itself. */
const papers = { name: 'steering.build_paper', retries: 3, longestPauseSeconds: 20, withinSeconds: 300 };
const everyMs = 2000;

export async function startSteeringJobs(
	queue: Queue,
	onError: (e: unknown) => void = () => undefined
): Promise<{ stop(): Promise<void> }> {
	for (const { cron, work, ...kind } of jobs) {
		await queue.work(kind, async () => void (await work()));
		await queue.schedule(kind.name, cron);
	}
	await queue.work(papers, (data) => buildPaper(idIn(data)));
	return sendOrders((id) => queue.send(papers.name, { id }, { key: id }), onError);
}

async function reviewEffects(): Promise<void> {
	await each([askDueReviews, settleDueReviews], (run) => run());
}
export async function endCirculations(): Promise<void> {
	await each(await look(overNow), endCirculation);
}
export async function remindOfCirculations(): Promise<void> {
	await each(await look(toRemindNow), remindVoters);
}

export async function remindOfDeadlines(): Promise<void> {
	const mandates = async () => each(await mandatesDue(), remindOfMandate);
	const measures = async () => each(await measuresDue(), remindOfMeasure);
	await each([mandates, measures], (run) => run());
}

/** Each in a transaction of its own: one that fails holds up no other, and the job is tried again. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
	const failures: unknown[] = [];
	for (const item of items) {
		try {
			await work(item);
		} catch (e) {
			failures.push(e);
		}
	}
	if (failures.length) throw new AggregateError(failures, `${failures.length} of ${items.length} failed`);
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

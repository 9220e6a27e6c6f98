/** Heavy work in a thread of its own, one order at a time, each within its limit; a thread that fails or hangs is replaced. */
import { Worker, type ResourceLimits } from 'node:worker_threads';

export type ThreadOptions<Order> = {
	/** Path of the script. Not relative to the caller: the bundle in build/ holds a copy of it. */
	file: () => string;
	workerData?: () => unknown;
	/** „the thread that …“ and what takes too long, for errors. */
	name: string;
	work: string;
	/** Orders that may wait; one more is refused. */
	mostWaiting: number;
	/** An order that a new thread is begun with, within a limit of its own (ms). */
	warmUp?: { order: Order; withinMs: number };
};
/** @returns what the thread answers; rejects when it failed or took longer than `withinMs` */
export type Thread<Order, Answer> = (order: Order, withinMs: number) => Promise<Answer>;

const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: 256 };

export function threadFor<Order, Answer>(o: ThreadOptions<Order>): Thread<Order, Answer> {
	let thread: Worker | null = null;
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;

	const dismiss = (worker: Worker): void => {
		if (thread !== worker) return;
		thread = null;
		void worker.terminate();
	};
	const ask = (worker: Worker, order: Order, withinMs: number): Promise<Answer> =>
		new Promise<Answer>((resolve, reject) => {
			const end = () => {
				clearTimeout(timer);
				worker.off('message', answered).off('error', failed).off('exit', ended);
			};
			const fails = (why: string) => {
				end();
				reject(new Error(why));
			};
			const answered = (answer: Answer) => {
				end();
				resolve(answer);
			};
			const failed = (e: unknown) => fails(`${o.name} failed: ${String(e)}`);
			const ended = (code: number) => fails(`${o.name} ended (${code})`);
			const timer = setTimeout(() => fails(`${o.work} took too long`), withinMs);
			worker.on('message', answered).on('error', failed).on('exit', ended);
			worker.postMessage(order);
		});
	const hire = async (): Promise<Worker> => {
		if (thread) return thread;
		const worker = new Worker(o.file(), { workerData: o.workerData?.(), resourceLimits, execArgv: [] });
		// should it end between two orders, the next one gets a fresh one
		worker.on('error', () => dismiss(worker)).on('exit', () => dismiss(worker));
		thread = worker;
		if (o.warmUp) await ask(worker, o.warmUp.order, o.warmUp.withinMs);
		return worker;
	};
	/** One at a time, so that each has its own limit and an order that ends the thread ends no other. */
	const takeNow = async (order: Order, withinMs: number): Promise<Answer> => {
		try {
			const worker = await hire();
			worker.ref();
			const answer = await ask(worker, order, withinMs);
			// an idle thread keeps no process alive
			worker.unref();
			return answer;
		} catch (e) {
			if (thread) dismiss(thread);
			throw e;
		}
	};
	return (order, withinMs) => {
		if (waiting >= o.mostWaiting) return Promise.reject(new Error(`too much waits for ${o.name}`));
		waiting++;
		const turn = last.then(() => takeNow(order, withinMs)).finally(() => waiting--);
		last = turn.catch(() => undefined);
		return turn;
	};
}

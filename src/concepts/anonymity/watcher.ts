/** Checks a text in the browser while it is being written, beside the page; only the newest text is answered. */
import type { DetectOptions, Mark } from '#concepts/anonymity/marks.ts';
import type { Answer, Order } from '#concepts/anonymity/worker.ts';

/** The part of a Worker that is needed here. */
export type Thread = {
	postMessage: (order: Order) => void;
	terminate: () => void;
	onmessage: ((event: MessageEvent<Answer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	onmessageerror: ((event: MessageEvent) => void) | null;
};

export type Watcher = {
	/** The marks of the text, or undefined when a newer text was asked about meanwhile; rejects when the check failed – then nothing may count as clean. */
	check: (text: string, options?: DetectOptions) => Promise<Mark[] | undefined>;
	close: () => void;
};

type Pending = {
	id: number;
	resolve: (marks: Mark[] | undefined) => void;
	reject: (e: Error) => void;
	timer: ReturnType<typeof setTimeout>;
};

/** With the loading of the word lists over a slow line. */
const timeLimitMs = 15_000;
const hire = (): Thread => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function createWatcher(start: () => Thread = hire, withinMs = timeLimitMs): Watcher {
	let thread: Thread | null = null;
	let pending: Pending | null = null;
	let last = 0;

	const settle = (end: (p: Pending) => void): void => {
		const settled = pending;
		pending = null;
		if (!settled) return;
		clearTimeout(settled.timer);
		end(settled);
	};
	const dismiss = (why: string): void => {
		thread?.terminate();
		thread = null;
		settle((p) => p.reject(new Error(why)));
	};
	const hired = (): Thread => {
		const started = start();
		started.onmessage = ({ data }) => {
			if (data.id !== pending?.id) return;
			if ('error' in data) settle((p) => p.reject(new Error(`the text could not be checked: ${data.error}`)));
			else settle((p) => p.resolve(data.marks));
		};
		started.onerror = (event) => dismiss(`the thread that checks texts failed: ${event.message}`);
		started.onmessageerror = () => dismiss('the thread that checks texts said something unreadable');
		return started;
	};
	return {
		check: (text, options = {}) =>
			new Promise((resolve, reject) => {
				settle((p) => p.resolve(undefined));
				const id = ++last;
				pending = {
					id,
					resolve,
					reject,
					timer: setTimeout(() => dismiss('checking the text took too long'), withinMs)
				};
				try {
					thread ??= hired();
					thread.postMessage({ id, text, options });
				} catch (e) {
					dismiss(`the thread that checks texts could not be started: ${String(e)}`);
				}
			}),
		close: () => {
			thread?.terminate();
			thread = null;
			settle((p) => p.resolve(undefined));
		}
	};
}

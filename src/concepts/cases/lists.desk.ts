/** The thread in which a list lies while it is being sorted, with a time limit; closing it forgets the list. */
import type { ListAnswer, ListOrder, Opened, Weighed } from './lists.worker.ts';
import { mostListBytes, type ReadingFault } from './lists.reader.ts';
import type { Choices, Chosen } from './lists.sorting.ts';
import type { ListGate } from './lists.rules.ts';

/** The part of a Worker that is needed here. */
export type ListThread = {
	postMessage: (order: ListOrder, transfer: Transferable[]) => void;
	terminate: () => void;
	onmessage: ((event: MessageEvent<ListAnswer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
};
type Failed = { fault: ReadingFault };

export type ListDesk = {
	open: (file: Blob, today: string) => Promise<Opened | Failed>;
	weigh: (w: { chosen: Chosen; choices: Choices; gate: ListGate; today: string }) => Promise<Weighed | Failed>;
	close: () => void;
};

/** A list of the greatest length, on a slow machine. */
const timeLimitMs = 45_000;
const hire = (): ListThread => new Worker(new URL('./lists.worker.ts', import.meta.url), { type: 'module' });

export function createListDesk(start: () => ListThread = hire, withinMs = timeLimitMs): ListDesk {
	let thread: ListThread | null = null;
	let last = 0;
	const waiting = new Map<number, (answer: ListAnswer) => void>();

	const dismiss = (fault: ReadingFault): void => {
		thread?.terminate();
		thread = null;
		for (const [id, tell] of waiting) tell({ id, fault });
		waiting.clear();
	};
	const ask = (order: (id: number) => ListOrder, transfer: Transferable[] = []): Promise<ListAnswer> =>
		new Promise((resolve) => {
			const id = ++last;
			const timer = setTimeout(() => dismiss('too_slow'), withinMs);
			waiting.set(id, (answer) => {
				clearTimeout(timer);
				resolve(answer);
			});
			try {
				if (!thread) {
					thread = start();
					thread.onmessage = ({ data }) => {
						waiting.get(data.id)?.(data);
						waiting.delete(data.id);
					};
					thread.onerror = () => dismiss('unreadable');
				}
				thread.postMessage(order(id), transfer);
			} catch {
				dismiss('unreadable');
			}
		});
	return {
		async open(file, today) {
			if (file.size > mostListBytes) return { fault: 'too_big' };
			dismiss('too_slow'); // the list before is forgotten
			let bytes: ArrayBuffer;
			try {
				bytes = await file.arrayBuffer();
			} catch {
				return { fault: 'unreadable' };
			}
			const answer = await ask((id) => ({ id, open: bytes, today }), [bytes]);
			return 'opened' in answer ? answer.opened : { fault: 'fault' in answer ? answer.fault : 'unreadable' };
		},
		async weigh(w) {
			const answer = await ask((id) => ({ id, weigh: w }));
			return 'weighed' in answer ? answer.weighed : { fault: 'fault' in answer ? answer.fault : 'unreadable' };
		},
		close: () => dismiss('too_slow')
	};
}

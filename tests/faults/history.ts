/**
 * Writers that note what became of each thing they wrote. In the end everything acknowledged must be there exactly once,
 * in the log and in every copy.
 */
import * as Y from 'yjs';
import { RoomProvider } from '#realtime/provider.ts';
import { accountNo } from '#realtime/testing.server.ts';

export type Writer = {
	provider: RoomProvider;
	/** Tokens that the page has shown as saved. */
	acknowledged: Set<string>;
	/** Writes one token. */
	write(): void;
	/** Writes every so many ms until stopped. */
	keepWriting(everyMs: number): () => void;
	/** Is all that was written before this moment (of performance.now()) acknowledged, and in a room again? */
	hasSavedAllOf(moment: number): boolean;
	/** What the hub did not take. */
	refused: string[];
	close(): void;
};

const listOf = (doc: Y.Doc): Y.Array<string> => doc.getArray<string>('tokens');

/** The n-th person, with an account of their own. */
export function writer(url: string, room: string, n: number): Writer {
	const headers = { cookie: `account=${accountNo(n + 2)}` };
	const provider = new RoomProvider({ url, room, doc: new Y.Doc(), headers });
	const acknowledged = new Set<string>();
	const refused: string[] = [];
	provider.on('refused', ({ why }) => refused.push(why));
	const waiting: { token: string; at: number }[] = [];
	let count = 0;
	let savedAt = 0;
	const note = () => {
		// all before the last one: the number of changes in flight tells how many tokens are not yet committed
		savedAt = performance.now();
		if (provider.unacknowledged === 0) for (const { token } of waiting.splice(0)) acknowledged.add(token);
	};
	provider.on('saved', note);
	const write = () => {
		const token = `w${n}-${++count}`;
		waiting.push({ token, at: performance.now() });
		const list = listOf(provider.doc);
		list.insert(Math.floor(Math.random() * (list.length + 1)), [token]);
	};
	return {
		provider,
		acknowledged,
		refused,
		write,
		hasSavedAllOf: (moment) => savedAt > moment && !waiting.some(({ at }) => at < moment),
		keepWriting(everyMs) {
			const timer = setInterval(write, everyMs);
			return () => clearInterval(timer);
		},
		close: () => provider.destroy()
	};
}

export const tokensIn = (doc: Y.Doc): string[] => listOf(doc).toArray();

/** What is wrong with this copy; nothing when all is well. */
export function faultsOf(doc: Y.Doc, acknowledged: Iterable<string>): { lost: string[]; doubled: string[] } {
	const seen = new Map<string, number>();
	for (const token of tokensIn(doc)) seen.set(token, (seen.get(token) ?? 0) + 1);
	return {
		lost: [...acknowledged].filter((token) => !seen.has(token)),
		doubled: [...seen].filter(([, times]) => times > 1).map(([token]) => token)
	};
}

/** A copy that a newcomer gets. */
export async function freshCopy(url: string, room: string): Promise<Y.Doc> {
	const provider = new RoomProvider({ url, room, doc: new Y.Doc() });
	await provider.synced;
	provider.destroy();
	return provider.doc;
}

export async function until(holds: () => boolean, ms: number, what: string): Promise<number> {
	const began = performance.now();
	while (!holds()) {
		if (performance.now() - began > ms) throw new Error(`${what}: not within ${ms} ms`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	return performance.now() - began;
}

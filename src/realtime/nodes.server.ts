/**
 * Other nodes on the same database. NOTIFY is a hint that may be lost; the log is the truth, and is read again from time
 * to time. A node that hears of no other says nothing.
 */
import type { Database } from '#platform/database.server.ts';
import { channel } from './log.server.ts';

/**
 * w written row, s sealed, u unsealed, r rights changed, p people of a node, c cursor (base64), i inbox of an account,
 * e end of an account's sessions, or of one by its hash
 */
export type Message =
	| ['w', room: string, id: number]
	| ['s', room: string]
	| ['u', room: string]
	| ['r', room: string]
	| ['p', room: string, people: string]
	| ['c', room: string, person: string, cursor: string | null]
	| ['i', account: string]
	| ['e', account: string | null, session: string | null];

export type Nodes = {
	/** Are there others? Looked up every two seconds. */
	readonly alone: boolean;
	/** Fulfilled when hints are heard. */
	listening: Promise<void>;
	send(message: Message): void;
	close(): Promise<void>;
};
export type Hearing = {
	onMessage(from: string, message: Message): void;
	/** Messages may have been lost, or another node has come up. */
	onGap(): void;
	onError: (e: unknown) => void;
};

const lookMs = 2000;
const goneAfterSeconds = 15;
/** NOTIFY takes less than 8000 bytes. */
const maxPayload = 7600;

export function startNodes(db: Database, me: string, hearing: Hearing): Nodes {
	let alone = true;
	let queue: Message[] = [];
	let sending: Promise<void> | undefined;
	let closed = false;

	const receive = (payload: string) => {
		try {
			const [from, messages] = JSON.parse(payload) as [string, Message[]];
			if (from !== me) for (const message of messages) hearing.onMessage(from, message);
		} catch (e) {
			hearing.onError(e);
		}
	};
	const listening = db.listen(channel, receive, () => hearing.onGap());

	const flush = async () => {
		while (queue.length) {
			const payloads = payloadsOf(me, queue);
			queue = [];
			await db.pool
				.query('select pg_notify($1, p) from unnest($2::text[]) with ordinality as t(p, n) order by n', [
					channel,
					payloads
				])
				.catch(hearing.onError); // lost hints are made good by reading again
		}
		sending = undefined;
	};
	const look = async () => {
		const { rows } = await db.pool.query<{ others: number }>(
			`with mine as (insert into live_node (id, seen_at) values ($1, now()) on conflict (id) do update set seen_at = now())
			select count(*)::int as others from live_node where id <> $1 and seen_at > now() - make_interval(secs => $2)`,
			[me, goneAfterSeconds]
		);
		const was = alone;
		alone = rows[0]!.others === 0;
		if (was && !alone) hearing.onGap();
	};
	let looking: Promise<void> = look().catch(hearing.onError);
	const timer = setInterval(() => {
		looking = looking.then(look).catch(hearing.onError);
	}, lookMs);
	timer.unref();

	return {
		get alone() {
			return alone;
		},
		listening: listening.ready,
		send(message) {
			if (alone || closed) return;
			queue.push(message);
			sending ??= new Promise<void>((resolve) => setImmediate(resolve)).then(flush);
		},
		async close() {
			closed = true;
			clearInterval(timer);
			await looking;
			await sending;
			await db.pool
				.query("delete from live_node where id = $1 or seen_at < now() - interval '1 hour'", [me])
				.catch(() => undefined);
			await listening.close();
		}
	};
}

function payloadsOf(me: string, messages: readonly Message[]): string[] {
	const payloads: string[] = [];
	let open: string[] = [];
	let size = 0;
	const end = () => {
		if (open.length) payloads.push(`["${me}",[${open.join(',')}]]`);
		open = [];
		size = 0;
	};
	for (const message of messages) {
		const text = JSON.stringify(message);
		const length = Buffer.byteLength(text) + 1;
		if (length > maxPayload) continue; // a cursor or a crowd too large for a hint
		if (size + length > maxPayload) end();
		open.push(text);
		size += length;
	}
	end();
	return payloads;
}

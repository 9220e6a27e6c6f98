/** For tests: nodes of the live part alone, on one test database, with a room kind whose rights the test sets. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Database } from '#platform/database.server.ts';
import { connectLive, type LiveClientSocket } from './connection.ts';
import { RoomProvider } from './provider.ts';
import type { Access, Hello } from './protocol.ts';
import type { RoomKind } from './room.server.ts';
import { startLive, type Live } from './sockets.server.ts';

export type TestNode = {
	url: string;
	live: Live;
	close(): Promise<void>;
	/** While set, every second question at the door fails: of those who connect, that behind the handshake. */
	failing: { door: boolean; asked: number };
	/** No word goes in or out any more, as when its process is killed. */
	cut(): void;
};
/** Of `editor`: `session-1` and so on. */
export type Sessions = { ended: Set<string>; asked: number };
export type Rights = Map<string, Access>;

/** Everyone may write unless `rights` says else, by account. */
export const openKind = (rights: Rights = new Map(), more: Partial<RoomKind> = {}): RoomKind => ({
	schema: 1,
	form: null,
	rights: (asked) => Promise.resolve(asked.map((a) => rights.get(a.accountId) ?? 'write')),
	names: (accounts) => Promise.resolve(accounts.map((id) => `Person ${id.slice(0, 4)}`)),
	...more
});

export async function testNode(
	db: Database,
	kinds: Record<string, RoomKind>,
	errors: unknown[] = [],
	port = 0,
	sessions: Sessions = { ended: new Set(), asked: 0 }
): Promise<TestNode> {
	const http: HttpServer = createServer();
	const failing = { door: false, asked: 0 };
	const accounts = new Map<string, string>();
	const wires = new Set<Socket>();
	http.on('connection', (wire) => {
		wires.add(wire);
		wire.once('close', () => wires.delete(wire));
	});
	const live = startLive({
		http,
		db,
		kinds,
		onError: (e) => void errors.push(e),
		door: {
			isOwnOrigin: () => true,
			enter: ({ headers }) => {
				if (failing.door && ++failing.asked % 2 === 0) return Promise.reject(new Error('no answer'));
				const [accountId, sessionHash] = String(headers.cookie ?? '').split('|');
				if (!accountId) return Promise.resolve(null);
				accounts.set(sessionHash ?? 's', accountId);
				return Promise.resolve({ accountId, sessionHash: sessionHash ?? 's' });
			},
			alive: (hashes) => {
				sessions.asked++;
				const alive = hashes.filter((h) => !sessions.ended.has(h));
				return Promise.resolve(new Map(alive.map((h) => [h, accounts.get(h)!])));
			}
		}
	});
	await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
	// what a test tells at once is heard
	await Promise.race([live.listening, sleep(2000)]);
	const at = http.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${at.port}`,
		live,
		failing,
		async close() {
			await live.close();
			http.closeAllConnections();
		},
		cut() {
			http.close();
			for (const wire of wires) wire.destroy();
		}
	};
}

export type Mortal = Database & {
	/** From now on nothing of what this node does reaches the database. */
	die(): void;
	/** Changes are stored so much later (ms), as on a slow disk; set it at will. */
	lateBy: number;
	/** Instead of storing changes; set it at will. */
	storing?: () => Promise<void>;
};
/** The same database for a node that can be killed before what it has sent on is committed. */
export function mortal(db: Database, lateBy = 0): Mortal {
	let dead = false;
	const { promise: death, resolve: end } = Promise.withResolvers<void>();
	const alive = () => (dead ? Promise.reject(new Error('killed')) : Promise.resolve());
	const pool = new Proxy(db.pool, {
		get(target, key) {
			const value: unknown = Reflect.get(target, key);
			if (typeof value !== 'function') return value;
			return async (...args: unknown[]): Promise<unknown> => {
				await alive();
				if ((args[0] as { name?: string } | undefined)?.name === 'live-append') {
					if (mine.lateBy) await Promise.race([sleep(mine.lateBy, undefined, { ref: false }), death]);
					await mine.storing?.();
					await alive();
				}
				return (value as (...a: unknown[]) => unknown).apply(target, args);
			};
		}
	});
	const die = () => {
		dead = true;
		end();
	};
	const mine: Mortal = { ...db, pool, lateBy, die };
	return mine;
}

/** As kill -9: what was sent on and not committed is lost, and nobody is told. Its port is free at once. */
export async function kill(node: TestNode, db: Mortal): Promise<void> {
	db.die();
	node.cut();
	await node.live.close().catch(() => undefined);
}

export const accountNo = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** An editor with a document of its own. */
export function editor(node: { url: string }, room: string, n = 1, doc = new Y.Doc()): RoomProvider {
	return new RoomProvider({ url: node.url, room, doc, headers: { cookie: `${accountNo(n)}|session-${n}` } });
}
/** The same for an account by its id. */
export const editorOf = (node: { url: string }, room: string, accountId: string, doc = new Y.Doc()): RoomProvider =>
	new RoomProvider({ url: node.url, room, doc, headers: { cookie: `${accountId}|session-${accountId}` } });
/** A bare socket of an account, as someone who wrote his own page has it. */
export const rawSocket = (node: { url: string }, who: number, session = `session-${who}`): LiveClientSocket =>
	connectLive(node.url, {
		forceNew: true,
		reconnection: false,
		extraHeaders: { cookie: `${accountNo(who)}|${session}` }
	});
export const helloOf = (client: number, instance: string = crypto.randomUUID()): Hello => ({
	instance,
	client,
	vector: new Uint8Array([0]),
	schema: 1
});
/** A text as one change under this client id. */
export function changeOf(text: string, client: number): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = client;
	doc.getText('t').insert(0, text);
	return Y.encodeStateAsUpdate(doc);
}
// eslint-disable-next-line @typescript-eslint/no-base-to-string -- a Y.Text has one of its own
export const textOf = (doc: Y.Doc): string => doc.getText('t').toString();
export const textIn = (p: { doc: Y.Doc }): string => textOf(p.doc);
export const type = (p: { doc: Y.Doc }, text: string, at = p.doc.getText('t').length): void =>
	p.doc.getText('t').insert(at, text);

/** Waits until it holds, at most so long (ms). */
export async function until(holds: () => boolean | Promise<boolean>, ms = 8000): Promise<void> {
	const deadline = Date.now() + ms;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`did not come true in ${ms} ms: ${holds.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** What the files of the live part share on a node: sockets, database, open rooms, and questions that go out in batches. */
import type { Server, Socket } from 'socket.io';
import type { Database } from '#platform/database.server.ts';
import { batched } from './batching.ts';
import type { Message } from './nodes.server.ts';
import type { Presence } from './presence.server.ts';
import type { Access, ToBrowser, ToHub } from './protocol.ts';
import type { Room, RoomKind } from './room.server.ts';
import * as store from './store.server.ts';
import { claim, type Claim, type Claimed } from './writers.server.ts';

export type Bound = { accountId: string; sessionHash: string };
type Nothing = Record<string, never>;
export type LiveServer = Server<ToHub, ToBrowser, Nothing, Bound>;
export type LiveSocket = Socket<ToHub, ToBrowser, Nothing, Bound>;

export type Part = {
	io: LiveServer;
	pool: Database['pool'];
	/** By the first word of a room's name; `*` is for any other. */
	kinds: Readonly<Record<string, RoomKind>>;
	rooms: Map<string, Room>;
	ask: Asking;
	/** Resolves with the row's id once committed, null when there was nothing to store. */
	save(room: Room, updates: readonly Uint8Array[]): Promise<number | null>;
	presence: Presence;
	/** A hint for other nodes. */
	send(message: Message): void;
	/** How long (ms) the changes of a room wait for each other before they are sent on. */
	breath(): number;
	onError: (e: unknown) => void;
	/** How often an account may send what no page of ours sends; `false` only looks. */
	mayErr(accountId: string, take?: boolean): boolean;
	stopping: boolean;
};

type Asked = { kind: RoomKind; accountId: string };
export type Asking = {
	rights(asked: Asked & { key: string }): Promise<Access>;
	name(asked: Asked): Promise<string>;
	load(room: string): Promise<store.Stored>;
	claim(claim: Claim): Promise<Claimed>;
};

export const asking = (pool: Database['pool']): Asking => ({
	rights: batched((asked: (Asked & { key: string })[]) => answers(asked, (kind, of) => kind.rights(of))),
	name: batched((asked: Asked[]) => answers(asked, (kind, of) => kind.names(of.map((a) => a.accountId)))),
	load: batched((names: string[]) => store.load(pool, names), 200),
	claim: batched((claims: Claim[]) => claim(pool, claims), 500)
});

/** One question for each kind of room. */
async function answers<A extends Asked, B>(asked: A[], ask: (kind: RoomKind, of: A[]) => Promise<B[]>): Promise<B[]> {
	const found: B[] = [];
	for (const [kind, of] of Map.groupBy(
		asked.map((a, i) => ({ a, i })),
		({ a }) => a.kind
	)) {
		const got = await ask(
			kind,
			of.map(({ a }) => a)
		);
		of.forEach(({ i }, n) => (found[i] = got[n]!));
	}
	return found;
}

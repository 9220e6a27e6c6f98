/**
 * The words between a browser tab and the hub: one socket, many rooms. Yjs updates and state vectors are bytes in
 * y-protocols' encoding, version 1; `pack` is a sequence of them. A message is one binary frame of msgpack (parser.ts).
 * Everything from a browser is parsed here before use.
 *
 *   browser → hub
 *     join    room, { instance, client, vector, schema } → answer Joined | { error: Refusal }
 *     leave   room
 *     update  room, seq, bytes          answered by `saved` or `refused`; seq grows
 *     at      room, bytes | null        where my cursor is; name and colour are the hub's
 *
 *   hub → browser
 *     updates  room, pack, saved?       from others, possibly my own again; `saved` of several people along with it
 *     saved    room, seq                this and all before it are committed: all that this tab has sent since it joined
 *     refused  room, seq, why           this one changed nothing, nowhere; nor does what follows, until the next join
 *     rights   room, access, sealed     whenever they change; 'none' ends the room
 *     people   room, Person[]           who is here
 *     cursor   room, person, bytes | null
 *     labels   room                     what the document speaks of shows itself otherwise now: to be asked for again
 *     inbox, session-ended              see sockets.server.ts
 */
import * as v from 'valibot';
import { bytesOf } from './packing.ts';

export const limits = {
	/** bytes of one update */
	update: 256 * 1024,
	/** bytes of a document, compacted */
	document: 5 * 1024 * 1024,
	nesting: 40,
	newClients: 2,
	/** what one update may move a client's clock beyond its own size: deleted text has no bytes */
	clockJump: 65_536,
	/** bytes of a cursor */
	awareness: 4096,
	/** messages a second and socket, and how many may come at once */
	events: 100,
	eventsAtOnce: 400,
	roomsPerSocket: 20,
	/** client ids that an account may claim in a room within a day: one for each time a page is opened */
	clientsPerDay: 200,
	/** bytes of changes that may wait for the database: of one editor, and in one room */
	waitingOfOne: 2 * 1024 * 1024,
	waitingInRoom: 16 * 1024 * 1024,
	/** bytes of a packet */
	packet: 300_000
} as const;

export type Access = 'none' | 'read' | 'write';
export const refusals = [
	'not_joined',
	'forbidden',
	'sealed',
	'malformed',
	'too_large',
	'document_full',
	'client_taken',
	'foreign_client',
	'missing',
	'too_fast',
	'old_schema',
	'unavailable'
] as const;
export type Refusal = (typeof refusals)[number];
export type Person = { id: string; name: string; color: string };
export type Joined = {
	access: Exclude<Access, 'none'>;
	sealed: boolean;
	/** All that the joining one lacks. */
	pack: Uint8Array;
	/** What the hub has. */
	vector: Uint8Array;
	/** My own id among the people. */
	me: string;
	people: Person[];
	cursors: [string, Uint8Array][];
};
export type Answer = Joined | { error: Refusal };
export type ToHub = {
	join: (room: unknown, hello: unknown, answer: (a: Answer) => void) => void;
	leave: (room: unknown) => void;
	update: (room: unknown, seq: unknown, bytes: unknown) => void;
	at: (room: unknown, bytes: unknown) => void;
};
export type ToBrowser = {
	updates: (room: string, pack: Uint8Array, saved?: [person: string, seq: number][]) => void;
	saved: (room: string, seq: number) => void;
	refused: (room: string, seq: number, why: Refusal) => void;
	rights: (room: string, access: Access, sealed: boolean) => void;
	people: (room: string, people: Person[]) => void;
	cursor: (room: string, person: string, bytes: Uint8Array | null) => void;
	labels: (room: string) => void;
	inbox: () => void;
	'session-ended': () => void;
};

const bytes = (max: number) =>
	v.pipe(
		v.unknown(),
		v.transform(bytesOf),
		v.instance(Uint8Array),
		v.check((b) => b.byteLength <= max)
	);
/** `kind:key`, for instance `meeting:` and its id */
const room = v.pipe(v.string(), v.regex(/^[\w .:/-]{1,200}$/));
const hello = v.strictObject({
	/** one for each opened document: two tabs never share it */
	instance: v.pipe(v.string(), v.uuid()),
	/** the Y.Doc's clientID */
	client: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 53 - 1)),
	vector: bytes(limits.packet),
	/** version of the document's shape that the page knows */
	schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))
});
export type Hello = v.InferOutput<typeof hello>;

const seq = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 53 - 1));
const parsed = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null => {
	const result = v.safeParse(schema, value);
	return result.success ? result.output : null;
};
/** Null when it is not what the grammar says. */
export const parseRoom = (value: unknown): string | null => parsed(room, value);
export const parseHello = (value: unknown): Hello | null => parsed(hello, value);
export const parseSeq = (value: unknown): number | null => parsed(seq, value);
export const parseUpdate = (value: unknown): Uint8Array | null => parsed(bytes(limits.packet), value);
export const parseCursor = (value: unknown): Uint8Array | null => parsed(bytes(limits.awareness), value);

export const kindOf = (name: string): string => name.slice(0, name.indexOf(':'));
export const keyOf = (name: string): string => name.slice(name.indexOf(':') + 1);

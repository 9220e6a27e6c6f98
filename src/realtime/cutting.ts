/** Changes of mine cut for the hub: in parcels it takes, each letter after what it builds on, and apart what it cannot take yet. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { limits } from './protocol.ts';

/** The next clock of each client id. */
type Vector = ReadonlyMap<number, number>;
type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
export type Id = { client: number; clock: number };
type Deleted = { client: number; clock: number; len: number };
export type Cut = {
	/** In the order to send them. */
	parcels: Uint8Array[];
	/** What builds on something the hub lacks, and the first of what that is; null when there is nothing of that kind. */
	rest: { update: Uint8Array; lacks: Id[] } | null;
};

const parcelBytes = limits.update / 2;
const deletedTogether = 8000;

/**
 * Two who wrote in turns, and lost both, must each be able to bring the first of it: so it is cut by letters, not by what
 * was sent at once. `hub`: what the hub has; null when it is known to have all that these build on.
 */
export function cut(updates: readonly Uint8Array[], hub: Vector | null): Cut {
	if (!updates.length) return { parcels: [], rest: null };
	const merged = Y.mergeUpdates([...updates]);
	const { structs, ds } = Y.decodeUpdate(merged);
	const at = new Map(hub);
	const clockOf = (client: number) => (hub ? (at.get(client) ?? 0) : Number.MAX_SAFE_INTEGER);
	const isThere = (id: Id) => id.clock < clockOf(id.client);
	const fits = (s: Struct) => needsOf(s).every(isThere);
	const taken: Struct[] = [];
	const lines = [
		...Map.groupBy(
			structs.filter((s) => !(s instanceof Y.Skip)),
			(s) => s.id.client
		).values()
	].map((of) => ({ of, next: 0 }));
	for (let goesOn = true; goesOn;) {
		goesOn = false;
		for (const line of lines)
			for (let s = line.of[line.next]; s && fits(s); s = line.of[++line.next]) {
				taken.push(s);
				if (hub) at.set(s.id.client, Math.max(clockOf(s.id.client), s.id.clock + s.length));
				goesOn = true;
			}
	}
	const deleted = deletedIn(ds);
	const split = deleted.map((d) => Math.min(Math.max(clockOf(d.client) - d.clock, 0), d.len));
	const known = deleted.flatMap((d, i): Deleted[] => (split[i]! > 0 ? [{ ...d, len: split[i]! }] : []));
	const unknown = deleted.flatMap((d, i): Deleted[] =>
		split[i]! < d.len ? [{ ...d, clock: d.clock + split[i]!, len: d.len - split[i]! }] : []
	);
	const left = lines.map(({ of, next }) => of.slice(next)).filter((of) => of.length);
	const lacks = [
		...left.flatMap((of) => needsOf(of[0]!).filter((id) => !isThere(id))),
		...unknown.map(({ client, clock }) => ({ client, clock }))
	];
	return {
		parcels: [...parcelsOf(taken), ...deletionsOf(known)],
		rest: lacks.length ? { update: encoded(left.flat(), unknown), lacks } : null
	};
}

/** What of these client ids the document has beyond the hub, with all that was ever deleted; null when there is nothing. */
export function beyond(doc: Y.Doc, clients: ReadonlySet<number>, hub: Vector): Uint8Array | null {
	const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(hub))));
	const own = structs.filter((s) => clients.has(s.id.client));
	if (!own.length) return null;
	return encoded(own, deletedIn(ds));
}

/** Ids a struct cannot be without. */
function needsOf(struct: Struct): Id[] {
	const { client, clock } = struct.id;
	const before = clock > 0 ? [{ client, clock: clock - 1 }] : [];
	if (!(struct instanceof Y.Item)) return before;
	const parent = struct.parent as Id | string | null;
	const others = [struct.origin, struct.rightOrigin, typeof parent === 'object' ? parent : null];
	return [...before, ...others.filter((id) => id !== null)];
}
const deletedIn = (ds: ReturnType<typeof Y.decodeUpdate>['ds']): Deleted[] =>
	[...ds.clients].flatMap(([client, of]) => of.map(({ clock, len }) => ({ client, clock, len })));

/** One client id each, as the hub takes few new ones at once. */
function parcelsOf(structs: readonly Struct[]): Uint8Array[] {
	const parcels: Uint8Array[] = [];
	let open: Struct[] = [];
	let bytes = 0;
	const close = () => {
		if (open.length) parcels.push(encoded(open, []));
		[open, bytes] = [[], 0];
	};
	for (const struct of structs) {
		const size = sizeOf(struct);
		const before = open.at(-1);
		const goesOn = before?.id.client === struct.id.client && before.id.clock + before.length === struct.id.clock;
		if (!goesOn || bytes + size > parcelBytes) close();
		open.push(struct);
		bytes += size;
	}
	close();
	return parcels;
}

function deletionsOf(deleted: readonly Deleted[]): Uint8Array[] {
	const parcels: Uint8Array[] = [];
	for (let i = 0; i < deleted.length; i += deletedTogether)
		parcels.push(encoded([], deleted.slice(i, i + deletedTogether)));
	return parcels;
}

function sizeOf(struct: Struct): number {
	const to = new Y.UpdateEncoderV1();
	struct.write(to, 0);
	return encoding.length(to.restEncoder);
}

/** Where clocks are missing an update says so. */
function withoutGaps(structs: readonly Struct[]): Struct[] {
	return structs.flatMap((s, i) => {
		const before = structs[i - 1];
		const end = before ? before.id.clock + before.length : s.id.clock;
		return end < s.id.clock ? [new Y.Skip(Y.createID(s.id.client, end), s.id.clock - end), s] : [s];
	});
}

/** An update of these structs and deletions, as y-protocols has it. */
function encoded(structs: readonly Struct[], deleted: readonly Deleted[]): Uint8Array {
	const to = new Y.UpdateEncoderV1();
	const byClient = Map.groupBy(structs, (s) => s.id.client);
	encoding.writeVarUint(to.restEncoder, byClient.size);
	for (const [client, of] of byClient) {
		const all = withoutGaps(of);
		encoding.writeVarUint(to.restEncoder, all.length);
		to.writeClient(client);
		encoding.writeVarUint(to.restEncoder, of[0]!.id.clock);
		for (const struct of all) struct.write(to, 0);
	}
	const gone = Map.groupBy(deleted, (d) => d.client);
	encoding.writeVarUint(to.restEncoder, gone.size);
	for (const [client, of] of gone) {
		encoding.writeVarUint(to.restEncoder, client);
		encoding.writeVarUint(to.restEncoder, of.length);
		for (const { clock, len } of of) {
			encoding.writeVarUint(to.restEncoder, clock);
			encoding.writeVarUint(to.restEncoder, len);
		}
	}
	return to.toUint8Array();
}

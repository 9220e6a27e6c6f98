/** Looks at an update before anything is stored or sent on: is it sound, is it the sender's, does it fit what is there? */
import * as Y from 'yjs';
import type { Form } from './form.ts';
import { Letters, type Span } from './letters.ts';
import { limits, type Refusal } from './protocol.ts';

/** What of a document must be known to judge: the next clock of each client id. */
export type Vector = Map<number, number>;
export type Sound = {
	/** Next clocks after it, of the client ids it adds to. */
	next: Vector;
	/** It adds something; or it deletes, which may be known already. */
	adds: boolean;
	/** It is not known to be mere letters in a text, so that it must be tried where it lands. */
	structural: boolean;
	/** What is known to be letters in a text, once this is taken. */
	letters: readonly Span[];
};
export type Verdict = Sound | { refused: Refusal };

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Id = { client: number; clock: number };
const refused = (why: Refusal): Verdict => ({ refused: why });

/** `form`: what the document may hold; null admits anything, and only elements and maps are structural. */
export function examine(bytes: Uint8Array, vector: Vector, form: Form | null, known = new Letters()): Verdict {
	if (bytes.byteLength > limits.update) return refused('too_large');
	let decoded: Decoded;
	try {
		decoded = Y.decodeUpdate(bytes);
	} catch {
		return refused('malformed');
	}
	const next: Vector = new Map();
	const at = (client: number) => next.get(client) ?? vector.get(client) ?? 0;
	const letters = new Letters();
	const isLetter = (id: Id | null) => id !== null && (known.has(id) || letters.has(id));
	let structural = false;
	let weightless = 0;
	let newClients = 0;
	for (const struct of decoded.structs) {
		const { client, clock } = struct.id;
		if (struct instanceof Y.Skip || clock > at(client)) return refused('missing');
		const end = clock + struct.length;
		if (!Number.isSafeInteger(end) || struct.length < 1) return refused('malformed');
		const from = at(client);
		const added = end - from;
		if (added <= 0) continue;
		if (from === 0) newClients++;
		next.set(client, end);
		if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) weightless += added;
		else if (!isPlain(struct.content)) return refused('malformed');
		else if (!form) structural ||= struct.content instanceof Y.ContentType;
		else if (!isInText(struct.content, form)) structural = true;
		// Yjs puts an item where the one before it is; of one that is known in part, the known part is before
		else if (isLetter(from > clock ? { client, clock: from - 1 } : (struct.origin ?? struct.rightOrigin)))
			letters.add([client, from, added]);
		else structural = true;
	}
	if (newClients > limits.newClients) return refused('too_large');
	if (weightless > limits.clockJump + bytes.byteLength) return refused('malformed');
	const isThere = (id: Id | null | undefined) => !id || id.clock < at(id.client);
	for (const struct of decoded.structs) {
		if (!(struct instanceof Y.Item)) continue;
		const parent = struct.parent as Id | string | null;
		if (typeof parent === 'string' && form && !form.roots.has(parent)) return refused('malformed');
		if (!isThere(struct.origin) || !isThere(struct.rightOrigin)) return refused('missing');
		if (parent && typeof parent === 'object' && !isThere(parent)) return refused('missing');
	}
	for (const [client, deleted] of decoded.ds.clients)
		for (const { clock, len } of deleted) {
			if (!Number.isSafeInteger(clock + len)) return refused('malformed');
			if (clock + len > at(client)) return refused('missing');
		}
	return { next, adds: next.size > 0 || decoded.ds.clients.size > 0, structural, letters: letters.spans() };
}

/** Not a document inside the document. */
const isPlain = (content: unknown): boolean => !(content instanceof Y.ContentDoc);
/** May stand in a text: letters, and the beginning and end of marks. */
export const isInText = (content: unknown, form: Form): boolean =>
	content instanceof Y.ContentString || (content instanceof Y.ContentFormat && form.mark(content.key, content.value));

/** Adds what an accepted or stored update brings. */
export function advance(vector: Vector, next: Iterable<[number, number]>): void {
	for (const [client, clock] of next) if (clock > (vector.get(client) ?? 0)) vector.set(client, clock);
}
/** @throws when it is no update */
export const vectorOf = (update: Uint8Array): Vector => Y.parseUpdateMeta(update).to;
export function encodedVector(vector: Vector): Uint8Array {
	return Y.encodeStateVector(vector);
}

/** Several Yjs updates in one buffer: each with its length before it. The log stores them so, the wire carries them so. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export function pack(updates: readonly Uint8Array[]): Uint8Array {
	const encoder = encoding.createEncoder();
	for (const update of updates) encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

/** @throws when it is cut off */
export function unpack(packed: Uint8Array): Uint8Array[] {
	const decoder = decoding.createDecoder(packed);
	const updates: Uint8Array[] = [];
	while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
	return updates;
}

/** What came over the wire as bytes: the parser makes one or the other of them. Null when it is neither. */
export const bytesOf = (value: unknown): Uint8Array | null =>
	value instanceof Uint8Array ? value : value instanceof ArrayBuffer ? new Uint8Array(value) : null;

/**
 * The packets of the wire as msgpack, the same for browser and hub. The package underneath knows bytes by another name on
 * each side: in a browser only an ArrayBuffer, in Node only a Buffer; what else it would send as a list of numbers.
 */
import msgpack from 'socket.io-msgpack-parser';

function withBytes(value: unknown): unknown {
	if (value instanceof Uint8Array)
		return typeof Buffer === 'undefined'
			? value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)
			: Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	if (Array.isArray(value)) return value.map(withBytes);
	if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBytes(inner)]));
}

type Packet = { type: number; data?: unknown };
class Encoder extends msgpack.Encoder {
	encode(packet: Packet): ArrayBuffer {
		return super.encode('data' in packet ? { ...packet, data: withBytes(packet.data) } : packet);
	}
}
export const parser = { ...msgpack, Encoder };

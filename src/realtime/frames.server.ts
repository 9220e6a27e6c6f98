/**
 * A message to many as one WebSocket frame that is made once and written in one piece. Socket.IO does so for text alone
 * (`wsPreEncodedFrame`, which its transport takes for any message); ours are bytes, and most of what the hub does is
 * writing them.
 */
import type { Server } from 'socket.io';

type Options = { wsPreEncodedFrame?: readonly Buffer[] };
type Encoding = { _encode(packet: unknown, options: Options): unknown[] };
type AdapterClass = new (...args: never[]) => object;

/** For the namespaces made from now on; where Socket.IO has changed inside, it goes on as it does by itself. */
export function framesOnce(io: Server): void {
	const Base = io.adapter() as unknown as AdapterClass | undefined;
	const encode = (Base?.prototype as Partial<Encoding> | undefined)?._encode;
	if (!Base || !encode) return;
	class Adapter extends Base implements Encoding {
		_encode(packet: unknown, options: Options): unknown[] {
			const encoded = encode!.call(this, packet, options);
			const [only] = encoded;
			if (encoded.length === 1 && only instanceof Uint8Array) options.wsPreEncodedFrame = [frameOf(only)];
			return encoded;
		}
	}
	io.adapter(Adapter as unknown as Parameters<typeof io.adapter>[0]);
}

/** Binary, in one piece, unmasked, as a server sends it (RFC 6455, section 5.2). */
export function frameOf(bytes: Uint8Array): Buffer {
	const size = bytes.byteLength;
	const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(head + size);
	frame[0] = 0x82;
	if (head === 2) frame[1] = size;
	else if (head === 4) {
		frame[1] = 126;
		frame.writeUInt16BE(size, 2);
	} else {
		frame[1] = 127;
		frame.writeBigUInt64BE(BigInt(size), 2);
	}
	frame.set(bytes, head);
	return frame;
}

import { describe, expect, test } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { frameOf, framesOnce } from './frames.server.ts';
import { parser } from './parser.ts';

describe('a message to many', () => {
	test.each([0, 125, 126, 65_535, 65_536])('of %i bytes arrives as it was sent', async (size) => {
		const http = createServer();
		const server = new Server(http, { transports: ['websocket'], parser, serveClient: false, maxHttpBufferSize: 1e6 });
		framesOnce(server);
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
			transports: ['websocket'],
			parser
		});
		try {
			await new Promise<void>((resolve) => server.once('connection', () => resolve()));
			const heard = new Promise<Uint8Array>((resolve) => client.once('bytes', resolve));
			const sent = Uint8Array.from({ length: size }, (_, i) => i % 251);
			server.emit('bytes', sent);
			expect(new Uint8Array(await heard)).toEqual(sent);
		} finally {
			client.disconnect();
			await server.close();
		}
	});
	test('is framed as RFC 6455 says', () => {
		expect([...frameOf(new Uint8Array([7, 8]))]).toEqual([0x82, 2, 7, 8]);
		expect([...frameOf(new Uint8Array(300)).subarray(0, 4)]).toEqual([0x82, 126, 1, 44]);
		expect([...frameOf(new Uint8Array(65_536)).subarray(0, 10)]).toEqual([0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
	});
});

/** A wire between browser and hub that keeps every byte sent up it, whoever in the browser sends it: pages, threads, beacons. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Wire = {
	/** The hub's address at this end. */
	url: string;
	/** All that was sent since the last call, as it is and decoded. */
	sent(): string;
	cut(): Promise<void>;
};

export async function wireTo(hub: string): Promise<Wire> {
	const bytes: Buffer[] = [];
	const open = new Set<Socket>();
	let last: Socket | undefined;
	const server = createServer((browser) => {
		const up = connect(Number(new URL(hub).port), '127.0.0.1');
		for (const socket of [browser, up]) {
			open.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => {
				open.delete(socket);
				(socket === up ? browser : up).destroy();
			});
		}
		browser.on('data', (some: Buffer) => {
			// what one connection says does not run into what another says
			if (last !== browser) bytes.push(Buffer.from('\n'));
			last = browser;
			bytes.push(some);
		});
		browser.pipe(up).pipe(browser);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sent() {
			const text = Buffer.concat(bytes.splice(0)).toString('utf8');
			return `${text}\n${decoded(text)}`;
		},
		async cut() {
			for (const socket of open) socket.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}

const decoded = (text: string): string =>
	text
		.replaceAll('+', ' ')
		.replace(/(?:%[0-9a-f]{2})+/gi, (said) => Buffer.from(said.replaceAll('%', ''), 'hex').toString('utf8'));

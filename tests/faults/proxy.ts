/** A wire between hub and database that a test can cut or make slow. */
import net from 'node:net';
import { once } from 'node:events';

export type Wire = {
	port: number;
	/** Ends all connections and refuses new ones, until `mend`. */
	cut(): void;
	/** Answers of the database come so much later (ms). */
	delay(ms: number): void;
	mend(): void;
	close(): Promise<void>;
};

/** @param socketPath of the database's Unix socket */
export async function wireTo(socketPath: string): Promise<Wire> {
	const open = new Set<net.Socket>();
	let isCut = false;
	let lateBy = 0;
	const server = net.createServer((near) => {
		if (isCut) return void near.destroy();
		const far = net.connect(socketPath);
		for (const end of [near, far]) {
			open.add(end);
			end.on('error', () => undefined);
			end.on('close', () => {
				open.delete(end);
				near.destroy();
				far.destroy();
			});
		}
		near.on('data', (data) => far.write(data));
		far.on('data', (data) => {
			if (!lateBy) near.write(data);
			else setTimeout(() => near.writable && near.write(data), lateBy);
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as net.AddressInfo).port,
		cut() {
			isCut = true;
			for (const end of open) end.destroy();
		},
		delay: (ms) => void (lateBy = ms),
		mend() {
			isCut = false;
			lateBy = 0;
		},
		async close() {
			for (const end of open) end.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}

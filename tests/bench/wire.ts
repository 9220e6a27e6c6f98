/** Stands between hub and database and counts the statements that pass, without the hub knowing. */
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export type Wire = {
	/** DATABASE_URL by way of the wire. */
	url: string;
	/** Statements since the last call, transaction brackets left out. */
	taken(): string[];
	close(): Promise<void>;
};

const brackets = /^\s*(begin|commit|rollback|start transaction|set transaction|savepoint|release)/i;

/** `url` names a Unix socket's folder as `?host=…`, as urlOf() makes it. */
export async function startWire(url: string): Promise<Wire> {
	const socket = path.join(hostOf(url), '.s.PGSQL.5432');
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-wire-'));
	let statements: string[] = [];
	const open = new Set<net.Socket>();
	const server = net.createServer((hub) => {
		const database = net.connect(socket);
		const read = statementsIn((text) => void (brackets.test(text) || statements.push(text)));
		for (const [from, to] of [
			[hub, database],
			[database, hub]
		] as const) {
			open.add(from);
			from.on('error', () => to.destroy());
			from.on('close', () => void (open.delete(from), to.destroy()));
			from.pipe(to);
		}
		hub.on('data', read);
	});
	await new Promise<void>((resolve) => server.listen(path.join(dir, '.s.PGSQL.5432'), resolve));
	return {
		url: url.replace(/\?host=.*$/, `?host=${encodeURIComponent(dir)}`),
		taken() {
			const taken = statements;
			statements = [];
			return taken;
		},
		async close() {
			for (const end of open) end.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
			fs.rmSync(dir, { recursive: true, force: true });
		}
	};
}

const hostOf = (url: string): string => decodeURIComponent(/\?host=([^&]*)/.exec(url)?.[1] ?? '');

/**
 * Reads the stream a client sends: after the start-up packet each message is one letter, its length, its body. A
 * statement is a simple query (Q) or a parse (P); the driver parses each one anew, as we name none.
 */
function statementsIn(onStatement: (text: string) => void): (chunk: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0);
	let started = false;
	return (chunk) => {
		rest = Buffer.concat([rest, chunk]);
		for (;;) {
			const head = started ? 1 : 0;
			if (rest.length < head + 4) return;
			const length = head + rest.readUInt32BE(head);
			if (rest.length < length) return;
			const letter = started ? String.fromCharCode(rest[0]!) : '';
			const body = rest.subarray(head + 4, length);
			if (letter === 'Q') onStatement(textAt(body, 0));
			if (letter === 'P') onStatement(textAt(body, body.indexOf(0) + 1));
			started = true;
			rest = rest.subarray(length);
		}
	};
}

const textAt = (body: Buffer, from: number): string => body.toString('utf8', from, body.indexOf(0, from));

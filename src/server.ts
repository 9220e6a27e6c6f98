/** Starts web, live and jobs in one process, and stops them cleanly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeDatabase, openedDatabase } from '#platform/database.server.ts';
import { environment, trialMode } from '#platform/env.server.ts';
import { log } from '#platform/log.server.ts';
import { securityHeaders } from '#platform/origin.server.ts';
import { onSessionEnd } from '#platform/sessions.server.ts';
import { startLive } from '#realtime/sockets.server.ts';
import { door, prepareContent, roomKinds, startJobs, trialHost } from '#wiring.server.ts';

const host = trialMode() ? '127.0.0.1' : (environment.HOST ?? '0.0.0.0');
const port = environment.PORT ?? 3000;
const stopWithinMs = 9000;

if (environment.production && !environment.ORIGIN) {
	console.error('Bitte ORIGIN setzen: die Adresse, unter der der Hub geöffnet wird, z. B. https://hub.example.org');
	process.exit(2);
}
process.env.BODY_SIZE_LIMIT ??= '512K';
if (!environment.ORIGIN) process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
if (environment.TRUSTED_PROXIES > 0) {
	process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
	process.env.XFF_DEPTH ??= String(environment.TRUSTED_PROXIES);
}

const db = await openedDatabase();
await prepareContent();
const { handler } = (await import(new URL('../build/handler.js', import.meta.url).href)) as {
	handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
};

const server = createServer((request, response) => {
	// here and not in the hooks: redirects and files never pass there; a page's own header goes before
	for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
	if (environment.production) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
	countByOwnAddress(request);
	if (!environment.ORIGIN) {
		// Security: the trial hub answers under loopback names only, and takes its own address from nowhere else
		if (!trialHost.test(request.headers.host ?? '')) return void response.writeHead(421).end();
		request.headers['x-forwarded-proto'] = 'http';
	}
	handler(request, response, () => response.writeHead(404).end());
});
server.requestTimeout = 30_000;
const live = startLive({
	http: server,
	door,
	db,
	kinds: roomKinds,
	onError: (e) => log.error({ err: e }, 'live failed')
});
onSessionEnd((accountId, sessionHash) => live.end({ accountId, sessionHash }));
const jobs = await startJobs(live);
await live.ready();

await new Promise<void>((resolve, reject) => {
	server.once('error', reject);
	server.listen(port, host, resolve);
}).catch((e: NodeJS.ErrnoException) => {
	console.error(
		e.code === 'EADDRINUSE' ? `Port ${port} ist belegt. Bitte PORT=… setzen. / Port ${port} is in use, set PORT=…` : e
	);
	return stop(1);
});
const address = server.address();
const open = typeof address === 'object' && address ? address.port : port;
console.log(`\n  Lückenlos ist bereit: ${environment.ORIGIN ?? `http://127.0.0.1:${open}`}\n`);

/** Who comes past the proxies, and so without their header, is counted by his own address. */
function countByOwnAddress({ headers, socket }: IncomingMessage): void {
	const proxies = environment.TRUSTED_PROXIES;
	const seen = String(headers['x-forwarded-for'] ?? '').split(',');
	if (seen.filter((address) => address.trim()).length < proxies)
		headers['x-forwarded-for'] = Array(proxies).fill(socket.remoteAddress).join();
}

let stopping = false;
async function stop(code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	setTimeout(() => process.exit(1), stopWithinMs).unref();
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	await live.close();
	server.closeIdleConnections();
	await jobs.stop();
	await closed;
	await closeDatabase();
	process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
process.on('unhandledRejection', (e) => log.error({ err: e }, 'unhandled rejection'));

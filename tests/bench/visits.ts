/** Goes to the measured pages on a hub of its own, everybody logged in once. */
import { Agent, request } from 'node:http';
import type { CastKey } from '#demo/cast.server.ts';
import { hubOn, type Hub } from '../e2e/hub.ts';
import type { Line } from './lines.ts';

/** Milliseconds from asking to the whole page. */
export type Get = (path: string) => Promise<number>;

/** Starts the built hub and visits line after line. */
export async function visiting(
	url: string,
	lines: Line[],
	visit: (line: Line, get: Get) => Promise<void>
): Promise<void> {
	const hub = await hubOn(url);
	const agent = new Agent({ keepAlive: true });
	try {
		const cookies = new Map<CastKey, string>();
		for (const who of new Set(lines.map((line) => line.who))) cookies.set(who, await hub.login(who));
		for (const line of lines)
			if (line.paths.length) await visit(line, (path) => timeOf(hub, agent, path, cookies.get(line.who)!));
	} finally {
		agent.destroy();
		await hub.stop();
	}
}

/** Anything but 200 is an error, with what the hub has to say about it. */
function timeOf(hub: Hub, agent: Agent, path: string, cookie: string): Promise<number> {
	const began = performance.now();
	return new Promise((resolve, reject) => {
		const asked = request(hub.url + path, { agent, headers: { cookie } }, (answer) => {
			answer.resume();
			answer.once('error', reject);
			answer.once('end', () => {
				if (answer.statusCode === 200) resolve(performance.now() - began);
				else reject(new Error(`${path} answered ${answer.statusCode}\n${hub.output()}`));
			});
		});
		asked.once('error', reject);
		asked.end();
	});
}

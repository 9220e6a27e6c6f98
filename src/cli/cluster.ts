/** Two hubs on one database, as behind a load balancer: PORT and the port after it. Ctrl-C stops both. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const first = Number(process.env.PORT ?? 3000);
const nodes: ChildProcess[] = [];
let code = 0;

const start = (port: number): ChildProcess => {
	const node = spawn(process.execPath, ['src/server.ts'], {
		env: { ...process.env, PORT: String(port) },
		stdio: 'inherit'
	});
	nodes.push(node);
	// one alone is no cluster: its end is the end of both
	node.once('exit', (status) => {
		code ||= status ?? 1;
		stop('SIGTERM');
	});
	return node;
};
function stop(signal: NodeJS.Signals): void {
	for (const node of nodes) if (node.exitCode === null && node.signalCode === null) node.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop('SIGTERM'));

await Promise.all([first, first + 1].map((port) => once(start(port), 'exit')));
process.exit(code);

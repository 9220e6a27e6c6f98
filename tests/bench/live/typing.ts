/** People typing into documents, and how long each letter takes to the others. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Y from 'yjs';
import { percentile } from '../report.ts';
import type { Connection, Peer } from './peers.ts';

export type Load = { documents: number; editors: number; perSecond: number; seconds: number };
export type Typed = {
	p50: number;
	p99: number;
	/** Letters that reached another editor. */
	delivered: number;
	/** Of those that should have. */
	expected: number;
	sentPerSecond: number;
	/** Server CPU, microseconds for each delivery. */
	cpu: number;
};
let run = 0;

export async function typing(peer: Peer, load: Load): Promise<Typed> {
	const prefix = `t${++run}-`;
	const sentAt = new Map<number, number[]>();
	const latencies: number[] = [];
	const connections: Connection[] = [];
	let measuring = false;
	let measured = 0;
	for (let d = 0; d < load.documents; d++)
		for (let e = 0; e < load.editors; e++) {
			const connection = peer.connect(`${prefix}${d}`);
			connection.doc.on('afterTransaction', (tr: Y.Transaction) => {
				if (tr.local || !measuring) return;
				const at = performance.now();
				for (const [client, clock] of tr.afterState) {
					const before = tr.beforeState.get(client) ?? 0;
					for (let c = before; c < clock; c++) {
						const sent = sentAt.get(client)?.[c];
						if (sent !== undefined) latencies.push(at - sent);
					}
				}
			});
			connections.push(connection);
			if (connections.length % 20 === 0) await connection.synced;
		}
	await Promise.all(connections.map((c) => c.synced));
	const type = ({ doc }: Connection) => {
		const text = doc.getText('t');
		const times = sentAt.get(doc.clientID) ?? [];
		sentAt.set(doc.clientID, times);
		if (measuring) {
			times[times.length ? times.length : clockOf(doc)] = performance.now();
			measured++;
		}
		text.insert(text.length, 'x');
	};
	const clockOf = (doc: Y.Doc) =>
		doc.store.clients.get(doc.clientID)?.reduce((n, s) => Math.max(n, s.id.clock + s.length), 0) ?? 0;
	// one clock for all, so that the generator costs the same for every peer; each editor has its own phase
	const turnMs = 10;
	const phase = connections.map(() => Math.random());
	const turn = () => {
		connections.forEach((c, i) => {
			for (phase[i]! += (load.perSecond * turnMs) / 1000; phase[i]! >= 1; phase[i]!--) type(c);
		});
	};
	const typeFor = async (ms: number) => {
		const began = performance.now();
		for (let n = 1; performance.now() - began < ms; n++) {
			turn();
			await sleep(Math.max(0, began + n * turnMs - performance.now()));
		}
		return performance.now() - began;
	};
	await typeFor(1000);
	measuring = true;
	const cpuBefore = peer.cpu();
	const took = await typeFor(load.seconds * 1000);
	const expected = measured * (load.editors - 1);
	for (let i = 0; i < 40 && latencies.length < expected; i++) await sleep(100);
	const cpu = peer.cpu() - cpuBefore;
	for (const c of connections) c.close();
	await sleep(300);
	return {
		p50: percentile(latencies, 0.5),
		p99: percentile(latencies, 0.99),
		delivered: latencies.length,
		expected,
		sentPerSecond: (measured * 1000) / took,
		cpu: (cpu * 1e6) / Math.max(1, latencies.length)
	};
}

/** The live document against Hocuspocus and a bare relay, in turns on the same PostgreSQL. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { startEmbedded } from '#platform/embedded/embedded.server.ts';
import { urlOf } from '#platform/testing.server.ts';
import { percentile, say, table, verdict, type Cell } from '../report.ts';
import { peer, type Connection, type Peer } from './peers.ts';
import { typing, type Typed } from './typing.ts';

const rounds = 3;
const edits = 20_000;
const median = (values: readonly number[]): number => percentile(values, 0.5);
type Both = { ours: Peer; hocuspocus: Peer };

export const liveParts = ['typing', 'most', 'opening', 'memory', 'return'] as const;
export type LivePart = (typeof liveParts)[number];

export async function benchLive(folder: string, parts: readonly LivePart[]): Promise<boolean> {
	const cluster = await startEmbedded({ dir: folder });
	await cluster.dropDatabase('bench_live');
	const url = urlOf(await cluster.createDatabase('bench_live'));
	const [ours, hocuspocus, relay] = [await peer('ours', url), await peer('hocuspocus', url), await peer('relay', url)];
	const peers = [ours, hocuspocus, relay];
	const measures: Record<LivePart, () => Promise<boolean>> = {
		typing: () => benchTyping(peers),
		most: () => benchMost(peers),
		opening: () => benchOpening({ ours, hocuspocus }),
		memory: () => benchMemory({ ours, hocuspocus }),
		return: () => benchReturn({ ours, hocuspocus })
	};
	let fits = true;
	try {
		for (const p of peers) await p.start();
		for (const part of parts) fits = (await measures[part]()) && fits;
		return fits;
	} finally {
		for (const p of peers) await p.stop().catch(() => undefined);
		await cluster.dropDatabase('bench_live');
		await cluster.close();
	}
}

async function benchTyping(peers: readonly Peer[]): Promise<boolean> {
	const rows: Cell[][] = [];
	let fits = true;
	for (const [documents, editors] of [
		[10, 5],
		[50, 5],
		[100, 10]
	] as const) {
		const runs = new Map<Peer, Typed[]>(peers.map((p) => [p, []]));
		for (let round = 0; round < rounds; round++)
			for (const p of peers) runs.get(p)!.push(await typing(p, { documents, editors, perSecond: 5, seconds: 5 }));
		const of = (p: Peer, key: keyof Typed) => median(runs.get(p)!.map((r) => r[key]));
		const [ours, hocuspocus] = [peers[0]!, peers[1]!];
		const good = of(ours, 'p99') <= of(hocuspocus, 'p99') && of(ours, 'cpu') <= 0.8 * of(hocuspocus, 'cpu');
		fits &&= good;
		for (const p of peers)
			rows.push([
				`${documents} × ${editors}`,
				p.name,
				of(p, 'p50'),
				of(p, 'p99'),
				of(p, 'cpu'),
				of(p, 'sentPerSecond'),
				p === ours ? verdict(good) : ''
			]);
	}
	say(
		table(
			[
				'documents × editors',
				'server',
				'p50 ms',
				'p99 ms',
				'CPU µs/delivery',
				'letters/s',
				'p99 ≤ and CPU ≤ 0.8 × Hocuspocus'
			],
			rows
		)
	);
	return fits;
}

/** The highest rate with p99 below 100 ms and everything delivered. */
async function benchMost(peers: readonly Peer[]): Promise<boolean> {
	const rows: Cell[][] = [];
	const most = new Map<string, number>();
	for (const p of peers) {
		let best = 0;
		for (let perSecond = 5; perSecond <= 95; perSecond = perSecond * 1.3) {
			const run = await typing(p, { documents: 50, editors: 5, perSecond, seconds: 3 });
			if (run.p99 >= 100 || run.delivered < run.expected * 0.999) break;
			best = run.sentPerSecond;
		}
		most.set(p.name, best);
	}
	const [ours, theirs] = [most.get('ours')!, most.get('hocuspocus')!];
	for (const p of peers) rows.push([p.name, most.get(p.name)!, p.name === 'ours' ? verdict(ours >= 1.5 * theirs) : '']);
	say(`\n${table(['server', 'updates/s with p99 < 100 ms', '≥ 1.5 × Hocuspocus'], rows)}`);
	return ours >= 1.5 * theirs;
}

/**
 * A document of 20,000 edits, opened for the first time after a restart: from connecting until the text is there. Both get
 * the edits no faster than they take them, and time to store: a server that was sent all of them at once, and ended when
 * their writer had left, would open an empty document.
 */
async function benchOpening({ ours, hocuspocus }: Both): Promise<boolean> {
	const ms = new Map<Peer, number>();
	for (const p of [ours, hocuspocus]) {
		const writer = p.connect('long');
		await writer.synced;
		const text = writer.doc.getText('t');
		let at = 0; // words here and there, as people write
		for (let i = 0; i < edits; i++) {
			if (i % 25 === 0) at = Math.floor(Math.random() * (text.length + 1));
			text.insert(at++, 'x');
			if (i % 400 === 0) while (!writer.isSaved()) await sleep(5);
		}
		while (!writer.isSaved()) await sleep(50);
		await sleep(3500); // Hocuspocus stores late
		writer.close();
		await sleep(2000); // and when the last one has left
		const times: number[] = [];
		for (let round = 0; round < 2 * rounds + 1; round++) {
			await p.stop();
			await p.start();
			const began = performance.now();
			const reader = p.connect('long');
			await reader.synced;
			times.push(performance.now() - began);
			const lost = edits - reader.doc.getText('t').length;
			if (lost) throw new Error(`${p.name} has lost ${lost} letters`);
			reader.close();
		}
		ms.set(p, median(times));
	}
	const good = ms.get(ours)! <= 0.25 * ms.get(hocuspocus)!;
	say(
		`\n${table(
			['20,000 edits, first opened after a restart', 'ms', '≤ 0.25 ×'],
			[
				['ours', ms.get(ours)!, verdict(good)],
				['hocuspocus', ms.get(hocuspocus)!, '']
			]
		)}`
	);
	return good;
}

/** What 100 idle documents add to a server that somebody has been to: what the first one costs once is no document's. */
async function benchMemory({ ours, hocuspocus }: Both): Promise<boolean> {
	const mb = new Map<Peer, { empty: number; added: number }>();
	const words = Array.from({ length: 5000 }, (_, i) => `Wort${i % 977} `).join('');
	for (const p of [ours, hocuspocus]) {
		await p.stop();
		await p.start();
		const written = async (room: string) => {
			const c = p.connect(room, new Y.Doc());
			await c.synced;
			c.doc.getText('t').insert(0, words);
			return c;
		};
		const first = await written('first');
		while (!first.isSaved()) await sleep(50);
		first.close();
		await sleep(3000);
		const empty = p.memory();
		const open: Connection[] = [];
		for (let i = 0; i < 100; i++) open.push(await written(`idle-${i}`));
		while (!open.every((c) => c.isSaved())) await sleep(50);
		await sleep(25_000); // idle: scratch copies are let go
		mb.set(p, { empty, added: p.memory() - empty });
		for (const c of open) c.close();
	}
	const [mine, theirs] = [mb.get(ours)!, mb.get(hocuspocus)!];
	const good = mine.added <= 0.3 * theirs.added;
	say(
		`\n${table(
			['100 idle documents of 5,000 words', 'MB', 'without them', '≤ 0.3 ×'],
			[
				['ours', mine.added, mine.empty, verdict(good)],
				['hocuspocus', theirs.added, theirs.empty, '']
			]
		)}`
	);
	return good;
}

/** 200 clients drop out, write offline and come back at once. */
async function benchReturn({ ours, hocuspocus }: Both): Promise<boolean> {
	const ms = new Map<Peer, number>();
	for (const p of [ours, hocuspocus]) {
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const all = Array.from({ length: 200 }, (_, i) => p.connect(`back-${round}-${Math.floor(i / 10)}`));
			await Promise.all(all.map((c) => c.synced));
			for (const c of all) c.offline();
			for (const c of all) for (let i = 0; i < 20; i++) c.doc.getText('t').insert(0, 'x');
			await sleep(500);
			const began = performance.now();
			for (const c of all) c.online();
			while (!all.every((c) => c.doc.getText('t').length === 200 && c.isSaved())) {
				await sleep(5);
				if (performance.now() - began > 60_000) throw new Error(`${p.name} does not come together`);
			}
			times.push(performance.now() - began);
			for (const c of all) c.close();
			await sleep(300);
		}
		ms.set(p, median(times));
	}
	const good = ms.get(ours)! <= ms.get(hocuspocus)!;
	say(
		`\n${table(
			['200 come back at once', 'ms until all are alike', '≤ Hocuspocus'],
			[
				['ours', ms.get(ours)!, verdict(good)],
				['hocuspocus', ms.get(hocuspocus)!, '']
			]
		)}`
	);
	return good;
}

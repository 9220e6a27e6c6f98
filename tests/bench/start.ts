/** How long `npm start` takes from the second time on, until the first page has come – after a clean stop and a crash. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../e2e/hub.ts';
import type { Worlds } from './databases.ts';
import { say, table, verdict } from './report.ts';

const limitMs = 5000;
const giveUpMs = 120_000;
const starts = 3;

export async function benchStart(worlds: Worlds): Promise<boolean> {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lueckenlos-bench-start-'));
	const own = { DATA_DIR: dir, DATABASE_URL: '' };
	const county = { DATA_DIR: dir, DATABASE_URL: worlds.big, TRIAL: '1' };
	try {
		const first = await timeOfStart(own, 'SIGTERM');
		const again = await timesOf(own, 'SIGTERM');
		const killed = await timesOf(own, 'SIGKILL');
		const grown = await timesOf(county, 'SIGTERM');
		const row = (name: string, ms: number[]) => [name, Math.min(...ms), Math.max(...ms), verdict(fits(ms))];
		const rows = [
			['first, with an empty folder', first, first, ''],
			row('again', again),
			row('again, killed before', killed),
			row('on the grown county', grown)
		];
		say(table(['npm start', 'ms, fastest', 'slowest', `< ${limitMs} ms`], rows));
		return [again, killed, grown].every(fits);
	} finally {
		fs.rmSync(dir, { recursive: true, force: true });
	}
}

const fits = (ms: number[]): boolean => Math.max(...ms) < limitMs;

/** The start before the first one that counts ends in the same way. */
async function timesOf(env: Record<string, string>, end: 'SIGTERM' | 'SIGKILL'): Promise<number[]> {
	if (end === 'SIGKILL') await timeOfStart(env, end);
	const times = [];
	for (let i = 0; i < starts; i++) times.push(await timeOfStart(env, i < starts - 1 ? end : 'SIGTERM'));
	return times;
}

/** Milliseconds from the command to the whole login page. */
async function timeOfStart(env: Record<string, string>, end: 'SIGTERM' | 'SIGKILL'): Promise<number> {
	const port = await freePort();
	const began = performance.now();
	const launcher = spawn(process.execPath, ['src/launch.mjs', 'start'], {
		env: { ...process.env, ...env, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'error' },
		stdio: ['ignore', 'ignore', 'inherit'],
		detached: true // a group of its own, so that launcher and hub can be killed at once
	});
	try {
		await firstPage(`http://127.0.0.1:${port}/login`, launcher);
		return performance.now() - began;
	} finally {
		await stop(launcher, end);
	}
}

async function firstPage(url: string, launcher: ChildProcess): Promise<void> {
	for (const until = performance.now() + giveUpMs; performance.now() < until; await sleep(20)) {
		const answer = await fetch(url).catch(() => null);
		if (answer?.ok) return void (await answer.text());
		if (launcher.exitCode !== null) break;
	}
	throw new Error('the hub did not start');
}

/** Killed are launcher and hub in one moment, as by the machine; the database's guard ends the rest. */
async function stop(launcher: ChildProcess, end: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (launcher.exitCode !== null) return;
	const gone = once(launcher, 'exit');
	process.kill(end === 'SIGKILL' ? -launcher.pid! : launcher.pid!, end);
	await gone;
}

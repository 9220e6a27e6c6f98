/** A module of ours as a browser gets it: bundled with all it loads sooner or later, weighed, and timed in a fresh process. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { percentile } from './report.ts';

export type Bundle = {
	/** Bytes, gzip. */
	bytes: number;
	chunks: { name: string; bytes: number }[];
	/** Milliseconds from the import to the end of the module's `ready()`, the median of seven fresh processes. */
	readyMs: () => number;
	remove: () => void;
};

export async function bundled(file: string): Promise<Bundle> {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lueckenlos-bench-bundle-'));
	fs.writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}');
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		build: {
			target: 'es2022',
			outDir: dir,
			emptyOutDir: false,
			modulePreload: false,
			rolldownOptions: {
				input: file,
				preserveEntrySignatures: 'strict',
				output: { entryFileNames: 'entry.js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' }
			}
		}
	});
	const chunks = fs
		.readdirSync(dir)
		.filter((name) => name !== 'package.json')
		.map((name) => ({ name, bytes: gzipSync(fs.readFileSync(path.join(dir, name))).length }));
	const entry = pathToFileURL(path.join(dir, 'entry.js')).href;
	const script = `const t = performance.now(); await (await import('${entry}')).ready(); console.log(performance.now() - t);`;
	const once = () =>
		Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
	return {
		bytes: chunks.reduce((sum, { bytes }) => sum + bytes, 0),
		chunks: chunks.toSorted((a, b) => b.bytes - a.bytes),
		readyMs: () => percentile(Array.from({ length: 7 }, once), 0.5),
		remove: () => fs.rmSync(dir, { recursive: true, force: true })
	};
}

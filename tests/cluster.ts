/** Vitest's global set-up: the messages compiled, one fresh database cluster with a migrated template database. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { migrationsFolder, openDatabase } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded/embedded.server.ts';
import { templateName, urlOf } from '#platform/testing.server.ts';

export default async function setUp(): Promise<() => Promise<void>> {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lueckenlos-test-'));
	const cluster = await startEmbedded({ dir, fast: true });
	process.env.TEST_CLUSTER_DIR = dir; // the workers inherit it
	// a process of its own: the compiler leaves timers behind that would keep this one from ending
	await Promise.all([promisify(execFile)(process.execPath, ['src/i18n/compile.mjs']), makeTemplate(cluster)]);
	return async () => {
		await cluster.close();
		fs.rmSync(dir, { recursive: true, force: true });
	};
}

async function makeTemplate(cluster: Embedded): Promise<void> {
	const url = urlOf(await cluster.createDatabase(templateName));
	await (await openDatabase({ url, max: 1, migrations: migrationsFolder() })).close();
}

/** SECURITY.md promises only what a test shows. */
import fs from 'node:fs';
import { expect, test } from 'vitest';

/** Promises without a test that exists, of the table in this text. */
const unshown = (text: string): string[] =>
	text
		.split('\n')
		.filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
		.filter((line) => {
			const named = [...line.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map((m) => m[1]!);
			return named.length === 0 || !named.every((file) => /\.test\.ts$/.test(file) && fs.existsSync(file));
		});

test('each promise names tests that exist', () => {
	const text = fs.readFileSync('SECURITY.md', 'utf8');
	expect(text.match(/^\| /gm)!.length).toBeGreaterThan(10);
	expect(unshown(text)).toEqual([]);
});

test('a promise without one is found', () => {
	expect(
		unshown('| nobody can do it | |\n| nor this | `tests/no-such.test.ts` |\n| this | `tests/promises.test.ts` |')
	).toEqual(['| nobody can do it | |', '| nor this | `tests/no-such.test.ts` |']);
});

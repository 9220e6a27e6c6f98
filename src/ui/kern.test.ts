// Holds the copied KERN tokens to the installed design system, so that an update of the package is noticed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// 0.0300 and 0.03 are the same number; the formatter shortens ours.
const plain = (value: string) => value.replace(/\.(\d*?)0+(?=[%\s)])/g, (_, digits) => (digits ? `.${digits}` : ''));
const declared = (css: string) =>
	[...css.matchAll(/(--kern-[\w-]+):\s*([^;]+);/g)].map((m) => `${m[1]}: ${plain(m[2] ?? '')}`);

test('every copied token has a value the installed KERN-UX gives it', () => {
	const original = new Set(declared(readFileSync('node_modules/@kern-ux/native/dist/kern.css', 'utf8')));
	const copied = declared(readFileSync('src/ui/kern.css', 'utf8'));
	expect(copied.length).toBeGreaterThan(90);
	expect(copied.filter((token) => !original.has(token))).toEqual([]);
});

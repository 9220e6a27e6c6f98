// The check beside page and server: it answers, and where it cannot, it refuses – a check that fails lets nothing pass.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkText, createChecker, longestText } from '#concepts/anonymity/check.server.ts';
import { createWatcher, type Thread } from '#concepts/anonymity/watcher.ts';
import type { Answer, Order } from '#concepts/anonymity/worker.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'check-'));
const threadThat = (does: string): (() => string) => {
	const file = path.join(folder, `${does.length}-${Math.abs(does.charCodeAt(0))}.mjs`);
	const script = `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', ({ text }) => { if (text) { ${does} } parentPort.postMessage({ marks: [] }); });`;
	fs.writeFileSync(file, script);
	return () => file;
};
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('on the server', () => {
	test('a text is checked in a thread of its own', async () => {
		const text = 'Frau Haddad wohnt in Mesum.';
		const marks = await checkText(text);
		expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(['Haddad', 'Mesum']);
		expect(await checkText('In Rheine fehlt ein Kurs.', { placesAllowed: true })).toEqual([]);
	});
	test('a check that hangs is refused, and the next one works again', async () => {
		const check = createChecker(threadThat("if (text === 'slow') for (;;);"), 400);
		await expect(check('slow')).rejects.toThrow('took too long');
		expect(await check('quick')).toEqual([]);
	});
	test.each([
		['a check that crashes', "throw new Error('broken');", 'failed'],
		['a check that ends', 'process.exit(3);', 'ended'],
		['a check that says so', "parentPort.postMessage({ error: 'no lists' }); return;", 'no lists']
	])('%s is refused', async (_, does, why) => {
		await expect(createChecker(threadThat(does))('text')).rejects.toThrow(why);
	});
	test('what cannot start is refused', async () => {
		await expect(createChecker(() => path.join(folder, 'nothing.mjs'))('text')).rejects.toThrow('failed');
	});
	test('many at once are answered one by one', async () => {
		const texts = Array.from({ length: 20 }, (_, i) => `Frau Haddad rief ${i} Mal an.`);
		const answers = await Promise.all(texts.map((text) => checkText(text)));
		expect(answers.map((marks) => marks.length)).toEqual(texts.map(() => 1));
	});
	test('an endless text is refused', async () => {
		await expect(checkText('a'.repeat(longestText + 1))).rejects.toThrow('too long');
	});
});

describe('beside the page', () => {
	let asked: Order[];
	let thread: Thread;
	let ended: number;
	const start = (): Thread => {
		thread = {
			postMessage: (order) => asked.push(order),
			terminate: () => ended++,
			onmessage: null,
			onerror: null,
			onmessageerror: null
		};
		return thread;
	};
	const say = (answer: Answer) => thread.onmessage!({ data: answer } as MessageEvent<Answer>);
	const fresh = (withinMs?: number) => {
		asked = [];
		ended = 0;
		return createWatcher(start, withinMs);
	};
	test('the newest text is answered, an older one with undefined', async () => {
		const watcher = fresh();
		const old = watcher.check('Frau');
		const last = watcher.check('Frau Haddad', { placesAllowed: true });
		expect(asked[1]).toEqual({ id: 2, text: 'Frau Haddad', options: { placesAllowed: true } });
		say({ id: 1, marks: [] });
		const mark = { start: 5, end: 11, label: 'PERSON', severity: 'red', why: 'Name.' } as const;
		say({ id: 2, marks: [mark] });
		expect(await Promise.all([old, last])).toEqual([undefined, [mark]]);
	});
	test('an error, a crash and silence are refusals', async () => {
		const watcher = fresh(50);
		const told = watcher.check('a');
		say({ id: 1, error: 'no lists' });
		await expect(told).rejects.toThrow('no lists');
		const crashed = watcher.check('b');
		thread.onerror!({ message: 'broken' } as ErrorEvent);
		await expect(crashed).rejects.toThrow('broken');
		await expect(watcher.check('c')).rejects.toThrow('took too long');
		expect(ended).toBe(2);
	});
	test('closing answers what is open with undefined', async () => {
		const watcher = fresh();
		const open = watcher.check('a');
		watcher.close();
		expect(await open).toBeUndefined();
		expect(ended).toBe(1);
	});
});

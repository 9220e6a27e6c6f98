// What things are called in a document: after a recall no answer that was under way brings an old title back.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { thingsOf } from './labels.svelte.ts';

const key = 'case_analysis:7f2a';
const label = (title: string) => ({ number: 'E-2027-001', title, state: 'released', href: '/cases/7f2a' });
afterEach(() => vi.unstubAllGlobals());

/** The server's answers, each given when the test says so. */
function server() {
	const open: ((title: string) => void)[] = [];
	vi.stubGlobal(
		'fetch',
		() => new Promise<Response>((answer) => open.push((title) => answer(Response.json({ [key]: label(title) }))))
	);
	return open;
}
const settle = () => new Promise((done) => setTimeout(done, 60));

describe('a title', () => {
	test('that was asked for before everything is asked for again is thrown away, and asked for once more', async () => {
		const open = server();
		const things = thingsOf('m1');
		expect(things.get(key)).toBeUndefined();
		await vi.waitFor(() => expect(open).toHaveLength(1));
		things.refresh();
		open[0]!('Anerkannt, aber wochenlang ohne Geld');
		await settle();
		expect(things.get(key)).toBeUndefined();
		await vi.waitFor(() => expect(open).toHaveLength(2));
		open[1]!('Zurückgerufen');
		await vi.waitFor(() => expect(things.get(key)?.title).toBe('Zurückgerufen'));
		await settle();
		expect(open).toHaveLength(2);
	});
	test('is not overwritten by an older answer that comes late', async () => {
		const open = server();
		const things = thingsOf('m1');
		things.get(key);
		await vi.waitFor(() => expect(open).toHaveLength(1));
		things.refresh();
		things.get(key);
		await vi.waitFor(() => expect(open).toHaveLength(2));
		open[1]!('Zurückgerufen');
		await vi.waitFor(() => expect(things.get(key)?.title).toBe('Zurückgerufen'));
		open[0]!('Anerkannt, aber wochenlang ohne Geld');
		await settle();
		expect(things.get(key)?.title).toBe('Zurückgerufen');
	});
});

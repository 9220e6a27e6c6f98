import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { deviceStore, forgetDevice, isAnythingKept } from './device.ts';
import { dropText, keepText, keptTexts } from './kept.ts';

const room = 'meeting:1';
const typed = (text: string): Uint8Array => {
	const doc = new Y.Doc();
	doc.getText('t').insert(0, text);
	return Y.encodeStateAsUpdate(doc);
};

describe('text the hub did not take', () => {
	test('stays on the device until it is dismissed, each room by itself', async () => {
		const kept = await keepText('jana', room, 'Zu spät');
		await keepText('jana', 'meeting:12', 'woanders');
		expect(await keptTexts('jana', room, false)).toEqual([kept]);
		expect(await isAnythingKept('jana')).toBe(true);
		await dropText('jana', kept);
		expect(await keptTexts('jana', room, false)).toEqual([]);
	});
	test('is also what was never sent, for who cannot write any more; reading takes nothing away', async () => {
		await deviceStore('olaf', room).write([typed('offline geschrieben')]);
		expect(await keptTexts('olaf', room, false)).toEqual([]);
		for (let i = 0; i < 2; i++)
			expect((await keptTexts('olaf', room, true)).map((k) => k.text)).toEqual(['offline geschrieben']);
		expect(await deviceStore('olaf', room).read()).toHaveLength(1);
	});
	test('is no update: whoever opens the document again sends nothing of it', async () => {
		await keepText('tim', room, 'Entwurf');
		expect(await deviceStore('tim', room).read()).toEqual([]);
	});
	test('does not stay for the next person at this device', async () => {
		await keepText('jana', room, 'von Jana');
		await keepText('mara', room, 'von Mara');
		await forgetDevice('mara');
		await expect.poll(async () => (await indexedDB.databases()).map((d) => d.name)).toEqual(['lueckenlos-live-mara']);
		expect(await isAnythingKept('mara')).toBe(true);
	});
});

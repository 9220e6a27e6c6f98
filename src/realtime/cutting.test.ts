import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { beyond, cut } from './cutting.ts';
import { limits } from './protocol.ts';

const person = (clientID: number): { doc: Y.Doc; sent: Uint8Array[]; type(text: string, at?: number): void } => {
	const doc = new Y.Doc();
	doc.clientID = clientID;
	const sent: Uint8Array[] = [];
	doc.on('update', (u: Uint8Array, origin: unknown) => origin !== 'hub' && sent.push(u));
	const text = doc.getText('t');
	return { doc, sent, type: (s, at = text.length) => text.insert(at, s) };
};
const hear = (to: Y.Doc, from: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'hub');
const textOf = (updates: readonly Uint8Array[]): string => {
	const doc = new Y.Doc();
	for (const u of updates) Y.applyUpdate(doc, u);
	expect(doc.store.pendingStructs ?? doc.store.pendingDs).toBeNull();
	// eslint-disable-next-line @typescript-eslint/no-base-to-string -- a Y.Text has one of its own
	return doc.getText('t').toString();
};
const vectorOf = (updates: readonly Uint8Array[]): Map<number, number> =>
	updates.length ? Y.parseUpdateMeta(Y.mergeUpdates([...updates])).to : new Map<number, number>();

describe('what is cut for the hub', () => {
	test('is all of it when the hub has what it builds on', () => {
		const jana = person(1);
		jana.type('Guten ');
		jana.type('Tag');
		jana.doc.getText('t').delete(0, 2);
		const { parcels, rest } = cut(jana.sent, new Map());
		expect(rest).toBeNull();
		expect(textOf(parcels)).toBe('ten Tag');
	});
	test('waits from there on where it builds on another’s letters that the hub lacks', () => {
		const [jana, olaf] = [person(1), person(2)];
		olaf.type('mein ');
		jana.type('verloren ', 0);
		hear(olaf.doc, jana.doc);
		olaf.doc.getText('t').insert(9, 'danach ');
		olaf.doc.getText('t').delete(0, 1);
		const { parcels, rest } = cut(olaf.sent, new Map());
		expect(textOf(parcels)).toBe('mein ');
		const again = cut([rest!.update], vectorOf([...parcels, ...jana.sent]));
		expect(again.rest).toBeNull();
		expect(textOf([...jana.sent, ...parcels, ...again.parcels])).toBe(olaf.doc.getText('t').toJSON());
	});
	test('comes together when two wrote in turns and all of it was lost, even sent as one', () => {
		const [jana, olaf] = [person(1), person(2)];
		for (let i = 0; i < 6; i++) {
			const [one, other] = i % 2 ? [olaf, jana] : [jana, olaf];
			one.type(`${i} `);
			hear(other.doc, one.doc);
		}
		let hub: Uint8Array[] = [];
		let [a, b] = [[Y.mergeUpdates(jana.sent)], [Y.mergeUpdates(olaf.sent)]];
		for (let round = 0; round < 4; round++) {
			const x = cut(a, vectorOf(hub));
			hub = [...hub, ...x.parcels];
			const y = cut(b, vectorOf(hub));
			hub = [...hub, ...y.parcels];
			[a, b] = [x.rest ? [x.rest.update] : [], y.rest ? [y.rest.update] : []];
		}
		expect([a, b]).toEqual([[], []]);
		expect(textOf(hub)).toBe('0 1 2 3 4 5 ');
	});
	test('is in parcels below the limit, each of one writer', () => {
		const jana = person(1);
		for (let i = 0; i < 60; i++) jana.type('x'.repeat(20_000));
		jana.doc.clientID = 3;
		jana.type('mit neuer Nummer');
		const { parcels } = cut(jana.sent, null);
		expect(parcels.length).toBeGreaterThan(5);
		expect(Math.max(...parcels.map((p) => p.byteLength))).toBeLessThan(limits.update);
		for (const p of parcels) expect(Y.parseUpdateMeta(p).to.size).toBeLessThan(2);
		expect(textOf(parcels)).toBe(jana.doc.getText('t').toJSON());
	});
	test('is never another’s, when the hub has been set back', () => {
		const [jana, olaf] = [person(1), person(2)];
		jana.type('von Jana ');
		hear(olaf.doc, jana.doc);
		olaf.type('von Olaf');
		expect(beyond(olaf.doc, new Set([2]), new Map([[2, 8]]))).toBeNull();
		const own = beyond(olaf.doc, new Set([2]), new Map())!;
		expect([...Y.parseUpdateMeta(own).to.keys()]).toEqual([2]);
		expect(textOf([...jana.sent, own])).toBe('von Jana von Olaf');
	});
});

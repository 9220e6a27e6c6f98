import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addItem, itemsOf, moveItem, orderedIds, setFields, setLink, setTitle, takeOff } from './document.shape.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const fields = { kind: 'discussion', minutes: 10, rapporteur: '' } as const;
function agenda(n: number): Y.Doc {
	const doc = new Y.Doc();
	for (let i = 0; i < n; i++) addItem(doc, id(i), { ...fields, title: `Thema ${i}` });
	return doc;
}
function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}
function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
}

describe('the agenda in the document', () => {
	test('keeps title, fields and links, in the order they were put', () => {
		const doc = agenda(2);
		setTitle(doc, id(0), 'Sprachkurse');
		setFields(doc, id(0), { kind: 'decision', minutes: 25, rapporteur: 'Frau Aydın' });
		setLink(doc, id(0), { type: 'service_gap', id: id(7) }, true);
		expect(itemsOf(doc)).toMatchObject([
			{
				title: 'Sprachkurse',
				kind: 'decision',
				minutes: 25,
				rapporteur: 'Frau Aydın',
				links: [{ type: 'service_gap', id: id(7) }]
			},
			{ title: 'Thema 1', links: [] }
		]);
	});
	test('an item that is moved keeps what another types into it meanwhile', () => {
		const [here, there] = [agenda(3), new Y.Doc()];
		Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
		moveItem(here, id(2), 0);
		const title = there.getMap<Y.Map<Y.XmlFragment>>('items').get(id(2))!.get('text')!.get(0) as Y.XmlElement;
		(title.get(0) as Y.XmlText).insert(0, 'Neu: ');
		exchange(here, there);
		expect(itemsOf(here).map((i) => i.title)).toEqual(['Neu: Thema 2', 'Thema 0', 'Thema 1']);
		expect(itemsOf(there)).toEqual(itemsOf(here));
	});
	test('an item taken off comes back with its text', () => {
		const doc = agenda(2);
		setTitle(doc, id(0), 'Bleibt');
		takeOff(doc, id(0));
		expect(orderedIds(doc)).toEqual([id(1)]);
		addItem(doc, id(0), { ...fields, title: 'egal' });
		expect(itemsOf(doc).map((i) => i.title)).toEqual(['Thema 1', 'Bleibt']);
	});
	test('values out of range do no harm', () => {
		const doc = agenda(1);
		const part = doc.getMap<Y.Map<unknown>>('items').get(id(0))!;
		for (const [name, value] of [
			['kind', 'evil'],
			['minutes', -5],
			['rapporteur', 7],
			['links', 'x'],
			['order', 3]
		] as const)
			part.set(name, value);
		doc.getMap('items').set('x', 'no item');
		expect(itemsOf(doc)).toEqual([
			{ id: id(0), order: '', title: 'Thema 0', links: [], kind: 'discussion', minutes: 10, rapporteur: '' }
		]);
		addItem(doc, id(5), { ...fields, title: 'geht noch' });
		expect(orderedIds(doc)).toHaveLength(2);
	});
	test('whatever two people move, add and take off at once, both see the same agenda in the end', () => {
		const step = fc.record({
			who: fc.boolean(),
			what: fc.constantFrom('move', 'add', 'off', 'meet'),
			n: fc.nat(7),
			to: fc.nat(7)
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const a = agenda(4);
				const b = copyOf(a);
				for (const { who, what, n, to } of steps) {
					const doc = who ? a : b;
					if (what === 'meet') exchange(a, b);
					else if (what === 'add') addItem(doc, id(n), { ...fields, title: `Thema ${n}` }, id(to));
					else if (what === 'off') takeOff(doc, id(n));
					else {
						const moved = moveItem(doc, id(n), to);
						if (moved) expect(orderedIds(doc).indexOf(id(n))).toBe(to);
					}
				}
				exchange(a, b);
				expect(itemsOf(a)).toEqual(itemsOf(b));
			}),
			{ numRuns: 300 }
		);
	});
});

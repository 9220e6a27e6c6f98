/** What the guard takes never breaks an editor: hostile changes by name, and random ones, each drawn as the browser does. */
import { getSchema } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentForm } from '#concepts/meetings/document.form.ts';
import { addItem, itemsOf, partOf, partsOf, textOf } from '#concepts/meetings/document.shape.ts';
import { append } from '#concepts/meetings/document.write.ts';
import type { Block } from '#concepts/meetings/minutes.blocks.ts';
import { advance, examine, vectorOf, type Vector } from '#realtime/guard.server.ts';
import { Letters } from '#realtime/letters.ts';
import { Shadow } from '#realtime/shadow.server.ts';
import { schemaExtensions } from './schema.ts';

const schema = getSchema(schemaExtensions());
const itemId = '00000000-0000-4000-8000-000000000001';
const text: Block = { type: 'paragraph', content: [{ type: 'text', text: 'Es fehlt ein Kurs.', bold: true }] };
const cell = { header: false, columns: 1, rows: 1, content: [text] };

/** A hub with a document: what it takes is in it. */
function hub() {
	const doc = new Y.Doc();
	doc.clientID = 1;
	addItem(doc, itemId, { kind: 'discussion', minutes: 10, rapporteur: '', title: 'Thema' });
	append(doc, partOf(doc, itemId)!, [text, { type: 'table', rows: [[cell, cell]] }]);
	append(doc, partOf(doc, itemId)!, [{ type: 'list', ordered: true, items: [[text], [text]] }]);
	const vector: Vector = new Map();
	advance(vector, vectorOf(Y.encodeStateAsUpdate(doc)));
	const letters = new Letters();
	let looks = 0;
	let shadow = new Shadow([Y.encodeStateAsUpdate(doc)], documentForm);
	const take = (update: Uint8Array): boolean => {
		const verdict = examine(update, vector, documentForm, letters);
		if ('refused' in verdict) return false;
		let spans = verdict.letters;
		if (verdict.structural) {
			looks++;
			const found = shadow.takes(update);
			if (!found) {
				shadow = new Shadow([Y.encodeStateAsUpdate(doc)], documentForm);
				return false;
			}
			spans = found;
		} else shadow.follow(update);
		for (const span of spans) letters.add(span);
		advance(vector, verdict.next);
		Y.applyUpdate(doc, update);
		return true;
	};
	return { doc, take, looks: () => looks };
}
/** As a browser draws each item; what does not fit the schema it may take out, but not throw. */
function draw(doc: Y.Doc): void {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	for (const { id } of itemsOf(copy)) initProseMirrorDoc(textOf(partOf(copy, id)!)!, schema);
}
/** What an edit in somebody's copy makes. */
function madeBy(doc: Y.Doc, edit: (copy: Y.Doc) => void, client = 7): Uint8Array {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	copy.clientID = client;
	const before = Y.encodeStateVector(copy);
	copy.transact(() => edit(copy));
	return Y.encodeStateAsUpdate(copy, before);
}
const fragment = (doc: Y.Doc) => textOf(partOf(doc, itemId)!)!;
const line = (doc: Y.Doc) => fragment(doc).get(1) as Y.XmlElement;
const lineText = (doc: Y.Doc) => line(doc).get(0) as Y.XmlText;
const anything = (value: unknown) => value as Y.XmlText;

const refused: Record<string, (doc: Y.Doc) => void> = {
	'a text between the blocks': (doc) => fragment(doc).push([new Y.XmlText('x')]),
	'bare letters between the blocks': (doc) => fragment(doc).push([anything('x')]),
	'bare letters behind a block': (doc) => fragment(doc).insert(1, [anything('x')]),
	'a map between the blocks': (doc) => fragment(doc).push([anything(new Y.Map())]),
	'a hook between the blocks': (doc) => fragment(doc).push([anything(new Y.XmlHook('x'))]),
	'a value between the blocks': (doc) => fragment(doc).push([anything({ x: 1 })]),
	'a fragment between the blocks': (doc) => fragment(doc).push([anything(new Y.XmlFragment())]),
	'bare letters in a line': (doc) => line(doc).push([anything('x')]),
	'a plain text in a line': (doc) => line(doc).push([anything(new Y.Text('x'))]),
	'a map in a line': (doc) => line(doc).push([anything(new Y.Map())]),
	'a text in a list': (doc) => (fragment(doc).get(3) as Y.XmlElement).push([new Y.XmlText('x')]),
	'an unknown element': (doc) => fragment(doc).push([new Y.XmlElement('script')]),
	'an element within letters': (doc) => lineText(doc).insertEmbed(1, new Y.XmlElement('paragraph')),
	'a thing within letters': (doc) => lineText(doc).insertEmbed(1, { image: 'x' }),
	'an unknown mark': (doc) => lineText(doc).format(0, 2, { evil: true }),
	'a mark of any size': (doc) => lineText(doc).format(0, 2, { link: { href: `https://${'x'.repeat(9000)}` } }),
	'a mark of any kind': (doc) => lineText(doc).format(0, 2, { bold: [1] }),
	'an attribute of a text': (doc) => lineText(doc).setAttribute('x', 'y'),
	'a cell of a billion columns': (doc) =>
		((fragment(doc).get(2) as Y.XmlElement).get(0) as Y.XmlElement)
			.toArray()
			.forEach((c) => (c as Y.XmlElement).setAttribute('colspan', 1e9 as unknown as string)),
	'a map as an attribute': (doc) => line(doc).setAttribute('level', new Y.Map() as unknown as string),
	'an unknown attribute': (doc) => line(doc).setAttribute('onclick', 'x'),
	'an element as the text of an item': (doc) => partOf(doc, itemId)!.set('text', new Y.XmlElement('paragraph')),
	'letters beside the items': (doc) => doc.getArray('items').push(['x'])
};

describe('refused is', () => {
	test.each(Object.keys(refused))('%s', (name) => {
		const { doc, take } = hub();
		expect(take(madeBy(doc, refused[name]!))).toBe(false);
		draw(doc);
	});
	test('what hides behind letters that are none', () => {
		const { doc, take } = hub();
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
		copy.clientID = 7;
		lineText(copy).insert(2, 'ab');
		const vector = Y.encodeStateVector(copy);
		expect(take(Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)))).toBe(true);
		fragment(copy).push([anything('x')]);
		expect(take(Y.encodeStateAsUpdate(copy, vector))).toBe(false);
	});
});

test('letters typed one after another are looked up once', () => {
	const { doc, take, looks } = hub();
	for (let i = 0; i < 20; i++) expect(take(madeBy(doc, (copy) => lineText(copy).insert(3 + i, 'x')))).toBe(true);
	expect(lineText(doc).length).toBe('Es fehlt ein Kurs.'.length + 20);
	expect(looks()).toBe(1);
});

describe('taken is', () => {
	test.each<[string, (doc: Y.Doc) => void]>([
		[
			'a mark and its end',
			(doc) => lineText(doc).format(0, 5, { bold: {}, ['link--6qkMLqjc']: { href: 'https://a.de' } })
		],
		['no mark any more', (doc) => lineText(doc).format(0, 5, { bold: null })],
		[
			'a wider cell',
			(doc) =>
				((fragment(doc).get(2) as Y.XmlElement).get(0) as Y.XmlElement)
					.toArray()
					.forEach((c) => (c as Y.XmlElement).setAttribute('colspan', 2 as unknown as string))
		],
		[
			'an item with all that belongs to it',
			(doc) =>
				addItem(doc, itemId.replace('1', '2'), { kind: 'decision', minutes: 5, rapporteur: 'Jana', title: 'Neu' })
		],
		['every block there is', (doc) => append(doc, partOf(doc, itemId)!, blocks)]
	])('%s', (_, edit) => {
		const { doc, take } = hub();
		expect(take(madeBy(doc, edit))).toBe(true);
		draw(doc);
	});
});
const blocks: Block[] = [
	{ type: 'heading', level: 3, content: [{ type: 'text', text: 'Lage' }] },
	{ type: 'finding', content: [text] },
	{ type: 'decision', votes: { yes: 3, no: 0, abstained: null }, result: 'adopted', content: [text] },
	{
		type: 'task',
		id: itemId,
		assigneeId: itemId,
		assigneeName: 'Jana',
		dueOn: '2031-05-01',
		content: [
			{ type: 'mention', id: itemId, label: 'Jana' },
			{ type: 'break' },
			{ type: 'reference', thing: 'measure', id: itemId, label: 'M-2026-001' }
		]
	}
];

/** Random things in random places, sound or not. */
const thing = fc.oneof(
	fc
		.constantFrom(
			'paragraph',
			'bulletList',
			'listItem',
			'table',
			'tableRow',
			'tableCell',
			'task',
			'itemTitle',
			'script'
		)
		.map((n) => () => new Y.XmlElement(n)),
	fc.constant(() => new Y.XmlText('x')),
	fc.constant(() => new Y.Text('x')),
	fc.constant(() => new Y.Map()),
	fc.constant(() => new Y.XmlHook('x')),
	fc.constant(() => new Y.XmlFragment()),
	fc.constantFrom('x', 7, null, { a: 1 }).map((v) => () => v)
);
const deed = fc.record({
	where: fc.array(fc.nat(6), { maxLength: 4 }),
	what: fc.constantFrom('insert', 'insert', 'delete', 'attribute', 'format', 'field'),
	place: fc.nat(4),
	thing,
	name: fc.constantFrom('level', 'colspan', 'bold', 'link', 'evil', 'text', 'off', 'links', 'order'),
	value: fc.constantFrom<unknown>(true, null, 3, 1e9, 'x', { href: 'https://a.de' }, [1])
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
function does(doc: Y.Doc, d: Deed): void {
	const part = partOf(doc, itemId);
	const text = part && textOf(part);
	if (!part || d.what === 'field' || !text)
		return void (part ?? (partsOf(doc) as Y.Map<unknown>)).set(d.name, d.value === null ? d.thing() : d.value);
	let at: unknown = text;
	for (const step of d.where) {
		const children: unknown[] = at instanceof Y.XmlFragment ? at.toArray() : [];
		at = children.length ? children[step % children.length] : at;
	}
	if (at instanceof Y.XmlText) {
		if (d.what === 'format') at.format(0, at.length, { [d.name]: d.value });
		else if (d.what === 'delete') at.delete(0, Math.min(1, at.length));
		else if (d.what === 'attribute') at.setAttribute(d.name, d.value);
		else if (d.place === 0) at.insertEmbed(0, d.thing() as object);
		else at.insert(Math.min(d.place, at.length), 'ab');
	} else if (at instanceof Y.XmlFragment) {
		if (d.what === 'delete') at.delete(0, Math.min(1, at.length));
		else if (d.what === 'attribute' && at instanceof Y.XmlElement) at.setAttribute(d.name, d.value);
		else at.insert(Math.min(d.place, at.length), [anything(d.thing())]);
	}
}
test('of random changes, whatever is taken can be drawn', () => {
	let taken = 0;
	fc.assert(
		fc.property(fc.array(fc.tuple(deed, fc.integer({ min: 7, max: 9 })), { minLength: 1, maxLength: 12 }), (deeds) => {
			const { doc, take } = hub();
			for (const [d, client] of deeds) {
				let update: Uint8Array;
				try {
					update = madeBy(doc, (copy) => does(copy, d), client);
				} catch {
					continue; // nothing that Yjs makes
				}
				if (take(update)) taken++;
				draw(doc);
			}
		}),
		{ numRuns: 400 }
	);
	expect(taken).toBeGreaterThan(100);
});

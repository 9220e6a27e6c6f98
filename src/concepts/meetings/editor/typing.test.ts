import { getSchema } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { prosemirrorToYXmlFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addItem, partOf, plain, textOf } from '#concepts/meetings/document.shape.ts';
import { fillEmptyLines } from './lines.ts';
import { triggerIn } from './menus.ts';
import { renewed, taskIdsIn } from './pasting.ts';
import { safeColor } from './room.ts';
import { schemaExtensions } from './schema.ts';

const schema = getSchema(schemaExtensions());
/** The caret at the end of a paragraph, or of the title. */
function typedAt(text: string, where: 'title' | 'text' = 'text') {
	const words = text ? [schema.text(text)] : [];
	const title = schema.node('itemTitle', null, where === 'title' ? words : []);
	const doc = schema.node('doc', null, [title, schema.node('paragraph', null, where === 'text' ? words : [])]);
	const at = where === 'title' ? 1 + text.length : title.nodeSize + 1 + text.length;
	return EditorState.create({ doc, selection: TextSelection.create(doc, at) });
}

describe('a menu opens', () => {
	test.each([
		['/', 'block', ''],
		['Danach /besch', 'block', 'besch'],
		['@', 'person', ''],
		['Bitte @Jana Vo', 'person', 'Jana Vo'],
		['siehe #L-2026', 'thing', 'L-2026'],
		['#Kita Plätze', 'thing', 'Kita Plätze']
	] as const)('after „%s“', (text, kind, typed) => {
		const found = triggerIn(typedAt(text))!;
		expect(found).toMatchObject({ kind, typed });
		expect(found.to - found.from).toBe(typed.length + 1);
	});
	test.each(['', 'und/oder', 'post@kreis.de', 'Zimmer#4', '1/2', '@Jana Vogt kommt gern'])('not after „%s“', (text) => {
		expect(triggerIn(typedAt(text))).toBeNull();
	});
	test('not in a title', () => {
		expect(triggerIn(typedAt('/', 'title'))).toBeNull();
	});
});

describe('an empty line', () => {
	const line = () => new Y.XmlElement('paragraph');
	function written(change: (text: Y.XmlFragment) => void): Y.XmlFragment {
		const doc = new Y.Doc();
		const text = doc.getXmlFragment('text');
		doc.on('afterTransaction', (transaction) => fillEmptyLines(text, transaction));
		doc.transact(() => change(text), ySyncPluginKey);
		return text;
	}
	test('has a text from the start, in a list too, and a full one none more', () => {
		const text = written((t) => {
			const [list, item, full] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem'), line()];
			full.insert(0, [new Y.XmlText('voll')]);
			item.insert(0, [line()]);
			list.insert(0, [item]);
			t.insert(0, [line(), list, full]);
		});
		const [first, list, full] = text.toArray() as Y.XmlElement[];
		const inner = (list!.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
		expect([first!.length, inner.length, full!.length]).toEqual([1, 1, 1]);
		expect(first!.get(0)).toBeInstanceOf(Y.XmlText);
	});
	test('begun by two at once holds the letters of both once', () => {
		const text = written((t) => t.insert(0, [new Y.XmlElement('paragraph')]));
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(text.doc!));
		const theirs = other.getXmlFragment('text');
		const type = (into: Y.XmlFragment, words: string) => {
			const paragraph = schema.node('paragraph', null, [schema.text(words)]);
			prosemirrorToYXmlFragment(schema.topNodeType.create(null, [paragraph]), into);
		};
		type(text, 'eins ');
		type(theirs, 'zwei ');
		Y.applyUpdate(other, Y.encodeStateAsUpdate(text.doc!));
		Y.applyUpdate(text.doc!, Y.encodeStateAsUpdate(other));
		const paragraph = theirs.get(0) as Y.XmlElement;
		expect(paragraph.length).toBe(1);
		expect(plain(paragraph).split(' ').toSorted()).toEqual(['', 'eins', 'zwei']);
	});
});

describe('a pasted task', () => {
	const known = '11111111-1111-4111-8111-111111111111';
	const task = Fragment.from(
		schema.node('task', { taskId: known, assigneeName: 'Jana Vogt' }, [schema.node('paragraph')])
	);
	test('is a new one when the document still has the old one', () => {
		const pasted = renewed(task, new Set([known])).firstChild!;
		expect(pasted.attrs.taskId).not.toBe(known);
		expect(pasted.attrs.assigneeName).toBe('Jana Vogt');
	});
	test('stays the same when it was cut', () => {
		expect(renewed(task, new Set()).firstChild!.attrs.taskId).toBe(known);
	});
	test('pasted twice is two', () => {
		const both = renewed(Fragment.from([task.firstChild!, task.firstChild!]), new Set());
		expect(both.child(0).attrs.taskId).not.toBe(both.child(1).attrs.taskId);
	});
	test('is looked for in all items, in lists and tables too', () => {
		const doc = new Y.Doc();
		addItem(doc, 'a', { title: 'A', kind: 'discussion', minutes: 10, rapporteur: '' });
		const inner = new Y.XmlElement('task');
		inner.setAttribute('taskId', known);
		const finding = new Y.XmlElement('finding');
		finding.insert(0, [inner]);
		textOf(partOf(doc, 'a')!)!.push([finding]);
		expect([...taskIdsIn(doc)]).toEqual([known]);
	});
});

test('a colour from elsewhere never becomes other CSS', () => {
	expect(safeColor('#12aBcd')).toBe('#12aBcd');
	for (const odd of ['red', '#12aBcd; background: url(x)', '#fff', undefined, 7])
		expect(safeColor(odd)).toBe('#5b6273');
});

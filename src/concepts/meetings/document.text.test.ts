/** What is read from a document: what the editor writes, and whatever a hostile client leaves there. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addItem, itemsOf, partOf, textOf, titleOf } from './document.shape.ts';
import { blocksOf } from './document.text.ts';
import { append, elementsOf, replace } from './document.write.ts';
import { markupOf } from './blocks.markup.ts';
import { blocksFrom } from './markup.ts';
import { decisionsIn, mentionedIn, plainText, tasksIn, type Block } from './minutes.blocks.ts';

const id = '00000000-0000-4000-8000-000000000001';
function item(): { doc: Y.Doc; part: Y.Map<unknown>; text: Y.XmlFragment } {
	const doc = new Y.Doc();
	addItem(doc, id, { kind: 'discussion', minutes: 10, rapporteur: '', title: 'Thema' });
	const part = partOf(doc, id)!;
	return { doc, part, text: textOf(part)! };
}
const all: Block[] = [
	{ type: 'heading', level: 3, content: [{ type: 'text', text: 'Lage' }] },
	{
		type: 'paragraph',
		content: [
			{ type: 'text', text: 'Es ' },
			{ type: 'text', text: 'fehlt', bold: true, italic: true, href: 'https://example.org' },
			{ type: 'break' },
			{ type: 'mention', id, label: 'Jana' },
			{ type: 'reference', thing: 'proposal', id, label: 'V-2026-001' }
		]
	},
	{
		type: 'list',
		ordered: true,
		items: [
			[
				{ type: 'paragraph', content: [] },
				{ type: 'list', ordered: false, items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'tief' }] }]] }
			]
		]
	},
	{
		type: 'table',
		rows: [
			[
				{
					header: true,
					columns: 2,
					rows: 1,
					content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kopf' }] }]
				}
			]
		]
	},
	{ type: 'finding', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So ist es.' }] }] },
	{
		type: 'decision',
		votes: { yes: 3, no: null, abstained: 0 },
		result: 'rejected',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nein.' }] }]
	},
	{
		type: 'task',
		id,
		assigneeId: null,
		assigneeName: '',
		dueOn: '2026-12-01',
		content: [{ type: 'text', text: 'Fragen' }]
	}
];

describe('what was written', () => {
	test('comes back as it was, block by block', () => {
		const { doc, part } = item();
		append(doc, part, all);
		expect(blocksOf(part)).toEqual(all);
		expect(titleOf(part)).toBe('Thema');
		expect(decisionsIn(all)).toHaveLength(1);
		expect([tasksIn(all).map((t) => t.id), mentionedIn(all)]).toEqual([[id], [id]]);
		expect(plainText(all)).toBe('Lage\nEs fehlt\n@JanaV-2026-001\ntief\nKopf\nSo ist es.\nNein.\nFragen');
	});
	test('is replaced under its title, and stays where others write', () => {
		const { doc, part } = item();
		append(doc, part, blocksFrom('alt'));
		replace(doc, part, blocksFrom('neu'));
		expect([titleOf(part), markupOf(blocksOf(part))]).toEqual(['Thema', 'neu']);
	});
});

describe('a hostile document', () => {
	test('with nodes nobody knows keeps their words', () => {
		const { part, text } = item();
		const odd = new Y.XmlElement('iframe');
		odd.setAttribute('src', 'https://evil.example');
		const inner = new Y.XmlElement('marquee');
		inner.insert(0, [new Y.XmlText('Worte')]);
		odd.insert(0, [inner]);
		text.insert(1, [odd, new Y.XmlText('lose')]);
		expect(plainText(blocksOf(part))).toBe('Worte\nlose');
		expect(blocksOf(part).every((b) => b.type === 'paragraph')).toBe(true);
	});
	test('nested deeper than anybody writes is cut and keeps its words', () => {
		const { part, text } = item();
		let parent: Y.XmlFragment | Y.XmlElement = text;
		for (let i = 0; i < 300; i++) {
			const next: Y.XmlElement = new Y.XmlElement(i % 2 ? 'listItem' : 'bulletList');
			parent.insert(parent === text ? 1 : 0, [next]);
			parent = next;
		}
		parent.insert(0, [new Y.XmlText('unten')]);
		expect(plainText(blocksOf(part))).toBe('unten');
		expect(JSON.stringify(blocksOf(part)).length).toBeLessThan(4000);
	});
	test('with attributes of the wrong type reads as if they were missing', () => {
		const { doc, part, text } = item();
		const [decision, task] = elementsOf([all[5]!, all[6]!]);
		text.insert(1, [decision!, task!]);
		const set = (e: Y.XmlElement, name: string, value: unknown) => e.setAttribute(name, value as string);
		for (const name of ['votesYes', 'votesNo', 'result']) set(decision!, name, { x: 1 });
		set(decision!, 'votesAbstained', '-4');
		set(task!, 'taskId', 7);
		set(task!, 'assigneeId', 'x');
		set(task!, 'dueOn', '2026-13-45');
		expect(blocksOf(part)).toMatchObject([
			{ votes: { yes: null, no: null, abstained: null }, result: null },
			{ id: '', assigneeId: null, dueOn: null }
		]);
		part.set('text', 'kein Text');
		expect(blocksOf(part)).toEqual([]);
		expect(itemsOf(doc)).toEqual([]);
	});
	test('links nowhere but to web pages', () => {
		const { part, text } = item();
		const words = new Y.XmlText();
		const p = new Y.XmlElement('paragraph');
		p.insert(0, [words]);
		text.insert(1, [p]);
		words.insert(0, 'x', { link: { href: 'javascript:alert(1)' }, bold: {}, 'italic--abcdefgh': {} });
		expect(blocksOf(part)).toEqual([
			{ type: 'paragraph', content: [{ type: 'text', text: 'x', bold: true, italic: true }] }
		]);
	});
});

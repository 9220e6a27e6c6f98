import { getSchema } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import {
	attributesOf,
	isLinkAddress,
	marks,
	nodes,
	type Attribute,
	type NodeName
} from '#concepts/meetings/document.schema.ts';
import { schemaExtensions } from './schema.ts';

const schema = getSchema(schemaExtensions());
type Specs = Record<string, { attrs: Record<string, { default?: unknown }> }>;
const shapeOf = (types: Specs) =>
	Object.fromEntries(
		Object.entries(types).map(([name, { attrs }]) => [
			name,
			Object.fromEntries(Object.entries(attrs).map(([key, a]) => [key, a.default]))
		])
	);
const defaults = (attributes: Readonly<Record<string, Attribute>>) =>
	Object.fromEntries(Object.entries(attributes).map(([key, a]) => [key, a.default]));
const attrsOf = (types: Record<string, { spec: { attrs?: unknown } }>): Specs =>
	Object.fromEntries(
		Object.entries(types).map(([name, type]) => [name, { attrs: (type.spec.attrs ?? {}) as Specs[string]['attrs'] }])
	);

describe('the editor in the browser', () => {
	test('knows exactly the nodes and attributes that the server takes', () => {
		expect(shapeOf(attrsOf(schema.nodes))).toEqual(
			Object.fromEntries(Object.entries(nodes).map(([name, n]) => [name, defaults(n.attributes)]))
		);
	});
	test('knows exactly the marks and attributes that the server takes', () => {
		expect(shapeOf(attrsOf(schema.marks))).toEqual(
			Object.fromEntries(Object.entries(marks).map(([name, attributes]) => [name, defaults(attributes)]))
		);
	});
	test.each(Object.keys(nodes) as NodeName[])('%s holds what the server expects in it', (name) => {
		const said = schema.nodes[name]!.spec.content ?? '';
		expect(said.replace(/\s/g, '')).toBe(nodes[name].content.replace(/\s/g, ''));
	});
	test('a title takes no marks', () => {
		expect(schema.nodes.itemTitle!.allowsMarkType(schema.marks.bold!)).toBe(false);
	});
});

describe('attributes', () => {
	test.each(['https://kreis-steinfurt.de', 'http://a.de/x?y=1', 'mailto:a@b.de', 'HTTPS://a.de'])(
		'%s may be linked',
		(href) => expect(isLinkAddress(href)).toBe(true)
	);
	test.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', '//a.de', 'https://a b', '', null, 7])(
		'%s may not be linked',
		(href) => expect(isLinkAddress(href)).toBe(false)
	);
	test('what is not allowed becomes the default, what is unknown is dropped', () => {
		expect(
			attributesOf('decision', { result: 'won', votesYes: '7', votesNo: 'many', votesAbstained: 3, style: 'x' })
		).toEqual({ result: '', votesYes: '7', votesNo: '', votesAbstained: '' });
		expect(attributesOf('heading', { level: 1 })).toEqual({ level: 3 });
		expect(attributesOf('task', { taskId: '../../x', dueOn: 'morgen' })).toEqual({
			taskId: '',
			assigneeId: '',
			assigneeName: '',
			dueOn: ''
		});
	});
});

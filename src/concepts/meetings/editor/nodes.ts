/** The nodes of an agenda item that are our own: its title, finding, decision, task, mention, reference. */
import { Extension, Node, mergeAttributes, type Attribute as TiptapAttribute } from '@tiptap/core';
import { attributesOf, nodes, type Attribute, type NodeName } from '#concepts/meetings/document.schema.ts';

/** Attributes as the schema names them, read from and written to `data-…`; what is not allowed becomes the default. */
export function attributesFor(name: NodeName): Record<string, TiptapAttribute> {
	const attributes: Readonly<Record<string, Attribute>> = nodes[name].attributes;
	return Object.fromEntries(
		Object.entries(attributes).map(([key, { default: fallback, check }]): [string, TiptapAttribute] => {
			const data = `data-${key.toLowerCase()}`;
			return [
				key,
				{
					default: fallback,
					parseHTML: (element) => {
						const value = element.getAttribute(data);
						return value !== null && check(value) ? value : fallback;
					},
					renderHTML: (values) => ({ [data]: attributesOf(name, values)[key] })
				}
			];
		})
	);
}

const own = (name: NodeName, tag: string, rest: { group?: string; inline?: boolean; atom?: boolean } = {}) =>
	Node.create({
		name,
		content: nodes[name].content || undefined,
		...rest,
		addAttributes: () => attributesFor(name),
		parseHTML: () => [{ tag: `${tag}[data-type="${name}"]` }],
		renderHTML: ({ HTMLAttributes }) => [
			tag,
			mergeAttributes(HTMLAttributes, { 'data-type': name }),
			...(rest.atom ? [] : [0 as const])
		]
	});

export const Root = Node.create({ name: 'doc', topNode: true, content: nodes.doc.content });
export const ItemTitle = own('itemTitle', 'p').extend({ marks: '', defining: true });
export const Finding = own('finding', 'section', { group: 'block' }).extend({ defining: true });
export const Decision = own('decision', 'section', { group: 'block' }).extend({ defining: true });
export const Task = own('task', 'section', { group: 'block' }).extend({ defining: true });
export const Mention = own('mention', 'span', { group: 'inline', inline: true, atom: true }).extend({
	renderHTML: ({ node, HTMLAttributes }) => [
		'span',
		mergeAttributes(HTMLAttributes, { 'data-type': 'mention' }),
		`@${String(node.attrs.label)}`
	],
	renderText: ({ node }) => `@${String(node.attrs.label)}`
});
export const Reference = own('reference', 'span', { group: 'inline', inline: true, atom: true }).extend({
	renderText: ({ node }) => String(node.attrs.label)
});

/** Keys of our blocks: Enter leaves a task, Backspace at its empty start makes it a paragraph again. */
export const BlockKeys = Extension.create({
	name: 'blockKeys',
	priority: 1100,
	addKeyboardShortcuts() {
		return {
			Enter: () => {
				const { $from, empty } = this.editor.state.selection;
				const depth = $from.depth - 1;
				if (!empty || depth < 1 || $from.node(depth).type.name !== 'task') return false;
				const after = $from.after(depth);
				return this.editor
					.chain()
					.insertContentAt(after, { type: 'paragraph' })
					.setTextSelection(after + 1)
					.run();
			},
			Backspace: () => {
				const { $from, empty } = this.editor.state.selection;
				const depth = $from.depth - 1;
				if (!empty || depth < 1 || $from.parentOffset > 0 || $from.parent.content.size > 0) return false;
				const block = $from.node(depth);
				if (!['task', 'decision', 'finding'].includes(block.type.name) || block.childCount > 1) return false;
				const from = $from.before(depth);
				return this.editor
					.chain()
					.insertContentAt({ from, to: $from.after(depth) }, { type: 'paragraph' })
					.setTextSelection(from + 1)
					.run();
			}
		};
	}
});

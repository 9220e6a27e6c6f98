/** A copied task is a new task; one that was cut and is put elsewhere stays the same. */
import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node as PMNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { partsOf, textOf } from '#concepts/meetings/document.shape.ts';

/** The ids of all tasks in the document. */
export function taskIdsIn(doc: Y.Doc): Set<string> {
	const found = new Set<string>();
	const walk = (node: Y.XmlFragment | Y.XmlElement) => {
		for (const child of node.toArray()) {
			if (!(child instanceof Y.XmlElement)) continue;
			const id = child.nodeName === 'task' ? child.getAttribute('taskId') : undefined;
			if (id) found.add(id);
			walk(child);
		}
	};
	for (const part of partsOf(doc).values()) {
		const text = part instanceof Y.Map ? textOf(part) : undefined;
		if (text) walk(text);
	}
	return found;
}

export function renewed(content: Fragment, taken: Set<string>): Fragment {
	const nodes: PMNode[] = [];
	content.forEach((node) => {
		const inner = node.isText ? node : node.copy(renewed(node.content, taken));
		if (node.type.name !== 'task') return void nodes.push(inner);
		const known = String(node.attrs.taskId);
		const taskId = known && !taken.has(known) ? known : crypto.randomUUID();
		taken.add(taskId);
		nodes.push(node.type.create({ ...node.attrs, taskId }, inner.content, node.marks));
	});
	return Fragment.fromArray(nodes);
}

export const pastingInto = (doc: Y.Doc) =>
	Extension.create({
		name: 'pasting',
		addProseMirrorPlugins: () => [
			new Plugin({
				key: new PluginKey('pasting'),
				props: {
					transformPasted: (slice) => new Slice(renewed(slice.content, taskIdsIn(doc)), slice.openStart, slice.openEnd)
				}
			})
		]
	});

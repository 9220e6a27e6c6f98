/** How finding, decision and task are filled in: their fields beside the text, with labels, for mouse and keyboard. */
import type { Editor, NodeViewRenderer } from '@tiptap/core';
import type { Node as PMNode } from '@tiptap/pm/model';
import { m } from '#i18n/paraglide/messages.js';
import { decisionResults, type DecisionResult } from '#concepts/meetings/document.schema.ts';
import { Decision, Finding, Task } from './nodes.ts';
import type { Person } from './room.ts';

export const resultWords: Record<DecisionResult, () => string> = {
	adopted: m.editor_result_adopted,
	rejected: m.editor_result_rejected,
	postponed: m.editor_result_postponed
};

type Control = HTMLInputElement | HTMLSelectElement;
type Change = Record<string, string>;
let counted = 0;

const make = <T extends keyof HTMLElementTagNameMap>(tag: T, className = '', text = ''): HTMLElementTagNameMap[T] => {
	const element = document.createElement(tag);
	if (className) element.className = className;
	if (text) element.textContent = text;
	return element;
};
function labelled<T extends Control>(label: string, control: T): { box: HTMLElement; control: T } {
	const box = make('span', 'block-field');
	const name = make('label', '', label);
	name.htmlFor = control.id = `block-field-${++counted}`;
	control.classList.add('control');
	box.append(name, control);
	return { box, control };
}
function choice(label: string, options: readonly (readonly [string, string])[]) {
	const select = make('select');
	fill(select, options);
	return labelled(label, select);
}
const fill = (select: HTMLSelectElement, options: readonly (readonly [string, string])[]) =>
	select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
function entry(label: string, type: 'number' | 'date') {
	const input = make('input');
	input.type = type;
	if (type === 'number') {
		input.min = '0';
		input.max = '999';
		input.inputMode = 'numeric';
	}
	return labelled(label, input);
}

type Fields = { boxes: HTMLElement[]; controls: Control[]; show(node: PMNode): void; change(control: Control): Change };

/** A box with a head that is not text and a body that is. */
function view(name: string, fieldsOf: () => Fields): NodeViewRenderer {
	return ({ node: first, editor, getPos }) => {
		let node = first;
		const fields = fieldsOf();
		const dom = make('section', `block block--${first.type.name}`);
		const head = make('div', 'block-head');
		const body = make('div', 'block-body');
		const remove = make('button', 'button button--quiet button--small', m.editor_block_remove());
		dom.setAttribute('role', 'group');
		dom.setAttribute('aria-label', name);
		head.contentEditable = 'false';
		remove.type = 'button';
		remove.setAttribute('aria-label', m.editor_block_remove_named({ name }));
		head.append(make('strong', '', name), ...fields.boxes, remove);
		dom.append(head, body);

		const show = () => {
			fields.show(node);
			dom.dataset.result = typeof node.attrs.result === 'string' ? node.attrs.result : '';
			for (const control of fields.controls) control.disabled = !editor.isEditable;
			remove.hidden = !editor.isEditable;
		};
		for (const control of fields.controls)
			control.addEventListener('change', () => write(editor, getPos(), node, fields.change(control)));
		remove.addEventListener('click', () => {
			const at = getPos();
			if (at === undefined) return;
			editor
				.chain()
				.focus()
				.deleteRange({ from: at, to: at + node.nodeSize })
				.run();
		});
		head.addEventListener('keydown', (event) => {
			const at = getPos();
			if (event.key !== 'Escape' || at === undefined) return;
			event.stopPropagation();
			editor.commands.focus(at + node.nodeSize - 2);
		});
		editor.on('update', show);
		show();
		return {
			dom,
			contentDOM: body,
			update: (changed) => {
				if (changed.type !== node.type) return false;
				node = changed;
				show();
				return true;
			},
			stopEvent: (event) => event.target instanceof globalThis.Node && head.contains(event.target),
			ignoreMutation: (mutation) =>
				mutation.type !== 'selection' && !body.contains(mutation.target) && mutation.target !== body,
			destroy: () => editor.off('update', show)
		};
	};
}
function write(editor: Editor, at: number | undefined, node: PMNode, change: Change) {
	if (at === undefined || !editor.isEditable) return;
	editor.commands.command(({ tr }) => {
		for (const [key, value] of Object.entries(change))
			if (node.attrs[key] !== value) tr.setNodeAttribute(at, key, value);
		return true;
	});
}
/** What is being typed is not overwritten by what others did meanwhile. */
const put = (control: Control, value: unknown) => {
	const text = typeof value === 'string' ? value : '';
	if (control.value !== text && document.activeElement !== control) control.value = text;
};

function decisionFields(): Fields {
	const result = choice(m.editor_result(), [
		['', m.editor_result_none()],
		...decisionResults.map((value) => [value, resultWords[value]()] as const)
	]);
	const votes = [
		['votesYes', entry(m.editor_votes_yes(), 'number')],
		['votesNo', entry(m.editor_votes_no(), 'number')],
		['votesAbstained', entry(m.editor_votes_abstained(), 'number')]
	] as const;
	return {
		boxes: [result.box, ...votes.map(([, v]) => v.box)],
		controls: [result.control, ...votes.map(([, v]) => v.control)],
		show: (node) => {
			put(result.control, node.attrs.result);
			for (const [key, { control }] of votes) put(control, node.attrs[key]);
		},
		change: (control) => {
			const key = votes.find(([, v]) => v.control === control)?.[0];
			return key ? { [key]: /^\d{1,3}$/.test(control.value) ? control.value : '' } : { result: control.value };
		}
	};
}
function taskFields(people: readonly Person[]): Fields {
	const assignee = choice(m.editor_task_assignee(), []);
	const due = entry(m.editor_task_due(), 'date');
	const known = people.map((p) => [p.id, p.name] as const);
	return {
		boxes: [assignee.box, due.box],
		controls: [assignee.control, due.control],
		show: (node) => {
			const id = String(node.attrs.assigneeId);
			// somebody who has left the body since stays named
			const gone = id && !people.some((p) => p.id === id) ? [[id, String(node.attrs.assigneeName)] as const] : [];
			const options = [['', m.editor_task_nobody()] as const, ...known, ...gone];
			if (assignee.control.options.length !== options.length) fill(assignee.control, options);
			put(assignee.control, id);
			put(due.control, node.attrs.dueOn);
		},
		change: (control): Change => {
			if (control === due.control) return { dueOn: control.value };
			const name = control.value ? (assignee.control.selectedOptions[0]?.textContent ?? '') : '';
			return { assigneeId: control.value, assigneeName: name };
		}
	};
}
const noFields = (): Fields => ({ boxes: [], controls: [], show: () => {}, change: () => ({}) });

export const blocksWith = (people: readonly Person[]) => ({
	finding: Finding.extend({ addNodeView: () => view(m.editor_finding(), noFields) }),
	decision: Decision.extend({ addNodeView: () => view(m.editor_decision(), decisionFields) }),
	task: Task.extend({ addNodeView: () => view(m.editor_task(), () => taskFields(people)) })
});

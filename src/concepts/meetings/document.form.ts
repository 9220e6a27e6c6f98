/** What browsers may put into the document of a meeting, as the schema of its editor says. */
import type { Form } from '#realtime/form.ts';
import { isNodeName, marks, nodes, type Attribute } from './document.schema.ts';

const elements: ReadonlySet<string> = new Set(Object.keys(nodes).filter((name) => name !== 'doc' && name !== 'text'));
const byElement: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = Object.fromEntries(
	Object.entries(nodes).map(([name, { attributes }]) => [name, attributes])
);
const byMark: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = marks;
/** An address may be long; nothing else is. */
const maxMark = 3000;

export const documentForm: Form = {
	roots: new Set(['head', 'items']),
	elements,
	lines: new Set(
		Object.entries(nodes).flatMap(([name, { content }]) => (/^(text|inline)\*$/.test(content) ? [name] : []))
	),
	attribute(element, name, value) {
		const attribute = isNodeName(element) && Object.hasOwn(byElement[element]!, name) && byElement[element]![name];
		return !!attribute && (value === attribute.default || attribute.check(value));
	},
	/** Marks that may lie over each other carry a hash in their name: link--6qkMLqjc */
	mark(name, value) {
		const mark = name.replace(/--.{8}$/, '');
		if (!Object.hasOwn(byMark, mark)) return false;
		if (value === null || value === true) return true;
		if (typeof value !== 'object' || Array.isArray(value)) return false;
		return Object.keys(value).every((key) => Object.hasOwn(byMark[mark]!, key)) && sizeOf(value) <= maxMark;
	}
};
const sizeOf = (value: unknown): number => JSON.stringify(value).length;

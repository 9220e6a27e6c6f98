/**
 * The outline of a proposal as a live document, the same for browser and server: what it holds, and what else is refused.
 *
 *   head:   Y.Map { begun: true }
 *   fields: Y.Map { title: string   responsible: organisation id or ''   dueOn: 'YYYY-MM-DD' or '' }
 *   parts:  Y.Map  part of the outline → Y.XmlFragment = paragraph+      (letters without marks)
 */
import * as Y from 'yjs';
import { clean, newLine, plain } from '#concepts/meetings/document.shape.ts';
import { isDay } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { Form } from '#realtime/form.ts';
import { emptyOutline, outlineParts, partLimit, titleLimit, type Content, type Outline } from './rules.ts';

export const outlineSchema = 1;
export const lineNode = 'paragraph';
/** What is stored of a part at most; one that is longer than `partLimit` is not ready, and nothing of it is lost. */
export const storedLimit = 4 * partLimit;

/** Where the live engine keeps the document of a proposal. */
export const roomOf = (proposalId: string): string => `proposal:${proposalId}`;

const lines: ReadonlySet<string> = new Set([lineNode]);
export const outlineForm: Form = {
	roots: new Set(['head', 'fields', 'parts']),
	elements: lines,
	lines,
	attribute: () => false,
	mark: () => false
};

export type PartName = keyof Outline;
export type Fields = { title: string; responsible: string; dueOn: string };

export const isBegun = (doc: Y.Doc): boolean => doc.getMap('head').get('begun') === true;
export const partsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('parts');
export const fieldsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('fields');
export const partOf = (doc: Y.Doc, part: PartName): Y.XmlFragment | undefined => {
	const text = partsOf(doc).get(part);
	return text instanceof Y.XmlFragment ? text : undefined;
};

/** One entry a child, so that the number of a line is its place in the fragment. */
const linesIn = (text: Y.XmlFragment): string[] =>
	text.toArray().map((n) => (n instanceof Y.XmlHook ? '' : clean(plain(n))));
export const textOf = (doc: Y.Doc, part: PartName): string => {
	const text = partOf(doc, part);
	return text ? linesIn(text).join('\n').slice(0, storedLimit).toWellFormed().trim() : '';
};

/** The whole document as plain values. What a hostile or old client left out of range is brought into it. */
export function contentOf(doc: Y.Doc): Content {
	const word = (name: keyof Fields) => {
		const value = fieldsOf(doc).get(name);
		return typeof value === 'string' ? clean(value).trim() : '';
	};
	const [responsible, dueOn] = [word('responsible').toLowerCase(), word('dueOn')];
	const outline = { ...emptyOutline };
	for (const part of outlineParts) outline[part] = textOf(doc, part);
	return {
		title: word('title').slice(0, titleLimit).toWellFormed(),
		outline,
		responsibleOrganisationId: isId(responsible) ? responsible : null,
		dueOn: isDay(dueOn) ? dueOn : null
	};
}

export function begin(doc: Y.Doc, content: Content): void {
	doc.transact(() => {
		doc.getMap('head').set('begun', true);
		for (const part of outlineParts) {
			const text = new Y.XmlFragment();
			text.insert(0, linesFrom((content.outline[part] ?? '').split('\n')));
			partsOf(doc).set(part, text);
		}
		setFields(doc, fieldsFrom(content));
	});
}
const linesFrom = (words: readonly string[]) => words.map((line) => newLine(lineNode, line));
const fieldsFrom = (c: Content): Fields => ({
	title: c.title,
	responsible: c.responsibleOrganisationId ?? '',
	dueOn: c.dueOn ?? ''
});

export function setFields(doc: Y.Doc, fields: Partial<Fields>): void {
	doc.transact(() => {
		for (const [name, value] of Object.entries(fields))
			if (fieldsOf(doc).get(name) !== value) fieldsOf(doc).set(name, value);
	});
}

/** A whole text in place of another: lines that stay the same are left alone, with all who write in them. */
export function setPart(doc: Y.Doc, part: PartName, words: string): void {
	if (partOf(doc, part) && textOf(doc, part) === words.trim()) return;
	doc.transact(() => {
		if (!partOf(doc, part)) partsOf(doc).set(part, new Y.XmlFragment());
		const text = partOf(doc, part)!;
		const [before, after] = [linesIn(text), words.trim().split('\n')];
		const most = Math.min(before.length, after.length);
		let [head, tail] = [0, 0];
		while (head < most && before[head] === after[head]) head++;
		while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
		text.delete(head, before.length - head - tail);
		text.insert(head, linesFrom(after.slice(head, after.length - tail)));
	});
}

export function setContent(doc: Y.Doc, content: Content): void {
	doc.transact(() => {
		setFields(doc, fieldsFrom(content));
		for (const part of outlineParts) setPart(doc, part, content.outline[part] ?? '');
	});
}

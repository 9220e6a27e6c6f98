/**
 * A scratch copy of a document on which updates that make elements are tried first: applying is not atomic, so a bad one
 * may spoil this copy, never the log. Made when needed and let go after a while, as typing letters needs none.
 */
import * as Y from 'yjs';
import type { Form } from './form.ts';
import { isInText } from './guard.server.ts';
import type { Span } from './letters.ts';
import { documentOf } from './log.server.ts';
import { limits } from './protocol.ts';

export class Shadow {
	#doc: Y.Doc;
	#waiting: Uint8Array[] = [];
	/** What may be in it; null admits anything. */
	readonly #form: Form | null;

	constructor(updates: readonly Uint8Array[], form: Form | null) {
		this.#doc = documentOf(updates);
		this.#form = form;
	}

	/** An accepted update; applied when the next one is tried. */
	follow(update: Uint8Array): void {
		this.#waiting.push(update);
	}
	get behind(): number {
		return this.#waiting.length;
	}

	/** Which parts of it are letters in a text; null when the document is not sound with it: then this copy is spoilt. */
	takes(update: Uint8Array): Span[] | null {
		try {
			this.#doc.transact(() => {
				for (const waiting of this.#waiting) Y.applyUpdate(this.#doc, waiting);
				Y.applyUpdate(this.#doc, update);
			});
			this.#waiting = [];
			if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) return null;
			const letters: Span[] = [];
			for (const struct of Y.decodeUpdate(update).structs) {
				const { client, clock } = struct.id;
				for (let at = clock; at < clock + struct.length;) {
					const item = Y.getItem(this.#doc.store, Y.createID(client, at)) as Y.Item | Y.GC;
					const end = Math.min(item.id.clock + item.length, clock + struct.length);
					if (item instanceof Y.Item && !item.deleted && !this.#fits(item)) return null;
					if (item instanceof Y.Item && item.parent instanceof Y.XmlText) letters.push([client, at, end - at]);
					at = end;
				}
			}
			return letters;
		} catch {
			return null;
		}
	}

	#fits(item: Y.Item): boolean {
		let depth = 0;
		for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown>)._item)
			if (++depth > limits.nesting) return false;
		return !this.#form || isFormed(item, this.#form);
	}

	destroy(): void {
		this.#doc.destroy();
	}
}

/** What is in the right place for a browser to show: an editor that meets anything else shows nothing at all. */
function isFormed({ parent, parentSub, content }: Y.Item, form: Form): boolean {
	const type = content instanceof Y.ContentType ? content.type : null;
	// a text has letters and marks, and no attributes
	if (parent instanceof Y.XmlText) return parentSub === null && isInText(content, form);
	if (parent instanceof Y.XmlElement) {
		if (parentSub !== null) return content instanceof Y.ContentAny && isAttribute(parent, parentSub, content.arr, form);
		return isElement(type, form) || (type instanceof Y.XmlText && form.lines.has(parent.nodeName));
	}
	if (isFragment(parent)) return parentSub === null && isElement(type, form);
	if (form.any && !(parent as Y.AbstractType<unknown>)._item) return isElement(type, form) || isInText(content, form);
	// maps hold plain values, maps and fragments; the top-level types are maps
	if (parent instanceof Y.XmlFragment || parentSub === null) return false;
	return content instanceof Y.ContentAny || isFragment(type) || (type instanceof Y.Map && !(type instanceof Y.XmlHook));
}
const isFragment = (type: unknown): boolean => type instanceof Y.XmlFragment && !(type instanceof Y.XmlElement);
const isElement = (type: unknown, form: Form): boolean =>
	type instanceof Y.XmlElement && form.elements.has(type.nodeName);
const isAttribute = (of: { nodeName: string }, name: string, values: readonly unknown[], form: Form): boolean =>
	values.length === 1 && form.attribute(of.nodeName, name, values[0]);

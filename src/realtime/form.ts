/** What a kind of document may hold, as its concept says; whatever else a browser sends is refused before it is stored. */
export type Form = {
	/** Names of the top-level types; `any` of them may be a text, otherwise they are maps. */
	roots: ReadonlySet<string>;
	any?: boolean;
	/** Names of XML elements. */
	elements: ReadonlySet<string>;
	/** Those of them that letters stand in. */
	lines: ReadonlySet<string>;
	/** May this element have this attribute with this value? */
	attribute(element: string, name: string, value: unknown): boolean;
	/** May letters be marked with it? The value null ends a mark. */
	mark(name: string, value: unknown): boolean;
};

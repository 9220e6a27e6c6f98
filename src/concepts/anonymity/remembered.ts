/** Asks about each word once, as most words of a text come again; a full memory begins anew. */
const most = 20_000;

export function remembered<T>(judge: (word: string) => T): (word: string) => T {
	const known = new Map<string, T>();
	return (word) => {
		let before = known.get(word);
		if (before === undefined) {
			if (known.size >= most) known.clear();
			known.set(word, (before = judge(word)));
		}
		return before;
	};
}

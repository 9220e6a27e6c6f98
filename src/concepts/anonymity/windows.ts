/** Runs a costly pattern only near a cheap cue, so that a long text is read closely where there is something to see. */

/** A piece of a text, and where it begins there. */
type Window = { from: number; piece: string };

/** The windows of the text at hand, as many patterns ask for the same. */
let known: { text: string; windows: Map<string, Window[]> } = { text: '', windows: new Map() };

function windowsOf(text: string, cue: RegExp, before: number, after: number): Window[] {
	if (known.text !== text) known = { text, windows: new Map() };
	const key = `${before} ${after} ${cue.flags} ${cue.source}`;
	let windows = known.windows.get(key);
	if (!windows) known.windows.set(key, (windows = cut(text, cue, before, after)));
	return windows;
}

function cut(text: string, cue: RegExp, before: number, after: number): Window[] {
	const windows: Window[] = [];
	let from = 0;
	let to = -1;
	cue.lastIndex = 0;
	for (let hit = cue.exec(text); hit; hit = cue.exec(text)) {
		if (to >= 0 && hit.index - before > to) {
			windows.push({ from, piece: text.slice(from, to) });
			to = -1;
		}
		if (to < 0) from = Math.max(0, hit.index - before);
		to = hit.index + hit[0].length + after;
	}
	if (to >= 0) windows.push({ from, piece: text.slice(from, to) });
	return windows;
}

/** Keeps nothing of the last text. */
export function forget(): void {
	known = { text: '', windows: new Map() };
}

/** Every match of `pattern` from `before` signs before a match of `cue` to `after` signs behind it, each once, with its place in the text; both patterns are global and match no empty piece. */
export function matchesNear(
	text: string,
	cue: RegExp,
	pattern: RegExp,
	before: number,
	after = before
): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	for (const { from, piece } of windowsOf(text, cue, before, after)) {
		// without matchAll, which makes the pattern anew each time
		pattern.lastIndex = 0;
		for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
			match.index += from;
			found.push(match);
		}
	}
	return found;
}

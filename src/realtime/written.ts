/** The letters in updates that were not taken, so that their writer can keep them. */
import * as Y from 'yjs';

/** In the order of writing; elements and values are left out. Empty when there is no text or nothing can be read. */
export function writtenText(updates: readonly Uint8Array[]): string {
	const parts: string[] = [];
	let before: { client: number; end: number } | undefined;
	for (const update of updates) {
		try {
			const { structs } = Y.decodeUpdate(update);
			for (const struct of structs.toSorted((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock)) {
				if (!(struct instanceof Y.Item)) continue;
				const { client, clock } = struct.id;
				if (struct.content instanceof Y.ContentType) parts.push('\n');
				if (!(struct.content instanceof Y.ContentString)) continue;
				const goesOn = before?.client === client && before.end === clock;
				parts.push(goesOn || !parts.length ? struct.content.str : ` ${struct.content.str}`);
				before = { client, end: clock + struct.length };
			}
		} catch {
			continue; // unreadable: there is no text to rescue
		}
	}
	return parts
		.join('')
		.replace(/\n{2,}/g, '\n')
		.trim();
}

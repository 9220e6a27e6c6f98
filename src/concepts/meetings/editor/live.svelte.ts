/** The live document of one meeting as pages see it: its items, its state, who is here – following what others do. */
import * as Y from 'yjs';
import { schemaVersion } from '#concepts/meetings/document.schema.ts';
import { itemsOf, partsOf, roomOf, type DocumentItem } from '#concepts/meetings/document.shape.ts';
import type { KeptText } from '#realtime/kept.ts';
import { thingsOf } from './labels.svelte.ts';
import { liveRoom } from './room.svelte.ts';

export type Live = ReturnType<typeof liveDocument>;

/** `device` names the account's store of unsent text on this device. */
export function liveDocument(meetingId: string, device: string | undefined) {
	const doc = new Y.Doc();
	const opened = liveRoom({ room: roomOf(meetingId), doc, device, schema: schemaVersion });
	const { room } = opened;
	let items = $state.raw<DocumentItem[]>([]);
	let beforeItems: (() => void)[] = [];

	let due = 0;
	const read = () => {
		due = 0;
		for (const tell of beforeItems) tell();
		items = itemsOf(doc);
	};
	/** Letters come faster than a list needs to be drawn. */
	const soon = () => {
		due ||= requestAnimationFrame(read);
	};
	const things = thingsOf(meetingId);
	let away = false;
	const ends = [
		room.on('status', (now) => {
			// a hint may have been missed meanwhile
			const isAway = now === 'offline' || now === 'unkept';
			if (away && !isAway) things.refresh();
			away = isAway;
		}),
		room.on('labels', () => things.refresh())
	];
	partsOf(doc).observeDeep(soon);

	return {
		meetingId,
		doc,
		room,
		things,
		synced: room.synced.then(read),
		get items() {
			return items;
		},
		get state() {
			return opened.state;
		},
		get writable() {
			return opened.writable;
		},
		get people() {
			return opened.people;
		},
		get kept() {
			return opened.kept;
		},
		dismiss: (gone: KeptText) => opened.dismiss(gone),
		/** Draws at once what was changed here. */
		read,
		/** Called just before the list changes, when what has the focus can still be told. */
		onBeforeItems(tell: () => void): () => void {
			beforeItems.push(tell);
			return () => (beforeItems = beforeItems.filter((other) => other !== tell));
		},
		close: () => {
			for (const end of ends) end();
			cancelAnimationFrame(due);
			partsOf(doc).unobserveDeep(soon);
			opened.close();
		}
	};
}

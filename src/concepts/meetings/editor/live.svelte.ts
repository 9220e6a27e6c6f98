/** The live document of one meeting as pages see it: its items, its state, who is here – following what others do. */
import * as Y from 'yjs';
import { schemaVersion } from '#concepts/meetings/document.schema.ts';
import { itemsOf, partsOf, type DocumentItem } from '#concepts/meetings/document.shape.ts';
import { dropText, keepText, keptTexts, type KeptText } from '#realtime/kept.ts';
import { openRoom } from '#realtime/open.ts';
import { thingsOf } from './labels.svelte.ts';

export type Live = ReturnType<typeof liveDocument>;

/** `device` names the account's store of unsent text on this device. */
export function liveDocument(meetingId: string, device: string | undefined) {
	const doc = new Y.Doc();
	const room = openRoom({ room: `meeting:${meetingId}`, doc, device, schema: schemaVersion });
	let items = $state.raw<DocumentItem[]>([]);
	let state = $state(room.status);
	let access = $state(room.access);
	let people = $state.raw(room.people);
	let kept = $state.raw<KeptText[]>([]);
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
	/** Shown at once; on the device it outlives the page. */
	const keep = (text: string) => {
		const shown: KeptText = { keys: [], text };
		kept = [...kept, shown];
		if (device)
			keepText(device, room.room, text).then(
				(stored) => (kept = kept.map((k) => (k === shown ? stored : k))),
				(error: unknown) => console.error(error)
			);
	};
	if (device)
		keptTexts(device, room.room, false).then(
			(earlier) => (kept = [...earlier, ...kept]),
			(error: unknown) => console.error(error)
		);
	const things = thingsOf(meetingId);
	let away = false;
	const ends = [
		room.on('status', (now) => {
			state = now;
			// a hint may have been missed meanwhile
			const isAway = now === 'offline' || now === 'unkept';
			if (away && !isAway) things.refresh();
			away = isAway;
		}),
		room.on('labels', () => things.refresh()),
		room.on('access', (now) => (access = now)),
		room.on('people', (now) => (people = now)),
		room.on('refused', ({ text }) => text.trim() && keep(text))
	];
	partsOf(doc).observeDeep(soon);
	const leaving = (event: BeforeUnloadEvent) => {
		if (state === 'unkept') event.preventDefault();
	};
	window.addEventListener('beforeunload', leaving);

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
			return state;
		},
		get writable() {
			return access === 'write' && state !== 'sealed' && state !== 'ended' && state !== 'refused';
		},
		get people() {
			return people;
		},
		/** What the hub did not take. */
		get kept() {
			return kept;
		},
		dismiss(gone: KeptText): void {
			kept = kept.filter((k) => k !== gone);
			if (device) void dropText(device, gone).catch((error: unknown) => console.error(error));
		},
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
			window.removeEventListener('beforeunload', leaving);
			room.destroy();
			doc.destroy();
		}
	};
}

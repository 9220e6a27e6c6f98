/** An opened room as pages see it: its state, who is here, what was not taken – whatever kind of document it holds. */
import type { Doc } from 'yjs';
import { dropText, keepText, keptTexts, type KeptText } from '#realtime/kept.ts';
import { openRoom } from '#realtime/open.ts';

export type LiveRoom = ReturnType<typeof liveRoom>;

/** `device` names the account's store of unsent text on this device. */
export function liveRoom(o: { room: string; doc: Doc; device: string | undefined; schema: number }) {
	const { device } = o;
	const room = openRoom(o);
	let state = $state(room.status);
	let access = $state(room.access);
	let people = $state.raw(room.people);
	let kept = $state.raw<KeptText[]>([]);

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
	const ends = [
		room.on('status', (now) => (state = now)),
		room.on('access', (now) => (access = now)),
		room.on('people', (now) => (people = now)),
		room.on('refused', ({ text }) => text.trim() && keep(text))
	];
	const leaving = (event: BeforeUnloadEvent) => {
		if (state === 'unkept') event.preventDefault();
	};
	window.addEventListener('beforeunload', leaving);

	return {
		room,
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
		close() {
			for (const end of ends) end();
			window.removeEventListener('beforeunload', leaving);
			room.destroy();
			o.doc.destroy();
		}
	};
}

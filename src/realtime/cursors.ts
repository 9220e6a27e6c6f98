/** Cursors as y-protocols' Awareness, which editors draw from. Only positions travel; name and colour come from the hub. */
import { removeAwarenessStates, type Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { bytesOf } from './packing.ts';
import type { Person } from './protocol.ts';

export type Cursors = {
	send(): void;
	receive(person: string, bytes: Uint8Array | null): void;
	receiveAll(cursors: readonly [string, Uint8Array][]): void;
	peopleAre(people: readonly Person[], me: string): void;
	destroy(): void;
};
type Changed = { added: number[]; updated: number[]; removed: number[] };

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const quietMs = 60;

export function cursorsOf(awareness: Awareness, doc: Y.Doc, post: (bytes: Uint8Array | null) => void): Cursors {
	const people = new Map<string, Person>();
	const cursors = new Map<string, unknown>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last = '';

	const send = () => {
		const cursor = (awareness.getLocalState()?.cursor ?? null) as unknown;
		const text = JSON.stringify(cursor);
		if (text === last) return;
		last = text;
		post(cursor === null ? null : encoder.encode(text));
	};
	const moved = (_: Changed, origin: unknown) => {
		if (origin !== 'local') return;
		timer ??= setTimeout(() => {
			timer = undefined;
			send();
		}, quietMs);
	};
	awareness.on('change', moved);

	/** Awareness knows others by number. */
	const numberOf = (person: string): number => {
		let hash = 7;
		for (const c of person) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) | 0;
		const number = (hash >>> 0) + 1;
		return number === doc.clientID ? number + 1 : number;
	};
	const show = (id: string) => {
		const number = numberOf(id);
		const person = people.get(id);
		const added = !awareness.states.has(number);
		if (!person) return removeAwarenessStates(awareness, [number], 'hub');
		const { name, color } = person;
		const clock = (awareness.meta.get(number)?.clock ?? 0) + 1;
		awareness.states.set(number, { user: { name, color }, cursor: cursors.get(id) ?? null });
		awareness.meta.set(number, { clock, lastUpdated: Date.now() });
		const change = added
			? { added: [number], updated: [], removed: [] }
			: { added: [], updated: [number], removed: [] };
		awareness.emit('change', [change, 'hub']);
		awareness.emit('update', [change, 'hub']);
	};
	const receive = (person: string, bytes: Uint8Array | null) => {
		try {
			cursors.set(person, bytes && (JSON.parse(decoder.decode(bytes)) as unknown));
		} catch {
			cursors.set(person, null); // what another tab sent is no cursor
		}
		if (people.has(person)) show(person);
	};
	// awareness forgets who is silent for 30 seconds; the hub says who is here
	const alive = setInterval(() => {
		for (const id of people.keys()) {
			const meta = awareness.meta.get(numberOf(id));
			if (meta) meta.lastUpdated = Date.now();
		}
	}, 10_000);
	(alive as { unref?: () => void }).unref?.();

	return {
		send() {
			last = '';
			send();
		},
		receive,
		receiveAll: (all) => all.forEach(([person, bytes]) => receive(person, bytesOf(bytes))),
		peopleAre(here, me) {
			const others = here.filter((p) => p.id !== me);
			const gone = [...people.keys()].filter((id) => !others.some((p) => p.id === id));
			for (const id of gone) {
				people.delete(id);
				cursors.delete(id);
				show(id);
			}
			for (const person of others) {
				people.set(person.id, person);
				show(person.id);
			}
		},
		destroy() {
			clearInterval(alive);
			clearTimeout(timer);
			awareness.off('change', moved);
		}
	};
}

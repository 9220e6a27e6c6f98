/** What the page says about saving: one word for where the text is. */
import type { Access } from './protocol.ts';

export type Status =
	| 'connecting'
	| 'saved'
	| 'saving'
	/** Not connected; typed text is on this device. */
	| 'offline'
	/** Not connected, and the device keeps nothing: the text lives in this tab only. */
	| 'unkept'
	| 'readonly'
	| 'sealed'
	/** No right to be here any more. */
	| 'ended'
	/** The hub did not take a change; `refused` tells why and hands over the text. */
	| 'refused';

export type Standing = {
	isRefused: boolean;
	isEnded: boolean;
	joined: boolean;
	everJoined: boolean;
	sealed: boolean;
	access: Access;
	unacknowledged: number;
	isKept: boolean;
};

/** Never 'saved' while anything is not committed, and never 'offline' where the device does not keep it. */
export function statusOf(s: Standing): Status {
	if (s.isRefused) return 'refused';
	if (s.isEnded) return 'ended';
	if (!s.joined && s.everJoined) return s.isKept || !s.unacknowledged ? 'offline' : 'unkept';
	if (!s.joined) return 'connecting';
	if (s.sealed) return 'sealed';
	if (s.access !== 'write') return 'readonly';
	return s.unacknowledged ? 'saving' : 'saved';
}

/** Listeners by event. */
export class Telling<Events> {
	readonly #listeners = new Map<keyof Events, Set<(value: never) => void>>();

	/** @returns a function that stops listening */
	on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void {
		const of = this.#listeners.get(event) ?? new Set();
		this.#listeners.set(event, of);
		of.add(listener);
		return () => void of.delete(listener);
	}
	protected tell<E extends keyof Events>(event: E, value: Events[E]): void {
		for (const listener of this.#listeners.get(event) ?? []) (listener as (v: Events[E]) => void)(value);
	}
}

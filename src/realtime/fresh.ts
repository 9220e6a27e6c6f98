/** What one turn of the event loop typed goes as one change; who is faster than the hub allows sends more at a time. */
import * as Y from 'yjs';
import { bucket } from './pacing.ts';
import { limits } from './protocol.ts';

const pauseMs = 20;

export class Fresh {
	readonly #isPaced: () => boolean;
	readonly #take: (update: Uint8Array) => void;
	readonly #mayPost = bucket(limits.events * 0.7, limits.eventsAtOnce / 4);
	#updates: Uint8Array[] = [];

	/** `isPaced`: does it go to the hub now, which counts? */
	constructor(isPaced: () => boolean, take: (update: Uint8Array) => void) {
		this.#isPaced = isPaced;
		this.#take = take;
	}

	get isEmpty(): boolean {
		return this.#updates.length === 0;
	}
	add(update: Uint8Array): void {
		this.#updates.push(update);
		if (this.#updates.length === 1) queueMicrotask(this.flush);
	}
	readonly flush = (atOnce = false): void => {
		if (this.isEmpty) return;
		if (!atOnce && this.#isPaced() && !this.#mayPost()) return void setTimeout(this.flush, pauseMs);
		const update = this.#updates.length === 1 ? this.#updates[0]! : Y.mergeUpdates(this.#updates);
		this.#updates = [];
		this.#take(update);
	};
}

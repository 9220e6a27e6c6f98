/** Changes of mine that are not committed, by number; as far as the device allows, they are kept there, too. */
import type { DeviceStore } from './device.ts';

/** What a change costs beside its bytes. */
const each = 250;

export class Unsaved {
	readonly #device: DeviceStore | null;
	readonly #onKept: () => void;
	#updates = new Map<number, Uint8Array>();
	#seq = 0;
	/** Of all of it, roughly. */
	bytes = 0;
	/** Is all of it on this device? */
	isKept = true;

	constructor(device: DeviceStore | null, onKept: () => void) {
		this.#device = device;
		this.#onKept = onKept;
		this.isKept = device !== null;
	}

	get size(): number {
		return this.#updates.size;
	}
	get all(): Uint8Array[] {
		return [...this.#updates.values()];
	}
	get(seq: number): Uint8Array | undefined {
		return this.#updates.get(seq);
	}
	/** What a closed tab left on this device. */
	async restore(): Promise<Uint8Array[]> {
		const kept = (await this.#device?.read().catch(() => null)) ?? [];
		for (const update of kept) this.#put(update);
		return kept;
	}
	/** @returns its number */
	add(update: Uint8Array): number {
		this.#put(update);
		this.#keep();
		return this.#seq;
	}
	/** This and all before it are committed. */
	committed(seq: number): void {
		for (const [known, update] of this.#updates) {
			if (known > seq) break;
			this.#updates.delete(known);
			this.bytes -= update.byteLength + each;
		}
		this.#keep();
	}
	/** The same in another cut. @returns the numbers */
	replace(updates: readonly Uint8Array[]): number[] {
		this.#clear();
		const numbers = updates.map((update) => this.#put(update));
		this.#keep();
		return numbers;
	}
	/** @returns what it held */
	empty(): Uint8Array[] {
		const all = this.all;
		this.#clear();
		this.#keep();
		return all;
	}

	#put(update: Uint8Array): number {
		this.#updates.set(++this.#seq, update);
		this.bytes += update.byteLength + each;
		return this.#seq;
	}
	#clear(): void {
		this.#updates.clear();
		this.bytes = 0;
	}
	#keep(): void {
		this.#device?.write(this.all).then(
			() => this.#is(true),
			() => this.#is(false)
		);
	}
	#is(kept: boolean): void {
		if (this.isKept === kept) return;
		this.isKept = kept;
		this.#onKept();
	}
}

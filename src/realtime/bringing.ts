/**
 * Brings what I wrote to the hub. Typed letters go at once; after coming back everything goes in parcels, one at a time.
 * What builds on another's letters that were lost with the hub waits until their writer has brought them.
 */
import * as Y from 'yjs';
import { beyond, cut, type Cut, type Id } from './cutting.ts';
import { limits, type Refusal } from './protocol.ts';
import type { Unsaved } from './unsaved.ts';

type Vector = ReadonlyMap<number, number>;
export type Bringer = {
	doc: Y.Doc;
	unsaved: Unsaved;
	post(seq: number, update: Uint8Array): void;
	/** Asks the hub anew what it has. */
	rejoin(): void;
	giveUp(why: Refusal): void;
	/** How long others may take to bring what mine builds on, before mine is handed back (ms). */
	patience?: number;
};

/** No more than this is on its way, as the hub takes no more either while its database is slow. */
const onTheWayBytes = limits.waitingOfOne / 4;
const [firstWait, longestWait] = [200, 2000];
const togetherMs = 4;
const aMinute = 60_000;

export class Bringing {
	readonly #o: Bringer;
	/** Client ids I have written with. */
	readonly #mine = new Set<number>();
	/** Numbers of parcels to come; while typed changes wait for anything, they are sent behind it. */
	#queue: number[] = [];
	#waits = true;
	/** The last number sent, while it must be committed before more is sent. */
	#asked: number | undefined;
	#last = 0;
	/** What the hub has, as far as it has told; followed while anything waits. */
	#hub = new Map<number, number>();
	/** The first of what the hub lacks, and mine builds on. */
	#lacks: readonly Id[] = [];
	#lackingSince: number | undefined;
	#tries = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#soon: ReturnType<typeof setTimeout> | undefined;

	constructor(o: Bringer) {
		this.#o = o;
	}

	/** What a closed tab left on this device. */
	async restore(): Promise<Uint8Array[]> {
		const kept = await this.#o.unsaved.restore();
		for (const update of kept) for (const client of Y.parseUpdateMeta(update).to.keys()) this.#mine.add(client);
		return kept;
	}

	typed(update: Uint8Array): void {
		const { unsaved, doc } = this.#o;
		const isFull = unsaved.size > 0 && unsaved.bytes > onTheWayBytes;
		const seq = unsaved.add(update);
		this.#mine.add(doc.clientID);
		if (this.#waits) return;
		if (isFull) return this.#waitFor(this.#last);
		this.#last = seq;
		this.#o.post(seq, update);
	}

	/** `hub`: what it has, committed or not; only an acknowledgement says what is committed. */
	entered(hub: Vector): void {
		this.#stop();
		const { unsaved, doc } = this.#o;
		this.#hub = new Map(hub);
		const lost = this.#isSetBack(hub) ? beyond(doc, this.#mine, hub) : null;
		this.#send(cut(lost ? [...unsaved.all, lost] : unsaved.all, hub));
	}
	/** May not write: there is nothing to bring, and what is typed nonetheless is answered by the hub. */
	reads(): void {
		this.#stop();
		this.#waits = false;
	}

	committed(seq: number): void {
		const parcel = this.#asked !== undefined && seq >= this.#asked ? this.#o.unsaved.get(this.#asked) : undefined;
		if (parcel) this.#hubHas(parcel);
		this.#o.unsaved.committed(seq);
		if (this.#asked !== undefined && seq >= this.#asked) this.#next();
	}
	/** The hub sent these on: what waited for them can go. */
	heard(updates: readonly Uint8Array[]): void {
		if (!this.#waits) return;
		for (const update of updates) this.#hubHas(update);
		if (this.#hasCome() && this.#asked === undefined) this.#soon ??= setTimeout(() => this.#again(), togetherMs);
	}

	/** The hub lacks what a change of mine builds on: someone else's letters, sent on to me and lost with the hub. */
	missing(): void {
		this.#stop();
		this.#waitForOthers();
	}

	lost(): void {
		this.#stop();
		this.#lackingSince = undefined;
		this.#tries = 0;
	}

	#stop(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#soon);
		this.#timer = this.#soon = undefined;
		this.#queue = [];
		this.#asked = undefined;
		this.#waits = true;
		this.#lacks = [];
	}

	#waitFor(seq: number): void {
		this.#waits = true;
		this.#asked = seq;
	}

	#hubHas(update: Uint8Array): void {
		for (const [client, clock] of Y.parseUpdateMeta(update).to)
			if (clock > (this.#hub.get(client) ?? 0)) this.#hub.set(client, clock);
	}

	#hasCome(): boolean {
		return this.#lacks.some(({ client, clock }) => clock < (this.#hub.get(client) ?? 0));
	}
	#again(): void {
		this.#soon = undefined;
		this.#send(cut(this.#o.unsaved.all, this.#hub));
	}

	#send({ parcels, rest }: Cut): void {
		this.#lacks = rest?.lacks ?? [];
		if (parcels.length || !rest) {
			const numbers = this.#o.unsaved.replace(rest ? [...parcels, rest.update] : parcels);
			this.#queue = numbers.slice(0, parcels.length);
		}
		this.#next();
	}

	#next(): void {
		const { unsaved } = this.#o;
		this.#asked = undefined;
		const seq = this.#queue.shift();
		if (seq !== undefined) {
			this.#last = seq;
			this.#waitFor(seq);
			return this.#o.post(seq, unsaved.get(seq)!);
		}
		if (this.#lacks.length) return this.#hasCome() ? this.#again() : this.#waitForOthers();
		this.#lackingSince = undefined;
		this.#tries = 0;
		if (unsaved.size) this.#send(cut(unsaved.all, null));
		else this.#waits = false;
	}

	#waitForOthers(): void {
		this.#lackingSince ??= Date.now();
		if (Date.now() - this.#lackingSince > (this.#o.patience ?? aMinute)) return this.#o.giveUp('missing');
		if (this.#timer) return;
		const wait = Math.min(firstWait * 2 ** this.#tries++, longestWait) * (0.75 + Math.random() / 2);
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#o.rejoin();
		}, wait);
	}

	/** The hub lacks letters of mine that it once committed: it was restored from a backup. */
	#isSetBack(hub: Vector): boolean {
		const { unsaved, doc } = this.#o;
		const waiting = unsaved.size ? Y.parseUpdateMeta(Y.mergeUpdates(unsaved.all)).from : new Map<number, number>();
		return [...this.#mine].some((client) => {
			const has = hub.get(client) ?? 0;
			return Y.getState(doc.store, client) > has && !((waiting.get(client) ?? Infinity) <= has);
		});
	}
}

/**
 * A room's document in a browser tab or a Node process: what is typed goes to the hub and counts as saved once the hub
 * has committed it; what cannot go is kept on the device and brought later.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Bringing } from './bringing.ts';
import { connectLive, listenTo, type Events, type LiveClientSocket, type RoomOptions } from './connection.ts';
import { cursorsOf, type Cursors } from './cursors.ts';
import { deviceStore } from './device.ts';
import { Fresh } from './fresh.ts';
import { bytesOf, unpack } from './packing.ts';
import type { Access, Answer, Person, Refusal } from './protocol.ts';
import { statusOf, Telling, type Status } from './status.ts';
import { Unsaved } from './unsaved.ts';
import { writtenText } from './written.ts';

const retryMs = 1000;

export class RoomProvider extends Telling<Events> {
	readonly room: string;
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	/** Fulfilled when the document is here for the first time. */
	readonly synced: Promise<void>;
	status: Status = 'connecting';
	access: Access = 'none';
	people: Person[] = [];
	/** My id among the people. */
	me = '';
	readonly #socket: LiveClientSocket;
	readonly #ownsSocket: boolean;
	readonly #schema: number;
	readonly #stopListening: () => void;
	readonly #unsaved: Unsaved;
	readonly #bringing: Bringing;
	readonly #fresh: Fresh;
	readonly #cursors: Cursors;
	#instance: string = crypto.randomUUID();
	#isSynced!: () => void;
	#joining = 0;
	readonly #is = { isRefused: false, isEnded: false, joined: false, everJoined: false, sealed: false };
	#destroyed = false;
	#retry: ReturnType<typeof setTimeout> | undefined;

	constructor(o: RoomOptions) {
		super();
		this.room = o.room;
		this.doc = o.doc;
		this.#schema = o.schema ?? 1;
		this.synced = new Promise((resolve) => (this.#isSynced = resolve));
		this.awareness = new Awareness(o.doc);
		this.#ownsSocket = !o.socket;
		this.#socket = o.socket ?? connectLive(o.url, { extraHeaders: o.headers, forceNew: true });
		this.#unsaved = new Unsaved(o.device ? deviceStore(o.device, o.room) : null, () => this.#tellStatus());
		this.#fresh = new Fresh(() => this.#is.joined, this.#take);
		this.#bringing = new Bringing({
			doc: o.doc,
			unsaved: this.#unsaved,
			post: (seq, update) => this.#socket.emit('update', this.room, seq, update),
			rejoin: this.#connected,
			giveUp: (why) => this.#giveUp(why),
			patience: o.patience
		});
		this.#cursors = cursorsOf(this.awareness, this.doc, (bytes) => {
			if (this.#is.joined) this.#socket.emit('at', this.room, bytes);
		});
		this.doc.on('update', this.#typed);
		this.#stopListening = listenTo(this.#socket, {
			connect: this.#connected,
			disconnect: this.#lost,
			updates: this.#received,
			saved: this.#committed,
			refused: this.#wasRefused,
			rights: this.#rightsAre,
			people: this.#peopleAre,
			cursor: this.#cursorIs,
			labels: (room) => room === this.room && this.tell('labels', undefined)
		});
		void this.#begin();
	}

	/** Changes of mine that the hub has not committed. */
	get unacknowledged(): number {
		return this.#unsaved.size + (this.#fresh.isEmpty ? 0 : 1);
	}

	/** Leaves the room. What is not committed stays on the device. */
	destroy(): void {
		if (this.#destroyed) return;
		this.#fresh.flush(true);
		this.#destroyed = true;
		clearTimeout(this.#retry);
		this.#bringing.lost();
		this.doc.off('update', this.#typed);
		if (this.#is.joined) this.#socket.emit('leave', this.room);
		this.#stopListening();
		if (this.#ownsSocket) this.#socket.disconnect();
		this.#cursors.destroy();
		this.awareness.destroy();
	}

	/** What was typed offline, maybe in a tab that is closed, comes first. */
	async #begin(): Promise<void> {
		const kept = await this.#bringing.restore();
		if (this.#destroyed) return;
		for (const update of kept) Y.applyUpdate(this.doc, update, this);
		this.#connected();
	}

	readonly #typed = (update: Uint8Array, origin: unknown): void => {
		if (origin === this || this.#destroyed) return;
		this.#fresh.add(update);
		this.#tellStatus();
	};

	readonly #take = (update: Uint8Array): void => {
		if (this.#destroyed) return;
		if (this.#is.joined && (this.#is.sealed || this.access !== 'write')) {
			this.#unsaved.add(update);
			return this.#giveUp(this.#is.sealed ? 'sealed' : 'forbidden');
		}
		this.#bringing.typed(update);
		this.#tellStatus();
	};

	readonly #connected = (): void => {
		if (this.#destroyed || !this.#socket.connected || this.status === 'ended') return;
		this.#fresh.flush(true);
		const attempt = ++this.#joining;
		const [client, vector] = [this.doc.clientID, Y.encodeStateVector(this.doc)];
		const hello = { instance: this.#instance, client, vector, schema: this.#schema };
		this.#socket.emit('join', this.room, hello, (answer) => {
			if (attempt === this.#joining && !this.#destroyed) this.#entered(answer);
		});
	};

	#entered(answer: Answer): void {
		if ('error' in answer) return this.#notEntered(answer.error);
		this.#is.joined = true;
		this.#is.everJoined = true;
		this.#is.sealed ||= answer.sealed; // it may hold what was refused: it is opened anew, not written on
		this.me = answer.me;
		this.#received(this.room, answer.pack);
		this.#peopleAre(this.room, answer.people);
		this.#cursors.receiveAll(answer.cursors);
		this.#rightsAre(this.room, answer.access, answer.sealed);
		this.#isSynced();
		if (this.access === 'write') this.#bringing.entered(Y.decodeStateVector(bytesOf(answer.vector)!));
		else this.#bringing.reads();
		this.#cursors.send();
		this.#tellStatus();
	}

	#notEntered(why: Refusal): void {
		this.#is.joined = false;
		if (why === 'forbidden') return this.#rightsAre(this.room, 'none', false);
		if (why === 'client_taken') {
			// another has this id: what is typed from now on has one of its own
			this.doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0]!;
			this.#instance = crypto.randomUUID();
		}
		this.#comeBackIn(why === 'client_taken' ? 0 : retryMs);
	}

	#comeBackIn(ms: number): void {
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => !this.#is.joined && this.#connected(), ms);
	}

	readonly #received = (room: string, packed: Uint8Array, saved: [person: string, seq: number][] = []): void => {
		if (room !== this.room) return;
		const updates = unpack(bytesOf(packed)!);
		this.doc.transact(() => {
			for (const update of updates) Y.applyUpdate(this.doc, update, this);
		}, this);
		this.#bringing.heard(updates);
		for (const [person, seq] of saved) if (person === this.me) this.#committed(room, seq);
	};

	readonly #committed = (room: string, seq: number): void => {
		if (room !== this.room || !this.#is.joined) return;
		this.#bringing.committed(seq);
		this.tell('saved', this.unacknowledged);
		this.#tellStatus();
	};

	readonly #wasRefused = (room: string, seq: number, why: Refusal): void => {
		if (room !== this.room || !this.#unsaved.get(seq)) return;
		if (why === 'not_joined' || why === 'unavailable') {
			this.#is.joined = false;
			this.#bringing.lost();
			this.#comeBackIn(retryMs);
			return this.#tellStatus();
		}
		if (why === 'missing') return this.#bringing.missing();
		this.#giveUp(why);
	};

	/** Nothing is dropped in silence: the text is handed over, and nothing more is sent from this document. */
	#giveUp(why: Refusal): void {
		const text = writtenText(this.#unsaved.empty());
		this.#bringing.reads();
		this.#is[why === 'sealed' ? 'sealed' : 'isRefused'] = true;
		this.tell('refused', { why, text });
		this.#tellStatus();
	}

	readonly #rightsAre = (room: string, access: Access, sealed: boolean): void => {
		if (room !== this.room) return;
		this.#is.sealed ||= sealed;
		const before = this.access;
		this.access = access;
		this.#is.isEnded = access === 'none';
		if (this.#is.isEnded) {
			this.#is.joined = false;
			this.#bringing.lost();
		}
		if (before !== access) this.tell('access', access);
		if (this.#unsaved.size && this.#is.everJoined && access !== 'write') this.#giveUp(sealed ? 'sealed' : 'forbidden');
		this.#tellStatus();
	};
	readonly #peopleAre = (room: string, people: Person[]): void => {
		if (room !== this.room) return;
		this.people = people;
		this.#cursors.peopleAre(people, this.me);
		this.tell('people', people);
	};
	readonly #cursorIs = (room: string, person: string, bytes: Uint8Array | null): void => {
		if (room === this.room && person !== this.me) this.#cursors.receive(person, bytes && bytesOf(bytes));
	};
	readonly #lost = (): void => {
		this.#is.joined = false;
		this.#bringing.lost();
		this.#joining++;
		this.#peopleAre(this.room, []);
		this.#tellStatus();
	};

	#tellStatus(): void {
		const { access, unacknowledged } = this;
		const status = statusOf({ ...this.#is, access, unacknowledged, isKept: this.#unsaved.isKept });
		if (status === this.status) return;
		this.status = status;
		this.tell('status', status);
	}
}

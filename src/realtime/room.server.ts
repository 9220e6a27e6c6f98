/** One room on this node: who is in it, how far its document has come, what waits. Holds no document. */
import * as Y from 'yjs';
import type { Form } from './form.ts';
import { advance, vectorOf, type Vector } from './guard.server.ts';
import { Letters } from './letters.ts';
import { unpack } from './packing.ts';
import { keyOf, type Access, type Person, type Refusal } from './protocol.ts';
import type { Shadow } from './shadow.server.ts';
import type { Row, Stored } from './store.server.ts';

/** What a concept hands in about its rooms. */
export type RoomKind = {
	/** Pages that know an older shape of the document only read. */
	schema: number;
	/** What its documents may hold; null admits anything. */
	form: Form | null;
	/** Rights as they are now; asked at every message, for many at once. */
	rights(asked: readonly { accountId: string; key: string }[]): Promise<Access[]>;
	names(accountIds: readonly string[]): Promise<string[]>;
	/** The document has changed and is committed; called some time later, and again when it throws. */
	written?(key: string): Promise<unknown>;
};

export type Member = Person & {
	socket: string;
	account: string;
	session: string;
	instance: string;
	client: number;
	access: Access;
	/** The page knows an older schema. */
	outdated: boolean;
	cursor: Uint8Array | null;
	/** Bytes of changes that wait for their answer. */
	waiting: number;
	/** A change was refused: nothing more is taken until the tab has joined again, as `saved` speaks for all before it. */
	halted: Refusal | null;
};
export type Incoming = { member: Member; seq: number; bytes: Uint8Array };

export class Room {
	readonly name: string;
	readonly key: string;
	readonly kind: RoomKind;
	readonly members = new Map<string, Member>();
	readonly vector: Vector = new Map();
	readonly letters = new Letters();
	/** Ids of rows whose content this node has sent on, or had from the start. */
	readonly seen = new Set<number>();
	/** Whose client ids are, as far as asked. */
	readonly writers = new Map<number, string>();
	/** Sent on, not yet known to be committed. */
	readonly unstored = new Set<Uint8Array>();
	/** People on other nodes. */
	readonly elsewhere = new Map<string, { people: Person[]; heardAt: number }>();
	readonly cursorsElsewhere = new Map<string, Uint8Array>();
	/** Committed, and not yet told: up to which number, by writer. */
	readonly owed = new Map<Member, number>();
	owing: NodeJS.Timeout | undefined;
	incoming: Incoming[] = [];
	working = false;
	/** Bytes of changes that wait for their answer. */
	waiting = 0;
	/** Bytes and rows of the log. */
	size = 0;
	/** Bytes of its last compaction. */
	snapshot = 0;
	rows = 0;
	sealed = false;
	/** The log was read for somebody: from then on others in the room need what is found anew. */
	loaded = false;
	compacting: Promise<void> | undefined;
	shadow: Shadow | undefined;
	shadowUsedAt = 0;
	emptySince: number | undefined;
	/** Something was written that `kind.written` has not been told. */
	toTell: { since: number; last: number } | undefined;
	/** How often telling has failed in a row, and when it is tried again (ms since 1970). */
	tellFailures = 0;
	tellNotBefore = 0;
	/** Another node has written. */
	heard = false;

	constructor(name: string, kind: RoomKind) {
		this.name = name;
		this.key = keyOf(name);
		this.kind = kind;
	}

	/** Takes in what the log holds. @returns the updates that were not seen before */
	absorb({ rows, sealed }: Stored): Uint8Array[] {
		if (sealed) this.sealed = true;
		const fresh = this.absorbRows(rows);
		this.size = rows.reduce((sum, r) => sum + r.data.byteLength, 0);
		this.rows = rows.length;
		const there = new Set(rows.map((r) => r.id));
		for (const id of this.seen) if (!there.has(id) && rows.length) this.seen.delete(id);
		return fresh;
	}
	absorbRows(rows: readonly Row[]): Uint8Array[] {
		const fresh: Uint8Array[] = [];
		for (const row of rows) {
			if (this.seen.has(row.id)) continue;
			const known = row.snapshot && row.replaces.length > 0 && row.replaces.every((id) => this.seen.has(id));
			this.seen.add(row.id);
			if (known) continue;
			if (row.vector) advance(this.vector, Y.decodeStateVector(row.vector));
			for (const update of unpack(row.data)) {
				if (!row.vector) advance(this.vector, vectorOf(update));
				this.shadow?.follow(update);
				fresh.push(update);
			}
		}
		return fresh;
	}

	people(): Person[] {
		const here = [...this.members.values()].map(({ id, name, color }) => ({ id, name, color }));
		return [...here, ...[...this.elsewhere.values()].flatMap((node) => node.people)];
	}
	cursors(): [string, Uint8Array][] {
		const here = [...this.members.values()].flatMap((m): [string, Uint8Array][] =>
			m.cursor ? [[m.id, m.cursor]] : []
		);
		return [...here, ...this.cursorsElsewhere];
	}
	dropShadow(): void {
		this.shadow?.destroy();
		this.shadow = undefined;
	}
}

/** What someone with this state vector lacks of these updates. */
export function lacking(updates: readonly Uint8Array[], vector: Uint8Array): Uint8Array[] {
	return updates.map((update) => Y.diffUpdate(update, vector)).filter((update) => update.byteLength > 2);
}

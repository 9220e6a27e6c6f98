/** Drafts of case analyses that are not saved yet, on this device: in the account's store, which is emptied at logout. */
import { del, entries, set, type UseStore } from 'idb-keyval';
import { storeOf } from '#realtime/device.ts';
import type { Device, Place } from './drafts.saver.ts';
import type { KeptDraft } from './drafts.kept.ts';
import type { Content } from './rules.ts';

const fresh = 'new';
const keyOf = (id: string | undefined, tab: string): string => `case ${id ?? fresh} ${tab}`;
const there = (): boolean => typeof indexedDB !== 'undefined';

/** Each tab has a key of its own; what a closed one left is taken over, once. */
export function draftsOn(me: string): Device & {
	read: (id: string | undefined) => Promise<KeptDraft | undefined>;
	close: () => void;
} {
	let store: UseStore | undefined;
	// never opened anew: after a logout the store is gone, and nothing may be written again
	const opened = () => (store ??= storeOf(me));
	const tab = crypto.randomUUID();
	const close = stayOpen(tab);
	let key: string | undefined;
	return {
		close,
		async read(id) {
			if (!there()) return undefined;
			const left = (await lyingHere(opened())).find((kept) => kept.id === id);
			if (!left) return undefined;
			key = left.key;
			const { keptDraft } = await import('./drafts.kept.ts');
			return keptDraft(left.value);
		},
		async write(content: Content, { id, version, draft }: Place) {
			if (!there()) throw new Error('no store on this device');
			const old = key;
			key = keyOf(id, tab);
			await set(key, { content, version, draft }, opened());
			if (old && old !== key) await del(old, opened());
		},
		async drop() {
			if (!there() || !key) return;
			await del(key, opened());
			key = undefined;
		}
	};
}

/** A draft that no open tab writes on; without an id it never was in the hub. */
export type LeftDraft = { key: string; id: string | undefined; kept: KeptDraft };

export async function leftOn(me: string): Promise<LeftDraft[]> {
	if (!there()) return [];
	const lying = await lyingHere(storeOf(me));
	if (!lying.length) return [];
	const { keptDraft } = await import('./drafts.kept.ts');
	return lying.flatMap(({ key, id, value }) => {
		const kept = keptDraft(value);
		return kept ? [{ key, id, kept }] : [];
	});
}
export const forgetLeft = (me: string, key: string): Promise<void> => del(key, storeOf(me));
/** Lies there as one that was never in the hub, so that the next new draft begins with it. */
export async function leaveAsNew(me: string, { key, kept }: LeftDraft): Promise<void> {
	await set(keyOf(undefined, crypto.randomUUID()), { content: kept.content }, storeOf(me));
	await forgetLeft(me, key);
}

type Lying = { key: string; id: string | undefined; value: unknown };
async function lyingHere(store: UseStore): Promise<Lying[]> {
	const [all, open] = await Promise.all([entries<string, unknown>(store), openTabs()]);
	return all.flatMap(([key, value]) => {
		const [kind, id, tab] = String(key).split(' ');
		if (kind !== 'case' || !id || !tab || open.has(tab)) return [];
		return [{ key, id: id === fresh ? undefined : id, value }];
	});
}

/** A tab holds a lock of its name as long as it is open; where there are no locks, each tab counts as closed. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;
const lockName = (tab: string): string => `lueckenlos-draft ${tab}`;
function stayOpen(tab: string): () => void {
	let close = () => {};
	const closed = new Promise<void>((resolve) => (close = resolve));
	void locks()?.request(lockName(tab), () => closed);
	return close;
}
async function openTabs(): Promise<ReadonlySet<string>> {
	const { held = [] } = (await locks()?.query()) ?? {};
	const prefix = lockName('');
	return new Set(held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}

/** What is typed but not committed, kept in this browser: one store for each account, emptied at logout. */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

const prefix = 'lueckenlos-live-';
const storeName = (device: string): string => prefix + device;

/** Gives way when the store is removed: the removal would wait for it, and all that is asked after the removal, too. */
export function storeOf(device: string): UseStore {
	const store = createStore(storeName(device), 'updates');
	store('readonly', ({ transaction: { db } }) => {
		db.onversionchange = () => db.close();
	}).catch(() => undefined); // whoever uses the store hears of it
	return store;
}

export type DeviceStore = {
	read(): Promise<Uint8Array[]>;
	write(updates: readonly Uint8Array[]): Promise<void>;
};

/** Updates of this tab lie under a key of its own; those that a closed tab left are read along with it, once. */
export function deviceStore(device: string, room: string): DeviceStore {
	const tab = `${room} ${crypto.randomUUID()}`;
	let opened: UseStore | undefined;
	const store = () => (opened ??= storeOf(device));
	let latest: readonly Uint8Array[] | undefined;
	let writing: Promise<void> | undefined;
	let written = false;
	const drain = async () => {
		while (latest) {
			const now = latest;
			latest = undefined;
			if (now.length) await set(tab, now, store());
			else if (written) await del(tab, store());
			written = now.length > 0;
		}
	};
	return {
		async read() {
			if (typeof indexedDB === 'undefined') return [];
			const all = await entries<string, Uint8Array[]>(store());
			const left = all.filter(([key]) => key.startsWith(`${room} `) && key !== tab);
			const updates = left.flatMap(([, value]) => value);
			// taken over under this tab's key first, then forgotten under the old one: two readers are harmless
			if (updates.length) {
				await set(tab, updates, store());
				written = true;
			}
			await Promise.all(left.map(([key]) => del(key, store())));
			return updates;
		},
		write(updates) {
			if (typeof indexedDB === 'undefined') return Promise.reject(new Error('no store on this device'));
			latest = updates;
			writing ??= drain().finally(() => (writing = undefined));
			return writing;
		}
	};
}

/** What begins like this is in the hub as well, and nobody misses it. */
export const copyKey = (name: string): string => `copy ${name}`;
/** Does the store of this account hold anything that is only here? For the question before a logout. */
export const isAnythingKept = async (device: string): Promise<boolean> =>
	typeof indexedDB !== 'undefined' &&
	(await entries<string, unknown>(storeOf(device))).some(([key]) => !key.startsWith(copyKey('')));

/** The account whose store lies here; none where there is no store, or more than one. */
export async function deviceHere(): Promise<string | undefined> {
	if (typeof indexedDB === 'undefined' || !indexedDB.databases) return undefined;
	const here = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
	return here.length === 1 ? here[0]!.slice(prefix.length) : undefined;
}

/** Removes all stores of this kind but the named one's: after logout, and when another account logs in. */
export async function forgetDevice(except = ''): Promise<void> {
	if (!except && typeof caches !== 'undefined')
		await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
	if (typeof indexedDB === 'undefined' || !indexedDB.databases) return;
	const all = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
	await Promise.all(all.filter((name) => name.startsWith(prefix) && name !== storeName(except)).map(removed));
}
/** Also when a tab of an earlier version holds the store: the removal waits there, not here. */
const removed = (name: string): Promise<void> =>
	new Promise((resolve) => {
		const asked = indexedDB.deleteDatabase(name);
		asked.onsuccess = asked.onerror = asked.onblocked = () => resolve();
	});

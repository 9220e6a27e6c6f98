/** Text the hub did not take, kept on this device as its writer's own draft until it is dismissed. */
import { delMany, entries, set } from 'idb-keyval';
import { storeOf } from './device.ts';
import { writtenText } from './written.ts';

/** `keys`: what is removed with it. */
export type KeptText = { keys: string[]; text: string };

const drafts = (room: string): string => `draft ${room} `;

export async function keepText(device: string, room: string, text: string): Promise<KeptText> {
	const key = drafts(room) + crypto.randomUUID();
	if (typeof indexedDB !== 'undefined') await set(key, text, storeOf(device));
	return { keys: [key], text };
}

/**
 * The drafts of a room. `unsent` is for who cannot write there any more: what still waits to be sent is a draft, too.
 * Nothing is taken away by reading: who may write again, sends it.
 */
export async function keptTexts(device: string, room: string, unsent: boolean): Promise<KeptText[]> {
	if (typeof indexedDB === 'undefined') return [];
	const all = await entries<string, string | Uint8Array[]>(storeOf(device));
	const kept = all.flatMap(([key, value]): KeptText[] =>
		typeof value === 'string' && key.startsWith(drafts(room)) ? [{ keys: [key], text: value }] : []
	);
	const waiting = unsent ? all.filter(([key, value]) => key.startsWith(`${room} `) && Array.isArray(value)) : [];
	const text = writtenText(waiting.flatMap(([, value]) => value as Uint8Array[]));
	return text ? [...kept, { keys: waiting.map(([key]) => key), text }] : kept;
}

export const dropText = (device: string, kept: KeptText): Promise<void> =>
	typeof indexedDB === 'undefined' ? Promise.resolve() : delMany(kept.keys, storeOf(device));

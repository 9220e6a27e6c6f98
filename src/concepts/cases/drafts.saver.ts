/** Saves a draft while it is written, and says honestly where it is: in the hub, on this device, or in this tab alone. */
import type { Content } from './rules.ts';

export type SaveState =
	| 'unchanged'
	| 'saved'
	| 'saving'
	/** The hub cannot be reached; all of it is on this device. */
	| 'offline'
	/** The hub cannot be reached, and this device keeps nothing. */
	| 'unkept'
	/** Saved from another device since. */
	| 'conflict'
	/** The hub does not take it; `refusal` says why. */
	| 'refused';

/** `draft`: the id a new one will have, so that a save whose answer was lost does not make a second. */
export type Place = { id?: string; version?: number; draft?: string };
export type Answer =
	| { how: 'saved'; id: string; version: number }
	| { how: 'conflict'; id: string; version: number; content: Content }
	| { how: 'refused'; message: string };
/** Rejects when the hub cannot be reached. */
export type Send = (content: Content, place: Place) => Promise<Answer>;
export type Device = {
	write: (content: Content, place: Place) => Promise<void>;
	drop: () => Promise<void>;
};

export type Saver = {
	/** Something was typed. */
	changed: () => void;
	/** Saves at once; true when everything is in the hub. */
	flush: () => Promise<boolean>;
	/** After a conflict was settled: what is written now follows that version. */
	goOn: (version: number) => void;
	/** What lay on this device is written on, from that version. */
	meets: (other: { version: number; content: Content }) => void;
	stop: () => void;
};

type Options = {
	place: Place;
	content: () => Content;
	send: Send;
	device: Device;
	tell: (state: SaveState, more: { refusal?: string; other?: { version: number; content: Content } }) => void;
	/** The draft has a place in the hub now, or a newer version. */
	placed: (place: { id: string; version: number }) => void;
	waitMs?: number;
	retryMs?: number;
	keepMs?: number;
};

export function createSaver(o: Options): Saver {
	const { waitMs = 1200, retryMs = 5000, keepMs = 300 } = o;
	const place = { ...o.place };
	/** Each change counts one up: what is saved and what is kept is told by its number. */
	let [now, saved, kept] = [0, 0, 0];
	let standing: 'fine' | 'unreachable' | 'conflict' | 'refused' = 'fine';
	let more: { refusal?: string; other?: { version: number; content: Content } } = {};
	let sending: Promise<void> | undefined;
	let [sendTimer, keepTimer]: (ReturnType<typeof setTimeout> | undefined)[] = [];
	let stopped = false;

	const state = (): SaveState => {
		if (standing === 'conflict' || standing === 'refused') return standing;
		if (now === saved) return now === 0 ? 'unchanged' : 'saved';
		if (standing === 'unreachable') return kept === now ? 'offline' : 'unkept';
		return 'saving';
	};
	const tell = () => o.tell(state(), more);
	const keep = async () => {
		clearTimeout(keepTimer);
		const number = now;
		if (number === saved || number === kept) return;
		await o.device.write(o.content(), place).then(
			() => (kept = number),
			() => (kept = -1)
		);
		tell();
	};
	const soon = (ms: number) => {
		clearTimeout(sendTimer);
		if (!stopped) sendTimer = setTimeout(() => void send(), ms);
	};
	const take = async (number: number, answer: Answer) => {
		more = {};
		if (answer.how === 'saved') {
			[standing, saved] = ['fine', number];
			[place.id, place.version] = [answer.id, answer.version];
			o.placed({ id: answer.id, version: answer.version });
			if (number === now) await o.device.drop().catch(() => undefined);
			else soon(waitMs);
		} else if (answer.how === 'conflict') {
			standing = 'conflict';
			place.id = answer.id;
			more = { other: { version: answer.version, content: answer.content } };
		} else {
			standing = 'refused';
			more = { refusal: answer.message };
		}
	};
	const send = (): Promise<void> => {
		clearTimeout(sendTimer);
		if (now === saved || standing === 'conflict') return Promise.resolve();
		sending ??= (async () => {
			const number = now;
			try {
				await take(number, await o.send(o.content(), { ...place }));
			} catch {
				standing = 'unreachable';
				await keep();
				soon(retryMs);
			}
		})().finally(() => {
			sending = undefined;
			if (standing === 'conflict' || standing === 'refused') void keep();
			tell();
		});
		return sending;
	};
	return {
		changed() {
			now++;
			if (standing === 'refused') standing = 'fine';
			clearTimeout(keepTimer);
			keepTimer = setTimeout(() => void keep(), keepMs);
			if (standing !== 'conflict') soon(standing === 'unreachable' ? retryMs : waitMs);
			tell();
		},
		async flush() {
			await sending;
			await send();
			return now === saved;
		},
		goOn(version) {
			place.version = version;
			[standing, more] = ['fine', {}];
			now++;
			void send();
			tell();
		},
		meets(other) {
			now++;
			kept = now;
			standing = 'conflict';
			more = { other };
			tell();
		},
		stop() {
			stopped = true;
			clearTimeout(sendTimer);
			clearTimeout(keepTimer);
		}
	};
}

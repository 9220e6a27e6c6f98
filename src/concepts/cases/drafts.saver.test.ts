import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSaver, type Answer, type Place, type SaveState } from './drafts.saver.ts';
import { noContent, type Content } from './rules.ts';

/** A hub that can be out of reach, a device that can be full, and a writer between them. */
function desk(place: Place = {}) {
	const it = {
		title: '',
		reachable: true,
		keeps: true,
		answer: undefined as Answer | undefined,
		/** in the hub: titles by save */
		saved: [] as string[],
		onDevice: undefined as string | undefined,
		states: [] as SaveState[],
		versions: [] as (number | undefined)[],
		other: undefined as Content | undefined
	};
	const content = (): Content => ({ ...noContent, title: it.title });
	let version = place.version ?? 0;
	const saver = createSaver({
		place,
		content,
		send: (c, p) => {
			if (!it.reachable) return Promise.reject(new Error('out of reach'));
			it.versions.push(p.version);
			if (it.answer) return Promise.resolve(it.answer);
			it.saved.push(c.title);
			return Promise.resolve({ how: 'saved', id: 'e1', version: ++version });
		},
		device: {
			write: (c) => {
				if (!it.keeps) return Promise.reject(new Error('full'));
				it.onDevice = c.title;
				return Promise.resolve();
			},
			drop: () => {
				it.onDevice = undefined;
				return Promise.resolve();
			}
		},
		tell: (state, { other }) => {
			it.states.push(state);
			it.other = other?.content;
		},
		placed: () => {}
	});
	const type = (title: string) => {
		it.title = title;
		saver.changed();
	};
	return { it, saver, type, state: () => it.states.at(-1) };
}

describe('saving while one types', () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());
	const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

	test('a pause saves the last words, once, and nothing stays on the device', async () => {
		const { it, type, state } = desk();
		type('A');
		type('An');
		expect(state()).toBe('saving');
		await pass(2000);
		expect(it.saved).toEqual(['An']);
		expect([state(), it.onDevice]).toEqual(['saved', undefined]);
	});
	test('out of reach the words are on the device, and are saved when the hub is back', async () => {
		const { it, saver, type, state } = desk();
		it.reachable = false;
		type('Antrag');
		await pass(2000);
		expect([state(), it.onDevice]).toEqual(['offline', 'Antrag']);
		it.reachable = true;
		expect(await saver.flush()).toBe(true);
		expect([state(), it.saved, it.onDevice]).toEqual(['saved', ['Antrag'], undefined]);
	});
	test('it is tried again without anybody doing anything', async () => {
		const { it, type, state } = desk();
		it.reachable = false;
		type('Antrag');
		await pass(2000);
		it.reachable = true;
		await pass(6000);
		expect(state()).toBe('saved');
	});
	test('a device that keeps nothing is not said to keep it', async () => {
		const { it, type, state } = desk();
		[it.reachable, it.keeps] = [false, false];
		type('Antrag');
		await pass(2000);
		expect(state()).toBe('unkept');
	});
	test('what is typed while it is being saved is not called saved', async () => {
		const { it, type, state } = desk();
		type('A');
		await pass(1200);
		type('An');
		expect(state()).toBe('saving');
		await pass(2000);
		expect([it.saved, state()]).toEqual([['A', 'An'], 'saved']);
	});
	test('after a save from another device nothing is sent any more, and the words are kept', async () => {
		const { it, saver, type, state } = desk({ id: 'e1', version: 3 });
		it.answer = { how: 'conflict', id: 'e1', version: 4, content: { ...noContent, title: 'Anders' } };
		type('Meins');
		await pass(2000);
		expect([state(), it.onDevice, it.other?.title]).toEqual(['conflict', 'Meins', 'Anders']);
		type('Meins noch');
		await pass(10_000);
		expect(it.versions).toEqual([3]);
		expect([state(), it.onDevice]).toEqual(['conflict', 'Meins noch']);
		it.answer = undefined;
		saver.goOn(4);
		await pass(100);
		expect([state(), it.versions, it.saved]).toEqual(['saved', [3, 4], ['Meins noch']]);
	});
	test('what the hub refuses is not saved, stays on the device, and is sent again after the next change', async () => {
		const { it, type, state } = desk();
		it.answer = { how: 'refused', message: 'zu lang' };
		type('Antrag');
		await pass(2000);
		expect([state(), it.onDevice]).toEqual(['refused', 'Antrag']);
		it.answer = undefined;
		type('Antr');
		await pass(2000);
		expect([state(), it.saved]).toEqual(['saved', ['Antr']]);
	});
	test('after the page was left nothing more is sent', async () => {
		const { it, saver, type } = desk();
		type('Antrag');
		saver.stop();
		await pass(10_000);
		expect(it.saved).toEqual([]);
	});
});

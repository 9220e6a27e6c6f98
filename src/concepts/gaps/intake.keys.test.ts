// Which key presses the intake takes for itself, and which it leaves alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intakeKeys, pressed, takesLetters } from './intake.keys.ts';

const press = (key: string, more: Partial<Parameters<typeof pressed>[0]> = {}) =>
	pressed({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...more }, false);

test('each key means one thing, in small letters and with caps lock', () => {
	expect(new Set(Object.values(intakeKeys)).size).toBe(Object.keys(intakeKeys).length);
	for (const [name, key] of Object.entries(intakeKeys)) {
		expect(press(key)).toBe(name);
		expect(press(key.toUpperCase())).toBe(name);
	}
	expect(press('?', { shiftKey: true })).toBe('help');
	expect([press('1'), press('5'), press('6'), press('0')]).toEqual([{ similar: 1 }, { similar: 5 }, null, null]);
});
test('nothing with a modifier, held down, or while somebody writes', () => {
	fc.assert(
		fc.property(fc.constantFrom(...Object.values(intakeKeys), '1', '3'), (key) => {
			for (const name of ['ctrlKey', 'metaKey', 'altKey', 'repeat']) expect(press(key, { [name]: true })).toBeNull();
			if (key !== '?') expect(press(key, { shiftKey: true })).toBeNull();
			const plain = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
			expect(pressed(plain, true)).toBeNull();
		})
	);
	for (const key of ['Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'F6', 'h', 'b']) expect(press(key)).toBeNull();
});
test('fields take letters, boxes and buttons do not', () => {
	for (const e of [
		{ tagName: 'TEXTAREA' },
		{ tagName: 'SELECT' },
		{ tagName: 'INPUT', type: 'search' },
		{ tagName: 'INPUT' }
	])
		expect(takesLetters(e)).toBe(true);
	expect(takesLetters({ tagName: 'DIV', isContentEditable: true })).toBe(true);
	for (const e of [
		null,
		{ tagName: 'A' },
		{ tagName: 'INPUT', type: 'checkbox' },
		{ tagName: 'SUMMARY' },
		{ tagName: 'BUTTON' }
	])
		expect(takesLetters(e)).toBe(false);
});

/** The keys of the intake: one letter each, never with a modifier, never while somebody writes. */

/** In the order of the overview; letters of the German words. */
export const intakeKeys = {
	next: 'j',
	previous: 'k',
	assign: 'z',
	create: 'n',
	ask: 'r',
	decline: 'a',
	split: 't',
	urgent: 'd',
	choose: 'x',
	code: 'c',
	undo: 'u',
	help: '?'
} as const;
export type IntakeKey = keyof typeof intakeKeys;
/** Similar gaps are numbered from 1 to this. */
export const similarKeys = 5;

export type Pressed = IntakeKey | { similar: number };
type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; repeat: boolean };

/** What a key press means; null for all that belongs to the browser, to a screen reader or to a field. */
export function pressed(e: Press, writing: boolean): Pressed | null {
	if (writing || e.ctrlKey || e.metaKey || e.altKey || e.repeat) return null;
	if (e.shiftKey && e.key !== intakeKeys.help) return null;
	const digit = /^[1-9]$/.test(e.key) ? Number(e.key) : 0;
	if (digit) return digit <= similarKeys ? { similar: digit } : null;
	const found = Object.entries(intakeKeys).find(([, key]) => key === e.key.toLowerCase());
	return found ? (found[0] as IntakeKey) : null;
}

const wordless = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'];
/** Does this element take letters? */
export function takesLetters(e: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
	if (!e) return false;
	if (e.isContentEditable || e.tagName === 'TEXTAREA' || e.tagName === 'SELECT') return true;
	return e.tagName === 'INPUT' && !wordless.includes(e.type ?? 'text');
}

/** „Rückfrage stellen (R)“, for tooltips. */
export const withKey = (label: string, key: IntakeKey): string => `${label} (${intakeKeys[key].toUpperCase()})`;

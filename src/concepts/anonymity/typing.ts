/** Puts words into a text field as if they were typed, so that the browser's own undo takes them back. */

export function typeOver(
	area: HTMLTextAreaElement,
	stretch: { start: number; end: number; text: string },
	caret: number
): void {
	area.focus();
	area.setSelectionRange(stretch.start, stretch.end);
	// Deprecated, yet the only way that keeps the undo stack; every browser has it for text fields.
	const typed = document.execCommand(stretch.text ? 'insertText' : 'delete', false, stretch.text);
	if (!typed) {
		area.setRangeText(stretch.text, stretch.start, stretch.end, 'end');
		area.dispatchEvent(new InputEvent('input', { bubbles: true }));
	}
	area.setSelectionRange(caret, caret);
}

// Lets a <details> menu close by Escape, by a click outside and by following one of its links.

export const dismissable = (details: HTMLDetailsElement) => {
	const outside = (event: PointerEvent) => {
		if (details.open && !details.contains(event.target as Node)) details.open = false;
	};
	const escape = (event: KeyboardEvent) => {
		if (event.key !== 'Escape' || !details.open) return;
		details.open = false;
		details.querySelector('summary')?.focus();
	};
	const followed = (event: MouseEvent) => {
		if ((event.target as Element).closest('a')) details.open = false;
	};
	document.addEventListener('pointerdown', outside);
	details.addEventListener('keydown', escape);
	details.addEventListener('click', followed);
	return () => {
		document.removeEventListener('pointerdown', outside);
		details.removeEventListener('keydown', escape);
		details.removeEventListener('click', followed);
	};
};

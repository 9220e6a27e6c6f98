/** Puts off what no page needs to be read: until the person does something, and at most some seconds. */

const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'] as const;
const latestMs = 3000;

/** @returns a function that calls it off */
export function atLeisure(work: () => void): () => void {
	const off = () => {
		clearTimeout(timer);
		for (const sign of signs) removeEventListener(sign, begin, true);
	};
	const begin = () => {
		off();
		work();
	};
	const timer = setTimeout(begin, latestMs);
	for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true });
	return off;
}

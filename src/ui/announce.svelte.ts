// Says something to screen readers, and to everyone as a toast if wished; Announcer.svelte in the root layout speaks it.
import type { Tone } from '#ui/tones.ts';

export type Announcement = { id: number; text: string; tone: Tone; urgent: boolean };

let last = 0;
export const spoken = $state<{ polite: string; urgent: string; toasts: Announcement[] }>({
	polite: '',
	urgent: '',
	toasts: []
});

export const dismiss = (id: number) => {
	spoken.toasts = spoken.toasts.filter((toast) => toast.id !== id);
};

/** Browser only; on the server it does nothing, since module state would be shared by all readers. */
export const announce = (text: string, options: { tone?: Tone; urgent?: boolean; toast?: boolean } = {}) => {
	if (typeof window === 'undefined') return;
	const urgent = options.urgent ?? false;
	const channel = urgent ? 'urgent' : 'polite';
	// A screen reader stays silent when the text does not change; an invisible space makes it new.
	spoken[channel] = spoken[channel] === text ? `${text}\u00a0` : text;
	if (!options.toast) return;
	last += 1;
	spoken.toasts = [...spoken.toasts.slice(-2), { id: last, text, tone: options.tone ?? 'neutral', urgent }];
};

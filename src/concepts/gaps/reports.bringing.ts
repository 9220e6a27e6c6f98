/** Brings the reports of this device to the hub whenever it can be reached, in one tab at a time, and says so. */
import { m } from '#i18n/paraglide/messages.js';
import { announce } from '#ui/announce.svelte.ts';
import { reportsOn } from './reports.device.ts';
import { bring, type Brought } from './reports.sending.ts';
import { broughtEvent, waitingEvent } from './reports.typed.ts';

const againAfterMs = 15_000;

/** @returns a function that stops it */
export function bringReports(me: string): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;
	const go = async () => {
		clearTimeout(timer);
		const brought = await inOneTab(() => bring(reportsOn(me)));
		if (stopped || !brought) return;
		if (brought.sent.length)
			announce(m.gaps_device_brought({ n: brought.sent.length }), { tone: 'success', toast: true });
		if (brought.refused.length) announce(m.gaps_device_came_back(), { tone: 'warning', toast: true });
		if (brought.sent.length + brought.refused.length) window.dispatchEvent(new CustomEvent(broughtEvent));
		if (brought.left && !brought.loggedOut) timer = setTimeout(start, againAfterMs);
	};
	const start = () => void go().catch((error: unknown) => console.error(error));
	const calls = ['online', waitingEvent];
	for (const call of calls) window.addEventListener(call, start);
	start();
	return () => {
		stopped = true;
		clearTimeout(timer);
		for (const call of calls) window.removeEventListener(call, start);
	};
}

/** Undefined where another tab is at it. */
const inOneTab = (run: () => Promise<Brought>): Promise<Brought | undefined> =>
	'locks' in navigator
		? navigator.locks.request('lueckenlos reports', { ifAvailable: true }, (lock) => (lock ? run() : undefined))
		: run();

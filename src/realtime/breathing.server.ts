/** How long the changes of a room wait for each other, by how busy this process is: not at all while it has time. */
import { performance } from 'node:perf_hooks';

const everyMs = 250;
/** Below this share of its time nothing waits. */
const calm = 0.4;
/** What somebody who reads along hardly notices, and a busy hub has made up for by then. */
const mostMs = 60;

/** @param busy share of the time, 0 to 1. @returns milliseconds */
export const breathOf = (busy: number): number => Math.max(0, Math.round(((busy - calm) / (1 - calm)) * mostMs));

/** Looks at the event loop from time to time. */
export function breathing(): { ms: () => number; stop: () => void } {
	let ms = 0;
	let last = performance.eventLoopUtilization();
	const timer = setInterval(() => {
		const now = performance.eventLoopUtilization();
		ms = breathOf(performance.eventLoopUtilization(now, last).utilization);
		last = now;
	}, everyMs);
	timer.unref();
	return { ms: () => ms, stop: () => clearInterval(timer) };
}

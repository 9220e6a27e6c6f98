/**
 * Gives memory back: after loading, and when nothing has happened for a while. By itself V8 lets the heap grow to many times
 * what is in use, and collects nothing while nothing is asked of it.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const everyMs = 5000;
/** So many looks in a row find a process with hardly anything to do, before it is held up for a moment. */
const calmLooks = 3;
/** Less than what three people who write take. */
const calm = 0.02;
const worthBytes = 16 * 1024 * 1024;

type Collect = (how: { type: 'major'; flavor: 'last-resort' }) => void;

/** @returns a function that ends it */
export function tidying(): () => void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as Collect;
	let kept = 0;
	const tidyUp = () => {
		collect({ type: 'major', flavor: 'last-resort' });
		kept = inUse();
	};
	tidyUp();
	let last = performance.eventLoopUtilization();
	let looks = 0;
	const timer = setInterval(() => {
		const now = performance.eventLoopUtilization();
		looks = performance.eventLoopUtilization(now, last).utilization < calm ? looks + 1 : 0;
		last = now;
		if (looks >= calmLooks && inUse() - kept > worthBytes) tidyUp();
	}, everyMs);
	timer.unref();
	return () => clearInterval(timer);
}

function inUse(): number {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

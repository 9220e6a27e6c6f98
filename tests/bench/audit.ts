/** How long it takes to prove the whole log. */
import { verifyLog } from '#platform/audit.server.ts';
import { say, table, verdict } from './report.ts';

/** Proving the log of ten years should not take longer than a cup of tea. */
const limitS = 60;

export async function benchAudit(): Promise<boolean> {
	const began = performance.now();
	const { events, broken } = await verifyLog();
	const seconds = (performance.now() - began) / 1000;
	const good = !broken && seconds < limitS;
	const found = broken ? `broken at ${broken.eventId}` : 'unbroken';
	say(table(['events', 'seconds', 'events/s', 'chain', `< ${limitS} s`], [[events, seconds, events / seconds, found, verdict(good)]])); // prettier-ignore
	return good;
}

/** How long a change takes from the call to the commit, and how many pass in a second when people write at once. */
import { randomUUID } from 'node:crypto';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { submitReport } from '#concepts/gaps/report.commands.server.ts';
import { noFields } from '#concepts/gaps/rules.ts';
import { demoAddress } from '#demo/cast.server.ts';
import { verifyLog } from '#platform/audit.server.ts';
import { change } from '#platform/change.server.ts';
import { yes, type Result } from '#platform/result.ts';
import type { Worlds } from './databases.ts';
import { inTurns, percentile, say, table, verdict } from './report.ts';

/** Beyond this a form feels slow. */
const limitMs = 100;
const writersAtOnce = [1, 8, 32];
const changes = 640;
const warmUp = 50;

export async function benchWrites({ opened }: Worlds): Promise<boolean> {
	const found = await opened.pool.query<{ id: string }>('select id from account where email = $1', [
		demoAddress('fallmanagement-a')
	]);
	const author = await actorOf(found.rows[0]!.id);
	const fields = { ...noFields, text: 'Es fehlt ein Platz.', phase: 'IK03', gapType: 'GT04', legalDomains: ['SGB2'] };
	const writes: Record<string, () => Promise<Result<unknown>>> = {
		'one event': () =>
			change(author, ({ record }) => {
				record('service_gap.follow', { type: 'service_gap', id: randomUUID() });
				return Promise.resolve(yes(null));
			}),
		'a gap report sent, the office told': () => submitReport(author, randomUUID(), fields)
	};
	const rows = [];
	let fits = true;
	for (const [name, write] of Object.entries(writes)) {
		const once = async () => {
			const began = performance.now();
			const answer = await write();
			if (!answer.ok) throw new Error(`${name}: ${answer.why}`);
			return performance.now() - began;
		};
		await inTurns(8, warmUp, once);
		for (const atOnce of writersAtOnce) {
			const began = performance.now();
			const ms = await inTurns(atOnce, changes, once);
			const perSecond = Math.round((changes * 1000) / (performance.now() - began));
			const p95 = percentile(ms, 0.95);
			const good = atOnce > 1 || p95 < limitMs;
			fits &&= good;
			const judged = atOnce > 1 ? '' : verdict(good);
			rows.push([name, atOnce, percentile(ms, 0.5), p95, Math.max(...ms), perSecond, judged]);
		}
	}
	say(table(['change', 'at once', 'p50 ms', 'p95', 'max', 'writes/s', `p95 < ${limitMs}`], rows));
	const { broken } = await verifyLog();
	if (broken) say(`the chain is broken at event ${broken.eventId}`);
	return fits && !broken;
}

/** Lets analyses out of the waiting room in batches: by the office, or by the clock when a batch is due. */
import { keyOf } from '#concepts/anonymity/ladders.ts';
import { batchDue, releaseBatch as released, type Rules, type WaitingRoom } from '#concepts/anonymity/release.ts';
import { referenceOf, thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import { isSmall } from '#concepts/anonymity/suppress.ts';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, nextIn, type Change } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { mayReleaseBatch } from './policy.ts';
import * as store from './waiting.store.server.ts';

/** How many came out, and how many of those out before became coarser. */
export type Batch = { batch: number; cases: number; coarser: number };

/** By hand; `wrong_state` where nobody is ready and nothing is to be settled. */
export const releaseBatch = (actor: Actor): Promise<Result<Batch>> =>
	change(actor, async (c) => {
		if (!mayReleaseBatch(actor)) return no('forbidden');
		return letOut(c, () => true);
	});

/** By the clock; null where none is due. */
export async function releaseBatchIfDue(): Promise<Batch | null> {
	const done = await change(nobody, (c) => letOut(c, batchDue));
	return done.ok ? done.value : null;
}

async function letOut(
	c: Change,
	isDue: (room: WaitingRoom, day: string, rules: Rules) => boolean
): Promise<Result<Batch>> {
	const room = await store.roomOf(c.tx, { locked: true });
	const rules = { thresholds: await thresholdsOf(c.tx), reference: await referenceOf(c.tx) };
	if (!isDue(room, today(), rules)) return no('wrong_state');
	const after = released(room, today(), rules);
	const before = new Map(room.released.map((r) => [r.id, keyOf(r.cell)]));
	const out = after.released.filter((r) => !before.has(r.id));
	const coarser = after.released.filter((r) => before.has(r.id) && before.get(r.id) !== keyOf(r.cell));
	if (!out.length && !coarser.length) return no('wrong_state', [{ field: '', message: m.cases_batch_nothing() }]);
	const batch = await nextIn(c.tx, 'case_batch');
	for (const { id, cell } of coarser) await store.coarsen(c.tx, id, cell);
	if (out.length)
		await store.letOut(
			c.tx,
			out.map((r) => r.id),
			batch
		);
	for (const [told, alike] of Map.groupBy([...after.released, ...after.waiting], (r) => r.told))
		await store.tell(
			c.tx,
			alike.map((r) => r.id),
			told ?? null
		);
	// which came out is not told: the log would say in which batch a person's case was; nor a small number
	const { minimumCellSize } = await settingsOf(c.tx);
	c.record(
		'case_batch.release',
		{ type: 'case_batch', id: crypto.randomUUID() },
		{ batch, ...(!isSmall(out.length, minimumCellSize) && { cases: out.length }) }
	);
	return yes({ batch, cases: out.length, coarser: coarser.length });
}

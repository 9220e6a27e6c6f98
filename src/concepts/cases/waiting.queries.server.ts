/** The page of the waiting room: how far it is from the next batch. Security: counts alone – no analysis and no cell of one. */
import { batchDue, isUnsettled, showing } from '#concepts/anonymity/release.ts';
import { isSmall } from '#concepts/anonymity/suppress.ts';
import { referenceOf, thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { mayReleaseBatch, seesWaitingRoom } from './policy.ts';
import { waitingCounts, type WaitingCounts } from './waiting.counts.ts';
import * as store from './waiting.store.server.ts';

export type WaitingPage = WaitingCounts & {
	/** analyses whose attributes are shown; null is not told */
	out: number | null;
	/** counts below are not told */
	least: number;
	/** the latest first */
	batches: { at: Date; cases: number | null }[];
	/** the clock lets the next one out in the coming night */
	due: boolean;
	/** last day of the quarter, after which any ready one comes out; YYYY-MM-DD */
	quarterEnds: string;
	/** so many ready ones make a batch before the quarter is over */
	batchSize: number;
	mayRelease: boolean;
};

/** For the office and reviewers; null for others. */
export const waitingRoom = (actor: Actor): Promise<WaitingPage | null> =>
	!seesWaitingRoom(actor)
		? Promise.resolve(null)
		: look(async (tx) => {
				const rules = { thresholds: await thresholdsOf(tx), reference: await referenceOf(tx) };
				const { minimumCellSize: least } = await settingsOf(tx);
				const room = await store.roomOf(tx);
				const told = (count: number) => (isSmall(count, least) ? null : count);
				const counts = waitingCounts(room, today(), rules, least);
				const batches = await store.latestBatches(tx);
				return {
					...counts,
					least,
					out: told([...showing(room, rules.thresholds).values()].filter((s) => s.how === 'full').length),
					batches: batches.map(({ at, cases }) => ({ at, cases: cases === null ? null : told(cases) })),
					due: batchDue(room, today(), rules),
					quarterEnds: quarterEnd(today()),
					batchSize: rules.thresholds.batchSize,
					mayRelease: mayReleaseBatch(actor) && (counts.ready || isUnsettled(room, rules))
				};
			});

function quarterEnd(day: string): string {
	const [year, month] = [day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / 3) * 3];
	return `${year}-${String(month).padStart(2, '0')}-${month === 6 || month === 9 ? 30 : 31}`;
}

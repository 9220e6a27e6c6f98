/** The thresholds and the reference population as the county has set them, the delivered ones where it has not. */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { may } from './policy.ts';
import { defaultReference, referenceSchema, type Reference } from './reference.ts';
import { anonymitySetting } from './tables.server.ts';
import { defaultThresholds, thresholdsSchema, type Thresholds } from './thresholds.ts';

const stored = async (tx: Transaction, key: 'thresholds' | 'reference'): Promise<unknown> =>
	(await tx.select().from(anonymitySetting).where(eq(anonymitySetting.key, key)))[0]?.value;

/** As they stand in this transaction. The least number of cases is that of all counts: a setting of the county. */
export async function thresholdsOf(tx: Transaction): Promise<Thresholds> {
	const { minimumCellSize: cases } = await settingsOf(tx);
	const set = (await stored(tx, 'thresholds')) as object | undefined;
	const own = v.safeParse(thresholdsSchema, { ...defaultThresholds, ...set, cases });
	return own.success ? own.output : { ...defaultThresholds, cases };
}

/** The same object as long as nobody changes the figures, as the sums of it are kept by it. */
export async function referenceOf(tx: Transaction): Promise<Reference> {
	const value = await stored(tx, 'reference');
	if (value === undefined) return defaultReference;
	const written = JSON.stringify(value);
	if (last?.written === written) return last.reference;
	const own = v.safeParse(referenceSchema, value);
	if (!own.success) return defaultReference;
	last = { written, reference: own.output };
	return own.output;
}
let last: { written: string; reference: Reference } | undefined;

export type FiguresPage = { thresholds: Thresholds; reference: Reference; delivered: boolean; mayChange: boolean };
/** `delivered`: the reference population is still the estimate that came with the hub. Null when not for the actor. */
export const figuresPage = (actor: Actor): Promise<FiguresPage | null> =>
	!may(actor, 'see_figures')
		? Promise.resolve(null)
		: look(async (tx) => ({
				thresholds: await thresholdsOf(tx),
				reference: await referenceOf(tx),
				delivered: (await stored(tx, 'reference')) === undefined,
				mayChange: may(actor, 'set_figures')
			}));

/** The thresholds in plain words, for everybody who writes, reviews, reads or watches. Null for others. */
export const qualityPage = (actor: Actor): Promise<{ thresholds: Thresholds } | null> =>
	!may(actor, 'see_quality') ? Promise.resolve(null) : look(async (tx) => ({ thresholds: await thresholdsOf(tx) }));

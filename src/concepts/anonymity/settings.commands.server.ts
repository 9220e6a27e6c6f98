/** The administrator sets the thresholds and the reference population of the county. */
import * as v from 'valibot';
import type { Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { may } from './policy.ts';
import { referenceSchema, type Reference } from './reference.ts';
import { anonymitySetting } from './tables.server.ts';
import { defaultThresholds, thresholdsSchema, type Thresholds } from './thresholds.ts';

/** In the log they stand under this id, as other settings do under theirs. */
const figures = { type: 'setting', id: '00000000-0000-4000-8000-000000000003' };

/** All but the least number of cases, which is a setting of the county. */
export type OwnThresholds = Omit<Thresholds, 'cases'>;

export const setThresholds = (actor: Actor, own: OwnThresholds): Promise<Result<null>> => {
	const { cases } = defaultThresholds;
	const { cases: _, ...value } = v.parse(thresholdsSchema, { ...own, cases });
	return set(actor, 'thresholds', value, value);
};

/** The log tells the day and the sum of the figures, not the figures. */
export const setReference = (actor: Actor, reference: Reference): Promise<Result<null>> => {
	const value = v.parse(referenceSchema, reference);
	const newcomers = Object.values(value.newcomers).reduce((a, b) => a + b, 0);
	return set(actor, 'reference', value, { asOf: value.asOf, newcomers });
};

const set = (actor: Actor, key: string, value: object, data: EventData): Promise<Result<null>> =>
	change(actor, async ({ tx, record }) => {
		if (!may(actor, 'set_figures')) return no(may(actor, 'see_figures') ? 'forbidden' : 'not_found');
		await tx
			.insert(anonymitySetting)
			.values({ key, value })
			.onConflictDoUpdate({ target: anonymitySetting.key, set: { value } });
		record(`setting.${key}`, figures, data);
		return yes(null);
	});

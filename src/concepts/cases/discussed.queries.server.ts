/** What a meeting may know of an analysis that it is to talk about. */
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { fits } from '#platform/step.ts';
import { may } from './policy.ts';
import { steps } from './rules.ts';
import * as store from './store.server.ts';

/** Its number, until it is evaluated; null for everything else. Security: no title, which a recall could not take back. */
export async function numberToDiscuss(tx: Transaction, actor: Actor, id: string): Promise<string | null> {
	const row = await store.read(tx, id);
	if (!row || !fits(steps.evaluate, row.state)) return null;
	const { reviewersOfSameOrganisation: ownHouse } = await settingsOf(tx);
	return may(actor, 'read', { ...row, ownHouse }) ? row.number : null;
}

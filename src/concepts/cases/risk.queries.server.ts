/** The risk of a combination of attributes, for those who write and those who review; nobody else may ask. */
import { showing } from '#concepts/anonymity/release.ts';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import type { Setting } from '#concepts/anonymity/risk.ts';
import { referenceOf, thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { mayReview, mayWrite } from './policy.ts';
import { riskCard, type RiskCard } from './risk.ts';
import type { Attributes } from './rules.ts';
import { roomOf } from './waiting.store.server.ts';

/** `without`: the analysis itself, where it is among the others already; `left`: what its text still tells. */
type Asked = { without?: string; left?: CaseCell };
/** Security: `reviews` only for the analysis that somebody has before her to review, never for a combination she may try. */
type AskedOf = Asked & { reviews?: boolean };

export const riskFor = (
	actor: Actor,
	attributes: Attributes,
	{ reviews = false, ...asked }: AskedOf = {}
): Promise<RiskCard | null> =>
	mayWrite(actor) || mayReview(actor)
		? look(async (tx) => riskCard(attributes, await settingFor(tx, reviews && mayReview(actor), asked)))
		: Promise.resolve(null);

/**
 * Security: a writer may try any combination, so for her only those count whose attributes everybody sees – else she
 * could find out the cell of an early one.
 */
export async function settingFor(tx: Transaction, reviews: boolean, { without, left }: Asked = {}): Promise<Setting> {
	const [settings, reference, room] = [await thresholdsOf(tx), await referenceOf(tx), await roomOf(tx)];
	const shown = showing(room, settings);
	const counted = reviews
		? [...room.released, ...room.waiting]
		: room.released.filter((r) => shown.get(r.id)?.how === 'full');
	return {
		reference,
		settings,
		left,
		released: counted.filter((r) => r.id !== without).map(({ cell, mainDomain }) => ({ cell, mainDomain }))
	};
}

/** Who reads a case analysis is on record, for data protection. */
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { change, look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes } from '#platform/result.ts';
import { may } from './policy.ts';
import { readable } from './rules.ts';
import { owned } from './steps.server.ts';
import * as store from './store.server.ts';

/** Reading what somebody else has in review or released is on record, once a day; false where it is hidden meanwhile. */
export async function recordReading(actor: Actor, id: string): Promise<boolean> {
	if (!isSomebody(actor)) return false;
	const first = await look((tx) => readingOf(tx, actor, id, store.read));
	if (first !== 'new') return first !== 'hidden';
	const done = await change(actor, async (c) => {
		const now = await readingOf(c.tx, actor, id, store.lock);
		if (now !== 'new') return no(now === 'hidden' ? 'not_found' : 'conflict');
		c.record('case_analysis.read', { type: 'case_analysis', id });
		return yes(null);
	});
	return done.ok || done.why !== 'not_found';
}

async function readingOf(
	tx: Transaction,
	actor: Actor & { id: string },
	id: string,
	find: typeof store.read
): Promise<'hidden' | 'known' | 'new'> {
	const row = await find(tx, id);
	if (!row || !may(actor, 'read', await owned(tx, row))) return 'hidden';
	// her own draft is nobody else's business
	const counts = readable.includes(row.state) || row.authorId !== actor.id;
	return counts && !(await store.wasRead(tx, actor.id, id, today())) ? 'new' : 'known';
}

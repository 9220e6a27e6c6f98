/** Two gaps become one and can be two again: rows stay where they are, so that everything goes along and comes back. */
import { change, type Tell } from '#platform/change.server.ts';
import { no, yes, type No, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Actor } from '#concepts/people/actor.ts';
import { followersAmong } from '#concepts/people/follows.commands.server.ts';
import { onGap, takeStep } from './commands.server.ts';
import { mergedFamily } from './evidence.server.ts';
import { may } from './policy.ts';
import { isHeldByProposal, steps, type GapState } from './rules.ts';
import * as store from './store.server.ts';
import type { Gap } from './store.server.ts';

/**
 * Into another open gap, named by number or id: reports, confirmations, analyses, followers and links count there from
 * now on. No circle can come of it: both are locked in one order, and only what went into nothing yet may take part.
 */
export const mergeGap = (actor: Actor, id: string, intoWhich: string): Promise<Result<{ state: GapState }>> =>
	change(actor, async (c) => {
		const intoId = await store.gapIdOf(c.tx, intoWhich);
		const gaps = may(actor, 'read') ? await store.lockGaps(c.tx, [id, intoId]) : new Map<string, Gap>();
		const gap = gaps.get(id);
		const into = gaps.get(intoId);
		if (!gap) return no('not_found');
		if (!may(actor, 'merge')) return no('forbidden');
		if (gap.mergedIntoId) return mergedAlready(gap, await store.numberOf(c.tx, gap.mergedIntoId));
		if (into?.mergedIntoId) return mergedAlready(into, await store.numberOf(c.tx, into.mergedIntoId));
		if (!into || gap.id === into.id || !fits<GapState>(steps.merge, into.state))
			return no('incomplete', [{ field: 'intoId', message: m.gaps_need_gap() }]);
		if (isHeldByProposal(gap)) return no('wrong_state', [{ field: 'intoId', message: m.gaps_error_held() }]);
		const there = await followersAmong(c.tx, 'service_gap', await mergedFamily(c.tx, into.id));
		const also = { mergedIntoId: into.id, stateBeforeMerge: gap.state };
		return takeStep(c, gap, 'merge', { intoId: into.id }, also, steps.merge.to, tell(there));
	});

/** Only this gap leaves; what had been merged into it before stays with it. */
export const unmergeGap = (actor: Actor, id: string): Promise<Result<{ state: GapState }>> =>
	onGap(actor, 'unmerge', id, async (c, gap) => {
		if (!gap.mergedIntoId) return no('wrong_state', [{ field: '', message: m.gaps_error_unmerged() }]);
		const there = await followersAmong(c.tx, 'service_gap', await mergedFamily(c.tx, gap.mergedIntoId));
		const back = (gap.stateBeforeMerge ?? steps.unmerge.to) as GapState;
		const also = { mergedIntoId: null, stateBeforeMerge: null };
		const done = await takeStep(c, gap, 'unmerge', { fromId: gap.mergedIntoId }, also, back, tell(there));
		return done.ok ? yes({ state: back }) : done;
	});

const tell = (people: readonly string[]): Tell[] => people.map((to) => ({ to, note: 'feedback' }));

/** Somebody was faster: says where it went. */
const mergedAlready = (gap: Gap, into: string): No =>
	no('conflict', [{ field: 'intoId', message: m.gaps_error_merged({ number: gap.number, into }) }]);

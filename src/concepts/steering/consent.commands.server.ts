/** The whole consent list in one step: each proposal gets a decision and a number of its own, all or none of them. */
import { change, type Change } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { latestVersion, lockProposal } from '#concepts/proposals/commands.server.ts';
import { takeEffect, type Decided } from './effect.server.ts';
import { measureIssues } from './issue.server.ts';
import * as listing from './listing.store.server.ts';
import { mayCommittee, maySteer } from './policy.ts';
import { isQuorate } from './quorum.rules.ts';
import { standingIn } from './quorum.store.server.ts';
import { isDecidable } from './rules.ts';
import { keptOf, notQuorate } from './standing.server.ts';
import * as store from './store.server.ts';
import type { Sitting } from './store.server.ts';

/** `seen`: the proposals that were read out; a list that has become another is refused as a conflict. */
export const decideConsent = (actor: Actor, meetingId: string, seen: readonly string[]): Promise<Result<Decided[]>> =>
	change(actor, async (c) => {
		const found = await store.findSitting(c.tx, meetingId);
		if (!found || !isSomebody(actor) || !maySteer(actor)) return no('not_found');
		// proposals before their meeting, as everywhere
		const ids = await listing.scheduledIn(c.tx, found.id);
		const sitting = await store.lockSitting(c.tx, found.id);
		if (!sitting || !mayCommittee(actor, 'read', sitting)) return no('not_found');
		if (!mayCommittee(actor, 'decide_list', sitting)) return no('forbidden');
		if (!isDecidable(2, sitting.state))
			return no('wrong_state', [{ field: '', message: m.steering_issue_not_running() }]);
		const listed = [...(await listing.listedOf(c.tx, sitting.id, ids)).values()].filter(listing.isReady);
		if (!listed.length) return no('wrong_state', [{ field: '', message: m.steering_issue_consent_empty() }]);
		const same = listed.length === new Set(seen).size && listed.every((l) => seen.includes(l.id));
		if (!same) return no('conflict', [{ field: '', message: m.steering_issue_consent_changed() }]);
		const decided: Decided[] = [];
		for (const l of listed) {
			const one = await adoptOne(c, sitting, l, actor.id);
			if (!one.ok) return one;
			decided.push(one.value);
		}
		return yes(decided);
	});

/** As proposed, with the measure prepared for it. */
async function adoptOne(c: Change, sitting: Sitting, l: listing.Listed, by: string): Promise<Result<Decided>> {
	const p = await lockProposal(c.tx, l.id);
	if (!p || !l.prepared) return no('conflict');
	const measures = [listing.measureOf(l.prepared)];
	const issues = await measureIssues(c.tx, measures);
	if (issues.length)
		return no('incomplete', [{ field: '', message: `${p.number}: ${issues.map((i) => i.message).join(' ')}` }]);
	const standing = await standingIn(c.tx, { bodyId: sitting.bodyId, meetingId: sitting.id }, p.id);
	if (!isQuorate(standing)) return notQuorate(standing, p.number);
	const version = await latestVersion(c.tx, p.id);
	const wording = version?.outline.resolution ?? p.outline.resolution;
	const d = await store.insertDecision(c.tx, store.inSitting(sitting), {
		...keptOf(standing, null),
		gate: 2,
		proposalId: p.id,
		proposalVersion: version?.version ?? null,
		result: 'adopted',
		wording,
		proposedWording: wording,
		byConsent: true,
		decidedBy: by
	});
	const { conflictedVoting } = standing;
	const of = { proposalId: p.id, title: p.title, result: 'adopted' as const, target: '', reason: '' };
	return takeEffect(c, d, { ...of, measures, conflictedVoting });
}

/** One proposal on one page for the committee: as frozen at its last submission, with what stands behind it. */
import { look } from '#platform/change.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { evidenceOf, linkedGaps } from './evidence.queries.server.ts';
import { may } from './policy.ts';
import { dissentsOf } from './statements.store.server.ts';
import * as store from './store.server.ts';

/** Null when it is hidden. Before the first submission it shows the text as it is, and says so (`version` null). */
export const onePage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const p = await store.find(tx, id);
		if (!p || !may(actor, 'read', p)) return null;
		const frozen = await store.latestVersion(tx, id);
		const gaps = await linkedGaps(tx, actor, id);
		const gapIds = gaps.map((g) => g.id);
		return {
			proposal: { id: p.id, number: p.number, state: p.state, meetingId: p.meetingId },
			version: frozen && { version: frozen.version, frozenAt: frozen.frozenAt },
			title: frozen?.title ?? p.title,
			outline: frozen?.outline ?? p.outline,
			responsible: frozen?.responsible ?? (await store.organisationName(tx, p.responsibleOrganisationId)) ?? '',
			dueOn: frozen ? frozen.dueOn : p.dueOn,
			/** Frozen with the text, so nobody reads a vote on another one. */
			dissents: frozen?.dissents ?? (await dissentsOf(tx, id)),
			gaps,
			evidence: await evidenceOf(tx, actor, id, gapIds)
		};
	});

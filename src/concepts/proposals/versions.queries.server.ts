/** The frozen versions of a proposal in full, and beside them the text as it is being worked on. */
import { eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { may, outlineAccess } from './policy.ts';
import * as store from './store.server.ts';
import { proposalVersion } from './tables.server.ts';

/** Versions oldest first; `present` for those who take part in the writing. Null when the proposal is hidden. */
export const versions = (actor: Actor, id: string) =>
	look(async (tx) => {
		const p = await store.find(tx, id);
		if (!p || !may(actor, 'read', p)) return null;
		const frozen = await tx
			.select()
			.from(proposalVersion)
			.where(eq(proposalVersion.proposalId, id))
			.orderBy(proposalVersion.version);
		const { number, title, state, outline, dueOn } = p;
		const responsible = (await store.organisationName(tx, p.responsibleOrganisationId)) ?? '';
		return {
			proposal: { id: p.id, number, title, state },
			versions: frozen,
			present: outlineAccess(actor, p) === 'write' ? { title, outline, responsible, dueOn } : null
		};
	});

/** What „Betrifft uns auch“ begins with: as it was the last time, else as the last report said it. */
import { desc, eq } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { organisation } from '#concepts/people/tables.server.ts';
import { may } from './policy.ts';
import { casesBands, type CasesBand } from './rules.ts';
import { confirmation, gapReport } from './tables.server.ts';

export type JoinPreset = { casesBand: CasesBand; municipality: string; legalDomains: string[]; carrier: string };

export const joinPreset = (actor: Actor): Promise<JoinPreset | null> =>
	look(async (tx) => {
		if (!isSomebody(actor) || !may(actor, 'affects_us')) return null;
		const [carrier] = await tx
			.select({ name: organisation.name })
			.from(organisation)
			.where(eq(organisation.id, actor.organisationId));
		const [joined] = await tx
			.select()
			.from(confirmation)
			.where(eq(confirmation.accountId, actor.id))
			.orderBy(desc(confirmation.createdAt))
			.limit(1);
		const [reported] = await tx
			.select({ municipality: gapReport.municipality, legalDomains: gapReport.legalDomains })
			.from(gapReport)
			.where(eq(gapReport.authorId, actor.id))
			.orderBy(desc(gapReport.updatedAt))
			.limit(1);
		const band = casesBands.find((b) => b === joined?.casesBand) ?? casesBands[0];
		return {
			casesBand: band,
			municipality: joined?.municipality ?? reported?.municipality ?? '',
			legalDomains: joined?.legalDomains.length ? joined.legalDomains : (reported?.legalDomains ?? []),
			carrier: carrier?.name ?? ''
		};
	});

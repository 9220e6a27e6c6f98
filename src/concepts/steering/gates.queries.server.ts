/** What the forms of both gates show to those who may decide. */
import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { organisation } from '#concepts/people/tables.server.ts';
import { proposal, proposalVersion } from '#concepts/proposals/tables.server.ts';
import { preparedFor } from './listing.store.server.ts';
import { contactOptions } from './measures.queries.server.ts';
import { mayDecideSomewhere } from './policy.ts';
import { isQuorate } from './quorum.rules.ts';
import { namesOf, standingIn } from './quorum.store.server.ts';
import { decidableSittings, sitting } from './sittings.queries.server.ts';

/** For the form of gate 2; null unless this actor may decide and the proposal is before a committee or was. */
export const decidingForm = (actor: Actor, proposalId: string) =>
	look(async (tx) => {
		if (!mayDecideSomewhere(actor) || !isId(proposalId)) return null;
		const [p] = await tx
			.select({
				id: proposal.id,
				number: proposal.number,
				title: proposal.title,
				state: proposal.state,
				outline: proposal.outline,
				dueOn: proposal.dueOn,
				unitId: proposal.responsibleOrganisationId,
				unit: organisation.name,
				meeting: sitting
			})
			.from(proposal)
			.leftJoin(organisation, eq(organisation.id, proposal.responsibleOrganisationId))
			.leftJoin(meeting, eq(meeting.id, proposal.meetingId))
			.where(
				and(
					eq(proposal.id, proposalId),
					notInArray(proposal.state, ['draft', 'in_consultation', 'recommended', 'withdrawn'])
				)
			);
		if (!p) return null;
		const [frozen] = await tx
			.select({
				version: proposalVersion.version,
				outline: proposalVersion.outline,
				dissents: proposalVersion.dissents
			})
			.from(proposalVersion)
			.where(eq(proposalVersion.proposalId, p.id))
			.orderBy(desc(proposalVersion.version))
			.limit(1);
		const { outline, ...shown } = p;
		const standing = p.meeting
			? await standingIn(tx, { bodyId: p.meeting.bodyId, meetingId: p.meeting.id }, p.id)
			: null;
		return {
			prepared: await preparedFor(tx, p.id),
			standing: standing && {
				voters: standing.voters.length,
				present: standing.present.length,
				needed: standing.needed,
				reached: isQuorate(standing),
				notCounted: (await namesOf(tx, standing.notCounted)).map((n) => n.name)
			},
			proposal: shown,
			version: frozen?.version ?? null,
			outline: frozen?.outline ?? outline,
			dissents: frozen?.dissents ?? [],
			people: await contactOptions(tx)
		};
	});

/** For the form of gate 1; null unless this actor may decide. */
export const prioritisingForm = (actor: Actor, gapId: string) =>
	look(async (tx) => {
		if (!mayDecideSomewhere(actor) || !isId(gapId)) return null;
		const [gap] = await tx
			.select({
				id: serviceGap.id,
				number: serviceGap.number,
				title: serviceGap.title,
				description: serviceGap.description,
				state: sql<GapState>`${serviceGap.state}`
			})
			.from(serviceGap)
			.where(eq(serviceGap.id, gapId));
		if (!gap) return null;
		const meetings = await decidableSittings(tx, 1);
		const groups = await tx
			.select({ id: body.id, name: body.name })
			.from(body)
			.where(and(sql`${body.kind} <> 'steering_committee'`, eq(body.state, 'active')))
			.orderBy(body.name);
		return { gap, meetings, groups };
	});

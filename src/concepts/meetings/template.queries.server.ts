/** Which bodies have a template: their new meetings begin with it. */
import { inArray } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { agendaTemplate } from './document.tables.server.ts';
import { mayCall } from './policy.ts';

/** Of those bodies whose meetings this actor calls. */
export const bodiesWithTemplate = (actor: Actor, bodyIds: readonly string[]): Promise<string[]> =>
	look(async (tx) => {
		const own = bodyIds.filter((id) => mayCall(actor, id));
		if (!own.length) return [];
		const { bodyId } = agendaTemplate;
		return (await tx.select({ bodyId }).from(agendaTemplate).where(inArray(bodyId, own))).map((r) => r.bodyId);
	});

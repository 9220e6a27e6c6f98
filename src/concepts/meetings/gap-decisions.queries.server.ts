/** What bodies have decided about a gap, as their approved minutes say. */
import { sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { mergedFamily } from '#concepts/gaps/evidence.server.ts';
import { may } from '#concepts/gaps/policy.ts';

export type GapDecision = { meetingId: string; position: number; body: string; at: Date; wording: string };

/** Adopted ones under an item of the agenda that the gap, or one merged into it, was linked to; newest first. */
export const decisionsOnGap = (actor: Actor, gapId: string): Promise<GapDecision[]> =>
	look(async (tx) => (may(actor, 'confirm') && isId(gapId) ? adoptedOn(tx, gapId) : []));

/** The same inside a transaction that is open already. */
export async function adoptedOn(tx: Transaction, gapId: string): Promise<GapDecision[]> {
	const found = await tx.execute<Omit<GapDecision, 'at'> & { at: string | Date }>(sql`
		select distinct d.meeting_id as "meetingId", d.position, b.name as body, mt.starts_at as at, d.wording
		from group_decision d join meeting mt on mt.id = d.meeting_id join body b on b.id = mt.body_id
		join agenda_link l on l.item_id = d.item_id and l.thing_type = 'service_gap'
			and l.thing_id = any(${sql.param(await mergedFamily(tx, gapId))}::uuid[])
		where d.result = 'adopted' order by mt.starts_at desc, d.position limit 50`);
	return found.rows.map((r) => ({ ...r, at: new Date(r.at) }));
}

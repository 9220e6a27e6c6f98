/** What was said about gaps later on, for the office: new observations and requests to reopen. No authors. */
import { asc, desc, eq } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { may } from './policy.ts';
import { observation, reopeningRequest } from './after.tables.server.ts';
import { serviceGap } from './tables.server.ts';

export type ReopeningAsked = { id: string; reason: string; at: Date; gapId: string; number: string; title: string };
/** All that wait for an answer, oldest first; none for others than the office. Security: no author is selected. */
export const reopeningsAsked = (actor: Actor, gapId?: string): Promise<ReopeningAsked[]> =>
	look(async (tx) => {
		if (!may(actor, 'settle_reopening')) return [];
		const rows = await tx
			.select({
				id: reopeningRequest.id,
				reason: reopeningRequest.reason,
				at: reopeningRequest.createdAt,
				gapId: serviceGap.id,
				number: serviceGap.number,
				title: serviceGap.title
			})
			.from(reopeningRequest)
			.innerJoin(serviceGap, eq(serviceGap.id, reopeningRequest.gapId))
			.where(eq(reopeningRequest.state, 'open'))
			.orderBy(asc(reopeningRequest.createdAt))
			.limit(100);
		return gapId ? rows.filter((r) => r.gapId === gapId) : rows;
	});

export type ObservationSeen = { id: string; text: string; at: Date };
/** As with reports, only the office reads them all. */
export const observationsOn = (actor: Actor, gapId: string): Promise<ObservationSeen[]> =>
	look(async (tx) =>
		may(actor, 'see_intake') && isId(gapId)
			? tx
					.select({ id: observation.id, text: observation.text, at: observation.createdAt })
					.from(observation)
					.where(eq(observation.gapId, gapId))
					.orderBy(desc(observation.createdAt))
					.limit(50)
			: []
	);

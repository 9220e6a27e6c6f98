/** What an analysis' page shows of gaps: those it is evidence of, and those it could be linked to. */
import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { may } from './policy.ts';
import { openGaps, type GapState } from './rules.ts';
import { gapCase, serviceGap } from './tables.server.ts';

export type GapLine = { id: string; number: string; title: string; state: GapState };
const line = { id: serviceGap.id, number: serviceGap.number, title: serviceGap.title, state: serviceGap.state };
const asLines = (rows: { id: string; number: string; title: string; state: string }[]) => rows as GapLine[];

/** `q` narrows the gaps on offer by number, words or similar title; without it the latest open ones. `keep` stays on offer. */
export const gapsOfCase = (
	actor: Actor,
	caseId: string,
	o: { offer: boolean; q?: string; keep?: readonly string[] }
): Promise<{ linked: GapLine[]; offered: GapLine[] }> =>
	look(async (tx) => {
		if (!may(actor, 'read')) return { linked: [], offered: [] };
		const linked = asLines(
			await tx
				.select(line)
				.from(serviceGap)
				.innerJoin(gapCase, eq(gapCase.gapId, serviceGap.id))
				.where(eq(gapCase.caseId, caseId))
				.orderBy(serviceGap.number)
		);
		if (!o.offer) return { linked, offered: [] };
		const q = o.q?.trim() ?? '';
		const open = and(
			inArray(serviceGap.state, [...openGaps]),
			linked.length
				? notInArray(
						serviceGap.id,
						linked.map((g) => g.id)
					)
				: undefined
		);
		const found = q
			? sql`(search @@ websearch_to_tsquery('german', ${q}) or lower(number) = lower(${q}) or fold(${q}) <% fold(title))`
			: undefined;
		const order = q ? sql`word_similarity(fold(${q}), fold(title)) desc` : desc(serviceGap.updatedAt);
		const fitting = await tx.select(line).from(serviceGap).where(and(open, found)).orderBy(order).limit(12);
		const keep = (o.keep ?? []).slice(0, 12);
		const kept = keep.length
			? await tx
					.select(line)
					.from(serviceGap)
					.where(and(open, inArray(serviceGap.id, [...keep])))
			: [];
		const offered = new Map([...kept, ...fitting].map((gap) => [gap.id, gap]));
		return { linked, offered: asLines([...offered.values()]) };
	});

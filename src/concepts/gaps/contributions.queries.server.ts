/** „Meine Beiträge“: what somebody reported and backed, what became of it, and the answers to it. */
import { count, desc, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import type { GapRef } from './gap.queries.server.ts';
import { may } from './policy.ts';
import { askableUntil, type RequestState } from './reopening.rules.ts';
import type { ReportState } from './rules.ts';
import { confirmation, gapCase, gapReport, serviceGap } from './tables.server.ts';

export const pageSize = 25;
export type Answer = { text: string; givenAt: Date };
/** `gap` is the one that counts today: where merged, the one it went into. */
/** What may be said later on, and what was. */
export type Later = {
	observations: { text: string; at: Date }[];
	/** Until when a closed gap may be asked to be taken up again; null where that is not the moment. */
	askableUntil: Date | null;
	request: { state: RequestState; answer: string } | null;
};
export type Contribution = {
	id: string;
	text: string;
	state: ReportState;
	at: Date;
	newsAt: Date;
	answer: string;
	gap: GapRef | null;
	answers: Answer[];
	later: Later | null;
};
export type Backed = { at: Date; gap: GapRef; answers: Answer[]; later: Later };
export type Contributions = { reports: Contribution[]; total: number; page: number; pages: number; backed: Backed[] };

export const contributionsPage = (actor: Actor, asked = 1): Promise<Contributions> =>
	look(async (tx) => {
		if (!isSomebody(actor)) return { reports: [], total: 0, page: 1, pages: 1, backed: [] };
		const total = (await tx.select({ n: count() }).from(gapReport).where(eq(gapReport.authorId, actor.id)))[0]!.n;
		const pages = Math.max(1, Math.ceil(total / pageSize));
		const page = Math.min(Math.max(1, asked), pages);
		const reports = await tx
			.select({
				id: gapReport.id,
				text: gapReport.text,
				state: gapReport.state,
				at: gapReport.submittedAt,
				createdAt: gapReport.createdAt,
				newsAt: gapReport.updatedAt,
				answer: gapReport.answer,
				gapId: gapReport.gapId
			})
			.from(gapReport)
			.where(eq(gapReport.authorId, actor.id))
			.orderBy(desc(gapReport.updatedAt))
			.limit(pageSize)
			.offset((page - 1) * pageSize);
		const backed = await tx
			.select({ gapId: confirmation.gapId, at: confirmation.createdAt })
			.from(confirmation)
			.where(eq(confirmation.accountId, actor.id))
			.orderBy(desc(confirmation.createdAt))
			.limit(100);
		const gaps = await gapsToday(tx, actor.id, [
			...reports.flatMap((r) => r.gapId ?? []),
			...backed.map((b) => b.gapId)
		]);
		const of = (id: string | null) => (id ? gaps.get(id) : undefined);
		return {
			reports: reports.map(({ gapId, createdAt, ...r }) => {
				const gap = of(gapId);
				const newsAt = gap && gap.changedAt > r.newsAt ? gap.changedAt : r.newsAt;
				return {
					...r,
					state: r.state as ReportState,
					at: r.at ?? createdAt,
					newsAt,
					gap: gap?.ref ?? null,
					answers: gap?.answers ?? [],
					later: gap?.later ?? null
				};
			}),
			total,
			page,
			pages,
			backed: backed.flatMap((b) => {
				const gap = of(b.gapId);
				return gap ? [{ at: b.at, gap: gap.ref, answers: gap.answers, later: gap.later }] : [];
			})
		};
	});

type Today = { ref: GapRef; changedAt: Date; answers: Answer[]; later: Later };

/** For each gap the one that counts today, with the answers given to either. */
async function gapsToday(tx: Transaction, me: string, ids: string[]): Promise<Map<string, Today>> {
	if (!ids.length) return new Map();
	type Row = {
		start: string;
		id: string;
		number: string;
		title: string;
		state: GapRef['state'];
		changedAt: string | Date;
		answers: { text: string; givenAt: string }[];
		observations: { text: string; at: string }[];
		request: Later['request'];
		closedAt: string | Date | null;
	};
	const found = await tx.execute<Row>(sql`
		with recursive way (start, id) as (
			select id, id from service_gap where id = any(${sql.param([...new Set(ids)])}::uuid[])
			union select w.start, g.merged_into_id from way w join service_gap g on g.id = w.id where g.merged_into_id is not null
		)
		select w.start, g.id, g.number, g.title, g.state, g.updated_at as "changedAt", coalesce((
			select json_agg(json_build_object('text', f.text, 'givenAt', f.given_at) order by f.given_at desc)
			from feedback f join way v on v.id = f.gap_id where v.start = w.start and f.given_at is not null
		), '[]') as answers, coalesce((
			select json_agg(json_build_object('text', o.text, 'at', o.created_at) order by o.created_at desc)
			from observation o join way v on v.id = o.gap_id where v.start = w.start and o.author_id = ${me}
		), '[]') as observations, (
			select json_build_object('state', q.state, 'answer', q.answer) from reopening_request q
			where q.gap_id = g.id and q.author_id = ${me} order by q.created_at desc limit 1
		) as request, case when g.state = 'closed' then (
			select max(e.at) from event e where e.thing_type = 'service_gap' and e.thing_id = g.id and e.kind = 'service_gap.close'
		) end as "closedAt"
		from way w join service_gap g on g.id = w.id where g.merged_into_id is null`);
	return new Map(
		found.rows.map(({ start, changedAt, answers, observations, request, closedAt, ...ref }) => [
			start,
			{
				ref,
				changedAt: new Date(changedAt),
				answers: answers.map((a) => ({ text: a.text, givenAt: new Date(a.givenAt) })),
				later: {
					observations: observations.map((o) => ({ text: o.text, at: new Date(o.at) })),
					askableUntil: stillAskable(closedAt),
					request
				}
			}
		])
	);
}

function stillAskable(closedAt: string | Date | null): Date | null {
	const until = closedAt ? askableUntil(new Date(closedAt)) : null;
	return until && now() <= until ? until : null;
}

/** For each of these analyses the gaps it is evidence of. Only for analyses that the asker may see. */
export const gapsBehindCases = (actor: Actor, caseIds: readonly string[]): Promise<Map<string, GapRef[]>> =>
	look(async (tx) => {
		if (!may(actor, 'read') || !caseIds.length) return new Map<string, GapRef[]>();
		const rows = await tx
			.select({
				caseId: gapCase.caseId,
				id: serviceGap.id,
				number: serviceGap.number,
				title: serviceGap.title,
				state: serviceGap.state
			})
			.from(gapCase)
			.innerJoin(serviceGap, eq(serviceGap.id, gapCase.gapId))
			.where(inArray(gapCase.caseId, [...caseIds]));
		return new Map([...Map.groupBy(rows, (r) => r.caseId)].map(([id, of]) => [id, of as unknown as GapRef[]]));
	});

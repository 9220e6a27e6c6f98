/** What stands behind gaps: the people who are owed an answer, anonymous counts, and the feedback owed and given. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { change, type Change, type Tell, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { m } from '#i18n/paraglide/messages.js';
import { now } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { readable } from '#concepts/cases/rules.ts';
import { followersAmong } from '#concepts/people/follows.commands.server.ts';
import { isSupported, type Piece } from './evidence.rules.ts';
import { noEvidence, type Evidence } from './rules.ts';
import { may } from './policy.ts';
import { feedback, serviceGap } from './tables.server.ts';

/** `family (root, id)`: each gap asked for with all gaps merged into it, however often. */
const familyOf = (gapIds: readonly string[]) => sql`with recursive family (root, id) as (
	select id, id from service_gap where id = any(${sql.param([...gapIds])}::uuid[])
	union select f.root, g.id from service_gap g join family f on g.merged_into_id = f.id)`;

/** The gap and all gaps merged into it. */
export async function mergedFamily(tx: Transaction, gapId: string): Promise<string[]> {
	const found = await tx.execute<{ id: string }>(sql`${familyOf([gapId])} select id from family`);
	return found.rows.map((r) => r.id);
}

/**
 * Account ids of everybody whose assigned report, confirmation or linked analysis stands behind the gap, those of gaps
 * merged into it included. Security: for answers and notifications only, never for a page.
 */
export async function behind(tx: Transaction, gapId: string): Promise<string[]> {
	const found = await tx.execute<{ id: string }>(sql`${familyOf([gapId])}
		select r.author_id as id from gap_report r join family f on f.id = r.gap_id where r.state = 'assigned'
		union select c.account_id from confirmation c join family f on f.id = c.gap_id
		union select a.author_id from case_analysis a join gap_case l on l.case_id = a.id join family f on f.id = l.gap_id
			where a.state not in ('deleted')`);
	return found.rows.map((r) => r.id);
}

/** Anonymous counts for each gap asked for, in one query; breadth counts distinct municipalities, carriers, domains. */
export async function evidenceCounts(tx: Transaction, gapIds: readonly string[]): Promise<Map<string, Evidence>> {
	const counts = new Map(gapIds.map((id) => [id, noEvidence]));
	if (gapIds.length === 0) return counts;
	// by index, gap by gap: the planner takes a family for far larger than it is and would read all reports („offset 0“)
	const found = await tx.execute<Evidence & { root: string }>(sql`${familyOf(gapIds)}, piece as (
		select f.root, x.* from family f cross join lateral (
			select 'report' as kind, coalesce(r.split_from_id, r.id) as id, r.organisation_id, r.municipality, r.legal_domains
				from gap_report r where r.gap_id = f.id and r.state = 'assigned'
			union all select 'confirmation', c.account_id, c.organisation_id, c.municipality, c.legal_domains
				from confirmation c where c.gap_id = f.id
			union all select 'case', a.id, a.organisation_id, null, '{}' from gap_case l join case_analysis a on a.id = l.case_id
				where l.gap_id = f.id and a.state in ('released', 'discussed', 'evaluated', 'archived')
			union all select 'gap', g.id, null, null, g.legal_domains from service_gap g where g.id = f.id
			offset 0) x
	) select p.root, count(distinct p.id) filter (where p.kind = 'report')::int as reports,
		count(distinct p.id) filter (where p.kind = 'confirmation')::int as confirmations,
		count(distinct p.id) filter (where p.kind = 'case')::int as cases,
		count(distinct p.municipality)::int as municipalities, count(distinct p.organisation_id)::int as carriers,
		count(distinct d.code)::int as "legalDomains"
	from piece p left join lateral unnest(p.legal_domains) as d (code) on true group by p.root`);
	for (const { root, ...rest } of found.rows) counts.set(root, rest);
	return counts;
}

/**
 * Is the gap, with those merged into it, evidenced by two pieces independent of each other? Security: who they are from
 * stays here.
 */
export async function isEvidenced(tx: Transaction, gapId: string): Promise<boolean> {
	const found = await tx.execute<Piece>(sql`${familyOf([gapId])}
		select 'report' as kind, r.author_id as person, r.organisation_id as organisation
			from gap_report r join family f on f.id = r.gap_id where r.state = 'assigned'
		union select 'confirmation', c.account_id, c.organisation_id from confirmation c join family f on f.id = c.gap_id
		union select 'case', a.author_id, a.organisation_id from case_analysis a join gap_case l on l.case_id = a.id
			join family f on f.id = l.gap_id where a.state = any(${sql.param([...readable])})`);
	return isSupported(found.rows);
}

/** Tells everyone behind the gap and everyone who follows it or a gap merged into it. */
export async function tellsOf(tx: Transaction, gapId: string): Promise<Tell[]> {
	const people = new Set([
		...(await behind(tx, gapId)),
		...(await followersAmong(tx, 'service_gap', await mergedFamily(tx, gapId)))
	]);
	return [...people].map((to) => ({ to, note: 'feedback' }));
}

/** The committee has decided on this gap: everyone behind it is owed an answer – before that meeting may be closed, if it was one. */
export async function oweFeedback(
	c: Change,
	of: { gapId: string; meetingId: string | null; decisionId: string }
): Promise<void> {
	const rows = await c.tx
		.insert(feedback)
		.values({ ...of, createdAt: now() })
		.onConflictDoNothing()
		.returning({ id: feedback.id });
	if (rows[0])
		c.record(
			'service_gap.owe_feedback',
			{ type: 'service_gap', id: of.gapId },
			{ feedbackId: rows[0].id, decisionId: of.decisionId }
		);
}

/** Sends the answer to everyone behind the gap. `receivers` says how many that were. */
export const giveFeedback = (
	actor: Actor,
	feedbackId: string,
	text: string
): Promise<Result<{ gapId: string; receivers: number }>> =>
	change(actor, async ({ tx, record }) => {
		if (!isId(feedbackId) || !may(actor, 'read')) return no('not_found');
		const [owed] = await tx.select().from(feedback).where(eq(feedback.id, feedbackId)).for('update');
		if (!owed) return no('not_found');
		if (!may(actor, 'give_feedback')) return no('forbidden');
		if (owed.givenAt) return no('wrong_state');
		if (!text.trim()) return no('incomplete', [{ field: 'text', message: m.gaps_need_message() }]);
		const receivers = await send(tx, owed.gapId, owed.id, text, actor);
		record(
			'service_gap.give_feedback',
			{ type: 'service_gap', id: owed.gapId },
			{ feedbackId, receivers: receivers.length },
			tells(receivers)
		);
		return yes({ gapId: owed.gapId, receivers: receivers.length });
	});

const tells = (to: string[]): Tell[] => to.map((id) => ({ to: id, note: 'feedback' }));

async function send(tx: Transaction, gapId: string, id: string, text: string, by: Actor): Promise<string[]> {
	const receivers = await behind(tx, gapId);
	await tx
		.update(feedback)
		.set({ text: text.trim(), givenBy: by.id, givenAt: now(), receivers: receivers.length })
		.where(and(eq(feedback.id, id), isNull(feedback.givenAt)));
	return receivers;
}

/** Feedback of one's own accord, without a decision behind it. */
export async function addFeedback(c: Change, actor: Actor, gapId: string, text: string): Promise<number> {
	const [row] = await c.tx.insert(feedback).values({ gapId, createdAt: now() }).returning({ id: feedback.id });
	const receivers = await send(c.tx, gapId, row!.id, text, actor);
	c.record(
		'service_gap.give_feedback',
		{ type: 'service_gap', id: gapId },
		{ feedbackId: row!.id, receivers: receivers.length },
		tells(receivers)
	);
	return receivers.length;
}

export type OwedFeedback = { id: string; gapId: string; number: string; title: string; decisionId: string | null };

/** What the meeting still owes; empty once every gap decided on has its feedback. */
export async function owedFeedback(tx: Transaction, meetingId: string): Promise<OwedFeedback[]> {
	return tx
		.select({
			id: feedback.id,
			gapId: feedback.gapId,
			number: serviceGap.number,
			title: serviceGap.title,
			decisionId: feedback.decisionId
		})
		.from(feedback)
		.innerJoin(serviceGap, eq(serviceGap.id, feedback.gapId))
		.where(and(eq(feedback.meetingId, meetingId), isNull(feedback.givenAt)))
		.orderBy(serviceGap.number);
}

/** All feedback of these gaps that was given, newest first. */
export async function givenFeedback(
	tx: Transaction,
	gapIds: string[]
): Promise<{ gapId: string; text: string; givenAt: Date; receivers: number }[]> {
	const rows = await tx
		.select({ gapId: feedback.gapId, text: feedback.text, givenAt: feedback.givenAt, receivers: feedback.receivers })
		.from(feedback)
		.where(and(inArray(feedback.gapId, gapIds), sql`${feedback.givenAt} is not null`))
		.orderBy(sql`${feedback.givenAt} desc`);
	return rows.flatMap((r) => (r.givenAt ? [{ ...r, givenAt: r.givenAt }] : []));
}

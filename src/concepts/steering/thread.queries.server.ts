/** Everything on the thread of one gap in a fixed number of queries, each row with whether this reader may see it. */
import { sql } from 'drizzle-orm';
import { evidenceCounts, mergedFamily } from '#concepts/gaps/evidence.server.ts';
import { noEvidence, shownCount } from '#concepts/gaps/rules.ts';
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { isPaged } from './directory.ts';
import { labelsIn, type Label } from './directory.queries.server.ts';
import { readable, type Readable } from './directory.rights.server.ts';
import { idList, veiled } from './thread.rows.server.ts';
import { gapsFrom, type GapTab } from './thread.start.server.ts';
import type { Facts, Link, ThreadEvent } from './thread.ts';
import { decisionsOn, feedbackOn, measuresOn, passedOnBy, reviewsOn, sheetsOn } from './thread.steering.server.ts';
import { groupsOn, mandatesOn, meetingsOn, proposalsOn } from './thread.work.server.ts';

export type ThreadSeen = { from: Label; gaps: GapTab[]; facts: Facts | null };

/** The thread that a thing hangs on; `wanted` chooses among several gaps. null when the thing is hidden from this reader. */
export const threadOf = (actor: Actor, type: string, id: string, wanted: string | null): Promise<ThreadSeen | null> =>
	look(async (tx) => {
		if (!isPaged(type) || !isId(id)) return null;
		const from = (await labelsIn(tx, actor, [{ type, id }])).get(`${type}:${id}`);
		if (!from) return null;
		const may = readable(actor);
		const gaps = await gapsFrom(tx, type, id, may.service_gap);
		const gap = gaps.find((g) => g.id === wanted) ?? gaps[0];
		return { from, gaps, facts: gap ? await factsOf(tx, actor, may, gap.id) : null };
	});

async function factsOf(tx: Transaction, actor: Actor, may: Readable, gapId: string): Promise<Facts> {
	const family = await mergedFamily(tx, gapId);
	const cell = (await settingsOf(tx)).minimumCellSize;
	const shown = (n: number) => shownCount(n, cell, isOffice(actor));
	const gap = await gapOn(tx, may, gapId, family.length - 1);
	const evidence = (await evidenceCounts(tx, [gapId])).get(gapId) ?? noEvidence;
	const cases = await casesOn(tx, may, family);
	const firstAt = await firstReportOn(tx, family);
	const mandates = await mandatesOn(tx, may, family);
	const proposals = await proposalsOn(tx, may, family);
	const decisions = await decisionsOn(tx, may, family, idsOf(proposals));
	const measures = await measuresOn(tx, may, idsOf(decisions));
	const groups = await groupsOn(tx, may, family, idsOf(mandates), idsOf(proposals));
	const links = [
		...family.map((id) => ({ type: 'service_gap', id })),
		...mandates,
		...proposals,
		...measures,
		...cases
	];
	const meetings = await meetingsOn(tx, may, links, idsOf(decisions));
	const reviews = await reviewsOn(tx, may, family, shown);
	const feedback = gap.visible ? await feedbackOn(tx, family, shown) : [];
	const passedOn = await passedOnBy(tx, may, idsOf(decisions));
	const sheets = await sheetsOn(tx, may, family);
	const tracked = [...family.map((id) => ({ ...gap, id })), ...mandates, ...proposals, ...measures].filter(
		(l) => l.visible
	);
	return {
		gap,
		cases,
		mandates,
		groups,
		meetings,
		proposals,
		decisions,
		measures,
		reviews,
		feedback,
		passedOn,
		sheets,
		reports: {
			reports: shown(evidence.reports),
			confirmations: shown(evidence.confirmations),
			municipalities: shown(evidence.municipalities),
			carriers: shown(evidence.carriers),
			firstAt
		},
		events: await eventsOn(tx, tracked)
	};
}

const idsOf = (links: readonly { id: string }[]): string[] => links.map((l) => l.id);

async function gapOn(tx: Transaction, may: Readable, gapId: string, merged: number): Promise<Facts['gap']> {
	const found = await tx.execute<
		Facts['gap']
	>(sql`select 'service_gap' as type, id::text, ${may.service_gap} as visible, number, title, state,
		created_at as at, deferred_until as "deferredUntil", escalated_to as "escalatedTo" from service_gap where id = ${gapId}::uuid`);
	return { ...veiled(found.rows[0]!), merged };
}

/** Recalled analyses are on no thread; those not released yet are linked to none. */
async function casesOn(tx: Transaction, may: Readable, family: string[]): Promise<Link[]> {
	const found =
		await tx.execute<Link>(sql`select 'case_analysis' as type, id::text, ${may.case_analysis} as visible, number, title, state,
		released_at as at from case_analysis where id in (select case_id from gap_case where gap_id = any(${idList(family)}))
		and state in ('released', 'discussed', 'evaluated', 'archived') order by released_at limit 60`);
	return found.rows.map(veiled);
}

async function firstReportOn(tx: Transaction, family: string[]): Promise<string | null> {
	const found = await tx.execute<{ at: string | null }>(sql`select min(submitted_at) as at from gap_report
		where gap_id = any(${idList(family)}) and state = 'assigned'`);
	return found.rows[0]!.at;
}

/** Steps worth a line of their own – what begins something, its own line says; who took them is not told. */
const told = [
	'service_gap.confirm',
	'service_gap.prioritise',
	'service_gap.merge',
	'service_gap.unmerge',
	'service_gap.defer',
	'service_gap.escalate',
	'service_gap.not_confirmed',
	'service_gap.reopen',
	'service_gap.close',
	'mandate.accept',
	'mandate.report',
	'mandate.approve',
	'proposal.recommend',
	'proposal.admit',
	'proposal.return',
	'proposal.postpone',
	'proposal.refer',
	'measure.accept',
	'measure.block',
	'measure.finish',
	'measure.approve',
	'measure.close',
	'measure.drop',
	'measure.grant_extension'
];

async function eventsOn(tx: Transaction, things: readonly { type: string; id: string }[]): Promise<ThreadEvent[]> {
	if (!things.length) return [];
	const [types, ids] = [things.map((t) => t.type), things.map((t) => t.id)];
	const found =
		await tx.execute<ThreadEvent>(sql`select e.at, e.kind, e.thing_type as type, e.thing_id::text as id, e.data
		from unnest(${sql.param(types)}::text[], ${idList(ids)}) t (type, id)
		join event e on e.thing_type = t.type and e.thing_id = t.id
		where e.kind = any(${sql.param(told)}::text[]) order by e.id limit 300`);
	return found.rows;
}

/** What the pages of measures show: the list, one measure with its reports, and who could carry one out. */
import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { has, isInside, type Actor } from '#concepts/people/actor.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { ownMeasures, unitIn } from './directory.rights.server.ts';
import { helpersFor } from './helping.server.ts';
import { lightOf, type MeasureState } from './measures.rules.ts';
import { isUnit, mayMeasure, openMeasureSteps } from './policy.ts';
import { reviewLines } from './reviews.queries.server.ts';
import { decision, measure, progressReport } from './tables.server.ts';

export const measurePageSize = 25;

export const measureTabs = ['mine', 'waiting', 'all'] as const;
export type MeasureTab = (typeof measureTabs)[number];

/** `mine`: of the own house; `waiting`: for the office's word; units see their own only. */
export async function measuresPage(actor: Actor, tab: MeasureTab, page: number) {
	if (!isInside(actor) && !has(actor, 'responsible_unit')) return null;
	return look(async (tx) => {
		const mine = ownMeasures(actor);
		const where = and(
			isInside(actor) ? undefined : mine,
			tab === 'mine' ? mine : undefined,
			tab === 'waiting' ? inArray(measure.state, ['reported_done', 'extension_requested']) : undefined
		);
		const rows = await tx
			.select({
				id: measure.id,
				number: measure.number,
				title: measure.title,
				state: sql<MeasureState>`${measure.state}`,
				dueOn: measure.dueOn,
				unit: organisation.name
			})
			.from(measure)
			.innerJoin(organisation, eq(organisation.id, measure.organisationId))
			.where(where)
			.orderBy(sql`${measure.state} in ('closed', 'dropped')`, measure.dueOn, measure.number)
			.limit(measurePageSize)
			.offset((page - 1) * measurePageSize);
		const [all] = await tx.select({ n: count() }).from(measure).where(where);
		return {
			rows: rows.map((r) => ({ ...r, light: lightOf(r, today()) })),
			total: all?.n ?? 0,
			inside: isInside(actor)
		};
	});
}

/** Measures to choose from, by a part of number or title, the latest first; units are offered their own only. */
export const measuresNamed = (actor: Actor, part: string, most: number) =>
	look((tx) =>
		tx
			.select({ id: measure.id, number: measure.number, title: measure.title })
			.from(measure)
			.where(
				and(
					isInside(actor) ? undefined : unitIn(actor, 'measure'),
					part ? sql`strpos(lower(${measure.number} || ' ' || ${measure.title}), lower(${part})) > 0` : undefined
				)
			)
			.orderBy(desc(measure.issuedAt), measure.number)
			.limit(most)
	);

/** One measure; null when it does not exist for this actor. */
export const measurePage = (actor: Actor, id: string) =>
	look(async (tx) => {
		if (!isId(id)) return null;
		const contact = sql<string>`(select a.name from account a where a.id = ${measure.contactId})`;
		const deputy = sql<string | null>`(select a.name from account a where a.id = ${measure.deputyId})`;
		const helper = sql<string | null>`coalesce((select a.name from account a where a.id = ${measure.helperId}),
			(select h.name from organisation h where h.id = ${measure.helperOrganisationId}))`;
		const [row] = await tx
			.select({
				measure,
				contact,
				deputy,
				helper,
				organisation: organisation.name,
				bodyId: decision.bodyId,
				number: decision.number,
				wording: decision.wording,
				proposalTitle: proposal.title
			})
			.from(measure)
			.innerJoin(decision, eq(decision.id, measure.decisionId))
			.innerJoin(organisation, eq(organisation.id, measure.organisationId))
			.leftJoin(proposal, eq(proposal.id, decision.proposalId))
			.where(eq(measure.id, id));
		if (!row) return null;
		const found = { ...row.measure, state: row.measure.state as MeasureState, bodyId: row.bodyId };
		if (!mayMeasure(actor, 'read', found)) return null;
		const reports = await tx
			.select({
				id: progressReport.id,
				text: progressReport.text,
				nextStep: progressReport.nextStep,
				delayReason: progressReport.delayReason,
				blockedBy: progressReport.blockedBy,
				helper: progressReport.helper,
				createdAt: progressReport.createdAt
			})
			.from(progressReport)
			.where(eq(progressReport.measureId, id))
			.orderBy(desc(progressReport.createdAt))
			.limit(100);
		const steps = openMeasureSteps(actor, found);
		const seesDecision = isInside(actor) || isUnit(actor, found);
		return {
			...row,
			// Security: who is asked for help reads the measure and why it is blocked, not what else was decided and said
			...(!seesDecision && { number: '', wording: '', proposalTitle: null }),
			measure: found,
			light: lightOf(found, today()),
			reports: seesDecision ? reports : reports.slice(0, 1),
			reviews: isInside(actor) ? await reviewLines(tx, id) : [],
			steps,
			seesDecision,
			helpers: steps.includes('block')
				? (await helpersFor(tx)).map(({ value, label, house }) => ({ value, label, house }))
				: []
		};
	});

export type MeasureLine = {
	id: string;
	number: string;
	title: string;
	state: MeasureState;
	dueOn: string;
	organisation: string;
	contact: string;
};

/** The measures of one decision. */
export const measureLines = async (tx: Transaction, decisionId: string) => {
	const rows = await tx
		.select({
			id: measure.id,
			number: measure.number,
			title: measure.title,
			state: measure.state,
			dueOn: measure.dueOn,
			organisation: organisation.name,
			contact: account.name
		})
		.from(measure)
		.innerJoin(organisation, eq(organisation.id, measure.organisationId))
		.innerJoin(account, eq(account.id, measure.contactId))
		.where(eq(measure.decisionId, decisionId))
		.orderBy(measure.number);
	return (rows as MeasureLine[]).map((m) => ({ ...m, light: lightOf(m, today()) }));
};

/** Who can be the contact of a measure, by organisation. */
export const contactOptions = (tx: Transaction) =>
	tx
		.select({ id: account.id, name: account.name, organisationId: organisation.id, organisation: organisation.name })
		.from(account)
		.innerJoin(organisation, eq(organisation.id, account.organisationId))
		.where(
			and(
				inArray(account.state, ['active', 'invited']),
				sql`not exists (select from account_role r where r.account_id = ${account.id} and r.role in ('administrator', 'data_protection'))`
			)
		)
		.orderBy(organisation.name, account.name);

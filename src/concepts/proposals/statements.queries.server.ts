/** What pages show of statements: the own page of whoever was asked, and all of them on the workbench. */
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { fits } from '#platform/step.ts';
import { may, type ProposalThing } from './policy.ts';
import { released } from './rules.ts';
import {
	answerable,
	askable,
	isSameText,
	isStatementOverdue,
	statementSteps,
	textSeen,
	type StatementAnswer
} from './statements.rules.ts';
import { canBeAsked } from './statements.store.server.ts';
import { statement } from './statements.tables.server.ts';
import * as store from './store.server.ts';
import type { Proposal } from './store.server.ts';
import { proposal } from './tables.server.ts';

/**
 * The page of whoever was asked. Security: question, title and three parts of the text; neither the group, nor gaps,
 * cases, evidence or comments. Null for everybody else.
 */
export const statementPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		if (!isSomebody(actor) || !isId(id)) return null;
		const [s] = await tx
			.select()
			.from(statement)
			.where(and(eq(statement.id, id), eq(statement.accountId, actor.id)));
		const p = s && (await store.find(tx, s.proposalId));
		if (!p || !may(actor, 'answer', { ...p, askedId: s.accountId })) return null;
		const isOpen = fits(statementSteps.answer, s.state) && answerable.includes(p.state);
		const { question, dueOn, state, answer, text, answeredAt } = s;
		return {
			statement: { id, question, dueOn, state, answer, text, answeredAt, overdue: isStatementOverdue(s, today()) },
			number: p.number,
			isOpen,
			// afterwards only what was answered to; the text that the group goes on with is its own again
			shown: isOpen ? textSeen(p) : s.seen
		};
	});

export type StatementShown = {
	id: string;
	organisation: string;
	person: string;
	question: string;
	dueOn: string;
	state: 'asked' | 'answered';
	overdue: boolean;
	answer: StatementAnswer | null;
	text: string;
	answeredAt: Date | null;
	/** The words it is about are others by now. */
	outdated: boolean;
};

/** On the workbench: the answered ones for all who may read it, the open ones – never their drafts – for those who ask. */
export async function statementsOn(tx: Transaction, actor: Actor, p: Proposal): Promise<StatementShown[]> {
	const states = may(actor, 'ask', p) ? (['asked', 'answered'] as const) : (['answered'] as const);
	const rows = await tx
		.select({ s: statement, organisation: organisation.name, person: account.name })
		.from(statement)
		.innerJoin(organisation, eq(organisation.id, statement.organisationId))
		.innerJoin(account, eq(account.id, statement.accountId))
		.where(and(eq(statement.proposalId, p.id), inArray(statement.state, [...states])))
		.orderBy(asc(statement.dueOn), asc(statement.askedAt));
	return rows.map(({ s, organisation, person }): StatementShown => {
		const isAnswered = s.answeredAt !== null;
		return {
			id: s.id,
			organisation,
			person,
			question: s.question,
			dueOn: s.dueOn,
			state: isAnswered ? 'answered' : 'asked',
			overdue: isStatementOverdue(s, today()),
			answer: isAnswered ? (s.answer as StatementAnswer) : null,
			text: isAnswered ? s.text : '',
			answeredAt: s.answeredAt,
			outdated: s.seen !== null && !isSameText(s.seen, textSeen(p))
		};
	});
}

export const mayAskNow = (actor: Actor, p: ProposalThing): boolean => may(actor, 'ask', p) && askable.includes(p.state);

/** Everybody who can be asked, with the organisation that he or she speaks for. */
export const askablePeople = (tx: Transaction, bodyId: string, except: string | null) =>
	tx
		.select({ id: account.id, name: account.name, organisation: organisation.name })
		.from(account)
		.innerJoin(organisation, eq(organisation.id, account.organisationId))
		.where(and(canBeAsked(bodyId), except ? sql`${account.id} <> ${except}::uuid` : undefined))
		.orderBy(organisation.name, account.name);

/** Open requests whose day is near or past, for the job that reminds. */
export const statementsDue = (): Promise<string[]> =>
	look(async (tx) => {
		const { statementReminderDays } = await settingsOf(tx);
		const rows = await tx
			.select({ id: statement.id })
			.from(statement)
			.innerJoin(proposal, eq(proposal.id, statement.proposalId))
			.where(
				and(
					inArray(statement.state, [...statementSteps.answer.from]),
					lte(statement.dueOn, addDays(today(), statementReminderDays)),
					inArray(proposal.state, [...answerable])
				)
			)
			.orderBy(statement.dueOn, statement.id);
		return rows.map((r) => r.id);
	});

export type Objections = { refusals: number; dissents: number };
/** Statements that refuse a proposal and dissenting votes on it, by its id; none where there are none. */
export async function objectionsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Objections>> {
	const among = sql`any(${sql.param([...ids])}::uuid[])`;
	const refusing: StatementAnswer = 'refuse';
	const found = await tx.execute<Objections & { id: string }>(sql`select id,
			count(*) filter (where not dissents)::int as refusals, count(*) filter (where dissents)::int as dissents from (
			select proposal_id as id, false as dissents from statement
				where answer = ${refusing} and answered_at is not null and proposal_id = ${among}
			union all select proposal_id, true from dissenting_vote where proposal_id = ${among}) x
		group by id`);
	return new Map(found.rows.map(({ id, ...n }) => [id, n]));
}

/**
 * Statements that an organisation still owes, the next day first; `mine`: this very person was asked. Security: what the
 * proposal is called is for whoever was asked, and for all once it is released.
 */
export async function owedStatements(tx: Transaction, actor: Actor) {
	const shown = sql`(s.account_id = ${actor.id}::uuid or p.state = any(${sql.param([...released])}::text[]))`;
	const found = await tx.execute<{
		id: string;
		number: string | null;
		title: string | null;
		dueOn: string;
		mine: boolean;
	}>(sql`
		select s.id, case when ${shown} then p.number end as number, case when ${shown} then p.title end as title, s.due_on::text as "dueOn", s.account_id = ${actor.id}::uuid as mine
		from statement s join proposal p on p.id = s.proposal_id
		where s.organisation_id = ${actor.organisationId}::uuid and s.state = ${statementSteps.draft.to}
			and p.state = any(${sql.param([...answerable])}::text[])
		order by s.due_on, p.number limit 6`);
	return found.rows;
}

/** The verbs of statements: the group or the office asks, whoever was asked answers once, reminders go by the clock. */
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { isSomebody, nobody, type Actor } from '#concepts/people/actor.ts';
import { isReminded } from '#concepts/people/reminders.server.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { settled } from './outline.store.server.ts';
import { may } from './policy.ts';
import { isWorkable } from './rules.ts';
import {
	answerable,
	askable,
	isSameText,
	needsWords,
	reminderOf,
	statementSteps,
	textSeen,
	type StatementAnswer,
	type StatementReminder,
	type TextSeen
} from './statements.rules.ts';
import * as statements from './statements.store.server.ts';
import type { Statement } from './statements.store.server.ts';
import { thing } from './steps.server.ts';
import * as store from './store.server.ts';
import type { Proposal } from './store.server.ts';

const statementThing = (id: string) => ({ type: 'statement', id });

export type Asking = { accountId: string; question: string; dueOn: string };
export const askStatement = (actor: Actor, proposalId: string, asking: Asking): Promise<Result<string>> =>
	change(actor, async (c) => {
		const p = await store.lock(c.tx, proposalId);
		if (!p || !may(actor, 'read', p)) return no('not_found');
		if (!may(actor, 'ask', p) || !isSomebody(actor)) return no('forbidden');
		if (!askable.includes(p.state)) return no('wrong_state');
		const person = await statements.askedPerson(c.tx, p.bodyId, asking.accountId);
		const issues: Issue[] = [
			...(person ? [] : [{ field: 'accountId', message: m.proposals_issue_person() }]),
			...(asking.question.trim() ? [] : [{ field: 'question', message: m.proposals_issue_question() }]),
			...(asking.dueOn >= today() ? [] : [{ field: 'statementDueOn', message: m.proposals_issue_statement_day() }])
		];
		if (!person || issues.length) return no('incomplete', issues);
		const { accountId, dueOn } = asking;
		const question = asking.question.trim();
		const { organisationId } = person;
		const row = { proposalId, organisationId, accountId, question, dueOn, askedBy: actor.id };
		const id = await statements.insertStatement(c.tx, row);
		c.record('statement.ask', statementThing(id), { proposalId, dueOn }, [{ to: accountId, note: 'query' }]);
		return yes(id);
	});

/** An unanswered request is taken back; whoever was asked hears of it and sees no more of the proposal. */
export const withdrawStatement = (actor: Actor, proposalId: string, id: string): Promise<Result<string>> =>
	change(actor, async (c) => {
		const p = await store.lock(c.tx, proposalId);
		if (!p || !may(actor, 'read', p)) return no('not_found');
		if (!may(actor, 'ask', p)) return no('forbidden');
		const s = await statements.lockStatement(c.tx, id);
		if (s?.proposalId !== p.id) return no('not_found');
		if (!fits(statementSteps.withdraw, s.state)) return no('wrong_state');
		await statements.setStatement(c.tx, id, { state: statementSteps.withdraw.to, answer: '', text: '' });
		c.record('statement.withdraw', statementThing(id), { proposalId }, [{ to: s.accountId, note: 'proposal' }]);
		return yes(id);
	});

/** Security: whoever was not asked, or from whom it was taken back, gets the same answer as for what does not exist. */
async function enter(c: Change, actor: Actor, id: string): Promise<Result<{ s: Statement; p: Proposal }>> {
	const proposalId = await statements.proposalOf(c.tx, id);
	const p = proposalId ? await store.lock(c.tx, proposalId) : null;
	const s = p && (await statements.lockStatement(c.tx, id));
	if (!p || !s || !may(actor, 'answer', { ...p, askedId: s.accountId })) return no('not_found');
	if (!fits(statementSteps.answer, s.state) || !answerable.includes(p.state)) return no('wrong_state');
	return yes({ s, p });
}

export type Answering = { answer: StatementAnswer | ''; text: string };
export const draftStatement = (actor: Actor, id: string, given: Answering): Promise<Result<string>> =>
	change(actor, async (c) => {
		const entered = await enter(c, actor, id);
		if (!entered.ok) return entered;
		await statements.setStatement(c.tx, id, { answer: given.answer, text: given.text.trim() });
		c.record('statement.draft', statementThing(id));
		return yes(id);
	});

/** Once and for good. `seen`: the words it is about, as they were read; others by now are read first. */
export const answerStatement = (actor: Actor, id: string, given: Answering, seen: TextSeen): Promise<Result<string>> =>
	change(actor, async (c) => {
		const entered = await enter(c, actor, id);
		if (!entered.ok) return entered;
		const { s, p } = entered.value;
		const { answer } = given;
		const text = given.text.trim();
		if (!answer) return no('incomplete', [{ field: 'answer', message: m.proposals_issue_answer() }]);
		if (needsWords(answer) && !text) return no('incomplete', [{ field: 'text', message: m.proposals_issue_words() }]);
		const current = textSeen(isWorkable(p.state) ? (await settled(c.tx, p)).row : p);
		if (!isSameText(current, seen)) return no('conflict', [{ field: '', message: m.proposals_issue_text_changed() }]);
		const answered = { state: statementSteps.answer.to, answer, text, seen: current, answeredAt: now() };
		await statements.setStatement(c.tx, id, answered);
		const tells = [...new Set([s.askedBy, ...(await officeOf(c.tx))])].map((to) => ({ to, note: 'proposal' }));
		c.record('statement.answer', thing(p.id), { statementId: id, answer }, tells);
		return yes(id);
	});

/** By the job: once when the day comes near and once when it has passed. The row is locked, so two nodes remind once. */
export const remindOfStatement = (id: string): Promise<Result<StatementReminder>> =>
	change(nobody, async (c) => {
		const proposalId = await statements.proposalOf(c.tx, id);
		const p = proposalId ? await store.lock(c.tx, proposalId) : null;
		const s = p && (await statements.lockStatement(c.tx, id));
		if (!p || !s || !answerable.includes(p.state)) return no('not_found');
		const reminder = reminderOf(s, today(), (await settingsOf(c.tx)).statementReminderDays);
		const kind = `statement.${reminder}`;
		if (!reminder || (await isReminded(c.tx, statementThing(id), kind, s.dueOn))) return no('wrong_state');
		if (!isSomebody(await actorOf(s.accountId, c.tx))) return no('forbidden');
		const tells = [{ to: s.accountId, note: 'deadline' }];
		c.record(kind, statementThing(id), { proposalId, dueOn: s.dueOn }, tells);
		return yes(reminder);
	});

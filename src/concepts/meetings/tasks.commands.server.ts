/** Tasks from meetings: who does what until when. */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { isWritable } from './access.ts';
import { enter } from './door.server.ts';
import { mayTask } from './policy.ts';
import { minutesSteps, taskSteps, type TaskStep } from './rules.ts';
import { agendaOf, lockMeeting } from './store.server.ts';
import { assigneesOf } from './tasks.queries.server.ts';
import { task } from './tables.server.ts';

export type TaskInput = { title: string; assigneeId: string; dueOn: string; itemId?: string | null };

async function lacksOf(tx: Transaction, bodyId: string, meetingId: string | null, input: TaskInput): Promise<Issue[]> {
	const issues: Issue[] = [];
	if (!input.title.trim()) issues.push({ field: 'title', message: m.meetings_issue_task_title() });
	if (!input.dueOn) issues.push({ field: 'dueOn', message: m.meetings_issue_task_due() });
	const possible = await assigneesOf(tx, bodyId, meetingId);
	if (!possible.some((p) => p.accountId === input.assigneeId))
		issues.push({ field: 'assigneeId', message: m.meetings_issue_task_who() });
	return issues;
}

export const addTask = (actor: Actor, meetingId: string, input: TaskInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, meetingId, 'add_task', 'task');
		if (!entered.ok) return entered;
		const { bodyId, minutesState } = entered.value;
		if (!isWritable(minutesState)) return settled();
		const issues = await lacksOf(tx, bodyId, meetingId, input);
		if (issues.length) return no('incomplete', issues);
		const itemId = (await agendaOf(tx, meetingId)).find((i) => i.id === input.itemId)?.id ?? null;
		const values = {
			bodyId,
			meetingId,
			itemId,
			title: input.title.trim(),
			assigneeId: input.assigneeId,
			dueOn: input.dueOn
		};
		const [made] = await tx.insert(task).values(values).returning();
		record('task.add', { type: 'task', id: made!.id }, { meetingId, dueOn: input.dueOn }, [
			{ to: input.assigneeId, note: 'task' }
		]);
		return yes(made!.id);
	});

async function lockTask(tx: Transaction, id: string) {
	return isId(id) ? ((await tx.select().from(task).where(eq(task.id, id)).for('update'))[0] ?? null) : null;
}
/** The meeting first, as everywhere; minutes under review name the task as it is. */
async function lockTaskInMinutes(tx: Transaction, id: string) {
	const [row] = isId(id) ? await tx.select({ of: task.meetingId }).from(task).where(eq(task.id, id)) : [];
	const of = row?.of ? await lockMeeting(tx, row.of, null) : null;
	const found = await lockTask(tx, id);
	return { found, isUnderReview: of !== null && fits(minutesSteps.rework, of.minutesState) };
}
const settled = () => no('wrong_state', [{ field: '', message: m.meetings_issue_results_settled() }]);

/** Steps that change what minutes say, which do not name what was dropped. */
const changesMinutes: readonly TaskStep[] = ['drop', 'reopen'];

/** A new wording, person or date; the new person hears of it. */
export const editTask = (actor: Actor, id: string, input: TaskInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const { found, isUnderReview } = await lockTaskInMinutes(tx, id);
		if (!found || !mayTask(actor, 'read', found)) return no('not_found');
		if (!mayTask(actor, 'change', found)) return no('forbidden');
		if (isUnderReview) return settled();
		if (!fits(taskSteps.finish, found.state)) return no('wrong_state');
		const issues = await lacksOf(tx, found.bodyId, found.meetingId, input);
		if (issues.length) return no('incomplete', issues);
		await tx
			.update(task)
			.set({ title: input.title.trim(), assigneeId: input.assigneeId, dueOn: input.dueOn })
			.where(eq(task.id, id));
		record('task.edit', { type: 'task', id }, { oldDueOn: found.dueOn, dueOn: input.dueOn }, [
			{ to: input.assigneeId, note: 'task' }
		]);
		return yes(id);
	});

export const takeTaskStep = (actor: Actor, id: string, step: TaskStep) =>
	change<string>(actor, async ({ tx, record }) => {
		const { found, isUnderReview } = changesMinutes.includes(step)
			? await lockTaskInMinutes(tx, id)
			: { found: await lockTask(tx, id), isUnderReview: false };
		if (!found || !mayTask(actor, 'read', found)) return no('not_found');
		if (!mayTask(actor, step, found)) return no('forbidden');
		if (!fits(taskSteps[step], found.state)) return no('wrong_state');
		if (isUnderReview) return settled();
		const set = { state: taskSteps[step].to, doneAt: step === 'finish' ? now() : null };
		await tx
			.update(task)
			.set(set)
			.where(and(eq(task.id, id), eq(task.state, found.state)));
		const tells = found.assigneeId ? [{ to: found.assigneeId, note: 'task' }] : [];
		record(
			`task.${step}`,
			{ type: 'task', id },
			{ from: found.state, to: set.state, meetingId: found.meetingId },
			tells
		);
		return yes(id);
	});

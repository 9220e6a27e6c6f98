/** When somebody is reminded of a task, and which tasks a list shows. Pure. */
import { addDays } from '#platform/clock.ts';
import { fits } from '#platform/step.ts';
import { isTaskOverdue, taskSteps, type TaskState } from './rules.ts';

export const reminders = ['soon', 'overdue'] as const;
export type Reminder = (typeof reminders)[number];

/** `days`: how many days before its day; on the day itself it is still in time. A late one is not also called near. */
export function reminderOf(
	task: { state: TaskState; dueOn: string | null },
	today: string,
	days: number
): Reminder | null {
	if (isTaskOverdue(task, today)) return 'overdue';
	if (!fits(taskSteps.finish, task.state) || task.dueOn === null) return null;
	return task.dueOn <= addDays(today, days) ? 'soon' : null;
}

/** soon: from today on, as many days as reminders come before. */
export const dueFilters = ['overdue', 'soon'] as const;
export type DueFilter = (typeof dueFilters)[number];

/** The draft of minutes that the end of a meeting yields: attendance, results, tasks – and the notes taken meanwhile. */
import { and, asc, eq, ne } from 'drizzle-orm';
import { account } from '#concepts/people/tables.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import { zone } from '#platform/clock.ts';
import { invitedTo, type Invited } from './invitation.store.server.ts';
import type { Attendance } from './rules.ts';
import { agendaOf, type Item, type Meeting } from './store.server.ts';
import { task } from './tables.server.ts';

/** Minutes of a German county are German, whoever ends the meeting. */
const inGerman = { locale: 'de' } as const;
const day = (on: string | null) => (on ? on.split('-').reverse().join('.') : '');
/** Typed text must not become markup by accident at the start of a line. */
const line = (s: string) => s.replace(/\s*\n\s*/g, ' ').trim();

type Task = { title: string; itemId: string | null; dueOn: string | null; name: string | null };

/** In the light markup of markup.ts. */
export async function draftOf(tx: Transaction, found: Meeting): Promise<string> {
	const [invited, items, tasks] = [
		await invitedTo(tx, found.id),
		await agendaOf(tx, found.id),
		await tasksOf(tx, found.id)
	];
	const parts = [...timesOf(found), ...attendanceOf(invited), ...items.flatMap((item, i) => itemPart(item, i, tasks))];
	const others = tasks.filter((t) => !items.some((i) => i.id === t.itemId));
	if (others.length) parts.push(`## ${m.meetings_draft_tasks({}, inGerman)}`, list(others));
	if (found.minutes.trim()) parts.push(`## ${m.meetings_draft_notes({}, inGerman)}`, found.minutes.trim());
	return parts.join('\n\n');
}

const tasksOf = (tx: Transaction, meetingId: string): Promise<Task[]> =>
	tx
		.select({ title: task.title, itemId: task.itemId, dueOn: task.dueOn, name: account.name })
		.from(task)
		.leftJoin(account, eq(account.id, task.assigneeId))
		.where(and(eq(task.meetingId, meetingId), ne(task.state, 'dropped')))
		.orderBy(asc(task.createdAt));

function timesOf(found: Meeting): string[] {
	if (!found.startedAt || !found.endedAt) return [];
	const clock = new Intl.DateTimeFormat('de-DE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
	return [
		m.meetings_draft_times({ from: clock.format(found.startedAt), until: clock.format(found.endedAt) }, inGerman)
	];
}

function attendanceOf(invited: readonly Invited[]): string[] {
	const named = (a: Attendance) =>
		invited.filter((i) => i.attendance === a).map((i) => `${i.name} (${i.organisation})`);
	const groups: [Attendance, string][] = [
		['present', m.meetings_attendance_present({}, inGerman)],
		['excused', m.meetings_attendance_excused({}, inGerman)],
		['absent', m.meetings_attendance_absent({}, inGerman)]
	];
	const lines = groups.filter(([a]) => named(a).length).map(([a, word]) => `- **${word}:** ${named(a).join(', ')}`);
	return lines.length ? [`## ${m.meetings_draft_attendance({}, inGerman)}`, lines.join('\n')] : [];
}

function itemPart(item: Item, i: number, tasks: readonly Task[]): string[] {
	const word = m[`meetings_item_state_${item.state}`]({}, inGerman);
	const result = item.result.trim() || `${word}.`;
	const own = tasks.filter((t) => t.itemId === item.id);
	return [
		`## TOP ${i + 1}: ${line(item.title)}`,
		result,
		...(own.length ? [`**${m.meetings_draft_tasks({}, inGerman)}:**`, list(own)] : [])
	];
}
const list = (tasks: readonly Task[]): string =>
	tasks
		.map(
			(t) =>
				`- ${line(t.title)} (${[t.name, t.dueOn ? m.meetings_draft_until({ day: day(t.dueOn) }, inGerman) : ''].filter(Boolean).join(', ')})`
		)
		.join('\n');

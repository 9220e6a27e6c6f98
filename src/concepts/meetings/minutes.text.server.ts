/** The minutes as a whole: times and attendance from the records, then each item with what the document says under it. */
import { and, asc, eq, ne } from 'drizzle-orm';
import type * as Y from 'yjs';
import { account } from '#concepts/people/tables.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import { taskText } from './blocks.words.ts';
import { partOf } from './document.shape.ts';
import { blocksOf } from './document.text.ts';
import { invitedTo, type Invited } from './invitation.store.server.ts';
import { paragraph, tasksIn, text, type Block, type Heading } from './minutes.blocks.ts';
import type { Attendance } from './rules.ts';
import { agendaOf, type Item, type Meeting } from './store.server.ts';
import { task } from './tables.server.ts';
import { clockText } from './times.ts';

/** Minutes of a German county are German, whoever reads them. */
const inGerman = { locale: 'de' } as const;
const heading = (words: string): Heading => ({ type: 'heading', level: 2, content: [text(words)] });

type Task = { id: string; title: string; itemId: string | null; dueOn: string | null; name: string | null };

export async function minutesOf(tx: Transaction, found: Meeting, doc: Y.Doc): Promise<Block[]> {
	const items = (await agendaOf(tx, found.id)).map((item) => {
		const part = partOf(doc, item.id);
		return { item, blocks: part ? blocksOf(part) : [] };
	});
	const inText = new Set(items.flatMap((i) => tasksIn(i.blocks).map((t) => t.id)));
	const tasks = (await tasksOf(tx, found.id)).filter((t) => !inText.has(t.id));
	const others = tasks.filter((t) => !items.some((i) => i.item.id === t.itemId));
	return [
		...timesOf(found),
		...attendanceOf(
			await invitedTo(tx, found.id),
			items.map((i) => i.item.id)
		),
		...items.flatMap(({ item, blocks }, i) => itemOf(item, i, blocks, tasks)),
		...(others.length ? [heading(m.meetings_draft_tasks({}, inGerman)), list(others)] : [])
	];
}

/** Tasks from forms; those of the document stand in it. */
const tasksOf = (tx: Transaction, meetingId: string): Promise<Task[]> =>
	tx
		.select({ id: task.id, title: task.title, itemId: task.itemId, dueOn: task.dueOn, name: account.name })
		.from(task)
		.leftJoin(account, eq(account.id, task.assigneeId))
		.where(and(eq(task.meetingId, meetingId), ne(task.state, 'dropped')))
		.orderBy(asc(task.createdAt));

function timesOf({ startedAt, endedAt }: Meeting): Block[] {
	if (!startedAt || !endedAt) return [];
	return [paragraph(m.meetings_draft_times({ from: clockText(startedAt), until: clockText(endedAt) }, inGerman))];
}

function attendanceOf(invited: readonly Invited[], items: readonly string[]): Block[] {
	const nameOf = (i: Invited): string => {
		const at = i.presentFrom ? items.indexOf(i.presentFrom) + 1 : 0;
		return `${i.name} (${[i.organisation, at ? m.meetings_draft_from_item({ item: at }, inGerman) : ''].filter(Boolean).join(', ')})`;
	};
	const words: [Attendance, string][] = [
		['present', m.meetings_attendance_present({}, inGerman)],
		['excused', m.meetings_attendance_excused({}, inGerman)],
		['absent', m.meetings_attendance_absent({}, inGerman)]
	];
	const lines = words.flatMap(([a, word]): Block[][] => {
		const names = invited.filter((i) => i.attendance === a).map(nameOf);
		return names.length
			? [[{ type: 'paragraph', content: [text(`${word}:`, { bold: true }), text(` ${names.join(', ')}`)] }]]
			: [];
	});
	return lines.length
		? [heading(m.meetings_draft_attendance({}, inGerman)), { type: 'list', ordered: false, items: lines }]
		: [];
}

function itemOf(item: Item, i: number, blocks: readonly Block[], tasks: readonly Task[]): Block[] {
	const word = m[`meetings_item_state_${item.state}`]({}, inGerman);
	const own = tasks.filter((t) => t.itemId === item.id);
	const result = item.result.trim();
	const lines = (result || `${word}.`).split(/\n+/).filter((line) => line.trim());
	return [
		heading(`TOP ${i + 1}: ${item.title.replace(/\s*\n\s*/g, ' ').trim()}`),
		...blocks,
		...lines.map(paragraph),
		...(own.length
			? [
					{ type: 'paragraph' as const, content: [text(`${m.meetings_draft_tasks({}, inGerman)}:`, { bold: true })] },
					list(own)
				]
			: [])
	];
}
const list = (tasks: readonly Task[]): Block => ({
	type: 'list',
	ordered: false,
	items: tasks.map((t) => {
		const who = taskText({ assigneeName: t.name ?? '', dueOn: t.dueOn });
		return [paragraph(`${t.title.replace(/\s*\n\s*/g, ' ').trim()}${who ? ` (${who})` : ''}`)];
	})
});

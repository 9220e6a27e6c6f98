/** What waits, what is carried on, and what lets a meeting end: proposals, postponed items, open tasks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '#platform/change.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { approveByCirculation } from '../../../tests/committee-minutes.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem, editItem, link, takeOff, unlink } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { itemDecided, scheduleProposal } from './handed.commands.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { approve, circulate } from './minutes.commands.server.ts';
import { meetingPage } from './queries.server.ts';
import { settleItem } from './running.commands.server.ts';
import { takeUpAll, takeUpTask } from './taking-up.commands.server.ts';
import { addTask, takeTaskStep } from './tasks.commands.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const at = (days: number) => new Date(now().getTime() + days * 86_400_000);
const times = (days: number) => ({ startsAt: at(days), endsAt: at(days + 0.1), place: '', link: '' });
const item = (title: string, kind: 'discussion' | 'decision' = 'discussion') => ({
	kind,
	title,
	minutes: 10,
	rapporteur: ''
});
const draft = async (bodyId: string, days = 30) =>
	value(await call(w.koordination, bodyId, { title: 'Sitzung', ...times(days) }));
async function begun(id: string) {
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	value(await start(w.koordination, id));
}
const items = async (id: string) => (await meetingPage(w.koordination, id))!.items;

describe('a decision item of the committee that is linked to a proposal', () => {
	const about = { type: 'proposal' as const, id: crypto.randomUUID() };

	it('is unlinked, changed, taken off and finished like any other, when the proposal is not scheduled for it', async () => {
		const id = await draft(w.committee);
		const [one, two, three, four] = [
			value(await addItem(w.koordination, id, item('Rückblick', 'decision'))),
			value(await addItem(w.koordination, id, item('Haushalt', 'decision'))),
			value(await addItem(w.koordination, id, item('Personal', 'decision'))),
			value(await addItem(w.koordination, id, item('Räume', 'decision')))
		];
		for (const i of [one, two, three, four]) value(await link(w.koordination, i, about));
		value(await unlink(w.koordination, one, about));
		value(await editItem(w.koordination, two, item('Haushalt')));
		expect((await items(id)).map((i) => [i.title, i.kind, i.links.length])).toEqual([
			['Rückblick', 'decision', 0],
			['Haushalt', 'discussion', 1],
			['Personal', 'decision', 1],
			['Räume', 'decision', 1]
		]);
		value(await takeOff(w.koordination, three, 'remove'));
		await begun(id);
		value(await settleItem(w.koordination, one, { step: 'finish', result: '' }));
		value(await settleItem(w.koordination, two, { step: 'postpone', result: '' }));
		value(await end(w.koordination, id));
		expect((await items(id)).map((i) => i.state)).toEqual(['done', 'postponed', 'postponed']);
		value(await circulate(w.koordination, id, today()));
		await approveByCirculation(w, id);
	});

	it('stays as it is when the proposal is scheduled for this meeting, and says so', async () => {
		const id = await draft(w.committee);
		const linked = value(await addItem(w.koordination, id, item('Vorbesprechung')));
		value(await link(w.koordination, linked, about));
		const placed = { proposalId: about.id, meetingId: id, title: 'Vorlage' };
		const { itemId } = value(await change(w.koordination, (c) => scheduleProposal(c, placed)));
		const refusals = [
			await editItem(w.koordination, itemId, item('Vorlage')),
			await unlink(w.koordination, itemId, { ...about, id: about.id.toUpperCase() }),
			await takeOff(w.koordination, itemId, 'remove')
		];
		for (const r of refusals)
			expect(r).toMatchObject({
				ok: false,
				why: 'wrong_state',
				issues: [{ message: expect.stringMatching(/beschlossen/) as string }]
			});
		value(await editItem(w.koordination, itemId, item('Vorlage, neu gefasst', 'decision')));
		value(await unlink(w.koordination, linked, about));
		await begun(id);
		const decided = { meetingId: id, proposalId: about.id, wording: 'Beschlossen.' };
		expect(value(await change(w.vorsitz, (c) => itemDecided(c, decided))).itemId).toBe(itemId);
		value(await end(w.koordination, id));
		expect((await items(id)).map((i) => [i.title, i.state])).toEqual([
			['Vorbesprechung', 'postponed'],
			['Vorlage, neu gefasst', 'done']
		]);
	});
});

describe('the next agenda', () => {
	async function before() {
		const id = await draft(w.group);
		const topic = value(await addItem(w.koordination, id, item('Kinderbetreuung')));
		const done = value(await addItem(w.koordination, id, item('Begrüßung')));
		value(await link(w.koordination, topic, { type: 'service_gap', id: crypto.randomUUID() }));
		await begun(id);
		const give = async (title: string) =>
			value(
				await addTask(w.koordination, id, {
					title,
					assigneeId: w.mitglied.id,
					dueOn: addDays(today(), 20),
					itemId: topic
				})
			);
		const tasks = [await give('Bedarf abfragen'), await give('Merkblatt entwerfen')];
		value(await settleItem(w.koordination, done, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		return { id, topic, tasks };
	}
	const versionOf = async (id: string) => (await meetingPage(w.koordination, id))!.minutesPart.versions;

	it('takes up an open task, linked both ways, once; the old minutes stay as they were', async () => {
		const old = await before();
		const kept = await versionOf(old.id);
		const next = await draft(w.group, 60);
		const [first, second] = old.tasks as [string, string];
		for (const a of [w.mitglied, w.lenkung]) expect((await takeUpTask(a, next, first)).ok).toBe(false);
		const foreign = await draft(w.topicGroup, 60);
		expect(await takeUpTask(w.koordination, foreign, first)).toMatchObject({ ok: false, why: 'not_found' });
		const taken = value(await takeUpTask(w.koordination, next, first));
		expect(await takeUpTask(w.koordination, next, first)).toMatchObject({ ok: false, why: 'conflict' });
		value(await takeTaskStep(w.mitglied, second, 'finish'));
		expect(await takeUpTask(w.koordination, next, second)).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await items(next)).toMatchObject([
			{ id: taken, title: 'Bedarf abfragen', rapporteur: 'Olaf Wessels', from: { meetingId: old.id, taskId: first } }
		]);
		expect((await items(next))[0]!.links).toHaveLength(1);
		const tasksOf = async (a: Actor) => (await meetingPage(a, old.id))!.tasks.find((t) => t.id === first)!;
		expect((await tasksOf(w.koordination)).takenUp).toMatchObject([{ meetingId: next }]);
		expect((await tasksOf(w.mitglied)).takenUp).toEqual([]); // a draft is nobody's but theirs who lead
		value(await schedule(w.koordination, next));
		expect((await tasksOf(w.mitglied)).takenUp).toMatchObject([{ meetingId: next }]);
		value(await takeOff(w.koordination, taken, 'remove'));
		expect((await tasksOf(w.koordination)).takenUp).toEqual([]);
		value(await takeUpTask(w.koordination, next, first));
		expect(await versionOf(old.id)).toEqual(kept);
	});

	it('takes up all that was postponed and all open tasks with one step', async () => {
		const old = await before();
		const next = await draft(w.group, 60);
		const page = (await meetingPage(w.koordination, next))!;
		const offered = page.backlog.filter((b) => b.carriedFromId).length + page.earlierTasks.length;
		expect(value(await takeUpAll(w.koordination, next))).toBe(offered);
		const taken = await items(next);
		expect(taken).toHaveLength(offered);
		expect(taken.find((i) => i.carriedFromId === old.topic)).toMatchObject({ from: { meetingId: old.id } });
		for (const taskId of old.tasks)
			expect(taken.find((i) => i.taskId === taskId)).toMatchObject({ from: { meetingId: old.id, taskId } });
		expect((await items(old.id)).find((i) => i.id === old.topic)).toMatchObject({ to: { meetingId: next } });
		expect(await takeUpAll(w.koordination, next)).toMatchObject({ ok: false, why: 'incomplete' });
		expect((await takeUpAll(w.mitglied, next)).ok).toBe(false);
	});
});

/** Minutes under review: what was given to those who were present is what is approved, to the letter. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { change } from '#platform/change.server.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { appendTo, readDocument } from '#realtime/log.server.ts';
import { writeLive } from '../../../tests/live-writer.ts';
import { approveByCirculation } from '../../../tests/committee-minutes.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { note } from './document.commands.server.ts';
import { partOf, roomOf } from './document.shape.ts';
import { append } from './document.write.ts';
import { documentWritten } from './document.written.server.ts';
import { itemDecided, scheduleProposal } from './handed.commands.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { approve, circulate, review, rework } from './minutes.commands.server.ts';
import { meetingPage } from './queries.server.ts';
import { recordAttendance, settleItem } from './running.commands.server.ts';
import { addTask, editTask, takeTaskStep } from './tasks.commands.server.ts';
import { minutesReply, minutesReview, minutesVersion } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const at = (days: number) => new Date(now().getTime() + days * 86_400_000);
const reviewUntil = () => addDays(today(), 14);
const taskInput = (title: string) => ({ title, assigneeId: w.mitglied.id, dueOn: addDays(today(), 20) });

async function running(bodyId = w.group) {
	const id = value(
		await call(w.koordination, bodyId, { title: 'Sitzung', startsAt: at(30), endsAt: at(30.1), place: '', link: '' })
	);
	const item = value(
		await addItem(w.koordination, id, { kind: 'discussion', title: 'Kinderbetreuung', minutes: 10, rapporteur: '' })
	);
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	value(await start(w.koordination, id));
	return { id, item };
}
async function held() {
	const made = await running();
	value(await recordAttendance(w.koordination, made.id, new Map([[w.mitglied.id, 'present']])));
	value(await settleItem(w.koordination, made.item, { step: 'finish', result: 'Beraten.' }));
	const task = value(await addTask(w.koordination, made.id, { ...taskInput('Räume suchen'), itemId: made.item }));
	value(await end(w.koordination, made.id));
	return { ...made, task };
}
const shown = async (id: string) => (await meetingPage(w.mitglied, id))!.minutesPart;
const approved = async (id: string) =>
	(await db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id)))[0]!;
const write = (id: string, item: string, words: string) =>
	writeLive(null, id, (doc) =>
		append(doc, partOf(doc, item)!, [{ type: 'paragraph', content: [{ type: 'text', text: words }] }])
	);

describe('minutes under review', () => {
	it('say to the letter what those who were present confirm, and are approved so', async () => {
		const { id } = await held();
		value(await circulate(w.koordination, id, reviewUntil()));
		const { draft, hash } = await shown(id);
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		value(await review(w.mitglied, id, { confirmed: true, objection: '', seen: hash }));
		await db.db.execute(`update account set name = 'Olaf Wessels-Brandt' where id = '${w.mitglied.id}'`);
		await db.db.execute(`update task set title = 'Etwas ganz anderes' where meeting_id = '${id}'`);
		expect((await shown(id)).draft).toBe(draft);
		value(await approve(w.koordination, id));
		await db.db.execute(`update account set name = 'Olaf Wessels' where id = '${w.mitglied.id}'`);
		expect(await approved(id)).toMatchObject({ html: draft, hash });
		const [reply] = await db.db.select().from(minutesReply).where(eq(minutesReply.meetingId, id));
		expect(reply!.hash).toBe(hash);
	});

	it('keep their tasks: none is added, changed, dropped or taken up again; doing one is no change of the words', async () => {
		const { id, task } = await held();
		const gone = value(await addTask(w.koordination, id, taskInput('Entfällt')));
		value(await takeTaskStep(w.koordination, gone, 'drop'));
		value(await circulate(w.koordination, id, reviewUntil()));
		for (const refused of [
			await addTask(w.koordination, id, taskInput('Nachgeschoben')),
			await editTask(w.koordination, task, taskInput('Umgeschrieben')),
			await takeTaskStep(w.koordination, task, 'drop'),
			await takeTaskStep(w.koordination, gone, 'reopen')
		])
			expect(refused).toMatchObject({
				ok: false,
				why: 'wrong_state',
				issues: [{ message: expect.any(String) as string }]
			});
		value(await takeTaskStep(w.mitglied, task, 'finish'));
		value(await rework(w.koordination, id));
		value(await takeTaskStep(w.koordination, task, 'reopen'));
		value(await editTask(w.koordination, task, taskInput('Umgeschrieben')));
		expect((await shown(id)).draft).toContain('Umgeschrieben');
	});

	it('once approved get no further task, while those they hold live on', async () => {
		const { id, task } = await held();
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		const before = await approved(id);
		expect(await addTask(w.koordination, id, taskInput('Zu spät'))).toMatchObject({ ok: false, why: 'wrong_state' });
		value(await editTask(w.koordination, task, taskInput('Räume suchen, auch im Umland')));
		value(await takeTaskStep(w.koordination, task, 'drop'));
		expect(await approved(id)).toEqual(before);
	});

	it('take no item for a decision that is recorded late', async () => {
		const { id, item } = await running(w.committee);
		const decide = (proposalId: string) =>
			change(w.vorsitz, (c) => itemDecided(c, { meetingId: id, proposalId, wording: 'Beschlossen.' }));
		value(await decide(crypto.randomUUID()));
		value(await settleItem(w.koordination, item, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		const count = async () => (await meetingPage(w.koordination, id))!.items.length;
		const refusal = {
			ok: false,
			why: 'wrong_state',
			issues: [{ message: expect.stringContaining('Protokoll') as string }]
		};
		expect(await decide(crypto.randomUUID())).toMatchObject(refusal);
		await approveByCirculation(w, id);
		expect(await decide(crypto.randomUUID())).toMatchObject(refusal);
		expect(await count()).toBe(2);
		expect(
			await change(w.koordination, (c) =>
				scheduleProposal(c, { proposalId: crypto.randomUUID(), meetingId: id, title: 'x' })
			)
		).toMatchObject({ ok: false });
	});

	it('are confirmed as they were read: who read an earlier draft reads again', async () => {
		const { id, item } = await held();
		value(await circulate(w.koordination, id, reviewUntil()));
		const { hash } = await shown(id);
		value(await rework(w.koordination, id));
		value(await note(w.koordination, id, item, 'Ein Satz mehr.'));
		value(await circulate(w.koordination, id, reviewUntil()));
		const stale = await review(w.mitglied, id, { confirmed: true, objection: '', seen: hash });
		expect(stale).toMatchObject({ ok: false, why: 'conflict', issues: [{ message: expect.any(String) as string }] });
		value(await review(w.mitglied, id, { confirmed: true, objection: '', seen: (await shown(id)).hash }));
	});

	it('are not approved without the words that were given for review, or when they do not fit their hash', async () => {
		const { id } = await held();
		value(await circulate(w.koordination, id, today()));
		await expect(db.db.update(minutesReview).set({ html: '<p>anders</p>' })).rejects.toThrow();
		const [kept] = await db.db.delete(minutesReview).where(eq(minutesReview.meetingId, id)).returning();
		expect(await approve(w.koordination, id)).toMatchObject({ ok: false, why: 'conflict' });
		await db.db.insert(minutesReview).values({ ...kept!, html: '<p>anders</p>' });
		expect(await approve(w.koordination, id)).toMatchObject({ ok: false, why: 'conflict' });
		value(await rework(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
	});

	it('hold what was on its way into the log, and take nothing that comes after', async () => {
		const { id, item } = await held();
		let commit = () => {};
		const open = new Promise<void>((resolve) => (commit = resolve));
		const late = db.db.transaction(async (tx) => {
			const doc = await readDocument(tx, roomOf(id));
			const before = Y.encodeStateVector(doc);
			append(doc, partOf(doc, item)!, [{ type: 'paragraph', content: [{ type: 'text', text: 'Gerade noch.' }] }]);
			await appendTo(tx, roomOf(id), Y.encodeStateAsUpdate(doc, before));
			await open;
		});
		await new Promise((resolve) => setTimeout(resolve, 200));
		const circulated = circulate(w.koordination, id, today());
		await new Promise((resolve) => setTimeout(resolve, 200));
		commit();
		await late;
		value(await circulated);
		expect((await shown(id)).draft).toContain('Gerade noch.');
		await expect(write(id, item, 'Zu spät.')).rejects.toThrow('sealed');
		await documentWritten(id);
		value(await rework(w.koordination, id));
		await write(id, item, 'Wieder möglich.');
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		const { html } = await approved(id);
		expect(html).toContain('Gerade noch.');
		expect(html).toContain('Wieder möglich.');
		expect(html).not.toContain('Zu spät.');
	});
});

/** The document of a meeting on the real database: begun, followed by rows, written by many, sealed, kept. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import { addDays, now, setClock, today } from '#platform/clock.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { readDocument } from '#realtime/log.server.ts';
import { writeLive } from '../../../tests/live-writer.ts';
import { approveByCirculation } from '../../../tests/committee-minutes.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem, editItem, link, moveItem, putOn, takeOff, unlink } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { beginDocument } from './document.begin.server.ts';
import { note, restorePassage, saveTemplate } from './document.commands.server.ts';
import * as shape from './document.shape.ts';
import { roomOf } from './document.shape.ts';
import { groupDecision } from './document.tables.server.ts';
import { blocksOf } from './document.text.ts';
import { append } from './document.write.ts';
import { documentWritten } from './document.written.server.ts';
import { scheduleProposal } from './handed.commands.server.ts';
import { fingerprint, invite, inviteFurther } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { markupOf } from './blocks.markup.ts';
import type { Block } from './minutes.blocks.ts';
import { approve, circulate, correct, rework } from './minutes.commands.server.ts';
import { meetingPage } from './queries.server.ts';
import { meetingRights, namesOf } from './room.server.ts';
import { recordAttendance, settleItem } from './running.commands.server.ts';
import { agendaItem, meeting, minutesVersion, task } from './tables.server.ts';
import { bodiesWithTemplate } from './template.queries.server.ts';
import { documentVersions, documentVersionSeen, versionCompared } from './versions.queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(() => setClock(null));

const at = (days: number) => new Date(now().getTime() + days * 86_400_000);
const times = (days: number) => ({ startsAt: at(days), endsAt: at(days + 0.1), place: 'Kreishaus', link: '' });
const item = (title: string) => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur: '' });
const uuid = () => crypto.randomUUID();

async function draft(bodyId = w.group, leader: Actor = w.koordination) {
	const id = value(await call(leader, bodyId, { title: 'Sitzung', ...times(30) }));
	const first = value(await addItem(leader, id, item('Begrüßung')));
	const second = value(await addItem(leader, id, item('Kinderbetreuung')));
	return { id, first, second };
}
async function invited(bodyId = w.group) {
	const made = await draft(bodyId);
	value(await schedule(w.koordination, made.id));
	const seen = fingerprint((await invitationPage(w.koordination, made.id))!.recipients);
	value(await invite(w.koordination, made.id, { seen, shortNoticeReason: '' }));
	return made;
}
async function held() {
	const made = await invited();
	value(await start(w.koordination, made.id));
	value(await recordAttendance(w.koordination, made.id, new Map([[w.mitglied.id, 'present']])));
	for (const i of [made.first, made.second]) value(await settleItem(w.koordination, i, { step: 'finish', result: '' }));
	value(await end(w.koordination, made.id));
	return made;
}
const read = (id: string) => db.db.transaction((tx) => readDocument(tx, roomOf(id)));
const live = (id: string, edit: (doc: Y.Doc) => void) => writeLive(w.koordination, id, edit);
const write = (id: string, itemId: string, blocks: Block[]) =>
	live(id, (doc) => append(doc, shape.partOf(doc, itemId)!, blocks));
const rows = async (id: string) => (await meetingPage(w.koordination, id))!.items;
const titles = async (id: string) => (await rows(id)).map((i) => i.title);
const kindsOf = async (id: string) =>
	(await db.db.select({ kind: event.kind }).from(event).where(eq(event.thingId, id)).orderBy(event.id)).map(
		(e) => e.kind
	);
const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const aTask = (id: string, title: string, assigneeId: string | null = null): Block => ({
	type: 'task',
	id,
	assigneeId,
	assigneeName: 'x',
	dueOn: '2031-05-01',
	content: [{ type: 'text', text: title }]
});

describe('the agenda', () => {
	it('is in the document, command by command, as it is in the rows', async () => {
		const { id, first, second } = await draft();
		const thing = { type: 'service_gap' as const, id: uuid() };
		value(
			await editItem(w.koordination, second, { kind: 'decision', title: 'Betreuung', minutes: 30, rapporteur: 'Jana' })
		);
		value(await moveItem(w.koordination, id, second, 'up'));
		value(await link(w.koordination, second, thing));
		value(await link(w.koordination, first, thing));
		value(await unlink(w.koordination, first, thing));
		const off = value(await addItem(w.koordination, id, item('Weg')));
		value(await takeOff(w.koordination, off, 'remove'));
		const doc = await read(id);
		expect(shape.isBegun(doc)).toBe(true);
		expect(shape.itemsOf(doc)).toMatchObject([
			{ id: second, title: 'Betreuung', kind: 'decision', minutes: 30, rapporteur: 'Jana', links: [thing] },
			{ id: first, title: 'Begrüßung', links: [] }
		]);
		expect((await rows(id)).map(({ id, title, links }) => ({ id, title, links }))).toEqual([
			{ id: second, title: 'Betreuung', links: [thing] },
			{ id: first, title: 'Begrüßung', links: [] }
		]);
	});

	it('that was written live is followed: order, title, new items, items taken off', async () => {
		const { id, first, second } = await draft();
		const added = uuid();
		await live(id, (doc) => {
			shape.setTitle(doc, first, 'Anfang');
			shape.setFields(doc, first, { minutes: 5, rapporteur: 'Levin' });
			shape.takeOff(doc, second);
			shape.addItem(doc, added, { ...item('Neu'), links: [{ type: 'measure', id: first }] }, first);
		});
		await documentWritten(id);
		expect(await rows(id)).toMatchObject([
			{ id: added, title: 'Neu', state: 'scheduled', position: 1, links: [{ type: 'measure', id: first }] },
			{ id: first, title: 'Anfang', minutes: 5, rapporteur: 'Levin', position: 2 }
		]);
		expect((await db.db.select().from(agendaItem).where(eq(agendaItem.id, second)))[0]!.state).toBe('removed');
		await live(id, (doc) => shape.partOf(doc, second)!.set('off', false));
		await documentWritten(id);
		expect(await titles(id)).toEqual(['Neu', 'Anfang', 'Kinderbetreuung']);
	});

	it('is never stale for a command, although nobody has projected it yet', async () => {
		const { id, first } = await invited();
		const added = uuid();
		await live(id, (doc) => shape.addItem(doc, added, item('Eben erst')));
		value(await start(w.koordination, id));
		value(await settleItem(w.koordination, added, { step: 'finish', result: 'Gut.' }));
		await live(id, (doc) => shape.takeOff(doc, first));
		value(await end(w.koordination, id));
		expect((await rows(id)).map((i) => [i.title, i.state])).toEqual([
			['Kinderbetreuung', 'postponed'],
			['Eben erst', 'done']
		]);
	});

	it('keeps the last title while a new one is being typed', async () => {
		const { id, first } = await draft();
		const added = uuid();
		await live(id, (doc) => {
			shape.setTitle(doc, first, '');
			shape.addItem(doc, added, item(''));
		});
		await documentWritten(id);
		expect(await titles(id)).toEqual(['Begrüßung', 'Kinderbetreuung', 'Neuer Tagesordnungspunkt']);
	});

	it('follows even what no database takes: NUL and half a letter', async () => {
		const { id, first, second } = await invited();
		await live(id, (doc) => {
			const broken = 'a\0b\ud83d';
			shape.setTitle(doc, first, broken);
			shape.setFields(doc, first, { rapporteur: broken });
			append(doc, shape.partOf(doc, first)!, [words(broken), aTask(uuid(), broken)]);
		});
		await documentWritten(id);
		expect((await rows(id))[0]).toMatchObject({ title: 'ab\ufffd', rapporteur: 'ab\ufffd' });
		value(await start(w.koordination, id));
		for (const i of [first, second]) value(await settleItem(w.koordination, i, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
	});

	it('takes no item of another meeting or body, and says so in the document', async () => {
		const other = await draft(w.topicGroup, w.koordination2);
		const { id } = await draft();
		await documentWritten(id);
		await live(id, (doc) => {
			shape.addItem(doc, other.first, item('gestohlen'));
			shape.addItem(doc, 'keine-id', item('krumm'));
		});
		await documentWritten(id);
		expect(await titles(id)).toEqual(['Begrüßung', 'Kinderbetreuung']);
		expect(shape.orderedIds(await read(id))).not.toContain(other.first);
		expect(await titles(other.id)).toEqual(['Begrüßung', 'Kinderbetreuung']);
	});

	it('keeps what is settled, and a proposal that waits for its decision', async () => {
		const { id, first } = await invited(w.committee);
		const proposalId = uuid();
		const { itemId } = value(
			await change(w.koordination, (c) => scheduleProposal(c, { proposalId, meetingId: id, title: 'Vorlage' }))
		);
		expect(shape.itemsOf(await read(id)).at(-1)).toMatchObject({
			id: itemId,
			links: [{ type: 'proposal', id: proposalId }]
		});
		value(await start(w.koordination, id));
		value(await settleItem(w.koordination, first, { step: 'finish', result: '' }));
		await live(id, (doc) => {
			shape.takeOff(doc, first);
			shape.takeOff(doc, itemId);
			shape.setFields(doc, itemId, { kind: 'information' });
			shape.setLink(doc, itemId, { type: 'proposal', id: proposalId }, false);
			shape.partsOf(doc).delete(first);
		});
		await documentWritten(id);
		expect(shape.orderedIds(await read(id))).toEqual(expect.arrayContaining([first, itemId]));
		expect((await rows(id)).find((i) => i.id === itemId)).toMatchObject({
			kind: 'decision',
			state: 'scheduled',
			links: [{ type: 'proposal', id: proposalId }]
		});
		expect((await rows(id)).find((i) => i.id === first)!.state).toBe('done');
	});

	it('begins from the rows where a meeting has no document yet, old minutes under the last item', async () => {
		const [made] = await db.db
			.insert(meeting)
			.values({ bodyId: w.group, title: 'Alt', ...times(20), state: 'invited', minutes: 'Es war **voll**.' })
			.returning();
		const place = { bodyId: w.group, meetingId: made!.id, kind: 'discussion' as const, state: 'scheduled' as const };
		await db.db.insert(agendaItem).values([
			{ ...place, title: 'Eins', position: 1 },
			{ ...place, title: 'Zwei', position: 2 }
		]);
		expect((await meetingPage(w.koordination, made!.id))!.minutesPart.draft).toContain('<strong>voll</strong>');
		expect(shape.isBegun(await read(made!.id))).toBe(false);
		await Promise.all([beginDocument(made!.id), beginDocument(made!.id)]);
		expect(shape.itemsOf(await read(made!.id)).map((i) => i.title)).toEqual(['Eins', 'Zwei']);
		value(await addItem(w.koordination, made!.id, item('Drei')));
		const doc = await read(made!.id);
		expect(shape.itemsOf(doc).map((i) => i.title)).toEqual(['Eins', 'Zwei', 'Drei']);
		expect(markupOf(blocksOf(shape.partOf(doc, shape.orderedIds(doc)[1]!)!))).toBe('Es war **voll**.');
	});

	it('carries a topic from the backlog on, with its links', async () => {
		const { id, second } = await invited();
		value(await link(w.koordination, second, { type: 'measure', id: second }));
		value(await start(w.koordination, id));
		value(await settleItem(w.koordination, second, { step: 'postpone', result: '' }));
		const next = await draft();
		const waiting = (await meetingPage(w.koordination, next.id))!.backlog.find((b) => b.carriedFromId === second)!;
		value(await putOn(w.koordination, next.id, waiting.id));
		expect((await rows(next.id)).at(-1)).toMatchObject({ id: waiting.id, links: [{ type: 'measure', id: second }] });
		expect(shape.itemsOf(await read(next.id)).at(-1)).toMatchObject({ id: waiting.id, title: 'Kinderbetreuung' });
		value(await takeOff(w.koordination, waiting.id, 'unschedule'));
		expect(shape.orderedIds(await read(next.id))).not.toContain(waiting.id);
		value(await putOn(w.koordination, next.id, waiting.id));
		expect(await titles(next.id)).toEqual(['Begrüßung', 'Kinderbetreuung', 'Kinderbetreuung']);
	});

	it('of a body begins as its template says', async () => {
		const { id } = await draft(w.topicGroup, w.koordination2);
		expect(await saveTemplate(w.mitglied, id)).toMatchObject({ ok: false });
		expect(await bodiesWithTemplate(w.koordination2, [w.topicGroup, w.group])).toEqual([]);
		value(await saveTemplate(w.koordination2, id));
		expect(await bodiesWithTemplate(w.koordination2, [w.topicGroup, w.group])).toEqual([w.topicGroup]);
		expect(await bodiesWithTemplate(w.mitglied, [w.topicGroup])).toEqual([]);
		const next = value(await call(w.koordination2, w.topicGroup, { title: 'Nächste', ...times(60) }));
		expect(await titles(next)).toEqual(['Begrüßung', 'Kinderbetreuung']);
		expect(shape.itemsOf(await read(next)).map((i) => i.title)).toEqual(['Begrüßung', 'Kinderbetreuung']);
	});
});

describe('live writing', () => {
	it('tells once of what changes rows, and of mere words every ten minutes; the search reads all of them', async () => {
		const { id, first } = await invited();
		const told = async () => (await kindsOf(id)).filter((k) => k === 'meeting.write_document').length;
		await write(id, first, [words('Zimtschnecken')]);
		await documentWritten(id);
		expect(await told()).toBe(1);
		await write(id, first, [words('Apfelkuchen')]);
		await documentWritten(id);
		expect(await told()).toBe(1);
		const found = await db.db.execute(
			sql`select id from meeting where search @@ to_tsquery('german', 'zimtschnecken & apfelkuchen')`
		);
		expect(found.rows).toEqual([{ id }]);
		await live(id, (doc) => shape.setTitle(doc, first, 'Anders'));
		await documentWritten(id);
		expect(await told()).toBe(2);
		setClock(at(0.01));
		await write(id, first, [words('Torte')]);
		await documentWritten(id);
		expect(await told()).toBe(3);
	});

	it('makes tasks of the people here, who hear of it once; a task taken out is dropped', async () => {
		const { id, first } = await invited();
		const [mine, foreign] = [uuid(), uuid()];
		await write(id, first, [aTask(mine, 'Räume suchen', w.mitglied.id), aTask(foreign, 'Fremd', w.lenkung.id)]);
		await documentWritten(id);
		await documentWritten(id);
		const made = await db.db.select().from(task).where(eq(task.meetingId, id)).orderBy(task.title);
		expect(made).toMatchObject([
			{ id: foreign, title: 'Fremd', assigneeId: null },
			{ id: mine, title: 'Räume suchen', assigneeId: w.mitglied.id, itemId: first, dueOn: '2031-05-01' }
		]);
		const told = await db.db
			.select({ to: eventTell.accountId, note: eventTell.note })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(eq(event.thingId, mine));
		expect(told).toEqual([{ to: w.mitglied.id, note: 'task' }]);
		await live(id, (doc) => shape.textOf(shape.partOf(doc, first)!)!.delete(1, 1));
		await documentWritten(id);
		expect((await db.db.select().from(task).where(eq(task.id, mine)))[0]!.state).toBe('dropped');
	});

	it('does not reach for a task of another meeting', async () => {
		const [one, other] = [await invited(), await invited()];
		const id = uuid();
		await write(one.id, one.first, [aTask(id, 'Echt', w.mitglied.id)]);
		await documentWritten(one.id);
		await write(other.id, other.first, [aTask(id, 'Falsch')]);
		await documentWritten(other.id);
		expect(await db.db.select().from(task).where(eq(task.id, id))).toMatchObject([
			{ meetingId: one.id, title: 'Echt' }
		]);
	});

	it('tells who is mentioned once, and only those of the meeting', async () => {
		const { id, first } = await invited();
		const mention = (who: string): Block => ({
			type: 'paragraph',
			content: [{ type: 'mention', id: who, label: 'x' }]
		});
		await write(id, first, [mention(w.mitglied.id), mention(w.lenkung.id), mention(w.mitglied.id)]);
		await documentWritten(id);
		await documentWritten(id);
		const told = await db.db
			.select({ to: eventTell.accountId })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(eq(event.kind, 'meeting.mention'));
		expect(told).toEqual([{ to: w.mitglied.id }]);
	});
});

describe('who may', () => {
	const rightsOf = async (id: string) => {
		const asked = w.everyone.map(([, a]) => ({ accountId: a.id ?? '', key: id }));
		const answers = await meetingRights(asked);
		const named = (what: string) => w.everyone.flatMap(([name], i) => (answers[i] === what ? [name] : []));
		return { write: named('write'), read: named('read') };
	};
	const office = ['koordination', 'koordination2'];

	it('write: who leads from the draft on, members once invited; guests are not let in; nobody while it is reviewed', async () => {
		const { id } = await draft();
		expect(await rightsOf(id)).toEqual({ write: office, read: [] });
		value(await schedule(w.koordination, id));
		const members = ['fallmanagementA', 'fallmanagementB', 'fachkraft', 'mitglied'];
		const sorted = async () => {
			const { write, read } = await rightsOf(id);
			return { write: write.sort(), read: read.sort() };
		};
		expect(await sorted()).toEqual({ write: office, read: [] });
		const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
		value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
		value(await inviteFurther(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 40) }));
		expect(await sorted()).toEqual({ write: [...office, ...members].sort(), read: [] });
		value(await start(w.koordination, id));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		expect(await sorted()).toEqual({ write: [], read: [...office, ...members].sort() });
		value(await rework(w.koordination, id));
		expect((await sorted()).write).toEqual([...office, ...members].sort());
	});

	it('do nothing with a closed account, an id that is none, or a meeting that is not', async () => {
		const { id } = await invited();
		const of = async (accountId: string, key: string) => (await meetingRights([{ accountId, key }]))[0];
		expect(await of(w.mitglied.id, id)).toBe('write');
		for (const [a, key] of [
			['x', id],
			[w.mitglied.id, 'x'],
			[w.mitglied.id, uuid()],
			[uuid(), id]
		] as const)
			expect(await of(a, key)).toBe('none');
		await db.db.execute(sql`update account set state = 'closed' where id = ${w.fachkraft.id}`);
		expect(await of(w.fachkraft.id, id)).toBe('none');
		await db.db.execute(sql`update account set state = 'active' where id = ${w.fachkraft.id}`);
		expect(await namesOf([uuid(), w.mitglied.id])).toEqual(['', 'Olaf Wessels']);
	});

	it('add a note by form: the same people', async () => {
		const { id, first } = await invited();
		value(await inviteFurther(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 40) }));
		value(await note(w.mitglied, id, first, 'Eine Zeile'));
		expect(await note(w.gast, id, first, 'x')).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await note(w.lenkung, id, first, 'x')).toMatchObject({ ok: false, why: 'not_found' });
		expect(await note(w.mitglied, id, uuid(), 'x')).toMatchObject({ ok: false, why: 'not_found' });
		expect(await note(w.mitglied, id, first, ' ')).toMatchObject({ ok: false, why: 'incomplete' });
	});
});

describe('approved minutes', () => {
	const decision: Block = {
		type: 'decision',
		votes: { yes: 4, no: 1, abstained: 0 },
		result: 'adopted',
		content: [words('Es gibt Abendkurse.')]
	};

	it('are the document, sealed: its decisions and tasks are records, and nobody writes any more', async () => {
		const { id, first, second } = await held();
		const taskId = uuid();
		await write(id, first, [words('Alle sind da.')]);
		await write(id, second, [decision, aTask(taskId, 'Räume suchen', w.mitglied.id)]);
		value(await circulate(w.koordination, id, today()));
		expect(await note(w.koordination, id, first, 'zu spät')).toMatchObject({ ok: false, why: 'wrong_state' });
		value(await approve(w.koordination, id));
		const [version] = await db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id));
		expect(version!.html).toContain('<p>Alle sind da.</p>');
		expect(version!.html).toContain('<p>Ja 4, Nein 1, Enthaltungen 0 – angenommen</p>');
		expect(await db.db.select().from(groupDecision).where(eq(groupDecision.meetingId, id))).toMatchObject([
			{ itemId: second, position: 1, wording: 'Es gibt Abendkurse.', result: 'adopted', votesYes: 4 }
		]);
		expect(await db.db.select().from(task).where(eq(task.id, taskId))).toMatchObject([{ assigneeId: w.mitglied.id }]);
		await expect(write(id, first, [words('heimlich')])).rejects.toThrow('sealed');
		await expect(db.db.update(groupDecision).set({ wording: 'x' })).rejects.toThrow();
		await documentWritten(id);
		expect(await meetingRights([{ accountId: w.koordination.id, key: id }])).toEqual(['read']);
	});

	it('make no decisions of the committee, which has records of its own', async () => {
		const { id, first } = await invited(w.committee);
		value(await start(w.koordination, id));
		await write(id, first, [decision]);
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		await approveByCirculation(w, id);
		expect(await db.db.select().from(groupDecision).where(eq(groupDecision.meetingId, id))).toEqual([]);
	});

	it('are corrected from their own words', async () => {
		const { id, second } = await held();
		await write(id, second, [decision, words('Ein Feler.')]);
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		const { source } = (await meetingPage(w.koordination, id))!.minutesPart;
		expect(source).toContain('**Beschluss:** Es gibt Abendkurse.');
		const text = source.replace('Feler', 'Fehler');
		expect(value(await correct(w.koordination, id, { text, reason: 'Schreibfehler' }))).toBe(2);
		const { versions, source: next } = (await meetingPage(w.koordination, id))!.minutesPart;
		expect(versions[0]!.html).toContain('<p>Ein Fehler.</p>');
		expect(next).toBe(text);
	});
});

describe('versions', () => {
	it('are kept every five minutes of writing and at each step, and bring a passage back', async () => {
		const { id, first } = await invited();
		const occasions = async () => (await documentVersions(w.mitglied, id))!.map((v) => v.occasion);
		await write(id, first, [words('erste Fassung')]);
		await documentWritten(id);
		expect(await occasions()).toEqual(['invite']);
		setClock(new Date(now().getTime() + 6 * 60_000));
		await documentWritten(id);
		await documentWritten(id);
		expect(await occasions()).toEqual(['writing', 'invite']);
		const [kept] = (await documentVersions(w.mitglied, id))!;
		await live(id, (doc) => shape.textOf(shape.partOf(doc, first)!)!.delete(1, 1));
		await write(id, first, [words('zweite Fassung')]);
		setClock(new Date(now().getTime() + 60_000));
		expect(await restorePassage(w.gast, id, kept!.id, first)).toMatchObject({ ok: false, why: 'not_found' });
		expect(await restorePassage(w.mitglied, id, uuid(), first)).toMatchObject({ ok: false, why: 'not_found' });
		value(await restorePassage(w.mitglied, id, kept!.id, first));
		expect(markupOf(blocksOf(shape.partOf(await read(id), first)!))).toBe('erste Fassung');
		const [replaced] = (await documentVersions(w.mitglied, id))!;
		expect(replaced!.occasion).toBe('restore');
		expect((await documentVersionSeen(w.mitglied, id, replaced!.id))![0]).toMatchObject({
			html: '<p>zweite Fassung</p>'
		});
		expect(await documentVersions(w.lenkung, id)).toBeNull();
	});

	it('are compared with the present text by those who write, and brought back only while it is written', async () => {
		const { id, first, second } = await held();
		const [end] = (await documentVersions(w.mitglied, id))!;
		await write(id, first, [words('Die Kita hat zwei Plätze.')]);
		await documentWritten(id);
		const seen = (await versionCompared(w.mitglied, id, end!.id))!;
		expect(seen.items.map((i) => [i.id, i.since])).toEqual([
			[first, 'changed'],
			[second, 'same']
		]);
		expect(seen.items[0]!.parts).toEqual([{ kind: 'added', text: 'Die Kita hat zwei Plätze.' }]);
		expect(seen.mayRestore).toBe(true);
		expect(await versionCompared(w.gast, id, end!.id)).toBeNull();
		expect(await versionCompared(w.koordination, id, uuid())).toBeNull();
		expect((await meetingPage(w.mitglied, id))!.mayVersions).toBe(true);
		value(await circulate(w.koordination, id, addDays(today(), 7)));
		expect((await versionCompared(w.koordination, id, end!.id))!.mayRestore).toBe(false);
		expect(await restorePassage(w.mitglied, id, end!.id, first)).toMatchObject({ ok: false, why: 'wrong_state' });
	});

	it('name who wrote', async () => {
		const { id, first } = await invited();
		await live(id, (doc) => {
			doc.clientID = 4711;
			append(doc, shape.partOf(doc, first)!, [words('von Olaf')]);
		});
		await db.db.execute(
			sql`insert into live_writer (room, client, account_id, session_hash, instance) values (${roomOf(id)}, 4711, ${w.mitglied.id}, 'x', gen_random_uuid())`
		);
		setClock(new Date(now().getTime() + 6 * 60_000));
		await documentWritten(id);
		expect((await documentVersions(w.koordination, id))!.map((v) => v.writers)).toEqual([['Olaf Wessels'], []]);
	});
});

/** Who arranges an agenda in the live document: those who lead; what others change of it is put back, and all of it is traced. */
import { asc, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { verifyLog } from '#platform/audit.server.ts';
import { now } from '#platform/clock.ts';
import { event } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { readDocument } from '#realtime/log.server.ts';
import { writeLive } from '../../../tests/live-writer.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem, link, proposeTopic, unlink } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { note } from './document.commands.server.ts';
import * as shape from './document.shape.ts';
import { documentWritten } from './document.written.server.ts';
import { append } from './document.write.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { meetingPage } from './queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const uuid = () => crypto.randomUUID();
const item = (title: string) => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur: '' });
const gap = { type: 'service_gap' as const, id: uuid() };

async function invited() {
	const startsAt = new Date(now().getTime() + 30 * 86_400_000);
	const endsAt = new Date(startsAt.getTime() + 7_200_000);
	const id = value(await call(w.koordination, w.group, { title: 'Sitzung', startsAt, endsAt, place: '', link: '' }));
	const first = value(await addItem(w.koordination, id, item('Begrüßung')));
	const second = value(await addItem(w.koordination, id, item('Kinderbetreuung')));
	const third = value(await addItem(w.koordination, id, item('Verschiedenes')));
	value(await link(w.koordination, second, gap));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	return { id, first, second, third };
}
const read = (id: string) => db.db.transaction((tx) => readDocument(tx, shape.roomOf(id)));
const agenda = async (id: string) =>
	(await meetingPage(w.koordination, id))!.items.map(({ title, kind, minutes, rapporteur, state, links }) => [
		title,
		kind,
		minutes,
		rapporteur,
		state,
		links.length
	]);
const inDocument = async (id: string) =>
	shape.itemsOf(await read(id)).map((i) => [i.title, i.kind, i.minutes, i.rapporteur, i.links.length]);
const traceOf = async (ids: string[]) =>
	(await db.db.select().from(event).where(inArray(event.thingId, ids)).orderBy(asc(event.id))).map((e) => [
		e.kind,
		e.actorId
	]);

describe('a member who writes in the live document', () => {
	it('writes text, also in an item that others move meanwhile', async () => {
		const { id, first, third } = await invited();
		await writeLive(w.mitglied, id, (doc) => {
			append(doc, shape.partOf(doc, first)!, [{ type: 'paragraph', content: [{ type: 'text', text: 'Hallo.' }] }]);
			shape.setTitle(doc, first, 'Begrüßung und Runde');
		});
		await writeLive(w.koordination, id, (doc) => void shape.moveItem(doc, third, 0));
		await documentWritten(id);
		expect((await agenda(id)).map((i) => i[0])).toEqual(['Verschiedenes', 'Begrüßung und Runde', 'Kinderbetreuung']);
	});

	it('arranges nothing: order, items, kind, time, rapporteur and links are put back, for everybody', async () => {
		const { id, first, second, third } = await invited();
		const before = [await agenda(id), await inDocument(id)];
		const topic = value(await proposeTopic(w.mitglied, w.group, item('Fahrtkosten')));
		const edits: ((doc: Y.Doc) => void)[] = [
			(doc) => void shape.moveItem(doc, third, 0),
			(doc) => void shape.partOf(doc, first)!.delete('order'),
			(doc) => shape.takeOff(doc, second),
			(doc) => void shape.partOf(doc, second)!.delete('text'),
			(doc) => shape.addItem(doc, uuid(), item('Untergeschoben')),
			(doc) => shape.addItem(doc, topic, item('Fahrtkosten')),
			(doc) => shape.setFields(doc, first, { kind: 'decision', minutes: 90, rapporteur: 'Olaf' }),
			(doc) => void shape.partOf(doc, second)!.delete('minutes'),
			(doc) => shape.setLink(doc, first, { type: 'measure', id: uuid() }, true),
			(doc) => shape.setLink(doc, second, gap, false),
			(doc) => void (shape.partOf(doc, second)!.get('links') as Y.Map<unknown>).delete(`${gap.type}:${gap.id}`),
			(doc) => void shape.partOf(doc, second)!.set('links', new Y.Map())
		];
		for (const by of [w.mitglied, null])
			for (const edit of edits) {
				await writeLive(by, id, edit);
				await documentWritten(id);
				expect([await agenda(id), await inDocument(id)], edit.toString()).toEqual(before);
			}
		expect((await traceOf([first, second, third])).filter(([, by]) => by !== w.koordination.id)).toEqual([]);
		expect((await db.db.execute(`select state from agenda_item where id = '${topic}'`)).rows).toEqual([
			{ state: 'backlog' }
		]);
	});

	it('does not arrange through a command of those who lead either', async () => {
		const { id, first, second } = await invited();
		await writeLive(w.mitglied, id, (doc) => shape.takeOff(doc, second));
		value(await note(w.koordination, id, first, 'Eine Zeile'));
		expect((await agenda(id)).map((i) => i[0])).toEqual(['Begrüßung', 'Kinderbetreuung', 'Verschiedenes']);
	});
});

describe('those who lead', () => {
	it('arrange the agenda live, and each step is in the trace under their name, whoever follows it', async () => {
		const { id, first, second, third } = await invited();
		const added = uuid();
		const measure = { type: 'measure' as const, id: uuid() };
		await writeLive(w.koordination2, id, (doc) => {
			shape.addItem(doc, added, item('Haushalt'));
			shape.moveItem(doc, third, 0);
			shape.takeOff(doc, first);
			shape.setFields(doc, second, { minutes: 25 });
			shape.setLink(doc, second, measure, true);
			shape.setLink(doc, second, gap, false);
		});
		value(await note(w.mitglied, id, second, 'Eine Zeile'));
		expect((await agenda(id)).map((i) => [i[0], i[2], i[5]])).toEqual([
			['Verschiedenes', 10, 0],
			['Kinderbetreuung', 25, 1],
			['Haushalt', 10, 0]
		]);
		const trace = (await traceOf([first, second, third, added])).filter(([, by]) => by === w.koordination2.id);
		expect(trace.map(([kind]) => kind).sort()).toEqual([
			'agenda_item.add',
			'agenda_item.edit',
			'agenda_item.link',
			'agenda_item.move',
			'agenda_item.remove',
			'agenda_item.unlink'
		]);
		await documentWritten(id);
		value(await unlink(w.koordination, second, measure));
		expect((await agenda(id))[1]![5]).toBe(0);
		expect((await traceOf([first, second, third, added])).filter(([, by]) => by === w.koordination2.id)).toHaveLength(
			6
		);
	});

	it('arrange nothing any more once the meeting has ended', async () => {
		const { id, first, second } = await invited();
		value(await start(w.koordination, id));
		value(await end(w.koordination, id));
		const before = await agenda(id);
		await writeLive(w.koordination, id, (doc) => {
			shape.moveItem(doc, second, 0);
			shape.setFields(doc, first, { minutes: 5 });
			shape.setLink(doc, second, gap, false);
		});
		await documentWritten(id);
		expect(await agenda(id)).toEqual(before);
	});
});

it('leaves the chain of events sound', async () => {
	expect((await verifyLog()).broken).toBeNull();
});

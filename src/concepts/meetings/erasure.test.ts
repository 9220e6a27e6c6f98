/** What was typed and deleted before the minutes are a record is nowhere afterwards; and versions can be erased before. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { now, setClock, today } from '#platform/clock.ts';
import { event } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { readDocument } from '#realtime/log.server.ts';
import { writeLive } from '../../../tests/live-writer.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { eraseEarlier } from './document.commands.server.ts';
import * as shape from './document.shape.ts';
import { roomOf } from './document.shape.ts';
import { documentVersion } from './document.tables.server.ts';
import { append } from './document.write.ts';
import { documentWritten } from './document.written.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import type { Block } from './minutes.blocks.ts';
import { approve, circulate } from './minutes.commands.server.ts';
import { settleItem } from './running.commands.server.ts';
import { documentVersions } from './versions.queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(() => setClock(null));

const at = (days: number) => new Date(now().getTime() + days * 86_400_000);
const later = (minutes: number) => setClock(new Date(now().getTime() + minutes * 60_000));
const uuid = () => crypto.randomUUID();
const item = (title: string) => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur: '' });

async function running() {
	const times = { startsAt: at(30), endsAt: at(30.1), place: 'Kreishaus', link: '' };
	const id = value(await call(w.koordination, w.group, { title: 'Sitzung', ...times }));
	const first = value(await addItem(w.koordination, id, item('Begrüßung')));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	value(await start(w.koordination, id));
	return { id, first };
}
async function finish(id: string, first: string) {
	value(await settleItem(w.koordination, first, { step: 'finish', result: '' }));
	value(await end(w.koordination, id));
	value(await circulate(w.koordination, id, today()));
	value(await approve(w.koordination, id));
}
const live = (id: string, edit: (doc: Y.Doc) => void) => writeLive(w.koordination, id, edit);
const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const task = (id: string, title: string): Block => ({
	type: 'task',
	id,
	assigneeId: null,
	assigneeName: '',
	dueOn: null,
	content: [{ type: 'text', text: title }]
});
const textOf = (doc: Y.Doc, id: string) => shape.textOf(shape.partOf(doc, id)!)!;

/** Tables in which these letters stand, in plain or inside bytes. */
async function tablesWith(letters: string): Promise<string[]> {
	const { rows } = await db.pool.query<{ name: string }>(
		"select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
	);
	const hex = Buffer.from(letters).toString('hex');
	const found: string[] = [];
	for (const { name } of rows) {
		const hits = await db.pool.query(
			`select 1 from "${name}" t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`,
			[letters, hex]
		);
		if (hits.rowCount) found.push(name);
	}
	return found.sort();
}

describe('a name', () => {
	it('typed in every place and deleted before the approval is nowhere afterwards', async () => {
		const { id, first } = await running();
		const off = uuid();
		await live(id, (doc) => {
			shape.addItem(doc, off, item('Fall Zwiebelfisch'));
			append(doc, shape.partOf(doc, off)!, [
				words('Frau Zwiebelfisch wohnt in Rheine.'),
				task(uuid(), 'Zwiebelfisch anrufen')
			]);
			append(doc, shape.partOf(doc, first)!, [words('Zwiebelfisch war da.'), task(uuid(), 'Zwiebelfisch schreiben')]);
			doc.getMap('head').set('hint', 'Zwiebelfisch');
			shape.partOf(doc, first)!.set('hint', 'Zwiebelfisch');
		});
		later(6);
		await documentWritten(id);
		expect(await tablesWith('Zwiebelfisch')).toEqual(
			expect.arrayContaining(['agenda_item', 'document_version', 'live_update', 'meeting', 'task'])
		);
		await live(id, (doc) => {
			shape.takeOff(doc, off);
			textOf(doc, first).delete(1, textOf(doc, first).length - 1);
			append(doc, shape.partOf(doc, first)!, [words('Alle sind da.')]);
		});
		await finish(id, first);
		expect(await tablesWith('Zwiebelfisch')).toEqual([]);
		const kept = (await documentVersions(w.koordination, id))!.map((v) => v.occasion);
		expect(kept.sort()).toEqual(['approve', 'circulate', 'end', 'invite']);
		expect(shape.plain(textOf(await db.db.transaction((tx) => readDocument(tx, roomOf(id))), first))).toContain(
			'Alle sind da.'
		);
	});

	it('in an earlier version goes when those who lead erase them, with what stands as the beginning of new ones', async () => {
		const { id, first } = await running();
		await live(id, (doc) => append(doc, shape.partOf(doc, first)!, [words('Herr Zwiebelfisch.')]));
		value(await settleItem(w.koordination, first, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		await live(id, (doc) => textOf(doc, first).delete(1, textOf(doc, first).length - 1));
		expect(await tablesWith('Zwiebelfisch')).toContain('document_version');
		expect(await eraseEarlier(w.mitglied, id)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await eraseEarlier(w.lenkung, id)).toMatchObject({ ok: false, why: 'not_found' });
		expect(value(await eraseEarlier(w.koordination, id))).toBe(2);
		expect(await tablesWith('Zwiebelfisch')).toEqual([]);
		expect(await documentVersions(w.koordination, id)).toEqual([]);
		const [last] = await db.db
			.select()
			.from(event)
			.where(eq(event.thingId, id))
			.orderBy(sql`id desc`)
			.limit(1);
		expect(last).toMatchObject({ kind: 'meeting.erase_versions', data: { versions: 2 } });
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		expect(value(await eraseEarlier(w.koordination, id))).toBe(1);
		expect((await documentVersions(w.koordination, id))!.map((v) => v.occasion)).toEqual(['approve']);
	});
});

describe('versions', () => {
	it('go in no other way', async () => {
		const { id } = await running();
		await expect(db.db.delete(documentVersion).where(eq(documentVersion.meetingId, id))).rejects.toThrow();
		await expect(db.db.update(documentVersion).set({ writers: [] })).rejects.toThrow();
		await expect(db.db.execute(sql`truncate document_version`)).rejects.toThrow();
		expect(await documentVersions(w.koordination, id)).toHaveLength(1);
	});
});

/** Whatever a document holds, its meeting goes on: projections and commands take it as it is. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { now, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { writeLive } from '../../../tests/live-writer.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import * as shape from './document.shape.ts';
import { documentWritten } from './document.written.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { approve, circulate } from './minutes.commands.server.ts';
import { meetingPage } from './queries.server.ts';
import { cancel } from './postponing.commands.server.ts';
import { settleItem } from './running.commands.server.ts';
import { meeting, minutesVersion } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const at = (days: number) => new Date(now().getTime() + days * 86_400_000);
const uuid = () => crypto.randomUUID();
const item = (title: string) => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur: '' });

async function invited() {
	const times = { startsAt: at(30), endsAt: at(30.1), place: 'Kreishaus', link: '' };
	const id = value(await call(w.koordination, w.group, { title: 'Sitzung', ...times }));
	const first = value(await addItem(w.koordination, id, item('Begrüßung')));
	const second = value(await addItem(w.koordination, id, item('Kinderbetreuung')));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	return { id, first, second };
}
/** As a hostile client does it that has come past every guard. */
const live = (id: string, edit: (doc: Y.Doc) => void) => writeLive(w.koordination, id, edit);
const linksOf = (doc: Y.Doc, id: string) => shape.partOf(doc, id)!.get('links') as Y.Map<unknown>;
const textOf = (doc: Y.Doc, id: string) => shape.textOf(shape.partOf(doc, id)!)!;
function element(name: string, attributes: Record<string, unknown> = {}, words = 'x'): Y.XmlElement {
	const made = new Y.XmlElement(name);
	for (const [key, v] of Object.entries(attributes)) made.setAttribute(key, v as string);
	if (words) made.insert(0, [new Y.XmlText(words)]);
	return made;
}
const task = (attributes: Record<string, unknown>, words = 'Räume suchen') => {
	const made = element('task', { taskId: uuid(), ...attributes }, '');
	made.insert(0, [element('paragraph', {}, words)]);
	return made;
};
/** In portions, as one call takes only so many. */
function crowd(into: Y.XmlFragment, n: number, make: (i: number) => Y.XmlElement | Y.XmlText): void {
	for (let i = 0; i < n; i += 5000) into.push(Array.from({ length: Math.min(5000, n - i) }, (_, k) => make(i + k)));
}

type Case = (doc: Y.Doc, first: string, second: string) => void;
const cases: Record<string, Case> = {
	'a link to 36 dashes': (doc, first) => linksOf(doc, first).set(`service_gap:${'-'.repeat(36)}`, true),
	'links in capitals and with a tail': (doc, first) => {
		const id = uuid();
		linksOf(doc, first).set(`service_gap:${id.toUpperCase()}`, true);
		linksOf(doc, first).set(`service_gap:${id}:x`, true);
		linksOf(doc, first).set(`service_gap:${id}`, true);
	},
	'thousands of links': (doc, first) => {
		for (let i = 0; i < 2500; i++) linksOf(doc, first).set(`service_gap:${uuid()}`, true);
	},
	'links that are no map': (doc, first) => void shape.partOf(doc, first)!.set('links', new Y.Array()),
	'a task due in the year 0': (doc, first) => textOf(doc, first).push([task({ dueOn: '0000-01-01' })]),
	'a task due on no day': (doc, first) => textOf(doc, first).push([task({ dueOn: '2031-02-30' })]),
	'a task of nobody, with an id that is none': (doc, first) =>
		textOf(doc, first).push([task({ taskId: '-'.repeat(36), assigneeId: '-'.repeat(36), dueOn: 7 })]),
	'a task with an id of numbers': (doc, first) => textOf(doc, first).push([task({ taskId: 5, assigneeName: {} })]),
	'thousands of tasks': (doc, first) => crowd(textOf(doc, first), 6000, () => task({})),
	'thousands of decisions': (doc, first) =>
		crowd(textOf(doc, first), 8200, (i) => element('decision', { votesYes: '12345' }, `Beschluss ${i}`)),
	'tens of thousands of items': (doc) => {
		for (let i = 0; i < 66_000; i++) shape.partsOf(doc).set(uuid(), new Y.Map([['off', true]]));
	},
	'items that are none': (doc) => {
		const parts = shape.partsOf(doc) as Y.Map<unknown>;
		for (const [i, v] of [7, 'x', null, [1], new Y.Array(), new Y.XmlElement('paragraph')].entries())
			parts.set(i % 2 ? uuid() : `item ${i}`, v);
	},
	'a text that is a word, a list or a map': (doc, first, second) => {
		shape.partOf(doc, first)!.set('text', 'weg');
		shape.partOf(doc, second)!.set('text', new Y.Map());
	},
	'fields of all wrong types': (doc, first) => {
		for (const key of ['order', 'kind', 'minutes', 'rapporteur', 'off']) shape.partOf(doc, first)!.set(key, { x: [1] });
	},
	'minutes beyond any number, a name beyond any length': (doc, first, second) => {
		shape.partOf(doc, first)!.set('minutes', 1e308);
		shape.partOf(doc, second)!.set('minutes', -0.5);
		shape.partOf(doc, first)!.set('rapporteur', '\ud83d\0'.repeat(5000));
		shape.partOf(doc, first)!.set('order', 'z'.repeat(100_000));
	},
	'words that overflow the search': (doc, first) => {
		const words = Array.from({ length: 50_000 }, (_, i) => `${String.fromCodePoint(0x4e00 + (i % 20_000))}ä-ö${i}ü`);
		textOf(doc, first).push([element('paragraph', {}, words.join(' '))]);
	},
	'letters and maps between the blocks': (doc, first) => {
		textOf(doc, first).push([new Y.XmlText('lose'), new Y.Map() as unknown as Y.XmlText]);
		textOf(doc, first).push(['bloß' as unknown as Y.XmlText, { x: 1 } as unknown as Y.XmlText]);
	},
	'marks and embeds of every kind': (doc, first) => {
		const text = new Y.XmlText();
		textOf(doc, first).push([element('paragraph', {}, '')]);
		(textOf(doc, first).get(textOf(doc, first).length - 1) as Y.XmlElement).insert(0, [text]);
		text.insert(0, 'Wort', { link: { href: 'javascript:alert(1)' }, bold: 7, ['__proto__']: { x: 1 }, evil: true });
		text.insertEmbed(2, { image: 'x' });
		text.insertEmbed(2, new Y.Map());
		text.insert(0, 'y', { link: 'https://a\ud83d' });
	},
	'a mention and a reference of nothing': (doc, first) =>
		textOf(doc, first).push([
			element('mention', { id: '-'.repeat(36), label: '\0' }, ''),
			element('reference', { type: '__proto__', id: uuid(), label: 'L' }, ''),
			element('reference', { type: 'measure', id: uuid().toUpperCase(), label: '<b>'.repeat(500) }, '')
		]),
	'spans, levels and votes beyond reason': (doc, first) => {
		const row = element('tableRow', {}, '');
		row.insert(0, [element('tableCell', { colspan: 1e9, rowspan: -1 })]);
		const table = element('table', {}, '');
		table.insert(0, [row, element('tableCell', { colspan: {} })]);
		textOf(doc, first).push([
			table,
			element('heading', { level: 1e9 }),
			element('decision', { result: {}, votesNo: '∞' })
		]);
	},
	'everything nested in itself': (doc, first) => {
		let outer: Y.XmlFragment = textOf(doc, first);
		for (let i = 0; i < 1500; i++) {
			const inner = element(i % 2 ? 'listItem' : 'bulletList', {}, '');
			outer.push([inner]);
			outer = inner;
		}
		outer.push([element('paragraph')]);
	},
	'a document that says it has not begun': (doc) => doc.getMap('head').clear()
};

/** So large that each command takes its time: no more of them than show it. */
const large = new Set(Object.keys(cases).filter((name) => name.includes('thousands')));

describe('a document that holds', () => {
	it.each(Object.keys(cases))('%s is followed, circulated and approved', { timeout: 120_000 }, async (name) => {
		const { id, first, second } = await invited();
		const hostile = () => live(id, (doc) => cases[name]!(doc, first, second));
		if (!large.has(name)) {
			await hostile();
			await documentWritten(id);
		}
		value(await start(w.koordination, id));
		for (const i of [first, second]) value(await settleItem(w.koordination, i, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		await hostile();
		await documentWritten(id);
		value(await circulate(w.koordination, id, today()));
		value(await approve(w.koordination, id));
		expect(await db.db.select().from(minutesVersion).where(eq(minutesVersion.meetingId, id))).toHaveLength(1);
		expect((await meetingPage(w.mitglied, id))!.items.filter((i) => [first, second].includes(i.id))).toHaveLength(2);
	});

	it('an item and a task nobody has followed before the meeting was cancelled does not fail for ever', async () => {
		const { id } = await invited();
		value(await cancel(w.koordination, id));
		const added = uuid();
		await live(id, (doc) => {
			shape.addItem(doc, added, item('Zu spät'));
			textOf(doc, added).push([task({})]);
		});
		await documentWritten(id);
		expect((await db.db.select().from(meeting).where(eq(meeting.id, id)))[0]!.state).toBe('cancelled');
	});
});

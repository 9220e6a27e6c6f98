/** A meeting's document through the live engine: members write while forms change the agenda, until it is reviewed and sealed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { editorOf, testNode, until, type TestNode } from '#realtime/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { itemsOf, partOf, roomOf, setTitle, textOf, addItem as addLive } from './document.shape.ts';
import { blocksOf } from './document.text.ts';
import { append } from './document.write.ts';
import { fingerprint, invite, inviteFurther } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { approve, circulate } from './minutes.commands.server.ts';
import { plainText } from './minutes.blocks.ts';
import { meetingPage } from './queries.server.ts';
import { meetingRoom } from './room.server.ts';
import { settleItem } from './running.commands.server.ts';

type Editor = ReturnType<typeof editorOf>;
let db: TestDatabase;
let w: World;
let node: TestNode;
const errors: unknown[] = [];
const opened: Editor[] = [];
beforeAll(async () => {
	db = await testDatabase({ max: 10 });
	w = await world();
	node = await testNode(db, { meeting: meetingRoom }, errors);
});
afterEach(() => {
	for (const p of opened.splice(0)) p.destroy();
});
afterAll(async () => {
	await node.close();
	await db.close();
});

const item = (title: string) => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur: '' });
async function invited() {
	const startsAt = new Date(now().getTime() + 30 * 86_400_000);
	const endsAt = new Date(startsAt.getTime() + 7_200_000);
	const id = value(await call(w.koordination, w.group, { title: 'Sitzung', startsAt, endsAt, place: '', link: '' }));
	const first = value(await addItem(w.koordination, id, item('Begrüßung')));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	return { id, first };
}
function open(actor: Actor, id: string): Editor {
	const p = editorOf(node, roomOf(id), actor.id!);
	opened.push(p);
	return p;
}
const titles = (p: Editor) => itemsOf(p.doc).map((i) => i.title);
const wordsOf = (p: Editor, itemId: string) => {
	const part = partOf(p.doc, itemId);
	return part ? plainText(blocksOf(part)) : '';
};
const write = (p: Editor, itemId: string, text: string) =>
	append(p.doc, partOf(p.doc, itemId)!, [{ type: 'paragraph', content: [{ type: 'text', text }] }]);

describe('the room of a meeting', () => {
	it('lets members write together while a form changes the agenda', async () => {
		const { id, first } = await invited();
		const [olaf, jana] = [open(w.mitglied, id), open(w.koordination, id)];
		await until(() => titles(olaf).length === 1 && titles(jana).length === 1);
		write(olaf, first, 'Alle sind da.');
		setTitle(jana.doc, first, 'Anfang');
		const second = value(await addItem(w.koordination, id, item('Per Formular')));
		await until(() => titles(olaf).join() === 'Anfang,Per Formular' && wordsOf(jana, first) === 'Alle sind da.');
		const third = crypto.randomUUID();
		addLive(jana.doc, third, item('Live'), second);
		const rows = async () => (await meetingPage(w.koordination, id))!.items.map((i) => i.title).join();
		await until(async () => (await rows()) === 'Anfang,Live,Per Formular', 15_000);
		expect(errors).toEqual([]);
	});

	it('is for those who write; guests read the page, and to others there is none', async () => {
		const { id, first } = await invited();
		value(await inviteFurther(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 40) }));
		const [guest, jana, stranger] = [open(w.gast, id), open(w.koordination, id), open(w.lenkung, id)];
		await until(() => titles(jana).length === 1 && guest.status === 'ended' && stranger.status === 'ended');
		expect((await meetingPage(w.gast, id))!.minutesPart.draft).toContain('Begrüßung');
		write(jana, first, 'von Jana');
		await until(() => jana.unacknowledged === 0);
		expect([...titles(guest), ...titles(stranger)]).toEqual([]);
	});

	it('is closed to writers under review, and for good once approved', async () => {
		const { id, first } = await invited();
		value(await start(w.koordination, id));
		const olaf = open(w.mitglied, id);
		await until(() => titles(olaf).length === 1);
		write(olaf, first, 'Gesagt und geschrieben.');
		const draft = async () => (await meetingPage(w.koordination, id))!.minutesPart.draft;
		await until(async () => (await draft()).includes('Gesagt und geschrieben.'));
		value(await settleItem(w.koordination, first, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, today()));
		await until(() => olaf.access === 'read');
		write(olaf, first, 'Zu spät.');
		value(await approve(w.koordination, id));
		const { versions } = (await meetingPage(w.koordination, id))!.minutesPart;
		expect(versions[0]!.html).toContain('<p>Gesagt und geschrieben.</p>');
		expect(versions[0]!.html).not.toContain('Zu spät.');
		expect(textOf(partOf(olaf.doc, first)!)).toBeDefined();
	});
});

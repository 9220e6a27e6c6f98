/** An outline through the live engine: the group writes together and by the form, until a step seals what is stored. */
import type { XmlElement, XmlText } from 'yjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { editorOf, testNode, until, type TestNode } from '#realtime/testing.server.ts';
import { aGap, content, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { create, save, take } from './commands.server.ts';
import { isBegun, partOf, roomOf, setFields, setPart, textOf } from './outline.document.ts';
import { versions } from './versions.queries.server.ts';
import { proposalRoom } from './room.server.ts';
import { find } from './store.server.ts';

type Editor = ReturnType<typeof editorOf>;
let db: TestDatabase;
let w: World;
let node: TestNode;
const errors: unknown[] = [];
const opened: Editor[] = [];
beforeAll(async () => {
	db = await testDatabase({ max: 10 });
	w = await world();
	node = await testNode(db, { proposal: proposalRoom }, errors);
});
afterEach(() => {
	for (const p of opened.splice(0)) p.destroy();
	expect(errors).toEqual([]);
});
afterAll(async () => {
	await node.close();
	await db.close();
});

async function aProposal(): Promise<string> {
	const { id } = sure(await create(w.mitglied, { bodyId: w.group, title: 'Kurse', gapIds: [await aGap(w)] }));
	sure(await save(w.mitglied, id, 1, content(w)));
	return id;
}
function open(actor: Actor, id: string): Editor {
	const p = editorOf(node, roomOf(id), actor.id!);
	opened.push(p);
	return p;
}
const begun = (...editors: Editor[]) => until(() => editors.every((e) => isBegun(e.doc)));
const row = async (id: string) => (await look((tx) => find(tx, id)))!;
/** As a hand types: letters at the end of the first line. */
const type = (e: Editor, part: 'problem' | 'solution' | 'money', words: string) => {
	const line = partOf(e.doc, part)!.get(0) as XmlElement;
	const text = line.get(0) as XmlText;
	text.insert(text.length, words);
};

describe('the room of a proposal', () => {
	it('lets the group write together; the row follows, and with it the revision', async () => {
		const id = await aProposal();
		const [olaf, jana] = [open(w.mitglied, id), open(w.koordination, id)];
		await begun(olaf, jana);
		type(olaf, 'problem', ' Von Olaf.');
		type(jana, 'problem', ' Von Jana.');
		setFields(jana.doc, { title: 'Gemeinsamer Titel' });
		await until(() =>
			[olaf, jana].every((e) => /Olaf/.test(textOf(e.doc, 'problem')) && /Jana/.test(textOf(e.doc, 'problem')))
		);
		await until(
			async () =>
				(await row(id)).title === 'Gemeinsamer Titel' && /Olaf.*Jana|Jana.*Olaf/.test((await row(id)).outline.problem),
			15_000
		);
		expect((await row(id)).revision).toBeGreaterThan(2);
	});

	it('is for those who may write in the proposal; to others there is none', async () => {
		const id = await aProposal();
		const strangers = [w.lenkung, w.gast, w.federfuehrung, w.datenschutz, w.admin].map((a) => open(a, id));
		await until(() => strangers.every((e) => e.status === 'ended'));
		expect(strangers.map((e) => textOf(e.doc, 'problem')).join('')).toBe('');
	});

	it('takes what a form saves to those who write, and refuses a form that has not read it', async () => {
		const id = await aProposal();
		const olaf = open(w.mitglied, id);
		await begun(olaf);
		const { revision } = await row(id);
		type(olaf, 'problem', ' Live.');
		await until(() => olaf.unacknowledged === 0);
		// not yet in the row, and all the same nothing is written over it
		const c = content(w);
		const typed = { ...c, outline: { ...c.outline, problem: 'Vom Formular' } };
		expect(await save(w.koordination, id, revision, typed)).toMatchObject({ why: 'conflict' });
		const now = await row(id);
		expect(now.outline.problem).toBe('p Live.');
		sure(await save(w.koordination, id, now.revision, typed));
		await until(() => textOf(olaf.doc, 'problem') === 'Vom Formular');
	});

	it('leaves lines alone that a form does not change', async () => {
		const id = await aProposal();
		const c = content(w);
		const with3 = (last: string) => ({ ...c, outline: { ...c.outline, solution: `eins\nzwei\n${last}` } });
		sure(await save(w.mitglied, id, (await row(id)).revision, with3('drei')));
		const olaf = open(w.mitglied, id);
		await begun(olaf);
		const before = partOf(olaf.doc, 'solution')!.get(0);
		sure(await save(w.koordination, id, (await row(id)).revision, with3('vier')));
		await until(() => textOf(olaf.doc, 'solution') === 'eins\nzwei\nvier');
		expect(partOf(olaf.doc, 'solution')!.get(0)).toBe(before);
	});

	it('puts right what may not be said: no title, an organisation that does not exist', async () => {
		const id = await aProposal();
		const olaf = open(w.mitglied, id);
		await begun(olaf);
		setFields(olaf.doc, { title: ' ', responsible: crypto.randomUUID(), dueOn: '2026-02-31' });
		await until(() => olaf.doc.getMap('fields').get('title') === content(w).title, 15_000);
		const found = await row(id);
		expect([found.title, found.responsibleOrganisationId, found.dueOn]).toEqual([
			content(w).title,
			w.organisations.jobcentre,
			null
		]);
	});

	it('freezes exactly what is stored: all that was acknowledged, nothing that came later', async () => {
		const id = await aProposal();
		const olaf = open(w.mitglied, id);
		await begun(olaf);
		let n = 0;
		const typing = setInterval(() => type(olaf, 'money', ` ${n++}`), 60);
		let acknowledged = '';
		olaf.on('saved', (waiting) => {
			if (waiting === 0) acknowledged = textOf(olaf.doc, 'money');
		});
		await until(() => n > 12 && acknowledged !== '');
		sure(await take(w.koordination, id, 'recommend'));
		const upTo = acknowledged;
		sure(await take(w.koordination, id, 'submit'));
		await until(() => olaf.status === 'sealed');
		clearInterval(typing);
		const [version] = (await versions(w.mitglied, id))!.versions;
		expect(version!.outline).toEqual((await row(id)).outline);
		expect(version!.outline.money.startsWith(upTo)).toBe(true);
		expect(version!.outline.money.startsWith(acknowledged)).toBe(true);
		// whoever opens it now reads the frozen text, and nothing beside it
		const jana = open(w.koordination, id);
		await begun(jana);
		expect([textOf(jana.doc, 'money'), jana.access]).toEqual([version!.outline.money, 'read']);
	});

	it('opens again when it is returned', async () => {
		const id = await aProposal();
		for (const step of ['recommend', 'submit'] as const) sure(await take(w.koordination, id, step));
		const late = open(w.mitglied, id);
		await begun(late);
		expect(late.access).toBe('read');
		sure(await take(w.koordination, id, 'return', { comment: 'Bitte Kosten' }));
		const olaf = open(w.mitglied, id);
		await until(() => olaf.access === 'write');
		setPart(olaf.doc, 'money', '4.000 Euro');
		await until(() => olaf.unacknowledged === 0);
		sure(await take(w.koordination, id, 'recommend'));
		sure(await take(w.koordination, id, 'submit'));
		expect((await versions(w.mitglied, id))!.versions.map((v) => v.outline.money)).toEqual(['m', '4.000 Euro']);
	});
});

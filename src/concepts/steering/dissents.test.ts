// Dissenting votes where the committee decides: on its page, the lists, the one page, the forms, the decision, the papers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onePage } from '#concepts/proposals/one-page.queries.server.ts';
import { pdfOf } from '#exports/pdf.server.ts';
import { look } from '#platform/change.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { textOf } from '../../../tests/pdf-text.ts';
import { aMeasure, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { listsPage } from './before.queries.server.ts';
import { cockpit } from './cockpit.queries.server.ts';
import { decide } from './commands.server.ts';
import { decidingForm } from './gates.queries.server.ts';
import { composed } from './papers.building.server.ts';
import { halfYearSource } from './papers.half-year.queries.server.ts';
import { meetingSource } from './papers.meeting.queries.server.ts';
import { decisionPage } from './queries.server.ts';

const said = { text: 'Zwei Kurse reichen nicht für den Norden des Kreises.', named: false };
let db: TestDatabase;
let w: World;
let p: Awaited<ReturnType<typeof scheduled>>;
beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
	p = await scheduled(w, { money: 'keine', dissent: said, running: false });
	await scheduled(w, { money: 'keine', meetingId: p.meetingId, running: false });
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

const unnamed = [{ name: null, text: said.text }];
/** Words may be broken anywhere. */
const plain = (text: string) => text.replace(/[\s\u00ad-]+/g, '');
const paper = async (kind: 'folder' | 'summary') => {
	const source = await look((tx) => meetingSource(tx, { meetingId: p.meetingId, keyOn: today() }));
	return plain(textOf(await pdfOf(composed(kind, source, []))));
};

test('the line on the committee’s page and on the lists says that there is one; the rule lets it be talked about', async () => {
	const lines = (await cockpit(w.lenkung))!.lines;
	expect(lines.map((l) => [l.id === p.id, l.dissents])).toEqual(
		expect.arrayContaining([
			[true, 1],
			[false, 0]
		])
	);
	const listed = (await listsPage(w.vorsitz, p.meetingId))!.lines.find((l) => l.id === p.id)!;
	expect(listed).toMatchObject({ dissents: 1, list: 'discussion', reason: 'dissent' });
});

test('its words stand on the one page and beside the form that decides', async () => {
	expect((await onePage(w.lenkung, p.id))!.dissents).toEqual(unnamed);
	expect((await decidingForm(w.vorsitz, p.id))!.dissents).toEqual(unnamed);
	expect(await onePage(w.nobody, p.id)).toBeNull();
});

describe('on paper', () => {
	test('the folder marks the item in its list and has the words on its page and in full', async () => {
		const text = await paper('folder');
		expect(text).toContain(plain('(1 Sondervotum)'));
		expect(text.split(plain(said.text)).length - 1).toBe(2);
		expect(text, 'nobody is named').not.toContain(plain(w.mitglied.name));
	});
	test('the short form marks it', async () => {
		expect((await paper('summary')).split(plain('(1 Sondervotum)'))).toHaveLength(2);
	});
});

describe('once it is decided', () => {
	test('the decision keeps it, as frozen with the version that was decided, and so does the dossier', async () => {
		await setMeeting(p.meetingId, 'running');
		const d = sure(
			await decide(w.vorsitz, {
				proposalId: p.id,
				result: 'adopted',
				wording: 'Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.',
				reason: '',
				target: '',
				targetOn: null,
				measures: [aMeasure(w)]
			})
		);
		expect((await decisionPage(w.lenkung, d.id))!.dissents).toEqual(unnamed);
		// whoever carries it out reads what was decided, not what was said in the group
		expect((await decisionPage(w.federfuehrung, d.id))!.dissents).toEqual([]);
		setClock(new Date(`${addDays(today(), 1)}T10:00:00Z`));
		const source = await look((tx) => halfYearSource(tx, { keyOn: addDays(today(), -1) }));
		expect(source.decided.map((x) => x.dissents)).toEqual([unnamed]);
		const text = plain(textOf(await pdfOf(composed('dossier', source, []))));
		expect(text).toContain('Sondervoten');
		expect(text).toContain(plain(said.text));
	});
});

/** Agenda and minutes on paper: for those who may read the page, with what stands there, on the real database. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import type { Paper } from '#exports/paper.ts';
import { addDays, now, setClock, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { textOf } from '../../../tests/pdf-text.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { pdfOf } from '#exports/pdf.server.ts';
import { addItem, link } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { planGuest } from './guests.commands.server.ts';
import { fingerprint, invite } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { note } from './document.commands.server.ts';
import { approve, circulate, correct, review } from './minutes.commands.server.ts';
import { agendaPaper, minutesPaper, versionFrom, type LabelsOf } from './paper.server.ts';
import { meetingPage } from './queries.server.ts';
import { recordAttendance, settleItem } from './running.commands.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
afterEach(() => setClock(null));

const noLabels: LabelsOf = () => Promise.resolve(new Map());
const item = (title: string, rapporteur = '') => ({ kind: 'discussion' as const, title, minutes: 10, rapporteur });

async function drafted(bodyId: string, leader: Actor) {
	const startsAt = new Date(now().getTime() + 30 * 86_400_000);
	const times = { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), place: 'Kreishaus, Raum 2', link: '' };
	const id = value(await call(leader, bodyId, { title: 'Vierte Sitzung', ...times }));
	const first = value(await addItem(leader, id, item('Begrüßung')));
	value(await addItem(leader, id, item('#panic("Kinderbetreuung") ]$', 'Frau Ahlers')));
	return { id, first };
}
async function invited() {
	const made = await drafted(w.group, w.koordination);
	value(await schedule(w.koordination, made.id));
	value(await planGuest(w.koordination, made.id, { accountId: w.gast.id, accessUntil: addDays(today(), 40) }));
	const seen = fingerprint((await invitationPage(w.koordination, made.id))!.recipients);
	value(await invite(w.koordination, made.id, { seen, shortNoticeReason: '' }));
	return made;
}
async function held() {
	const made = await invited();
	value(await start(w.koordination, made.id));
	value(await recordAttendance(w.koordination, made.id, new Map([[w.mitglied.id, 'present' as const]])));
	value(await settleItem(w.koordination, made.first, { step: 'finish', result: 'Alle sind begrüßt.' }));
	value(await end(w.koordination, made.id));
	return made;
}
const readersOf = async (paper: (a: Actor) => Promise<Paper | null>): Promise<string[]> => {
	const names: string[] = [];
	for (const [name, a] of w.everyone) if (await paper(a)) names.push(name);
	return names;
};
const pageReaders = (id: string) => readersOf(async (a) => ((await meetingPage(a, id)) ? ({} as Paper) : null));
const factOf = (paper: Paper | null, label: string) => paper?.facts.find((f) => f.label === label)?.text;

describe('the agenda on paper', () => {
	it('is there for those who may read the meeting, and for nobody else', async () => {
		const draft = await drafted(w.topicGroup, w.koordination2);
		const readers = (id: string) => readersOf((a) => agendaPaper(a, id, noLabels));
		expect(await readers(draft.id)).toEqual(['koordination', 'koordination2']);
		expect((await agendaPaper(w.koordination, draft.id, noLabels))?.notice).toBe('Entwurf');
		const { id } = await invited();
		expect(await readers(id)).toEqual(await pageReaders(id));
		expect(await readers(id)).toContain('gast');
		expect(await readers(id)).not.toContain('nobody');
		expect(await agendaPaper(w.koordination, 'no-id', noLabels)).toBeNull();
	});

	it('says when, where, what, by whom and who is invited, in German', async () => {
		const { id } = await invited();
		const paper = (await agendaPaper(w.mitglied, id, noLabels))!;
		expect(paper.title).toBe('Tagesordnung');
		expect(paper.subtitle).toBe('Vierte Sitzung');
		expect(paper.letterhead[0]).toBe('Kreis Steinfurt');
		expect(factOf(paper, 'Ort')).toBe('Kreishaus, Raum 2');
		expect(factOf(paper, 'Stand')).toBe(today().split('-').reverse().join('.'));
		const text = textOf(await pdfOf(paper));
		for (const word of ['Begrüßung', '#panic("Kinderbetreuung") ]$', '10 Min.', 'Frau Ahlers', '(Gast)'])
			expect(text, word).toContain(word);
	});

	it('names linked things only as far as this reader may see them, and what was added since the invitation', async () => {
		const { id, first } = await invited();
		const thing = crypto.randomUUID();
		value(await link(w.koordination, first, { type: 'service_gap', id: thing }));
		value(await addItem(w.koordination, id, item('Verschiedenes')));
		const office: LabelsOf = (a, things) =>
			Promise.resolve(
				new Map(
					a.id === w.koordination.id
						? things.map((t) => [`${t.type}:${t.id}`, { number: 'L-2026-007', title: 'Sprachkurs' }])
						: []
				)
			);
		const shown = async (a: Actor) => textOf(await pdfOf((await agendaPaper(a, id, office))!));
		expect(await shown(w.koordination)).toContain('Versorgungslücke L-2026-007: Sprachkurs');
		expect(await shown(w.gast)).not.toContain('L-2026-007');
		expect(await shown(w.gast)).toContain('Neu: Verschiedenes');
	});
});

describe('the minutes on paper', () => {
	it('are a draft for all who may read the meeting, marked as such and without checksum', async () => {
		const { id, first } = await held();
		const readers = () => readersOf((a) => minutesPaper(a, id));
		value(await note(w.koordination, id, first, 'Alle sind **herzlich** begrüßt.\n\n- eins\n- zwei'));
		value(await circulate(w.koordination, id, addDays(today(), 14)));
		expect(await readers()).toEqual(await pageReaders(id));
		const paper = (await minutesPaper(w.mitglied, id))!;
		expect(paper.notice).toBe('Entwurf – noch nicht genehmigt');
		expect(paper.fileName).toMatch(/ Entwurf$/);
		expect(paper.hash).toBeUndefined();
		expect(paper.sections.map((b) => b.type).join(' ')).toContain('heading paragraph list paragraph heading');
		expect(await minutesPaper(w.mitglied, id, 1)).toBeNull();
	});

	it('once approved, say version, approval and checksum; an earlier version stays readable', async () => {
		const { id, first: item } = await held();
		value(await note(w.koordination, id, item, 'Erste Fassung.'));
		value(await circulate(w.koordination, id, addDays(today(), 14)));
		value(await review(w.mitglied, id, { confirmed: true, objection: '' }));
		value(await approve(w.koordination, id));
		const first = (await minutesPaper(w.mitglied, id))!;
		const stored = (await meetingPage(w.mitglied, id))!.minutesPart.versions[0]!;
		expect(first.title).toBe('Protokoll');
		expect(first.notice).toBeUndefined();
		expect(first.hash).toEqual({ label: 'Prüfsumme (SHA-256)', text: stored.hash });
		expect(factOf(first, 'Fassung')).toBe('1');
		expect(factOf(first, 'Genehmigt')).toContain(stored.approvedBy);
		expect(Buffer.compare(await pdfOf(first), await pdfOf((await minutesPaper(w.koordination, id, 1))!))).toBe(0);

		value(await correct(w.koordination, id, { text: '## TOP 1\n\nZweite Fassung.', reason: 'Datum falsch' }));
		const second = (await minutesPaper(w.mitglied, id))!;
		expect(factOf(second, 'Fassung')).toBe('2');
		expect(factOf(second, 'Grund der Berichtigung')).toBe('Datum falsch');
		expect(textOf(await pdfOf(second))).toContain('Zweite Fassung.');
		expect(textOf(await pdfOf((await minutesPaper(w.mitglied, id, 1))!))).toContain('Erste Fassung.');
		expect(await minutesPaper(w.mitglied, id, 3)).toBeNull();
		expect(await readersOf((a) => minutesPaper(a, id))).toEqual(await pageReaders(id));
	});

	it('of the committee are called Niederschrift', async () => {
		const { id } = await drafted(w.committee, w.vorsitz);
		expect(await minutesPaper(w.vorsitz, id)).toBeNull();
		value(await schedule(w.vorsitz, id));
		const seen = fingerprint((await invitationPage(w.vorsitz, id))!.recipients);
		value(await invite(w.vorsitz, id, { seen, shortNoticeReason: '' }));
		value(await start(w.vorsitz, id));
		value(await end(w.vorsitz, id));
		expect((await minutesPaper(w.vorsitz, id))?.title).toBe('Niederschrift');
	});

	it('are asked for by their version, and by nothing else', () => {
		const asked = (query: string) => versionFrom(new URL(`http://hub.example/minutes.pdf${query}`));
		expect(asked('')).toBeUndefined();
		expect(asked('?version=2')).toBe(2);
		for (const odd of ['?version=', '?version=0', '?version=-1', '?version=1e3', '?version=zwei'])
			expect(asked(odd)).toBe(0);
	});
});

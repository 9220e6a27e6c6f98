// Papers of the committee: same key date, same bytes; what is recalled goes with the recall; who may have them; two clicks.
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eraseCase, recallCase, restoreCase } from '#concepts/cases/commands.server.ts';
import { linkCaseToGap } from '#concepts/gaps/commands.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { docxOf } from '#exports/docx.server.ts';
import { pdfOf } from '#exports/pdf.server.ts';
import { change, look } from '#platform/change.server.ts';
import { yes } from '#platform/result.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { unzipped } from '../../../tests/e2e/papers.ts';
import { analysis, released } from '../../../tests/case-scene.ts';
import { pagesOf, textOf } from '../../../tests/pdf-text.ts';
import { aMeasure, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { decide } from './commands.server.ts';
import { cellText, controlColumns } from './control.ts';
import { controlRows } from './control.queries.server.ts';
import { buildPaper } from './papers.building.server.ts';
import { advance, begin, finish, orderAgain, orderPaper } from './papers.commands.server.ts';
import { controlPaper } from './papers.control.server.ts';
import { extractPaper } from './papers.extract.server.ts';
import { papersPage, paperFile } from './papers.queries.server.ts';
import { reportPaper } from './papers.report.server.ts';
import { meetingSource } from './papers.meeting.queries.server.ts';
import { paperBuild } from './papers.tables.server.ts';
import type { PaperKind } from './papers.rules.ts';

let db: TestDatabase;
let w: World;
let scene: { meetingId: string; gapId: string };
const yesterday = () => addDays(today(), -1);

beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
	const { meetingId, gapIds } = await scheduled(w, { running: false });
	scene = { meetingId, gapId: gapIds[0]! };
});
afterAll(async () => {
	setClock(null);
	await db.close();
});
beforeEach(async () => {
	await (await database()).execute(sql`delete from paper_case`);
	await (await database()).execute(sql`delete from paper_build`);
});

const ordering = (kind: PaperKind) => ({
	kind,
	meetingId: kind === 'dossier' ? '' : scene.meetingId,
	keyOn: yesterday()
});
async function made(kind: PaperKind, actor: Actor = w.koordination): Promise<string> {
	const { id } = sure(await orderPaper(actor, ordering(kind)));
	await buildPaper(id);
	return id;
}
const fileOf = async (id: string, actor: Actor = w.koordination) => (await paperFile(actor, id))?.content ?? null;
const rowOf = async (id: string) => (await papersPage(w.koordination, 1))!.rows.find((r) => r.id === id)!;
async function withCase(title: string): Promise<string> {
	const id = await released(w.fallmanagementB, w.pruefung, { ...analysis, title });
	sure(await linkCaseToGap(w.koordination, scene.gapId, id));
	return id;
}

describe('a folder', () => {
	test('holds agenda, resolution on one page, control list and full text, as tagged PDF with bookmarks', async () => {
		const id = await made('folder');
		const pdf = (await fileOf(id))!;
		const raw = Buffer.from(pdf).toString('latin1');
		expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(raw).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
		expect(raw).toContain('/Lang (de-DE)');
		expect(raw).toMatch(/\/Type \/Outlines[^]*?\/Count/);
		const text = textOf(pdf);
		for (const words of [
			'Sitzungsmappe',
			'Inhalt',
			'Tagesordnung',
			'Beschlussvorlagen',
			'Beschlusskontrolle',
			'Anlage 1'
		])
			expect(text).toContain(words);
		expect(text).toContain('Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.');
		const row = await rowOf(id);
		expect(row).toMatchObject({ state: 'ready', missing: 0, size: pdf.length, pages: pagesOf(pdf).length });
		expect(row.hash).toBe(createHash('sha256').update(pdf).digest('hex'));
	});

	test('is the same file when it is made again, though the world went on', async () => {
		const first = (await fileOf(await made('folder')))!;
		const title = 'Ein anderer Titel';
		const [before] = await (
			await database()
		)
			.select({ title: meeting.title })
			.from(meeting)
			.where(eq(meeting.id, scene.meetingId));
		const builds = (await papersPage(w.koordination, 1))!.rows;
		await (await database()).update(meeting).set({ title }).where(eq(meeting.id, scene.meetingId));
		try {
			setClock(new Date(Date.now() + 7 * 86_400_000));
			const { id } = sure(await orderAgain(w.vorsitz, builds[0]!.id));
			await buildPaper(id);
			expect(Buffer.compare((await fileOf(id))!, first)).toBe(0);
		} finally {
			setClock(null);
			await (await database()).update(meeting).set({ title: before!.title }).where(eq(meeting.id, scene.meetingId));
		}
	});

	test('loses a recalled analysis with the recall: the file is gone, the next one says that one is missing', async () => {
		const caseId = await withCase('Verlauf zum Zurückrufen');
		const id = await made('folder');
		expect(textOf((await fileOf(id))!)).toContain('Verlauf zum Zurückrufen');
		sure(await recallCase(w.mitglied, caseId));
		expect(await fileOf(id)).toBeNull();
		expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', missing: 1 });
		const again = sure(await orderAgain(w.koordination, id));
		await buildPaper(again.id);
		const text = textOf((await fileOf(again.id))!);
		expect(text).not.toContain('Verlauf zum Zurückrufen');
		expect(text).not.toContain('Zwei Behörden forderten dieselben Belege');
		expect(text).toContain('Eine Einzelfallanalyse, die hier stand, wurde zurückgerufen oder gelöscht und fehlt.');
		expect(await rowOf(again.id)).toMatchObject({ state: 'ready', missing: 1 });
		sure(await restoreCase(w.datenschutz, caseId));
		const back = sure(await orderAgain(w.koordination, id));
		await buildPaper(back.id);
		expect(textOf((await fileOf(back.id))!)).toContain('Verlauf zum Zurückrufen');
		sure(await recallCase(w.mitglied, caseId));
		sure(await eraseCase(w.datenschutz, caseId));
		expect(await rowOf(back.id)).toMatchObject({ state: 'withdrawn', missing: 1 });
	});

	test('nothing of an analysis stays in the database but its id', async () => {
		const caseId = await withCase('Spurlosertitel');
		const id = await made('folder');
		expect(await fileOf(id)).not.toBeNull();
		sure(await recallCase(w.mitglied, caseId));
		const found = await look((tx) => tx.execute<{ it: string }>(sql`select concat(p) as it from paper_build p`));
		expect(found.rows.map((r) => r.it).join()).not.toContain('Spurlosertitel');
		expect(found.rows.map((r) => r.it).join()).toContain(caseId);
	});

	test('an analysis recalled while the pages are set does not get into the file', async () => {
		const caseId = await withCase('Verlauf im Satz');
		const { id } = sure(await orderPaper(w.koordination, ordering('folder')));
		sure(await begin(id));
		const source = await look((tx) => meetingSource(tx, { meetingId: scene.meetingId, keyOn: today() }));
		sure(await advance(id, 1, source));
		sure(await recallCase(w.mitglied, caseId));
		const pdf = new Uint8Array([1, 2, 3]);
		expect(await finish(id, { pdf, pages: 1, caseIds: [caseId] })).toMatchObject({ ok: false, why: 'conflict' });
		expect((await rowOf(id)).state).toBe('building');
		await buildPaper(id);
		expect(textOf((await fileOf(id))!)).not.toContain('Verlauf im Satz');
	});

	test('a recall that waits for the keeping of the file finds it', async () => {
		const caseId = await withCase('Verlauf im Wettlauf');
		const { id } = sure(await orderPaper(w.koordination, ordering('folder')));
		sure(await begin(id));
		const source = await look((tx) => meetingSource(tx, { meetingId: scene.meetingId, keyOn: today() }));
		sure(await advance(id, 1, source));
		const d = await database();
		// holds the row of the build, so that keeping it has the analysis and waits for the row
		const [kept, recalled] = await d
			.transaction(async (tx) => {
				await tx.execute(sql`select from paper_build where id = ${id} for update`);
				const keeping = finish(id, { pdf: new Uint8Array([1]), pages: 1, caseIds: [caseId] });
				await new Promise((r) => setTimeout(r, 200));
				const recall = recallCase(w.mitglied, caseId);
				await new Promise((r) => setTimeout(r, 200));
				return [keeping, recall] as const;
			})
			.then((both) => Promise.all(both));
		expect([kept.ok, recalled.ok]).toEqual([true, true]);
		expect((await rowOf(id)).state).toBe('withdrawn');
	});
});

describe('a short form', () => {
	test('has two pages at most and names no analysis', async () => {
		const caseId = await withCase('Nicht in der Kurzfassung');
		const id = await made('summary');
		const pdf = (await fileOf(id))!;
		expect(pagesOf(pdf).length).toBeLessThanOrEqual(2);
		expect(textOf(pdf)).not.toContain('Nicht in der Kurzfassung');
		sure(await recallCase(w.mitglied, caseId));
		expect((await rowOf(id)).state).toBe('ready');
	});
});

describe('a dossier', () => {
	test('needs a key date that is over', async () => {
		for (const keyOn of ['', today(), addDays(today(), 1), '2026-02-30'])
			expect(await orderPaper(w.koordination, { kind: 'dossier', meetingId: '', keyOn })).toMatchObject({
				ok: false,
				why: 'incomplete'
			});
	});
	test('lacks a recalled analysis with the recall, and the next one says that one is missing', async () => {
		const title = 'qzwx Dossieranalyse';
		const caseId = await withCase(title);
		const [row] = (
			await (
				await database()
			).execute<{ number: string }>(sql`select number from case_analysis where id = ${caseId}::uuid`)
		).rows;
		await change(w.koordination, (c) => {
			c.record('service_gap.confirm', { type: 'service_gap', id: scene.gapId }, {});
			return Promise.resolve(yes(null));
		});
		setClock(new Date(Date.now() + 86_400_000)); // today is the key date
		const id = await made('dossier');
		const before = textOf((await fileOf(id))!);
		expect(before).toContain(row!.number);
		const { missing } = await rowOf(id);
		sure(await recallCase(w.mitglied, caseId));
		expect(await fileOf(id)).toBeNull();
		expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', missing: missing + 1 });
		const { id: again } = sure(await orderAgain(w.koordination, id));
		await buildPaper(again);
		const after = textOf((await fileOf(again))!);
		expect(after).not.toContain(row!.number);
		expect(after).not.toContain(title);
		expect(after).toMatch(
			missing
				? `${missing + 1} Einzelfallanalysen, die hier standen, wurden`
				: /Eine Einzelfallanalyse, die hier stand, wurde/
		);
		// but for that, word by word the same
		const rest = (text: string) => text.split('der volle Text ist im Hub.')[0];
		expect(rest(after)).toBe(rest(before));
		setClock(null);
	});
	test('with the same key date is the same file, and is read once only', async () => {
		const first = (await fileOf(await made('dossier')))!;
		const second = (await fileOf(await made('dossier', w.lenkung)))!;
		expect(Buffer.compare(first, second)).toBe(0);
		expect(textOf(first)).toContain('Halbjahresdossier');
		expect(textOf(first)).toContain('Maßnahmen nach Stand');
	});
});

describe('two clicks', () => {
	test('at once make one build', async () => {
		const both = await Promise.all([
			orderPaper(w.koordination, ordering('folder')),
			orderPaper(w.vorsitz, ordering('folder'))
		]);
		expect(new Set(both.map((r) => sure(r).id)).size).toBe(1);
		expect((await papersPage(w.koordination, 1))!.total).toBe(1);
	});
	test('a build that another process finished is left alone', async () => {
		const id = await made('folder');
		const { hash } = await rowOf(id);
		await buildPaper(id);
		expect((await rowOf(id)).hash).toBe(hash);
	});
	test('what cannot be built says so, and can be ordered again', async () => {
		const { id } = sure(await orderPaper(w.koordination, ordering('folder')));
		await (await database()).update(paperBuild).set({ keyOn: '0001-01-01' }).where(eq(paperBuild.id, id));
		await buildPaper(id);
		const row = await rowOf(id);
		expect(['failed', 'ready']).toContain(row.state);
	});
});

describe('who may have them', () => {
	test('the committee and the office; a draft those who prepare it; nobody else', async () => {
		const [folder, dossier] = [await made('folder'), await made('dossier')];
		const who = async (id: string) => {
			const found: string[] = [];
			for (const [name, actor] of w.everyone) if (await fileOf(id, actor)) found.push(name);
			return found.sort();
		};
		expect(await who(folder)).toEqual(['koordination', 'koordination2', 'lenkung', 'vorsitz']);
		expect(await who(dossier)).toEqual(['koordination', 'koordination2', 'lenkung', 'vorsitz']);
		const listed = async (a: Actor) => ((await papersPage(a, 1))?.rows ?? []).map((r) => r.id);
		expect(await listed(w.lenkung)).toEqual([dossier, folder]);
		await setMeeting(scene.meetingId, 'draft');
		expect(await who(folder)).toEqual(['koordination', 'koordination2', 'vorsitz']);
		expect(await listed(w.lenkung)).toEqual([dossier]);
		expect((await orderPaper(w.lenkung, ordering('folder'))).ok).toBe(false);
		await setMeeting(scene.meetingId, 'scheduled');
		for (const [name, actor] of w.everyone) {
			const may = ['koordination', 'koordination2', 'lenkung', 'vorsitz'].includes(name);
			expect([name, (await orderPaper(actor, ordering('summary'))).ok]).toEqual([name, may]);
			expect([name, (await papersPage(actor, 1)) !== null]).toEqual([name, may || name === 'federfuehrung']);
			expect([name, (await orderAgain(actor, folder)).ok]).toEqual([name, may]);
		}
	});
	test('a group has no folder', async () => {
		const startsAt = new Date();
		const values = { bodyId: w.group, title: 'AG', startsAt, endsAt: startsAt, state: 'scheduled' as const };
		const [row] = await (await database()).insert(meeting).values(values).returning({ id: meeting.id });
		expect(await orderPaper(w.koordination, { kind: 'folder', meetingId: row!.id, keyOn: '' })).toMatchObject({
			why: 'not_found'
		});
		expect(await reportPaper(w.koordination, row!.id)).toBeNull();
	});
});

describe('papers to download at once', () => {
	let sitting: string;
	beforeAll(async () => {
		const p = await scheduled(w);
		sitting = p.meetingId;
		sure(
			await decide(w.vorsitz, {
				proposalId: p.id,
				result: 'adopted_with_changes',
				wording: 'Das Jobcenter richtet drei betreute Kurse ein.',
				reason: 'Bedarf',
				target: '',
				targetOn: null,
				vote: 'einstimmig',
				measures: [aMeasure(w)]
			})
		);
	});

	test('an organisation has its own extract: wording, measures, due dates – and no other organisation’s', async () => {
		const paper = (await extractPaper(w.federfuehrung, ''))!;
		const text = textOf(await pdfOf(paper));
		expect(text).toContain('Das Jobcenter richtet drei betreute Kurse ein.');
		expect(text).toContain('Zwei betreute Kurse einrichten');
		expect(await extractPaper(w.federfuehrung, w.organisations.carrierA)).toBeNull();
		for (const [name, actor] of w.everyone) {
			const may = ['koordination', 'koordination2', 'lenkung', 'vorsitz', 'federfuehrung'].includes(name);
			expect([name, (await extractPaper(actor, w.organisations.jobcentre)) !== null]).toEqual([name, may]);
		}
	});

	test('the control list on paper has the rows of the screen', async () => {
		const all = { tab: 'all' as const, organisationId: '', meetingId: '' };
		const rows = (await controlRows(w.koordination, all))!;
		const text = textOf(await pdfOf((await controlPaper(w.koordination, all))!)).replace(/\u00ad/g, '');
		expect(rows.length).toBeGreaterThan(0);
		const plain = (t: string) => t.replace(/[\s\u00ad-]+/g, '');
		for (const row of rows)
			for (const column of controlColumns)
				if (column !== 'state') expect(plain(text), column).toContain(plain(cellText(row, column)));
		expect(await controlPaper(w.gast, all)).toBeNull();
	});

	test('the report for the county’s committees is a Word file that names organisations and no people', async () => {
		const paper = (await reportPaper(w.lenkung, sitting))!;
		const xml = unzipped(await docxOf(paper)).get('word/document.xml')!;
		expect(xml).toContain('Das Jobcenter richtet drei betreute Kurse ein.');
		expect(xml).toContain('Federführend: ');
		for (const [, actor] of w.everyone) if (actor.name) expect(xml).not.toContain(actor.name);
		expect(await reportPaper(w.mitglied, sitting)).toBeNull();
	});
});

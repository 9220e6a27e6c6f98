// The control list: what is open and overdue, who sees which rows, and a sheet that equals the screen.
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { xlsxOf } from '#exports/xlsx.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aMeasure, scheduled, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { decide } from './commands.server.ts';
import { cellText, controlColumns } from './control.ts';
import { controlList, controlRows, type ControlFilter } from './control.queries.server.ts';
import { issue } from './issue.server.ts';
import { takeMeasureStep } from './measures.commands.server.ts';
import { measuresNamed } from './measures.queries.server.ts';
import { controlSheet } from './paper.server.ts';
import { measureStateWords } from './words.ts';

let db: TestDatabase;
let w: World;
const all: ControlFilter = { tab: 'all', organisationId: '', meetingId: '' };

beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
	const base = { reason: 'r', target: '', targetOn: null, vote: '', measures: [] };
	for (let i = 0; i < 12; i++) {
		const p = await scheduled(w);
		const d = sure(
			await decide(w.vorsitz, {
				...base,
				proposalId: p.id,
				result: 'adopted',
				wording: 'Ja',
				measures: [{ ...aMeasure(w), title: `=SUMME(A1) ${i}`, dueOn: addDays(today(), 10 + i * 10) }]
			})
		);
		if (i === 0)
			sure(
				await issue(w.koordination, d.id, {
					...aMeasure(w),
					contactId: w.fachkraft.id,
					title: 'Bei der Ausländerbehörde'
				})
			);
	}
	const p = await scheduled(w);
	sure(
		await decide(w.vorsitz, {
			...base,
			proposalId: p.id,
			result: 'passed_on',
			wording: 'Ans Land',
			target: 'MKJFGFI',
			targetOn: addDays(today(), 30)
		})
	);
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

test('every decision with its measures, one row each; counts are those of the rows', async () => {
	const found = (await controlList(w.lenkung, all, 1))!;
	expect(found.counts).toEqual({ all: 14, open: 14, overdue: 0, done: 0, archive: 0 });
	expect(found.rows).toHaveLength(14);
	setClock(new Date(Date.now() + 35 * 86_400_000));
	const late = (await controlList(w.lenkung, { ...all, tab: 'overdue' }, 1))!;
	expect(late.rows.map((r) => r.overdue)).toEqual(late.rows.map(() => true));
	// due after 10, 20 and 30 days, and the resubmission of what was passed on
	expect([late.rows.length, late.counts.overdue]).toEqual([4, 4]);
	setClock(null);
});
test('measures to link are found by a part of number or title, and a unit is offered its own only', async () => {
	expect(await measuresNamed(w.koordination, '', 5)).toHaveLength(5);
	expect((await measuresNamed(w.koordination, 'ausländer', 25)).map((f) => f.title)).toEqual([
		'Bei der Ausländerbehörde'
	]);
	expect(await measuresNamed(w.koordination, '%', 25)).toEqual([]);
	expect(await measuresNamed(w.federfuehrung, '', 25)).toHaveLength(12);
	expect(await measuresNamed(w.federfuehrung, 'ausländer', 25)).toEqual([]);
});
test('a unit sees its own rows, outsiders none', async () => {
	const own = (await controlList(w.federfuehrung, all, 1))!;
	expect(own.counts.all).toBe(12);
	expect(own.units.map((u) => u.id)).toEqual([w.organisations.jobcentre]);
	for (const who of [w.gast, w.admin, w.datenschutz, w.nobody]) expect(await controlList(who, all, 1)).toBeNull();
	for (const who of [w.gast, w.admin, w.datenschutz, w.nobody]) expect(await controlSheet(who, all)).toBeNull();
});
test('filters by unit and meeting; nonsense in the address finds everything', async () => {
	const unit = (await controlRows(w.lenkung, { ...all, organisationId: w.organisations.immigration }))!;
	expect(unit.map((r) => r.what)).toEqual(['Bei der Ausländerbehörde']);
	const first = (await controlRows(w.lenkung, all))![0]!;
	expect(first.until).toBe(addDays(today(), 30));
	expect((await controlRows(w.lenkung, { ...all, organisationId: "' or 1=1 --" }))!).toHaveLength(14);
});
test('the sheet equals the screen, cell by cell, and holds no formula', async () => {
	const [row] = (await controlRows(w.lenkung, { ...all, organisationId: w.organisations.jobcentre }))!;
	sure(await takeMeasureStep(w.federfuehrung, row!.measureId!, 'accept'));
	sure(await takeMeasureStep(w.federfuehrung, row!.measureId!, 'report', { text: '@Stand', nextStep: 'n' }));
	for (const filter of [all, { ...all, tab: 'open' as const }]) {
		const screen = (await controlList(w.lenkung, filter, 1))!;
		const sheet = (await controlSheet(w.lenkung, filter))!;
		expect(sheet.rows).toEqual(screen.rows.map((r) => controlColumns.map((c) => cellText(r, c))));
		expect(JSON.stringify(sheet.rows)).toContain(measureStateWords.in_progress());
	}
	const xml = textOf(await xlsxOf((await controlSheet(w.lenkung, all))!));
	expect(xml).not.toMatch(/<f[ >]/);
	for (const cell of ['LG-', 'MA-', 'MKJFGFI']) expect(xml).toContain(cell);
});
test('text that looks like a formula stays text', async () => {
	const xml = textOf(
		await xlsxOf({
			name: 'a/b',
			columns: [{ heading: 'x' }],
			rows: [['=1+1'], ['+49'], ['-5'], ['@SUM(A1)'], ['\t=1'], ['ganz normal = gut']]
		})
	);
	for (const cell of ["'=1+1", "'+49", "'-5", "'@SUM(A1)", 'ganz normal = gut']) expect(xml).toContain(cell);
	expect(xml).not.toMatch(/<f[ >]/);
});

/** All text of the zip file, by its central directory. */
function textOf(file: Buffer): string {
	const texts: string[] = [];
	let at = file.readUInt32LE(file.length - 22 + 16);
	while (file.readUInt32LE(at) === 0x02014b50) {
		const [size, name, extra, note] = [
			file.readUInt32LE(at + 20),
			file.readUInt16LE(at + 28),
			file.readUInt16LE(at + 30),
			file.readUInt16LE(at + 32)
		];
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const packed = file.subarray(start, start + size);
		texts.push((file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
		at += 46 + name + extra + note;
	}
	return texts.join('').replaceAll('&apos;', "'").replaceAll('&#39;', "'");
}

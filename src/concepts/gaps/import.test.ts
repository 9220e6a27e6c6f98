// Rows of a spreadsheet: what they are taken for, why one is refused, and that the same table twice is one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { reportLists } from './catalogues.server.ts';
import { asText, previewRows, sendRows, tableFrom } from './import.commands.server.ts';
import { codeOf, guessed } from './import.rules.ts';

let db: TestDatabase;
let w: World;
let phase: string;
let kind: string;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	const lists = await reportLists();
	[phase, kind] = [lists.integrationPhase[0]!.labelDe, lists.gapType[0]!.labelDe];
});
afterAll(() => db.close());

const head = ['Was fehlt?', 'Phase der Kette', 'Art der Lücke', 'Rechtskreise', 'Gemeinde'];
const table = (...rows: string[][]) => [head, ...rows].map((row) => row.join('\t')).join('\n');
const good = (text: string) => [text, phase, kind, 'SGB II, SGB8', 'Rheine'];

describe('reading', () => {
	test('pasted from a spreadsheet, or as CSV with semicolons and line breaks within a cell', () => {
		expect(tableFrom('a\tb\n1\t2')).toEqual({ headings: ['a', 'b'], rows: [['1', '2']] });
		expect(tableFrom('a;b\n"1\nund 2";3')?.rows).toEqual([['1\nund 2', '3']]);
		expect(tableFrom('nur Überschriften')).toBeUndefined();
	});
	test('columns are told by their headings', () => {
		expect(guessed({ headings: head, rows: [] })).toEqual({
			text: 0,
			phase: 1,
			gapType: 2,
			legalDomains: 3,
			municipality: 4
		});
	});
	test('a choice by code, name or how its name begins', async () => {
		const { legalDomain } = await reportLists();
		for (const said of ['SGB2', 'sgb2', 'SGB II', legalDomain.find((i) => i.code === 'SGB2')!.labelDe])
			expect(codeOf(legalDomain, said), said).toBe('SGB2');
		expect(codeOf(legalDomain, 'Kirchenrecht')).toBeUndefined();
	});
	test('what is left goes back as text, inert in a spreadsheet', () => {
		expect(asText({ headings: ['a'], rows: [['=1+1']] })).toContain("'=1+1");
	});
});

describe('sending', () => {
	const sentTexts = async () =>
		(
			await (await database()).execute<{ text: string }>(sql`select text from gap_report where state = 'received'`)
		).rows.map((r) => r.text);

	test('good rows are sent, the others are told with the reason; the same table again sends nothing new', async () => {
		const text = table(
			good('Es fehlt ein Kurs am Abend.'),
			['', phase, kind, 'SGB II', ''],
			good('Frau Haddad fehlt ein Kursplatz.'),
			['Es fehlt ein Bus.', 'Mondphase', kind, 'SGB II', ''],
			good('Es fehlt ein Kurs am Abend.')
		);
		const seen = value(await previewRows(w.fallmanagementA, text));
		expect(seen.rows.map((r) => [...r.problems.map((p) => p.why), ...r.issues.map((i) => i.field)])).toEqual([
			[],
			['missing'],
			['text'],
			['unknown'],
			['double']
		]);
		expect(await sentTexts()).toEqual([]);
		const done = value(await sendRows(w.fallmanagementA, text, seen.mapping));
		expect(done.sent).toHaveLength(1);
		expect(done.left.map((r) => r.number)).toEqual([2, 3, 4, 5]);
		const again = value(await sendRows(w.fallmanagementA, text, seen.mapping));
		expect(again.sent).toEqual(done.sent);
		expect(await sentTexts()).toEqual(['Es fehlt ein Kurs am Abend.']);
	});
	test('two at once is one report', async () => {
		const text = table(good('Es fehlt eine Sprechstunde am Samstag.'));
		const { mapping } = value(await previewRows(w.fallmanagementB, text));
		const [a, b] = await Promise.all([1, 2].map(() => sendRows(w.fallmanagementB, text, mapping)));
		expect(value(a!).sent).toEqual(value(b!).sent);
		expect((await sentTexts()).filter((t) => t.includes('Samstag'))).toHaveLength(1);
	});
	test('only by those who report', async () => {
		expect(await previewRows(w.gast, table(good('x')))).toMatchObject({ why: 'forbidden' });
		expect(await sendRows(w.lenkung, table(good('x')), { text: 0 })).toMatchObject({ why: 'forbidden' });
	});
});

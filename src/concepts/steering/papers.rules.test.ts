// What papers say of what they were made of: one page a resolution, two for the short form, no small figure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageCount, pdfOf } from '#exports/pdf.server.ts';
import { emptyOutline, outlineParts, type Outline } from '#concepts/proposals/rules.ts';
import type { FigureTable } from '#concepts/situation/picture.ts';
import { pagesOf, textOf } from '../../../tests/pdf-text.ts';
import { composed, setPaper } from './papers.building.server.ts';
import { figureIn } from './papers.charts.ts';
import { shortened } from './papers.parts.ts';
import { isKeyDate, paperStates, paperSteps, periodStart } from './papers.rules.ts';
import { sourceFormat, type HalfYearSource, type MeetingSource, type SourceProposal } from './papers.source.ts';
import type { ControlRow } from './control.queries.server.ts';

const longWords = 'Die Zuständigkeit zwischen Ausländerbehörde, Jobcenter und Jugendamt ist ungeklärt. ';
const full = (signs: number) => longWords.repeat(Math.ceil(signs / longWords.length)).slice(0, signs);
const fullOutline = Object.fromEntries(
	outlineParts.map((part) => [part, full(part === 'resolution' ? 400 : 6000)])
) as Outline;
const proposal = (n: number, outline: Outline = fullOutline): SourceProposal => ({
	number: `V-2026-${String(n).padStart(3, '0')}`,
	title: full(160),
	outline,
	responsible: 'Jobcenter Kreis Steinfurt (jobcenter kommunal), Fachbereich Eingliederung',
	dueOn: '2027-06-30',
	version: { n: 2, hash: 'ab'.repeat(32), frozenOn: '2026-10-01' },
	gaps: [1, 2, 3, 4, 5].map((g) => ({
		number: `L-2026-0${g}`,
		title: 'Lücke',
		municipalities: 7,
		carriers: 'few',
		domains: 3
	})),
	dissents: [
		{ name: null, text: full(3000) },
		{ name: 'Mitglied der Gruppe', text: full(3000) }
	],
	caseIds: []
});
const row = (n: number): ControlRow => ({
	key: String(n),
	decisionId: '',
	number: `LG-2026/1-B${String(n).padStart(2, '0')}`,
	subject: full(100),
	result: 'adopted',
	decidedOn: '2026-03-12',
	measureId: null,
	measureNumber: `MA-2026-${n}`,
	what: full(120),
	measureState: 'in_progress',
	mandateState: null,
	mandateId: null,
	escalationState: null,
	escalationId: null,
	notedOn: null,
	who: 'Jobcenter (Ansprechperson)',
	until: '2026-09-30',
	reportedOn: '2026-09-01',
	report: full(300),
	delayReason: full(120),
	overdue: n % 2 === 0
});
const source = (many: number, outline = fullOutline): MeetingSource => ({
	format: sourceFormat,
	about: 'meeting',
	county: 'Kreis Steinfurt',
	committee: 'Lenkungsgruppe KIM',
	keyOn: '2026-11-27',
	caseIds: [],
	moreCases: 0,
	meeting: {
		title: '4. Sitzung',
		startsAt: '2026-12-03T08:00:00Z',
		endsAt: '2026-12-03T11:00:00Z',
		place: 'Kreishaus',
		isDraft: false
	},
	since: '2026-05-05',
	items: Array.from({ length: many }, (_, i) => ({
		title: `Beschluss über V-2026-${i + 1}`,
		kind: 'decision' as const,
		minutes: 15,
		rapporteur: 'Vorsitz',
		begins: '2026-12-03T08:00:00Z',
		links: [],
		caseIds: [],
		proposal: `V-2026-${String(i + 1).padStart(3, '0')}`
	})),
	proposals: Array.from({ length: many }, (_, i) => proposal(i + 1, outline)),
	control: Array.from({ length: many * 2 }, (_, i) => row(i + 1))
});

describe('a resolution', () => {
	test('has one page, also when every part is as long as it may be', async () => {
		const pages = pagesOf(await pdfOf(composed('folder', source(3), [])));
		const first = pages.findIndex((t) => /V-2026-001 Die/.test(t) && t.includes('Auswirkungen'));
		expect(first).toBeGreaterThan(0);
		for (const n of [1, 2, 3]) {
			const page = pages[first + n - 1]!;
			expect(page).toContain(`V-2026-00${n} Die`);
			expect(page, 'all of it on the same page').toContain('Fassung 2 vom');
		}
	});
	test('may be empty', async () => {
		expect(textOf(await pdfOf(composed('folder', source(1, emptyOutline), [])))).toContain('BESCHLUSSVORSCHLAG –');
	});
});

describe('the short form', () => {
	test.each([0, 1, 8, 40])('of %i resolutions has two pages at most', async (many) => {
		const { pages, pdf } = await setPaper('summary', source(many), []);
		expect(pages).toBeLessThanOrEqual(2);
		expect(pages).toBe(pageCount(pdf));
	});
});

const f = (least: number, most = least) => ({ least, most });
const table: FigureTable = {
	key: 'topics',
	rows: [
		{ code: 'SGB2', label: 'SGB II – Grundsicherung' },
		{ code: null, label: '' }
	],
	columns: [{ code: 'GT11', label: 'Wartezeit' }],
	cells: [[f(12)], [f(0, 3)]],
	rowTotals: [f(12), f(0, 3)],
	columnTotals: [f(12, 15)],
	total: f(12, 15)
};
const half: HalfYearSource = {
	format: sourceFormat,
	about: 'half_year',
	county: 'Kreis Steinfurt',
	keyOn: '2026-09-30',
	from: '2026-07-01',
	threshold: 5,
	throughOn: '2026-09-30',
	topics: table,
	halfYears: {
		...table,
		key: 'half_years',
		rows: [
			{ code: '2026/1', label: '' },
			{ code: '2026/2', label: '' }
		],
		cells: [[], []],
		columns: []
	},
	steps: { confirm: 3 },
	confirmed: [{ number: 'L-2026-001', title: 'Lücke', municipalities: 4, carriers: 'few', domains: 2 }],
	prioritised: [],
	decided: [],
	measures: [
		{
			number: 'MA-1',
			title: 'Kurs',
			unit: 'Jobcenter',
			dueOn: '2026-08-01',
			state: 'in_progress',
			decision: 'B1',
			approvedOn: null
		}
	],
	effects: [],
	caseIds: [],
	moreCases: 0
};
describe('figures', () => {
	test('below the threshold are hidden, in charts, tables and text alternatives', async () => {
		expect(figureIn(f(0, 3))).toBe('verdeckt');
		expect(figureIn(f(12, 15))).toBe('mindestens 12');
		const pdf = await pdfOf(composed('dossier', half, []));
		const text = textOf(pdf);
		expect(text).toContain('Am häufigsten: SGB II, Wartezeit: 12.');
		expect(text).toContain('verdeckt');
		expect(text).toContain('wenige');
		expect(text).toContain('≥ 12');
		const utf16 = (t: string) => Buffer.from(t, 'utf16le').swap16().toString('hex').toUpperCase();
		const raw = Buffer.from(pdf).toString('latin1');
		expect(raw, 'the bars are told').toContain(`/Alt <FEFF${utf16('Maßnahmen nach Stand: In Umsetzung 1.')}>`);
	});
	test('what is late is late on the key date', async () => {
		expect(textOf(await pdfOf(composed('dossier', half, [])))).toContain('Überfällig am 30.09.2026 Maßnahme');
		const earlier = textOf(await pdfOf(composed('dossier', { ...half, keyOn: '2026-07-31' }, [])));
		expect(earlier).toContain('Überfällig am 31.07.2026 Im Zeitraum nichts.');
	});
});

/** What pdfinfo of poppler says of a file, where it is installed: of the file, and of its structure. */
const pdfinfo = (file: string, ...options: string[]) => spawnSync('pdfinfo', [...options, file], { encoding: 'utf8' });
const hasPdfinfo = spawnSync('pdfinfo', ['-v']).status === 0;

describe.skipIf(!hasPdfinfo)('to a reader of the structure', () => {
	test('folder and dossier are tagged, with headings, header cells and alternative texts', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'papers-'));
		try {
			for (const [kind, pdf] of [
				['folder', await pdfOf(composed('folder', source(2), []))],
				['dossier', await pdfOf(composed('dossier', half, []))]
			] as const) {
				const file = path.join(folder, `${kind}.pdf`);
				writeFileSync(file, pdf);
				expect(pdfinfo(file).stdout).toMatch(/^Tagged:\s+yes$/m);
				const structure = pdfinfo(file, '-struct').stdout;
				const count = (tag: string) => structure.match(new RegExp(`^\\s*${tag}\\b`, 'gm'))?.length ?? 0;
				for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD'])
					expect([kind, tag, count(tag) > 0]).toEqual([kind, tag, true]);
				// each drawing says in words what it shows
				const objects = Buffer.from(pdf).toString('latin1').split('endobj');
				const drawn = objects.filter((o) => o.includes('/S /Figure'));
				expect(drawn).toHaveLength(count('Figure'));
				expect(drawn.length > 0).toBe(kind === 'dossier');
				for (const figure of drawn) expect(figure).toMatch(/\/Alt [<(]/);
			}
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe('rules', () => {
	test('a period begins with its half-year; a key date is over', () => {
		expect([periodStart('2026-06-30'), periodStart('2026-07-01')]).toEqual(['2026-01-01', '2026-07-01']);
		expect([isKeyDate('2026-11-26', '2026-11-27'), isKeyDate('2026-11-27', '2026-11-27'), isKeyDate('x', 'y')]).toEqual(
			[true, false, false]
		);
	});
	test('each state can be reached, and each step leads to a state', () => {
		const reached = new Set<string>(Object.values(paperSteps).map((s) => s.to));
		expect(paperStates.filter((s) => s !== 'queued' && !reached.has(s))).toEqual([]);
	});
	test('texts are shortened by whole sentences or words', () => {
		expect(shortened('Kurz.', 10)).toBe('Kurz.');
		expect(shortened('Ein erster Satz ist da. Ein zweiter folgt noch.', 32)).toBe('Ein erster Satz ist da. …');
		expect(shortened('Zuständigkeit zwischen vielen', 20)).toBe('Zuständigkeit …');
		expect(shortened('x'.repeat(50), 20).length).toBeLessThanOrEqual(20);
	});
});

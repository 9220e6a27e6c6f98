import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveredCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import { parseForm } from '#platform/form.server.ts';
import { caseSchema, contentFrom, type CaseCatalogues } from './form.server.ts';
import type { FieldMark } from './marks.ts';
import { noContent, type Content, type TextName } from './rules.ts';
import { dismissedFrom } from '#concepts/anonymity/field-marks.ts';
import { coarsenCodes, coarsenWish, contentTyped, fieldsOf } from './writing.fields.ts';
import { linesOf, nextMark, piecesOf, shifted, surroundings } from '#concepts/anonymity/drawn-marks.ts';
import { moved } from './marks.ts';

const lists = Object.fromEntries(Map.groupBy(deliveredCatalogues, (row) => row.list)) as unknown as CaseCatalogues;
const markOn = (field: TextName, text: string, words: string): FieldMark => {
	const start = text.indexOf(words);
	return { field, words, start, end: start + words.length, label: 'PERSON', severity: 'red', why: 'Ein Name.' };
};

describe('marks while one types', () => {
	const before = 'Frau Amiri wartet. Herr Tesfay auch.';
	const marks = [markOn('narrative', before, 'Amiri'), markOn('narrative', before, 'Tesfay')];
	const wordsAfter = (after: string) =>
		shifted(marks, 'narrative', before, after).map((mark) => after.slice(mark.start, mark.end));

	test('a mark behind the change moves along, one before it stays', () =>
		expect(wordsAfter('Frau Amiri wartet lange. Herr Tesfay auch.')).toEqual(['Amiri', 'Tesfay']));
	test('a mark that is written into goes until the next check', () =>
		expect(wordsAfter('Frau Amxiri wartet. Herr Tesfay auch.')).toEqual(['Tesfay']));
	test('behind the last mark nothing changes, so nothing is drawn again', () =>
		expect(shifted(marks, 'narrative', before, `${before} Und`)).toBe(marks));
	test('the other texts do not move', () => expect(shifted(marks, 'helped', 'a', 'ab')).toBe(marks));
	test('whatever is typed: a mark that is left lies on its own words', () => {
		fc.assert(
			fc.property(fc.nat(before.length), fc.nat(8), fc.string({ maxLength: 8 }), (from, length, typed) => {
				const after = before.slice(0, from) + typed + before.slice(from + length);
				for (const mark of shifted(marks, 'narrative', before, after))
					expect(after.slice(mark.start, mark.end)).toBe(mark.words);
			})
		);
	});
	test('the pieces are the text, whole', () => {
		const pieces = piecesOf(before, marks);
		expect(pieces.map((p) => p.text).join('')).toBe(before);
		expect(pieces.filter((p) => p.mark).map((p) => p.text)).toEqual(['Amiri', 'Tesfay']);
	});
	test('the lines are the text, whole, and a mark over two lines lies in both', () => {
		const text = 'Frau\nAmiri wartet.\n\nUnd wartet.\n';
		const lines = linesOf(piecesOf(text, [markOn('narrative', text, 'Frau\nAmiri')]));
		expect(lines.map((line) => line.map((p) => p.text).join('')).join('\n')).toBe(text);
		expect(lines.map((line) => line.filter((p) => p.mark).map((p) => p.text))).toEqual([
			['Frau'],
			['Amiri'],
			[],
			[],
			[]
		]);
	});
	test('a mark is listed with the words around it', () => {
		const long = 'Im Frühjahr kam der Bescheid, danach ging Frau Amiri zum Amt und fragte nach dem Geld für die Miete.';
		expect(surroundings(long, markOn('narrative', long, 'Amiri'), 12)).toEqual(['… ging Frau ', ' zum Amt …']);
	});
	test('the marks of a station go with it when it is moved, and with it when it is taken away', () => {
		const station = (i: number) => markOn(`stations.${i}`, before, 'Amiri');
		expect(moved([station(0), station(1)], [1, 0]).map((x) => x.field)).toEqual(['stations.1', 'stations.0']);
		expect(moved([station(0), station(1)], [1]).map((x) => x.field)).toEqual(['stations.0']);
	});
});

describe('from mark to mark', () => {
	const text = 'Frau Amiri und Herr Tesfay';
	const fields: TextName[] = ['title', 'stations.0', 'narrative'];
	const [a, b, c] = [
		markOn('title', text, 'Amiri'),
		markOn('narrative', text, 'Amiri'),
		markOn('narrative', text, 'Tesfay')
	];
	const marks = [b, c, a];
	test('in the order of the form, and after the last comes the first', () => {
		expect(nextMark(marks, fields, undefined, 1)).toBe(a);
		expect(nextMark(marks, fields, { field: 'title', at: a.start }, 1)).toBe(b);
		expect(nextMark(marks, fields, { field: 'stations.0', at: 3 }, 1)).toBe(b);
		expect(nextMark(marks, fields, { field: 'narrative', at: c.start }, 1)).toBe(a);
	});
	test('and back', () => {
		expect(nextMark(marks, fields, { field: 'narrative', at: c.start }, -1)).toBe(b);
		expect(nextMark(marks, fields, { field: 'title', at: a.start }, -1)).toBe(c);
	});
	test('there is none in a clean text', () => expect(nextMark([], fields, undefined, 1)).toBeUndefined());
});

describe('a draft on its way', () => {
	const content: Content = {
		title: 'Wochenlang ohne Geld',
		attributes: {
			place: 'AR-WEST',
			ageBand: 'VOLLJ',
			origin: '145',
			legalDomains: ['SGB8', 'SGB2'],
			phases: ['IK03']
		},
		stations: [
			{ month: 0, legalDomain: 'SGB2', text: 'Antrag gestellt', breakAfter: 'GT05' },
			{ month: 3, legalDomain: 'SGB8', text: '' }
		],
		narrative: 'Eine Frau wartet.\nUnd wartet.',
		helped: '',
		suspectedGap: 'Es fehlt eine Übergabe.',
		dismissed: [{ text: 'Bäckerei am Markt', label: 'ORGANISATION' }]
	};
	const sent = async (c: Content, more: [string, string][] = []) => {
		const body = new FormData();
		for (const [name, value] of [...fieldsOf(c), ...more]) body.append(name, value);
		const parsed = await parseForm(new Request('http://hub', { method: 'POST', body }), caseSchema);
		if (!parsed.ok) throw new Error('refused');
		return { content: contentFrom(parsed.value, lists), values: parsed.values };
	};

	test('comes back from the form as it was, its main field of law first', async () =>
		expect((await sent(content)).content).toEqual(content));
	test('what was typed stands in the form again when it was refused', async () =>
		expect(contentTyped((await sent(content)).values, noContent)).toEqual(content));
	test('a button makes attributes coarser; codes of no ladder change nothing', async () => {
		const wish = coarsenWish({ place: '05566', origin: '*' });
		expect((await sent(content, [['step', wish]])).content.attributes).toMatchObject({ place: '05566', origin: '*' });
		const odd = await sent(content, [['step', 'coarsen:place=NIRGENDS,narrative=x']]);
		expect(odd.content).toEqual({ ...content, attributes: { ...content.attributes, place: undefined } });
	});
	test('a wish says only what it changes', () =>
		expect(coarsenCodes(coarsenWish({ origin: '142' }))).toEqual({ origin: '142' }));
	test('what was set aside is read with care', () =>
		expect(dismissedFrom(['LOCATION Hopsten', 'LOCATION Hopsten', 'SECRET x', 'PERSON ', 'nichts'])).toEqual([
			{ label: 'LOCATION', text: 'Hopsten' }
		]));
});

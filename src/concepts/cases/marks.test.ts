// Marks of all texts of an analysis: where they stand, and which of them are open.
import { describe, expect, test } from 'vitest';
import { checkText, createChecker } from '#concepts/anonymity/check.server.ts';
import { analysis } from '../../../tests/case-scene.ts';
import { checkContent } from './checks.server.ts';
import { finerPlaces, leftInText } from './marks.places.ts';
import { inFields, inUse, isDismissed, openMarks } from '#concepts/anonymity/field-marks.ts';
import type { FieldMark } from './marks.ts';
import { strayPassages, textsOf, type Content } from './rules.ts';

const found = async (changes: Partial<Content>) =>
	(await checkContent({ ...analysis, ...changes })).map((m) => [m.field, m.words, m.severity]);

describe('the check of an analysis', () => {
	test('reads every text, and says in which one a mark stands', async () => {
		const marks = await found({
			title: 'Frau Haddad wartet',
			stations: [
				{ month: 1, legalDomain: 'SGB2', text: 'Der Antrag fehlt.' },
				{ month: 2, legalDomain: 'SGB2', text: 'Rückruf unter 0171 2345678.' }
			],
			helped: 'Ein Gespräch in Mesum.',
			suspectedGap: 'Schreiben an haddad@example.org'
		});
		expect(marks.map(([field]) => field)).toEqual(['title', 'stations.1', 'helped', 'suspectedGap']);
		expect(marks[1]).toEqual(['stations.1', '0171 2345678', 'red']);
	});
	test('a name found in one text counts in the others', async () => {
		const marks = await found({ title: 'Warten auf haddad', helped: 'Frau Haddad fand eine Wohnung.' });
		expect(marks.map(([field, words]) => [field, words])).toEqual([
			['title', 'haddad'],
			['helped', 'Haddad']
		]);
	});
	test('finds nothing in what names nobody', async () => expect(await found({})).toEqual([]));
	test('rejects where the check does', async () => {
		const broken = createChecker(() => '/nowhere/check.mjs');
		await expect(checkContent(analysis, broken)).rejects.toThrow();
		await expect(checkContent({ ...analysis, narrative: 'a'.repeat(300_000) }, checkText)).rejects.toThrow('too long');
	});
	test('what reaches over a border is marked on both sides of it', () => {
		const content = { ...analysis, title: 'abcd', stations: [], narrative: 'efgh' };
		const mark = { start: 2, end: 8, label: 'PERSON', severity: 'red', why: 'Name.' } as const;
		expect(inFields(textsOf(content), [mark]).map((m) => [m.field, m.start, m.end, m.words])).toEqual([
			['title', 2, 4, 'cd'],
			['narrative', 0, 2, 'ef']
		]);
	});
});

const mark = (severity: 'red' | 'amber', words: string, label: FieldMark['label'] = 'LOCATION'): FieldMark => ({
	field: 'narrative',
	start: 0,
	end: words.length,
	words,
	label,
	severity,
	why: 'Warum.'
});

describe('an open mark', () => {
	test('amber is closed by its words and label, red never', () => {
		const dismissed = [{ text: 'Rheine', label: 'LOCATION' as const }];
		expect(openMarks([mark('amber', 'Rheine')], dismissed)).toEqual([]);
		expect(openMarks([mark('red', 'Rheine')], dismissed)).toHaveLength(1);
		expect(isDismissed(mark('amber', 'Rheine', 'ORGANISATION'), dismissed)).toBe(false);
		expect(isDismissed(mark('amber', 'Rheines'), dismissed)).toBe(false);
	});
	test('only what was set aside on a mark is in use', () => {
		const sent = ['Rheine', 'Frau Haddad, 0171 2345678'].map((text) => ({ text, label: 'LOCATION' as const }));
		expect(inUse(sent, [mark('amber', 'Rheine'), mark('red', 'Frau Haddad, 0171 2345678')])).toEqual([sent[0]]);
	});
});

describe('a place left in the text', () => {
	const place = (...words: string[]) => leftInText(words.map((w) => mark('amber', w)));
	test('tells as much as its code, the smallest of them most', () => {
		expect(place('Rheine')).toEqual({ place: '05566076' });
		expect(place('Rheine', 'Wettringen')).toEqual({ place: '05566096' });
		expect(place('Riesenbeck')).toEqual(place('Hörstel'));
		expect(place('Mesum')).toEqual({ place: '05566076' });
		expect(place('Emsdettener')).toEqual(place('Emsdetten'));
		expect(place('Damaskus')).toEqual({});
		expect(leftInText([mark('amber', 'Rheine', 'RARE_FACT')])).toEqual({});
	});
	test('is finer than anything but its own municipality; a part of one is always', () => {
		const finer = (code: string | undefined, words: string) =>
			finerPlaces([mark('amber', words)], code ? { place: code } : {}).length > 0;
		expect(finer('05566076', 'Rheine')).toBe(false);
		expect(finer('AR-WEST', 'Rheine')).toBe(true);
		expect(finer(undefined, 'Rheine')).toBe(true);
		expect(finer('05566076', 'Wettringen')).toBe(true);
		expect(finer('05566076', 'Mesum')).toBe(true);
		expect(finer('AR-WEST', 'Damaskus')).toBe(false);
	});
});

test('a passage is where its words stand, in the text it names', () => {
	const note = (field: 'title' | 'narrative' | 'stations.0' | 'stations.7', quote: string) => ({
		field,
		quote,
		comment: 'x'
	});
	const notes = [
		note('narrative', 'dieselben Belege'),
		note('title', 'dieselben Belege'),
		note('stations.0', 'Antrag'),
		note('stations.7', 'Antrag'),
		note('narrative', '')
	];
	expect(strayPassages(analysis, notes)).toEqual([1, 3, 4]);
});

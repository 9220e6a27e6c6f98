import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseCell } from './ladders.ts';
import type { Label, Mark } from './marks.ts';
import { bandOfAge, yearsOf } from './replace.ages.ts';
import { momentOf } from './replace.dates.ts';
import { proposals, replaceAll } from './replace.ts';

const mark = (text: string, passage: string, label: Label, from = 0): Mark => {
	const start = text.indexOf(passage, from);
	return { start, end: start + passage.length, label, severity: 'red', why: '' };
};
/** Marks from a text in which passages stand in braces: „{Amina} und {Yusuf}“. */
function marked(braced: string, label: Label): { text: string; marks: Mark[] } {
	const marks: Mark[] = [];
	let text = '';
	for (const part of braced.split(/([{}])/)) {
		if (part === '{') marks.push({ start: text.length, end: 0, label, severity: 'red', why: '' });
		else if (part === '}') marks.at(-1)!.end = text.length;
		else text += part;
	}
	return { text, marks };
}
/** The text after the first (or another) proposal for its one mark. */
function after(braced: string, label: Label, attributes: CaseCell = {}, choice = 0): string {
	const { text, marks } = marked(braced, label);
	const offered = proposals(marks[0]!, text, attributes, marks);
	return offered[choice] ? replaceAll(text, offered[choice].edits) : text;
}
const all = (braced: string, label: Label, attributes: CaseCell = {}) => {
	const { text, marks } = marked(braced, label);
	return proposals(marks[0]!, text, attributes, marks).map((p) => p.text);
};
/** All persons replaced, each by its first proposal. */
const unnamed = (braced: string) => {
	const { text, marks } = marked(braced, 'PERSON');
	return replaceAll(
		text,
		marks.flatMap((m) => proposals(m, text, {}, marks)[0]!.edits)
	);
};

describe('the same person', () => {
	test('has one placeholder, in whatever form she is named', () => {
		expect(unnamed('{Amina Haddad} kam im Mai. {Frau Haddad} brachte {Aminas} Bescheid mit, {AMINA} war krank.')).toBe(
			'[Person A] kam im Mai. [Person A] brachte [Person A]s Bescheid mit, [Person A] war krank.'
		);
	});
	test('is found by an initial', () => {
		expect(unnamed('{Tesfay Gebre} und {Tesfay G.} und Herr {G.}')).toBe('[Person A] und [Person A] und [Person A]');
		expect(unnamed('Frau {K.} rief an. {K.} war verzweifelt.')).toBe('[Person A] rief an. [Person A] war verzweifelt.');
	});
	test('others get the next letters, in the order of the text', () => {
		expect(unnamed('{Yusuf} holte {Amina} ab, dann {Olena}.')).toBe('[Person A] holte [Person B] ab, dann [Person C].');
	});
	test('a title goes with the name', () => {
		expect(unnamed('Gespräch mit Herrn {Yilmaz} und Frau Dr. {Osman}.')).toBe(
			'Gespräch mit [Person A] und [Person B].'
		);
	});
	test('a man and a woman of one name are two', () => {
		expect(unnamed('Frau {Haddad} kam, Herr {Haddad} blieb.')).toBe('[Person A] kam, [Person B] blieb.');
	});
	test('of two with one family name the family name alone means the one named last', () => {
		expect(unnamed('{Amina Haddad}, später {Yusuf Haddad}. {Haddad} zog um.')).toBe(
			'[Person A], später [Person B]. [Person B] zog um.'
		);
	});
	test('a family is one, and not one of its members', () => {
		expect(unnamed('Familie {Haddad} wohnt hier. Frau {Haddad} arbeitet.')).toBe(
			'[Familie A] wohnt hier. [Person A] arbeitet.'
		);
	});
	test('a name that ends in s is no genitive', () => {
		expect(unnamed('{Tobias} kam. {Tobias} ging.')).toBe('[Person A] kam. [Person A] ging.');
		expect(unnamed("{Tobias'} Antrag, {Tobias} kam.")).toBe('[Person A]s Antrag, [Person A] kam.');
	});
	test('letters that stand in the text already are taken', () => {
		expect(unnamed('[Person A] und {Amina} und [Person C] und {Yusuf}.')).toBe(
			'[Person A] und [Person B] und [Person C] und [Person D].'
		);
	});
	test('one click replaces her everywhere, and nobody else', () => {
		const { text, marks } = marked('{Amina} kam mit {Yusuf}. {Aminas} Kind blieb.', 'PERSON');
		const [first] = proposals(marks[2]!, text, {}, marks);
		expect(replaceAll(text, first!.edits)).toBe('[Person A] kam mit Yusuf. [Person A]s Kind blieb.');
	});
	test('whoever is replaced later keeps another letter', () => {
		const { text, marks } = marked('{Amina} kam mit {Yusuf}.', 'PERSON');
		const once = replaceAll(text, proposals(marks[1]!, text, {}, marks)[0]!.edits);
		expect(once).toBe('Amina kam mit [Person B].');
		const rest = [mark(once, 'Amina', 'PERSON')];
		expect(replaceAll(once, proposals(rest[0]!, once, {}, rest)[0]!.edits)).toBe('[Person A] kam mit [Person B].');
	});
	test('after Z comes AA', () => {
		const names = Array.from({ length: 28 }, (_, i) => `{Na${'abcdefghijklmnopqrstuvwxyzäö'[i]}x}`).join(', ');
		expect(unnamed(names)).toMatch(/\[Person Z\], \[Person AA\], \[Person AB\]$/);
	});
});

describe('a person can also become', () => {
	const second = (braced: string, attributes: CaseCell = {}) => after(braced, 'PERSON', attributes, 1);
	test('a woman or a man, by the title', () => {
		expect(second('Frau {Haddad} kam.')).toBe('Eine Frau kam.');
		expect(second('Wir sprachen mit Herrn {Yilmaz}.')).toBe('Wir sprachen mit einem Mann.');
		expect(second('Brief für Herrn {Yilmaz}')).toBe('Brief für einen Mann');
	});
	test('a woman or a man, as coded', () => {
		expect(second('Da kam {Amina}.', { gender: 'G_F' })).toBe('Da kam eine Frau.');
		expect(second('Da kam {Amina}.', { gender: 'G_M', ageBand: 'A27' })).toBe('Da kam ein Mann.');
	});
	test('a person, where nothing finer is coded', () => {
		expect(second('Da kam {Amina}.', { gender: 'G_NE' })).toBe('Da kam eine Person.');
	});
	test('a child', () => {
		expect(second('{Amina} lernt.', { ageBand: 'A06', gender: 'G_F' })).toBe('Ein Kind lernt.');
	});
	test('a family', () => {
		expect(second('bei Familie {Haddad}')).toBe('bei einer Familie');
	});
	test('nothing of the kind in the genitive', () => {
		expect(all('{Amina’s} Antrag', 'PERSON')).toEqual(['[Person A]']);
	});
});

describe('a day', () => {
	test.each([
		['Am {12.03.2025} kam der Bescheid.', 'Im März 2025 kam der Bescheid.', 'Im Frühjahr 2025 kam der Bescheid.'],
		['Bescheid vom {3. April 2025}', 'Bescheid vom April 2025', 'Bescheid vom Frühjahr 2025'],
		['seit dem {1.7.24} krank', 'seit Juli 2024 krank', 'seit dem Sommer 2024 krank'],
		['bis zum {19.12.2024}', 'bis Dezember 2024', 'bis zum Winter 2024/25'],
		['ab {15.1.2025}', 'ab Januar 2025', 'ab dem Winter 2024/25'],
		['Termin: {19.3.}', 'Termin: März', 'Termin: Frühjahr'],
		['am Dienstag, {12.3.2025}, um', 'im März 2025, um', 'im Frühjahr 2025, um'],
		['{am 12.3.2025} und', 'im März 2025 und', 'im Frühjahr 2025 und'],
		['vom {12.–14.10.2025} weg', 'vom Oktober 2025 weg', 'vom Herbst 2025 weg'],
		['Eingang {2025-11-03}', 'Eingang November 2025', 'Eingang Herbst 2025']
	])('%s', (braced, month, season) => {
		expect([after(braced, 'DATE'), after(braced, 'DATE', {}, 1)]).toEqual([month, season]);
	});
	test('can become its year', () => {
		expect(after('Am {12.03.2025} kam sie.', 'DATE', {}, 2)).toBe('Im Jahr 2025 kam sie.');
		expect(after('Eingang {12.03.2025}', 'DATE', {}, 2)).toBe('Eingang 2025');
	});
	test('of birth does not become a month', () => {
		expect(all('geboren am {12.03.1990}', 'DATE')).toEqual(['[Geburtsdatum]', '[Datum]']);
		expect(all('{Jahrgang 1990}', 'DATE')).toEqual(['[Geburtsdatum]', '[Datum]']);
	});
	test('that is none becomes a placeholder', () => {
		expect(all('am {45.17.2025}', 'DATE')).toEqual(['[Datum]']);
		expect(momentOf('nichts')).toBeUndefined();
	});
});

describe('an age', () => {
	test.each<[string, string, CaseCell]>([
		['Sie ist {34 Jahre alt}.', 'Sie ist 27 bis 39 Jahre alt.', { ageBand: 'A27' }],
		['Sie ist {34 Jahre} alt.', 'Sie ist 27 bis 64 Jahre alt.', { ageBand: 'ERW' }],
		['Sie ist {34 Jahre} alt.', 'Sie ist volljährig.', {}],
		['Ihr Sohn ({8}) lernt', 'Ihr Sohn (6 bis 15 Jahre) lernt', { ageBand: 'A27' }],
		['Ihr Sohn {(17)} lernt', 'Ihr Sohn (unter 18 Jahre) lernt', { ageBand: 'KIND' }],
		['der {elfjährige} Sohn', 'der minderjährige Sohn', { ageBand: 'A27' }],
		['die {34-jährige} Mutter', 'die volljährige Mutter', {}],
		['Die {34-Jährige} kam', 'Die Volljährige kam', {}],
		['mit {34 Jahren}', 'mit 27 bis 39 Jahren', { ageBand: 'A27' }],
		['{70 J.}', '65 Jahre und älter', { ageBand: 'A65' }]
	])('%s', (braced, expected, attributes) => expect(after(braced, 'AGE', attributes)).toBe(expected));
	test('bands have no gaps', () => {
		expect([0, 5, 6, 15, 16, 17, 18, 26, 27, 39, 40, 54, 55, 64, 65, 99].map(bandOfAge)).toEqual([
			'A00',
			'A00',
			'A06',
			'A06',
			'A16',
			'A16',
			'A18',
			'A18',
			'A27',
			'A27',
			'A40',
			'A40',
			'A55',
			'A55',
			'A65',
			'A65'
		]);
	});
	test('is read in words too', () => {
		expect(
			['elfjährig', 'siebzehnjährige', 'vierunddreißigjährige', 'zwei Jahre', 'zwanzigjährig', 'mehrjährig'].map(
				yearsOf
			)
		).toEqual([11, 17, 34, 2, 20, undefined]);
		expect(all('{mehrjährig}', 'AGE')).toEqual(['[Alter]']);
	});
});

describe('a place', () => {
	test.each([
		['Sie wohnt in {Recke}.', 'Sie wohnt in der Auswerteregion Ost.', 'Sie wohnt im Kreis Steinfurt.'],
		['Umzug nach {Recke}', 'Umzug in die Auswerteregion Ost', 'Umzug in den Kreis Steinfurt'],
		['aus der Gemeinde {Saerbeck}', 'aus der Auswerteregion Mitte', 'aus dem Kreis Steinfurt'],
		['In {Rheine} fehlt', 'In der Auswerteregion Mitte fehlt', 'Im Kreis Steinfurt fehlt'],
		['{Reckes} Busse', 'Auswerteregion Ost Busse', 'Kreis Steinfurt Busse']
	])('%s', (braced, region, county) => {
		expect([after(braced, 'LOCATION'), after(braced, 'LOCATION', {}, 1)]).toEqual([region, county]);
	});
	test('becomes the county where the case is coded no finer', () => {
		expect(after('in {Recke}', 'LOCATION', { place: '05566' })).toBe('im Kreis Steinfurt');
		expect(after('in {Recke}', 'LOCATION', { place: 'AR-OST' })).toBe('in der Auswerteregion Ost');
	});
	test('that is none of ours becomes a placeholder', () => {
		expect(all('in {Steinbeck}', 'LOCATION')).toEqual(['[Ort]']);
	});
});

describe('an organisation', () => {
	test.each([
		['an der {Ludgerus-Grundschule}', 'an einer Grundschule'],
		['in die {Ludgerusschule}', 'in eine Schule'],
		['Die {Ludgerusschule} meldet', 'Eine Schule meldet'],
		['Arbeit beim {Autohaus Meyer}', 'Arbeit bei einem Betrieb'],
		['bei Firma {Meyer}', 'bei einem Betrieb'],
		['im {Mathias-Spital Krankenhaus}', 'in einem Krankenhaus'],
		['am {Goethe-Gymnasium}', 'an einem Gymnasium'],
		['durch die {Kita Regenbogen}', 'durch eine Kita'],
		['die Leitung der {Kita Regenbogen}', 'die Leitung einer Kita'],
		['Beim {Sportverein Recke}', 'Bei einem Verein'],
		['zum {Kepler-Berufskolleg}', 'zu einem Berufskolleg']
	])('%s', (braced, expected) => expect(after(braced, 'ORGANISATION')).toBe(expected));
});

describe('numbers and addresses', () => {
	test.each<[Label, string]>([
		['ID_NUMBER', '[Aktenzeichen]'],
		['PHONE', '[Telefonnummer]'],
		['EMAIL', '[E-Mail-Adresse]'],
		['IBAN', '[Kontoverbindung]'],
		['ADDRESS', '[Anschrift]']
	])('%s: %s', (label, expected) => expect(all('Siehe {X 12}.', label)[0]).toBe(expected));
	test('a number can be named by its kind', () => {
		expect(all('AZR {1234}', 'ID_NUMBER')).toEqual(['[Aktenzeichen]', '[AZR-Nummer]']);
		expect(all('Kindergeld: {FK 12}', 'ID_NUMBER')).toContain('[Kindergeldnummer]');
	});
	test('a rare fact has no replacement: only a person can say it differently', () => {
		expect(all('{der einzige Zahnarzt aus Eritrea}', 'RARE_FACT')).toEqual([]);
	});
});

describe('replacing', () => {
	test('goes from the end, so that offsets stay right', () => {
		const edits = [
			{ start: 0, end: 5, text: '[Person A]' },
			{ start: 10, end: 15, text: '[Person B]' }
		];
		expect(replaceAll('Amina und Yusuf.', edits)).toBe('[Person A] und [Person B].');
		expect(replaceAll('Amina und Yusuf.', edits.toReversed())).toBe('[Person A] und [Person B].');
	});
	test('of two that overlap takes the first and longer one; the same one twice counts once', () => {
		const edits = [
			{ start: 5, end: 11, text: 'y' },
			{ start: 0, end: 11, text: 'x' },
			{ start: 0, end: 11, text: 'x' }
		];
		expect(replaceAll('Frau Haddad kam', edits)).toBe('x kam');
	});
	test('leaves all else as it was, and keeps no name', () => {
		const word = fc.constantFrom('Frau', 'Herr', 'kam', 'mit', 'am', '.', 'und', 'Familie', 'der');
		const name = fc.constantFrom('Amina', 'Aminas', 'Haddad', 'Yusuf', 'K.', 'Amina Haddad', 'Tesfay G.');
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.array(word, { maxLength: 3 }), name), { minLength: 1, maxLength: 8 }),
				(parts) => {
					const braced = parts.map(([words, n]) => [...words, `{${n}}`].join(' ')).join(' ');
					const { text, marks } = marked(braced, 'PERSON');
					const result = unnamed(braced);
					expect(result).not.toMatch(/Amina|Haddad|Yusuf|Tesfay|\bK\.|\bG\./);
					expect(result.match(/\[(Person|Familie) [A-Z]+\]/g)).toHaveLength(marks.length);
					// equal passages of equal title name one person, so there are no more letters than names
					expect(new Set(result.match(/\[(Person|Familie) [A-Z]+\]/g)).size).toBeLessThanOrEqual(marks.length);
					for (const m of marks)
						for (const label of ['PERSON', 'DATE', 'AGE', 'LOCATION', 'ORGANISATION', 'ID_NUMBER'] as const)
							for (const { edits } of proposals({ ...m, label }, text, {}, marks))
								for (const e of edits) {
									expect(e.start).toBeGreaterThanOrEqual(0);
									expect(e.end).toBeLessThanOrEqual(text.length);
									expect(e.start).toBeLessThan(e.end);
								}
				}
			),
			{ numRuns: 300 }
		);
	});
	test('a long text full of names takes no longer than its length asks for', () => {
		const { text, marks } = marked('{Amina Haddad} kam mit Herrn {Yusuf Osman} und {Olena}. '.repeat(60), 'PERSON');
		expect(proposals(marks[0]!, text, {}, marks)[0]!.edits).toHaveLength(60);
	});
});

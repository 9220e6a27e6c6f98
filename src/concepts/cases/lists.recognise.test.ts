// What of a carrier's list is recognised, and what stays on the device.
import { beforeAll, describe, expect, test } from 'vitest';
import { detect, ready } from '#concepts/anonymity/detect.ts';
import { columnsOf, type Suspect } from './lists.columns.ts';
import { decoded, tableFrom, tableIn } from './lists.reader.ts';
import { suspicionOf } from './lists.suspicion.ts';
import { codeFor, type Cell } from './lists.values.ts';

beforeAll(ready);
const today = '2026-11-28';
const suspect: Suspect = suspicionOf;
const columns = (headings: string[], rows: Cell[][]) => columnsOf({ headings, rows }, suspect, today);
/** What a column of this heading and these values is taken for. */
const taken = (heading: string, ...values: Cell[]) => {
	const [column] = columns(
		[heading],
		values.map((v) => [v])
	);
	return column!.field ?? column!.reason;
};

describe('a column stays here because of its heading', () => {
	test.each([
		['Name', 'name'],
		['Nachname', 'name'],
		['Vorname(n)', 'name'],
		['Klient*in', 'name'],
		['Kunde', 'name'],
		['zuständige Fallmanagerin', 'name'],
		['Name der Mutter', 'name'],
		['Geburtsdatum', 'birth'],
		['Geb.-Datum', 'birth'],
		['geb. am', 'birth'],
		['GEBURTSTAG', 'birth'],
		['Date of Birth', 'birth'],
		['Geburtsort', 'birth'],
		['Tel.', 'contact'],
		['Handy-Nr.', 'contact'],
		['E-Mail', 'contact'],
		['Straße', 'address'],
		['Str. / Hausnr.', 'address'],
		['PLZ/Ort', 'address'],
		['Anschrift', 'address'],
		['lfd. Nr.', 'number'],
		['Az.', 'number'],
		['AZR-Nummer', 'number'],
		['BG', 'number'],
		['Fall-ID', 'number'],
		['Kundennr', 'number'],
		['IBAN', 'number'],
		['Bemerkungen', 'text'],
		['Notizen zum Verlauf', 'text'],
		['Arbeitgeber', 'text'],
		['Einreisedatum', 'date']
	])('%s: %s', (heading, reason) => {
		expect(['name', 'number'].includes(reason) ? [taken(heading, 'x', 'y')] : taken(heading, 'x', 'y')).toEqual(
			['name', 'number'].includes(reason) ? [expect.stringMatching(/^(name|number)$/)] : reason
		);
	});
	test('even where its values are places, countries or ages', () => {
		expect(taken('Name', 'Paris', 'Rheine', 'Syrien')).toBe('name');
		expect(taken('Geburtsdatum', 34, 35)).toBe('birth');
		expect(taken('Bemerkung', 'Syrien', 'Rheine')).toBe('text');
	});
});

describe('a column stays here because of what is in it', () => {
	test.each([
		['name', ['Oksana', 'Fatima', 'Yusuf', 'Rahel', 'Jürgen']],
		['name', ['Müller', 'Koch', 'Wolf', 'Çelik', 'Al-Hassan']],
		['name', ['Rahimi, Fatima', 'Yilmaz, Ayşe', 'Tesfay, Selam']],
		['name', ['oksana kovalenko', 'Fatima Rahimi', 'Yusuf Demir']],
		['contact', ['0176 1234567', '05971 80 40 33', '+49 171 5550123']],
		['contact', ['a.b@example.org', 'c@example.org']],
		['address', ['Bahnhofstr. 5, 48431 Rheine', 'Am Markt 12, 48565 Steinfurt']],
		['number', ['DE89370400440532013000', 'DE02120300000000202051']],
		['number', [50123456, 50123457, 50123458]],
		['date', ['12.03.1987', '01.02.1999', '5.6.2001']],
		['text', ['kam erst spät in den Sprachkurs hinein', 'wartet seit Mai auf einen Platz im Kurs']]
	] as [string, Cell[]][])('%s', (reason, values) => {
		expect(taken('Spalte 7', ...values)).toBe(reason);
		expect(taken('Land', ...values)).toBe(reason);
		expect(taken('Status', ...values)).toBe(reason);
	});
	test('dates that the spreadsheet knows as dates', () => {
		expect(taken('Spalte 2', new Date('1987-03-12'), new Date('1990-01-01'))).toBe('date');
	});
	test('one name among five values is enough where the column is not understood', () => {
		expect(taken('Spalte 3', 'ja', 'nein', 'offen', 'vielleicht', 'Oksana Kovalenko')).toBe('name');
	});
	test('and what nobody understands stays, too', () => {
		expect(taken('Kat. X', 'in Arbeit', 'offen', 'erledigt')).toBe('unknown');
		expect(taken('Spalte 9', 'A', 'B')).toBe('unknown');
		expect(taken('Land', '', null)).toBe('empty');
	});
});

describe('a column is used', () => {
	test.each([
		['place', 'Wohnort', ['Rheine', '48565 Steinfurt', 'Stadt Greven', 'Borghorst']],
		['place', 'Spalte 4', ['Rheine', 'Ibbenbüren', 'Lotte']],
		['ageBand', 'Alter', [34, 17, 61]],
		['ageBand', 'Geburtsjahr', [1987, '2001']],
		['ageBand', 'Altersgruppe', ['18-26', 'unter 18', '27 bis 64']],
		['origin', 'Staatsangehörigkeit', ['syrisch', 'Ukraine', 'AFG', 'türkische']],
		['origin', 'nat', ['Syrien', 'Irak', 'Eritrea']],
		['residenceGroup', 'Aufenthaltstitel', ['Duldung', '§ 25 Abs. 2', 'Niederlassungserlaubnis']],
		['household', 'Familienstand', ['alleinerziehend', 'ledig', 'Familie', 'alleinstehend']],
		['household', 'Anzahl Kinder', [0, 1, 4]],
		['gender', 'm/w/d', ['m', 'w', 'd']],
		['gender', 'Spalte 5', ['weiblich', 'männlich']],
		['legalDomain', 'Rechtskreis', ['SGB II', 'AsylbLG', 'SGB VIII']],
		['phase', 'Handlungsfeld', ['Sprache', 'Arbeit', 'Wohnen']]
	] as [string, string, Cell[]][])('%s: %s', (field, heading, values) => {
		expect(taken(heading, ...values)).toBe(field);
	});
	test('once: a second column that says the same stays here', () => {
		expect(columns(['Ort', 'Gemeinde'], [['Rheine', 'Greven']]).map((c) => c.field ?? c.reason)).toEqual([
			'place',
			'double'
		]);
	});
});

describe('a value', () => {
	test.each([
		['ageBand', 34, 'A27'],
		['ageBand', '34 J.', 'A27'],
		['ageBand', '17 Jahre', 'A16'],
		['ageBand', 1987, 'A27'],
		['ageBand', '12.03.1999', 'A27'],
		['ageBand', '29.11.1999', 'A18'], // turns 27 tomorrow
		['ageBand', 36493, 'A18'], // 29.11.1999 as a serial number
		['ageBand', new Date('2011-11-28'), 'A06'],
		['ageBand', '18 bis 26 Jahre', 'A18'],
		['ageBand', '30-50', 'ERW'],
		['ageBand', '31.02.1999', undefined],
		['ageBand', 'mittel', undefined],
		['ageBand', 400, undefined],
		['origin', 'SYR', 'SY'],
		['origin', 'Syrerin', 'SY'],
		['origin', 'ukrainisch', 'UA'],
		['origin', 'Türkei', 'TR'],
		['origin', 'Turkey', 'TR'],
		['origin', 'Cote d’Ivoire', 'CI'],
		['origin', 'Westasien', '145'],
		['origin', 'Syrien/Türkei', undefined],
		['residenceGroup', '§ 24 AufenthG', 'RS_P24'],
		['residenceGroup', 'AE § 25 Abs. 3', 'RS_ABV'],
		['residenceGroup', 'Aufenthaltserlaubnis', 'BEFRISTET'],
		['residenceGroup', 'geduldet', 'RS_DULD'],
		['household', 'ja', 'MIT_KINDERN'],
		['household', 3, 'MIT_KINDERN'],
		['legalDomain', 'SGB II – Grundsicherung für Arbeitsuchende', 'SGB2'],
		['legalDomain', 'Jobcenter', 'SGB2'],
		['place', '05566076', '05566076'],
		['place', 'Kreis Steinfurt', '05566'],
		['place', 'Münster', undefined]
	] as const)('%s %s → %s', (field, value, code) => {
		expect(codeFor(field, value, today)).toBe(code);
	});
});

describe('a file', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const utf16 = (text: string) => new Uint8Array(Buffer.from('\ufeff' + text, 'utf16le'));
	const windows = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
	const csv = 'Straße;Größe;Alter\nMühlenweg;groß;34\n';
	test.each([
		['UTF-8', bytes(csv)],
		['UTF-8 with a mark', bytes('\ufeff' + csv)],
		['UTF-16', utf16(csv)],
		['Windows', windows(csv)]
	])('in %s is read with its umlauts', async (_, file) => {
		expect(await tableFrom(file)).toEqual({
			headings: ['Straße', 'Größe', 'Alter'],
			rows: [['Mühlenweg', 'groß', '34']]
		});
	});
	test('with commas, tabs and quotes is read, too', async () => {
		expect((await tableFrom(bytes('Ort,Alter\n"Rheine, West",34\n'))).rows).toEqual([['Rheine, West', '34']]);
		expect((await tableFrom(bytes('Ort\tAlter\nRheine\t34\n'))).rows).toEqual([['Rheine', '34']]);
	});
	test.each([
		['old_excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
		['locked', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')])],
		['unreadable', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4])],
		['unreadable', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
		['empty', new Uint8Array()],
		['empty', bytes('Name;Alter\n')],
		['too_big', new Uint8Array(10_000_001)],
		['too_many_rows', bytes('Ort;Alter\n' + 'Rheine;34\n'.repeat(20_001))]
	])('is refused as %s', async (fault, file) => {
		await expect(tableFrom(file)).rejects.toMatchObject({ fault });
	});
	test('title lines are left out, and a list without headings gets numbers', () => {
		const title = [
			['Klientenliste Haus Nord 2026', null, null],
			['Ort', 'Alter', 'Geschlecht'],
			['Rheine', 34, 'w']
		];
		expect(tableIn(title)).toEqual({ headings: ['Ort', 'Alter', 'Geschlecht'], rows: [['Rheine', 34, 'w']] });
		expect(
			tableIn([
				['Oksana', 34],
				['Fatima', 35]
			])?.headings
		).toEqual(['Spalte 1', 'Spalte 2']);
		expect(
			tableIn([
				['Oksana', 34],
				['Fatima', 35]
			])?.rows
		).toHaveLength(2);
	});
	test('decoding keeps dashes and quotes of Windows', () => {
		expect(decoded(new Uint8Array([0x84, 0x61, 0x93, 0x96]))).toBe('„a“–');
	});
	test('the detector sees what it must', () => expect(detect('Oksana')).not.toEqual([]));
});

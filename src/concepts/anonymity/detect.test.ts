// What the text detector marks and what it leaves alone, layer by layer; every person here is invented.
import fc from 'fast-check';
import municipalities from '#concepts/people/data/municipalities.json' with { type: 'json' };
import { beforeAll, describe, expect, test } from 'vitest';
import { detect, ready, type Label } from '#concepts/anonymity/detect.ts';

/** "label:passage" of each mark. */
const found = (text: string): string[] => detect(text).map((m) => `${m.label}:${text.slice(m.start, m.end)}`);
const passages = (text: string, label: Label): string[] =>
	detect(text).flatMap((m) => (m.label === label ? [text.slice(m.start, m.end)] : []));

beforeAll(ready);

describe('contact', () => {
	test.each([
		['Erreichbar unter amira.haddad@web.example.', 'EMAIL:amira.haddad@web.example'],
		['Mail: amira.h (at) web.example bitte', 'EMAIL:amira.h (at) web.example'],
		['Rückruf 0176 12345678 ab 14 Uhr', 'PHONE:0176 12345678'],
		['Tel. 05971/939-12 (vormittags)', 'PHONE:05971/939-12'],
		['schreibt von +380 67 123 45 67 aus', 'PHONE:+380 67 123 45 67'],
		['die Nummer 0049 (0) 176 1234567 ist neu', 'PHONE:0049 (0) 176 1234567'],
		['Konto DE89 3704 0044 0532 0130 00 bei der Sparkasse', 'IBAN:DE89 3704 0044 0532 0130 00'],
		['konto de89370400440532013000 ist gesperrt', 'IBAN:de89370400440532013000']
	])('%s', (text, mark) => expect(found(text)).toEqual([mark]));
	test.each([
		'Die Hotline 0800 4555500 ist überlastet.',
		'Der Regelsatz stieg von 502 auf 563 Euro.',
		'Von 8.00 bis 12.30 Uhr ist geöffnet.',
		'Im Haushalt 2024/2025 stehen 1.250.000 € bereit.'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('days', () => {
	test.each([
		['Termin am 3.4. verschoben', 'DATE:3.4.'],
		['war vom 3.–5. Juni krank', 'DATE:3.–5. Juni'],
		['kam am 14. Mai 2025 an', 'DATE:14. Mai 2025'],
		['seit 2024-11-30 ohne Geld', 'DATE:2024-11-30'],
		['am zwölften februar war der termin', 'DATE:zwölften februar'],
		['eingereist 06.10.22', 'DATE:06.10.22'],
		['Ratsuchender, Jg. 1987', 'DATE:1987']
	])('%s', (text, mark) => expect(found(text)).toEqual([mark]));
	test('a birth date is serious, another day less so', () => {
		expect(detect('geb. am 12.03.1988').map((m) => m.severity)).toEqual(['red']);
		expect(detect('Vorsprache am 12.03.2025').map((m) => m.severity)).toEqual(['amber']);
	});
	test.each([
		'BSG, Urteil vom 12.03.2019, B 14 AS 5/18 R',
		'Das OVG hat mit Beschluss vom 5.6.2023 (18 B 123/23) entschieden.',
		'Rechtskreiswechsel zum 01.06.2022',
		'Erlass des Ministeriums vom 7.12.2023',
		'Seit März 2022 in Deutschland, Antrag im Mai 2024.',
		'Nach Nr. 3.4. der Richtlinie'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('ages', () => {
	test.each([
		['Klientin, 34 J., arbeitslos', '34 J.'],
		['Der Sohn (17) geht zur Schule.', '17'],
		['eine siebzehnjährige Schülerin', 'siebzehnjährige'],
		['Die Kinder sind 3 und 5 Jahre alt.', '3 und 5 Jahre alt'],
		['Kl. (m, 34, ledig)', '34'],
		['im Alter von 12 Jahren geflohen', '12 Jahren']
	])('%s', (text, age) => expect(passages(text, 'AGE')).toEqual([age]));
	test.each([
		'Kinder unter 6 Jahren brauchen einen Platz.',
		'Ab 15 Jahren gilt die Erwerbsfähigkeit, für unter 25-Jährige gelten Sonderregeln.',
		'Eine dreijährige Ausbildung und eine zweijährige Aufenthaltserlaubnis',
		'Seit 3 Jahren wartet man; Ehebestandszeit < 3 J.',
		'Jobcenter (9), Wohnen (6), Gesundheit (4)'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('numbers of files and papers', () => {
	test.each([
		['BG-Nr. 35702//0012345', '35702//0012345'],
		['BG 35702BG0012345 fehlt', '35702BG0012345'],
		['AZR-Nummer: 123456789012', '123456789012'],
		['Az. 33.1-12/2024 liegt bei', '33.1-12/2024'],
		['Kindergeldnr. 123FK456789', '123FK456789'],
		['Reisepass Nr. C01X00T47', 'C01X00T47'],
		['Steuer-ID 12 345 678 901', '12 345 678 901'],
		['rv-nummer 65 170839 j 008', '65 170839 j 008'],
		['Auto ST-AB 123 steht im Halteverbot', 'ST-AB 123'],
		['Klage, Az. 5 K 2345/24.A', '5 K 2345/24.A']
	])('%s', (text, number) => expect(passages(text, 'ID_NUMBER')).toEqual([number]));
	test.each([
		'§ 24 AufenthG, § 7 Abs. 1 S. 2 Nr. 2 SGB II',
		'Rechtsprechung: BVerwG 1 C 15.23 und BSG B 4 AS 12/20 R',
		'Niveau B1, Stufe 3, Modul 4 der Verordnung (EU) 604/2013',
		'Im Az. fehlt seit 2023 jeder Vermerk.'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('addresses', () => {
	test.each([
		['wohnt Salzbergener Str. 12a', 'Salzbergener Str. 12a'],
		['in der bahnhofstr. 22 gemeldet', 'bahnhofstr. 22'],
		['Umzug in die Von-Galen-Straße', 'Von-Galen-Straße'],
		['Am Kanal 14 ist frei', 'Am Kanal 14'],
		['Postfach, 48431 Rheine', '48431 Rheine'],
		['in der wilhelmstraße achtundzwanzig', 'wilhelmstraße achtundzwanzig']
	])('%s', (text, address) => expect(passages(text, 'ADDRESS')).toEqual([address]));
	test.each([
		'Kitaplatz 2024, Rechtsweg 3 Monate',
		'Auf der Straße leben 12 Menschen.',
		'Im Januar 2024 begann Modul 2.'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('people', () => {
	test.each([
		['Frau Amira Haddad kam allein.', ['Amira Haddad']],
		['Herr Tesfay G. und Fr. Woldemichael', ['Tesfay G.', 'Woldemichael']],
		['TK mit frau öztürk, dolmetscher hr. rahimi', ['öztürk', 'rahimi']],
		['kl. mohammed al-masri ruft an, sohn yusuf kommt mit', ['mohammed al-masri', 'yusuf']],
		['Fam. Rexhepi, Tochter Ajla', ['Rexhepi', 'Ajla']],
		['Oksana Kowalenko, geb. Schewtschuk', ['Oksana Kowalenko', 'Schewtschuk']],
		['Herr Nguyen Van Hai und Blessing Osazuwa', ['Nguyen Van Hai', 'Blessing Osazuwa']],
		['Frau Sommer und Herr Koch vom Jobcenter', ['Sommer', 'Koch']],
		['Vermieter Niehues, Anwältin Dr. Brinkmann', ['Niehues', 'Brinkmann']],
		['Aichas Vater will das nicht.', ['Aichas']],
		['Seine Frau Sevdije ist schwanger.', ['Sevdije']],
		['Der Bruder heißt Qëndrim.', ['Qëndrim']],
		['Fr. Schulze Wartenhorst aus der Schule', ['Schulze Wartenhorst']],
		['Klient ist Олександр, spricht kein Deutsch', ['Олександр']]
	])('%s', (text, names) => expect(passages(text, 'PERSON')).toEqual(names));
	test('an unknown name is found although no list has it', () => {
		expect(passages('Gestern war Xhevrije Qollakaj hier.', 'PERSON')).toEqual(['Xhevrije Qollakaj']);
	});
	test('initials are marked with their title', () => {
		expect(found('Frau K. und Hr. O. streiten.')).toEqual(['PERSON:Frau K.', 'PERSON:Hr. O.']);
	});
	test('a name that was accepted is found again, also in lower case and in the genitive', () => {
		expect(passages('Herr Wolf kam. Wolf hat Schulden. Der Wolf im Wald nicht.', 'PERSON')).toEqual(['Wolf', 'Wolf']);
		expect(passages('Herr Zhvania zog um. zhvania ist weg, Zhvanias Wohnung leer.', 'PERSON')).toHaveLength(3);
	});
	test.each([
		'Die Frau und der Mann haben zwei Kinder; die Familie wartet.',
		'Der Koch, der Bäcker und die Frau des Schneiders kommen zum Sprachcafé der Caritas.',
		'Frau Asylantrag gestellt, Herr Landrat informiert.',
		'Im August 2024 wurden Kurse in Dari, Tigrinya und Romanes angeboten.',
		'Ezidische und muslimische Familien aus Syrien, Eritrea und der Türkei',
		'Das Jobcenter Kreis Steinfurt hat den Weiterbewilligungsantrag nach § 41 SGB II abgelehnt.',
		'Die Fiktionsbescheinigung und der Wohnberechtigungsschein fehlen; Widerspr. eingelegt, Aufenthaltserl. beantragt.',
		'Meldebescheinigng fehlt, Geburtsukrunde auch.'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

describe('places', () => {
	test.each([
		['lebt in Mesum', 'Mesum'],
		['zog nach Bevergern', 'Bevergern'],
		['aus ibbenbüren', 'ibbenbüren'],
		['geflohen aus Mariupol', 'Mariupol'],
		['ihre Eltern leben in novi pazar', 'novi pazar'],
		['wohnt jetzt in Essen', 'Essen']
	])('%s', (text, place) => expect(passages(text, 'LOCATION')).toEqual([place]));
	test.each([
		'Das VG Münster und die Bezirksregierung Münster sind zuständig.',
		'Im Kreis Steinfurt und im Münsterland, in NRW und Syrien',
		'Das Essen in der Unterkunft ist kalt, man ist in der Lage zu kochen.'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
	test('where municipalities are allowed, smaller places and streets are not', () => {
		const text = 'In Rheine und Greven fehlt ein Angebot, in Mesum und in der Lingener Straße 5 auch.';
		const kept = detect(text, { placesAllowed: true }).map((m) => text.slice(m.start, m.end));
		expect(kept).toEqual(['Mesum', 'Lingener Straße 5']);
	});
	test.each(municipalities.municipalities.map((m) => m.name))('%s is a place, and may be allowed', (name) => {
		const text = `In ${name} fehlt ein Kurs; ${name} prüft das.`;
		expect(passages(text, 'LOCATION')).toEqual([name, name]);
		expect(detect(text, { placesAllowed: true })).toEqual([]);
	});
});

describe('schools and employers', () => {
	test.each([
		['geht zur Josef-Pieper-Schule', 'Josef-Pieper-Schule'],
		['besucht die Kita St. Marien', 'Kita St. Marien'],
		['Platz in der Kita Regenbogen', 'Kita Regenbogen'],
		['arbeitet bei der Bäckerei Coppenrath', 'Bäckerei Coppenrath'],
		['Vertrag mit Wesselkämper Logistik GmbH', 'Wesselkämper Logistik GmbH'],
		['Er arbeitet bei Tönnies im Schichtdienst.', 'Tönnies']
	])('%s', (text, name) => expect(passages(text, 'ORGANISATION')).toEqual([name]));
	test.each([
		'Die Grundschule und die Kita haben keinen Platz; ein Kita-Platz fehlt.',
		'Die Diakonie, die AWO und das Rote Kreuz beraten.',
		'In der AG Gesundheit saß das Jugendamt.'
	])('nothing in: %s', (text) => expect(found(text)).toEqual([]));
});

test('rare facts are hints', () => {
	expect(found('Er arbeitet als einziger Imker im Dorf.')).toEqual(['RARE_FACT:als einziger Imker im Dorf']);
	expect(found('Die Mutter hat sieben Kinder.')).toEqual(['RARE_FACT:sieben Kinder']);
	expect(found('Im Kreis warten 120 Kinder auf einen Platz.')).toEqual([]);
});

test('each mark says in a German sentence why', () => {
	const text = 'Frau Haddad, geb. 12.03.1988, Bahnhofstr. 3, 0176 1234567, Az. 12/345-6, aus Homs, 37 J.';
	for (const mark of detect(text)) expect(mark.why).toMatch(/^\p{Lu}.*\.$/u);
	expect(detect('Frau Haddad kam.')[0]!.why).toBe('Nach „Frau“ steht ein Name.');
});

describe('whatever the text', () => {
	const pieces = fc.constantFrom(
		...[
			'Frau',
			'Herr',
			'Haddad',
			'K.',
			'Tesfay',
			'in',
			'Rheine',
			'12.03.',
			'2024',
			'0176',
			'12345678',
			'Az.',
			'5/24',
			'Straße',
			'12',
			'(17)',
			'é',
			'Çelik',
			'@',
			'„',
			'“',
			'-',
			',',
			'.',
			'\n',
			'der',
			'Antrag',
			'§',
			'😀',
			'\u0301',
			'\u200b',
			'СБУ'
		]
	);
	const texts = fc.oneof(
		fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
		fc.string({ unit: 'grapheme', maxLength: 200 }),
		fc.string({ unit: 'binary', maxLength: 200 })
	);
	test('marks are sorted, lie in the text and never overlap', () => {
		fc.assert(
			fc.property(texts, (text) => {
				let end = 0;
				for (const mark of detect(text)) {
					expect(mark.start).toBeGreaterThanOrEqual(end);
					expect(mark.end).toBeGreaterThan(mark.start);
					end = mark.end;
				}
				expect(end).toBeLessThanOrEqual(text.length);
			}),
			{ numRuns: 400 }
		);
	});
	test('a clean sentence before or behind unmarks nothing', () => {
		const clean = 'Die Beratung dauerte eine Stunde.';
		fc.assert(
			fc.property(
				fc.constantFrom(
					'Frau Haddad wohnt in Mesum.',
					'Herr Çelik, 34 J., Tel. 0176 12345678.',
					'Der Sohn Yusuf geht zur Josef-Pieper-Schule.',
					'AZR-Nr. 123456789012, Termin am 3.4. bei Frau K.'
				),
				fc.integer({ min: 0, max: 4 }),
				fc.integer({ min: 0, max: 4 }),
				(text, before, behind) => {
					const long = `${`${clean} `.repeat(before)}${text}${` ${clean}`.repeat(behind)}`;
					expect(found(long)).toEqual(found(text));
				}
			)
		);
	});
	test('composed and decomposed letters give the same passages, in places of the text as given', () => {
		const text = 'Frau Öztürk und Herr Çelik-Äthiopis aus Przemyśl, Bahnhofstraße 12, kommen am 3. März.';
		const apart = text.normalize('NFD');
		expect(apart.length).toBeGreaterThan(text.length);
		const words = (given: string) => detect(given).map((m) => given.slice(m.start, m.end).normalize('NFC'));
		expect(words(apart)).toEqual(words(text));
		expect(words(text)).toContain('Öztürk');
	});
	test('a sign of no width hides nothing', () => {
		const text = 'Frau Had\u200bdad, 0176\u00a012345678';
		expect(detect(text).map((m) => text.slice(m.start, m.end))).toEqual(['Had\u200bdad', '0176\u00a012345678']);
	});
});

// What each of the later layers finds and leaves alone, in sentences nobody wrote about anybody.
import { beforeAll, describe, expect, test } from 'vitest';
import { ledAddressFindings } from '#concepts/anonymity/address-leads.ts';
import { ageWordFindings } from '#concepts/anonymity/age-words.ts';
import { dateFindings } from '#concepts/anonymity/dates.ts';
import { dayWordFindings, isNearlyMonth } from '#concepts/anonymity/day-words.ts';
import { detect, ready } from '#concepts/anonymity/detect.ts';
import { merged, type Finding } from '#concepts/anonymity/findings.ts';
import { likenessIn, packLikeness } from '#concepts/anonymity/likeness.ts';
import { rareFactFindings } from '#concepts/anonymity/rare-facts.ts';
import { spokenFindings } from '#concepts/anonymity/spoken-contacts.ts';
import { tokensOf } from '#concepts/anonymity/tokens.ts';

/** The passages a layer hands in, with overlaps merged. */
const of = (layer: (text: string) => Finding[]) => (text: string) =>
	merged(layer(text)).map(({ start, end }) => text.slice(start, end));
const organisations = (text: string): string[] =>
	detect(text).flatMap((m) => (m.label === 'ORGANISATION' ? [text.slice(m.start, m.end)] : []));
const persons = (text: string): string[] =>
	detect(text).flatMap((m) => (m.label === 'PERSON' ? [text.slice(m.start, m.end)] : []));

beforeAll(ready);

describe('days', () => {
	const days = of((text) => [...dateFindings(text), ...dayWordFindings(text)]);
	test.each([
		['Bescheid kam 03.04.24 per Post.', '03.04.24'],
		['Vorsprache am 3.April, danach Widerspruch.', '3.April'],
		['Sie kam am 3ter April wieder.', '3ter April'],
		['Er kommt am 12ten wieder vorbei.', '12ten'],
		[
			'am vierzehnter siebter neunzehnhundertachtundfünfzig geboren',
			'vierzehnter siebter neunzehnhundertachtundfünfzig'
		],
		['der geburtstag ist der achte achte zweitausendsechzehn', 'achte achte zweitausendsechzehn'],
		['seit dem ersten März ohne Geld', 'ersten März'],
		['am fünften kommt sie wieder zu mir', 'fünften'],
		['Kündigung zum 15. erhalten', '15.'],
		['hat seit 20. keinen Strom', '20.'],
		['Er muss bis 31. raus sein', '31.'],
		['Termin am Montag, den 7., dann Rückmeldung.', '7.'],
		['Termin Mo 7.10 9 Uhr', '7.10'],
		['Termin 7/10 beim Arzt', '7/10'],
		['Termine 17.+18.3. notiert', '17.+18.3.'],
		['Praktikum 12.-14.5. im Betrieb', '12.-14.5.'],
		['in der Nacht vom 12. auf den 13. März abgeholt', '12. auf den 13. März'],
		['Am 24. Dez stand sie vor der Tür.', '24. Dez'],
		['An Heiligabend 2023 kam die Räumung.', 'Heiligabend 2023'],
		['geb. 3 Mayıs 1990', '3 Mayıs 1990'],
		['born May 3, 1990', 'May 3, 1990'],
		['Passport issued 12 October 2021', '12 October 2021'],
		['entbunden am 2.V.24', '2.V.24'],
		['gekommen am 12. Febuar mit dem Bus', '12. Febuar'],
		['Termine: 3.4, 17.4 und 2.5', '3.4, 17.4 und 2.5'],
		['- 14.3 Anruf\n- 2.4 Besuch', '14.3', '2.4'],
		['Jahrgänge 2010, 2012 und 2015', '2010', '2012', '2015'],
		['Die Tochter kam 2019 zur Welt', '2019']
	])('%s', (text, ...passages) => expect(days(text)).toEqual(passages));
	test.each([
		'Nach § 16.2 der Satzung gilt das nicht.',
		'Version 3.4 der Software, Version 12.10.3 auch.',
		'Der Betrag von 3.40 Euro, Beginn um 10.30 Uhr.',
		'Von 10/12 Anträgen wurden 7/10 abgelehnt.',
		'Punkt 2.3 der Vereinbarung und Ziffer 4.1 sind strittig.',
		'Bis zum 3. Lebensjahr, ab der 5. Klasse, am 2. Tag.',
		'Im 2. Halbjahr 2024, am Ende des 3. Quartals.',
		'Zum 1. des Monats wird überwiesen.',
		'zum ersten Mal, am ersten Schultag, in der dritten Woche',
		'An Weihnachten und Silvester ist geschlossen.',
		'- 1.1 Ziele\n- 1.2 Wege',
		'3 Monate, 12 Wochen, 5 Märkte'
	])('nothing in: %s', (text) => expect(days(text)).toEqual([]));
	test.each([['Febuar'], ['Apirl'], ['Setember'], ['Dezembr'], ['Märtz']])('%s is nearly a month', (word) =>
		expect(isNearlyMonth(word)).toBe(true)
	);
	test.each([['Monate'], ['Marke'], ['Juli'], ['April'], ['Jahre'], ['Augen']])('%s is none, or one', (word) =>
		expect(isNearlyMonth(word)).toBe(false)
	);
});

describe('ages in words and lists', () => {
	const ages = of(ageWordFindings);
	test.each([
		['die tochter ist vier und geht in keine kita', 'vier'],
		['er wird im mai achtzehn', 'achtzehn'],
		['Er wird nächsten Monat 18.', '18'],
		['Tochter, fast 6, noch ohne Schulplatz', '6'],
		['Kinder 4 und 7 Jahre', '4 und 7 Jahre'],
		['mit sechzehn zwangsverheiratet', 'sechzehn'],
		['Sie bekam mit 17 das erste Kind.', '17'],
		['die Älteste 14, der Jüngste 2', '14', '2'],
		['ihr eineinhalbjähriger Sohn', 'eineinhalbjähriger'],
		['der 7 Monate alte Säugling', '7 Monate'],
		['an seinem 18. Geburtstag endet die Hilfe', '18. Geburtstag'],
		['29, verheiratet, 2 Kinder', '29']
	])('%s', (text, ...passages) => expect(ages(text)).toEqual(passages));
	test.each([
		'Kinder ab 3 Jahren haben Anspruch.',
		'Er wartet seit 3 Monaten, sie seit 2 Jahren.',
		'Mit 18 endet die Jugendhilfe oft.',
		'Haushalt mit 5 Personen, davon 3 Kinder',
		'Der 3 Monate alte Bescheid liegt vor.'
	])('nothing in: %s', (text) => expect(ages(text)).toEqual([]));
});

describe('organisations', () => {
	test.each([
		['sie arbeitet beim edeka brüggemeier an der kasse', 'edeka brüggemeier'],
		['Aushilfe beim REWE Hölscher', 'REWE Hölscher'],
		['Sie putzt bei Fa. Klöcker, Minijob.', 'Fa. Klöcker'],
		['arbeitet bei Schulte Metallbau am Band', 'Schulte Metallbau'],
		['Ausbildung bei Niehues & Söhne', 'Niehues & Söhne'],
		['Praktikum in der Kfz-Werkstatt Grotendorst', 'Kfz-Werkstatt Grotendorst'],
		['Rezept in der Löwen-Apotheke eingelöst', 'Löwen-Apotheke'],
		['Er trainiert bei Borussia Emsdetten', 'Borussia Emsdetten'],
		['besucht die Fürstenbergschule dort', 'Fürstenbergschule'],
		['Der Pflegedienst Herzenswärme kommt zweimal täglich', 'Pflegedienst Herzenswärme'],
		['Schule: Lambertusschule, Klasse 3', 'Lambertusschule'],
		['AG: Wiesmann Bau', 'Wiesmann Bau'],
		['betreut vom Verein Brückenbauer e.V.', 'Verein Brückenbauer e.V.'],
		['wohnt im Haus am Mühlenbach', 'Haus am Mühlenbach']
	])('%s', (text, name) => expect(organisations(text)).toEqual([name]));
	test.each([
		'Die Kita verlangt einen Impfnachweis, die Schule auch.',
		'Kita: Platz ab August möglich',
		'Schule: Anmeldung offen, Unterlagen fehlen',
		'Arbeitgeber: unbekannt',
		'Die Praxis zeigt, dass Anträge liegen bleiben.',
		'Ausbildung bei Duldung ist möglich, bei Ablehnung nicht.',
		'Das Jobcenter und die Volkshochschule bieten Kurse an.'
	])('nothing in: %s', (text) => expect(organisations(text)).toEqual([]));
});

describe('streets after their lead', () => {
	const streets = of(ledAddressFindings);
	test.each([
		['neue Adresse: Vogelsang 9', 'Vogelsang 9'],
		['Schlagbaum 2, 48477 Hörstel', 'Schlagbaum 2'],
		['Post an: Postfach 1204, 48429 Rheine', 'Postfach 1204, 48429 Rheine'],
		['Straße: Kuhlenweg', 'Kuhlenweg'],
		['er ist gemeldet friedrich ebert straße 30', 'friedrich ebert straße 30'],
		['Container im Gewerbegebiet Nord 3', 'Gewerbegebiet Nord 3']
	])('%s', (text, street) => expect(streets(text)).toEqual([street]));
	test.each(['wohnt seit Mai 2024 hier', 'wohnt auf der straße', 'Wohnung 3 Zimmer', 'lebt in Gruppe 4'])(
		'nothing in: %s',
		(text) => expect(streets(text)).toEqual([])
	);
});

describe('what is read aloud', () => {
	const spoken = of(spokenFindings);
	test.each([
		['null eins fünf sieben drei zwei eins null vier', 'null eins fünf sieben drei zwei eins null vier'],
		['email amira punkt said at web punkt de', 'amira punkt said at web punkt de'],
		['bg nummer 36404bg0012345 hat sie gesagt', '36404bg0012345'],
		['gz 33-2/24 von der behörde', '33-2/24']
	])('%s', (text, item) => expect(found(spoken(text), text)).toContain(item));
	test('numbers that count nothing of a person stay', () =>
		expect(spoken('drei, vier oder fünf Wochen; Zimmernummer 123')).toEqual([]));
	const found = (passages: string[], text: string): string[] => [
		...passages,
		...detect(text).map((m) => text.slice(m.start, m.end))
	];
});

describe('names by their surroundings', () => {
	test.each([
		['i.A. Schulte-Herbrüggen', 'Schulte-Herbrüggen'],
		['S. K. aus Eritrea', 'S. K.'],
		['Frau von Bülow unterrichtet.', 'von Bülow'],
		['ansprechpartner ist jens', 'jens'],
		['Herr Ba wartet', 'Ba'],
		['ich habe mit tsigereda gesprochen und sie braucht eine neue wohnung', 'tsigereda'],
		['dann hat frau winter gesagt es geht nicht weil papiere fehlen', 'winter']
	])('%s', (text, name) => expect(persons(text)).toEqual([name]));
	test.each([
		'Herr der Lage ist niemand.',
		'mein herr und meine frau sind nicht gemeint das ist ein beispiel',
		'Freundliche Grüße i. V. Fachdienst Migration',
		'Kind krank, Chef sauer, Job weg'
	])('nothing in: %s', (text) => expect(persons(text)).toEqual([]));
});

describe('rare facts', () => {
	const facts = of((text) => rareFactFindings(text, tokensOf(text)));
	test.each([
		['Ihr Sohn hat Mukoviszidose.', 'Mukoviszidose'],
		['Er war Pilot bei der Luftwaffe.', 'Pilot'],
		['Sie ist Mutter von acht Kindern.', 'Mutter von acht Kindern'],
		['Er hat 9 Kinder.', '9 Kinder'],
		['Seine Schwester wurde ermordet.', 'ermordet']
	])('%s', (text, fact) => expect(facts(text)).toEqual([fact]));
	test.each(['Menschen mit Krebs warten lange auf Termine.', 'Die Zeitung liegt in der Bibliothek aus.'])(
		'nothing in: %s',
		(text) => expect(facts(text)).toEqual([])
	);
});

describe('likeness', () => {
	const like = likenessIn(
		packLikeness(['tesfay', 'tesfaye', 'habtom', 'kidane'], ['antrag', 'bescheid', 'wohnung', 'termin'])
	);
	test('a word made like names weighs more than one made like words', () => {
		expect(like('tesfalem')).toBeGreaterThan(like('wohntrag'));
		expect(like('bescheidung')).toBeLessThan(0);
	});
	test('of nothing learnt, nothing speaks for a name', () =>
		expect(likenessIn(packLikeness([], []))('tesfay')).toBeCloseTo(0));
});

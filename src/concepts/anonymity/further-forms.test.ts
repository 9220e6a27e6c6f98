// The forms in which case notes write codes, streets, ages, names and firms, one line each; every person here is invented.
import { beforeAll, describe, expect, test } from 'vitest';
import { detect, ready } from '#concepts/anonymity/detect.ts';

beforeAll(ready);
const covered = (text: string): string =>
	detect(text)
		.map(({ start, end }) => text.slice(start, end))
		.join(' | ');

describe('what is found', () => {
	test.each([
		['"fall_id": "CM2291"', 'CM2291'],
		['Az.:\n5 L 118/25.A', '5 L 118/25.A'],
		['drei Akten: 4418-A und 5002-F', '5002-F'],
		['Gesch.-Z. 9 170 448 – 150 vom Bundesamt', '9 170 448 – 150'],
		['az beim vg ist 6a k 2284/24.a', '6a k 2284/24.a'],
		['das Amt führt sie unter LPA-UA/22/4096', 'LPA-UA/22/4096'],
		['Verw.-Zweck: 4711-88-22', '4711-88-22'],
		['| Az | 118/22 |', '118/22'],
		['Login amira1990', 'amira1990'],
		['Unser Zeichen: II/3-Wö', 'II/3-Wö'],
		['wohnt an der Alten Zollstiege 2', 'Alten Zollstiege 2'],
		['wo genau? Brechte 41, hinterm Feld', 'Brechte 41'],
		['Schützenstr. 12-14, Whg. 7, 48607 Ochtrup', 'Schützenstr. 12-14, Whg. 7, 48607 Ochtrup'],
		['Bahnhofsraße 12', 'Bahnhofsraße 12'],
		['Straße des Friedens 8', 'Straße des Friedens 8'],
		['lindenstraße hausnummer zwölf', 'lindenstraße hausnummer zwölf'],
		['wohnt in Haus 4, Zimmer 17', 'Haus 4, Zimmer 17'],
		['zieht in den Kiefernweg', 'Kiefernweg'],
		['laut Akte 16, sagt Frau K.', '16'],
		['Am Montag wurde sie neunundachtzig; niemand kam', 'neunundachtzig'],
		['die Kinder sind zwei, vier und sieben', 'zwei, vier und sieben'],
		['vor zwei Monaten 18 geworden', '18'],
		['Hagos, Y. – Frist Mai', 'Hagos'],
		['Müller, Hans-Peter', 'Hans-Peter'],
		['Blessing O. steht hier mit Baby', 'Blessing O.'],
		['Kürzel LÜ', 'LÜ'],
		['kleiner nachtrag: zoran hat sich gemeldet', 'zoran'],
		['Klientin Nasrin jan wartet', 'Nasrin jan'],
		['arbeitet bei Rosen Teupe', 'Rosen Teupe'],
		['Wäscherei Weißglanz zahlt nicht', 'Wäscherei Weißglanz'],
		['Träger: Lernen fördern e.V.', 'Lernen fördern e.V.'],
		['nach Hagen a.T.W. gezogen', 'Hagen a.T.W.'],
		['wohnt in Ibbenbürn', 'Ibbenbürn'],
		['Vermerk 04.03.2O25', '04.03.2O25'],
		['on 3rd of May she left', '3rd of May'],
		['seine nummer ist null eins fünf sieben drei drei vier null', 'null eins fünf sieben drei drei vier null']
	])('%s', (text, passage) => expect(covered(text)).toContain(passage));
});

describe('what is left alone', () => {
	test.each([
		'Verordnung (EG) Nr. 883/2004 gilt für Pendler',
		'Kinder: 4, Haushalt: 6 Personen',
		'Von Pontius zu Pilatus geschickt, Hinz und Kunz reden mit.',
		'Max Mustermann steht auf dem Musterformular.',
		'Die Friedrich-Ebert-Stiftung fördert, die Riester-Rente nicht.',
		'Privacy by design, die Slides liegen in der Cloud, Number und Password folgen.',
		'Vivaldi, Mozart und dann eine Stimme vom Band',
		'Polio, Skabies, Permethrin und Ivermectin',
		'Ein Herr vom Amt rief an.',
		'HEGA 07/24 und Weisung 202403007 vom Bund',
		'Wartenummer 118, Zimmer 214, 2. OG'
	])('nothing in: %s', (text) => expect(covered(text)).toBe(''));
});

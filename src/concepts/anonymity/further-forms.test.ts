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
		['Mit 17 kam er allein an', '17'],
		['sie gibt an, sechzehn zu sein', 'sechzehn'],
		['das Amt schätzt ihn auf 19.', '19'],
		['er ist noch keine 21 und soll allein wohnen', '21'],
		['seit seinem 12. Lebensjahr arbeitet er', '12. Lebensjahr'],
		['der Pass sagt 20.', '20'],
		['Der Mann, etwa 45, spricht Dari', '45'],
		['Er 52, Schlosser, sie 49, Lehrerin.', '49'],
		['Sohn: 1 J. 4 Mon.', '1 J. 4 Mon.'],
		['ihr Mann, geb. 84.', '84'],
		['in der AZR-Auskunft steht die 170 903 448 112.', '170 903 448 112'],
		['auf der Karte, M 731 004 526, wurde nichts erkannt', 'M 731 004 526'],
		['oben rechts 514-337/2025-Hs.', '514-337/2025-Hs'],
		['Benutzername im Portal ist lhaddad92.', 'lhaddad92'],
		['Teilnehmerin TN 0447 fehlt', 'TN 0447'],
		['die letzten vier Ziffern der Karte sind 8821.', '8821'],
		['Fall 2291: Mutter mit zwei Kindern', '2291'],
		['Kundennummer Stadtwerke 77 84 12.', '77 84 12'],
		['ist in den Lerchensteig gezogen', 'Lerchensteig'],
		['Ecke Tiefe Straße/Wallgasse, ohne Bus', 'Tiefe Straße/Wallgasse'],
		['sie wohnen oberhalb der Kita in der Laurentiusstiege', 'Laurentiusstiege'],
		['Bushaltestelle Wilmsberger Weg', 'Wilmsberger Weg'],
		['der Verein Bunte Brücke half', 'Verein Bunte Brücke'],
		['in der Unterkunft Alte Molkerei', 'Unterkunft Alte Molkerei'],
		['die Pfarrei St. Reinhildis hilft', 'Pfarrei St. Reinhildis'],
		['die Evangelische Kirchengemeinde Lotte', 'Evangelische Kirchengemeinde Lotte'],
		['im Chor der Christuskirche', 'Christuskirche'],
		['spielt bei Grün-Weiß Rheine', 'Grün-Weiß Rheine'],
		['Stelle bei Schulte & Kemper', 'Schulte & Kemper'],
		['PIN 4417 und PUK weg', '4417'],
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
		'Wartenummer 118, Zimmer 214, 2. OG',
		'Die Nummer 115 und die 110 sind bekannt.',
		'Wer mit 30 Teilnehmern rechnet, braucht zwei Räume; noch keine 20 Plätze sind besetzt.',
		'Bis zum 18. Geburtstag zahlt das Jugendamt.',
		'Ein Rentner Anfang sechzig und eine Frau Mitte dreißig',
		'Im Klageweg dauert es Jahre, an der Ecke stehen immer dieselben Fragen.',
		'Von 1 250 000 Euro wurden 170 000 abgerufen.',
		'Gemeinde und Kreis laden Kirchengemeinden und Moscheen ein.',
		'Fall 2 zeigt das Gegenteil.'
	])('nothing in: %s', (text) => expect(covered(text)).toBe(''));
});

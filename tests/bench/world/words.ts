/** German sentences as offices and carriers write them: few frames, many words, so that stems differ in rarity. */
import type { Random } from './random.ts';

const topics = [
	'Wohnungssuche',
	'Kinderbetreuung',
	'Sprachmittlung',
	'Integrationskurs',
	'Anerkennung von Abschlüssen',
	'Aufenthaltserlaubnis',
	'Fiktionsbescheinigung',
	'Krankenversicherung',
	'Schulplatz',
	'Kita-Platz',
	'Berufsschule',
	'Ausbildungsförderung',
	'Einbürgerung',
	'Familiennachzug',
	'Elternberatung',
	'Traumatherapie',
	'Schwangerschaftsberatung',
	'Schuldnerberatung',
	'Führerschein',
	'Kontoeröffnung',
	'Wohngeld',
	'Kindergeld',
	'Unterhaltsvorschuss',
	'Bildungspaket',
	'Rechtskreiswechsel',
	'Arbeitserlaubnis',
	'Praktikumsplatz',
	'Alphabetisierung',
	'Berufssprachkurs',
	'Meldebescheinigung',
	'Passbeschaffung',
	'Härtefallantrag',
	'Umverteilung',
	'Wohnsitzauflage',
	'Sozialberatung',
	'Jugendhilfe',
	'Frühförderung',
	'Schwerbehindertenausweis',
	'Pflegegrad',
	'Dolmetschen im Krankenhaus',
	'Schülerbeförderung',
	'Busverbindung',
	'Ehrenamt',
	'Gewaltschutz',
	'Frauenhausplatz',
	'Kompetenzfeststellung',
	'Rückkehrberatung',
	'Altersarmut',
	'Rentenauskunft',
	'Geburtsurkunde',
	'Vaterschaftsanerkennung',
	'Namensführung',
	'Gesundheitskarte',
	'Impfberatung',
	'Zahnbehandlung',
	'Suchtberatung',
	'Obdachlosigkeit',
	'Gemeinschaftsunterkunft',
	'Nachbarschaftskonflikt',
	'Diskriminierung auf dem Wohnungsmarkt'
];
const obstacles = [
	'erst nach Monaten möglich',
	'ohne Deutschkenntnisse nicht möglich',
	'nur online möglich',
	'an keiner Stelle gebündelt',
	'zwischen zwei Ämtern ungeklärt',
	'nur vormittags erreichbar',
	'mit Kindern nicht vereinbar',
	'am Wohnort nicht vorhanden',
	'für Geduldete ausgeschlossen',
	'nach dem Umzug unterbrochen',
	'ohne festen Wohnsitz nicht zu bekommen',
	'von doppelten Nachweisen gebremst',
	'in einfacher Sprache nicht erklärt',
	'für Schichtarbeitende unerreichbar',
	'ohne Geburtsurkunde blockiert',
	'im ländlichen Raum mit dem Bus nicht erreichbar',
	'seit der Gesetzesänderung unklar',
	'vom Wechsel der Zuständigkeit verzögert',
	'nur mit Begleitung zu bewältigen',
	'durch fehlende Plätze versperrt'
];
const groups = [
	'Alleinerziehende',
	'junge Erwachsene',
	'Familien mit kleinen Kindern',
	'Geduldete',
	'Geflüchtete aus der Ukraine',
	'ältere Zugewanderte',
	'Frauen mit Gewalterfahrung',
	'Fachkräfte aus dem Ausland',
	'Menschen mit Behinderung',
	'Schülerinnen und Schüler',
	'Auszubildende',
	'EU-Bürgerinnen und EU-Bürger',
	'Schwangere',
	'Analphabetinnen',
	'Selbstständige',
	'Pflegende Angehörige',
	'Spätaussiedler',
	'unbegleitete Jugendliche'
];
const facts = [
	'Die Unterlagen werden an zwei Stellen verlangt und liegen danach doppelt vor',
	'Die Wartezeit auf ein erstes Gespräch beträgt oft mehr als acht Wochen',
	'Bescheide sind auch mit Hilfe kaum zu verstehen, Rückfragen bleiben liegen',
	'Eine Beratung in der Muttersprache gibt es nur in der Kreisstadt',
	'Die Sprachmittlung wird nur für einen Termin im Monat bezahlt',
	'Wer umzieht, beginnt mit dem Antrag von vorn',
	'Zwischen den Rechtskreisen entsteht eine Lücke ohne Zahlung',
	'Ohne eigenes Konto wird die Leistung nicht überwiesen',
	'Für die Fahrt zum Kurs fehlt eine Busverbindung am Nachmittag',
	'Die Warteliste wird nicht zwischen den Trägern abgeglichen',
	'Arbeitgeber sagen ab, weil die Erlaubnis zu spät kommt',
	'Plätze bleiben frei, weil niemand die Zusage weitergibt',
	'Kinder müssen für ihre Eltern übersetzen',
	'Die Anmeldung verlangt ein Gerät, das viele nicht haben',
	'Es fehlt eine Ansprechperson, die den ganzen Weg kennt',
	'Nach der Geburt laufen sechs Anträge nebeneinander'
];
const causes = [
	'weil die Zuständigkeit wechselt',
	'weil das Verfahren auf Papier läuft',
	'weil Personal fehlt',
	'weil die Förderung jährlich endet',
	'weil niemand die Übergabe verantwortet',
	'weil das Merkblatt veraltet ist',
	'weil die Träger voneinander nicht wissen',
	'weil eine Rechtsgrundlage fehlt',
	'weil der Raum fehlt'
];
const ideas = [
	'Eine gemeinsame Liste der Unterlagen würde reichen.',
	'Eine feste Ansprechperson je Kommune.',
	'Ein offenes Angebot am Nachmittag.',
	'Ein Merkblatt in einfacher Sprache und mit Bildern.',
	'Eine Absprache zwischen Jobcenter und Ausländerbehörde.',
	'Ein Fahrdienst an Kurstagen.',
	'Ein zweiter Kursort im Nordkreis.'
];
/** Compounds that occur once in a while, as in every collection of real texts. */
const stems = [
	'Verwaltungs',
	'Einstufungs',
	'Zuweisungs',
	'Leistungs',
	'Beratungs',
	'Betreuungs',
	'Förder',
	'Wohn',
	'Sprach',
	'Schul',
	'Gesundheits',
	'Familien',
	'Jugend',
	'Arbeits',
	'Bildungs',
	'Nachweis',
	'Termin',
	'Übergangs',
	'Antrags',
	'Koordinierungs'
];
const heads = [
	'lotse',
	'stelle',
	'bescheid',
	'konzept',
	'vertrag',
	'verfahren',
	'netzwerk',
	'gutachten',
	'gespräch',
	'budget',
	'prüfung',
	'zeitraum',
	'runde',
	'fachkraft',
	'karte',
	'pauschale',
	'frist',
	'vereinbarung',
	'portal',
	'formular'
];

export function wordsFrom(r: Random) {
	const compound = (): string => `${r.pick(stems)}${r.pick(heads)}`;
	const sentence = (): string =>
		r.chance(0.5)
			? `${r.pick(facts)}, ${r.pick(causes)}.`
			: `${r.pick(groups)} sind besonders betroffen: ${r.pick(topics)} ist ${r.pick(obstacles)}; es fehlt an „${compound()}“.`;
	const sentences = (n: number): string => Array.from({ length: n }, sentence).join(' ');
	return {
		compound,
		sentences,
		idea: () => r.pick(ideas),
		title: () =>
			r.chance(0.5)
				? `${r.pick(topics)} für ${r.pick(groups)} ${r.pick(obstacles)}`
				: `${r.pick(topics)} und ${compound()}: ${r.pick(obstacles)}`,
		solution: () => `${compound()} für ${r.pick(groups)}: ${r.pick(topics)}`,
		resolution: () =>
			`Der Kreis richtet für ${r.pick(groups)} eine ${compound()} zum Thema ${r.pick(topics)} ein, ${r.pick(causes)}.`
	};
}
export type Words = ReturnType<typeof wordsFrom>;

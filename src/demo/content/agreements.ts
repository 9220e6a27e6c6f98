/** The agreements of the play world; days count from today. */

type ToldAgreement = {
	title: string;
	handover: string;
	contact: string;
	legalDomains: string[];
	parties: string[];
	gaps: string[];
	/** Day on which it was entered. */
	day: number;
	from: number;
	until: number | null;
};
export const agreements: ToldAgreement[] = [
	{
		title: 'Übergang vom Asylbewerberleistungsgesetz in das SGB II',
		handover:
			'Das Sozialamt meldet dem Jobcenter vier Wochen vor dem Wechsel, dass Unterlagen folgen. Das Jobcenter nennt einen Termin, bevor die letzte Zahlung ausläuft. Fehlt ein Nachweis, geht die Rückfrage an die meldende Stelle, nicht an die Familie.',
		contact: 'Jobcenter: Eingangszone, Servicetelefon für Behörden',
		legalDomains: ['SGB2', 'ASYLBLG'],
		parties: ['jobcentre', 'town', 'department'],
		gaps: ['payment'],
		day: -38,
		from: -110,
		until: 52
	},
	{
		title: 'Sprachkurs und Kinderbetreuung: gemeinsame Platzabfrage',
		handover:
			'Der Kursträger teilt dem Jugendamt zum Kursbeginn mit, wie viele Kinder welchen Alters betreut werden müssen. Das Jugendamt antwortet innerhalb von zwei Wochen mit freien Plätzen oder einer Zwischenlösung.',
		contact: 'Jugendamt: Fachberatung Kindertagesbetreuung',
		legalDomains: ['SGB8', 'INTV'],
		parties: ['courses', 'youth'],
		gaps: ['childcare'],
		day: -37,
		from: -45,
		until: 500
	},
	{
		title: 'Verlängerung des Aufenthaltstitels bei Arbeitsaufnahme',
		handover:
			'Die Arbeitsagentur kündigt eine Arbeitsaufnahme an, die Ausländerbehörde bestätigt vorab, ob der Titel bis dahin gilt. Beide nutzen dafür das vereinbarte Formblatt.',
		contact: 'Ausländerbehörde: Funktionspostfach Arbeit',
		legalDomains: ['AUFENTHG', 'SGB3'],
		parties: ['immigration', 'employment'],
		gaps: ['permit'],
		day: -35,
		from: -395,
		until: -30
	}
];

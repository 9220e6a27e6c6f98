/** How the measures of the play world went on, and what those who reported say about the effect. */
export type ToldStep = {
	measure: string;
	step: string;
	by: string;
	day: number;
	text?: string;
	nextStep?: string;
	delayReason?: string;
	blockedBy?: string;
	/** a person */
	helper?: string;
	remark?: string;
};

export const progress: ToldStep[] = [
	{ measure: 'open-hours', step: 'accept', by: 'federfuehrung', day: -370 },
	{
		measure: 'open-hours',
		step: 'report',
		by: 'federfuehrung',
		day: -325,
		text: 'Die Räume sind gefunden, die Sprechstunde läuft probeweise an einem Vormittag.',
		nextStep: 'Zweiten Vormittag eröffnen und Sprachmittlung fest einplanen.'
	},
	{
		measure: 'open-hours',
		step: 'finish',
		by: 'federfuehrung',
		day: -292,
		text: 'Die offene Sprechstunde läuft an zwei Vormittagen mit Sprachmittlung in drei Sprachen. Die mittlere Wartezeit liegt bei fünf Tagen.'
	},
	{ measure: 'open-hours', step: 'approve', by: 'koordination', day: -286 },
	{ measure: 'handover-pilot', step: 'accept', by: 'federfuehrung', day: -180 },
	{
		measure: 'handover-pilot',
		step: 'report',
		by: 'federfuehrung',
		day: -116,
		text: 'Die Erprobung hat in zwei Kommunen begonnen. Die Ansprechpersonen sind benannt.',
		nextStep: 'Dritte Kommune einbinden, erste Zahlen erheben.'
	},
	{
		measure: 'handover-pilot',
		step: 'report',
		by: 'federfuehrung',
		day: -42,
		text: 'Nach drei Monaten sank die mittlere Lücke nach eigener Zählung von 31 auf 12 Tage.',
		nextStep: 'Zwischenbericht in der Lenkungsgruppe vorstellen.'
	},
	{ measure: 'consent-form', step: 'accept', by: 'federfuehrung', day: -178 },
	{
		measure: 'consent-form',
		step: 'report',
		by: 'federfuehrung',
		day: -100,
		text: 'Der Entwurf in einfacher Sprache liegt vor.',
		nextStep: 'Prüfung durch die Datenschutzbeauftragten.'
	},
	{
		measure: 'consent-form',
		step: 'report',
		by: 'federfuehrung',
		day: -15,
		text: 'Die Prüfung ist abgeschlossen, vier von sechs Übersetzungen sind fertig.',
		nextStep: 'Die beiden fehlenden Übersetzungen beauftragen.',
		delayReason: 'Zwei Übersetzungsbüros haben abgesagt, die neue Vergabe dauert drei Wochen.'
	},
	{ measure: 'document-list', step: 'accept', by: 'rathaus', day: -171 },
	{
		measure: 'document-list',
		step: 'report',
		by: 'rathaus',
		day: -90,
		text: 'Die Liste liegt in zwei Rathäusern aus.',
		nextStep: 'Einführung im dritten Rathaus.'
	},
	{
		measure: 'document-list',
		step: 'block',
		by: 'rathaus',
		day: -28,
		text: 'Im dritten Rathaus ist die Stelle der Ansprechperson unbesetzt.',
		nextStep: 'Vertretung benennen lassen.',
		blockedBy: 'Die Stelle ist seit acht Wochen ausgeschrieben; eine Vertretung fehlt.',
		helper: 'koordination'
	},
	{ measure: 'reminder-letter', step: 'accept', by: 'abh-leitung', day: -179 },
	{
		measure: 'reminder-letter',
		step: 'report',
		by: 'abh-leitung',
		day: -110,
		text: 'Die Anpassung im Fachverfahren ist beauftragt, der Text des Schreibens ist abgestimmt.',
		nextStep: 'Testlauf mit einem Jahrgang.'
	},
	{
		measure: 'reminder-letter',
		step: 'finish',
		by: 'abh-leitung',
		day: -70,
		text: 'Die Schreiben gehen seit Anfang des Quartals automatisch 90 Tage vor dem Ablauf heraus.'
	},
	{ measure: 'reminder-letter', step: 'approve', by: 'koordination', day: -63 },
	{ measure: 'leaflet', step: 'accept', by: 'abh-leitung', day: -179 },
	{
		measure: 'leaflet',
		step: 'report',
		by: 'abh-leitung',
		day: -75,
		text: 'Der Text ist mit den Kammern abgestimmt.',
		nextStep: 'Gestaltung und Druck.'
	},
	{
		measure: 'leaflet',
		step: 'finish',
		by: 'abh-leitung',
		day: -7,
		text: 'Das Merkblatt ist veröffentlicht und über die Kammern verteilt.'
	}
];

export const effects: {
	/** The review of the old measure falls due, and the daily job asks. */
	askedDay: number;
	/** The office asks about the reminder before its day. */
	askedAgainDay: number;
	answers: { by: string; day: number; measure: string; still: string; changed?: string; missing?: string }[];
	closedDay: number;
	thanksDay: number;
	thanks: string;
} = {
	askedDay: -98,
	askedAgainDay: -6,
	answers: [
		{
			by: 'fallmanagement-a',
			day: -97,
			measure: 'open-hours',
			still: 'gone',
			changed: 'Seit der offenen Sprechstunde schicken wir niemanden mehr mit Hilfe zum Portal.'
		},
		{
			by: 'fallmanagement-b',
			day: -97,
			measure: 'open-hours',
			still: 'better',
			changed: 'Das erste Gespräch kommt nach wenigen Tagen zustande.',
			missing: 'Ein Vormittag in Rheine würde helfen.'
		},
		{ by: 'fallmanagement-c', day: -96, measure: 'open-hours', still: 'gone' },
		{
			by: 'fachkraft',
			day: -95,
			measure: 'open-hours',
			still: 'better',
			changed: 'Wir können auf eine klare Zeit verweisen.'
		},
		{
			by: 'fallmanagement-d',
			day: -94,
			measure: 'open-hours',
			still: 'same',
			missing: 'In unserer Gemeinde kennt kaum jemand die Sprechstunde.'
		},
		{ by: 'fallmanagement-e', day: -93, measure: 'open-hours', still: 'gone' },
		{ by: 'fachkraft-2', day: -92, measure: 'open-hours', still: 'gone' },
		{
			by: 'fachkraft',
			day: -5,
			measure: 'reminder-letter',
			still: 'better',
			changed: 'Deutlich mehr Anträge kommen vor dem Ablauf.'
		},
		{ by: 'fallmanagement-b', day: -4, measure: 'reminder-letter', still: 'better' }
	],
	closedDay: -88,
	thanksDay: -87,
	thanks:
		'Sie haben die Lücke gemeldet, die Gruppe hat einen Vorschlag erarbeitet, die Lenkungsgruppe hat ihn beschlossen, und Ihre Antworten zeigen: Sie ist geschlossen. Danke. Sollte das Problem wieder auftreten, melden Sie es bitte erneut.'
};

/** The meetings of the play world: agendas with results, tasks and attendance. */
import type { ItemKind } from '#concepts/meetings/rules.ts';

export type ToldTask = { title: string; who: string; dueDay: number; doneDay?: number };
export type ToldItem = {
	/** Never that of an analysis, which a recall could not take back; {number} stands for that of the analysis it is linked to. */
	title: string;
	kind: ItemKind;
	minutes: number;
	lead: string;
	/** Written under the item while it is talked about, in light markup. */
	notes?: string[];
	result?: string;
	links?: [type: 'service_gap' | 'proposal' | 'case_analysis' | 'mandate', name: string][];
	/** Not settled: returns to the backlog. */
	postponed?: boolean;
	tasks?: ToldTask[];
};
export type ToldMeeting = {
	name: string;
	body: string;
	/** {half} and {month} stand for its half-year and month, as the story moves with today. */
	title: string;
	day: number;
	start: string;
	end: string;
	place: string;
	link?: string;
	by: string;
	/** Who did not come, of those invited; all others were present. */
	excused?: string[];
	guests?: string[];
	items: ToldItem[];
	/** How far it has come: called only, invited, held with minutes under review, closed. */
	until: 'scheduled' | 'invited' | 'under_review' | 'closed';
	/** Who has confirmed the minutes so far, while they are under review. */
	confirmedBy?: string[];
	objection?: { by: string; passage: string; text: string; answer: string };
	/** Days between the day of inviting and the meeting; 20 unless said. */
	notice?: number;
};

const kreishaus = 'Kreishaus Steinfurt, Sitzungsraum';
const opening = (lead = 'Koordination'): ToldItem => ({
	title: 'Begrüßung, Tagesordnung und letztes Protokoll',
	kind: 'minutes_approval',
	minutes: 10,
	lead,
	result: 'Die Tagesordnung ist angenommen. Zum letzten Protokoll gibt es keine Änderungen.'
});

export const meetings: ToldMeeting[] = [
	{
		name: 'group-past',
		body: 'group',
		title: 'Bausteinübergreifende Arbeitsgruppe: Zugang zu Leistungen',
		day: -592,
		start: '09:00',
		end: '11:30',
		place: kreishaus,
		by: 'koordination',
		until: 'closed',
		items: [
			opening(),
			{
				title: 'Einzelfallanalyse: Ohne Termin kein Antrag',
				kind: 'discussion',
				minutes: 40,
				lead: 'Case Management',
				links: [
					['case_analysis', 'online-booking'],
					['service_gap', 'online-booking']
				],
				result:
					'Alle Regionen kennen ähnliche Verläufe. Die Lücke wird als dauerhaft und kreisweit eingestuft. Die Arbeitsgruppe bittet die Lenkungsgruppe um einen Auftrag.'
			}
		]
	},
	{
		name: 'steering-past-spring',
		body: 'committee',
		title: 'Lenkungsgruppe KIM, {half}',
		day: -560,
		start: '14:00',
		end: '16:00',
		place: kreishaus,
		by: 'koordination',
		until: 'closed',
		items: [
			opening(),
			{
				title: 'Vorrangige Lücken des Halbjahres',
				kind: 'discussion',
				minutes: 40,
				lead: 'Koordination',
				links: [['service_gap', 'online-booking']],
				result: 'Die Lücke beim Zugang zum Jobcenter wird vorrangig bearbeitet; die Themengruppe erhält einen Auftrag.'
			}
		]
	},
	{
		name: 'topic-past',
		body: 'topicGroup',
		title: 'Themengruppe Rechtskreiswechsel: Erster Kontakt zum Jobcenter',
		day: -470,
		start: '13:30',
		end: '15:30',
		place: 'Rathaus einer beteiligten Kommune',
		by: 'koordination-2',
		until: 'closed',
		items: [
			opening(),
			{
				title: 'Offene Sprechstunde mit Sprachmittlung',
				kind: 'decision',
				minutes: 45,
				lead: 'Jobcenter',
				links: [
					['proposal', 'open-hours'],
					['service_gap', 'online-booking'],
					['mandate', 'online-booking']
				],
				result: 'Die Gruppe empfiehlt der Lenkungsgruppe eine offene Sprechstunde an zwei Vormittagen.'
			}
		]
	},
	{
		name: 'steering-past-autumn',
		body: 'committee',
		title: 'Lenkungsgruppe KIM, {half}',
		day: -376,
		start: '14:00',
		end: '15:30',
		place: kreishaus,
		by: 'koordination',
		until: 'closed',
		items: [
			opening(),
			{
				title: 'Bericht zum Auftrag „Zugang zum Jobcenter“',
				kind: 'acknowledgement',
				minutes: 10,
				lead: 'Themengruppe',
				links: [['mandate', 'online-booking']],
				result: 'Der Abschlussbericht wird angenommen.'
			}
		]
	},
	{
		name: 'group-spring',
		body: 'group',
		title: 'Bausteinübergreifende Arbeitsgruppe, {month}',
		day: -257,
		start: '09:00',
		end: '12:00',
		place: `${kreishaus}; Zuschaltung möglich`,
		link: 'https://video.demo.lueckenlos.example/ag',
		by: 'koordination',
		until: 'closed',
		excused: ['fallmanagement-b'],
		items: [
			{
				...opening(),
				result:
					'Die Tagesordnung wird um einen Hinweis auf die Landesdatenbank ergänzt. Das letzte Protokoll ist genehmigt.'
			},
			{
				title: 'Fallbesprechung: Übergang ins SGB II',
				kind: 'discussion',
				minutes: 35,
				lead: 'Case Management Mitte',
				links: [
					['case_analysis', 'payment'],
					['service_gap', 'payment']
				],
				result:
					'Vier weitere Regionen berichten von ähnlichen Verläufen. Häufigster Grund sind doppelt angeforderte Unterlagen. Die Lücke wird als regelmäßig und kritisch eingestuft.',
				tasks: [
					{
						title: 'Gemeinsame Unterlagenliste für den Wechsel ins SGB II entwerfen',
						who: 'koordination',
						dueDay: -221,
						doneDay: -226
					}
				]
			},
			{
				title: 'Fallbesprechung: Sprachkurs und Kinderbetreuung',
				kind: 'discussion',
				minutes: 35,
				lead: 'Case Management Nordost',
				links: [
					['case_analysis', 'childcare'],
					['service_gap', 'childcare']
				],
				result: 'Die Gruppe sammelt Beispiele aus fünf Kommunen. Das Thema geht in eine eigene Themengruppe.',
				tasks: [
					{
						title: 'Bedarf an Kursen mit Betreuung je Kommune abfragen',
						who: 'fallmanagement-a',
						dueDay: -147,
						doneDay: -152
					}
				]
			},
			{
				title: 'Bewertung: Aufenthaltstitel läuft vor der Verlängerung ab',
				kind: 'discussion',
				minutes: 30,
				lead: 'Baustein 3',
				links: [
					['service_gap', 'permit'],
					['proposal', 'reminder']
				],
				result:
					'Eine Erinnerung vor dem Ablauf gilt als machbar, wenn sie automatisch aus dem Fachverfahren kommt. Die Gruppe empfiehlt den Vorschlag.',
				tasks: [
					{
						title: 'Technische Möglichkeit einer Erinnerung im Fachverfahren klären',
						who: 'fachkraft',
						dueDay: -214,
						doneDay: -218
					},
					{
						title: 'Merkblatt für Betriebe zur Fiktionsbescheinigung vorbereiten',
						who: 'koordination-2',
						dueDay: -200,
						doneDay: -203
					}
				]
			},
			{
				title: 'Psychische Gesundheit und Sprachmittlung',
				kind: 'discussion',
				minutes: 30,
				lead: 'Koordination',
				links: [
					['service_gap', 'interpreting'],
					['case_analysis', 'interpreting']
				],
				result:
					'Ein kreisweiter Pool wird befürwortet, die Finanzierung ist offen. Bis zur nächsten Sitzung liegt eine Kostenschätzung vor.',
				tasks: [
					{
						title: 'Kostenschätzung für einen Sprachmittlungspool Gesundheit',
						who: 'koordination',
						dueDay: -144,
						doneDay: -146
					}
				]
			},
			{
				title: 'Offene Aufgaben und Verschiedenes',
				kind: 'information',
				minutes: 15,
				lead: 'Geschäftsstelle',
				result:
					'Die Muster für Einzelfallanalysen werden gekürzt, damit sie in einer halben Stunde ausgefüllt werden können.',
				tasks: [
					{ title: 'Vorlage der Einzelfallanalyse kürzen und erproben', who: 'mitglied', dueDay: -208, doneDay: -210 }
				]
			}
		]
	},
	{
		name: 'steering-spring',
		body: 'committee',
		title: 'Lenkungsgruppe KIM, {half}',
		day: -187,
		start: '14:00',
		end: '16:00',
		place: kreishaus,
		by: 'koordination',
		until: 'closed',
		items: [
			opening(),
			{
				title: 'Vorrangige Lücken des Halbjahres',
				kind: 'discussion',
				minutes: 30,
				lead: 'Koordination',
				links: [['service_gap', 'school']],
				result: 'Jugendliche ohne Schulplatz werden vorrangig behandelt; die Arbeitsgruppe erhält einen Auftrag.'
			}
		]
	},
	{
		name: 'topic-summer',
		body: 'topicGroup',
		title: 'Themengruppe Rechtskreiswechsel: Ablauf der Übergabe',
		day: -159,
		start: '13:30',
		end: '15:30',
		place: 'Rathaus einer beteiligten Kommune',
		by: 'koordination-2',
		until: 'closed',
		guests: ['federfuehrung'],
		items: [
			{
				...opening(),
				title: 'Begrüßung und Auftrag der Lenkungsgruppe',
				kind: 'information',
				result: 'Auftrag und Zeitplan sind bestätigt: Erprobung in drei Kommunen, danach ein Bericht mit Zahlen.'
			},
			{
				title: 'Ablauf der Übergabe in fünf Schritten',
				kind: 'discussion',
				minutes: 40,
				lead: 'Jobcenter',
				links: [
					['proposal', 'handover'],
					['service_gap', 'payment']
				],
				result:
					'Die fünf Schritte gelten in den Pilotkommunen. Das Jobcenter sagt zu, bei vollständigen Angaben kurzfristig über einen Vorschuss zu entscheiden.',
				tasks: [
					{
						title: 'Ansprechpersonen und Vertretungen der drei Kommunen benennen',
						who: 'fallmanagement-b',
						dueDay: -137,
						doneDay: -139
					},
					{
						title: 'Kennzahl festlegen: Tage zwischen letzter und erster Zahlung',
						who: 'federfuehrung',
						dueDay: -123,
						doneDay: -125
					}
				]
			},
			{
				title: 'Einwilligung und Datenschutz bei der Übergabe',
				kind: 'discussion',
				minutes: 25,
				lead: 'Koordination',
				links: [['service_gap', 'payment']],
				result: 'Das Formular wird in einfacher Sprache und in sechs Übersetzungen erstellt und vorab geprüft.',
				tasks: [{ title: 'Einwilligungsformular prüfen und übersetzen lassen', who: 'koordination-2', dueDay: -20 }]
			},
			{
				title: 'Große Familien und Wohnraum',
				kind: 'discussion',
				minutes: 25,
				lead: 'Case Management Süd',
				links: [
					['service_gap', 'housing'],
					['case_analysis', 'payment']
				],
				result: 'Wohnraum braucht eigene Fachleute. Die Gruppe schlägt einen Austausch mit den Wohnungsämtern vor.'
			},
			{ title: 'Erfahrungen anderer Kreise', kind: 'information', minutes: 10, lead: 'Koordination', postponed: true }
		]
	},
	{
		name: 'language-autumn',
		body: 'languageGroup',
		title: 'Themengruppe Sprache, Betreuung, Mobilität',
		day: -61,
		start: '09:30',
		end: '12:00',
		place: 'Bildungseinrichtung im Nordosten des Kreises',
		by: 'koordination',
		until: 'closed',
		items: [
			opening(),
			{
				title: 'Ergebnis der Bedarfsabfrage je Kommune',
				kind: 'information',
				minutes: 20,
				lead: 'Case Management Nordost',
				links: [
					['service_gap', 'childcare'],
					['service_gap', 'buses']
				],
				notes: [
					'| Angebot | Rückmeldung |\n|---|---|\n| Kurs mit Betreuung | fehlt in den meisten Kommunen |\n| Fahrdienst | nur an zwei Orten |'
				],
				result:
					'In der Region warten nach Schätzung der Case Managerinnen rund 30 Eltern auf einen Kurs mit Betreuung. Kleine Zahlen einzelner Orte werden nicht genannt.'
			},
			{
				title: 'Brückenkurs mit Kinderbetreuung an wechselnden Orten',
				kind: 'decision',
				minutes: 40,
				lead: 'Sprachkursträger',
				links: [
					['proposal', 'bridge-course'],
					['service_gap', 'childcare']
				],
				result: 'Der Vorschlag wird mit dem Hinweis auf die offene Finanzierung an die Lenkungsgruppe gegeben.',
				tasks: [
					{ title: 'Finanzierung der Betreuungskräfte ab dem zweiten Jahr klären', who: 'koordination', dueDay: 127 }
				]
			},
			{
				title: 'Sprachmittlungspool Gesundheit',
				kind: 'decision',
				minutes: 30,
				lead: 'Koordination',
				links: [
					['proposal', 'interpreter-pool'],
					['service_gap', 'interpreting']
				],
				result: 'Der Vorschlag ist mit einer Ergänzung zur Begleitung der Mittelnden verabschiedet.',
				tasks: [
					{ title: 'Konzept zur Begleitung der Sprachmittelnden ergänzen', who: 'mitglied', dueDay: -32, doneDay: -34 }
				]
			},
			{
				title: 'Anliegen an das Land: Betreuung und Fahrtkosten',
				kind: 'decision',
				minutes: 25,
				lead: 'Koordination',
				links: [
					['proposal', 'appeal'],
					['service_gap', 'buses']
				],
				result: 'Der Text wird der Lenkungsgruppe zur Weitergabe vorgelegt.',
				tasks: [
					{
						title: 'Zahlen aus ländlichen Kommunen zusammenstellen',
						who: 'fallmanagement-a',
						dueDay: -25,
						doneDay: -28
					}
				]
			}
		]
	},
	{
		name: 'steering-autumn',
		body: 'committee',
		title: 'Lenkungsgruppe KIM, {half}',
		day: -13,
		start: '14:00',
		end: '16:30',
		place: kreishaus,
		by: 'koordination',
		until: 'under_review',
		confirmedBy: ['wohlfahrt'],
		items: [
			opening(),
			{
				title: 'Vorrangige Lücken des Halbjahres',
				kind: 'discussion',
				minutes: 30,
				lead: 'Koordination',
				links: [
					['service_gap', 'housing'],
					['service_gap', 'eviction']
				],
				notes: [
					'Die Koordination stellt die Rangfolge vor. Beide Lücken betreffen mehrere Kommunen und bestehen seit über einem Jahr.'
				],
				result:
					'Wohnraum für große Familien wird vorrangig bearbeitet; die Themengruppe erhält einen Auftrag. Die Krisenabfolge bei Werkswohnungen folgt danach.'
			},
			{
				title: 'Zwischenbericht zur Übergabe ins SGB II',
				kind: 'acknowledgement',
				minutes: 15,
				lead: 'Jobcenter',
				links: [['service_gap', 'payment']],
				result:
					'Nach drei Monaten sank die mittlere Zahlungslücke von 31 auf 12 Tage. Die Lenkungsgruppe nimmt Kenntnis.'
			}
		]
	},
	{
		name: 'topic-interim',
		body: 'topicGroup',
		title: 'Themengruppe Rechtskreiswechsel: Zwischenstand',
		day: -9,
		start: '10:00',
		end: '11:30',
		place: 'Videokonferenz',
		link: 'https://video.demo.lueckenlos.example/rechtskreis',
		by: 'koordination-2',
		until: 'under_review',
		confirmedBy: ['fallmanagement-b'],
		objection: {
			by: 'fachkraft',
			passage: 'Das Merkblatt erklärt, wer über die Anerkennung informiert.',
			text: 'Im zweiten Punkt fehlt der Hinweis, dass die Behörde nur die betroffene Person informiert.',
			answer: 'Der Hinweis ist ergänzt.'
		},
		items: [
			opening(),
			{
				title: 'Stand der Erprobung in den Pilotkommunen',
				kind: 'information',
				minutes: 30,
				lead: 'Jobcenter',
				links: [
					['proposal', 'handover'],
					['service_gap', 'payment']
				],
				notes: [
					'Die Pilotkommunen berichten nacheinander. Die Übergabeliste spart vor allem Rückfragen nach fehlenden Bescheiden.',
					'Offen ist noch:\n- eine Vertretung, wenn die Ansprechperson fehlt\n- der Weg über die Feiertage',
					'Das Merkblatt erklärt, wer über die Anerkennung informiert.'
				],
				result:
					'Zwei Kommunen arbeiten nach den fünf Schritten, in der dritten ist die Stelle der Ansprechperson unbesetzt.',
				tasks: [
					{
						title: 'Merkblatt zur Anerkennung für Betroffene mit den Sozialämtern abstimmen',
						who: 'fachkraft',
						dueDay: 10
					},
					{ title: 'Rückmeldungen der Kursträger zur Übergabe sammeln', who: 'mitglied', dueDay: 6 }
				]
			},
			{
				title: 'Vorläufige Leistung bei Frühförderung',
				kind: 'discussion',
				minutes: 30,
				lead: 'Koordination',
				links: [
					['proposal', 'early-support'],
					['service_gap', 'early-support']
				],
				notes: [
					'Das Gesundheitsamt schildert, wie lange Gutachten derzeit brauchen. Zehn Arbeitstage gelten als **machbar**.'
				],
				result: 'Der Vorschlag ist eingereicht. Das Gesundheitsamt unterstützt eine Frist von zehn Arbeitstagen.'
			}
		]
	},
	{
		name: 'group-next',
		body: 'group',
		title: 'Bausteinübergreifende Arbeitsgruppe, {month}',
		day: 15,
		start: '09:00',
		end: '12:00',
		place: `${kreishaus}; Zuschaltung möglich`,
		link: 'https://video.demo.lueckenlos.example/ag',
		by: 'koordination',
		until: 'invited',
		guests: ['gast'],
		notice: 19,
		items: [
			{
				title: 'Begrüßung, Tagesordnung und letztes Protokoll',
				kind: 'minutes_approval',
				minutes: 10,
				lead: 'Koordination'
			},
			{
				title: 'Bericht aus der Lenkungsgruppe',
				kind: 'information',
				minutes: 20,
				lead: 'Koordination',
				links: [
					['service_gap', 'housing'],
					['service_gap', 'interpreting']
				]
			},
			{
				title: 'Fallbesprechung {number}',
				kind: 'discussion',
				minutes: 35,
				lead: 'Case Management Nordost',
				links: [
					['case_analysis', 'early-support'],
					['service_gap', 'early-support']
				]
			},
			{
				title: 'Anhörung: Schulplätze im laufenden Schuljahr',
				kind: 'hearing',
				minutes: 30,
				lead: 'Migrantenorganisation',
				links: [
					['mandate', 'school'],
					['service_gap', 'school']
				]
			},
			{
				title: 'Anerkennungsberatung vor Ort',
				kind: 'decision',
				minutes: 30,
				lead: 'Sprachkursträger',
				links: [
					['proposal', 'advice-hours'],
					['service_gap', 'recognition']
				]
			},
			{ title: 'Offene Aufgaben und Verschiedenes', kind: 'information', minutes: 15, lead: 'Geschäftsstelle' }
		]
	},
	{
		name: 'steering-next',
		body: 'committee',
		title: 'Lenkungsgruppe KIM, {half}',
		day: 165,
		start: '14:00',
		end: '16:00',
		place: kreishaus,
		by: 'koordination',
		until: 'scheduled',
		items: [
			{
				title: 'Begrüßung, Tagesordnung und letzte Niederschrift',
				kind: 'minutes_approval',
				minutes: 10,
				lead: 'Vorsitz'
			},
			{
				title: 'Bericht zur Erprobung der Übergabe ins SGB II',
				kind: 'acknowledgement',
				minutes: 20,
				lead: 'Jobcenter',
				links: [['proposal', 'handover']]
			}
		]
	}
];

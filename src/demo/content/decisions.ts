/** What the committee decided in the play world, the measures that followed, and what was answered to those who reported. */
import type { Gate2Result, Priority } from '#concepts/steering/rules.ts';

/** `contact` is a person; `dueDay` counts from today. */
export type ToldMeasure = {
	name: string;
	title: string;
	contact: string;
	deputy?: string;
	dueDay: number;
	indicator: string;
};
export type ToldDecision = {
	proposal: string;
	result: Gate2Result;
	wording?: string;
	reason?: string;
	target?: string;
	targetDay?: number;
	vote: string;
	measures?: ToldMeasure[];
	feedback: { gap: string; day?: number; text: string };
};
export type ToldPriority = {
	gap: string;
	priority: Priority;
	reason: string;
	vote: string;
	mandate?: { name: string; body: string; goal: string; dueDay: number; interimDay?: number };
	feedback: { day?: number; text: string };
};

/** By meeting; `wording` only where it differs from what the proposal asks for. */
export const decisions: Record<string, ToldDecision[]> = {
	'steering-past-autumn': [
		{
			proposal: 'open-hours',
			result: 'adopted',
			vote: 'einstimmig',
			measures: [
				{
					name: 'open-hours',
					title: 'Offene Sprechstunde mit Sprachmittlung an zwei Vormittagen einrichten',
					contact: 'federfuehrung',
					dueDay: -280,
					indicator: 'Tage bis zum ersten Gespräch: höchstens 7'
				}
			],
			feedback: {
				gap: 'online-booking',
				day: -371,
				text: 'Die Lenkungsgruppe hat beschlossen: Das Jobcenter richtet an zwei Vormittagen eine offene Sprechstunde mit Sprachmittlung ein. Danke, dass Sie die Lücke gemeldet haben. In einigen Monaten fragen wir Sie, ob sie geschlossen ist.'
			}
		}
	],
	'steering-spring': [
		{
			proposal: 'handover',
			result: 'adopted_with_changes',
			vote: 'einvernehmlich',
			wording:
				'Sozialämter und Jobcenter erproben in drei Kommunen eine begleitete Übergabe mit fester Ansprechperson und gemeinsamer Unterlagenliste; über die kreisweite Einführung wird nach einem Bericht mit Zahlen entschieden.',
			reason:
				'Die kreisweite Einführung setzt Erfahrungen voraus. Das Formular wird vorab durch die Datenschutzbeauftragten geprüft.',
			measures: [
				{
					name: 'handover-pilot',
					title: 'Übergabegespräche mit fester Ansprechperson in drei Pilotkommunen erproben',
					contact: 'federfuehrung',
					dueDay: 120,
					indicator: 'Tage zwischen letzter und erster Zahlung: höchstens zehn Arbeitstage'
				},
				{
					name: 'consent-form',
					title: 'Einwilligungsformular prüfen und in sechs Sprachen übersetzen lassen',
					contact: 'federfuehrung',
					dueDay: -20,
					indicator: 'Formular liegt in allen Pilotkommunen aus'
				},
				{
					name: 'document-list',
					title: 'Gemeinsame Unterlagenliste in den Rathäusern einführen',
					contact: 'rathaus',
					dueDay: 45,
					indicator: 'Anteil vollständiger Erstanträge'
				}
			],
			feedback: {
				gap: 'payment',
				day: -182,
				text: 'Ihre Meldungen haben etwas bewegt: In drei Kommunen wird eine begleitete Übergabe vom Sozialamt zum Jobcenter erprobt. Nach einem Bericht mit Zahlen entscheidet die Lenkungsgruppe über den ganzen Kreis.'
			}
		},
		{
			proposal: 'reminder',
			result: 'adopted',
			vote: 'einvernehmlich',
			measures: [
				{
					name: 'reminder-letter',
					title: 'Erinnerungsschreiben rund 90 Tage vor Ablauf des Titels versenden',
					contact: 'abh-leitung',
					dueDay: -62,
					indicator: 'Anteil der Anträge vor Ablauf des Titels'
				},
				{
					name: 'leaflet',
					title: 'Merkblatt zur Fiktionsbescheinigung für Betriebe und Vermietende veröffentlichen',
					contact: 'abh-leitung',
					dueDay: 20,
					indicator: 'Gemeldete Arbeitsunterbrechungen'
				}
			],
			feedback: {
				gap: 'permit',
				day: -182,
				text: 'Die Lenkungsgruppe hat das Erinnerungsverfahren für beide Ausländerbehörden beschlossen. Dazu kommt ein Merkblatt für Betriebe und Vermietende.'
			}
		}
	],
	'steering-autumn': [
		{
			proposal: 'bridge-course',
			result: 'postponed',
			vote: 'mehrheitlich, eine Enthaltung',
			targetDay: 165,
			target: 'Sitzung der Lenkungsgruppe im nächsten Halbjahr',
			reason:
				'Der Vorschlag wird fachlich unterstützt. Die Finanzierung ab dem zweiten Jahr ist zu klären, bestehende Brückenprojekte werden geprüft.',
			feedback: {
				gap: 'childcare',
				day: -10,
				text: 'Der Brückenkurs mit Kinderbetreuung wird fachlich unterstützt, ist aber noch nicht beschlossen: Die Finanzierung ab dem zweiten Jahr ist offen. In der nächsten Sitzung steht er wieder auf der Tagesordnung.'
			}
		},
		{
			proposal: 'interpreter-pool',
			result: 'rejected',
			vote: 'eine Stimme dafür, drei dagegen',
			reason:
				'Ein neuer Pool neben bestehenden Angeboten schafft doppelte Strukturen. Die vorhandenen Angebote sollen verzeichnet und gemeinsam gebucht werden.',
			feedback: {
				gap: 'interpreting',
				day: -10,
				text: 'Der Sprachmittlungspool wurde in dieser Form abgelehnt, weil er neben bestehenden Angeboten doppelte Strukturen geschaffen hätte. Die Lücke bleibt anerkannt; die Arbeitsgruppe entwickelt einen neuen Vorschlag.'
			}
		},
		{
			proposal: 'appeal',
			result: 'passed_on',
			vote: 'einvernehmlich bei einer Enthaltung',
			target: 'Zuständiges Landesministerium, nachrichtlich Landkreistag',
			targetDay: 150,
			feedback: {
				gap: 'buses',
				day: -9,
				text: 'Die Lenkungsgruppe hat Ihr Anliegen an das zuständige Landesministerium weitergegeben und bittet um eine Antwort bis zur nächsten Sitzung. Wir melden uns, sobald sie da ist.'
			}
		}
	]
};

/** Gate 1, by meeting. */
export const priorities: Record<string, ToldPriority[]> = {
	'steering-past-spring': [
		{
			gap: 'online-booking',
			priority: 'high',
			vote: 'einstimmig',
			reason: 'Die Lücke betrifft den ganzen Kreis und verzögert die Existenzsicherung.',
			mandate: {
				name: 'online-booking',
				body: 'topicGroup',
				goal: 'Einen Vorschlag erarbeiten, wie Menschen mit geringen Deutschkenntnissen ohne Umweg zu einem ersten Gespräch im Jobcenter kommen.',
				dueDay: -390
			},
			feedback: {
				day: -556,
				text: 'Die Lenkungsgruppe hält die Lücke für dringend und hat die Themengruppe beauftragt, bis zur nächsten Sitzung einen Vorschlag zu erarbeiten.'
			}
		}
	],
	'steering-spring': [
		{
			gap: 'school',
			priority: 'high',
			vote: 'einvernehmlich',
			reason: 'Jugendliche ohne Schulplatz verlieren in dieser Zeit den Anschluss.',
			mandate: {
				name: 'school',
				body: 'group',
				goal: 'Mit Schulaufsicht und Berufskollegs klären, wie Jugendliche im laufenden Schuljahr einen Platz bekommen, und einen Vorschlag vorlegen.',
				dueDay: -8
			},
			feedback: {
				day: -181,
				text: 'Die Lenkungsgruppe hat die bausteinübergreifende Arbeitsgruppe beauftragt, mit Schulaufsicht und Berufskollegs einen Vorschlag zu erarbeiten.'
			}
		}
	],
	'steering-autumn': [
		{
			gap: 'housing',
			priority: 'high',
			vote: 'einvernehmlich',
			reason: 'Wohnraum für große Familien fehlt in allen Regionen, der Druck auf die Unterkünfte wächst.',
			mandate: {
				name: 'housing',
				body: 'topicGroup',
				goal: 'Gemeinsam mit den Wohnungsämtern Wege aufzeigen, wie große Familien aus der Unterkunft in Wohnungen kommen.',
				interimDay: 60,
				dueDay: 145
			},
			feedback: {
				day: -9,
				text: 'Die Lenkungsgruppe hat die Themengruppe beauftragt, gemeinsam mit den Wohnungsämtern Wege für große Familien zu erarbeiten.'
			}
		},
		{
			gap: 'eviction',
			priority: 'middle',
			vote: 'einvernehmlich',
			reason: 'Selten, aber mit schweren Folgen für die Familien.',
			feedback: { text: 'Die Lenkungsgruppe hat die Lücke als vorrangig eingestuft.' }
		}
	]
};

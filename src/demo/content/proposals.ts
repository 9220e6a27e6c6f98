/** The proposals of the play world with their outlines, and the days of their way to the committee. */
import type { Outline } from '#concepts/proposals/rules.ts';
import type { StatementAnswer } from '#concepts/proposals/statements.rules.ts';

export type ToldProposal = {
	name: string;
	title: string;
	body: string;
	gaps: string[];
	by: string;
	responsible: string;
	dueDay: number;
	outline: Outline;
	/** Days of the steps taken; a step without a day was not taken. */
	days: { create: number; consult?: number; recommend?: number; submit?: number; admit?: number; schedule?: number };
	meeting?: string;
	/** Given back by the office, and what the group has written since. */
	returned?: {
		day: number;
		comment: string;
		part: keyof Outline;
		quote: string;
		revised: { day: number; by: string; outline: Partial<Outline> };
	};
	statements?: ToldStatement[];
	dissents?: { day: number; by: string; named: boolean; text: string }[];
};
export type ToldStatement = {
	day: number;
	by: string;
	asked: string;
	question: string;
	dueDay: number;
	/** What was answered, if it was. */
	answer?: { day: number; answer: StatementAnswer; text: string };
};

export const proposals: ToldProposal[] = [
	{
		name: 'open-hours',
		title: 'Offene Sprechstunde mit Sprachmittlung im Jobcenter',
		body: 'topicGroup',
		gaps: ['online-booking'],
		by: 'mitglied',
		responsible: 'jobcentre',
		dueDay: -280,
		meeting: 'steering-past-autumn',
		days: { create: -495, consult: -485, recommend: -469, submit: -430, admit: -422, schedule: -405 },
		outline: {
			resolution:
				'Das Jobcenter richtet an zwei Vormittagen in der Woche eine offene Sprechstunde mit Sprachmittlung für Erstanträge ein.',
			problem:
				'Termine für den Erstantrag sind nur online und nur auf Deutsch buchbar. Wer das Portal nicht versteht, wartet Wochen auf ein erstes Gespräch.',
			solution:
				'An zwei Vormittagen ohne Termin, mit Sprachmittlung für die drei häufigsten Sprachen; dazu eine telefonische Buchung und ein Aushang mit Bildern.',
			alternatives:
				'Das Portal übersetzen: erst mit der nächsten Vergabe möglich. Nichts tun: Die Wartezeit bleibt, Beratungsstellen buchen weiter für andere.',
			money: 'Rund 6.000 Euro im Jahr für Sprachmittlung aus vorhandenen Mitteln.',
			staff: 'Zwei Kräfte für je acht Stunden in der Woche aus dem Bestand.',
			it: 'Keine Änderung am Portal.',
			dataProtection: 'Es entstehen keine neuen Daten; Dolmetschende unterschreiben eine Verpflichtung.',
			competence: 'Jobcenter Kreis Steinfurt, Teamleitung Eingangszone.',
			indicator: 'Tage zwischen Anerkennung und erstem Gespräch: von rund 28 auf höchstens 7.'
		}
	},
	{
		name: 'handover',
		title: 'Begleitete Übergabe beim Wechsel ins SGB II',
		body: 'topicGroup',
		gaps: ['payment'],
		by: 'koordination-2',
		responsible: 'jobcentre',
		dueDay: 180,
		meeting: 'steering-spring',
		days: { create: -266, consult: -262, recommend: -255, submit: -231, admit: -224, schedule: -214 },
		outline: {
			resolution:
				'Sozialämter und Jobcenter führen im ganzen Kreis eine begleitete Übergabe mit fester Ansprechperson und gemeinsamer Unterlagenliste ein.',
			problem:
				'Beim Wechsel vom Sozialamt zum Jobcenter entstehen Wochen ohne Zahlung, weil Unterlagen doppelt angefordert werden und niemand den Übergang verantwortet.',
			solution:
				'Gemeinsame Unterlagenliste in einfacher Sprache, feste Ansprechperson je Kommune und im Jobcenter, Übergabegespräch mit Einwilligung innerhalb von fünf Arbeitstagen, kurzfristige Entscheidung über einen Vorschuss.',
			alternatives:
				'Nur die Liste einführen: hilft bei doppelten Unterlagen, nicht bei der Zuständigkeit. Nichts tun: Familien bleiben weiter wochenlang ohne Geld.',
			money: 'Einmalig etwa 2.000 Euro für Übersetzungen.',
			staff: 'Keine zusätzlichen Stellen; rund 20 Minuten je Übergabe.',
			it: 'Keine.',
			dataProtection:
				'Weitergabe nur mit schriftlicher Einwilligung; das Formular wird durch die Datenschutzbeauftragten geprüft.',
			competence: 'Jobcenter und Sozialämter der Kommunen in eigener Zuständigkeit.',
			indicator:
				'Tage zwischen letzter Zahlung des Sozialamts und erster Zahlung des Jobcenters: höchstens zehn Arbeitstage.'
		}
	},
	{
		name: 'reminder',
		title: 'Erinnerung vor Ablauf des Aufenthaltstitels',
		body: 'group',
		gaps: ['permit'],
		by: 'fachkraft',
		responsible: 'immigration',
		dueDay: -50,
		meeting: 'steering-spring',
		days: { create: -263, recommend: -254, submit: -230, admit: -223, schedule: -213 },
		outline: {
			resolution:
				'Beide Ausländerbehörden erinnern rund 90 Tage vor dem Ablauf eines Titels schriftlich an die Verlängerung und geben ein Merkblatt für Betriebe heraus.',
			problem:
				'Titel laufen ab, bevor ein Termin frei ist. Arbeitgeber sind unsicher, was eine Fiktionsbescheinigung bedeutet, und setzen Beschäftigungen aus.',
			solution:
				'Automatisches Erinnerungsschreiben, Merkblatt für Betriebe und Vermietende, Terminkontingent für Personen mit Arbeitsvertrag.',
			alternatives:
				'Mehr Termine allein: ohne Erinnerung kommen die Anträge weiter zu spät. Nichts tun: Arbeitsplätze gehen verloren.',
			money: 'Porto und Druck, rund 3.500 Euro im Jahr.',
			staff: 'Pflege des Merkblatts, wenige Stunden im Monat.',
			it: 'Einmalige Anpassung im Fachverfahren.',
			dataProtection: 'Nur vorhandene Daten der Behörde; keine Weitergabe an Dritte.',
			competence: 'Ausländerbehörden Kreis und Rheine.',
			indicator: 'Anteil der Anträge vor Ablauf des Titels; gemeldete Arbeitsunterbrechungen im Case Management.'
		}
	},
	{
		name: 'bridge-course',
		title: 'Brückenkurs mit Kinderbetreuung an wechselnden Orten',
		body: 'languageGroup',
		gaps: ['childcare'],
		by: 'mitglied',
		responsible: 'youth',
		dueDay: 260,
		meeting: 'steering-autumn',
		days: { create: -150, consult: -110, recommend: -60, submit: -50, admit: -45, schedule: -41 },
		outline: {
			resolution:
				'Der Kreis richtet im Nordosten einen Brückenkurs mit Kinderbetreuung ein, dessen Ort halbjährlich wechselt.',
			problem: 'Eltern kleiner Kinder im Nordosten können keinen Kurs beginnen, weil Betreuung fehlt.',
			solution:
				'Drei Vormittage je Woche, zwei Betreuungskräfte und Ehrenamt als Ergänzung, Anmeldung über das Case Management; mindestens 24 Eltern im Jahr.',
			alternatives:
				'Fahrdienst zu bestehenden Kursen: teurer und ohne Betreuung. Nichts tun: Der Kursbeginn verschiebt sich weiter um ein bis zwei Jahre.',
			money:
				'Rund 38.000 Euro je Jahr für Betreuung; Räume werden gestellt. Ab dem zweiten Jahr ist die Finanzierung offen.',
			staff: 'Zwei Betreuungskräfte in Teilzeit beim Träger.',
			it: 'Keine.',
			dataProtection: 'Anmeldung beim Träger, keine Weitergabe.',
			competence: 'Kreisjugendamt mit Sprachkursträger.',
			indicator: 'Zahl der Teilnehmenden; Anteil mit Übergang in den Integrationskurs.'
		}
	},
	{
		name: 'interpreter-pool',
		title: 'Sprachmittlungspool Gesundheit',
		body: 'languageGroup',
		gaps: ['interpreting'],
		by: 'koordination',
		responsible: 'county',
		dueDay: 400,
		meeting: 'steering-autumn',
		days: { create: -148, consult: -108, recommend: -59, submit: -49, admit: -44, schedule: -40 },
		outline: {
			resolution:
				'Der Kreis baut einen Pool von 20 geschulten Sprachmittelnden für Arzt-, Therapie- und Pflegetermine auf.',
			problem:
				'Behandlungen und Begutachtungen scheitern, weil niemand dolmetscht oder bezahlt. Kinder übersetzen für ihre Eltern.',
			solution:
				'Pool mit fester Buchungsstelle, Vereinbarung zur Kostenübernahme mit den Sozialämtern, Begleitung und Austausch für die Mittelnden.',
			alternatives:
				'Vorhandene Pools gemeinsam buchen. Videodolmetschen einkaufen. Nichts tun: Behandlungen fallen weiter aus.',
			money: 'Rund 45.000 Euro je Jahr, davon ein Drittel aus Landesmitteln angefragt.',
			staff: 'Eine halbe Stelle für die Buchung.',
			it: 'Ein einfaches Buchungswerkzeug.',
			dataProtection: 'Verschwiegenheit der Mittelnden; die Buchung ohne Angaben zur Erkrankung.',
			competence: 'Kreis Steinfurt, Gesundheitsamt und Kommunales Integrationszentrum.',
			indicator: 'Vermittelte Einsätze; Anteil nicht besetzter Anfragen; Rückmeldung der Praxen.'
		}
	},
	{
		name: 'appeal',
		title: 'Anliegen an das Land: Betreuung und Fahrtkosten in ländlichen Räumen',
		body: 'languageGroup',
		gaps: ['buses'],
		by: 'koordination',
		responsible: 'department',
		dueDay: 60,
		meeting: 'steering-autumn',
		days: { create: -120, recommend: -58, submit: -48, admit: -43, schedule: -39 },
		outline: {
			resolution:
				'Die Lenkungsgruppe bittet das Land, sich für flexiblere Mindestgrößen und eine Fahrtkostenregel vor Kursbeginn einzusetzen.',
			problem:
				'Regeln zu Kinderbeaufsichtigung und Fahrtkosten passen nicht zu langen Wegen und kleinen Kursgruppen auf dem Land.',
			solution:
				'Schreiben mit Zahlen aus den Kommunen, Weitergabe über das zuständige Ministerium und den Landkreistag, Rückmeldung in der Lenkungsgruppe.',
			alternatives:
				'Eigene Fahrtkostenregel des Kreises: teuer und ohne Wirkung auf die Mindestgrößen. Nichts tun: Kurse auf dem Land kommen weiter nicht zustande.',
			money: 'Keine.',
			staff: 'Geringer Aufwand für das Schreiben.',
			it: 'Keine.',
			dataProtection: 'Keine Nennung einzelner Kommunen.',
			competence: 'Regelung liegt bei Land und Bund.',
			indicator: 'Antwort des Ministeriums; Änderung der Regel.'
		}
	},
	{
		name: 'early-support',
		title: 'Vorläufige Leistung bei strittiger Zuständigkeit für Frühförderung',
		body: 'topicGroup',
		gaps: ['early-support'],
		by: 'koordination-2',
		responsible: 'department',
		dueDay: 330,
		meeting: 'steering-next',
		days: { create: -100, consult: -80, recommend: -30, submit: -12, admit: -8, schedule: -5 },
		outline: {
			resolution:
				'Sozialämter, Kreis und LWL vereinbaren, dass bei strittiger Zuständigkeit die zuerst angegangene Stelle vorläufig leistet.',
			problem:
				'Jede Stelle verlangt zuerst die Ablehnung der anderen. Die Frühförderung beginnt ein halbes Jahr zu spät.',
			solution:
				'Vereinbarung mit Frist von zehn Arbeitstagen, Untersuchung durch das Gesundheitsamt, spätere Abrechnung zwischen den Stellen.',
			alternatives: 'Klärung im Einzelfall wie bisher. Eine zentrale Stelle beim Kreis: braucht eine neue Stelle.',
			money: 'Vorläufige Ausgaben werden erstattet; Verwaltungsaufwand gering.',
			staff: 'Je Stelle eine benannte Ansprechperson.',
			it: 'Keine.',
			dataProtection: 'Austausch nur mit Einwilligung der Eltern.',
			competence: 'Kreis, Sozialämter und LWL jeweils in eigener Zuständigkeit.',
			indicator: 'Wochen zwischen Antrag und Beginn der Förderung.'
		},
		dissents: [
			{
				day: -25,
				by: 'fallmanagement-b',
				named: false,
				text: 'Eine Vereinbarung ohne feste Stelle, die entscheidet, verschiebt den Streit nur auf die Abrechnung.'
			}
		]
	},
	{
		name: 'advice-hours',
		title: 'Anerkennungsberatung einmal im Monat vor Ort',
		body: 'group',
		gaps: ['recognition'],
		by: 'mitglied',
		responsible: 'employment',
		dueDay: 300,
		days: { create: -70, consult: -45, recommend: -4 },
		outline: {
			resolution:
				'Die Anerkennungsberatung bietet einmal im Monat an zwei Orten im Kreis Sprechstunden an und gibt ein Merkblatt zu Kosten und Reihenfolge heraus.',
			problem:
				'Die spezialisierte Beratung ist nur in einer Nachbarstadt erreichbar. Kosten werden ohne vorherige Bewilligung getragen und nicht erstattet.',
			solution:
				'Sprechstunde im Westen und im Osten des Kreises, Terminbuchung über das Case Management, Merkblatt in sechs Sprachen.',
			alternatives:
				'Videoberatung: hilft nur bei vollständigen Unterlagen. Nichts tun: Fachkräfte bleiben in Helfertätigkeiten.',
			money: 'Fahrtkosten von rund 1.200 Euro im Jahr.',
			staff: 'Keine zusätzlichen Stellen; Räume werden gestellt.',
			it: 'Keine.',
			dataProtection: 'Beratung wie bisher, keine neuen Daten.',
			competence: 'Agentur für Arbeit mit der Anerkennungsberatung.',
			indicator: 'Zahl der Beratungen; gestellte Anträge auf Anerkennung.'
		},
		statements: [
			{
				day: -40,
				by: 'koordination',
				asked: 'federfuehrung',
				question: 'Kann das Jobcenter die Fahrtkosten zur Beratung vorab bewilligen?',
				dueDay: -20,
				answer: {
					day: -24,
					answer: 'agree_with_conditions',
					text: 'Ja, wenn die Beratungsstelle den Termin bestätigt. Dafür genügt uns eine formlose Nachricht.'
				}
			},
			{
				day: -3,
				by: 'mitglied',
				asked: 'gast',
				question:
					'Erreicht eine Sprechstunde an zwei Orten die Menschen, die Sie beraten? Was müsste im Merkblatt stehen?',
				dueDay: 5
			}
		],
		dissents: [
			{
				day: -3,
				by: 'fachkraft',
				named: false,
				text: 'Zwei Orte sind zu wenig. Aus dem Norden des Kreises ist keiner davon ohne Auto an einem Vormittag zu erreichen.'
			}
		]
	},
	{
		name: 'cost-leaflet',
		title: 'Kosten der Anerkennung vor dem Antrag klären',
		body: 'group',
		gaps: ['recognition'],
		by: 'mitglied',
		responsible: 'jobcentre',
		dueDay: 240,
		days: { create: -88, consult: -80, recommend: -62, submit: -55 },
		outline: {
			resolution:
				'Jobcenter und Agentur für Arbeit entscheiden über die Kosten der Anerkennung, bevor der Antrag gestellt wird.',
			problem:
				'Wer den Antrag zuerst stellt, bekommt die Gebühren nicht erstattet. Die Reihenfolge ist nirgends beschrieben.',
			solution: 'Ein gemeinsamer Vordruck für den Kostenantrag und eine Zusage innerhalb von zwei Wochen.',
			alternatives: 'Nur informieren: Die Reihenfolge bleibt falsch. Nichts tun: Fachkräfte geben auf.',
			money: 'Die Kosten tragen die Beteiligten aus vorhandenen Mitteln.',
			staff: 'Keine zusätzlichen Stellen.',
			it: 'Ein Vordruck im gemeinsamen Ablageort.',
			dataProtection: 'Keine neuen Daten; der Vordruck bleibt in der Akte.',
			competence: 'Jobcenter und Agentur für Arbeit, jeweils für ihre Leistungen.',
			indicator: 'Anteil der Anträge mit Zusage vor der Antragstellung.'
		},
		returned: {
			day: -34,
			comment: 'Bitte nennen Sie einen Betrag und wer ihn trägt. So kann die Lenkungsgruppe nicht entscheiden.',
			part: 'money',
			quote: 'aus vorhandenen Mitteln',
			revised: {
				day: -9,
				by: 'mitglied',
				outline: {
					money:
						'Rund 9.000 Euro im Jahr. Zwei Drittel trägt das Jobcenter, ein Drittel die Agentur für Arbeit aus vorhandenen Mitteln.',
					indicator: 'Anteil der Anträge mit Zusage vor der Antragstellung: nach einem Jahr mindestens 80 Prozent.'
				}
			}
		}
	},
	{
		name: 'interpreter-list',
		title: 'Vorhandene Sprachmittlung gemeinsam verzeichnen und buchen',
		body: 'group',
		gaps: ['interpreting'],
		by: 'mitglied',
		responsible: 'county',
		dueDay: 120,
		days: { create: -12, recommend: -11, submit: -8, admit: -8 },
		outline: {
			resolution:
				'Das Kommunale Integrationszentrum führt bis zum Frühjahr ein gemeinsames Verzeichnis der Sprachmittlung im Kreis mit einer Buchungsstelle.',
			problem:
				'Es gibt Dolmetschende, aber niemand weiß, wer welche Sprache wann übernimmt. Behandlungen scheitern, obwohl jemand da wäre.',
			solution:
				'Ein Verzeichnis aller Angebote mit Sprachen und Zeiten, gebucht über eine Telefonnummer des Kreises; halbjährlich geprüft.',
			alternatives:
				'Ein eigener Pool wurde abgelehnt. Nichts tun: Die Angebote bleiben unverbunden, Praxen sagen weiter ab.',
			money: 'Keine zusätzlichen Kosten.',
			staff: 'Drei Stunden in der Woche aus dem Bestand.',
			it: 'Eine gemeinsame Liste im vorhandenen System.',
			dataProtection: 'Nur dienstliche Kontaktdaten der Dolmetschenden, mit deren Zustimmung.',
			competence: 'Kreis Steinfurt, Kommunales Integrationszentrum.',
			indicator: 'Anteil der Anfragen, die binnen drei Tagen vermittelt sind.'
		}
	},
	{
		name: 'support-leaflet',
		title: 'Ein Merkblatt zur Frühförderung für alle Stellen',
		body: 'topicGroup',
		gaps: ['early-support'],
		by: 'koordination-2',
		responsible: 'jobcentre',
		dueDay: 240,
		meeting: 'steering-next',
		days: { create: -60, consult: -50, recommend: -28, submit: -11, admit: -7, schedule: -4 },
		outline: {
			resolution: 'Jobcenter, Sozialämter und Gesundheitsamt geben ein gemeinsames Merkblatt zur Frühförderung heraus.',
			problem: 'Eltern bekommen an drei Stellen drei verschiedene Auskünfte, welche Unterlagen nötig sind.',
			solution: 'Eine Seite in sechs Sprachen: Wer ist zuständig, welche Unterlagen, welche Fristen.',
			alternatives: 'Jede Stelle behält ihr eigenes Blatt. Nichts tun: Die Auskünfte widersprechen sich weiter.',
			money: 'Keine Mehrkosten.',
			staff: 'Einmalig zwei Arbeitstage je Stelle.',
			it: 'Keine.',
			dataProtection: 'Keine personenbezogenen Daten.',
			competence: 'Jede Stelle für ihren Teil, das Jobcenter führt zusammen.',
			indicator: 'Das Merkblatt liegt in allen Wartebereichen aus.'
		}
	},
	{
		name: 'document-list',
		title: 'Gemeinsame Unterlagenliste in allen Kommunen',
		body: 'topicGroup',
		gaps: ['payment'],
		by: 'koordination-2',
		responsible: 'town',
		dueDay: 200,
		days: { create: -20, consult: -15, recommend: -6, submit: -3, admit: -2 },
		outline: {
			resolution: 'Alle Sozialämter im Kreis verwenden die gemeinsame Unterlagenliste aus der Erprobung.',
			problem: 'Außerhalb der drei Pilotkommunen verlangt jedes Rathaus andere Unterlagen.',
			solution: 'Die erprobte Liste wird mit kleinen Änderungen übernommen.',
			alternatives: 'Das Ende der Erprobung abwarten. Nichts tun: Familien beginnen nach einem Umzug von vorn.',
			money: 'Rund 800 Euro für Übersetzungen.',
			staff: 'Keine zusätzlichen Stellen.',
			it: 'Formulare austauschen.',
			dataProtection: 'Geprüft mit dem Einwilligungsformular.',
			competence: 'Städte und Gemeinden.',
			indicator: 'Anteil vollständiger Erstanträge.'
		}
	}
];

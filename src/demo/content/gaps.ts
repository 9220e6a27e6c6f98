/** The gaps of the play world: what was reported by whom, from where, and who said „Betrifft uns auch“. */
import type { ReportFields } from '#concepts/gaps/rules.ts';

type Coding = Pick<
	ReportFields,
	| 'gapType'
	| 'legalDomains'
	| 'phase'
	| 'severity'
	| 'frequency'
	| 'scope'
	| 'residenceGroups'
	| 'ageBands'
	| 'households'
	| 'languages'
	| 'actors'
>;
/** `by` is a person of the cast or crowd; `day` counts from today, so it is negative. */
export type ToldReport = {
	by: string;
	day: number;
	text: string;
	municipality: string;
	idea?: string;
	legalDomains?: string[];
	urgent?: boolean;
};
export type ToldConfirmation = { by: string; day: number; band: '1-2' | '3-5' | '6-10' | 'more'; municipality: string };
export type ToldGap = {
	name: string;
	title: string;
	description: string;
	coding: Coding;
	/** Day of the office's confirmation; none while the gap is new. */
	confirmed?: number;
	/** The group that works on it before any mandate. */
	group?: string;
	groupDay?: number;
	reports: ToldReport[];
	confirmations: ToldConfirmation[];
};

const a = 'fallmanagement-a',
	b = 'fallmanagement-b',
	c = 'fallmanagement-c',
	d = 'fallmanagement-d',
	e = 'fallmanagement-e',
	f = 'fachkraft',
	g = 'fachkraft-2';

export const gaps: ToldGap[] = [
	{
		name: 'online-booking',
		title: 'Online-Termin im Jobcenter ohne Deutschkenntnisse nicht buchbar',
		description:
			'Termine für den Erstantrag können nur in einem Online-Portal gebucht werden, das es nur auf Deutsch gibt. Wer es nicht versteht, wartet Wochen auf ein erstes Gespräch. Am Empfang wird auf das Portal verwiesen, eine telefonische Buchung ist nicht vorgesehen.',
		coding: {
			gapType: 'GT10',
			legalDomains: ['SGB2'],
			phase: 'IK03',
			severity: 'SEV3',
			frequency: 'FQ4',
			scope: 'SC3',
			residenceGroups: ['RS_SCHUTZ', 'RS_P24'],
			ageBands: ['A18', 'A27', 'A40'],
			households: ['H1', 'H4'],
			languages: ['L_AR', 'L_UK', 'L_FA'],
			actors: ['AC_JC', 'AC_CM', 'AC_EA']
		},
		confirmed: -612,
		group: 'group',
		reports: [
			{
				by: a,
				day: -636,
				municipality: '05566008',
				text: 'Das Buchungsportal gibt es nur auf Deutsch. Viele brechen nach der zweiten Seite ab und kommen ohne Termin zu uns.',
				idea: 'Eine offene Sprechstunde, in der jemand dolmetscht.'
			},
			{
				by: b,
				day: -631,
				municipality: '05566076',
				text: 'Am Empfang des Jobcenters wird auf das Portal verwiesen, auch wenn die Person es nicht bedienen kann.'
			},
			{
				by: c,
				day: -624,
				municipality: '05566020',
				text: 'Ehrenamtliche buchen Termine für andere und geben dabei ihre eigene Telefonnummer an. Absagen kommen deshalb nicht an.'
			},
			{
				by: d,
				day: -619,
				municipality: '05566040',
				text: 'Zwischen Anerkennung und erstem Gespräch liegen oft vier Wochen, weil niemand bei der Buchung hilft.'
			},
			{
				by: f,
				day: -616,
				municipality: '05566084',
				text: 'Neu Anerkannte fragen bei uns nach Terminen im Jobcenter, weil sie mit dem Portal nicht zurechtkommen.',
				legalDomains: ['SGB2', 'AUFENTHG']
			}
		],
		confirmations: [
			{ by: e, day: -600, band: '3-5', municipality: '05566028' },
			{ by: g, day: -598, band: '1-2', municipality: '05566076' }
		]
	},
	{
		name: 'childcare',
		title: 'Integrationskurs ohne Kinderbetreuung im Nordosten',
		description:
			'Eltern kleiner Kinder können den Integrationskurs nicht beginnen, weil am Kursort niemand die Kinder betreut. Kita-Plätze fehlen, und die Kursträger finden keine Betreuungskräfte. Betroffen sind fast nur Mütter, deren Zulassung nach Ablauf der Frist neu beantragt werden muss. Die Sprachförderung verschiebt sich dadurch um ein bis zwei Jahre.',
		coding: {
			gapType: 'GT03',
			legalDomains: ['INTV', 'KIBIZ', 'SGB8'],
			phase: 'IK05',
			severity: 'SEV3',
			frequency: 'FQ4',
			scope: 'SC2',
			residenceGroups: ['RS_P24', 'RS_SCHUTZ', 'RS_FAM'],
			ageBands: ['A27'],
			households: ['H2', 'H4', 'H5'],
			languages: ['L_UK', 'L_AR'],
			actors: ['AC_SPRACH', 'AC_BAMF', 'AC_JA', 'AC_KITA']
		},
		confirmed: -288,
		group: 'group',
		reports: [
			{
				by: a,
				day: -306,
				municipality: '05566072',
				text: 'Mütter mit kleinen Kindern können den Kurs nicht beginnen, weil am Kursort niemand die Kinder betreut.',
				idea: 'Ein Kurs am Vormittag mit zwei Betreuungskräften im selben Haus.'
			},
			{
				by: c,
				day: -297,
				municipality: '05566092',
				text: 'Die Zulassung zum Kurs verfällt, während die Familie auf einen Kita-Platz wartet. Danach beginnt alles von vorn.'
			},
			{
				by: e,
				day: -271,
				municipality: '05566056',
				text: 'Ein Träger hätte Räume, findet aber keine Betreuungskraft für drei Vormittage in der Woche.'
			},
			{
				by: b,
				day: -232,
				municipality: '05566048',
				text: 'Das Jobcenter verpflichtet zum Kurs, obwohl die Betreuung fehlt. Die Mütter haben Angst vor Kürzungen.',
				legalDomains: ['INTV', 'SGB2']
			}
		],
		confirmations: [
			{ by: d, day: -240, band: '6-10', municipality: '05566088' },
			{ by: f, day: -228, band: '1-2', municipality: '05566084' }
		]
	},
	{
		name: 'buses',
		title: 'Abendkurse und Alphabetisierung ohne Auto nicht erreichbar',
		description:
			'Der nächste Alphabetisierungskurs findet in einer größeren Stadt statt, der letzte Bus zurück fährt vor Kursende. Fahrgemeinschaften tragen nur wenige Wochen. Wer keinen Führerschein hat, bricht ab oder fängt gar nicht erst an. Fahrtkosten werden zwar teils erstattet, lösen aber die fehlende Verbindung nicht.',
		coding: {
			gapType: 'GT04',
			legalDomains: ['INTV', 'SGB2'],
			phase: 'IK05',
			severity: 'SEV3',
			frequency: 'FQ3',
			scope: 'SC3',
			residenceGroups: ['RS_SCHUTZ', 'RS_GEST'],
			ageBands: ['A27', 'A40'],
			households: ['H1', 'H4'],
			languages: ['L_FA', 'L_AR', 'L_TI'],
			actors: ['AC_SPRACH', 'AC_OEPNV', 'AC_JC', 'AC_BAMF']
		},
		confirmed: -276,
		group: 'group',
		reports: [
			{
				by: c,
				day: -299,
				municipality: '05566020',
				text: 'Der letzte Bus fährt eine halbe Stunde vor Kursende. Wer kein Auto hat, bricht den Abendkurs ab.'
			},
			{
				by: a,
				day: -285,
				municipality: '05566080',
				text: 'Der Alphabetisierungskurs ist nur mit zweimaligem Umsteigen zu erreichen, abends gar nicht.',
				idea: 'Kurszeiten mit dem Fahrplan abstimmen, bevor der Kurs ausgeschrieben wird.'
			},
			{
				by: e,
				day: -263,
				municipality: '05566024',
				text: 'Fahrtkosten werden erst nach Kursbeginn erstattet. Viele können die ersten Wochen nicht vorstrecken.'
			}
		],
		confirmations: [
			{ by: b, day: -250, band: '3-5', municipality: '05566044' },
			{ by: g, day: -211, band: '1-2', municipality: '05566020' }
		]
	},
	{
		name: 'payment',
		title: 'Zahlungslücke beim Wechsel vom AsylbLG ins SGB II',
		description:
			'Nach der Anerkennung endet die Leistung des Sozialamts zum Monatsende, der Antrag beim Jobcenter ist dann oft noch unvollständig. Familien sind mehrere Wochen ohne Geld und ohne klaren Krankenversicherungsschutz. Rathaus und Jobcenter verlangen teils dieselben Unterlagen noch einmal. Es gibt keine feste Person, die den Übergang begleitet.',
		coding: {
			gapType: 'GT05',
			legalDomains: ['ASYLBLG', 'SGB2', 'SGB5'],
			phase: 'IK03',
			severity: 'SEV4',
			frequency: 'FQ3',
			scope: 'SC3',
			residenceGroups: ['RS_SCHUTZ', 'RS_ABV'],
			ageBands: ['A27', 'A40'],
			households: ['H5', 'H4', 'H1'],
			languages: ['L_AR', 'L_FA'],
			actors: ['AC_SOZ', 'AC_JC', 'AC_ABH', 'AC_KK']
		},
		confirmed: -278,
		group: 'topicGroup',
		reports: [
			{
				by: b,
				day: -293,
				municipality: '05566016',
				text: 'Nach der Anerkennung endet die Zahlung des Sozialamts zum Monatsende, das Jobcenter zahlt erst Wochen später.',
				idea: 'Eine gemeinsame Unterlagenliste von Sozialamt und Jobcenter.'
			},
			{
				by: a,
				day: -287,
				municipality: '05566012',
				text: 'Beide Ämter verlangen dieselben Belege noch einmal. Familien bringen sie doppelt und verpassen trotzdem Fristen.'
			},
			{
				by: d,
				day: -279,
				municipality: '05566040',
				text: 'In der Zwischenzeit ist die Krankenversicherung ungeklärt, eine Behandlung wurde abgesagt.',
				legalDomains: ['SGB5', 'SGB2']
			},
			{
				by: c,
				day: -268,
				municipality: '05566068',
				text: 'Niemand begleitet den Übergang. Wir telefonieren für jede Familie mehrere Stunden hinterher.'
			},
			{
				by: e,
				day: -252,
				municipality: '05566076',
				text: 'Eine alleinlebende Person konnte die Miete der Unterkunft nicht zahlen, weil der Bescheid sechs Wochen brauchte.'
			},
			{
				by: f,
				day: -247,
				municipality: '05566084',
				text: 'Wir wissen früh von der Anerkennung, dürfen sie aber nicht von uns aus an das Jobcenter melden.',
				legalDomains: ['AUFENTHG', 'SGB2']
			}
		],
		confirmations: [{ by: g, day: -230, band: '3-5', municipality: '05566076' }]
	},
	{
		name: 'permit',
		title: 'Aufenthaltstitel läuft vor der Verlängerung ab',
		description:
			'Termine zur Verlängerung liegen häufig nach dem Ablaufdatum des Titels. Arbeitgeber und Vermieter erkennen die Fiktionsbescheinigung nicht immer an und lehnen Verträge ab. Einzelne Personen verlieren ihre Stelle und müssen Leistungen beantragen. Eine rechtzeitige Erinnerung der Betroffenen findet nicht statt.',
		coding: {
			gapType: 'GT11',
			legalDomains: ['AUFENTHG', 'SGB2', 'SGB3'],
			phase: 'IK02',
			severity: 'SEV4',
			frequency: 'FQ3',
			scope: 'SC3',
			residenceGroups: ['RS_FIKT', 'RS_SCHUTZ', 'RS_ARB'],
			ageBands: ['A18', 'A27', 'A40'],
			households: ['H1', 'H4'],
			languages: [],
			actors: ['AC_ABH', 'AC_AG', 'AC_JC']
		},
		confirmed: -270,
		group: 'group',
		reports: [
			{
				by: f,
				day: -286,
				municipality: '05566008',
				text: 'Viele melden sich erst, wenn der Titel schon abgelaufen ist. Freie Termine liegen dann Wochen später.',
				idea: 'Ein automatisches Schreiben etwa 90 Tage vor dem Ablauf.'
			},
			{
				by: a,
				day: -280,
				municipality: '05566028',
				text: 'Ein Betrieb hat die Arbeit ausgesetzt, weil er die Fiktionsbescheinigung nicht kannte.'
			},
			{
				by: g,
				day: -259,
				municipality: '05566084',
				text: 'Vermieter lehnen Verträge ab, solange nur eine Fiktionsbescheinigung vorliegt.',
				legalDomains: ['AUFENTHG', 'WOHNEN']
			}
		],
		confirmations: [
			{ by: b, day: -248, band: '3-5', municipality: '05566076' },
			{ by: c, day: -244, band: '1-2', municipality: '05566020' }
		]
	},
	{
		name: 'daycare',
		title: 'Kita-Anmeldung nur online und nur auf Deutsch',
		description:
			'Die Platzvergabe läuft über ein Portal mit festen Stichtagen. Neu zugezogene Familien erfahren davon erst nach Ablauf der Frist und erhalten dann Restplätze oder keinen Platz. Das Formular fragt nach Angaben, die viele nicht verstehen, eine Hilfe in anderen Sprachen fehlt. Ehrenamtliche füllen die Anträge aus und kennen die Regeln selbst nur teilweise.',
		coding: {
			gapType: 'GT10',
			legalDomains: ['KIBIZ', 'SGB8'],
			phase: 'IK06',
			severity: 'SEV2',
			frequency: 'FQ3',
			scope: 'SC3',
			residenceGroups: ['RS_MIX', 'RS_P24', 'RS_FAM'],
			ageBands: ['A00'],
			households: ['H4', 'H5', 'H2'],
			languages: ['L_UK', 'L_AR', 'L_KU'],
			actors: ['AC_JA', 'AC_KITA', 'AC_EA']
		},
		confirmed: -262,
		reports: [
			{
				by: d,
				day: -280,
				municipality: '05566064',
				text: 'Familien erfahren vom Stichtag des Kita-Portals erst, wenn er vorbei ist.'
			},
			{
				by: a,
				day: -274,
				municipality: '05566004',
				text: 'Das Formular gibt es nur auf Deutsch. Ehrenamtliche füllen es aus und raten bei manchen Fragen.',
				idea: 'Ausfüllhilfe mit Bildern in fünf Sprachen.'
			}
		],
		confirmations: [{ by: e, day: -190, band: '3-5', municipality: '05566012' }]
	},
	{
		name: 'school',
		title: '16- und 17-Jährige ohne Schulplatz zwischen den Schuljahren',
		description:
			'Jugendliche, die nach dem Herbst zuziehen, finden keinen Platz in einer Internationalen Förderklasse. Für die Regelschule gelten sie als zu alt, für Kurse des Bundes sind sie noch schulpflichtig. Einige warten acht Monate ohne Unterricht. Schulaufsicht, Berufskolleg und Kommune verweisen aufeinander.',
		coding: {
			gapType: 'GT02',
			legalDomains: ['SCHULG', 'SGB8', 'SGB3'],
			phase: 'IK07',
			severity: 'SEV3',
			frequency: 'FQ2',
			scope: 'SC3',
			residenceGroups: ['RS_FAM', 'RS_P24', 'RS_GEST'],
			ageBands: ['A16'],
			households: ['H4', 'H8'],
			languages: [],
			actors: ['AC_SCHULAMT', 'AC_BK', 'AC_KI', 'AC_JMD']
		},
		confirmed: -245,
		reports: [
			{
				by: c,
				day: -266,
				municipality: '05566028',
				text: 'Jugendliche, die im Winter zuziehen, bekommen bis zum Sommer keinen Schulplatz.'
			},
			{
				by: b,
				day: -258,
				municipality: '05566076',
				text: 'Die Förderklasse ist voll, die Regelschule hält die Jugendlichen für zu alt. Sie bleiben monatelang zu Hause.',
				idea: 'Eine Übergangsklasse, in die man in jedem Monat eintreten kann.'
			},
			{
				by: e,
				day: -249,
				municipality: '05566040',
				text: 'Schulaufsicht, Berufskolleg und Kommune verweisen aufeinander, eine Übersicht freier Plätze gibt es nicht.'
			}
		],
		confirmations: [{ by: a, day: -220, band: '3-5', municipality: '05566088' }]
	},
	{
		name: 'interpreting',
		title: 'Psychotherapie scheitert an Sprachmittlung',
		description:
			'Praxen lehnen die Behandlung ab, wenn keine dolmetschende Person gestellt und bezahlt wird. Im AsylbLG entscheidet das Sozialamt im Einzelfall, die Kassen zahlen die Sprachmittlung in der Regel nicht. Die Wartezeit im psychosozialen Zentrum außerhalb des Kreises beträgt viele Monate. Kinder übersetzen für ihre Eltern, auch bei belastenden Themen.',
		coding: {
			gapType: 'GT08',
			legalDomains: ['SGB5', 'ASYLBLG'],
			phase: 'IK10',
			severity: 'SEV4',
			frequency: 'FQ3',
			scope: 'SC3',
			residenceGroups: ['RS_GEST', 'RS_SCHUTZ', 'RS_ABV'],
			ageBands: ['A18', 'A27', 'A40'],
			households: ['H1', 'H5'],
			languages: ['L_FA', 'L_TI', 'L_KU'],
			actors: ['AC_MED', 'AC_PSZ', 'AC_SOZ', 'AC_KK', 'AC_GA', 'AC_SPRM']
		},
		confirmed: -240,
		group: 'languageGroup',
		groupDay: -165,
		reports: [
			{
				by: b,
				day: -269,
				municipality: '05566076',
				text: 'Praxen lehnen eine Therapie ab, wenn niemand dolmetscht. Bezahlt wird die Sprachmittlung von keiner Stelle.'
			},
			{
				by: d,
				day: -251,
				municipality: '05566008',
				text: 'Kinder übersetzen beim Arzt für ihre Eltern, auch wenn es um Gewalt oder Flucht geht.'
			},
			{
				by: a,
				day: -246,
				municipality: '05566084',
				text: 'Die Wartezeit im psychosozialen Zentrum liegt bei vielen Monaten, im Kreis gibt es kein Angebot.'
			},
			{
				by: c,
				day: -236,
				municipality: '05566036',
				text: 'Das Sozialamt entscheidet im Einzelfall über Dolmetschkosten. Die Antwort kommt oft nach dem Termin.',
				legalDomains: ['ASYLBLG']
			}
		],
		confirmations: [
			{ by: e, day: -205, band: '3-5', municipality: '05566028' },
			{ by: f, day: -201, band: '1-2', municipality: '05566084' }
		]
	},
	{
		name: 'housing',
		title: 'Große Familien finden keine Wohnung und bleiben in der Unterkunft',
		description:
			'Anerkannte Familien mit vielen Kindern dürfen ausziehen, finden aber keine bezahlbare Wohnung. Die Angemessenheitsgrenze und der Wohnungsbestand passen nicht zusammen. Kommunen brauchen den Platz für neue Zuweisungen und erhöhen den Druck. Lernen und Erholung sind für die Kinder auf engem Raum kaum möglich.',
		coding: {
			gapType: 'GT01',
			legalDomains: ['SGB2', 'WOHNEN', 'FLUEAG'],
			phase: 'IK04',
			severity: 'SEV3',
			frequency: 'FQ4',
			scope: 'SC3',
			residenceGroups: ['RS_SCHUTZ', 'RS_ABV'],
			ageBands: ['A27', 'A40'],
			households: ['H5', 'H6'],
			languages: ['L_AR', 'L_KU'],
			actors: ['AC_WOHN', 'AC_JC', 'AC_KOMMUNE']
		},
		confirmed: -220,
		reports: [
			{
				by: d,
				day: -245,
				municipality: '05566012',
				text: 'Familien mit vielen Kindern finden seit über einem Jahr keine Wohnung, die das Jobcenter als angemessen anerkennt.'
			},
			{
				by: a,
				day: -237,
				municipality: '05566004',
				text: 'In der Unterkunft teilen sich sechs Personen zwei Zimmer. Hausaufgaben werden im Flur gemacht.'
			},
			{
				by: e,
				day: -229,
				municipality: '05566028',
				text: 'Die Kommune braucht die Plätze für neue Zuweisungen und drängt zum Auszug, ohne dass es Wohnungen gibt.',
				legalDomains: ['FLUEAG', 'WOHNEN']
			},
			{
				by: b,
				day: -176,
				municipality: '05566076',
				text: 'Vermieter sagen ab, sobald sie die Zahl der Kinder hören. Ein Ansprechpartner für Vermietende fehlt.',
				idea: 'Eine Stelle, die bei Fragen zu Miete und Kaution für beide Seiten erreichbar ist.'
			}
		],
		confirmations: [
			{ by: c, day: -170, band: '6-10', municipality: '05566048' },
			{ by: g, day: -163, band: '1-2', municipality: '05566084' }
		]
	},
	{
		name: 'recognition',
		title: 'Anerkennung von Abschlüssen: Beratung fern, Kosten ungeklärt',
		description:
			'Die spezialisierte Anerkennungsberatung ist nur nach Terminvergabe in einer Nachbarstadt erreichbar. Für Übersetzungen und Gebühren muss die Kostenübernahme vorher bewilligt sein, das wissen viele nicht. Wer schon gezahlt hat, bleibt auf den Kosten sitzen. Fachkräfte arbeiten deshalb lange in Helfertätigkeiten.',
		coding: {
			gapType: 'GT09',
			legalDomains: ['ANERK', 'SGB2', 'SGB3'],
			phase: 'IK08',
			severity: 'SEV2',
			frequency: 'FQ3',
			scope: 'SC3',
			residenceGroups: ['RS_ARB', 'RS_FAM', 'RS_SCHUTZ'],
			ageBands: ['A27', 'A40'],
			households: ['H7', 'H4', 'H1'],
			languages: ['L_FR', 'L_AR', 'L_UK'],
			actors: ['AC_KAMMER', 'AC_JC', 'AC_AA', 'AC_MBE']
		},
		confirmed: -206,
		group: 'group',
		reports: [
			{
				by: e,
				day: -224,
				municipality: '05566068',
				text: 'Die Anerkennungsberatung ist nur in einer Nachbarstadt und nur nach langer Wartezeit erreichbar.'
			},
			{
				by: b,
				day: -216,
				municipality: '05566052',
				text: 'Übersetzungen wurden selbst bezahlt, weil niemand gesagt hat, dass die Kostenübernahme vorher beantragt werden muss.',
				idea: 'Ein Merkblatt mit der richtigen Reihenfolge.'
			},
			{
				by: a,
				day: -207,
				municipality: '05566096',
				text: 'Eine Pflegefachkraft arbeitet seit zwei Jahren als Hilfskraft, weil der Antrag auf Anerkennung nie gestellt wurde.'
			}
		],
		confirmations: [{ by: d, day: -150, band: '3-5', municipality: '05566060' }]
	},
	{
		name: 'eviction',
		title: 'Ausfall des Arbeitsplatzes: EU-Familie verliert Wohnung und Anspruch zugleich',
		description:
			'Wohnt eine Familie in einer Unterkunft des Arbeitgebers, endet mit der Stelle auch die Wohnung. Ob noch ein Anspruch auf Leistungen besteht, hängt an Nachweisen, die der Betrieb oft nicht ausstellt. Ordnungsamt, Jobcenter und Ausländerbehörde prüfen nacheinander und jeweils nur ihren Teil. In der Zwischenzeit ist die Familie von Obdachlosigkeit bedroht.',
		coding: {
			gapType: 'GT06',
			legalDomains: ['FREIZUEGG', 'SGB2', 'SGB3', 'WOHNEN'],
			phase: 'IK04',
			severity: 'SEV4',
			frequency: 'FQ2',
			scope: 'SC3',
			residenceGroups: ['RS_EU'],
			ageBands: ['A27', 'A40', 'A06'],
			households: ['H4', 'H5'],
			languages: ['L_RO', 'L_BG'],
			actors: ['AC_KOMMUNE', 'AC_JC', 'AC_ABH', 'AC_AG', 'AC_WOHN']
		},
		confirmed: -188,
		reports: [
			{
				by: d,
				day: -203,
				municipality: '05566008',
				text: 'Mit der Kündigung endet auch die Werkswohnung. Die Familie hat zwei Wochen Zeit und keinen Bescheid.'
			},
			{
				by: f,
				day: -196,
				municipality: '05566084',
				text: 'Ob die Freizügigkeit fortbesteht, prüfen wir erst, wenn das Jobcenter anfragt. Bis dahin vergehen Wochen.',
				legalDomains: ['FREIZUEGG', 'SGB2']
			}
		],
		confirmations: [
			{ by: a, day: -172, band: '1-2', municipality: '05566080' },
			{ by: c, day: -140, band: '1-2', municipality: '05566012' }
		]
	},
	{
		name: 'early-support',
		title: 'Kind mit Behinderung: Hilfsmittel und Frühförderung zwischen drei Stellen',
		description:
			'Für ein Kind im Asylbewerberleistungsbezug ist offen, ob Sozialamt, Kreis oder LWL die Frühförderung bezahlt. Jede Stelle verlangt zuerst die Ablehnung der anderen. Die Entwicklungsdiagnostik ist nur mit langer Wartezeit zu bekommen. Wertvolle Zeit vor der Einschulung geht verloren.',
		coding: {
			gapType: 'GT06',
			legalDomains: ['SGB9', 'ASYLBLG', 'SGB8'],
			phase: 'IK10',
			severity: 'SEV4',
			frequency: 'FQ2',
			scope: 'SC3',
			residenceGroups: ['RS_GEST', 'RS_DULD'],
			ageBands: ['A00'],
			households: ['H4', 'H5'],
			languages: [],
			actors: ['AC_SOZ', 'AC_LWL', 'AC_JA', 'AC_GA', 'AC_KITA']
		},
		confirmed: -179,
		group: 'topicGroup',
		reports: [
			{
				by: a,
				day: -196,
				municipality: '05566092',
				text: 'Drei Stellen verlangen jeweils zuerst die Ablehnung der anderen. Die Frühförderung beginnt dadurch nicht.'
			},
			{
				by: c,
				day: -185,
				municipality: '05566048',
				text: 'Ein Hilfsmittel wurde abgelehnt, weil die Zuständigkeit zwischen Sozialamt und Kreis nicht geklärt war.'
			},
			{
				by: b,
				day: -168,
				municipality: '05566088',
				text: 'Der erste freie Termin für die Entwicklungsdiagnostik liegt ein halbes Jahr entfernt.',
				idea: 'Bei Streit leistet zunächst eine Stelle und rechnet später ab.'
			}
		],
		confirmations: [{ by: e, day: -120, band: '1-2', municipality: '05566028' }]
	},
	{
		name: 'childcare-course',
		title: 'Kein Kurs mit Betreuung am Nachmittag',
		description:
			'Auch am Nachmittag gibt es keinen Sprachkurs, bei dem die Kinder betreut werden. Alleinerziehende können deshalb nicht teilnehmen.',
		coding: {
			gapType: 'GT03',
			legalDomains: ['INTV', 'KIBIZ'],
			phase: 'IK06',
			severity: 'SEV3',
			frequency: 'FQ3',
			scope: 'SC1',
			residenceGroups: ['RS_P24'],
			ageBands: ['A27'],
			households: ['H2'],
			languages: ['L_UK'],
			actors: ['AC_SPRACH', 'AC_KITA']
		},
		confirmed: -131,
		reports: [
			{
				by: d,
				day: -144,
				municipality: '05566048',
				text: 'Alleinerziehende finden auch am Nachmittag keinen Kurs, bei dem die Kinder betreut werden.'
			},
			{
				by: g,
				day: -139,
				municipality: '05566076',
				text: 'Für die Einbürgerung fehlt vielen Müttern der Sprachnachweis, weil sie wegen der Kinder nie einen Kurs besuchen konnten.',
				legalDomains: ['STAG', 'INTV']
			}
		],
		confirmations: []
	},
	{
		name: 'naturalisation',
		title: 'Einbürgerung: unvollständige Anträge und lange Wartezeit',
		description:
			'Viele Anträge gehen ein, bevor Sprach- und Identitätsnachweise vorliegen, und binden Kapazität. Die Beratungsstellen geben unterschiedliche Auskunft zu den nötigen Unterlagen. Eine Vorprüfung vor der Antragstellung gibt es nicht überall. Gut integrierte Personen sind durch das lange Warten verunsichert.',
		coding: {
			gapType: 'GT11',
			legalDomains: ['STAG', 'AUFENTHG'],
			phase: 'IK13',
			severity: 'SEV2',
			frequency: 'FQ4',
			scope: 'SC3',
			residenceGroups: ['RS_NE', 'RS_SCHUTZ'],
			ageBands: ['A18', 'A27', 'A40'],
			households: ['H1', 'H4'],
			languages: [],
			actors: ['AC_EBH', 'AC_MBE', 'AC_JMD', 'AC_KI']
		},
		reports: [
			{
				by: f,
				day: -38,
				municipality: '05566084',
				text: 'Viele Anträge gehen ein, bevor Sprachnachweis und Identität geklärt sind. Jeder unvollständige Antrag kostet uns drei Schreiben.',
				idea: 'Eine Vorprüfung mit Liste, bevor der Antrag gestellt wird.'
			},
			{
				by: e,
				day: -33,
				municipality: '05566028',
				text: 'Die Beratungsstellen nennen unterschiedliche Unterlagen. Die Menschen fragen deshalb an drei Stellen nach.'
			}
		],
		confirmations: [{ by: b, day: -19, band: '3-5', municipality: '05566076' }]
	}
];

/** What waits in intake: nine reports of different age. */
export const intake: (ToldReport & {
	name: string;
	coding: Partial<Coding> & Pick<Coding, 'phase' | 'gapType' | 'legalDomains'>;
})[] = [
	{
		name: 'pension',
		by: c,
		day: -24,
		municipality: '05566028',
		text: 'Ältere Menschen bekommen für den Antrag auf Grundsicherung im Alter keine Hilfe bei ausländischen Rentennachweisen.',
		coding: { phase: 'IK03', gapType: 'GT09', legalDomains: ['SGB12'], severity: 'SEV2', frequency: 'FQ2' }
	},
	{
		name: 'afternoon',
		by: e,
		day: -21,
		municipality: '05566056',
		text: 'Ein weiterer Kursträger musste zwei Mütter ablehnen, weil die Betreuung der Kinder nicht gesichert ist.',
		coding: { phase: 'IK05', gapType: 'GT03', legalDomains: ['INTV', 'KIBIZ'], severity: 'SEV3', frequency: 'FQ3' }
	},
	{
		name: 'birth',
		by: d,
		day: -18,
		municipality: '05566012',
		text: 'Ohne Geburtsurkunde aus dem Herkunftsland wird die Geburt nur mit Zusatz beurkundet. Kindergeld und Krankenversicherung stocken.',
		coding: { phase: 'IK11', gapType: 'GT07', legalDomains: ['MELDE', 'FAMLEIST'], severity: 'SEV3', frequency: 'FQ2' }
	},
	{
		name: 'bank',
		by: b,
		day: -11,
		municipality: '05566076',
		text: 'Mehrere Banken eröffnen mit einer Aufenthaltsgestattung kein Basiskonto, obwohl sie es müssten.',
		coding: { phase: 'IK03', gapType: 'GT15', legalDomains: ['ASYLBLG', 'SONST'], severity: 'SEV2', frequency: 'FQ3' }
	},
	{
		name: 'shelter',
		by: a,
		day: -7,
		municipality: '05566084',
		urgent: true,
		text: 'Am Wochenende ist für Frauen mit Kindern keine Schutzunterkunft mit Sprachmittlung erreichbar. Das kann nicht bis zur nächsten Sitzung warten.',
		coding: { phase: 'IK11', gapType: 'GT01', legalDomains: ['SGB8', 'SONST'], severity: 'SEV4', frequency: 'FQ2' }
	},
	{
		name: 'licence',
		by: g,
		day: -6,
		municipality: '05566008',
		text: 'Für die Umschreibung des Führerscheins gibt es keine Theoriefragen in mehreren häufigen Sprachen. Arbeitsstellen gehen verloren.',
		coding: { phase: 'IK09', gapType: 'GT08', legalDomains: ['SGB3', 'SONST'], severity: 'SEV2', frequency: 'FQ3' }
	},
	{
		name: 'school-bus',
		by: c,
		day: -4,
		municipality: '05566020',
		text: 'Kinder aus der neuen Unterkunft erreichen die Grundschule nicht mit dem Schulbus, die Haltestelle liegt zu weit entfernt.',
		coding: { phase: 'IK07', gapType: 'GT04', legalDomains: ['SCHULG'], severity: 'SEV3', frequency: 'FQ1' }
	},
	{
		name: 'apprentice',
		by: f,
		day: -3,
		municipality: '05566084',
		text: 'Auszubildende müssen für jede Verlängerung einen Tag Urlaub nehmen, weil es nachmittags keine Termine gibt.',
		coding: { phase: 'IK02', gapType: 'GT03', legalDomains: ['AUFENTHG', 'SGB3'], severity: 'SEV2', frequency: 'FQ3' }
	},
	{
		name: 'glasses',
		by: e,
		day: -2,
		municipality: '05566040',
		text: 'Schulkinder im Leistungsbezug warten Monate auf eine Brille, weil Sozialamt und Kasse die Zuständigkeit prüfen.',
		coding: { phase: 'IK10', gapType: 'GT06', legalDomains: ['ASYLBLG', 'SGB5'], severity: 'SEV3', frequency: 'FQ2' }
	}
];

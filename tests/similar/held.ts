/** Pairs written after the ranking and its words were settled, and never looked at for mending them. */
import type { Pair } from './pairs.ts';

const of = (known: Pair['known'], asked: string, near: Pair['near']): Pair => ({ known, asked, near });

export const heldPairs: readonly Pair[] = [
	of(
		[
			'Ausbildungsduldung: Betriebe sind verunsichert',
			'Kleine Betriebe kennen die Regeln nicht und bilden lieber niemanden mit Duldung aus.'
		],
		'Ein Handwerksmeister traut sich nicht, einen Geduldeten als Lehrling zu nehmen, weil er die Vorschriften nicht versteht.',
		['Handwerk: Meisterprüfung auf Deutsch zu schwer', 'Gesellen treten nicht an.']
	),
	of(
		['Kinderzuschlag ist unbekannt', 'Familien mit kleinem Einkommen stellen keinen Antrag.'],
		'Eltern, die wenig verdienen, wissen nicht, dass ihnen neben dem Kindergeld noch ein Zuschlag zusteht.',
		['Elternzeit: Arbeitgeber lehnen ab', 'Väter bekommen keine freien Monate.']
	),
	of(
		[
			'Sprechstunde der Ausländerbehörde nicht barrierefrei',
			'Das Gebäude hat keinen Aufzug, Rollstühle kommen nicht hinein.'
		],
		'Mit dem Rollstuhl kommt man nicht in das Ausländeramt, weil es nur Treppen gibt.',
		['Rollstuhl: Krankenkasse lehnt ab', 'Hilfsmittel werden nicht bewilligt.']
	),
	of(
		[
			'Vorbereitungsklasse in der Grundschule aufgelöst',
			'Kinder sitzen ohne Deutsch in der Regelklasse, Förderstunden fehlen.'
		],
		'In der Grundschule sitzen Kinder ohne Deutschkenntnisse im normalen Unterricht und bekommen keine Förderung.',
		['Grundschule: Ganztag ohne Plätze', 'Eltern müssen mittags zu Hause sein.']
	),
	of(
		['Offener Ganztag ohne freie Plätze', 'Beide Eltern können deshalb keinen Kurs besuchen und nicht arbeiten.'],
		'Weil es nachmittags in der OGS keinen Platz gibt, kann die Mutter die Arbeitsstelle nicht annehmen.',
		['Nachmittagsunterricht in der Moschee', 'Kinder sind übermüdet.']
	),
	of(
		[
			'Krankenversicherung endet unbemerkt',
			'Nach dem Ende des Leistungsbezugs meldet sich niemand freiwillig weiter, Beiträge laufen auf.'
		],
		'Nach dem Auszug aus dem Bürgergeldbezug häuften sich Beitragsschulden bei der Krankenkasse an.',
		['Krankenhaus verlangt Vorkasse', 'Ohne Karte wird nicht behandelt.']
	),
	of(
		['Opfer von Gewalt finden keine Rechtsberatung', 'Die Wohnsitzauflage hält sie in der Nähe des Täters.'],
		'Eine misshandelte Frau darf wegen der Wohnsitzregelung nicht wegziehen und bekommt keine anwaltliche Hilfe.',
		['Rechtsberatung im Asylverfahren fehlt', 'Fristen für die Klage werden verpasst.']
	),
	of(
		[
			'Asylverfahren: Vorbereitung auf die Anhörung fehlt',
			'Menschen gehen ohne Beratung in die Anhörung beim Bundesamt.'
		],
		'Niemand bereitet die Leute auf das Interview beim BAMF vor, danach ist es für Einwände zu spät.',
		['Anhörung vor der Kürzung von Leistungen', 'Das Sozialamt hört nicht an.']
	),
	of(
		[
			'Berufssprachkurs B2 bricht wegen zu kleiner Gruppen ab',
			'Auf dem Land kommen nicht genug Teilnehmende zusammen.'
		],
		'Der Träger hat den B2-Kurs abgesagt, weil sich in unserer Gemeinde nicht genügend Leute angemeldet haben.',
		['Kursträger ohne Räume', 'Die Gemeinde vermietet nicht.']
	),
	of(
		['Kursprüfung: Ergebnisse kommen erst nach drei Monaten', 'Solange kann der nächste Kurs nicht beginnen.'],
		'Auf das Zertifikat nach dem Sprachtest wartet man ein Vierteljahr, in dieser Zeit geht nichts weiter.',
		['Führungszeugnis dauert drei Monate', 'Die Stelle im Pflegeheim ist dann weg.']
	),
	of(
		[
			'Standesamt: Eheschließung scheitert an Ehefähigkeitszeugnis',
			'Das Oberlandesgericht befreit erst nach einem Jahr.'
		],
		'Ein Paar kann nicht heiraten, weil das Herkunftsland die verlangte Bescheinigung nicht ausstellt.',
		['Ehepaare in getrennten Zimmern', 'Die Unterkunft ist voll belegt.']
	),
	of(
		[
			'Kein Zugang zu Computern für Online-Anträge',
			'In der Gemeinde gibt es keinen öffentlichen Rechner und keine Hilfe beim Ausfüllen.'
		],
		'Alles muss digital beantragt werden, aber viele haben nur ein Handy und niemanden, der dabei hilft.',
		['Handyverträge an der Haustür', 'Verkäufer drängen zur Unterschrift.']
	),
	of(
		[
			'Mobilfunkverträge und Abzocke',
			'Neuzugewanderte unterschreiben Verträge, die sie nicht verstehen; Verbraucherberatung fehlt.'
		],
		'Viele lassen sich im Laden teure Handyverträge aufschwatzen und kommen nicht mehr heraus.',
		['Arbeitsverträge nur auf Deutsch', 'Beschäftigte verstehen die Klauseln nicht.']
	),
	of(
		['Lohn wird nicht gezahlt: keine Arbeitsrechtsberatung', 'Beschäftigte in Subunternehmen bekommen ihr Geld nicht.'],
		'Auf der Baustelle wurde der Lohn zurückgehalten, und es gibt keine Stelle, die bei so etwas hilft.',
		['Baustelle vor der Unterkunft', 'Lärm stört die Kinder.']
	),
	of(
		[
			'Rentenbeiträge aus dem Ausland werden nicht geklärt',
			'Ältere Zugewanderte wissen nicht, ob Zeiten anerkannt werden.'
		],
		'Eine ältere Frau weiß nicht, ob ihre Arbeitsjahre in der Ukraine für die Rente zählen.',
		['Rentner als Sprachpaten gesucht', 'Ehrenamtliche fehlen.']
	),
	of(
		['Kein Ort zum Lernen in der Unterkunft', 'Zimmer sind überbelegt, es ist laut, ein Aufenthaltsraum fehlt.'],
		'Im Heim teilen sich fünf Personen ein Zimmer, niemand findet Ruhe für den Sprachkurs.',
		['Aufenthaltsraum im Jugendzentrum geschlossen', 'Jugendliche stehen auf der Straße.']
	),
	of(
		[
			'Krankmeldung im Integrationskurs führt zum Ausschluss',
			'Fehlzeiten wegen kranker Kinder werden nicht anerkannt.'
		],
		'Eine Teilnehmerin flog aus dem Kurs, weil ihr Kind oft krank war und sie fehlte.',
		['Krankmeldung: Praxen stellen kein Attest aus', 'Arbeitgeber kürzen den Lohn.']
	),
	of(
		[
			'Schulwechsel nach Umzug aus der Unterkunft',
			'Kinder verlieren beim Auszug ihren Schulplatz und warten auf einen neuen.'
		],
		'Als die Familie in eine eigene Wohnung zog, mussten die Kinder die Schule verlassen und waren wochenlang ohne Unterricht.',
		['Schulweg an der Bundesstraße', 'Kinder gehen ohne Gehweg.']
	),
	of(
		[
			'Übergangsmanagement von der Erstaufnahme in die Kommune',
			'Kommunen erfahren erst am Tag der Zuweisung, wer kommt und was gebraucht wird.'
		],
		'Bei der Zuweisung aus der Landesunterkunft fehlen vorab alle Angaben, etwa zu Rollstühlen oder kranken Kindern.',
		['Kommune ohne Ansprechperson für Vereine', 'Anfragen bleiben liegen.']
	),
	of(
		[
			'Psychiatrische Notfälle: Krisendienst spricht nur Deutsch',
			'Nachts und am Wochenende ist niemand erreichbar, der übersetzt.'
		],
		'In einer seelischen Krise am Samstagabend war am Notfalltelefon keine Verständigung möglich.',
		['Notfallsanitäter: Anerkennung dauert', 'Fachkräfte arbeiten als Helfer.']
	)
];

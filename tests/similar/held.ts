/** Pairs written after the ranking and its words were settled, and never looked at for mending them. */
import type { Pair } from './pairs.ts';

const of = (known: Pair['known'], asked: string, near: Pair['near']): Pair => ({ known, asked, near });

export const heldPairs: readonly Pair[] = [
	of(
		[
			'Führerscheine aus Drittstaaten werden zu langsam umgeschrieben',
			'Die Umschreibung dauert länger als die sechs Monate, in denen die ausländische Fahrerlaubnis gilt. Wer auf das Auto angewiesen ist, verliert dann oft die Stelle.'
		],
		'Klient hat einen syrischen Führerschein, darf damit aber nicht mehr fahren, weil das Straßenverkehrsamt seit Monaten nichts macht. Jetzt ist der Job weg.',
		['Straßenverkehrsamt vergibt Termine nur online', 'Ältere Menschen können ihr Auto nicht anmelden.']
	),
	of(
		[
			'Fiktionsbescheinigung wird von Arbeitgebern nicht anerkannt',
			'Personalabteilungen halten das Papier für ungültig und beenden Arbeitsverhältnisse, obwohl die Erwerbstätigkeit erlaubt ist.'
		],
		'Der Chef hat ihn heimgeschickt, weil er nur die Fiktion hat und keine Karte. Dabei darf er damit ganz normal weiterarbeiten.',
		['Arbeitskarte für Saisonkräfte fehlt', 'Erntehelfer kommen ohne Papiere in den Kreis.']
	),
	of(
		[
			'Passbeschaffung scheitert an Kosten und Botschaft',
			'Konsulate vergeben keine Termine, Fahrt und Gebühren werden von keiner Stelle übernommen.'
		],
		'Sie soll einen Nationalpass vorlegen, kann sich aber die Reise nach Berlin nicht leisten, und die Botschaft geht nicht ans Telefon.',
		[
			'Telefonische Beratung für Reisen ins Herkunftsland',
			'Klassenfahrten und Auslandsreisen mit Schutzstatus werfen Fragen auf.'
		]
	),
	of(
		[
			'Einbürgerungsanträge bleiben über Jahre liegen',
			'Bei der Einbürgerungsbehörde fehlt Personal, Eingangsbestätigungen und Sachstände werden nicht verschickt.'
		],
		'Familie wartet seit zwei Jahren auf den deutschen Pass und hört vom Amt gar nichts.',
		['Einschulung: Familien warten auf Untersuchung', 'Das Gesundheitsamt lädt die Kinder zu spät ein.']
	),
	of(
		[
			'Eltern nachzuholen scheitert an fehlender Beratung',
			'Für den Nachzug zu unbegleiteten Minderjährigen gibt es vor Ort keine Fachberatung. Mit dem 18. Geburtstag verfällt oft der Anspruch.'
		],
		'Der Junge ist bald volljährig und will seine Mutter herholen. Ich finde niemanden, der sich mit Familiennachzug auskennt.',
		['Volljährig und raus aus der Jugendhilfe', 'Junge Menschen verlieren mit 18 ihre Wohngruppe und ihren Vormund.']
	),
	of(
		[
			'Kein Berufssprachkurs außerhalb der Arbeitszeit',
			'B2-Kurse finden nur vormittags statt, Beschäftigte in Schichtarbeit können nicht teilnehmen.'
		],
		'Er würde gern weiter Deutsch lernen, arbeitet aber im Lager in Wechselschicht, und abends läuft hier kein Kurs.',
		['Lager und Logistik: Staplerschein auf Deutsch', 'Die theoretische Prüfung wird nicht bestanden.']
	),
	of(
		[
			'Lange Wartezeiten auf Alphabetisierungskurse',
			'Träger beginnen erst ab zwölf Anmeldungen. Teilnehmende ohne Schriftkenntnisse warten bis zu einem Jahr.'
		],
		'Die Frau war nie in der Schule und kann weder lesen noch schreiben. Der Alpha-Kurs ist auf unbestimmte Zeit verschoben.',
		[
			'Kinder können vor der Schule kaum Deutsch',
			'Im letzten Kita-Jahr fehlt die Sprachförderung, Einschulungen werden verschoben.'
		]
	),
	of(
		[
			'Integrationskurse ohne Kinderbeaufsichtigung im Südkreis',
			'Mütter mit Kindern unter drei Jahren brechen ab oder fangen gar nicht erst an.'
		],
		'Mit dem Baby darf sie nicht in den Deutschunterricht, und aufpassen kann sonst keiner.',
		['Babyausstattung: Antrag kommt zu spät', 'Die Erstausstattung wird erst nach der Geburt bewilligt.']
	),
	of(
		[
			'Kita-Anmeldung nur über deutschsprachiges Portal',
			'Zugewanderte Eltern verpassen den Stichtag, weil das Vormerksystem keine anderen Sprachen kennt.'
		],
		'Die Eltern haben ihr Kind nicht rechtzeitig für den Kindergarten vorgemerkt, die Seite im Internet haben sie nicht verstanden.',
		[
			'Kindergarten schließt wegen Personalmangel früher',
			'Die Betreuung endet mittags, Eltern müssen ihre Stunden kürzen.'
		]
	),
	of(
		[
			'Neu Zugewanderte über sechzehn ohne Schulplatz',
			'Berufskollegs haben keine Kapazität in den internationalen Förderklassen, Jugendliche bleiben monatelang ohne Unterricht.'
		],
		'Der ist 17 und hängt seit dem Sommer nur zu Hause rum, weil kein Berufskolleg ihn aufnimmt.',
		['Berufskolleg: Praktikumsplätze für Erzieherinnen fehlen', 'Einrichtungen nehmen Auszubildende nicht auf.']
	),
	of(
		[
			'Schulmessenger und Elternbriefe nur auf Deutsch',
			'Mitteilungen der Schulen kommen über eine App ohne Übersetzungsfunktion, Eltern verpassen Sprechtage.'
		],
		'Die Mutter kann mit der App von der Schule nichts anfangen und wusste deshalb vom Elternabend nichts.',
		['Handy-App für den Arzttermin', 'Praxen nehmen Anmeldungen nur noch digital an.']
	),
	of(
		[
			'Basiskonto wird von Banken verweigert',
			'Filialen lehnen Geflüchtete mit Ersatzpapieren ab, Leistungen müssen als Scheck ausgezahlt werden.'
		],
		'Bei der Sparkasse kriegt er kein Konto, weil er nur die Aufenthaltsgestattung hat. Das Jobcenter kann so kein Geld überweisen.',
		['Jobcenter überweist Miete an falsches Konto', 'Vermieter mahnen, obwohl das Geld bewilligt ist.']
	),
	of(
		[
			'Schuldnerberatung ohne mehrsprachiges Angebot',
			'Menschen mit Inkassoforderungen und Mahnbescheiden werden wegen fehlender Deutschkenntnisse abgewiesen.'
		],
		'Der Mann hat drei Handyverträge an der Haustür unterschrieben und sitzt jetzt auf Schulden. Die Beratung nimmt ihn ohne Dolmetscher nicht.',
		['Handyvertrag als Voraussetzung für die Online-Anmeldung', 'Ohne deutsche Nummer keine Freischaltung.']
	),
	of(
		[
			'Lohnbetrug in Leiharbeit und Subunternehmen',
			'Beschäftigte aus Südosteuropa erhalten Überstunden nicht bezahlt. Eine arbeitsrechtliche Anlaufstelle gibt es im Kreis nicht.'
		],
		'Der Paketfahrer bekommt seit zwei Monaten keinen Lohn und weiß nicht, wer ihm gegen den Sub helfen kann.',
		['Pakete mit Bescheiden kommen nicht an', 'In der Unterkunft stellt der Paketfahrer nichts zu.']
	),
	of(
		[
			'Ausländische Lehrkräfte finden keinen Weg zurück',
			'Für zugewanderte Lehrerinnen und Lehrer mit nur einem Fach fehlt eine Qualifizierung in der Region.'
		],
		'Sie hat in der Ukraine zwanzig Jahre Mathe unterrichtet und putzt jetzt. Für den Schuldienst reicht ihr Diplom angeblich nicht.',
		['Putzkräfte: Minijob statt fester Stelle', 'Reinigungsfirmen melden Frauen aus der Ukraine nur geringfügig an.']
	),
	of(
		[
			'Hohe Nutzungsgebühren in Gemeinschaftsunterkünften für Erwerbstätige',
			'Selbstzahlende verlieren durch die Gebührensatzung fast ihren gesamten Verdienst, der Anreiz zur Arbeitsaufnahme sinkt.'
		],
		'Seit er arbeitet, soll er für das Bett im Heim 480 Euro zahlen. Da fragt er mich, wozu er überhaupt arbeiten geht.',
		['Heimbewohner zahlen Rundfunkbeitrag doppelt', 'Für ein Zimmer im Heim kommen mehrere Zahlungsaufforderungen.']
	),
	of(
		[
			'Diskriminierung bei der Wohnungssuche ohne Anlaufstelle',
			'Bewerbungen mit ausländisch klingenden Namen werden aussortiert. Betroffene wissen nicht, wohin sie sich wenden können.'
		],
		'Sobald der Vermieter den Namen hört, ist die Wohnung auf einmal vergeben. Wo kann man sich da beschweren?',
		['Vermieter stellt keine Wohnungsgeberbestätigung aus', 'Ohne sie ist beim Bürgerbüro keine Ummeldung möglich.']
	),
	of(
		[
			'Psychotherapie für Traumatisierte nicht erreichbar',
			'Das psychosoziale Zentrum hat einen Aufnahmestopp, niedergelassene Praxen behandeln nicht mit Sprachmittlung.'
		],
		'Die Klientin schläft seit der Flucht nicht mehr, hat Panikattacken, und ich finde keinen Therapieplatz, der sie nimmt.',
		[
			'Logopädie: kein Therapieplatz für mehrsprachige Kinder',
			'Praxen können Sprachentwicklung in der Erstsprache nicht prüfen.'
		]
	),
	of(
		[
			'Schwangere in Unterkünften ohne Hebammenversorgung',
			'Nachsorge und Geburtsvorbereitung erreichen Frauen in Sammelunterkünften kaum.'
		],
		'Sie kommt in vier Wochen nieder, hat aber keine Hebamme gefunden, die ins Wohnheim fährt.',
		['Hebamme aus dem Ausland darf nicht arbeiten', 'Die Anerkennung der Berufsurkunde zieht sich hin.']
	),
	of(
		[
			'Außenorte abends und am Wochenende ohne Nahverkehr',
			'Unterkünfte in den Dörfern sind nach 18 Uhr nicht angebunden. Kurse und Arbeitsstellen in der Kreisstadt sind so nicht erreichbar.'
		],
		'Der letzte Bus fährt um halb sechs, danach kommt er aus dem Dorf nicht mehr weg. Die Spätschicht musste er absagen.',
		[
			'Dorfgemeinschaft: Treffpunkt im Dorf geschlossen',
			'Das Begegnungscafé hat keine Räume mehr, Treffen mussten abgesagt werden.'
		]
	),
	of(
		[
			'Queere Geflüchtete in Sammelunterkünften nicht sicher',
			'Es gibt keine geschützten Zimmer, Übergriffe durch Mitbewohnende werden nicht gemeldet.'
		],
		'Ein schwuler Klient wird im Camp von seinen Zimmernachbarn bedroht, eine andere Unterbringung hat die Stadt nicht.',
		[
			'Nachbarn beschweren sich über Unterbringung in Containern',
			'Die Stadt informiert die Anwohnerschaft nicht, Ehrenamtliche werden bedroht.'
		]
	),
	of(
		[
			'Minderjährige dolmetschen für ihre Angehörigen',
			'In Arztpraxen und Kliniken fehlt Sprachmittlung. Töchter und Söhne übersetzen schwere Diagnosen und fehlen im Unterricht.'
		],
		'Die zwölfjährige Tochter musste dem Vater im Krankenhaus sagen, dass er Krebs hat. Einen Übersetzer gab es nicht.',
		['Tochter darf nicht zum Schwimmunterricht', 'Väter melden Mädchen ab, Schulen suchen das Gespräch nicht.']
	),
	of(
		[
			'Gehörlose Zugewanderte ohne passendes Sprachangebot',
			'Kurse in Deutscher Gebärdensprache werden in der Region nicht angeboten, Behörden bestellen nur Lautsprachdolmetschende.'
		],
		'Klient ist taub und kennt nur die Gebärden aus dem Irak. Im Integrationskurs sitzt er dabei und versteht nichts.',
		['Irakische Urkunden: Legalisation dauert', 'Das Standesamt erkennt Papiere aus dem Irak nicht an.']
	),
	of(
		[
			'Ältere Migrantinnen und Migranten ohne Zugang zur Pflegeversicherung',
			'Pflegeberatung in der Muttersprache fehlt, Anträge auf einen Pflegegrad werden kaum gestellt.'
		],
		'Der Opa ist dement und die Schwiegertochter macht alles alleine. Von Pflegegeld haben die noch nie was gehört.',
		['Pflegegeld für Pflegefamilien zu niedrig', 'Das Jugendamt findet keine Gasteltern für unbegleitete Kinder.']
	)
];

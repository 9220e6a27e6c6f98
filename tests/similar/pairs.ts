/** Gaps as they are known, the same in somebody else's words, and gaps that only sound like it; all invented. */

/** `near` shares words with the report and is about something else: it must not stand before `known`. */
export type Pair = {
	known: [title: string, description: string];
	asked: string;
	near: [title: string, description: string];
};
const of = (known: Pair['known'], asked: string, near: Pair['near']): Pair => ({ known, asked, near });

export const pairs: readonly Pair[] = [
	of(
		[
			'Integrationskurs ohne Kinderbetreuung',
			'Am Kursort betreut niemand die Kinder, Mütter können den Kurs nicht beginnen.'
		],
		'Eine Mutter kann nicht zum Deutschkurs, weil sie keinen Kita-Platz für ihr Kleinkind hat.',
		['Integrationskurse am Abend fehlen', 'Wer in Schichten arbeitet, findet keinen Kurs nach Feierabend.']
	),
	of(
		[
			'Abendkurse für Beschäftigte fehlen',
			'Wer tagsüber arbeitet, findet keinen Sprachkurs, der nach Feierabend beginnt.'
		],
		'Berufstätige können keinen Deutschkurs besuchen, alle Kurse liegen am Vormittag während der Arbeitszeit.',
		['Deutschkurse ohne Betreuung der Kinder', 'Am Vormittag passt niemand auf die Kinder auf.']
	),
	of(
		['Terminstau in der Ausländerbehörde', 'Auf einen Termin zur Verlängerung des Titels wartet man vier Monate.'],
		'Beim Ausländeramt bekommt man ewig keinen Termin, die Aufenthaltserlaubnis ist inzwischen abgelaufen.',
		[
			'Terminbuchung im Jobcenter nur online',
			'Termine lassen sich nur über ein Portal buchen, das es nur auf Deutsch gibt.'
		]
	),
	of(
		[
			'Online-Terminvergabe im Jobcenter nur auf Deutsch',
			'Das Portal gibt es nur auf Deutsch, am Empfang wird darauf verwiesen.'
		],
		'Unsere Leute können beim Jobcenter keinen Termin buchen, weil die Internetseite nicht übersetzt ist.',
		['Kita-Anmeldung nur über ein Portal', 'Eltern müssen sich online anmelden und verstehen das Formular nicht.']
	),
	of(
		[
			'Zahlungslücke beim Wechsel vom AsylbLG ins SGB II',
			'Zwischen dem Ende der Leistung des Sozialamts und der ersten Zahlung des Jobcenters vergehen Wochen.'
		],
		'Nach der Anerkennung stellt das Sozialamt sofort ein, das Bürgergeld kommt aber erst sechs Wochen später, die Familie ist ohne Geld.',
		['Rückforderung des Jobcenters nach Wechsel der Wohnung', 'Doppelt gezahlte Mieten werden zurückgefordert.']
	),
	of(
		[
			'Fiktionsbescheinigung wird von Arbeitgebern nicht anerkannt',
			'Betriebe halten das Papier für ungültig und stellen nicht ein.'
		],
		'Ein Chef hat den Mann nicht eingestellt, weil er mit der Fiktion nichts anfangen konnte.',
		['Arbeitgeber stellen Nachweise zu spät aus', 'Ohne Lohnabrechnung rechnet das Jobcenter nicht ab.']
	),
	of(
		['Psychotherapie scheitert an Sprachmittlung', 'Praxen lehnen ab, weil niemand Dolmetschende bezahlt.'],
		'Traumatisierte Geflüchtete finden keinen Therapieplatz, da keine Übersetzung übernommen wird.',
		['Dolmetschende fehlen bei Elterngesprächen', 'Schulen haben kein Geld für Sprachmittlung.']
	),
	of(
		['Elterngespräche in der Schule ohne Übersetzung', 'Lehrkräfte behelfen sich mit Kindern als Dolmetschern.'],
		'Beim Elternsprechtag müssen die eigenen Kinder dolmetschen, weil die Schule niemanden stellt.',
		[
			'Übersetzung von Zeugnissen ist zu teuer',
			'Für die Anerkennung müssen alle Zeugnisse beglaubigt übersetzt werden.'
		]
	),
	of(
		[
			'Große Familien finden keine Wohnung',
			'Anerkannte Familien mit vielen Kindern bleiben in der Unterkunft, weil es keine bezahlbaren großen Wohnungen gibt.'
		],
		'Eine achtköpfige Familie sitzt seit zwei Jahren im Wohnheim fest, auf dem Mietmarkt gibt es nichts in der Größe.',
		['Familienzusammenführung dauert zu lange', 'Ehepartner warten Jahre auf das Visum.']
	),
	of(
		['Familiennachzug: Wartezeit an den Botschaften', 'Termine zur Visumstelle gibt es erst nach über einem Jahr.'],
		'Die Ehefrau wartet im Ausland seit vierzehn Monaten auf einen Visumtermin für den Nachzug.',
		['Große Familien warten auf eine Wohnung', 'In der Unterkunft ist kein Platz.']
	),
	of(
		[
			'Führerschein: Umschreibung dauert über ein Jahr',
			'Die Anerkennung ausländischer Fahrerlaubnisse zieht sich, Arbeitsplätze gehen verloren.'
		],
		'Ein Fahrer darf nicht arbeiten, weil die Fahrerlaubnis aus der Heimat noch immer nicht umgeschrieben ist.',
		['Berufsabschlüsse: Anerkennung dauert über ein Jahr', 'Pflegekräfte arbeiten solange als Helfer.']
	),
	of(
		[
			'Anerkennung von Berufsabschlüssen: Beratung weit weg',
			'Die Anerkennungsberatung gibt es nur in der Nachbarstadt und nur nach langer Wartezeit.'
		],
		'Wer sein Diplom bewerten lassen will, muss bis in die Nachbarstadt fahren und Monate auf ein Gespräch warten.',
		['Beratung zu Schulden fehlt', 'Die Schuldnerberatung in der Nachbarstadt nimmt niemanden mehr auf.']
	),
	of(
		[
			'Jugendliche ab 16 ohne Schulplatz',
			'Wer nach dem Herbst zuzieht, wartet bis zum nächsten Schuljahr auf einen Platz.'
		],
		'Ein 17-Jähriger sitzt seit Monaten zu Hause, das Berufskolleg nimmt mitten im Jahr niemanden auf.',
		['Jugendliche ohne Ausbildungsplatz', 'Betriebe verlangen einen deutschen Schulabschluss.']
	),
	of(
		['Kita-Anmeldung nur online und nur auf Deutsch', 'Neu zugezogene Familien verpassen die Stichtage des Portals.'],
		'Eltern wissen nicht, dass man den Kindergartenplatz im Internet bis Januar anmelden muss, und gehen leer aus.',
		['Jobcenter-Portal nur auf Deutsch', 'Anträge müssen online gestellt werden.']
	),
	of(
		[
			'Frühförderung: Zuständigkeit zwischen Sozialamt, Kreis und LWL ungeklärt',
			'Jede Stelle verlangt zuerst die Ablehnung der anderen.'
		],
		'Für ein behindertes Kind streiten sich drei Ämter, wer die Frühförderung zahlt, keiner fühlt sich zuständig.',
		['Pflegegrad: Begutachtung ohne Sprachmittlung', 'Der Dienst stuft zu niedrig ein.']
	),
	of(
		['Letzter Bus fährt vor Kursende', 'Wer im ländlichen Ortsteil wohnt, kommt nach dem Kurs nicht nach Hause.'],
		'Vom Sprachkurs kommt abends keiner mehr aufs Dorf zurück, der Nahverkehr endet zu früh.',
		['Fahrkarten zum Kurs werden nicht erstattet', 'Wer noch nicht zugelassen ist, zahlt das Ticket selbst.']
	),
	of(
		['Fahrtkosten zum Integrationskurs nicht übernommen', 'Unter einer Mindestentfernung zahlt niemand die Fahrkarte.'],
		'Teilnehmende müssen das Busticket zum Deutschkurs aus eigener Tasche zahlen.',
		['Busverbindung zum Gewerbegebiet fehlt', 'Zur Frühschicht fährt kein Bus.']
	),
	of(
		['Kein Bus zur Frühschicht im Gewerbegebiet', 'Wer um fünf anfangen muss, kommt ohne Auto nicht zur Arbeit.'],
		'Ein Job in der Fabrik platzte, weil morgens vor fünf keine Verbindung ins Industriegebiet fährt.',
		['Bushaltestelle an der Unterkunft fehlt', 'Kinder laufen an der Landstraße entlang.']
	),
	of(
		['Einbürgerung: Wartezeit von über zwei Jahren', 'Anträge bleiben liegen, Rückfragen kommen erst nach Monaten.'],
		'Wer Deutscher werden will, hört nach dem Antrag zwei Jahre lang nichts vom Amt.',
		['Einbürgerungstest: keine freien Plätze', 'Prüfungen sind auf Monate ausgebucht.']
	),
	of(
		['Keine Plätze für den Einbürgerungstest', 'Die Volkshochschule ist auf ein halbes Jahr ausgebucht.'],
		'Der Test „Leben in Deutschland“ für die Staatsangehörigkeit ist überall ausgebucht.',
		['Volkshochschule ohne Alphabetisierungskurse', 'Es fehlen Lehrkräfte.']
	),
	of(
		[
			'Alphabetisierungskurse nur in zwei Städten',
			'Menschen, die nie eine Schule besucht haben, finden keinen Kurs in der Nähe.'
		],
		'Für Analphabeten gibt es hier keinen Kurs, sie können weder lesen noch schreiben und müssen weit fahren.',
		['Berufssprachkurse nur in zwei Städten', 'Ab B2 muss man weit fahren.']
	),
	of(
		[
			'Gesundheitskarte: Behandlungsscheine müssen einzeln geholt werden',
			'Im AsylbLG entscheidet das Sozialamt vor jedem Arztbesuch.'
		],
		'Vor jedem Arzttermin muss erst ein Krankenschein im Rathaus abgeholt werden, bei Schmerzen dauert das zu lange.',
		['Arzttermine nur am Telefon', 'Praxen vergeben Termine nur telefonisch und nur auf Deutsch.']
	),
	of(
		['Hausarztpraxen nehmen keine neuen Patienten auf', 'Neu zugewiesene Familien finden keine Praxis.'],
		'Wer neu hier ist, findet keinen Doktor, überall Aufnahmestopp.',
		['Behandlungsscheine nur auf Papier', 'Praxen lehnen Patienten ohne Schein ab.']
	),
	of(
		[
			'Schwangere ohne Hebamme',
			'Geflüchtete Frauen finden keine Nachsorge, die Hebammen sind ausgelastet oder ohne Sprachmittlung.'
		],
		'Eine schwangere Frau in der Unterkunft hat keine Begleitung vor und nach der Geburt gefunden.',
		['Geburtsurkunde kann nicht ausgestellt werden', 'Dem Standesamt fehlen Papiere der Eltern.']
	),
	of(
		[
			'Geburtsurkunde fehlt, weil Eltern keine Pässe haben',
			'Das Standesamt beurkundet nicht, Leistungen für das Kind bleiben aus.'
		],
		'Für das Neugeborene stellt das Standesamt nichts aus, solange die Identität der Mutter ungeklärt ist; Kindergeld gibt es so auch nicht.',
		['Geburtsvorbereitung auf Arabisch fehlt', 'Schwangere verstehen die Kurse nicht.']
	),
	of(
		['Passbeschaffung: Botschaft verlangt unzumutbare Gebühren', 'Ohne Nationalpass wird der Titel nicht erteilt.'],
		'Das Konsulat will mehrere hundert Euro für den Reisepass, sonst verlängert die ABH nicht.',
		['Gebühren für die Anerkennung von Zeugnissen', 'Die Übersetzung kostet mehrere hundert Euro.']
	),
	of(
		['Girokonto wird Geduldeten verweigert', 'Banken lehnen die Eröffnung eines Basiskontos mit Duldung ab.'],
		'Mit Duldung bekommt man bei keiner Bank ein Konto, der Lohn kann nicht überwiesen werden.',
		['Duldung: Beschäftigungserlaubnis dauert', 'Arbeitgeber warten Wochen auf die Zustimmung.']
	),
	of(
		[
			'Beschäftigungserlaubnis dauert so lange, dass die Stelle weg ist',
			'Die Zustimmung zur Arbeitsaufnahme braucht sechs Wochen.'
		],
		'Bis die Arbeitsgenehmigung da war, hatte der Betrieb schon jemand anderen genommen.',
		['Kündigung in der Probezeit wegen fehlender Sprache', 'Der Betrieb bot keinen Kurs an.']
	),
	of(
		['Frauenhaus: keine Plätze für Frauen mit mehreren Kindern', 'Schutzsuchende werden in andere Kreise verwiesen.'],
		'Eine Frau mit vier Kindern musste nach häuslicher Gewalt ans andere Ende des Landes, weil hier kein Schutzplatz frei war.',
		['Familien mit vielen Kindern finden keine Wohnung', 'Kein Platz in der Unterkunft.']
	),
	of(
		['Gewaltschutz in Gemeinschaftsunterkünften', 'Frauen haben keine abschließbaren Räume und keine Ansprechperson.'],
		'In der Sammelunterkunft fühlen sich alleinstehende Frauen nicht sicher, Türen lassen sich nicht abschließen.',
		['Frauenschwimmen fehlt', 'Das Bad bietet keine Zeiten nur für Frauen.']
	),
	of(
		[
			'Schulbegleitung für Kinder mit Fluchterfahrung kommt zu spät',
			'Vom Antrag bis zur Bewilligung vergeht ein Schuljahr.'
		],
		'Ein Kind mit Beeinträchtigung wartet ein Jahr auf eine Integrationshilfe für den Unterricht.',
		['Nachhilfe aus dem Bildungspaket wird kaum genutzt', 'Der Antrag ist zu kompliziert.']
	),
	of(
		['Bildungs- und Teilhabepaket: Anträge zu kompliziert', 'Familien verzichten auf Lernförderung und Ausflüge.'],
		'Die Formulare für Nachhilfe und Klassenfahrten versteht kaum jemand, darum wird das Geld nicht abgerufen.',
		['Wohngeld: Anträge zu kompliziert', 'Berufstätige Familien verzichten darauf.']
	),
	of(
		['Wohngeldstelle: Bearbeitung dauert ein halbes Jahr', 'Familien mit kleinem Einkommen geraten in Mietrückstand.'],
		'Geringverdiener warten sechs Monate auf das Wohngeld und können die Miete nicht zahlen.',
		['Elterngeld: Bearbeitung dauert', 'Nach der Geburt fehlt monatelang Geld.']
	),
	of(
		[
			'Kindergeld: Familienkasse verlangt immer neue Nachweise',
			'Zahlungen ruhen monatelang, obwohl ein Titel vorliegt.'
		],
		'Die Familienkasse zahlt seit Monaten nicht, jedes Mal fehlt angeblich wieder ein Papier.',
		['Elterngeld: Väter kennen den Anspruch nicht', 'Es fehlt eine Beratung vor der Geburt.']
	),
	of(
		[
			'Unterhaltsvorschuss scheitert an Angaben zum Vater im Ausland',
			'Das Jugendamt lehnt wegen fehlender Mitwirkung ab.'
		],
		'Alleinerziehende bekommen keinen Unterhalt vom Amt, weil sie den Aufenthalt des Vaters in der Heimat nicht nachweisen können.',
		['Vaterschaftsanerkennung braucht einen Pass', 'Das Standesamt verlangt Papiere.']
	),
	of(
		[
			'Beratung zu Schulden ist überlaufen',
			'Die Schuldnerberatung nimmt nur Notfälle, die Wartezeit liegt bei fünf Monaten.'
		],
		'Neuzugewanderte mit Inkassobriefen und Handyverträgen finden keine Hilfe bei Überschuldung.',
		['Migrationsberatung ist überlaufen', 'Die MBE nimmt niemanden mehr auf.']
	),
	of(
		['Migrationsberatung für Erwachsene gekürzt', 'Die MBE hat Stunden verloren, offene Sprechzeiten entfallen.'],
		'Seit die Beraterstelle wegfiel, gibt es im Ort keine Sprechstunde der Migrationsberatung mehr.',
		['Sprechstunde des Jobcenters entfällt', 'Vorsprachen nur noch mit Termin.']
	),
	of(
		[
			'Volljährige verlieren die Jugendhilfe',
			'Unbegleitete junge Menschen müssen mit 18 von heute auf morgen in die Gemeinschaftsunterkunft.'
		],
		'Sobald ein unbegleiteter Jugendlicher achtzehn wird, endet die Betreuung und er landet im Wohnheim.',
		['Jugendliche in der Unterkunft ohne Freizeitangebote', 'Es fehlt ein Raum.']
	),
	of(
		[
			'Ausbildung: Berufsschule überfordert mit Deutsch',
			'Auszubildende scheitern an der Fachsprache, Stützunterricht fehlt.'
		],
		'Azubis brechen ab, weil sie in der Berufsschule sprachlich nicht mitkommen und niemand hilft.',
		['Berufsschule: Weg zu weit', 'Ohne Auto dauert die Fahrt zwei Stunden.']
	),
	of(
		['Praktikum: Jobcenter genehmigt zu spät', 'Betriebe ziehen die Zusage zurück.'],
		'Die Zustimmung für ein Praktikum kam erst, als der Betrieb schon abgesprungen war.',
		['Praktikum: Schülerinnen finden keinen Platz', 'Betriebe lehnen Kopftuch ab.']
	),
	of(
		['Diskriminierung bei der Wohnungssuche', 'Vermieter lehnen nach dem Nachnamen ab, eine Anlaufstelle fehlt.'],
		'Am Telefon heißt es, die Wohnung sei weg, sobald man den ausländischen Namen hört; nirgends kann man sich beschweren.',
		['Benachteiligung in der Disco', 'Junge Männer werden an der Tür abgewiesen.']
	),
	of(
		['Mietkaution: Darlehen kommt zu spät', 'Vermieter geben die Wohnung an andere.'],
		'Das Jobcenter bewilligte die Kaution erst nach drei Wochen, da war die Wohnung schon vergeben.',
		['Nebenkosten: Nachzahlung wird nicht übernommen', 'Vermieter drohen mit Kündigung.']
	),
	of(
		['Erstausstattung der Wohnung: Bearbeitung dauert', 'Familien schlafen wochenlang auf dem Boden.'],
		'Nach dem Einzug fehlten Betten und Herd, weil das Geld für Möbel noch nicht bewilligt war.',
		['Umzugskosten nicht übernommen', 'Das Sozialamt zahlt keinen Transporter.']
	),
	of(
		[
			'Wohnsitzauflage verhindert Arbeitsaufnahme',
			'Wer eine Stelle in einem anderen Kreis findet, darf nicht umziehen.'
		],
		'Trotz Arbeitsvertrag in einer anderen Stadt wird die Wohnsitzregelung nicht aufgehoben.',
		['Umzug in den Kreis: neue Zuständigkeit ungeklärt', 'Akten kommen nicht an.']
	),
	of(
		[
			'Aktenübergabe bei Umzug zwischen Kreisen',
			'Nach einem Umzug beginnt jede Stelle von vorn, Unterlagen kommen nicht an.'
		],
		'Wenn jemand in unseren Kreis zieht, fehlen die Informationen der vorherigen Behörde und alles wird neu beantragt.',
		['Nachsendung von Post in der Unterkunft', 'Briefe gehen verloren.']
	),
	of(
		['Post in der Gemeinschaftsunterkunft geht verloren', 'Fristen werden versäumt, weil Bescheide nicht ankommen.'],
		'Im Wohnheim verschwinden Briefe vom Amt, Widerspruchsfristen laufen ab.',
		['Unterkunft: Verlegung ohne Ankündigung', 'Familien erfahren davon am selben Tag.']
	),
	of(
		['Kein WLAN in den Unterkünften', 'Schulkinder und Kursteilnehmende können nicht online lernen.'],
		'Ohne Internetanschluss im Heim schaffen die Schülerinnen ihre Hausaufgaben nicht.',
		['Hausaufgabenhilfe fehlt', 'Ehrenamtliche werden gesucht.']
	),
	of(
		['Ehrenamtliche Begleitung zu Ämtern fehlt', 'Es gibt zu wenig Patinnen und Paten, die mitgehen.'],
		'Früher gingen Freiwillige mit zum Amt, inzwischen findet man keine Lotsen mehr.',
		['Ehrenamtliche ohne Versicherung', 'Vereine fürchten die Haftung.']
	),
	of(
		[
			'Ältere Zugewanderte ohne Angebote',
			'Seniorinnen bleiben allein, es gibt keinen Treffpunkt und keinen Kurs für Ältere.'
		],
		'Alte Menschen aus der Ukraine sind einsam, für sie gibt es weder Begegnung noch Sprachangebote.',
		['Ältere Menschen: Pflegeheim ohne kultursensible Pflege', 'Angehörige lehnen ab.']
	),
	of(
		['Pflegeberatung nur auf Deutsch', 'Familien kennen ihre Ansprüche nicht, ein Pflegegrad wird nicht beantragt.'],
		'Angehörige pflegen den Großvater ohne Hilfe, weil niemand die Leistungen der Pflegekasse in ihrer Sprache erklärt.',
		['Pflegekräfte: Anerkennung dauert', 'Ausgebildete arbeiten als Helferinnen.']
	),
	of(
		['Pflegekräfte aus Drittstaaten: Anerkennung zieht sich', 'Bescheide zur Gleichwertigkeit dauern ein Jahr.'],
		'Eine gelernte Krankenschwester arbeitet als Hilfskraft, weil der Bescheid über ihre Qualifikation seit einem Jahr aussteht.',
		['Pflegekurse auf Deutsch zu schwer', 'Teilnehmende brechen ab.']
	),
	of(
		[
			'Saisonarbeit: Unterkunft und Arbeit hängen zusammen',
			'Mit der Kündigung verlieren EU-Beschäftigte auch das Bett.'
		],
		'Nach der Entlassung im Schlachthof standen rumänische Arbeiter sofort auf der Straße, das Zimmer gehörte der Firma.',
		['Obdachlose ohne Meldeadresse', 'Ohne Adresse gibt es keine Leistungen.']
	),
	of(
		['Wohnungslose ohne Postadresse erhalten keine Leistungen', 'Das Jobcenter verlangt eine Meldeanschrift.'],
		'Wer auf der Straße lebt, bekommt kein Bürgergeld, weil eine Anschrift fehlt.',
		['Adresse an der Unterkunft falsch', 'Pakete kommen nicht an.']
	),
	of(
		['Rassistische Vorfälle an Schulen: keine Anlaufstelle', 'Eltern wissen nicht, an wen sie sich wenden sollen.'],
		'Wenn Kinder in der Klasse rassistisch beleidigt werden, fehlt eine Stelle, bei der man das melden kann.',
		['Schulen ohne Schulsozialarbeit', 'Stellen sind unbesetzt.']
	),
	of(
		['Sportvereine: Beiträge und Ausrüstung zu teuer', 'Kinder kommen zum Probetraining und bleiben dann weg.'],
		'Die Jungen würden gern Fußball spielen, aber Trikot und Mitgliedschaft kann sich die Familie nicht leisten.',
		['Sporthalle als Notunterkunft', 'Vereine können nicht trainieren.']
	),
	of(
		['Schwimmkurse für Kinder fehlen', 'Zugezogene Kinder können nicht schwimmen, die Wartelisten sind voll.'],
		'Kaum ein geflüchtetes Kind kann schwimmen, auf einen Platz im Hallenbad wartet man anderthalb Jahre.',
		['Ferienangebote für Kinder fehlen', 'In den Sommerferien gibt es nichts.']
	),
	of(
		['Suchtberatung ohne Sprachmittlung', 'Abhängige werden weggeschickt, wenn sie kein Deutsch sprechen.'],
		'Ein Mann mit Alkoholproblem bekam keine Entzugsberatung, weil niemand Dari übersetzen konnte.',
		['Suchtberatung nur in der Kreisstadt', 'Der Weg ist zu weit.']
	),
	of(
		['Impfstatus ungeklärt: Kinder dürfen nicht in die Kita', 'Ohne Nachweis über Masern kein Platz, Termine fehlen.'],
		'Der Kindergarten nimmt die Geschwister nicht auf, bis die Masernimpfung belegt ist, beim Kinderarzt gibt es aber keinen Termin.',
		['Kinderärzte ohne Termine für Vorsorge', 'U-Untersuchungen fallen aus.']
	),
	of(
		[
			'Schuleingangsuntersuchung: Wartezeit beim Gesundheitsamt',
			'Zugezogene Kinder werden erst nach Monaten eingeschult.'
		],
		'Kinder sitzen monatelang zu Hause, weil das Gesundheitsamt die Untersuchung vor der Schule nicht schafft.',
		['Gesundheitsamt: Belehrung für Küchenarbeit', 'Termine sind ausgebucht.']
	),
	of(
		[
			'Belehrung für Lebensmittelberufe nur auf Deutsch',
			'Ohne Bescheinigung des Gesundheitsamts kein Arbeitsbeginn in der Küche.'
		],
		'Eine Stelle in der Gastronomie scheiterte an der Hygienebelehrung, die es in keiner anderen Sprache gibt.',
		['Arbeitsschutz: Unterweisung nur auf Deutsch', 'Im Lager passieren Unfälle.']
	),
	of(
		[
			'Einwilligungen zum Datenaustausch uneinheitlich',
			'Jeder Träger nutzt eine eigene Schweigepflichtentbindung, Behörden erkennen sie nicht an.'
		],
		'Jobcenter und Ausländeramt reden erst miteinander, wenn ihr eigenes Formular zur Schweigepflicht unterschrieben ist.',
		['Formulare in Leichter Sprache fehlen', 'Anträge werden falsch ausgefüllt.']
	),
	of(
		['Bescheide sind unverständlich', 'Schreiben der Ämter versteht kaum jemand, Leichte Sprache fehlt.'],
		'Die Briefe vom Amt sind so kompliziert, dass wir sie in jeder Beratung erst erklären müssen.',
		['Briefe vom Amt kommen zu spät', 'Die Post braucht zwei Wochen.']
	),
	of(
		[
			'Bezahlkarte: Miete und Vereinsbeiträge lassen sich nicht überweisen',
			'Überweisungen sind gesperrt, Bargeld ist knapp.'
		],
		'Mit der Bezahlkarte kann die Familie weder das Schulessen noch den Sportverein zahlen.',
		['Schulessen: Zuschuss nur mit Antrag', 'Eltern kennen das Bildungspaket nicht.']
	)
];

/** Held apart once; since then their misses have been looked at and words added for them. */
export const learnedPairs: readonly Pair[] = [
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

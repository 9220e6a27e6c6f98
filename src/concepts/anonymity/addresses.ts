/** Layer 1: streets with or without a house number, postcodes with their town. */
import { amount, fiveDigits, rows } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';
import { fold } from '#concepts/anonymity/folding.ts';

const number =
	'\\d{1,4}\\s?[a-z]?(?:\\s?[-–/]\\s?\\d{1,3}\\s?[a-z]?)?(?![A-Za-zÀ-ɏ0-9]|[.,]\\d|\\s?[–-]\\s?\\d|\\.\\s?(?:etage|og|stock|klasse|monat|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)|\\s?(?:uhr|€|euro|eur|%|jahre?|monate?|wochen?|tage?|stunden?|std|minuten|min|kinder|personen|plätze|frauen|männer|m²|qm|km|mal|x|prozent|teilnehmer[A-Za-zÀ-ɏ]*)(?![A-Za-zÀ-ɏ]))';
/** Nothing else ends like this. */
const surely = '(?:stra(?:ß|ss)e|str(?:aat)?\\.?|allee|gasse|chaussee|damm)';
/** Other things end like this, too; a number has to follow. */
const perhaps =
	'(?:weg|platz|ring|ufer|kamp|stiege|stieg|esch|heide|feld|felde|hof|berg|berge|garten|gärten|wall|markt|hook|hoek|brink|pfad|steig|busch|bruch|grund|tal|höhe|höhen|kolk|diek|deich|bach|brücke|mühle|horst|hagen|wiese|wiesen|kirchhof|tor|eck|ecke|winkel|park|siedlung|promenade|hang|aue|anger|knapp|stroot|loh|venn|ort|graben|bree|breede|lage|holt|holz|walde|wald|dorf|zeile|gang|mauer|kuhle|kuhlen|kotten|thie|bült|horn|steg|stegge|pohl|teich|rain|wehr|schleuse|(?<!z)eichen|linden?|buchen|birken|tannen|kämpe|kämpen|kley|riede|gehöft|patt|pättken|weide|weiden|insel|blick|siek|strang|wurt|warf|kirchhof|friedhof|bahnhof)';
/** "Alte Zollstiege", "Grüner Weg" */
const adjective =
	'(?:(?:Alt|Neu|Groß|Klein|Lang|Ober|Unter|Hoh|Breit|Kurz|Krumm|Grün|Schwarz|Rot|Weiß|Hinter|Vorder|Inner|Äußer|Schmal|Still|Schön|Kalt)(?:e[rnms]?)\\s)?';
const prefix = "(?:[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ’'.]{0,24}-){0,4}";

const joined = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9])${adjective}(${prefix}[A-Za-zÀ-ɏ]{2,30}?-?${surely})(?![A-Za-zÀ-ɏ])(?:\\s{0,2}(?:nr\\.?\\s?)?(${number}))?`,
	'gi'
);
const apart = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9])((?:(?:[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ.’'-]{1,24})\\s){0,2}[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ-]{1,24}(?:er|e|en|es|ische))\\s(?:Str(?:aße|asse|\\.)|Weg|Platz|Allee|Ring|Damm|Chaussee|Gasse|Stiege|Esch|Markt|Berg|Kamp|Hof|Ufer|Wall|Mauer|Tor|Feld)(?![A-Za-zÀ-ɏ])(?:\\s{0,2}(?:Nr\\.?\\s?)?(${number}))?`,
	'g'
);
const numbered = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9])${adjective}((?:${prefix}[A-Za-zÀ-ɏ]{2,30}|(?<=[eE][rnms]?\\s)(?=[A-ZÀ-Þ])|(?:[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ’'.]{0,24}-){1,4})${perhaps})\\s{0,2}(?:nr\\.?\\s?)?${number}`,
	'gi'
);
const prepositional = new RegExp(
	`(?<![A-Za-zÀ-ɏ])(?:Am|An der|An den|An de|Auf der|Auf dem|Auf den|Im|In der|In den|Zum|Zur|Zu den|Unter den|Hinter der|Hinter dem|Vor dem|Vor der|Bei der|Beim|Über dem|Hinter den|Vor den|Über den|An den|Hinterm|Unterm|Überm|Vorm|Up de|Up den|Up dem|Up’n|Up'n|Op de|Op'n|Achter de|Achter den|Achter’n|Achter'n|In’n|In'n|Bi de|Tom|Ton|An’n|An'n|Von-[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ]+-)\\s?([A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ-]{2,24}(?:\\s[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ-]{2,24})?)\\s{1,2}(${number})`,
	'g'
);
/** "lange straße 12", "Bauerschaft Dörenthe 31", "heideweg vierzehn" */
const spoken = new RegExp(
	`\\b(?:(?:alte|neue|große|kleine|lange|kurze|breite|hohe|krumme|obere|untere)[rn]?\\s(?:stra(?:ß|ss)e|str\\.?|weg|gasse|allee)|bauern?schaft\\s[A-ZÀ-Þ][A-Za-zÀ-ɏ-]{2,24})\\s${number}|(?<![A-Za-zÀ-ɏ])[A-Za-zÀ-ɏ]{3,24}(?:stra(?:ß|ss)e|weg|platz|allee|gasse|ring|kamp|stiege|damm|esch)\\s(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:drei|vier|fünf|sech|sieb|acht|neun)?zehn|elf|zwölf|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zwanzig|dreißig|vierzig|fünfzig|hundert[a-zß-ÿ]*)(?![A-Za-zÀ-ɏ]|\\s(?:tage|wochen|monate|jahre|stunden|kinder|personen))`,
	'gi'
);
/** "am markt 7" in a text without capitals */
const lowerCase = new RegExp(
	`\\b(?:am|an der|auf der|auf dem|zum|zur)\\s[a-zäöüß]{0,20}(?:markt|kirche|kanal|bahnhof|kamp|esch|platz|berg|brink|hook|wall|ufer|park|mühle|bach|teich|feld|heide|hang|tor|wald|brücke)\\s${number}`,
	'g'
);
/** A short number right behind a word. */
const houseCue = cueLike(/[A-Za-zÀ-ɏ.:-]\s{0,2}\d{1,4}(?![\d:€%]|[.,]\d)/g);
const streetCue = cueOf('straße strasse straat str_ str. str# strnr allee gasse chaussee damm');
const apartCue = cueOf(
	rows(
		['_'],
		'Str Weg Platz Allee Ring Damm Chaus Gasse Stie Esch Markt Berg Kamp Hof Ufer Wall Mauer Tor Feld'.split(' ')
	)
);
const numberedCue: Cues = [
	houseCue,
	cueOf(
		'weg platz ring ufer kamp stieg esch heide feld hof berg garten gärten wall markt hook hoek brink pfad steig busch bruch grund tal höhe kolk diek deich bach brücke mühle horst hagen wiese tor eck winkel park siedlung promenade hang aue anger knapp stroot loh venn ort graben bree lage holt holz wald dorf zeile gang mauer kuhle kotten thie bült horn steg pohl teich rain wehr schleuse eichen linde buchen birken tannen kämpe kley riede gehöft patt pättken weide insel blick siek strang wurt warf'
	)
];
const spokenCue: Cues = [
	cueOf(rows('straße strasse str str. weg platz allee gasse ring kamp stiege damm esch schaft'.split(' '), ['_'])),
	amount
];
const lowerCaseCue: Cues = [
	houseCue,
	cueOf(
		rows(
			'markt kirche kanal bahnhof kamp esch platz berg brink hook wall ufer park mühle bach teich feld heide hang tor wald brücke'.split(
				' '
			),
			['_#']
		)
	)
];
const houseNumberCue: Cues = [houseCue, cueOf('haus hnr wohnung zimmer zi.')];
const plainPostcodeCue: Cues = [fiveDigits, cueOf('plz postleitzahl')];
const houseNumber =
	/(?<![A-Za-zÀ-ɏ])(?:haus(?:nummer|nr\.?|-nr\.?)|hnr\.?|wohnungs?-?(?:nr\.?|nummer)|zimmer-?nr\.?|zi\.-?nr\.?)\s?:?\s?\d{1,4}\s?[a-z]?(?![A-Za-zÀ-ɏ])/gi;
const postcode =
	/(?<![A-Za-zÀ-ɏ0-9.,/-])(?:D-|PLZ:?\s?)?(\d{5})(\s{1,2})([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ-]{2,30}(?:\s(?:\([A-Za-zÀ-ɏ]{3,}\)|am\s[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ]+|i\.\s?W\.))?)/g;
const plainPostcode = /(?<![A-Za-zÀ-ɏ])(?:PLZ|Postleitzahl)["”]?\s?[:=]?\s?["„]?\d{5}(?!\d)/gi;

/** Words with such an ending that name no street. */
const common =
	/^(?:.*(?:jahr|lehr|stuhl|rechts|beschwerde|instanzen|klage|dienst|schul|arbeits|heim|fußgänger|fuß|rad|um|aus|ab|irr|rück|hin|her|zu|lebens|verwaltungs|verfahrens|bildungs|flucht|transport|kita|krippen|hort|kindergarten|kinder|ganztags|betreuungs|ogs|studien|therapie|kurs|sprachkurs|praktikums|ausbildungs|arbeits|stell|park|schlaf|sitz|steh|spiel|sport|bolz|camping|schreib|wohn|wohnheim|pflege|warte|lehr|abend|markt|flug|bahn|bus|fried|bauern|reiter|schul|pausen|innen|hinter|kinder|arbeitsmarkt|wohnungsmarkt|super|bau|floh|wochen|weihnachts|deutsch|eng|arbeits|handlungs|themen|tätigkeits|berufs|problem|um|kraft|eingabe|text|hervor|bei|zusammen|vor|nach|eigen|hinter|unter|mittel|wort|stand|wohn|geburts|aufenthalts|einsatz|treff|herkunfts|zielort|unfall|tat|haupt|bundes|heimat|herkunfts|ziel|aus|in|dritt|nachbar|deutsch|erst|bundes|aufnahme|staat|beratungs|vormit|nachmit|eingangs|berufsein|vorgang|rück|um|ab|über|aus|zu|ein|durch|stuhl|gedanken|schluss|anfangs|lehr|fort|bildungs|kinder|jugend))(?:weg|platz|hof|markt|feld|ort|land|grund|gang|tor|park|ring|tal|garten|ecke|winkel|höhe|bruch|berg)$/iu;
const square = /^(?:markt|bahnhofs?vor|bahnhofs|schul|kirch)platz$|^(?:fried|bahn)hof$/i;
/** "Anlage 4" */
const papers =
	/^(?:an|ab|um|aus|nach|zusammen|zu|bei|nieder|rück|ge|unter|auf|ein|vor|wo)(?:lage|hang|gang|ort|holt|dorf)$|^(?:an|vor|auf|ab|bei|ein|um|grund|sach|rechts|not|wohn|rück)lage$/i;
const commonStreet =
	/^(?:haupt|neben|seiten|durchgangs|land|bundes|kreis|schnell|autobahn|einkaufs|wohn|spiel|milch|ein(?:bahn)?|auf der |offener |zufahrts|dorf|fertigungs|produktions|montage|sack|kranken|zahnarzt)?stra(?:ß|ss)e$|^(?:sack|hinter|gasse|allee|damm|str\.?|staudamm)(?:gasse)?$|^strat$/iu;
const pseudoStr = /(?:regist|minist|semest|orchest)$/iu;

const why = 'Das ist eine Anschrift oder ein Teil davon.';

export function addressFindings(text: string, lexicon: Lexicon): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, length: number) =>
		found.push({ start, end: start + length, label: 'ADDRESS', severity: 'red', why });
	for (const m of matchesNear(text, streetCue, joined, 90)) {
		const [all, street, house] = m as unknown as [string, string, string | undefined];
		const stem = street.replace(/\.$/, '');
		if (!house && (commonStreet.test(stem) || /^[a-zß-ɏ].*(?:damm|allee|gasse)$/.test(stem))) continue;
		if (/str$/i.test(stem) && (pseudoStr.test(stem) || (!street.endsWith('.') && !house))) continue;
		if (/damm$/i.test(stem) && !house && lexicon.isPlainWord(fold(stem))) continue;
		add(m.index, all.trimEnd().length);
	}
	for (const m of matchesNear(text, apartCue, apart, 90)) {
		const [all, lead, house] = m as unknown as [string, string, string | undefined];
		const street = /\sStr/.test(all);
		const first = fold(lead.split(/[\s-]/)[0]!);
		const plain =
			lexicon.isWord(fold(lead)) && !/^(?:alte|neue|gross|klein|lang|ober|unter|hoh|breit|kurz|krumm)/.test(first);
		if (house || (street && !plain)) add(m.index, all.trimEnd().length);
	}
	for (const m of matchesNear(text, numberedCue, numbered, 60, 30))
		if ((!common.test(m[1]!) || square.test(m[1]!)) && !papers.test(m[1]!) && /^[A-ZÀ-ÞĀ-ɏ]/.test(m[1]!))
			add(m.index, m[0].trimEnd().length);
	for (const m of matchesNear(text, houseCue, prepositional, 60, 30))
		if (!notAfter.test(m[1]!) && !/^(?:19|20)\d\d$/.test(m[2]!)) add(m.index, m[0].trimEnd().length);
	for (const m of matchesNear(text, spokenCue, spoken, 70))
		if (!common.test(m[0].replace(/\s\S+$/, ''))) add(m.index, m[0].trimEnd().length);
	for (const m of matchesNear(text, lowerCaseCue, lowerCase, 60, 30)) add(m.index, m[0].trimEnd().length);
	for (const m of matchesNear(text, houseNumberCue, houseNumber, 24)) add(m.index, m[0].length);
	for (const m of matchesNear(text, plainPostcodeCue, plainPostcode, 24)) add(m.index, m[0].length);
	for (const m of matchesNear(text, fiveDigits, postcode, 50)) {
		const town = fold(m[3]!.split(/[\s(]/)[0]!);
		const capital = /^[A-ZÀ-ÞĀ-ɏ]/.test(m[3]!);
		if (lexicon.isPlace(town) || (capital && !lexicon.isWord(town))) add(m.index, m[0].length);
	}
	return found;
}
/** "Im Januar 2024", "Am Montag 3", "Zur Klasse 7" */
const notAfter =
	/^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|jahr|sommer|winter|frühjahr|herbst|klasse|stufe|punkt|termin|modul|kapitel|raum|zimmer|alter|schnitt|durchschnitt|monat|quartal|haus|paragraf|bereich|rahmen|fall|umfang|schuljahr|anlage|folge|summe|kreis|stand|gruppe|team|familie|haushalt|woche|kw|artikel|absatz|satz|nr|etage|tag|ende|anfang|seite|wohnung|unterkunft|beratung|vergleich|regelfall|ergebnis|auftrag|sgb|top|kurs|quartal|halbjahr|schule|mittel|schnitt|zeitraum|abschnitt)/iu;

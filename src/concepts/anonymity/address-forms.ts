/** Layer 1: streets of unusual make – "Straße des Friedens 8", "Bahnhofsraße 12", "Brechte 41", the "Kiefernweg" somebody moves to – and what belongs to an address behind its number: flat, floor, postcode. */
import { digits, rows } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf, type Cue } from '#concepts/anonymity/cues.ts';
import { localities } from '#concepts/anonymity/data/localities.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { fold } from '#concepts/anonymity/folding.ts';
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const letter = 'A-Za-zÀ-ɏ';
const house = `\\d{1,4}\\s?[a-z]?(?![${letter}0-9]|[.,]\\d|\\s?(?:uhr|€|euro|%|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|std|min|kinder[n]?|personen|familien|plätze[n]?|km|qm|m²|mal|leute)(?![${letter}]))`;
const cap = `[A-ZÀ-ÞĀ-ɏ][${letter}-]{1,24}`;
/** "Straße des Friedens 8", "Weg am Kötterberg 1" */
const genitive = new RegExp(
	`(?<![${letter}-])(?:Straße|Strasse|Str\\.|Platz|Allee|Weg|Gasse)\\s(?:des|der|am|zum|zur|im|an der|von)\\s(?:${cap}\\s){1,2}${house}`,
	'g'
);
/** "Bahnhofsraße 12", "Hauptsrt. 9": a slip of the keys in the ending */
const misspelt = new RegExp(
	`(?<![${letter}])[A-ZÀ-ÞĀ-ɏ]?[${letter}-]{3,24}(?:sraße|starße|starsse|strase|strße|stasse|staße|strasee|straase|strßae|strssse|sträße|strass|straß|srt|stre?\\.|allle|alee|gase|wge|plaz|palt?z)\\.?\\s${house}`,
	'gi'
);
const spokenNumber =
	'(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))';
/** "lindenstraße hausnummer zwölf" */
const aloud = new RegExp(
	`(?<![${letter}])[${letter}-]{3,24}(?:stra(?:ß|ss)e|str\\.?|weg|platz|allee|gasse|ring|kamp|stiege|damm|esch)\\s(?:haus)?(?:nummer|nr\\.?)\\s(?:\\d{1,4}\\s?[a-z]?|${spokenNumber})(?![${letter}0-9])`,
	'gi'
);
const ending =
	'(?:weg|ring|stiege|stieg|kamp|damm|allee|gasse|wall|ufer|esch|brink|hook|pfad|steig|busch|diek|kotten|mauer|chaussee|siedlung|platz|hof)';
/** "zieht in den Kiefernweg", "Ecke Mühlenweg", "Kolpingstr./Mühlenweg" */
const leads =
	'zieht ziehen zog zogen umzug umgezogen gezogen wohnt wohnen wohnte lebt leben schläft gemeldet untergebracht unterkunft wohnung haus zimmer gu container heim nachbar nachbarn nachbarin nachbarinnen adresse brand unfall kreuzung bushaltestelle haltestelle'
		.split(' ')
		.map((lead) => `[${lead[0]!.toUpperCase()}${lead[0]}]${lead.slice(1)}`)
		.join('|');
const moved = new RegExp(
	`(?:(?<![${letter}])(?:(?:${leads})\\s(?:[a-zäöüß]{2,12}\\s)?(?:in den|in die|in der|im|am|an der|an den|auf dem|auf den|aus der|aus dem|zum|zur)|[Ee]cke)|(?:straße|str\\.)\\s?/)\\s?([A-ZÀ-ÞĀ-ɏ][${letter}-]{2,24}${ending}|[A-ZÀ-ÞĀ-ɏ][${letter}]{3,20}er\\s(?:Chaussee|Allee|Damm|Stiege|Weg|Platz))(?![${letter}-])`,
	'g'
);
/** "ist in den Lerchensteig gezogen", "im Buchenring gemeldet" */
const settled = new RegExp(
	`(?<![${letter}])(?:in den|in die|in der|im|am|auf dem|auf den|an der|an den|zum|zur|aus dem|aus der|vom|von der)\\s([A-ZÀ-Þ][${letter}-]{2,24}${ending})(?=\\s(?:gezogen|umgezogen|eingezogen|ziehen|zieht|zog|gemeldet|untergebracht|untergekommen|wohnt|wohnen|wohnhaft|lebt|leben|verlegt|einquartiert)(?![${letter}]))`,
	'g'
);
const way = `(?:[A-ZÀ-Þ][${letter}-]+\\s){0,1}[A-ZÀ-Þ][${letter}.-]{2,24}`;
/** "Ecke Tiefe Straße/Wallgasse", "an der Ecke Kolpingstr. und Mühlenweg" */
const corner = new RegExp(
	`(?<![${letter}])[Ee]cke\\s(?:von\\s|der\\s)?(${way}\\s?(?:/|und|u\\.|–|-)\\s?(?:der\\s)?${way})(?![${letter}])`,
	'g'
);
/** "wohnen oberhalb der Kita in der Laurentiusstiege" */
const somewhere = new RegExp(
	`(?<![${letter}])(?:wohnt|wohnen|wohnte|wohnten|lebt|leben|lebte|lebten|schläft|schlafen|gemeldet|untergebracht)(?![${letter}])[^.!?\\n]{1,60}?\\s(?:in der|im|am|an der|auf der|auf dem)\\s([A-ZÀ-Þ][${letter}-]{2,24}${ending})(?![${letter}-])`,
	'g'
);
/** "Haltestelle Wilmsberger Weg" */
const stopAt = new RegExp(
	`(?<=(?:[Hh]altestelle|[Kk]reuzung|[Ee]inmündung)\\s„?)([A-ZÀ-Þ][${letter}]{3,20}er\\s(?:Weg|Straße|Str\\.|Damm|Allee|Platz|Stiege)|[A-ZÀ-Þ][${letter}-]{2,24}${ending})(?![${letter}-])`,
	'g'
);
const nowhere =
	/(?:arbeits|kita|schul|ausbildungs|praktikums|studien|kurs|stell|park|spiel|sport|camping|bau|bauern|schlacht|reiter|pferde|fried|bahn|flug|super|wochen|floh|rechts|instanzen|verwaltungs|heim|um|aus|rück|trauer|erden|betreuungs|hort|pflege|therapie|schlaf|wohnheim|wohn|ober|land|markt|dorf|rathaus|kirch|schwimm|bolz|rast|lager|innen|hinter|pausen|vor|hütten|wert|gerichts)(?:platz|hof|weg|ring|ufer|damm)$/i;
/** Farms and hamlets have numbers without a street. */
const hamlets = new Set(
	Object.values(localities)
		.flatMap((names) => names.split(' '))
		.filter(
			(name) =>
				name.length > 3 && !/^(?:Lager|Wester|Oster|Berge|Bruch|Lehen|Ringel|Schale|Leer|Haltern|Tie|Lada)$/.test(name)
		)
);
const hamlet = new RegExp(`(?<![${letter}-])(?:(?:Bauern?schaft|OT|Ortsteil)\\s)?(${cap})\\s(${house})`, 'g');
/** "wo genau? Brechte 41, hinterm Feld": a word that is none and a number are all there is. */
const alone = new RegExp(
	`(?:^|[\\n:?(]\\s?|;\\s)(${cap}(?:\\s(?:${cap}))?)\\s(\\d{1,3}\\s?[a-z]?)(?=\\s?(?:[,;)\\n]|$)|,?\\s(?:hinter|neben|gegenüber|bei|beim|in)\\s)`,
	'g'
);

/** ", Whg. 7", ", 3. OG links", " (Hinterhaus)", ", 48607 Ochtrup" */
const unit = `(?:(?:Whg|Wohn(?:ung|g)?|App|Apt|Apartment|Hs|Haus|Gebäude|Geb|Zi|Zimmer|Zim|Tür|Top|Block|Eingang|Aufgang)\\.?\\s?(?:-?Nr\\.?\\s?)?(?:\\d{1,4}\\s?[a-zA-Z]?|[A-Z])(?![${letter}0-9])|(?:\\d{1,2}\\.\\s?(?:OG|UG|Etage|Stock(?:werk)?|Obergescho(?:ss|ß))|EG|DG|OG|UG|Erdgeschoss|Dachgeschoss|Dachgeschoß|Souterrain|Keller|Hinterhaus|Vorderhaus|Hinterhof|HH|VH|Anbau)(?![${letter}])(?:\\s(?:links|rechts|mitte|li\\.?|re\\.?)(?![${letter}]))?)`;
const tail = new RegExp(
	`^(?:\\s?[-–]\\s?\\d{1,3}\\s?[a-z]?(?![${letter}0-9]))?(?:\\s?[a-z]\\s?[-–]\\s?[a-z](?![A-Za-z]))?(?:-[a-z](?![A-Za-z]))?(?:,?\\s?[/(]?\\s?${unit}\\)?){0,3}(?:\\s?[,;/|\\n]\\s?(?:D-)?\\d{5}\\s[A-ZÀ-ÞĀ-ɏ][${letter}-]{2,24})?`,
	'i'
);
const shorter = new RegExp(`^(?:,?\\s?[/(]?\\s?${unit}\\)?){1,3}`, 'i');

/** "Haus 4, Zimmer 17", "lebt in Wohnung 12": where somebody is found within a camp. */
const rooms =
	/(?<![A-Za-zÀ-ɏ])(?:(?:Haus|Hs\.|Block|Gebäude|Geb\.|Trakt|Container|Halle|Whg\.|Wohnung|Aufgang)\s(?:\d{1,3}[a-zA-Z]?|[A-Z])(?:,?\s?[/,]?\s?(?:Zimmer|Zi\.|Zim\.|Whg\.|Wohnung|Wohneinheit|WE|App\.|Bett|Raum|\d\.\s?(?:OG|Etage))\s?\d{0,4}[a-zA-Z]?(?![A-Za-zÀ-ɏ0-9])){1,2}|(?<=(?:wohnt|wohnen|lebt|leben|untergebracht|gemeldet|schläft|schlafen|einquartiert|zieht)\s(?:jetzt\s|nun\s|mit\s[A-Za-z]+\s)?in\s)(?:Haus|Wohnung|Whg\.|Zimmer|Container|Block|Gebäude)\s(?:\d{1,4}[a-zA-Z]?|[A-Z])(?![A-Za-zÀ-ɏ0-9]))/g;

const why = 'Das ist eine Anschrift oder ein Teil davon.';

const genitiveCue: Cues = [cueOf('Straße_ Strasse_ Str._ Platz_ Allee_ Weg_ Gasse_'), digits];
const misspeltCue = cueOf(
	rows(
		'sraße starße starsse strase strße stasse staße strasee straase strßae strssse sträße strass straß srt str stre allle alee gase wge plaz palz paltz'.split(
			' '
		),
		['_#', '._#', '.._#']
	)
);
const aloudCue = cueOf('nummer_ nummer._ nr_ nr._');
const roomsCue = cueOf('Haus_ Hs._ Block_ Gebäude_ Geb._ Trakt_ Container_ Halle_ Whg._ Wohnung_ Aufgang_ Zimmer_');
const movedCue: readonly [Cue, Cue] = [
	cueOf(
		'weg ring stieg steig kamp damm allee gasse wall ufer esch brink hook pfad busch diek kotten mauer chaussee siedlung platz hof'
	),
	cueOf(
		'zieh zog umzug gezogen wohn leb schläft gemeldet unterg unterk haus zimmer gu_ container heim nachbar adresse brand unfall kreuzung haltestelle ecke straße str.'
	)
];
const settledCue: Cues = [
	cueOf(
		rows(
			['_'],
			'gezogen umgez eingez ziehen zieht zog gemeldet untergebracht untergek wohnt wohnen wohnhaft lebt leben verlegt einquart'.split(
				' '
			)
		)
	),
	movedCue[0]
];
const somewhereCue: Cues = [
	cueOf('wohnt wohnen lebt leben lebte schläft schlafen gemeldet untergebracht'),
	movedCue[0]
];
const stopCue = cueOf('haltestelle_ kreuzung_ einmündung_');
const cornerCue = cueOf('ecke_');
const street = new RegExp(`(?:stra(?:ß|ss)e|str\\.?|gasse|allee|${ending.slice(3)}(?![${letter}])`, 'i');
const hamletCue = cueOf(rows([...hamlets], ['_#']));
const aloneCue = cueLike(/[A-Za-zÀ-ɏ-]\s\d/g);

export function addressFormFindings(text: string, lexicon: Lexicon): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, written: string) =>
		found.push({ start, end: start + written.trimEnd().length, label: 'ADDRESS', severity: 'red', why });
	for (const m of matchesNear(text, genitiveCue, genitive, 20, 70)) add(m.index, m[0]);
	for (const m of matchesNear(text, misspeltCue, misspelt, 40, 12))
		if (!lexicon.isPlainWord(fold(m[0].replace(/[\s.]*\d.*$/, '')))) add(m.index, m[0]);
	for (const m of matchesNear(text, aloudCue, aloud, 50, 30)) add(m.index, m[0]);
	for (const m of matchesNear(text, roomsCue, rooms, 40)) add(m.index, m[0]);
	for (const m of matchesNear(text, settledCue, settled, 60, 24))
		if (!nowhere.test(m[1]!) && !lexicon.isPlainWord(fold(m[1]!))) add(m.index + m[0].indexOf(m[1]!), m[1]!);
	for (const m of matchesNear(text, somewhereCue, somewhere, 12, 110))
		if (!nowhere.test(m[1]!) && !lexicon.isPlainWord(fold(m[1]!))) add(m.index + m[0].length - m[1]!.length, m[1]!);
	for (const m of matchesNear(text, stopCue, stopAt, 4, 50)) if (!nowhere.test(m[1]!)) add(m.index, m[1]!);
	for (const m of matchesNear(text, cornerCue, corner, 4, 90))
		if (street.test(m[1]!)) add(m.index + m[0].indexOf(m[1]!), m[1]!);
	for (const m of matchesNear(text, movedCue, moved, 60, 12))
		if (!nowhere.test(m[1]!)) add(m.index + m[0].length - m[1]!.length, m[1]!);
	for (const m of matchesNear(text, hamletCue, hamlet, 44, 8)) if (hamlets.has(m[1]!)) add(m.index, m[0]);
	for (const m of matchesNear(text, aloneCue, alone, 56, 24)) {
		const words = m[1]!.split(/[\s-]/).map(fold);
		if (
			words.some((word) => word.length >= 4 && !lexicon.isWord(word) && !lexicon.isTypo(word) && !lexicon.isGiven(word))
		)
			add(m.index + m[0].indexOf(m[1]!), `${m[1]} ${m[2]}`);
	}
	return found;
}

/** The same finds, each with the flat, floor and postcode behind it. */
export function withTails(text: string, found: readonly Finding[]): Finding[] {
	return found.map((find) => {
		const after = text.slice(find.end, find.end + 90);
		const numbered = /\d\s?[a-z]?$/.test(text.slice(find.start, find.end));
		const more = (numbered ? tail : shorter).exec(after)?.[0].trimEnd().length ?? 0;
		return more ? { ...find, end: find.end + more } : find;
	});
}

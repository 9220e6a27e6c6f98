/** Layer 1: streets of any name, known by the word before – "wohnt", "Anschrift:" – or by the postcode behind. */
import { houseNumber, rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const house =
	'\\d{1,3}\\s?[a-z]?(?![A-Za-zÀ-ɏ0-9]|[.,]\\d|\\.\\s?(?:[a-zß-ɏ]|[A-Z]?[a-z]+ber|etage|og|stock)|\\s?(?:uhr|€|euro|%|jahre?|monate?|wochen?|tage?|stunden|std|min|kinder|personen|zimmer|zi\\.|qm|m²|km|mal|leute|frauen|männer|familien)(?![A-Za-zÀ-ɏ]))';
const small =
	'(?:am|an der|an den|an dem|auf der|auf dem|auf den|im|in der|in den|zum|zur|zu den|unter den|hinter der|hinter dem|vor dem|vor der|bei der|beim|up de|up den|achter de|achter den|in de)';
const word = "[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ.’'-]{1,24}";
const street = `(?:(?:${small})\\s)?(?:${word}\\s){0,2}${word}\\s${house}`;

const lead =
	'(?:wohnt|wohnte|wohnen|wohnhaft|wohnhaft in|wh\\.|gemeldet|lebt|leben|adresse|anschrift|wohnanschrift|meldeadresse|whg\\.?|wohnung|unterkunft|untergebracht|umzug|zieht|ziehen|umgezogen|eingezogen|straße|strasse|wohnort|schläft|übernachtet|treffpunkt|hausbesuch|hb|hinfahren|postanschrift|lieferadresse|zustelladresse|zuhause|aktuell|haus|hof|gu|nu)';
const led = new RegExp(
	`(?<![A-Za-zÀ-ɏ])${lead}\\s?(?::|ist|in|in der|in die|im|jetzt|nun|seit kurzem|neu)?(?:\\s(?:in der|in die|im|am|der|die))?:?\\s(${street})`,
	'gi'
);
/** "Schlagbaum 2, 48477 Hörstel" */
const beforePostcode = new RegExp(`(?<![A-Za-zÀ-ɏ])(${street})\\s?[,;/|\\n]\\s?(?=(?:D-)?\\d{5}\\s[A-ZÀ-Þ])`, 'gi');
/** "nordring 14", "elter str. 99", "zum sandhügel 3" in a text without capitals */
const lowerCase = new RegExp(
	`(?<![A-Za-zÀ-ɏ])(?:wohnt|wohnte|wohnen|wohnhaft|gemeldet|lebt|leben|adresse|anschrift|zieht|ziehen)\\s?(?::\\s|ist\\s|jetzt\\s|nun\\s|oben\\s)?((?:in der |in die |im |am |zum |zur |an der |auf der |auf dem )?[a-zäöüß]{3,24}(?:\\s(?:str(?:aße|asse|\\.)|weg|platz|allee|ring|damm|stiege|esch|kamp))?\\s${house})`,
	'g'
);
const apartLower = new RegExp(
	`(?<![A-Za-zÀ-ɏ])([a-zäöüß]{3,20}(?:er|e|en)\\s(?:str(?:aße|asse|\\.)|damm|allee|weg|stiege)\\s${house})`,
	'g'
);
/** "Postfach 1204", "Straße: Kuhlenweg", "Gewerbegebiet Nord 3", "friedrich ebert straße 30" */
const others =
	/(?<![A-Za-zÀ-ɏ])(?:(?:postfach|pf)\s\d[\d ]{2,7}\d(?:,\s\d{5}\s[A-Za-zÀ-ɏ-]+)?|(?:gewerbegebiet|industriegebiet|gewerbepark)\s(?:[A-Za-zÀ-ɏ]+\s)?\d{1,3}[a-z]?(?!\d)|(?:[a-zß-ɏ]{3,14}[\s-]){1,3}(?:straße|strasse|str\.)\s\d{1,3}(?:\s?[a-z](?![A-Za-zÀ-ɏ]))?(?![A-Za-zÀ-ɏ0-9]|[.,]\d))/gi;
const afterStreet =
	/(?<![A-Za-zÀ-ɏ])(?:stra(?:ß|ss)e|str\.)(?:\s?[/,+&]?\s?(?:und\s|u\.\s)?(?:haus-?|hs-?)?(?:nr\.?|nummer))?["”]?\s?[:=]\s["„]?([A-ZÀ-Þ][A-Za-zÀ-ɏ.’'-]{3,30}(?:\s[A-ZÀ-Þ][A-Za-zÀ-ɏ-]{2,20})?(?:\s\d{1,4}\s?[a-z]?(?![A-Za-zÀ-ɏ0-9]))?)/gi;
const noStreet =
	/^(?:der|die|das|den|dem|in|an|auf|und|oder|eine?r?|keine?r?|jede[rn]?|zur|von|bei|diese[rn]?|ihre[rn]?|seine[rn]?|einer)[\s-](?:straße|strasse|str)/i;
/** Every word of the name has a capital. */
const named =
	/^(?:(?:[Aa]m|[Aa]n|[Aa]uf|[Ii]m|[Ii]n|[Zz]um|[Zz]ur|[Zz]u|[Uu]nter|[Hh]inter|[Vv]or|[Bb]ei|[Bb]eim|[Uu]p|[Aa]chter)\s(?:(?:der|den|dem|de)\s)?)?(?:[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ.’'-]*\s)+\d/;
const common =
	/^(?:[A-Za-zÀ-ɏ.]+\s)?(?:whg\.?|wohnung|wg|etage|stock|hausnr\.?|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|klasse|stufe|gruppe|kreis|haus|zimmer|etage|woche|jahr|seit|mit|für|ca|etwa|mindestens|bis|zu|auf|rund|nur|noch|alle|diese|am|ab|um|paragraf|artikel|nr|teil|top|modul|niveau|phase|kurs|platz|raum|tag|termin|anlage|seite|version|stand|vorlage|band|heft|ziffer|punkt|absatz|absatzes|absätze|sätze|satzes|nummer|artikels|satz|sinne|quartal|stunden?|folge|ausgabe)\s\d/i;
const plainLower =
	/(?:^|\s)(?:mit|seit|ca|nur|zu|für|über|unter|etwa|rund|fast|knapp|mehr|als|bis|von|nach|vor|bei|die|der|das|den|dem|alle|noch|hier|dort|und|paragraf|klasse|woche|monat|zimmer|haus|gruppe|stufe|zone|kw|top|nr)\s\d/;

const leadCue: Cues = [
	cueOf(
		'wohn gemeld lebt lebe adr ansch whg wh. unterk unterg umz zieh mgez ngez straße strasse schläft nachtet treffp hausbe hinfa zuhau aktuell haus hof ' +
			rows(['hb', 'gu', 'nu'], ['_', ':', 'in', 'im', 'ist', 'jetzt', 'nun', 'seit', 'neu'])
	),
	houseNumber
];
const postcodeCue = cueOf('#####_');
const apartCue: Cues = [cueOf('_str _damm _allee _weg _stiege'), houseNumber];
const othersCue: Cues = [cueOf('postfach pf_ gebiet park straße strasse str.'), houseNumber];
const afterStreetCue: Cues = [cueOf('straße strasse str.'), cueOf(':_ =_')];

const why = 'Das ist eine Anschrift oder ein Teil davon.';

export function ledAddressFindings(text: string): Finding[] {
	const found: Finding[] = [];
	for (const [cues, pattern, plain, reach] of [
		[leadCue, led, common, 80],
		[postcodeCue, beforePostcode, common, 90],
		[leadCue, lowerCase, plainLower, 80],
		[apartCue, apartLower, plainLower, 60]
	] as const)
		for (const m of matchesNear(text, cues, pattern, reach)) {
			const written = m[1]!.trimEnd();
			// the pattern ignores case for its leads; the street's name has a capital
			if (pattern === led && !named.test(written)) continue;
			if (plain.test(written)) continue;
			const start = m.index + m[0].indexOf(m[1]!);
			found.push({ start, end: start + written.length, label: 'ADDRESS', severity: 'red', why });
		}
	for (const [cues, pattern] of [
		[othersCue, others],
		[afterStreetCue, afterStreet]
	] as const)
		for (const m of matchesNear(text, cues, pattern, 60)) {
			const written = (m[1] ?? streetIn(m[0])).trimEnd();
			if (!written || noStreet.test(written)) continue;
			const start = m.index + m[0].lastIndexOf(written);
			found.push({ start, end: start + written.length, label: 'ADDRESS', severity: 'red', why });
		}
	return found;
}
const smallWord =
	/^(?:ist|gemeldet|wohnt|wohnen|lebt|jetzt|nun|in|der|die|das|den|dem|und|er|sie|es|seit|aus|an|auf|bei|zu|zur|von|hat|haben|war|adresse|anschrift|neue|alte|ihre|seine|oben|unten|unterkunft|heim|haus|wohnung|noch|dort|hier)$/i;
/** "gemeldet friedrich ebert straße 30" → "friedrich ebert straße 30" */
function streetIn(written: string): string {
	const words = written.split(/(?<=[\s-])/u);
	while (words.length && smallWord.test(words[0]!.trim())) words.shift();
	return words.join('');
}

/** Houses, clubs and parishes by what they are and an adjective, a saint or a confession: "Verein Bunte Brücke", "Unterkunft Alte Molkerei", "Pfarrei St. Reinhildis", "Christuskirche", "bei Schulte & Kemper". */
import { rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { fold } from '#concepts/anonymity/folding.ts';
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';

const why = 'Schule, Kita oder Arbeitgeber können die Person verraten.';
const letter = 'A-Za-zÀ-ɏ';

const heads =
	'Verein|Förderverein|Kulturverein|Elterninitiative|Begegnungsstätte|Wohngruppe|Tagesgruppe|Kita|KiTa|Kindergarten|Kindertagesstätte|Familienzentrum|Krippe|Großtagespflege|Tagespflege|Spielgruppe|Unterkunft|Notunterkunft|Sammelunterkunft|Gemeinschaftsunterkunft|Wohnheim|Wohnprojekt|Gasthof|Gasthaus|Hotel|Restaurant|Bistro|Café|Kneipe|Praxis|Jugendtreff|Jugendzentrum|Jugendhaus|Kinderhaus|Seniorenheim|Pflegeheim|Altenheim|Hof|Apotheke|Buchhandlung|Werkstatt|Theater';
const adjectives =
	'Alt|Neu|Bunt|Klein|Groß|Grün|Blau|Rot|Gelb|Weiß|Schwarz|Golden|Silbern|Hell|Frisch|Froh|Fröhlich|Lustig|Wild|Frei|Offen|Sonnig|Still|Schön|Gut|Lang|Kurz|Hoh|Tief|Stark|Jung|Warm|Flink|Fleißig|Tapfer|Süß|Letzt|Heiter|Munter|Rund|Krumm|Breit|Weit|Kunterbunt|Sanft|Freundlich|Lebendig|Gemeinsam';
/** "Kita Kleine Strolche", "der Verein Neue Wege" */
const adjective = new RegExp(
	`(?<![${letter}-])(?:${heads})\\s[„"“]?(?:Zu[mr]\\s|De[rnm]\\s|Die\\s|Das\\s)?(?:${adjectives})(?:e|er|es|en|em)\\s[A-ZÀ-Þ][${letter}-]{3,24}["”“]?(?![${letter}])`,
	'g'
);
const adjectiveCue = cueOf(rows(['_', '„', '"', '“'], adjectives.split('|'), ['e']));

/** "Pfarrei St. Reinhildis", "Evangelische Kirchengemeinde Lotte" */
const parish = new RegExp(
	`(?<![${letter}-])(?:(?:Pfarr(?:ei|gemeinde)|Kirchengemeinde|Gemeinde|Seelsorgeeinheit|Pfarrheim|Gemeindehaus|Pfarrkirche)\\s(?:St\\.|Sankt|Heilige?[rn]?|Herz|Maria|Mariä)\\s?(?:[A-ZÀ-Þ][${letter}-]+\\s?){1,2}|(?:Evangelisch|Ev\\.-|Ev\\.|Katholisch|Kath\\.|Reformiert|Freikirchlich|Neuapostolisch|Orthodox|[A-ZÀ-Þ]?[a-zß-ɏ]+-orthodox|Islamisch|Alevitisch|Jüdisch|Jesidisch|Ezidisch|Türkisch-[Ii]slamisch)(?:e[rn]?)?\\s?(?:[a-zß-ɏ]+\\.?e?\\s)?(?:Kirchen|Pfarr|Kultus|Kultur|Moschee)?(?:[Gg]emeinde|verein)\\s(?:in\\s)?[A-ZÀ-Þ][a-zß-ɏ]{3,})(?![${letter}])`,
	'g'
);
const parishCue = cueOf('pfarr gemeinde seelsorgee verein');

/** "in der Christuskirche", "der Jakobi-Gemeinde" */
const church =
	/(?<![A-Za-zÀ-ɏ-])(?:Christus|Johannes|Paulus|Pauli|Lukas|Markus|Matthäus|Petri|Petrus|Gnaden|Erlöser|Auferstehungs|Friedens|Versöhnungs|Marien|Martini?|Martinus|Jakobi|Jakobus|Trinitatis|Dreifaltigkeits|Thomas|Stephanus|Michaelis|Nikolai|Antonius|Ludgerus|Dionysius|Pankratius|Lamberti|Bonifatius|Josefs?|Elisabeth|Barbara|Luther|Bonhoeffer|Melanchthon|Emmaus|Bethanien|Ahmadiyya|Fatih|Mevlana|Ayasofya|Selimiye)s?-?(?:kirche|gemeinde|kapelle|kirchengemeinde|moschee|Kirche|Gemeinde|Kirchengemeinde|Moschee)(?![A-Za-zÀ-ɏ])/g;
const churchCue = cueOf('kirche kirchengemeinde gemeinde kapelle moschee');

/** "Altenzentrum Maria Frieden", "Freie Christengemeinde", "Grün-Weiß Rheine" */
const others =
	/(?<![A-Za-zÀ-ɏ-])(?:(?:Maria|Mariä|Herz|Heilig|Heiliges?)\s(?:Frieden|Hilf|Königin|Trost|Himmelfahrt|Geist|Kreuz|Jesu|Mariä|Familie)|(?:Freie[nr]?\s)?(?:Christen|Baptisten|Mennoniten|Brüder|Pfingst)gemeinde|(?:Grün|Rot|Blau|Schwarz|Gelb)-(?:Weiß|Schwarz|Gelb|Rot|Blau)\s[A-ZÀ-Þ][a-zß-ɏ]{3,})(?![A-Za-zÀ-ɏ])/g;
const othersCue = cueOf(
	'maria_ mariä_ herz_ heilig christengemeinde baptistengemeinde mennonitengemeinde brüdergemeinde pfingstgemeinde Grün- Rot- Blau- Schwarz- Gelb-'
);

/** "bei Schulte & Kemper", one of whom at least is no word like any other */
const partners =
	/(?<=(?<![A-Za-zÀ-ɏ])(?:bei|beim|von|für|[Ff]irma|Fa\.|Kanzlei|Arbeitgeber|Betrieb)\s)([A-ZÀ-Þ][A-Za-zÀ-ɏ-]{2,20})\s(?:&|\+)\s([A-ZÀ-Þ][A-Za-zÀ-ɏ-]{2,20})(?![A-Za-zÀ-ɏ])/g;
const partnersCue = cueOf('_&_ _+_');

export function namedHouseFindings(text: string, lexicon: Lexicon): Finding[] {
	const found: Finding[] = [];
	const add = ({ index, 0: written }: RegExpExecArray) =>
		found.push({ start: index, end: index + written.trimEnd().length, label: 'ORGANISATION', severity: 'amber', why });
	for (const m of matchesNear(text, adjectiveCue, adjective, 50)) add(m);
	for (const m of matchesNear(text, parishCue, parish, 50, 60)) add(m);
	for (const m of matchesNear(text, othersCue, others, 12, 30)) add(m);
	for (const m of matchesNear(text, churchCue, church, 24, 24)) add(m);
	const own = (word: string): boolean => lexicon.isFamily(fold(word)) || !lexicon.isWord(fold(word));
	for (const m of matchesNear(text, partnersCue, partners, 40)) if (own(m[1]!) || own(m[2]!)) add(m);
	return found;
}

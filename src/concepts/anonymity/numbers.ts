/** Layer 1: numbers that name a file or a person – after their label, by their form, or because they are long. */
import { digits, rows } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';
import { plates } from '#concepts/anonymity/data/plates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { isOfAct, isPublished } from '#concepts/anonymity/published.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const value =
	'((?:[A-Za-zÀ-ɏ]{1,8}[-./ ]{0,2}){0,3}\\d[A-Za-zÀ-ɏ0-9]*(?:(?:[-–./_:*#]{1,2}|\\s(?=[A-ZÀ-ÞĀ-ɏ\\d])|\\s?/\\s?)[A-ZÀ-ÞĀ-ɏ0-9][A-Za-zÀ-ɏ0-9]*){0,8})';
const between =
	'(?:\\s?(?:-|–)?\\s?(?:nr|nummer|no|kennung|zeichen|az|id)\\.?)?(?:\\s(?:der|des|vom|beim|bei)\\s(?:[A-Za-zÀ-ɏ]+\\s?){1,3}?)?\\s{0,2}(?:lautet|ist|war|neu|alt|[:.=#])?\\s{0,2}(?:nr\\.?\\s?|:\\s?)?';
const label = [
	'az aktenz(?:eichen)? akten-?nr aktennummer akte gz geschäfts?zeichen gesch\\.?-?z zeichen',
	'unser\\szeichen ihr\\szeichen bg bg-?nr bedarfsgemeinschaft(?:snummer)? azr ausländerzentralregister',
	'bamf-?(?:az|nr|akte)? kg-?nr kindergeld-?(?:nr|nummer) steuer-?(?:id|nr|nummer)',
	'steuer-?identifikations(?:nummer|-nr) idnr st-?nr tin',
	'(?:rv|sv|kv|vs|kvnr|rvnr|svnr|vsnr|vers|vnr|ahv)-?\\.?-?(?:nr)? pass reisepass nationalpass perso',
	'personalausweis ausweis eat at duldung aufenthaltstitel aufenthaltsgestattung aufenthaltserlaubnis',
	'gestattung fiktionsbescheinigung fiktion ankunftsnachweis büma zab easy eurodac d-nr',
	'kfz(?:-?kennzeichen|-?kz)? kennzeichen amtl\\.?\\skennzeichen kz kennz führerschein fin',
	'geburtsurkunde heiratsurkunde urkunde register reg kassenzeichen vertragskonto debitor mandat',
	'kunden? kd mitglieds? versicherten personal pers vorgang ticket antrag zähler fall tn teilnehmer',
	'matrikel rechnung re vertrag police schein id eb laufzeichen buchungszeichen ordnungsnummer',
	'ordnungsmerkmal stammnummer bewohner haushalts? schüler fahrschein imei iccid mac(?:-adresse)?',
	'serien'
]
	.join(' ')
	.replaceAll(' ', '|');
/** These need "Nr." behind them, as they stand before other numbers, too. */
const weak = new RegExp(
	'^(?:akte|bg|zeichen|pass|reisepass|nationalpass|perso|personalausweis|ausweis|at|duldung|aufenthaltstitel|aufenthaltsgestattung|aufenthaltserlaubnis|gestattung|fiktionsbescheinigung|fiktion|ankunftsnachweis|führerschein|geburtsurkunde|heiratsurkunde|urkunde|register|reg|mandat|kunden?|kd|mitglieds?|versicherten|personal|pers|vorgang|ticket|antrag|zähler|fall|tn|teilnehmer|rechnung|re|vertrag|schein|id|fin|eb|zab|easy|bewohner|haushalts?|schüler|kz|police|(?:rv|sv|kv|vs|vers|vnr|ahv)|fahrschein|bedarfsgemeinschaft|debitor|bamf)$',
	'i'
);
const labelled = new RegExp(`\\b(${label})(?![A-Za-zÀ-ɏ])(${between})${value}`, 'gi');
const anyNumber = new RegExp(
	`(?<![A-Za-zÀ-ɏ])([A-Za-zÀ-ɏ]{2,40}?)-?(?:nummer|nr\\.?)(?![A-Za-zÀ-ɏ])(?:\\s(?:der|des|vom|beim|bei\\sder|bei)\\s[A-Za-zÀ-ɏ]{2,24})?\\s{0,2}(?:lautet|ist|war|neu|alt|[:.=#])?\\s{0,2}${value}`,
	'gi'
);
/** "Kundennummer Stadtwerke 77 84 12" */
const ofWhom = new RegExp(
	`(?<![A-Za-zÀ-ɏ])([A-Za-zÀ-ɏ]{2,40}?)-?(?:nummer|[Nn]r\\.?)\\s(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ.-]{2,20}\\s){1,2}${value}`,
	'g'
);
/** "Kennzeichen ist bf dk 31" */
const spokenPlate =
	/\b(?:kennzeichen|kfz|auto|kz)\.?:?\s(?:ist\s|lautet\s)?([a-zäöü]{1,3}[- ][a-z]{1,2}[- ]?\d{1,4})(?![A-Za-zÀ-ɏ0-9])/gi;
const harmless =
	/^(?:warte|haus|zimmer|telefon|tel|handy|mobil|fax|rück?ruf|artikel|formular|lauf|seiten|kapitel|linien?|bus|gleis|raum|platz|waren|modul|ordnungs|lfd|laufende|absatz|tisch|notruf|service|hotline|durchwahl|konto|postleit|steck)$/iu;

const byForm: readonly RegExp[] = [
	/\b\d{5}\s?(?:BG|\/\/|\/)\s?\d{5,8}(?![0-9])/g,
	/\b\d{3}\s?[A-Z]{1,2}\s?\d{6}(?![0-9])/g,
	/\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}(?![0-9])/gi,
	/\b[A-Z]{1,3}-\d{5,9}(?![0-9])/g,
	/\b[a-z]\d{7,8}(?![A-Za-z0-9])/g,
	/\b[A-Z]{2,5}\/\d{1,4}\/\d{2,8}(?![0-9])/g,
	/\b[A-Z]{1,3}\s[IVX]{1,4}\s\d{1,5}\/\d{2}(?![0-9])/g,
	/\b[A-Z]\s?\d{9}(?![0-9])/gi,
	/(?<![A-Za-zÀ-ɏ0-9.,])\d{2}\s\d{3}\s\d{3}\s\d{3}(?![0-9]|[.,]\d|\s?(?:€|euro|eur))/gi,
	/\b[A-Z]{1,3}\s?\d{6,9}(?![0-9]|[.,]\d)/g,
	/\b(?=[A-Z0-9]{7,12}(?![A-Za-zÀ-ɏ0-9]))(?=[A-Z0-9]*\d[A-Z0-9]*\d[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{7,12}/g,
	/(?<![A-Za-zÀ-ɏ0-9-])(?!(?:ID|NR|AZ|KV|SV|RV|BG|VS|TN|KZ)\s)[A-Z]{1,2}\s\d{2,3}(?:\s\d{2,4}){2,4}(?![0-9]|[.,]\d|\s?(?:€|euro|eur))/g,
	/(?<![A-Za-zÀ-ɏ0-9])[A-Z]\s?\d{3}\s\d{3}\s\d{2,4}(?![0-9]|[.,]\d|\s?(?:€|euro|eur))/g,
	/(?<![A-Za-zÀ-ɏ0-9.,/-])\d{6,8}\s?-\s?\d{3}(?![0-9-])/g,
	/(?<![\d.,])\d\s\d{3}\s\d{3}\s?-\s?\d{3}(?!\d)/g,
	/\b(?:[A-Z]{1,3}[- ]?)?\d{2,4}[-/]\d{4,8}(?:[-/]\d{1,6})?(?![0-9/-]|\s?(?:€|euro|eur))/g,
	/(?<![A-Za-zÀ-ɏ0-9.,/-])\d{2,3}(?:[.-]\d{1,3}){0,2}[-/ ][A-ZÀ-ÞĀ-ɏ]{1,3}[-/ ]\d{2,6}(?:[-/]\d{2,4})?(?![0-9])/g
];
/** Files at courts: "5 K 2345/24.A", "S 12 AS 345/25 ER" */
const courtFile =
	/(?<![A-Za-zÀ-ɏ0-9.,/])(?:[A-Z]{1,2}\s)?\d{1,3}[a-z]?\s?[A-Z]{1,4}[a-z]{0,3}\s?\d{1,5}\/\d{2}(?:\.[A-Z]|\s(?:R|ER|B|KL|WA))?(?![A-Za-zÀ-ɏ0-9])/g;
const plate = /(?<![A-Za-zÀ-ɏ0-9-])([A-ZÄÖÜ]{1,3})([- ]|\s-\s)([A-Z]{1,2})[- ]?\d{1,4}[EH]?(?![A-Za-zÀ-ɏ0-9]|[.,]\d)/g;
const longRun =
	/(?<![A-Za-zÀ-ɏ0-9.,+])\d{7,}(?![A-Za-zÀ-ɏ0-9]|[.,]\d|\s?(?:€|euro|eur(?![A-Za-zÀ-ɏ])|einwohner|menschen|personen|stück))/gi;
const spacedRun =
	/(?<![A-Za-zÀ-ɏ0-9.,+])\d{2,6}(?:[ /]\d{2,6}){2,5}(?![0-9]|[.,]\d|\s?(?:€|euro|eur(?![A-Za-zÀ-ɏ])|einwohner|menschen|personen))/gi;

const thousands = /^\d{1,3}(?:[ ]\d{3}){1,2}$/;
const money =
	/^\s?(?:€|euro|eur(?![A-Za-zÀ-ɏ])|,-|,\d\d|%|prozent|qm|m²|km|kg|uhr|std|stunden|tage|monate|jahre|kinder|personen|fälle)/i;
const publicLine = /(?<!\d)0(?:800|180|137|900)/;
const count = (text: string): number => text.replaceAll(/\D/g, '').length;

/** Five digits, however they are grouped. */
const manyDigits = cueLike(/\d(?:(?:[A-Za-z\s./:-]{0,3}|[-/. ]?[A-ZÀ-ÞĀ-ɏ]{1,7}[-/ ]?)\d){4,}/g);
const why = 'Das sieht nach einer Akten-, Register- oder Kundennummer aus.';

const before = ['_', '.', ':', '-', '–', '\\#', '=', '/'];
const labelCue: Cues = [
	digits,
	cueOf(
		`aktenz akten-nr aktenn akte gesch zeichen bedarfsg ausländerz bamf kindergeld steuer pass perso ausweis duldung aufenthalt gestattung fiktion ankunft büma easy eurodac kennz führerschein urkunde register kassenz vertrag debitor mandat kund mitglied versicherten vers vorgang ticket antrag zähler fall teilnehmer matrikel rechnung police schein laufz buchungsz ordnungs stamm imei iccid mac serien bewohner haushalt schüler ${rows('az gz bg azr nr idnr tin rv sv kv vs vnr ahv eat at zab kfz kz fin reg kd pers tn re id eb'.split(' '), before)}`
	)
];
const spokenPlateCue: Cues = [cueOf('kennz kfz auto kz'), digits];
const anyNumberCue: Cues = [cueOf('nr nummer'), digits];
const courtCue = cueOf('/##');
const plateCue = cueLike(/[A-Z][- ]?\d/g);
const longCue = cueOf('#######');
const spacedCue = cueOf('##_## ##/##');

export function numberFindings(text: string): Finding[] {
	const found: Finding[] = [];
	if (!/\d/.test(text)) return found;
	const add = (start: number, end: number) => found.push({ start, end, label: 'ID_NUMBER', severity: 'red', why });
	const addValue = (m: RegExpExecArray, written: string, least: number) => {
		const cut = valueIn(written);
		const start = m.index + m[0].lastIndexOf(written);
		if (isOfAct(text, start)) return;
		if (count(cut) < least || money.test(text.slice(start + cut.length, start + cut.length + 10))) return;
		if (
			!cut ||
			/^11[0-8]$|^116\s?\d{3}$|^\d{1,2}\.\d{1,2}\.(?:\d{2,4})?$/.test(cut) ||
			/^(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?$/.test(cut)
		)
			return;
		add(start, start + cut.length);
	};
	for (const m of matchesNear(text, labelCue, labelled, 60)) {
		const [all, name, link, written] = m as unknown as [string, string, string, string];
		const strong = !weak.test(name) || /(?:nr|nummer|no|az|zeichen|kennung|id|[:#=])/iu.test(link);
		if (/^(?:az|gz|aktenz)/iu.test(name) && isPublished(text, m.index, m.index + all.length)) continue;
		addValue(m, written, strong ? 3 : 5);
	}
	for (const m of matchesNear(text, spokenPlateCue, spokenPlate, 40))
		add(m.index + m[0].length - m[1]!.length, m.index + m[0].length);
	for (const m of matchesNear(text, anyNumberCue, anyNumber, 60, 110)) if (!harmless.test(m[1]!)) addValue(m, m[2]!, 3);
	for (const m of matchesNear(text, anyNumberCue, ofWhom, 60, 110)) if (!harmless.test(m[1]!)) addValue(m, m[2]!, 5);
	for (const pattern of byForm)
		for (const m of matchesNear(text, manyDigits, pattern, 24)) {
			if (count(m[0]) < 5 || money.test(text.slice(m.index + m[0].length, m.index + m[0].length + 10))) continue;
			if (
				/^(?:19|20)\d{2}[-/](?:19|20)\d{2}$/.test(m[0]) ||
				(/^\d{2,4}[-/](?:19|20)\d{2}$/.test(m[0]) && !/^\d{3,4}/.test(m[0]))
			)
				continue;
			if (isPublished(text, m.index, m.index + m[0].length)) continue;
			if (/^(?:EU|EG|BT|UN)/.test(m[0]) || /^§/.test(text.slice(Math.max(0, m.index - 2), m.index).trim())) continue;
			if (isOfAct(text, m.index)) continue;
			add(m.index, m.index + m[0].length);
		}
	for (const m of matchesNear(text, courtCue, courtFile, 40))
		if (!isPublished(text, m.index, m.index + m[0].length)) add(m.index, m.index + m[0].length);
	for (const m of matchesNear(text, plateCue, plate, 24))
		if (!/\s20[12]\d$/.test(m[0]) && plates.has(m[1]!) && (m[2] !== ' ' || /^(?:ST|TE|BF|MS|OS)$/.test(m[1]!)))
			add(m.index, m.index + m[0].length);
	for (const [cue, pattern] of [
		[longCue, longRun],
		[spacedCue, spacedRun]
	] as const)
		for (const m of matchesNear(text, cue, pattern, 40))
			if (
				count(m[0]) >= 7 &&
				!thousands.test(m[0]) &&
				!/^(?:19|20)\d\d(?:[ /](?:19|20)\d\d)+$/.test(m[0]) &&
				!isPublished(text, m.index, m.index + m[0].length) &&
				!publicLine.test(text.slice(Math.max(0, m.index - 8), m.index + 4))
			)
				add(m.index, m.index + m[0].length);
	return found;
}

/** The number without the words around it: groups with digits, and short groups of capitals between or before them. */
function valueIn(written: string): string {
	let [end, at] = [0, 0];
	for (const group of written.split(/(?<=\s)/u)) {
		at += group.length;
		const sign = group.trim();
		if (/\d/.test(sign)) end = at;
		else if (!/^[A-ZÀ-ÞĀ-ɏ]{1,4}[-./]?$|^[-/]$/.test(sign)) {
			if (end === 0) return '';
			break;
		}
	}
	return written.slice(0, end).replace(/[\s.,;:–-]+$/u, '');
}

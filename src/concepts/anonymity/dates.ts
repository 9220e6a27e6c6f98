/** Layer 1: dates to the day, birth dates and birth years; months, years and dates of laws and rulings stay free. */
import { dotted, fourDigits, monthStarts, rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const monthName =
	'(?:januar|jänner|februar|feber|märz|maerz|april|mai|juni|juno|juli|august|september|oktober|november|dezember|jan|febr?|mär|mrz|apr|jun|jul|aug|sept?|okt|nov|dez)(?![A-Za-zÀ-ɏ])\\.?';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:(?:19|20)\\d{2}|\\d{2})';
const numeric = `${day}\\.\\s?${month}\\.(?:\\s?(?:19|20)\\d{2}(?!\\d)|['’´]?\\d{2}(?!\\d)|\\s['’´]?\\d{2}(?!\\d|[.:,]\\d|\\s?(?:€|euro|eur|%|uhr|h|std|stunden|tage|min)(?![A-Za-zÀ-ɏ])))?`;
const spoken = `${day}(?:\\.|ten|te|er)?\\s?${monthName}(?:\\s?(?:19|20)\\d{2}(?!\\d)|\\s?['’]?\\d{2}(?![\\d.:]))?`;
const join = '\\s?(?:-|–|—|/|\\+|bis(?:\\s+zum)?|auf(?:\\sden)?|und|u\\.|,)\\s?';
const one = `(?:${numeric}|${spoken})`;

/** "3.-5.4.", "12. und 13. März": days that lend their month from the last. */
const full = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9.,/§-])(?:${day}\\.?${join}){0,3}${one}(?:${join}${one}){0,2}(?![0-9])`,
	'gi'
);
const slashed = new RegExp(
	`(?<![0-9/.-])(?:${day}/${month}/(?:19|20)?\\d{2}|(?:19|20)\\d{2}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\\d|3[01])|${day}-${month}-(?:19|20)\\d{2}|${day}\\.${month}/(?:19|20)?\\d{2})(?![0-9/])`,
	'g'
);
/** Without the second full stop only after a word that dates have before them. */
const bare = new RegExp(
	`\\b(?:am|vom|v\\.|bis|zum|ab|seit|den|dem|der|termin|geb\\.?|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)[.,:]?\\s{1,2}(?:den\\s|dem\\s)?(${day}\\.${month}(?:\\.?${year})?)(?![0-9.]|,\\d|\\s?(?:uhr|h\\b|€|eur|%))`,
	'gi'
);
const english = new RegExp(`\\b${monthName}\\s${day}(?:st|nd|rd|th)?,\\s?(?:19|20)\\d{2}`, 'gi');
const compact = /(?<![A-Za-zÀ-ɏ0-9.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?![0-9.,/-])/g;

/** "den 27.", "am 27. um 9 Uhr", "bis zum 15. Zeit", "5. d. M.", "Jan 15" */
const dayAlone = new RegExp(
	`(?<![A-Za-zÀ-ɏ])(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)\\.?,?\\s(?:den|dem)|am|bis\\szum|zum)\\s(${day}\\.)(?=\\s?(?:[,;)!?\\n]|$|(?:um|ab|bis|wieder|ist|war|kommt|geht|hat|frei|zeit|d\\.\\s?m\\.)(?![A-Za-zÀ-ɏ])))|(?<![A-Za-zÀ-ɏ0-9.,])(${day}\\.\\s?d\\.\\s?m\\.)|(?<![A-Za-zÀ-ɏ0-9.,])((?:jan|feb|mär|apr|jun|jul|aug|sept?|okt|nov|dez)\\.?\\s(?:0?[1-9]|[12]\\d|3[01]))(?![\\d.:])`,
	'gi'
);
/** "- 12.03 Antrag", "• 3.4: Anruf" at the head of a line; "12,03,2025" with a slip of the keys. */
const lineHead =
	/(?:^|\n)[\s•*–-]{0,4}((?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])|(?:[1-9]|[12]\d|3[01])\.(?:[1-9]|1[0-2])(?=\s?(?::|–|-\s)))(?![\d.])/g;
const slipped = new RegExp(
	`(?<![\\d.,])${day}[.,]\\s?${month},\\s?(?:20[0-3]\\d|19\\d\\d|[0-3]\\d)(?![\\d.,]\\d|\\d)|(?<![\\d.,])${day},${month}\\.\\s?(?:20[0-3]\\d|19\\d\\d|[0-3]\\d)(?!\\d)`,
	'g'
);
const birthCompact =
	/(?<![A-Za-zÀ-ɏ])(?:geb(?:oren)?\.?(?:\s+am)?|geburtsdatum|\*)\s{0,2}:?\s{0,2}((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)?\d{2}))(?!\d)/gi;
const birthBefore =
	/(?:\*|(?<![A-Za-zÀ-ɏ])(?:geb(?:oren)?\.?(?:\s+(?:am|den))?|geburtsdatum|geburtstag|geb\.?-?\s?dat(?:um|\.)?|gebdat|gd|dob|jahrgang|jg\.?))\s{0,3}:?\s{0,3}$/i;
const birthAfter = /^\s{0,2}(?:\)|in [A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ]+ )?\s?geb(?:oren|\.)/i;
const birthYear =
	/(?:(?<![A-Za-zÀ-ɏ])(?:jahrgang|jg\.?|geb(?:oren)?\.?(?:\s+(?:im\s+jahr|im|in|jahr|ca\.?))?|geburtsjahr(?:gang)?)|(?<![A-Za-zÀ-ɏ0-9])\*)\s{0,2}:?\s{0,2}(?:[A-Za-zÀ-ɏ]+\s){0,2}?['’]?((?:19|20)\d{2}|\d{2}(?!\d|\.|[A-Za-zÀ-ɏ]|\s?(?:j\b|jahr|mon|woche|euro))|(?:3[2-9]|[4-9]\d)(?=\.(?:\s|$)))(?!\d|\.\d)(?<!\d{4}(?=\.))/gi;
const yearBorn =
	/(?<![0-9.,/-])((?:19|20)\d{2})(?:\s+(?:in|im)\s+[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ-]+|\s+dort)?\s+(?:geb(?:oren|\.))/g;

const noDateAfter =
	/^\s?(?:uhr|h(?![A-Za-zÀ-ɏ])|std|€|eur|euro|%|prozent|m²|qm|km|kg|mio|stunden|jahre|monate|personen)/i;
const noDateBefore =
	/(?:§+\s?|ziff(?:er)?\.?\s|nr\.?\s?|punkt\s|kapitel\s|kap\.\s|version\s|abschnitt\s|anlage\s|abs\.?\s|top\s|teil\s|modul\s|az\.?:?\s|note\s|schnitt\s|rn\.\s)$/iu;

export const highCourt =
	/(?<![A-Za-zÀ-ɏ])(?:BSG|BVerwG|BVerfG|BGH|EuGH|EGMR|BAG|BFH|OVG|VGH|LSG|Bundessozialgericht[A-Za-zÀ-ɏ]*|Bundesverwaltungsgericht[A-Za-zÀ-ɏ]*|Bundesverfassungsgericht[A-Za-zÀ-ɏ]*|Oberverwaltungsgericht[A-Za-zÀ-ɏ]*|Landessozialgericht[A-Za-zÀ-ɏ]*)(?![A-Za-zÀ-ɏ])/;
const courtWords = new RegExp('(?:urteil|beschluss|urt\\.|beschl\\.|entsch|vom|v\\.)', 'i');
const courtBefore = new RegExp(
	'(?:urteil|urt\\.|beschluss|beschl\\.|entscheidung|entsch\\.|rechtsprechung)[A-Za-zÀ-ɏ]{0,3}\\s+(?:des\\s[^A-ZÀ-ÞĀ-ɏ]*[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ ]{2,40}\\s)?(?:vom|v\\.)\\s{0,2}$',
	'i'
);
const caseNumberAfter =
	/^\s{0,2}[,–—(:-]{0,2}\s{0,2}(?:-\s)?(?:az\.?:?\s?)?(?:[A-Z]{1,2}\s)?\d{1,3}\s?[A-Za-z]{1,3}\s?\d{1,5}[/.]\d{2}/u;
const normBefore = new RegExp(
	'(?:(?<![A-Za-zÀ-ɏ])(?:stand|stag)|gesetz|verordnung|erlass|rderl|runderlass|richtlinie|weisung|rundschreiben|anwendungshinweise?|hinweise?|fassung|bgbl|amtsblatt|bekanntmachung|drucksache|reform|novelle|satzung|stichtag|inkrafttreten|paragra(?:f|ph)[A-Za-zÀ-ɏ]*|(?:aufenthg|asylg|sgb(?:\\s[ivx]+)?|asylblg|bafög))(?:es|s|n|e|en|er)?(?:(?:\\s[A-Za-zÀ-ɏ]+){0,3}\\s(?:vom|v\\.)|\\s?:|\\s(?:zum|ab|vom|mit wirkung zum|mit wirkung vom|seit dem|am))?\\s{0,2}$',
	'i'
);
const impersonal = new RegExp(
	'(?:in\\s+kraft|inkrafttreten|gesetz(?:es|lich|geber)|neuregelung|gesetzesänderung|rechtskreiswechsel|regelbedarfe?|regelsätze?|bundesregierung|bundestag|bundesrat|landtag|verordnung|erlass|(?<![A-Za-zÀ-ɏ])weisung|rundschreiben|förderperiode|förderzeitraum|haushaltsjahr|kalenderjahr|schuljahr|stichtag|statistik|bekanntmachung|mindestlohn|feiertag|bewerbungsschluss|einsendeschluss|veranstaltung|fachtag|fortbildung|schulung|sitzung|arbeitskreis|netzwerktreffen|lenkungsgruppe|arbeitsgruppe|gremi(?:um|en|ums)|erprobung|pilot[A-Za-zÀ-ɏ]*|finanzierung|stellenanteil|projektlaufzeit|laufzeit|förderung|gelten\\s+ab|ändert\\s+sich|ändern\\s+sich|merkblatt|wohnsitzregelung|öffnungszeiten|geschlossen|geöffnet|tritt|neue\\s+regel|regelung|rechtslage|richtlinien?|freibetr|sprechzeiten|ferien|schließ|abgabefrist|meldefrist|gilt\\s+ab|gilt\\s+seit|förderantrag|jährlich|jedes jahres|eines jahres|des jahres|des folgejahres)',
	'i'
);
export const personal =
	/(?<![A-Za-zÀ-ɏ])(?:herrn?|fr(?:au|\.)|hr\.|fam(?:ilie|\.)|kl(?:ient[A-Za-zÀ-ɏ]*|\.)|sohn|tochter|mutter|vater|ehemann|ehefrau|kind(?:er|es)?|bruder|schwester|mann|onkel|tante|neffe|nichte|o[mp]a|groß(?:vater|mutter)|baby|säugling|er|sie|ihm|ihr|seine?[mnrs]?|ihre[mnrs]?|rats(?:uchende[A-Za-zÀ-ɏ]*|\.)|geb(?:oren|\.))(?![A-Za-zÀ-ɏ])/i;

/** From the last end of a sentence to the next, at most 240 signs each way. */
export function sentenceAround(text: string, start: number, end: number): string {
	const before = text.slice(Math.max(0, start - 240), start);
	const after = text.slice(end, end + 240);
	const from = Math.max(before.lastIndexOf('\n'), before.search(/[.!?;]\s(?=[A-ZÀ-ÞĀ-ɏ][^.!?;]*$)/));
	const to = after.search(/[!?;\n]|\.(?=\s+[A-ZÀ-ÞĀ-ɏ]|\s*$)/);
	return before.slice(from + 1) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}

/** A day that is nobody's: of a law, a ruling, an event, or no day at all. */
export function isFreeDay(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - 80), start);
	const after = text.slice(end, end + 40);
	if (noDateAfter.test(after) || noDateBefore.test(before.slice(-12))) return true;
	if (highCourt.test(before) && courtWords.test(before)) return true;
	if (courtBefore.test(before) && caseNumberAfter.test(after)) return true;
	const sentence = sentenceAround(text, start, end);
	if (normBefore.test(before) && !(/(?<![A-Za-zÀ-ɏ])stand:?\s$/i.test(before) && personal.test(sentence))) return true;
	return impersonal.test(sentence) && !personal.test(sentence);
}

const fullCue = cueOf(`#.# #._# ${rows(['#'], ['', '.', 'ten', 'te', 'er'], ['', '_'], monthStarts)}`);
const dayCue = cueOf(
	`am_# zum_# den_# dem_# ${rows(['#.'], ['', '_'], ['d.'])} ${rows(monthStarts, ['', 't'], ['_#', '._#'])}`
);
const slippedCue = cueOf('#,# #,_#');
const compactBirthCue: Cues = [cueOf('######'), cueOf('geb *')];
const slashedCue = cueOf('#/# #-# ##.## #.#/');
const englishCue = cueOf('#,_#### #,#### #st_ #nd_ #rd_ #th_ #st, #nd, #rd, #th,');
const compactCue = cueOf('########');
const birthYearCue: Cues = [cueOf('jahrgang jg geb *'), cueOf('##')];
const yearBornCue: Cues = [cueOf('geboren geb.'), fourDigits];

export function dateFindings(text: string): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, end: number) => {
		const written = text.slice(start, end).trimEnd();
		const stop = start + written.length;
		const born =
			birthBefore.test(text.slice(Math.max(0, start - 24), start)) || birthAfter.test(text.slice(stop, stop + 30));
		if (born) found.push({ start, end: stop, label: 'DATE', severity: 'red', why: 'Das ist ein Geburtsdatum.' });
		else if (!isFreeDay(text, start, stop))
			found.push({
				start,
				end: stop,
				label: 'DATE',
				severity: 'amber',
				why: 'Ein genauer Tag kann die Person verraten; der Monat genügt meist.'
			});
	};
	if (/\d/.test(text)) {
		for (const m of matchesNear(text, fullCue, full, 60)) add(m.index, m.index + m[0].length);
		for (const m of matchesNear(text, dayCue, dayAlone, 30)) {
			const written = (m[1] ?? m[2] ?? m[3])!;
			const start = m.index + m[0].lastIndexOf(written);
			add(start, start + written.length);
		}
		for (const m of text.matchAll(lineHead)) {
			const start = m.index + m[0].length - m[1]!.length;
			add(start, start + m[1]!.length);
		}
		for (const m of matchesNear(text, slippedCue, slipped, 12)) add(m.index, m.index + m[0].length);
		for (const m of matchesNear(text, compactBirthCue, birthCompact, 30))
			add(m.index + m[0].length - m[1]!.length, m.index + m[0].length);
		for (const [cue, pattern] of [
			[slashedCue, slashed],
			[englishCue, english],
			[compactCue, compact]
		] as const)
			for (const m of matchesNear(text, cue, pattern, 24)) add(m.index, m.index + m[0].length);
		for (const m of matchesNear(text, dotted, bare, 30))
			add(m.index + m[0].length - m[1]!.length, m.index + m[0].length);
		for (const [cues, pattern] of [
			[birthYearCue, birthYear],
			[yearBornCue, yearBorn]
		] as const)
			for (const m of matchesNear(text, cues, pattern, 70)) {
				const start = m.index + m[0].lastIndexOf(m[1]!);
				found.push({
					start,
					end: start + m[1]!.length,
					label: 'DATE',
					severity: 'red',
					why: 'Das ist ein Geburtsjahr.'
				});
			}
	}
	return found;
}

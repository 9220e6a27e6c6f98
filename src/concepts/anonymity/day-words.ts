/** Layer 1: days without the numbers of a full date: "zum 15.", "am dritten", "achter achter zweitausendsechzehn", "Heiligabend 2023", "3 Mayıs 1990", and years of birth in a list. */
import { digits, dotted, fourDigits, monthStarts, rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import { isFreeDay, personal, sentenceAround } from '#concepts/anonymity/dates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { remembered } from '#concepts/anonymity/remembered.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const letter = 'A-Za-zÀ-ɏ';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const ordinal =
	'(?:erste|zweite|dritte|vierte|fünfte|fuenfte|sechste|siebte|siebente|achte|neunte|zehnte|elfte|zwölfte|zwoelfte|(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)zehnte|(?:(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)und)?zwanzigste|(?:einund)?drei(?:ß|ss)igste)';
const monthOrdinal =
	'(?:erste|zweite|dritte|vierte|fünfte|fuenfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte|zwoelfte)';
const ones = '(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)';
const below100 = `(?:(?:${ones}und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)|(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)?zehn|elf|zwölf|zwoelf|${ones}s?)`;
const spokenYear = `(?:neunzehn\\s?hundert\\s?(?:und)?\\s?${below100}|zwei\\s?tausend(?:\\s?(?:und)?\\s?${below100})?|(?:19|20)\\d{2}|\\d{2}(?!\\d))`;
const germanMonth =
	'(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dez)';

/** "vierzehnter siebter neunzehnhundertachtundfünfzig", "am dritten vierten", "ersten März zweitausendzehn" */
const spoken = new RegExp(
	`(?<![${letter}])${ordinal}[nrsm]?\\s(?:${monthOrdinal}[nrsm]?|${germanMonth})(?:\\s${spokenYear})?(?![${letter}])(?!\\s(?:mal|monat|kind|stock|klasse|etage|woche|tag|schritt))`,
	'gi'
);
/** Where an ordinal ends. */
const ordinalEnds = rows(
	'erst zweit dritt viert ünft uenft echst iebt iebent acht neunt zehnt elft ölft oelft igst'.split(' '),
	['e']
);
const spokenCue = cueOf(rows(ordinalEnds.split(' '), ['_', 'n_', 'r_', 's_', 'm_']));
const spokenAloneCue: Cues = [cueOf(rows(ordinalEnds.split(' '), ['n'])), cueOf('am_ zum_ vom_ dem_ bis_ den_')];
/** "am fünften kommt sie", "bis zum dreißigsten" – no noun behind it */
const spokenAlone = new RegExp(
	`(?<![${letter}])(?:am|zum|vom|seit\\sdem|ab\\sdem|bis\\szum|bis|den)\\s(${ordinal}n)(?=\\s?[,.;!?)\\n]|$|\\s(?:ist|war|hat|kommt|kam|geht|muss|soll|will|wird|läuft|wieder|um|da|er|sie|wir|ich|beim|bei|nicht|noch|fängt|beginnt|raus|weg|ohne|gekündigt|fällig|umzug|einziehen|ausziehen|einen?|zum|zur|früh|morgens|nachmittags|dieses|des\\snächsten|nächsten)(?![${letter}]))`,
	'gi'
);
/** "3ter April", "am 12ten" */
const suffixed = new RegExp(
	`(?<![${letter}0-9.,])${day}\\.?(?:te[nrs]?|ste[nrs]?)\\s(?:${germanMonth}|jan|feb|mär|apr|jun|jul|aug|sep|okt|nov|dez)(?:\\.|(?![${letter}]))(?:\\s(?:19|20)?\\d{2}(?!\\d))?|(?<![${letter}0-9.,])(?:(?<=\\b(?:am|den|zum|vom|seit|ab|bis|dem)\\s)${day}\\.?(?:ten|sten)(?![${letter}]))`,
	'gi'
);
const noDay = `(?:\\s?(?:und|\\+|,|/|-|–|bis|auf\\sden)\\s?${day}\\.)*`;
const noun =
	'(?:tag|tage|woche|wochen|monat|monats|monate|klasse|klassen|schuljahr|lebensjahr|lebensmonat|halbjahr|jahr|jahrhundert|quartal|mal|stock|og|ug|etage|senat|kind|kindes|semester|geburtstag|weltkrieg|stunde|stunden|stelle|platz|schritt|teil|satz|absatz|versuch|termin|termine|mahnung|lehrjahr|ausbildungsjahr|brief|instanz|kammer|sitzung|treffen|gespräch|werktag|arbeitstag|schultag|jahrgang|lj|sj|hj|kalenderwoche|kw|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|mär|apr|jun|jul|aug|sep|sept|okt|nov|dez)';
/** "zum 15.", "seit 20. keinen Strom", "muss bis 31. raus": the month is understood */
const bareDay = new RegExp(
	`(?<![${letter}])(?:(?:bis\\s)?zum|am|vom|(?:seit|ab|bis|von)(?:\\s(?:dem|den|zum))?|spätestens|(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\\.?,?(?:\\s(?:den|dem|der))?)\\s(${day}\\.${noDay}(?:\\s?d\\.\\s?m\\.?|\\s(?:dieses|vorigen|letzten)\\smonats)?)(?=\\s?[,;)!?:\\n]|$|\\s(?!${noun}(?![${letter}])|oder\\s|bis\\s|des\\s|eines\\s|jedes\\s|jeden\\s|und\\s\\d+\\.\\s?[${letter}])[${letter}(])`,
	'gi'
);
/** "Termin 7/10", "war 6.3 da", "Antrag eingegangen 05.06," */
const afterNoun = new RegExp(
	`(?<![${letter}])(?:termine?|fristende|frist|fällig|gültig\\sbis|abgabe|abgabefrist|entbindung|errechnet|geburt|op|einreise|eingang|eingegangen|gestellt|erhalten|einschl\\.?|einschließlich|spätestens|ladung|anruf|tk|tel\\.?|telefonat|gespräch|frist|vorsprache|erstgespräch|hausbesuch|datum|et|attest|kündigung|bescheid|schreiben|brief|kl\\.\\swar|war|wieder|kam|seit|am|zum|bis|ab|vom)\\s?:?\\s(${day}\\.(?:0?[1-9]|1[0-2])|${day}/(?:0?[1-9]|1[0-2]))(?![0-9./]|,\\d|\\s?(?:uhr|h\\b|€|eur|%|prozent|der|von|stellen?|aller|jahre|stunden|anträge|fälle))`,
	'gi'
);
/** Holidays with their year are days. */
const holiday =
	/(?<![A-Za-zÀ-ɏ])(?:heilig(?:en)?\s?abend|nikolaus(?:tag)?|silvester|neujahr(?:stag)?|rosenmontag|aschermittwoch|gründonnerstag|karfreitag|ostersonntag|ostermontag|pfingstsonntag|pfingstmontag|(?:christi\s)?himmelfahrt|fronleichnam|allerheiligen|newroz|(?:ersten?|zweiten?|1\.|2\.)\sweihnachts(?:feier)?tag|tag\sder\sarbeit|tag\sder\sdeutschen\seinheit)\s(?:19|20)\d{2}(?!\d)/gi;
const foreignMonth =
	'(?:january|february|march|may|june|july|october|december|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|jan|feb|april|august|september|november|ocak|şubat|subat|mart|nisan|mayıs|mayis|haziran|temmuz|ağustos|agustos|eylül|eylul|ekim|kasım|kasim|aralık|aralik|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|styczeń|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)';
const foreign = new RegExp(
	`(?<![${letter}0-9])(?:${day}(?:st|nd|rd|th)?\\.?\\s(?:of\\s)?${foreignMonth}\\.?,?\\s(?:19|20)\\d{2}|${foreignMonth}\\s${day}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2})(?!\\d)`,
	'gi'
);
/** "March 3rd", "3rd of May", "on May 3", "1-Jan-1990" */
const english =
	/(?<![A-Za-zÀ-ɏ0-9])(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\d.:])|(?:[12]?\d|3[01])(?:st|nd|rd|th)\s(?:of\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])|(?:0?[1-9]|[12]\d|3[01])[- ]?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[- ]?(?:19|20)\d\d(?!\d))/gi;
/** "04.03.2O25": the letter for the number, as papers are read by machines */
const misread =
	/(?<![A-Za-z0-9.,])(?=[\d. ]*[OolI])[0-3OolI]?[\dOolI]\.\s?[01OolI]?[\dOolI]\.\s?(?:[12][\dOolI]{3}|[\dOolI]{2})(?![A-Za-z0-9])/g;
/** "4.3 - 6.3", "4.3 bis 6.3" */
const span = new RegExp(
	`(?<![${letter}0-9.,])${day}\\.(?:0?[1-9]|1[0-2])\\.?\\s?(?:-|–|bis|bis\\szum)\\s?${day}\\.(?:0?[1-9]|1[0-2])(?![\\d.]\\d|\\d|\\s?(?:€|euro|%|uhr|h(?![a-z])|std|stunden|prozent|km))`,
	'gi'
);
/** "geb.15.3.1990", "born in 1990" */
const bornOn =
	/(?:geb\.?|geboren|\*)(?:\sam)?:?((?:0?[1-9]|[12]\d|3[01])[.\-/](?:0?[1-9]|1[0-2])[.\-/](?:19|20)?\d\d)(?!\d)|born\s(?:in\s)?((?:19|20)\d\d)(?!\d)/gi;
/** "15 травня 2022" */
const cyrillic =
	/(?:0?[1-9]|[12]\d|3[01])\.?\s(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s(?:19|20)\d\d)?/gi;
const hyphened = /(?:^|\n|\s)((?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:2\d|(?:19|20)\d\d))(?=[\s,;:)]|$)/g;
const roman = new RegExp(
	`(?<![${letter}0-9.,])${day}\\.\\s?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\\.\\s?(?:19|20)?\\d{2}(?!\\d)`,
	'g'
);

/** "Jahrgänge 2010, 2012 und 2015", "Kinder 2010 und 2014 geboren", "kam 2019 zur Welt", "1985er Jahrgang" */
const birthYears: readonly (readonly [Cues, RegExp])[] = [
	[
		[fourDigits, cueOf('jahrgäng jg geb kinder')],
		/(?<![A-Za-zÀ-ɏ])(?:jahrgänge?n?|jg\.?|geb(?:oren)?\.?(?:\sin)?|kinder\s\(?(?:geb\.?|jg\.?|\*))\s?:?\s?((?:(?:19|20)\d{2}(?:\s?(?:,|und|u\.|&|\+|\/|bzw\.)\s?){0,1}){2,9})(?![\d.])/gi
	],
	[
		[fourDigits, cueOf('zur_welt geb')],
		/(?<![\d.,/-])((?:(?:19|20)\d{2}(?:\s?(?:,|und|u\.|&|\+|\/)\s)?){1,6})\s?(?:zur\swelt|(?:in\s[A-ZÀ-Þ][A-Za-zÀ-ɏ-]+\s)?geb(?:oren|\.))/gi
	],
	[cueOf('#er_ #_er_'), /(?<![\d.,/-])((?:19|20)?\d{2})\s?er\s(?:jahrgang|baujahr)/gi]
];

/** "12. Febuar", "3 Apirl": a day before what is nearly a month */
const nearMonth = new RegExp(
	`(?<![${letter}0-9.,])${day}\\.?\\s?(?:te[nr]?\\s)?([A-Za-zä]{4,10})\\.?(?:\\s(?:19|20)\\d{2}(?!\\d))?`,
	'g'
);
const monthNames = ['januar', 'februar', 'märz', 'april', 'august', 'september', 'oktober', 'november', 'dezember'];
/** One letter wrong, missing, too many, or two of them turned round. */
export const isNearlyMonth = remembered((word) => {
	const lower = word.toLowerCase();
	return (
		lower === 'maerz' ||
		lower === 'merz' ||
		lower === 'märtz' ||
		monthNames.some((month) => month[0] === lower[0] && month !== lower && month.length > 4 && isOneSlip(lower, month))
	);
});
function isOneSlip(word: string, month: string): boolean {
	let same = 0;
	while (same < word.length && word[same] === month[same]) same++;
	const [a, b] = [word.slice(same), month.slice(same)];
	return (
		a.slice(1) === b.slice(1) ||
		a === b.slice(1) ||
		a.slice(1) === b ||
		(a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
	);
}

/** "- 12.3 Anruf" at the head of lines, of which one at least can be no number of a chapter */
const lineDay = /(?:^|\n)[\s•*–>-]{0,4}((?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.?(?:\s?\d{2,4})?)(?=\s|:|,)/g;
/** "Termine: 3.4, 17.4 und 2.5" */
const dayList = new RegExp(
	`(?<![${letter}])(?:termine?n?|daten|fehltage?n?|fehlzeiten|gespräche?|anrufe?|besuche?|tage?n?|am|kontakte?)\\s?:?\\s(${day}\\.(?:0?[1-9]|1[0-2])\\.?(?:\\s?(?:,|/|;|\\+|&|und|u\\.|sowie)\\s?${day}\\.(?:0?[1-9]|1[0-2])\\.?){1,6})(?![\\d.])`,
	'gi'
);

const why = 'Ein genauer Tag kann die Person verraten; der Monat genügt meist.';

const oneOrTwo = ['_#', '_##'];
const suffixedCue = cueOf(rows(['#'], ['', '.'], ['te', 'ste']));
const bareDayCue = cueOf(rows(oneOrTwo, ['.']));
const afterNounCue = cueOf('#.# #/#');
const nearMonthStarts = 'j f m a s o n d'.split(' ');
const nearMonthCue = cueOf(
	`${rows(['#'], ['', '.'], ['', '_'], nearMonthStarts)} ${rows(['#'], ['', '.'], ['', '_'], ['te_', 'ten_', 'ter_'], nearMonthStarts)}`
);
const dayListCue: Cues = [dotted, cueOf('termin daten fehl gespräch anruf besuch tag am_ am: kontakt')];
const holidayCue: Cues = [
	cueOf(
		'heilig nikolaus silvester neujahr rosenmo aschermi gründo karfrei ostersonn ostermon pfingst himmelf fronlei allerh newroz weihnacht arbeit einheit'
	),
	fourDigits
];
const foreignCue: Cues = [
	fourDigits,
	cueOf(
		`may oct dec ${[...monthStarts, ...'mar ocak şubat subat nisan haziran temmuz ağustos agustos eylül eylul ekim kasım kasim aralık aralik février avril juin juillet août déc stycz luteg kwie maja czerw lip sierp wrze paźdz listop grud'.split(' ')].join(' ')}`
	)
];
const romanCue = cueOf(rows(['#.'], ['', '_'], ['I', 'V', 'X']));
const englishMonths = 'jan feb mar mär apr may mai jun jul aug sep oct okt nov dec dez'.split(' ');
const englishCue = cueOf(
	`${rows('january february march april may june july august september october november december'.split(' '), ['_#'])} ${rows(['#'], ['', '-', '_', 'st_', 'nd_', 'rd_', 'th_', 'st_of_', 'nd_of_', 'rd_of_', 'th_of_'], englishMonths)}`
);
const misreadCue = cueOf(rows(['#.', 'o.', 'l.', 'i.'], ['', '_'], ['#', 'o', 'l', 'i']));
const spanCue: Cues = [dotted, cueOf('- – bis')];
const cyrillicCue = cueOf(
	rows(
		['#'],
		['_', '._'],
		'січ лют бер кві тра чер лип сер вер жов лис гру янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' ')
	)
);
const hyphenedCue = cueOf('#-#-## #-##-##');
const bornCue: Cues = [cueOf('geb * born'), digits];

export function dayWordFindings(text: string): Finding[] {
	const found: Finding[] = [];
	const add = (m: RegExpExecArray, written: string, always = false) => {
		const start = m.index + m[0].lastIndexOf(written);
		const end = start + written.trimEnd().length;
		if (always || !isFreeDay(text, start, end)) found.push({ start, end, label: 'DATE', severity: 'amber', why });
	};
	for (const m of matchesNear(text, spokenCue, spoken, 70)) add(m, m[0]);
	for (const m of matchesNear(text, spokenAloneCue, spokenAlone, 70)) add(m, m[1]!);
	// "am 2. Tag": what is counted has a capital
	const counts = (m: RegExpExecArray) =>
		/^\s[A-ZÀ-Þ]/.test(text.slice(m.index + m[0].length, m.index + m[0].length + 2));
	for (const m of matchesNear(text, suffixedCue, suffixed, 30)) if (!counts(m)) add(m, m[0]);
	for (const m of matchesNear(text, bareDayCue, bareDay, 30, 60)) if (!counts(m)) add(m, m[1]!);
	for (const m of matchesNear(text, afterNounCue, afterNoun, 30)) {
		const start = m.index + m[0].lastIndexOf(m[1]!);
		if (
			!/\//.test(m[1]!) ||
			personal.test(sentenceAround(text, start, start + m[1]!.length)) ||
			/^(?:termin|einreise|frist|et|fällig|seit|entbindung|eingang|datum|ladung)/i.test(m[0])
		)
			add(m, m[1]!);
	}
	for (const m of matchesNear(text, nearMonthCue, nearMonth, 30)) if (isNearlyMonth(m[1]!)) add(m, m[0]);
	for (const m of matchesNear(text, dayListCue, dayList, 30, 110)) add(m, m[1]!);
	const heads = [...text.matchAll(lineDay)];
	if (heads.some(([, written]) => Number.parseInt(written!) > 12 || /\.$|\d{4}$/.test(written!)))
		for (const m of heads) add(m, m[1]!);
	for (const m of matchesNear(text, holidayCue, holiday, 44)) add(m, m[0], true);
	for (const m of matchesNear(text, foreignCue, foreign, 30)) add(m, m[0], true);
	for (const m of matchesNear(text, romanCue, roman, 14)) add(m, m[0]);
	for (const m of matchesNear(text, englishCue, english, 24)) add(m, m[0], true);
	for (const m of matchesNear(text, misreadCue, misread, 14)) add(m, m[0]);
	for (const m of matchesNear(text, spanCue, span, 24))
		if (
			personal.test(sentenceAround(text, m.index, m.index)) ||
			/(?:urlaub|krank|ferien|vom|praktikum|kurs|reha|besuch|klinik)/i.test(
				text.slice(Math.max(0, m.index - 24), m.index + 40)
			)
		)
			add(m, m[0]);
	for (const m of matchesNear(text, cyrillicCue, cyrillic, 6, 24)) add(m, m[0], true);
	for (const m of matchesNear(text, hyphenedCue, hyphened, 6, 12)) add(m, m[1]!);
	for (const m of matchesNear(text, bornCue, bornOn, 4, 40)) add(m, (m[1] ?? m[2])!, true);
	for (const [cues, pattern] of birthYears)
		for (const m of matchesNear(text, cues, pattern, 60)) {
			const at = m.index + m[0].indexOf(m[1]!);
			for (const year of m[1]!.matchAll(/(?:19|20)?\d{2}/g))
				found.push({
					start: at + year.index,
					end: at + year.index + year[0].length,
					label: 'DATE',
					severity: 'red',
					why: 'Das ist ein Geburtsjahr.'
				});
		}
	return found;
}

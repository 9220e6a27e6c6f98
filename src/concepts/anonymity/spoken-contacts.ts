/** Layer 1: what is dictated or written out to be read aloud: "null eins sieben sechs …", "amira at web punkt de"; and numbers behind their label with words between, or in small letters. */
import { digits, numerals, rows } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { isOfAct } from '#concepts/anonymity/published.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const digit = '(?:null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|doppel[a-zß-ɏ]{3,6}|\\d{1,4})';
const spokenDigits = new RegExp(`(?<![A-Za-zÀ-ɏ0-9])${digit}(?:[\\s,-]{1,2}${digit}){6,24}(?![A-Za-zÀ-ɏ0-9])`, 'gi');
const number =
	'(?:null|ein|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)?hundert[a-zß-ÿ]{0,20}|doppel[a-zß-ɏ]{3,6}|\\d{1,6})';
const sign = `(?:${number}|schrägstrich|strich|bindestrich|minus|punkt|leerzeichen|groß|klein|buchstabe|[a-zA-Z])`;
/** "null fünfzehn sieben dreiunddreißig …", "vorwahl null zwei fünf fünf eins" */
const spokenPhone = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9])(?:(?<=(?:nummer|nr|handy|mobil|telefon|tel|vorwahl|durchwahl|rufnummer)\\.?:?\\s(?:ist\\s|lautet\\s)?(?:die\\s)?)${number}(?:[\\s,-]{1,2}${number}){3,24}|null[\\s,-]{1,2}${number}(?:[\\s,-]{1,2}${number}){4,24})(?![A-Za-zÀ-ɏ0-9])`,
	'gi'
);
/** "bg nummer drei sechs vier null vier schrägstrich …" */
const spokenCode = new RegExp(
	`(?<=(?:nummer|nr|zeichen|azr|az|id|kennung|pass|bg)\\.?:?\\s(?:ist\\s|lautet\\s|war\\s)?(?:die\\s)?)(?<![A-Za-zÀ-ɏ0-9])${sign}(?:[\\s,-]{1,2}${sign}){3,30}(?![A-Za-zÀ-ɏ0-9])`,
	'gi'
);
const spokenEmail =
	/[A-Za-zÀ-ɏ0-9._-]{2,40}(?:\s(?:punkt|unterstrich|minus|bindestrich)\s[A-Za-zÀ-ɏ0-9._-]{1,40}){0,3}\s(?:at|ät|klammeraffe)\s[A-Za-zÀ-ɏ0-9-]{2,40}\s(?:punkt|dot)\s[a-z]{2,10}(?![A-Za-zÀ-ɏ])/gi;

const name =
	'(?:[A-Za-zÀ-ɏ]{0,30}(?:nummer|nr|zeichen|kennung)|aktz|az|azr|pass|nationalpass|reisepass|titel|aufenthaltstitel|eat|bg|kg|akte|fallnr|svnr|rvnr|kvnr|steuer-?id|seriennummer|id)';
const between =
	'(?:\\.|-nr\\.?|\\snr\\.?|\\snummer)?(?:(?:\\s[A-Za-zÀ-ɏ.]{2,20}){1,3}?\\s?:|\\s(?:ist|lautet|war|heißt|neu|alt)(?:\\s(?:die|das|der|jetzt|nun))?|\\s?[:#=])?\\s';
const value =
	'((?:[A-Za-z]{1,4}(?:[-./]|\\s(?=\\d)))?[A-Za-z]{0,4}\\d[A-Za-z0-9]*(?:(?:[-./:_]{1,2}|\\s)(?:\\d[A-Za-z0-9]*|[A-Za-z]{1,2}(?=[-./]?\\s?\\d)|[a-z](?=[\\s,.;)]|$))){0,8})(?![A-Za-z0-9])';
const labelled = new RegExp(`(?<![A-Za-zÀ-ɏ])${name}${between}${value}`, 'gi');
/** Letters and digits in turns, as on a residence card; a word with a year is none. */
const mixed = /(?<![A-Za-zÀ-ɏ0-9])(?=[A-Z]{0,3}\d[A-Z]|[A-Z0-9]{2,6}[A-Z]\d)[A-Z0-9]{8,10}(?![A-Za-zÀ-ɏ0-9])/g;
const harmless =
	/^(?:warte|haus|zimmer|telefon|tel|handy|mobil|fax|rufnummer|artikel|linien?|lauf|raum|platz|seiten|lfd|satz|postleit|konto|iban|durchwahl|notruf)/i;
/** Years, days and the numbers of emergency and of authorities. */
const year = /^11[0-8]$|^116\s?\d{3}$|^(?:19|20)\d\d(?:[-/ ](?:19|20)?\d\d)?$|^\d{1,2}\.\s?\d{1,2}\.?(?:\s?\d{2,4})?$/;
const unit =
	/^\s?(?:€|euro|eur(?![A-Za-zÀ-ɏ])|%|prozent|uhr|tage|wochen|monate|jahre|stunden|std|km|qm|kinder|personen)/i;
const court = new RegExp(
	'(?:urteil|urt\\.|beschluss|beschl\\.|bsg|bverwg|bverfg|bgh|eugh|ovg|vgh|lsg|rspr|rechtsprechung|erlass|rundschreiben|drucksache|bgbl)',
	'i'
);

const count = (text: string): number => text.replaceAll(/\D/g, '').length;

const joints = ['_', ',', '-'];
const digitWords = 'null eins zwei zwo drei vier fünf fuenf sechs sieben acht neun doppel'.split(' ');
/** A word that is not the first, or the first before a number. */
const spokenDigitsCue = cueOf(`${rows(joints, digitWords)} ${rows(digitWords, joints, ['#'])}`);
const words = ['null', 'eins', 'zwo', 'hundert', 'doppel', ...numerals].join(' ');
const inWords = cueOf(words);
const spokenPhoneCue: Cues = [
	cueOf(
		`null_ null, null- ${rows('nummer nr handy mobil telefon tel vorwahl durchwahl'.split(' '), ['', '.', ':', '.:'], ['_'])}`
	),
	inWords
];
const spokenCodeCue: Cues = [
	cueOf(rows('nummer nr zeichen azr az id kennung pass bg'.split(' '), ['', '.', ':', '.:'], ['_'])),
	cueOf(`${words} strich minus punkt leerzeichen groß klein buchstabe`)
];
const spokenEmailCue = cueOf('_at_ _ät_ _klammeraffe_');
const labelCue: Cues = [
	cueOf(
		`nummer zeichen kennung aktz akte steuerid steuer-id ${rows('nr az azr pass titel eat bg kg id'.split(' '), ['_', '.', ':', '-', '\\#', '='])}`
	),
	digits
];
const mixedCue = cueLike(/[A-Z]\d|\d[A-Z]/g);

export function spokenFindings(text: string): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, length: number, label: Finding['label'], why: string) =>
		found.push({ start, end: start + length, label, severity: 'red', why });
	for (const m of matchesNear(text, spokenDigitsCue, spokenDigits, 120))
		if (/[a-z]/i.test(m[0])) add(m.index, m[0].length, 'PHONE', 'Das klingt nach einer Telefonnummer.');
	for (const m of matchesNear(text, spokenPhoneCue, spokenPhone, 20, 220))
		if (/[a-zß-ɏ].*\s.*[a-zß-ɏ]/i.test(m[0]))
			add(m.index, m[0].length, 'PHONE', 'Das klingt nach einer Telefonnummer.');
	for (const m of matchesNear(text, spokenCodeCue, spokenCode, 4, 260)) {
		const words = m[0].match(/[a-zß-ɏ]{3,}/gi) ?? [];
		if (words.length >= 3) add(m.index, m[0].length, 'ID_NUMBER', 'Das klingt nach einem Aktenzeichen.');
	}
	for (const m of matchesNear(text, spokenEmailCue, spokenEmail, 100))
		add(m.index, m[0].length, 'EMAIL', 'Das ist eine E-Mail-Adresse.');
	const why = 'Das sieht nach einer Akten-, Register- oder Kundennummer aus.';
	for (const m of matchesNear(text, labelCue, labelled, 36, 120)) {
		const written = m[1]!.trimEnd();
		const start = m.index + m[0].length - m[1]!.length;
		if (count(written) < 3 || year.test(written) || harmless.test(m[0])) continue;
		if (unit.test(text.slice(start + written.length, start + written.length + 10))) continue;
		if (court.test(text.slice(Math.max(0, m.index - 60), m.index)) || isOfAct(text, start)) continue;
		add(start, written.length, 'ID_NUMBER', why);
	}
	for (const m of matchesNear(text, mixedCue, mixed, 14))
		if (count(m[0]) >= 4 && /[A-Z].*[A-Z]/.test(m[0])) add(m.index, m[0].length, 'ID_NUMBER', why);
	return found;
}

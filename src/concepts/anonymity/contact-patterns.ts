/** Layer 1: e-mail addresses, bank accounts, phone numbers – found by their form. */
import { digits } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const email =
	/[A-Za-zÀ-ɏ0-9._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\})\s?[A-Za-zÀ-ɏ0-9-]{1,63}(?:\.[A-Za-zÀ-ɏ0-9-]{1,63}){1,5}/gi;
const atSign = cueOf('@ (at) [at] {at}');
const halfEmail = /[A-Za-zÀ-ɏ0-9._%+-]{2,64}@(?=[\s,;)]|$)|(?<![A-Za-zÀ-ɏ0-9])@[A-Za-zÀ-ɏ0-9._]{3,40}/g;
const iban = /\b[A-Z]{2}\s?\d{2}(?:[ .-]?(?:[A-Z]{0,4}\d[A-Z0-9]{0,3}|[A-Z]{4})){2,9}(?![A-Za-zÀ-ɏ0-9])/gi;
const account =
	/\b(?:IBAN|Konto(?:nummer|nr|-nr)?|Kto)\.?\s{0,2}(?:-?Nr\.?|Nummer)?\s{0,2}[:.=]?\s{0,2}(?:(?:alt|neu|lautet|ist|jetzt|bisher)\s?:?\s)?((?:[A-Z]{2})?\d[\d Xx*]{3,32}\d)/gi;
const digitRun = /(?:\+|00)\s?\d[\d\s()/.-]{6,22}\d|\(?0[1-9][\d\s()/.–-]{4,22}\d/g;
const labelled =
	/\b(?:tel(?:efon)?|fon|fax|handy|mobil|mobilnr|mob|whats\s?app|telegram|signal|viber|rückruf|rufnummer|handynr|handynummer|telefonnummer|telefonnr|mobilnummer|erreichbar(?:\s+unter)?|durchwahl)\.?\s{0,2}(?:-?nr\.?|nummer)?\s{0,2}[:.=]?\s{0,2}(?:ist\s|lautet\s|unter\s|neu\s)?\(?(\+?\d[\d\s()/.-]{3,24}\d)/gi;

/** "Durchwahl -231", "DW 4711", "Tel. der Mutter: 23 45 67" */
const extension =
	/(?<![A-Za-zÀ-ɏ])(?:durchwahl|dw|nebenstelle|app(?:arat)?\.)\s?:?\s?(-?\s?\d{2,5})(?![\d.,])|(?<![A-Za-zÀ-ɏ])(?:tel(?:efon)?|handy|mobil|fax|nummer)\.?(?:-?nr\.?|nummer)?\s(?:der|des|vom|von|von\sder|privat|dienstl(?:ich|\.)|geschäftl(?:ich|\.)|neu|alt|arbeit)(?:\s[A-Za-zÀ-ɏ]{2,20}){0,2}\s?:?\s(\(?\d[\d\s()/.-]{3,22}\d)/gi;
const count = (text: string): number => text.replaceAll(/\D/g, '').length;

/** The check of ISO 7064 that every account number carries. */
export function ibanHolds(written: string): boolean {
	const plain = written.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
	if (plain.length < 15 || plain.length > 34) return false;
	let rest = 0;
	for (const sign of plain.slice(4) + plain.slice(0, 4)) {
		const value = /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55);
		for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
	}
	return rest === 1;
}

const looksLikeDate = /^\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?(?:\s?[-–]\s?\d{1,2}\.|$|\s)/;
/** Lines that everybody may know. */
const publicLine = /^0(?:800|180|137|900)/;

function isPhone(run: string): boolean {
	const plain = run.replaceAll(/[\s()/.–-]/g, '');
	if (looksLikeDate.test(run) || publicLine.test(plain)) return false;
	const digits = count(run);
	if (/^(?:\+|00)/.test(run)) return digits >= 8 && digits <= 17;
	if (/^\(?0\d{1,2}\.\d{1,2}\./.test(run) || /\n/.test(run)) return false;
	return digits >= 7 && digits <= 14;
}

/** Where a run of digits takes in the time or date after the number, it ends before. */
const trimmed = (run: string): string =>
	run
		.replace(/[\s(/.–-]+\d{1,2}\.\d{1,2}\.?(?:\d{2,4})?$/, '')
		.replace(/\n[\s\S]*$/, '')
		.trimEnd();

/** "☎ 93912", "mobil 157 33409127", "handy o157 3340912", "+90 5xx 417 66 02", "(0 59 71) 9 39 12", "49 157 33409127" */
const unusual =
	/(?:☎|📞|📱|☏)\uFE0F?\s?:?\s?(\(?[\d+][\d\s()/.-]{3,22}\d)|(?<![A-Za-zÀ-ɏ0-9])((?:[+oO]\s?\d|49\s)[\dxX*oO\s()/.-]{6,22}[\dxX*])(?![A-Za-zÀ-ɏ0-9])|(?<![A-Za-zÀ-ɏ0-9.,/-])(1[567]\d[-\s/]{0,3}\d{3,8}(?:[-\s]{1,2}\d{2,8}){0,3})(?![\d.,]|\s?(?:€|euro|eur))|(\(0\s?\d[\d\s]{1,8}\)\s?\d[\d\s/-]{3,14}\d)/g;

const ibanCue = cueOf('#### ##_## ##.## ##-##');
const accountCue: Cues = [cueOf('konto kto iban'), digits];
const runCue = cueLike(/[+0]\s?\d/g);
const unusualCue = cueOf('☎ 📞 📱 ☏ +# +_# o# o_# (# ### ##_# ##_( ##_) ##_x ##_o ##_* ##_/ ##_. ##_- ##__');
const extensionCue: Cues = [cueOf('durchwahl dw nebenstelle app tel handy mobil fax nummer'), digits];
const labelCue: Cues = [
	cueOf('tel fon fax handy mobil mob whats signal viber rückruf rufnummer erreichbar durchwahl'),
	digits
];

export function contactFindings(text: string): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, length: number, label: Finding['label'], why: string) =>
		found.push({ start, end: start + length, label, severity: 'red', why });
	for (const m of matchesNear(text, atSign, email, 160))
		add(m.index, m[0].length, 'EMAIL', 'Das ist eine E-Mail-Adresse.');
	for (const m of matchesNear(text, atSign, halfEmail, 80))
		add(m.index, m[0].length, 'EMAIL', 'Das sieht nach einer E-Mail-Adresse oder einem Nutzernamen aus.');
	for (const m of matchesNear(text, ibanCue, iban, 60))
		if (ibanHolds(m[0]) || (/^[a-z]{2}\s?\d/i.test(m[0]) && count(m[0]) >= 16))
			add(m.index, m[0].length, 'IBAN', 'Das ist eine Bankverbindung (IBAN).');
	for (const m of matchesNear(text, accountCue, account, 60))
		if (count(m[1]!) >= 5) add(m.index + m[0].length - m[1]!.length, m[1]!.length, 'IBAN', 'Das ist eine Kontonummer.');
	for (const m of matchesNear(text, runCue, digitRun, 30, 40)) {
		if (/[A-Za-zÀ-ɏ0-9.,/-]/.test(text.charAt(m.index - 1))) continue;
		const run = trimmed(m[0]);
		if (isPhone(run)) add(m.index, run.length, 'PHONE', 'Das ist eine Telefonnummer.');
	}
	for (const m of matchesNear(text, unusualCue, unusual, 30)) {
		const run = trimmed((m[1] ?? m[2] ?? m[3] ?? m[4])!);
		const signs = run.replaceAll(/[^\dxXoO*]/g, '').length;
		if (signs >= (m[1] ? 4 : m[3] ? 9 : 7) && signs <= 15 && count(run) >= 4 && !/\n/.test(run))
			add(m.index + m[0].indexOf(run), run.length, 'PHONE', 'Das ist eine Telefonnummer.');
	}
	for (const m of matchesNear(text, extensionCue, extension, 50, 90)) {
		const run = m[1] ?? trimmed(m[2]!);
		if (m[1] || (count(run) >= 5 && !looksLikeDate.test(run) && !publicLine.test(run)))
			add(m.index + m[0].indexOf(m[1] ?? m[2]!), run.length, 'PHONE', 'Das ist eine Telefonnummer.');
	}
	for (const m of matchesNear(text, labelCue, labelled, 40, 70)) {
		const run = trimmed(m[1]!);
		if (count(run) >= 5 && !looksLikeDate.test(run) && !publicLine.test(run))
			add(m.index + m[0].lastIndexOf(m[1]!), run.length, 'PHONE', 'Das ist eine Telefonnummer.');
	}
	return found;
}

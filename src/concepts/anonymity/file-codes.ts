/** Layer 1: codes of files behind whatever names them – the key of a form, a line that ends in a colon, "führt sie unter" –, codes whose form is like nothing else, and what stands in a row with them. */
import { digits, rows } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf, type Cue } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { isOfAct, isPublished } from '#concepts/anonymity/published.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const code =
	'(#?(?:[A-Z]{1,5}[-/. ]{1,2}){0,3}[A-Za-z]{0,5}\\d[A-Za-z0-9]*(?:[-–/.:_#]{1,2}[A-Za-z0-9]{1,12}|\\s?[-–/]\\s?\\d[A-Za-z0-9]{0,11}|\\s\\d[A-Za-z0-9]{0,11}|\\s[A-Z]{1,3}(?=\\s?\\d|[\\s,.;)"]|$)){0,8})(?![A-Za-z0-9])';
const named =
	'(?:[A-Za-zÀ-ɏ_.-]{0,30}(?:nummer|nr|zeichen|kennung|kennziffer|[-_]id|[-_]az|konto|schein|ausweis|karte|zähler|bescheid)|gesch\\.?-?\\s?z|a\\.?z|aktz|aktenz|gz|id|kassenz|verw\\.?-?\\s?zweck|verwendungszweck|urkundenrolle|ur|beitragsservice|einschreiben|sendung|pnr|pkz|akten?|anfrage|aufn|tgb|ticket|vorgang|fall|zeichen|ref|referenz|bezug|betreff|betr|case|client|klient(?:in)?|kl|dokument|rezept|owi|bußgeld|blatt|barcode|beleg|duldung|gestattung|titel|pass|zertifikat|anzeige|police|vertrag|antrag|auftrag|buchung|mitglied|bewohner|haushalt)';
const linking = '(?:\\s(?:lautete?|ist|war|heißt|neu|alt|jetzt|nun)(?:\\s(?:die|das|der))?)?';
/** `"fall_id": "CM2291"`, "Az.:\n5 L 118/25.A", "| Az | 118/22 |", "Beitragsnummer (Rundfunk) 447 188 210", "Verw.-Zweck: 4711-88-22" */
const labelled = new RegExp(
	`(?<![A-Za-zÀ-ɏ])${named}["”]?(?:\\.(?=\\d)|\\.?\\s?(?:\\([A-Za-zÀ-ɏ. ]{2,24}\\)\\s?)?${linking}(?:[:=]\\s?["„“]?|\\s?[|;]|\\n|[:=]\\s?\\n|\\s)\\s?)${code}`,
	'gi'
);
const harmless =
	/^(?:warten|wart|platzn|haus-?n|haus-?z|zimmer|telefon|tel|handy|mobil|fax|rückruf|rufnummer|artikel|linien?|lauf|raum|platz|seiten|satz|postleit|konto|iban|durchwahl|notruf|service|hotline|bus|gleis|modul|steck|formular)/i;
const few =
	/^(?:(?:[A-Za-zäöü]+\s)?(?:19|20)\d\d$|(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.?(?:\s?\d{2,4})?(?:[\s,].*)?|(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?|\d{1,2}[:.]\d\d|11[0-8]|116\s?\d{3})$/;
const unit =
	/^\s?(?:€|euro|eur(?![A-Za-zÀ-ɏ])|%|,\d\d|prozent|uhr|tage?n?|wochen?|monate?n?|jahre?n?|stunden|std|km|qm|kinder|personen|fälle[n]?|mal(?![A-Za-z])|anträge|akten|seiten|x(?![A-Za-z]))/i;

/** Forms that are like nothing else; at least three digits each. */
const forms: readonly (readonly [Cue, RegExp])[] = [
	[cueOf('-# /#'), /(?<![A-Za-zÀ-ɏ0-9/-])[A-Z]{2,5}(?:[-/][A-Z]{1,4}){0,2}[-/]\d{1,4}[-/]\d{2,8}(?![0-9])/g],
	[cueOf('##_##'), /(?<![A-Za-zÀ-ɏ0-9/-])[A-Z]{1,3}-[A-Z]{1,3}\s\d{2,4}(?:\s\d{2,4}){1,3}(?![0-9])/g],
	[cueOf('####-'), /(?<![A-Za-zÀ-ɏ0-9.,/-])(?!(?:19|20)\d\d-)\d{4,8}-[A-Z]{1,2}(?![A-Za-zÀ-ɏ0-9-])/g],
	[
		cueLike(/\d[A-Z]{0,7}[-/._]|[-/._][A-Z]{0,7}\d/g),
		/(?<![A-Za-zÀ-ɏ0-9.,/+§-])[A-Z0-9]{1,6}(?:[-/._][A-Z0-9]{1,8}){1,5}(?![A-Za-zÀ-ɏ0-9])/g
	],
	[cueOf('##-# ##/# ##.#'), /(?<![A-Za-zÀ-ɏ0-9.,/+§-])\d{2,8}(?:[-/.]\d{1,8}){2,5}(?![A-Za-zÀ-ɏ0-9]|,\d)/g],
	[cueOf('##/##'), /(?<![A-Za-zÀ-ɏ0-9.,/+§-])\d{2,4}\.\d{2,6}\/\d{2}(?![A-Za-zÀ-ɏ0-9])/g],
	[cueOf('####-# ####/# ####.#'), /(?<![A-Za-zÀ-ɏ0-9.,/+-])[1-9]\d{3,}(?:[-/.]\d{1,8}){1,4}(?![0-9]|[,]\d)/g],
	[cueOf('####'), /(?<![A-Za-zÀ-ɏ0-9])[A-Z]{2}\s?\d{4}\s?\d{4}\s?\d\s?[A-Z]{2}(?![A-Za-zÀ-ɏ0-9])/g],
	[cueOf('###_###'), /(?<![A-Za-zÀ-ɏ0-9.,+])\d{1,2}\s\d{3}\s\d{3}\s?[-–]\s?\d{3}(?!\d)/g],
	[
		cueOf('#/##'),
		/(?<![A-Za-zÀ-ɏ0-9.,/])\d{1,3}[a-z]?\s(?:k|l|a|as|so|ay|al|f|c|ik|in|js|la|ca|o|m|ds|cs|ls|xvii)\s\d{1,5}\/\d{2}(?:\.a)?(?:\s(?:er|r))?(?![A-Za-zÀ-ɏ0-9])/g
	],
	[cueOf('TN_# TN# TN-#'), /(?<![A-Za-zÀ-ɏ0-9])TN[-\s]?(?!(?:19|20)\d\d(?!\d))(?:0\d{2,6}|\d{4,7})(?![\d.,])/g],
	[
		cueOf('#/##'),
		/(?<![A-Za-zÀ-ɏ0-9.,/+§-])\d{1,3}(?:\.\d{1,2}){0,2}[-/][A-ZÄÖÜ][a-zäöüß]{2,20}[-/]\d{2,5}\/\d{2,4}(?!\d)/g
	]
];
const dates = /^(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?$/;
/** "C-673/20" before the court of the EU, "COVID-19", "DIN-5008", "2024-Q3", "1.250.000", "9.00-12.30", "10-12-14" */
const common =
	/^(?:[CTF]-\d{1,4}\/\d\d|(?:COVID|DIN|ISO|EN|TR|SGB|BGB|EU|EG|UN|BT|LT|ICD|ICF|CDU|SPD|WPA|USB|A|B|BA|MA|MS|KW|SSW|Q|H|GKV|NRW|SUV)[-/._]?\d{1,5}(?:[-/]\d{1,4})?|(?:19|20)\d\d[-/](?:Q|H|HJ|KW)\d{0,2}|\d{1,3}(?:\.\d{3})+|\d{1,2}[.:]\d\d[-–]\d{1,2}[.:]\d\d|\d{1,2}(?:[-/.]\d{1,2}){1,3}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|\d{1,3}[-/][A-Z]|[A-Z]\d[-/][A-Z]\d|0(?:800|180|137|900)[-/.].*|(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d[-/.](?:19|20)\d\d)$/;
const years = /^(?:(?:19|20)\d\d[-/.]?)+(?:\d\d)?$/;
/** "PIN 1182", "Login amira1990", "Zugangscode 7F3K22": what opens somebody's account */
const secret = new RegExp(
	'(?<![A-Za-zÀ-ɏ])(?:[A-Za-zÀ-ɏ]{0,20}(?:code|kennwort|passwort)|pin|puk|tan|login|user(?:name)?|benutzer(?:name)?|benutzerkennung|nutzername|zugangsdaten|mandatsref(?:erenz)?|gläubiger-?id)(?:\\s(?:im|in|beim|bei|für|vom|von|am)\\s[A-Za-zÀ-ɏ]{2,20}){0,2}\\.?\\s?(?:[:=]|ist|lautet)?\\s{1,2}((?=[A-Za-z0-9._-]*\\d)[A-Za-z0-9][A-Za-z0-9._-]{2,30}[A-Za-z0-9])(?![A-Za-zÀ-ɏ0-9])',
	'gi'
);
/** "Unser Zeichen: II/3-Wö", "Gz.: Sch/We" */
const letters =
	/(?<![A-Za-zÀ-ɏ])(?:(?:[Uu]nser|[Ii]hr|[Mm]ein)\s[Zz]eichen|[Gg]eschäftszeichen|[Gg][Zz]\.?|[Dd]iktatzeichen)\s?:\s?([A-ZÀ-Þ][A-Za-zÀ-ɏ0-9.]{0,5}(?:[-/ ][A-Za-zÀ-ɏ0-9]{1,5}){1,4})(?=\s?(?:[,;\n]|$))/g;
/** "Fall-Nr. 17" */
const little =
	/(?<![A-Za-zÀ-ɏ])(?:fall|akten?|kunden|klienten|klient|teilnehmer|tn|bewohner|haushalts|mitglieds|personen)-?(?:nr\.?|nummer|id)\s?:?\s?(\d{1,2})(?![\d.,]|\s?(?:€|euro|prozent|%))/gi;
/** "die letzten vier Ziffern 8821", "endet auf 3319"; "Fall 2291: Mutter mit zwei Kindern" */
const tail =
	/(?:letzten?\s(?:[a-zäöü]+\s)?(?:ziffern?|stellen)|endziffern?|endnummer|end(?:et|end)\sauf)(?:\s(?:der|des|seiner|ihrer|von)\s[A-Za-zÀ-ɏ]{2,20}){0,2}(?:\s(?:sind|lauten|ist)|:)?\s(\d{2,6})(?!\d|[.,]\d|\s?(?:€|euro|prozent|%|uhr))/gi;
const head = new RegExp(
	'(?:^|[\\n•–]\\s?|[.;:(]\\s)(?:Fall|Akte|Klient(?:in)?|Kl\\.|Vorgang|Mandat)\\s(?:Nr\\.?\\s?)?((?!(?:19|20)\\d\\d(?!\\d))\\d{3,6})(?=\\s?[:,;.)\\n–]|$)(?![.,]\\d)',
	'g'
);
/** "364 BG 0118822" */
const grouped = /(?<![A-Za-zÀ-ɏ0-9])\d{3,5}\s(?:BG|FK|bg|fk)\s\d{5,8}(?!\d)/g;
/** "418 KLA" on a scooter */
const scooter = /kennzeichen\s?:?\s(\d{3}\s?[A-Z]{3})(?![A-Za-zÀ-ɏ])/g;

const count = (text: string): number => text.replaceAll(/\D/g, '').length;
const shape = (written: string): string =>
	written.replaceAll(/\d+/g, '9').replaceAll(/[A-Z]/g, 'A').replaceAll(/[a-z]/g, 'a');

const why = 'Das sieht nach einer Akten-, Register- oder Kundennummer aus.';

const labelCue: Cues = [
	cueOf(
		`nummer zeichen gesch kenn aktz -id -az \\_id \\_az urkunde beitragss einschreiben sendung akte anfrage aufn ticket vorgang bezug betreff case client klient dokument rezept bußgeld blatt barcode beleg duldung gestattung titel pass zertifikat anzeige police vertrag antrag auftrag buchung mitglied bewohner haushalt konto schein ausweis karte zähler bescheid zweck referenz kassenz ${rows('nr az a.z gz id ur pnr pkz tgb fall ref betr kl owi'.split(' '), ['', '"', '”'], ['_', '.', ':', '=', '|', ';', '('])}`
	),
	digits
];
const secretCue: Cues = [
	cueOf(
		`code kennwort passwort puk login user nutzer zugangs mandats gläub ${rows('pin tan'.split(' '), ['_', '.', ':', '=', 'ist', 'lautet'])}`
	),
	digits
];
const lettersCue = cueOf('zeichen gz_ gz. gz:');
const littleCue: Cues = [cueOf('nr nummer id_ id: id#'), digits];
const tailCue = cueOf('ziffer stellen_ stellen: endnummer endet_auf endend_auf');
const headCue = cueOf(rows('Fall Akte Klient Klientin Kl. Vorgang Mandat'.split(' '), ['_#', '_Nr']));
const groupedCue = cueOf('_bg_ _fk_');
const scooterCue: Cues = [cueOf('kennzeichen'), digits];

export function fileCodeFindings(text: string): Finding[] {
	const found: Finding[] = [];
	if (!/\d/.test(text)) return found;
	const add = (start: number, written: string) => {
		found.push({ start, end: start + written.length, label: 'ID_NUMBER', severity: 'red', why });
		inRow(text, start + written.length, shape(written), add);
	};
	for (const m of matchesNear(text, labelCue, labelled, 36, 150)) {
		const written = withoutWords(m[1]!).replace(/[\s.,:;–-]+$/, '');
		const start = m.index + m[0].length - m[1]!.length + m[1]!.indexOf(written);
		const strong =
			/(?:nummer|nr|zeichen|kennung|kennziffer|id|az|gz|pnr|pkz|aktz|a\.z|ref|referenz)["”]?\.?\s?(?:[:=|;\d]|\s|\()/i.test(
				m[0]
			);
		const enough = count(written) >= (/["„:=#]/.test(m[0].slice(0, -m[1]!.length)) || strong ? 3 : 4);
		const mixed = strong && /^[A-Z0-9]{5,}$/.test(written) && /\d/.test(written) && /[A-Z].*[A-Z]/.test(written);
		if ((!enough && !mixed) || few.test(written) || harmless.test(m[0])) continue;
		if (!strong && !/[-/.]|[A-Z]/.test(written) && count(written) < 5) continue;
		if (!strong && (/^(?:19|20)\d\d/.test(written) || /^\d{1,3}(?:\.\d{3})+$/.test(written))) continue;
		if (unit.test(text.slice(start + written.length, start + written.length + 12))) continue;
		if (isOfAct(text, start) || isPublished(text, m.index, start + written.length)) continue;
		add(start, written);
	}
	for (const [cue, pattern] of forms)
		for (const m of matchesNear(text, cue, pattern, 50)) {
			if (dates.test(m[0]) || years.test(m[0]) || common.test(m[0])) continue;
			if (/^[\d./-]+$/.test(m[0]) ? count(m[0]) < (/^\d+\.\d+\/|[-/.]\d+[-/.]/.test(m[0]) ? 6 : 8) : count(m[0]) < 3)
				continue;
			if (/^[A-Z0-9]{1,6}[._][A-Z0-9]+$/.test(m[0])) continue;
			if (unit.test(text.slice(m.index + m[0].length, m.index + m[0].length + 12))) continue;
			if (isOfAct(text, m.index) || isPublished(text, m.index, m.index + m[0].length)) continue;
			add(m.index, m[0]);
		}
	for (const [cues, pattern] of [
		[secretCue, secret],
		[lettersCue, letters],
		[littleCue, little],
		[groupedCue, grouped],
		[tailCue, tail],
		[headCue, head]
	] as const)
		for (const m of matchesNear(text, cues, pattern, 30, 90)) {
			const written = m[1] ?? m[0];
			if (!/^(?:19|20)\d\d$/.test(written)) add(m.index + m[0].lastIndexOf(written), written);
		}
	for (const m of matchesNear(text, scooterCue, scooter, 30)) add(m.index + m[0].length - m[1]!.length, m[1]!);
	return found;
}

/** The same finds, each with the signs of the writer behind it: "514-337/2025-Hs". */
export function withSigns(text: string, found: readonly Finding[]): Finding[] {
	return found.map((find) => {
		if (!/[-/]/.test(text.slice(find.start, find.end))) return find;
		const sign = /^\s?[-/]\s?[A-ZÄÖÜ][A-Za-zäöü]{0,3}(?![A-Za-zÀ-ɏ0-9-])/.exec(text.slice(find.end, find.end + 10));
		return sign ? { ...find, end: find.end + sign[0].length } : find;
	});
}

/** The pattern ignores case for its labels; within a code, words of small letters are none of its parts. */
function withoutWords(written: string): string {
	const parts = written.split(/(?<=\s)/u);
	const small = (part: string | undefined): boolean => part !== undefined && /^[a-zß-ɏ]{2,}[-./]?\s*$/.test(part);
	while (
		small(parts[0]) &&
		(!/^[a-z]{1,2}\s/.test(parts[0]!) || /^(?:im|am|in|um|ab|an|zu|so|da|er|es|ob|wo|ja|je|ca|ok)\s/.test(parts[0]!))
	)
		parts.shift();
	const end = parts.findIndex((part, at) => at > 0 && small(part));
	return (end < 0 ? parts : parts.slice(0, end)).join('');
}

/** "4418-A, 4418-C und 5002-F": what follows in a row and is made alike. */
function inRow(text: string, from: number, form: string, add: (start: number, written: string) => void): void {
	const next =
		/^\s?(?:,|;|\/|und|u\.|sowie|bzw\.|\+|&)\s?(?:und\s)?([A-Za-z]{0,5}[-/. ]?\d[A-Za-z0-9./-]{1,24}[A-Za-z0-9])/.exec(
			text.slice(from, from + 48)
		);
	const end = from + (next?.[0].length ?? 0);
	if (
		next &&
		shape(next[1]!) === form &&
		count(next[1]!) >= (/^\d+$/.test(next[1]!) ? 5 : 3) &&
		!unit.test(text.slice(end, end + 12))
	)
		add(from + next[0].length - next[1]!.length, next[1]!);
}

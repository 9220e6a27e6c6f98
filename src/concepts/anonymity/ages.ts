/** Layer 1: exact ages of a person; age limits, lengths of stay and groups stay free. */
import { digits, rows, shortNumber } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import { personal, sentenceAround } from '#concepts/anonymity/dates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const numberWord =
	'(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwoelf|(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig))';
const n = '\\d{1,3}';
const list = `${n}(?:[.,]5|½|\\s?1/2)?(?:\\s?(?:,|u\\.|und|\\+|&|/|sowie|bis|-|–)\\s?${n}){0,11}`;
const years = '(?:jahren?|jahr|j\\.?|jhr\\.?|jährig[A-Za-zÀ-ɏ]*|jaehrig[A-Za-zÀ-ɏ]*|lj\\.?)';

/** "34 Jahre alt", "3 und 5 J. alt", "8 Monate alt" */
const old = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9.,])(?:${list}|${numberWord})\\s?-?\\s?(?:${years}|mon(?:aten?|\\.)|wochen?|tage)\\s?(?:und\\s\\d{1,2}\\smonate\\s)?(?:alt|jung)(?![A-Za-zÀ-ɏ])`,
	'gi'
);
/** "34 J.", "(34J)", "17j." – the short form is not used for spans of time, if no preposition of time stands before */
const short = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9.,/-])${list}\\s?(?:J\\.|J(?=[\\s),;/.]|$)|j\\.(?![A-Za-zÀ-ɏ])|j(?=[\\s]?[),;]))(?![A-Za-zÀ-ɏ])`,
	'g'
);
/** "(17)", "(m, 34)", "(34 Jahre, Syrien)", "(5, 7 und 9)" */
const bracketed = new RegExp(
	`\\(\\s?(?:(?:ca\\.\\s|[mwd]\\s?[,/]\\s?|♀\\s?|♂\\s?|alter:?\\s)?)(${list})\\s?(?:${years}|[mwd]|wochen?|wo\\.|monate?|mon\\.|tage)?\\s?(?:[,;/)]|alt|aus)`,
	'giu'
);
const compound = new RegExp(
	`(?<![A-Za-zÀ-ɏ0-9.,-])(?:(?:${n}(?:\\s?(?:,|und|u\\.|/|-|–|bis)\\s?${n})?)\\s?-?\\s?|${numberWord})j(?:ä|ae)hr(?:ig(?:e[mnrs]?)?|\\.)(?![A-Za-zÀ-ɏ])`,
	'gi'
);
const labelled =
	/\b(?:alter|lebensalter|alter\s+der\s+[A-Za-zÀ-ɏ]+)\s?(?:von|:|ist|=)?\s?(?:ca\.\s)?(\d{1,3}(?:\s?[,/]\s?\d{1,2})*)(?![0-9.,]|\s?%)/gi;
const turned =
	/\b(?:wird|wurde|ist|war|gerade|erst|schon|bald|inzwischen|mittlerweile|bereits|knapp)\s(?:(?:bald|gerade|im\s[A-Za-zÀ-ɏ]+|heute|morgen|erst|schon|jetzt|nun|am\s\d{1,2}\.\s?\d{1,2}\.)\s){0,2}(\d{1,3})(?=\s?(?:geworden|jahre(?![A-Za-zÀ-ɏ]|\s+(?:in|hier|dort|verheiratet|lang|her))|$|[.,;)!](?!\d)|\sund\s))/gi;
const withAge =
	/\bmit\s(\d{1,2}(?:\sjahren)?)(?=\s(?:verheiratet|geheiratet|zwangsverheiratet|geflohen|geflüchtet|schwanger|allein|nach\s|aus\s|eingereist|eingeschult|angefangen|die\sschule|von\s|zum\sersten))/gi;
const atAge =
	/\bim\s+alter\s+von\s+(?:ca\.\s)?(\d{1,3}(?:\s?(?:,|und|u\.|bis|-)\s?\d{1,2}){0,11}(?:\s(?:jahren|monaten))?)/gi;
/** "Sohn 12", "Kinder: 3, 5 und 9" – an age follows a relative */
const ofKin = new RegExp(
	`\\b(?:sohn|söhne|tochter|töchter|kind|kinder|bruder|schwester|mutter|vater|ehemann|ehefrau|mann|junge|mädchen|kl\\.?|klient(?:in)?|tn)\\s?(?::|,|=|\\(|ist\\s)?\\s?(\\d{1,2}(?:\\s?(?:,|u\\.|und|\\+|/|&)\\s?\\d{1,2}){0,11})(?=\\s?(?:${years}|[),;.]|$|\\n|\\s(?:und|geht|besucht|ist|hat|lebt|wohnt|kommt|seit|aus|in)\\s))(?!\\.?\\s?\\d|\\s?(?:kinder|mal|stunden|std|€|euro|monate|jahre\\s(?:in|hier|lang)))`,
	'gi'
);

const limit =
	/[<>≥≤]\s?$|(?<![A-Za-zÀ-ɏ])(?:unter|über|ueber|ab|bis|bis\szu|zwischen|mindestens|mind\.|höchstens|maximal|max\.|seit|vor|nach|innerhalb|für|fuer|alle|rund|je|jeweils|u|ü|erst\sab|erst\smit|volle|in|binnen|nächsten|letzten|vergangenen|von|weitere|weiteren|um|dauer|insgesamt|wartezeit|voraufenthalt)[\s-]{1,2}(?:den\s|dem\s|der\s|die\s|ca\.\s|etwa\s|zu\s|\d{1,2}\s?(?:und|-|–|bis)\s)?$/i;
const thing =
	/^\s+(?:[a-zß-ɏ]+e[nrsm]?\s+)?(?:aufenthalt|ausbildung|frist|dauer|laufzeit|erfahrung|berufserfahrung|vertrag|befrist|gültig|aufenthaltserlaubnis|titel|mietvertrag|schulbesuch|wartezeit|verfahren|studium|berufsausbildung|beschäftig|tätigkeit|sperr|einreise|probe|voraufenthalt|duldung|zeitraum|projekt|förder|kurs|bestand|berufs|vorbeschäftigung|ehe|beziehung|haft|pflege|weiterbild|umschul|maßnahme|betrieb|gewährleist|praxis|zugehörig|vorversicher|schul|flucht|einsatz|arbeit|bestehen|jubiläum|programm|kooperation|zusammenarbeit|mitglied)/i;
const groupNoun = /^[A-Za-zÀ-ɏ]*jährigen?$/i;

function isLimit(text: string, start: number): boolean {
	return limit.test(text.slice(Math.max(0, start - 26), start));
}

/** "Sesay, 37 Jahre, Lagerist", "Lamin, 9 Monate", "geschätzt 17", "sagt 15" */
const beside =
	/(?:[A-ZÀ-Þ][a-zß-ɏ]+\.?,|geschätzt|schätzungsweise)\s(\d{1,2}\s?(?:jahre|j|jhr|monate|mon|wochen|wo)(?![A-Za-zÀ-ɏ])(?=\.?\s?(?:[,;)\n–•]|$|\.|aus\s|geb\.?\s|und\s[A-ZÀ-Þ]))|\d{2}(?=\s?(?:[,;)\n]|$)))/gi;

/** "sohn besim 15", "tochter era 3 jahre", "heiratete mit 16" */
const named =
	/\b(?:(?:sohn|tochter|kind|bruder|schwester|mutter|vater|ehemann|ehefrau|mann|junge|kl\.?|klient(?:in)?)\s[A-Za-zÀ-ɏ]{3,20},?\s|(?:heiratete|verheiratet|floh|flüchtete|schwanger)\s(?:sie\s|er\s)?(?:bereits\s|schon\s|erst\s)?mit\s)(\d{1,2}(?:\s(?:jahren?|j|jhr|monate|mon|wochen)(?![A-Za-zÀ-ɏ]))?)(?=\.?\s?(?:[,;)\n–•-]|$|ihren|seine|einen|den)|\.(?!\d))/gi;

const oldCue = cueOf(
	`jährig jaehrig ${rows(['_', '.', 'j', 'jahr', 'jahre', 'jahren', 'jhr', 'mon', 'monat', 'monate', 'monaten', 'woche', 'wochen', 'tage'], ['alt', 'jung'])}`
);
const shortCue = cueOf(rows(['#', '½'], ['', '_'], ['j']));
const bracketCue = cueOf(rows(['(', '(_'], ['#', 'ca.', 'm', 'w', 'd', '♀', '♂', 'alter']));
const compoundCue = cueOf('jähr jaehr');
const kinCue = cueOf('sohn söhne tochter töchter kind bruder schwester mutter vater mann frau junge mädchen kl tn');
const ageCue = cueOf('alter');
/** Each with what to look for it by. */
const plain: readonly (readonly [Cues, RegExp])[] = [
	[[ageCue, digits], labelled],
	[
		[shortNumber, cueOf('wird_ wurde_ ist_ war_ gerade_ erst_ schon_ bald_ inzwischen_ mittlerweile_ bereits_ knapp_')],
		turned
	],
	[cueOf('mit_#'), withAge],
	[[ageCue, digits], atAge],
	[[kinCue, digits], ofKin],
	[cueOf(',_# geschätzt_# schätzungsweise_#'), beside],
	[
		[shortNumber, cueOf('sohn_ tochter_ kind_ bruder_ schwester_ mutter_ vater_ mann_ frau_ junge_ kl klient mit_')],
		named
	]
];

export const ageAt = (start: number, end: number): Finding => ({
	start,
	end,
	label: 'AGE',
	severity: 'amber',
	why: 'Ein genaues Alter kann die Person verraten; eine Altersspanne genügt meist.'
});

/** `isPersonal` says of the word before a bracket whether it speaks of a person. */
export function ageFindings(text: string, isPersonal: (word: string) => boolean = () => true): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, end: number) => found.push(ageAt(start, end));
	for (const m of matchesNear(text, oldCue, old, 130, 40))
		if (!isLimit(text, m.index) || /(?<![A-Za-zÀ-ɏ])(?:in|von|um|rund)\s$/i.test(text.slice(0, m.index).slice(-6)))
			add(m.index, m.index + m[0].length);
	for (const m of matchesNear(text, shortCue, short, 130, 10))
		if (!isLimit(text, m.index)) add(m.index, m.index + m[0].length);
	for (const m of matchesNear(text, bracketCue, bracketed, 4, 140)) {
		const value = m[1]!;
		const start = m.index + m[0].indexOf(value);
		const before = text.slice(Math.max(0, m.index - 24), m.index);
		const named =
			/[A-Za-zÀ-ɏ]\.?\s?$/.test(before) &&
			!/(?:§|abs\.?|nr\.?|satz|art\.?|tabelle|abb\.?|seite|anlage|punkt|kapitel|gruppe|stufe|klasse|ziffer|fußnote|quelle|stand)\s?\d*\s?$/i.test(
				before
			);
		const bare = /^\(\s?\d{1,3}\s?[),]/.test(m[0]) && !/[),]\s?(?:\d{3})/.test(text.slice(start, start + 8));
		const word = /([A-Za-zÀ-ɏ'’]+)\.?\s?$/.exec(before)?.[1] ?? '';
		if (/^\s?\)/.test(text.slice(start + value.length)) && !/,|u/.test(value) && !isPersonal(word)) continue;
		const numbers = value.match(/\d+/g)!.map(Number);
		if (numbers.some((x) => x > 104) || (bare && numbers.length === 1 && numbers[0]! < 1) || !named) continue;
		const after = text.slice(start + value.length, start + value.length + 14);
		if (/^\s?(?:stück|personen|fälle|prozent|%|€|kinder|stunden|std)/iu.test(after)) continue;
		if (
			/(?:frauen|männer|mädchen|jungen|divers|schüler|schülerinnen|kurse?|fälle[n]?|beratungen|termine[n]?|anfragen|personen|familien|kinder|plätze[n]?|gespräche[n]?|meldungen|haushalte[n]?)\s?$/iu.test(
				before
			) &&
			numbers.length === 1
		)
			continue;
		add(
			start,
			start +
				value.length +
				(/^\s?(?:jahre?n?|j\.?|jährig|wochen?|wo\.|monate?|mon\.|tage)(?![A-Za-zÀ-ɏ])/i.exec(after)?.[0].length ?? 0)
		);
	}
	for (const m of matchesNear(text, compoundCue, compound, 40)) {
		const after = text.slice(m.index + m[0].length, m.index + m[0].length + 40);
		if (
			(isLimit(text, m.index) &&
				!/(?<![A-Za-zÀ-ɏ])(?:um|für|von)\s(?:die|den|der|dem)\s$/i.test(
					text.slice(Math.max(0, m.index - 10), m.index)
				)) ||
			thing.test(after)
		)
			continue;
		const group =
			groupNoun.test(m[0].replaceAll(/[\d\s,–-]/g, '')) &&
			/^(?:\d|[A-Za-zÀ-ɏ]).*J/.test(m[0]) &&
			/jährigen$/i.test(m[0]) &&
			!/(?:des|der|dem|den|eines|einem|einen|einer|ihrem|seinem|ihren|seinen|ihrer|seiner|mein[A-Za-zÀ-ɏ]*)\s$/i.test(
				text.slice(Math.max(0, m.index - 10), m.index)
			);
		if (!group || /^\d{1,2}\s?-?\s?jährigen/iu.test(m[0])) add(m.index, m.index + m[0].length);
	}
	for (const [cues, pattern] of plain)
		for (const m of matchesNear(text, cues, pattern, 40, 90)) {
			const start = m.index + m[0].lastIndexOf(m[1]!);
			// "Kinder (17)" in a count, "im Alter von 15 bis 25 Jahren" in a rule
			// "Kinder: 4" counts them
			if (pattern === ofKin && /^(?:kinder|söhne|töchter)/i.test(m[0]) && /^\d+$/.test(m[1]!)) continue;
			if (pattern === atAge && /bis|-/.test(m[1]!) && !personal.test(sentenceAround(text, start, start))) continue;
			if (pattern === turned && !/^\d{2}$/.test(m[1]!)) continue;
			if (m[1]!.match(/\d+/g)!.some((x) => Number(x) > 104)) continue;
			add(start, start + m[1]!.length);
		}
	return found;
}

/** Layer 1: ages in turns of speech about somebody: "mit 17 kam er", "gibt an, 16 zu sein", "schätzt ihn auf 19", "noch keine 21", "in ihrem 12. Lebensjahr", "der Pass sagt 20". */
import { ageAt } from '#concepts/anonymity/ages.ts';
import { amount, digits, numerals, rows, shortNumber } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const letter = 'A-Za-zÀ-ɏ';
const ones = '(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun)';
const word = `(?:zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|${ones})`;
const age = `(?:\\d{1,2}|${word})`;
const somebody =
	'(?:er|sie|ihre?|seine?|die\\s(?:mutter|tochter|klientin|frau|schwester|junge\\sfrau)|der\\s(?:vater|sohn|klient|mann|bruder|junge))';
const stop = `(?=\\s?(?:[,;.!?)\\n–]|$)|\\s(?:und|aber|also|oder|alt)(?![${letter}]))(?![.,]\\d)`;

const patterns: readonly (readonly [Cues, RegExp])[] = [
	// "mit 17 kam er allein an", "mit 61 Jahren lernt sie noch"
	[
		cueOf(rows(['mit_'], ['#', ...numerals])),
		new RegExp(
			`(?<![${letter}])mit\\s((?:\\d{2}|${word})(?:\\sjahren)?)(?=\\s(?:kam|kommt|floh|flieht|flüchtete|verließ|ging|geht|wurde|wird|lernte?|lernt|arbeitete?|arbeitet|begann|zog|zieht|brach|findet|fand|bekam|bekommt|hat|hatte|will|wollte|muss|musste|kann|konnte|darf|durfte|soll|sollte|steht|stand|lebte?|lebt|verlor|heiratete|war|ist)\\s${somebody}(?![${letter}]))`,
			'gi'
		)
	],
	// "gibt an, 16 zu sein", "will siebzehn Jahre alt sein"
	[
		cueOf(
			`zu_sein alt_sein jahre_sein ${rows(['#', 'zehn', 'elf', 'zwölf', 'zig', 'ßig', ...ones.slice(3, -1).split('|')], ['_sein'])}`
		),
		new RegExp(`(?<![\\d.,${letter}])(${age}(?:\\sjahre)?)\\s(?:alt\\s)?(?:zu\\s)?sein(?![${letter}])`, 'gi')
	],
	// "schätzt ihn auf 19", "ihr Alter wird auf vierzig geschätzt"
	[
		[cueOf('schätz'), amount],
		new RegExp(
			`(?:schätz[${letter}]{1,3}\\s(?:ihn|sie|(?:das|sein|ihr)\\salter|den\\s(?:jungen|mann)|die\\s(?:frau|junge\\sfrau))\\s(?:[a-zäöü]+\\s){0,2}auf\\s(?:etwa\\s|ca\\.\\s|rund\\s)?(${age}(?:\\sjahre)?)${stop}|(?:alter|er|sie)\\swird\\s(?:[a-zäöü]+\\s)?auf\\s(?:etwa\\s|ca\\.\\s|rund\\s)?(${age}(?:\\sjahre)?)\\sgeschätzt)`,
			'gi'
		)
	],
	// "seit seinem 12. Lebensjahr", "in ihrem vierten Lebensmonat"
	[
		cueOf('lebensjahr lebensmonat'),
		/(?<![A-Za-zÀ-ɏ])(?:ihrem|ihres|seinem|seines)\s((?:\d{1,2}\.|[a-zäöüß]{3,12}(?:ten|sten))\slebens(?:jahr|monat)(?:e?s)?)/gi
	],
	// "ist noch keine 21"
	[[cueOf('noch_keine_'), amount], new RegExp(`noch\\skeine\\s(${age})${stop}`, 'gi')],
	// "ihr Alter gibt sie mit 44 an"
	[
		cueOf('alter_gibt alter_gab alter_nenn alter_nann'),
		new RegExp(
			`alter\\s(?:gibt|gab|nennt|nannte)\\s(?:[${letter}]+\\s){1,3}(?:mit|als)\\s(${age}(?:\\sjahren?)?)(?=\\s(?:an|jahre)|[,.;])`,
			'gi'
		)
	],
	// "und 15, als er floh"
	[
		cueOf(',_als_'),
		new RegExp(
			`(?<![${letter}])(?:war|ist|und|erst|gerade|schon)\\s(?:er\\s|sie\\s)?(${age}),\\sals\\s${somebody}(?![${letter}])`,
			'gi'
		)
	],
	// "er 52, Schlosser, sie 49, Lehrerin"
	[cueOf('er_##,_ sie_##,_'), /(?<![A-Za-zÀ-ɏ])(?:[Ee]r|[Ss]ie)\s(\d{2})(?=,\s[A-ZÀ-Þ][a-zß-ɏ]{3,}(?:in|er|e)[.,;])/g],
	// "Alter bei Einreise: 15"
	[
		[cueOf('alter_'), digits],
		/(?<![A-Za-zÀ-ɏ])alter\s(?:bei|zum|zur|der|des|am|laut)\s[A-Za-zÀ-ɏ]+(?:\s[A-Za-zÀ-ɏ]+)?\s?[:=]\s?(\d{1,2})(?![\d.,]\d|\s?%)/gi
	],
	// "ihre elf und vierzehn Jahre alten Söhne"
	[
		cueOf('jahre_alt monate_alt'),
		new RegExp(
			`(?<![${letter}])(${word}(?:(?:,\\s|\\s(?:und|u\\.|bzw\\.)\\s)${word}){1,4}\\s(?:jahre|monate))\\salt`,
			'gi'
		)
	],
	// "Sohn: 1 J. 4 Mon."
	[
		cueOf(rows(['#'], ['', '_'], ['j', 'j.', 'jahre', 'jahr'], ['_', ',_'], ['#'])),
		/(?<![\d.,/-])(\d{1,2}\s?(?:j\.?|jahre?),?\s\d{1,2}\s?(?:mon\.?|monate?|m\.))(?![A-Za-zÀ-ɏ])/gi
	],
	// "angegeben hat er 18"
	[
		cueOf('angegeben_ angab_'),
		new RegExp(`angegeben\\s(?:hat(?:te)?\\s(?:er|sie)\\s|habe\\s(?:er|sie)\\s)?(?:selbst\\s)?(\\d{2})${stop}`, 'gi')
	],
	// "der Pass sagt 20"
	[
		[cueOf('sagt_ sagen_ nennt_ meint_ schreibt_ steht_'), shortNumber],
		new RegExp(
			`(?:pass|ausweis|akte|papiere?|gutachten|tazkira|jugendamt|arzt|urkunde)\\s(?:sagt|sagen|nennt|meint|schreibt|steht)\\s(\\d{2})${stop}`,
			'gi'
		)
	],
	// "der Mann, etwa 45, spricht Dari"
	[
		[cueOf('etwa_ ca._ ungefähr_ rund_ circa_ um_die_ wohl_'), shortNumber],
		/(?<![A-Za-zÀ-ɏ])(?:mann|frau|junge|mädchen|mutter|vater|sohn|tochter|bruder|schwester|klient(?:in)?),\s(?:etwa|ca\.|ungefähr|rund|circa|um\sdie|wohl)\s(\d{2}(?:\sjahre)?)(?=[,;.)\n])/gi
	],
	// "die Zwillinge sind jetzt acht"
	[
		[cueOf(rows(['sind_', 'werden_'], ['jetzt', 'erst', 'schon', 'gerade', 'beide', 'nun', 'bald'])), amount],
		new RegExp(
			`(?<![${letter}])(?:zwillinge|kinder|söhne|töchter|mädchen|jungen|jungs|geschwister|brüder|schwestern|beiden?)\\s(?:sind|werden)\\s(?:(?:jetzt|erst|schon|gerade|beide|nun|bald)\\s){1,2}(${age}(?:\\s(?:jahre|monate))?)${stop}`,
			'gi'
		)
	]
];
/** What is counted is no age. */
const counted =
	/^\s?(?:uhr|€|euro|mal|stunden|std|minuten|personen|kinder|tage|wochen\slang|km|qm|prozent|%|plätze|termine|zimmer)/i;

export function ageTurnFindings(text: string): Finding[] {
	const found: Finding[] = [];
	for (const [cues, pattern] of patterns)
		for (const m of matchesNear(text, cues, pattern, 110, 60)) {
			const written = (m[1] ?? m[2])!;
			const start = m.index + m[0].lastIndexOf(written);
			const end = start + written.length;
			if (!counted.test(text.slice(end, end + 16))) found.push(ageAt(start, end));
		}
	return found;
}

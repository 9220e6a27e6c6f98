/** Layer 1: ages beside a person as they are said or listed: "sie ist fünfzehn", "m, 24", "Parisa 12 und Kian 10", "3/5/7". */
import { amount, numerals, rows, shortNumber } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { ageAt } from '#concepts/anonymity/ages.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const teens = '(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)zehn';
const tens = '(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)';
const some = `(?:zehn|elf|zwölf|${teens}|(?:(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)und)?${tens})`;
const few = '(?:zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)';
const half = '(?:anderthalb|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)einhalb)';
const end =
	'(?=\\s?(?:[.,;!?)\\n]|$|(?:und|jahre?n?|als|allein|nach|über|aus|geworden|floh|kam|nein|oder)(?![A-Za-zÀ-ɏ])))';

/** A number in words. */
const inWords = cueOf(rows(['_', '('], numerals));
const sexBesideAge = cueLike(/(?:(?<![a-zß-ɏ])[mwd]\.?|männl\.?|weibl\.?|männlich|weiblich)\s?[,/|]\s?\d/gi);

/** Each with what to look for it by. */
const patterns: readonly (readonly [Cues, RegExp])[] = [
	[
		[inWords, cueOf('ist_ war_ wird_ wurde_ bin_ jetzt_ gerade_ erst_ mit_')],
		new RegExp(
			`\\b(?:ist|war|wird|wurde|bin|jetzt|gerade|erst|mit)\\s(?:erst\\s|jetzt\\s|schon\\s|gerade\\s|knapp\\s|bald\\s)?(${some}(?:\\sjahren?)?)${end}`,
			'gi'
		)
	],
	[cueOf(rows(['_('], numerals)), new RegExp(`(?<=[a-zß-ɏ]\\s)\\((${few}|${some})(?:\\sjahre)?\\)`, 'gi')],
	[
		cueOf('halb_ _alt'),
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])(${half}\\s(?:jahren?|monaten?)(?:\\salte?[rnms]?)?|${few}\\s(?:monate|wochen)\\salte?[rnms]?)(?![A-Za-zÀ-ɏ])(?!\\s(?:lang|später|zuvor|vorher|in|hier|dort|her|nach|gewartet))(?=\\salt|\\s[A-ZÀ-Þ]|\\s(?:ist|baby|kind|sohn|tochter))`,
			'gi'
		)
	],
	[
		sexBesideAge,
		/[,(;|]\s?(?:[mwd]|männl\.?|weibl\.?|männlich|weiblich)\s?[,/|]\s?(\d{1,2}(?:\s?(?:j\.?|jahre))?)(?=\s?[,;)|\n]|$)/gi
	],
	[
		cueOf('mit_#'),
		/\b(?:heiratete|verheiratet|zwangsverheiratet|geflohen|floh|eingereist|schwanger)\s(?:sie\s|er\s|bereits\s|schon\s|erst\s){0,2}mit\s(\d{1,2}\sjahren)/gi
	],
	[
		cueOf('#/# #_/# #/_# #_/_#'),
		/\b(?:kinder|kindern|söhne|töchter)\s?:?\s(\d{1,2}(?:\s?\/\s?\d{1,2}){1,9})(?!\d|\s?\/|\.\d)/gi
	],
	[
		cueOf('#_jahre #_j.'),
		/\b(?:er|sie|klient(?:in)?|kl\.|sohn|tochter|bruder|schwester|mann|frau|mutter|vater)\s(?:ist|war)\s(?:jetzt\s|erst\s|schon\s)?(\d{1,2}\s(?:jahre|j\.))(?=\s?(?:,|\.|und|alt|;|$|\n))/gi
	],
	[cueOf('½ #/# ,#'), /\((\d{1,2}\s?(?:½|1\/2|,5)\s?(?:jahre|j\.?))\)?/gi]
];
/** Somebody of whom an age may be told. */
const kin =
	'(?:sohn|söhne|tochter|töchter|kind|kinder|kindern|bruder|schwester|geschwister|mutter|vater|ehemann|ehefrau|mann|frau|junge|jungen?|mädchen|baby|säugling|zwillinge|oma|opa|großmutter|großvater|enkel(?:in)?|neffe|nichte|älteste[rns]?|jüngste[rns]?|mittlere[rns]?|kleine[rns]?|große[rns]?|kl\\.?|klient(?:in)?|tn|azubi|schüler(?:in)?|rentner(?:in)?|witwer?|anrufer(?:in)?|er|sie)';
const unit = '(?:jahren?|j\\.?|jhr\\.?|monaten?|mon\\.?|wochen|wo\\.)';
const any = `(?:\\d{1,2}|${few}|${some})`;
const adverb = '(?:bald|fast|knapp|gerade|noch|erst|schon|jetzt|inzwischen|mittlerweile|demnächst|ca\\.|etwa)';
const verb = '(?:ist|wird|war|wurde|sei)';

const more: typeof patterns = [
	[
		sexBesideAge,
		new RegExp(`(?<![A-Za-zÀ-ɏ])[mwd]\\.?,\\s?(\\d{1,2}(?:\\s?(?:jahre|j\\.?))?)(?=\\s?[,;)|\\n]|$)`, 'gi')
	],
	[
		cueOf(rows(['#'], ['', '_'], ['j', 'mon', 'wo'])),
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])(?:${kin}\\s?[:(,]?|alter\\s?(?:von|:)?|${verb})\\s?(?:${adverb}\\s)?(\\d{1,2}(?:\\s?(?:,|und|u\\.|/|&|\\+)\\s?\\d{1,2}){0,8}\\s?${unit})(?![A-Za-zÀ-ɏ])(?=\\s?(?:[,;.)\\n]|$|und\\s|alt))(?!\\s?(?:und\\s)?(?:in|hier|lang|her|dort)\\s)`,
			'gi'
		)
	],
	// "der kleine ist drei", "er wird im Mai achtzehn", "wird nächsten Monat 18"
	[
		[inWords, cueOf('ist_ wird_ war_ wurde_ sei_')],
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])(?<!\\bes\\s)${kin}\\s(?:[A-Za-zÀ-ɏ]{3,16}\\s)?${verb}\\s(?:${adverb}\\s){0,2}(${few}|${some})${end}`,
			'gi'
		)
	],
	[
		[cueOf('wird_'), amount],
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])wird\\s(?:bald|demnächst|heute|morgen|im\\s[A-Za-zÀ-ɏ]{3,9}|nächste[nsr]?\\s(?:monat|woche|jahr)|dieses\\sjahr|in\\s[A-Za-zÀ-ɏ0-9]{1,8}\\s(?:tagen|wochen|monaten))\\s(\\d{1,2}|${few}|${some})(?=\\s?(?:[.,;!)\\n]|$|und\\s|jahre))(?!\\.\\s?\\d)`,
			'gi'
		)
	],
	[
		[
			cueOf(
				rows(
					[',', ',_', '(', '(_'],
					'bald fast knapp gerade noch erst schon jetzt inzwischen mittlerweile demnächst ca. etwa'.split(' ')
				)
			),
			amount
		],
		new RegExp(`(?<![A-Za-zÀ-ɏ])${kin}\\s?[,(]\\s?${adverb}\\s(${any})(?=\\s?[,;).\\n]|$|\\sund\\s)(?!\\.\\d)`, 'gi')
	],
	[
		cueOf(rows(['##,_'], ['verh', 'ledig', 'gesch', 'allein', 'getrennt', 'verw'])),
		/(?<![\d.,:/-])(\d{2}),\s(?:verh|ledig|gesch|alleinst|alleinerz|getrennt|verw)/gi
	],
	// "bekam mit 17 das erste Kind", "mit sechzehn verheiratet"
	[
		cueOf(rows(['mit_'], ['#', ...numerals])),
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])mit\\s(${any}(?:\\sjahren)?)(?=\\s(?:verheiratet|geheiratet|zwangsverheiratet|geflohen|geflüchtet|schwanger|eingereist|(?:schon|bereits|bekam|bekommen|geboren|arbeiten|gearbeitet)(?![A-Za-zÀ-ɏ])|das\\serste|ihr(?:en)?\\s|sein(?:en)?\\s|von\\szu\\shause|weg))|(?<![A-Za-zÀ-ɏ])(?:bekam|heiratete|floh|flüchtete|kam|verließ)\\s(?:sie\\s|er\\s)?(?:schon\\s|bereits\\s|erst\\s)?mit\\s(${any}(?:\\sjahren)?)(?![\\d.:]|\\s(?:personen|kindern|anderen|leuten|uhr|euro|jahren?\\s(?:haft|erfahrung)))`,
			'gi'
		)
	],
	[
		[cueOf('gutachten schätz sagt angabe altersfest pass_ pass: tazkira'), shortNumber],
		/(?:gutachten|schätzung|geschätzt|(?:er|sie)\ssagt|sagt\sselbst|selbst\ssagt|eigene\sangabe|angaben|altersfeststellung|laut\spass|tazkira)\s?:?\s(?:sei\s|ist\s)?(\d{2})(?=\s?(?:[,;.)\n]|$|jahre))(?!\.\d)/gi
	],
	[
		cueOf(
			'sohn_# tochter_# bruder_# schwester_# mutter_# vater_# junge_# mädchen_# älteste_# ältester_# jüngste_# jüngster_#'
		),
		/(?<![A-Za-zÀ-ɏ])(?:sohn|tochter|bruder|schwester|mutter|vater|junge|mädchen|ältester?|jüngster?|älteste|jüngste)\s(\d{1,2}(?:\s(?:1\/2|½))?)(?=\s?(?:$|[,;.)\n])(?!\.\d)|\s(?!kinder|mal|stunden|tage|wochen|monate|jahre|euro|prozent|uhr|std|personen|minuten|km)[a-zß-ɏ]{3,})/gi
	],
	[
		cueOf('halbj'),
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])(${half}jährige[nrsm]?)(?![A-Za-zÀ-ɏ])(?=\\s?(?:[A-ZÀ-Þ]|sohn|tochter|kind|baby))`,
			'gi'
		)
	],
	[
		cueOf('monate_alte wochen_alte tage_alte jahre_alte'),
		new RegExp(
			`(?<![\\d.,])(\\d{1,2}\\s(?:monate|wochen|tage|jahre))\\salte[nrsm]?\\s(?!bescheid|antrag|anträge|akten?|unterlagen|fälle?|rechnung|dokumente?|pass|briefe?|schulden|zahlen|daten|statistik|auto|gesetz|regel|projekt|haus|bilder|verfahren)`,
			'gi'
		)
	],
	[
		cueOf('geburtstag'),
		/(?:seine[mnrs]?|ihre[mnrs]?|dessen|deren)\s((?:\d{1,2}\.|(?:ersten?|zweiten?|dritten?|vierten?|fünften?|sechsten?|siebten?|achten?|neunten?|zehnten?|elften?|zwölften?|[a-zäöü]{3,8}zehnten?|[a-zäöüß]{0,12}[zß]igsten?)[rn]?)\s?geburtstage?s?)/gi
	]
];
/** "parisa 12 und kian 10", after a word for children */
const several = cueOf('kinder söhne töchter geschwister enkel');
const listed =
	/\b(?:kinder|kindern|söhne|töchter|geschwister|enkel)\s?:?\s((?:(?!(?:unter|über|ab|bis|von|mit|seit|und|je|alle|etwa|rund|sind|zwischen|ohne|haben|waren|bekommen|brauchen|in|im)\s)[A-Za-zÀ-ɏ]{3,20}\s\(?\d{1,2}\)?(?:\s?(?:,|;|und|u\.|\+|&)\s?)?){1,8})/gi;
const notAge =
	/^\s?(?:€|euro|%|prozent|stunden|std|uhr|mal|minuten|kinder|personen|monate\s(?:in|hier)|wochen\sin|km|qm)/i;

const all = [...patterns, ...more];

export function ageWordFindings(text: string): Finding[] {
	const found: Finding[] = [];
	const add = (start: number, end: number) => {
		if (!notAge.test(text.slice(end, end + 14))) found.push(ageAt(start, end));
	};
	for (const [cues, pattern] of all)
		for (const m of matchesNear(text, cues, pattern, 110, 60)) {
			const written = (m[1] ?? m[2])!;
			const start = m.index + m[0].lastIndexOf(written);
			add(start, start + written.length);
		}
	for (const m of matchesNear(text, [several, shortNumber], listed, 4, 200)) {
		const start = m.index + m[0].lastIndexOf(m[1]!);
		for (const number of m[1]!.matchAll(/\d{1,2}/g)) add(start + number.index, start + number.index + number[0].length);
	}
	return found;
}

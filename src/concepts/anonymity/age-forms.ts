/** Layer 1: ages as they stand beside a name, a source or a turn of speech: "M. H., 26", "Solomija, vierzehn", "laut Akte 16", "wurde sie neunundachtzig", "zwei, vier und sieben", "bald 18 geworden". Rough ages ("Mitte dreißig") are bands already and stay free. */
import { amount, digits, numerals, rows, shortNumber } from '#concepts/anonymity/common-cues.ts';
import { cueLike, cueOf } from '#concepts/anonymity/cues.ts';
import { ageAt } from '#concepts/anonymity/ages.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { matchesNear, type Cues } from '#concepts/anonymity/windows.ts';

const letter = 'A-Za-zÀ-ɏ';
const few = '(?:zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)';
const some =
	'(?:zehn|elf|zwölf|zwoelf|(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig))';
const word = `(?:${some}|${few})(?:einhalb)?`;
const figure = '\\d{1,2}(?:\\s?½|,5|\\s1/2)?';
const any = `(?:${figure}|${word})`;
const unit = '(?:\\s?(?:jahre?n?|j\\.?|jhr\\.?|monate?n?|mon\\.?|wochen?|wo\\.?)(?![A-Za-zÀ-ɏ]))?';
const stop =
	'(?=\\s?(?:[^A-Za-zÀ-ɏ\\d\\s%€]|\\n|$)|\\s(?:und|aber|also|oder|als|schon|jetzt|alt|geworden)(?![A-Za-zÀ-ɏ]))(?!\\.\\d|,\\d)';
const row = `${any}(?:\\s?(?:,|u\\.|und|\\+|&|/|sowie)\\s?${any}){1,8}`;
const someone =
	'(?:sohn|tochter|kind|bruder|schwester|mutter|vater|ehemann|ehefrau|ehefr\\.|mann|frau|junge|mädchen|oma|opa|großmutter|großvater|enkel(?:in)?|neffe|nichte|cousin|cousine|klient(?:in)?|kl\\.?|patient(?:in)?|mandant(?:in)?|bewohner(?:in)?|schüler(?:in)?|azubi|partner(?:in)?|freund(?:in)?|verlobte[rn]?|jüngste[rns]?|älteste[rns]?|mittlere[rns]?|große[rn]?|kleine[rn]?|er|sie|baby|säugling|petent(?:in)?|kläger(?:in)?|antragsteller(?:in)?)';
const plural =
	'(?:kinder[n]?|söhnen?|töchtern?|geschwistern?|enkel[n]?|zwillinge|jungs|mädels|mädchen|jungen|brüder[n]?|schwestern)';

const number = ['#', ...numerals];
const severalPeople = cueOf('kinder söhn töcht geschw enkel zwill jungs mäde mädch jungen brüder schwestern');
const sexBesideAge = cueLike(/(?<![a-zß-ɏ])[mwd]\s?[/|]\s?\d|\d\s?[,/|]\s?[mwd](?![a-zß-ɏ])/gi);
const inYears = cueOf('jahren');

/** Each with what to look for it by. */
const patterns: readonly (readonly [Cues, RegExp])[] = [
	// "M. H., 26", "Kl. T., 34 J."
	[cueOf('.,_#'), new RegExp(`(?<=(?<![${letter}])[A-ZÀ-Þ]\\.,\\s)(\\d{1,2}${unit})(?=\\s?[,;)\\n]|$)`, 'gi')],
	// "Tochter Solomija, vierzehn, übersetzt", "Sohn Ali, 5, ist krank"
	[
		cueOf(rows([',_'], number)),
		new RegExp(
			`(?<![${letter}])${someone}\\s(?:[A-ZÀ-Þ][${letter}’'-]{1,20}\\s?){1,3},\\s(${any}${unit})(?=\\s?[,;.)\\n–]|$)(?!\\.\\d|,\\d)`,
			'gi'
		)
	],
	// "die Mutter, 70, bettlägerig"; "er, siebzehn, wartet"
	[
		cueOf(rows([',_'], ['', 'erst_', 'gerade_', 'schon_', 'fast_', 'bald_'], number)),
		new RegExp(
			`(?<![${letter}])${someone},\\s(?:erst\\s|gerade\\s|schon\\s|fast\\s|bald\\s)?((?:\\d{2}|${word})${unit})(?=\\s?[,;)])(?!,\\d)`,
			'gi'
		)
	],
	// "laut Akte 16", "selber sagt er siebzehneinhalb", "nach eigenen Angaben 17"
	[
		[
			cueOf(
				'akte pass angab papier tazk ausweis gutacht sagt eurodac schätz jugendamt register bescheid urkunde selber selbst'
			),
			amount
		],
		new RegExp(
			`(?<![${letter}])(?:(?:laut|lt\\.?|nach|gem\\.?|gemäß|lautet)\\s(?:[${letter}]+\\s){0,2}?(?:akten?|pass|reisepass|angaben?|papieren?|tazk[ei]ra|ausweis|gutachten|eurodac|jugendamt|schätzung|register|bescheid|geburtsurkunde|urkunde)|sagt\\s(?:er|sie)(?:\\s(?:sei|er\\ssei|sie\\ssei))?|(?:selber|selbst)\\s(?:sagt\\s)?(?:er|sie)?\\s?(?:sei|ist|sagt)?|geschätzt(?:\\sauf)?)\\s(?:er\\s|sie\\s|ist\\s|sei\\s|erst\\s|ca\\.\\s|etwa\\s)?((?:\\d{2}|${word})${unit})${stop}`,
			'gi'
		)
	],
	// "wurde sie neunundachtzig", "ist er 17", "wird dieses Jahr acht"
	[
		[cueOf('wird_ wurde_ ist_ war_ werde_ werden_ würde_ sei_ wär_'), amount],
		new RegExp(
			`(?<![${letter}])(?:wurde|wird|ist|war|werde|würde|sei|wär|werden)\\s(?:er|sie|mein\\s[${letter}]+|ihr\\s[${letter}]+|sein\\s[${letter}]+|seine\\s[${letter}]+|ihre\\s[${letter}]+|der\\s[${letter}]+|die\\s[${letter}]+)\\s(?:jetzt\\s|schon\\s|erst\\s|gerade\\s|bald\\s|nun\\s|dann\\s)?((?:\\d{2}|${word})${unit})${stop}`,
			'gi'
		)
	],
	// "sie wird zwölf im Mai"
	[
		[cueOf('wird_'), amount],
		new RegExp(
			`(?<![${letter}])${someone}\\s(?:[A-ZÀ-Þ][${letter}-]+\\s)?wird\\s(${any})(?=\\s(?:im|am|nächste|diese|kommende|ende|anfang|mitte)\\s)`,
			'gi'
		)
	],
	// "vor zwei Monaten 18 geworden"
	[cueOf('geworden'), new RegExp(`(?<![\\d.,${letter}])(\\d{1,2}|${some})\\s(?:jahre\\s)?geworden`, 'gi')],
	// "(fast 3)", "(bald 18)"
	[
		cueOf(rows(['('], ['fast_', 'bald_', 'knapp_', 'gerade_', 'erst_', 'schon_', 'ca', 'etwa_', 'noch_'])),
		new RegExp(`\\((?:fast|bald|knapp|gerade|erst|schon|ca\\.?|etwa|noch)\\s(${any}${unit})\\)`, 'gi')
	],
	// "die Kinder sind zwei, vier und sieben", "Kinder (zwei und vier)", "Geschwister 7 + 9"
	[
		[severalPeople, amount],
		new RegExp(
			`(?<![${letter}])${plural}\\s?(?:sind\\s|waren\\s|\\(|:\\s?|,\\s|im\\salter\\svon\\s)?(?:jetzt\\s|erst\\s)?(${row}${unit})(?=\\s?(?:[,;.)\\n]|$)|\\s(?:alt|jahre)(?![${letter}]))(?!\\s?(?:kinder|personen|uhr))`,
			'gi'
		)
	],
	// "minderjährig (15)", "Schwester, erst 9"
	[
		cueOf('_(#'),
		new RegExp(
			`(?<![${letter}])(?:minderj(?:\\.|ährige?[rn]?)|volljährige?[rn]?|ledig|verh(?:\\.|eiratet)|geschieden|verwitwet|schwanger|männlich|weiblich|alleinstehende?|alleinerziehende?|umf|uma)\\s\\((\\d{1,2}${unit})\\)`,
			'gi'
		)
	],
	// `"alter": 29`, "age 29"
	[
		[cueOf('alter age yaş'), digits],
		/(?<![A-Za-zÀ-ɏ])(?:alter|age|yaş|alter_jahre)["”]?\s?(?:[:=]\s?)?["„]?(\d{1,3})(?=["”\s,;.)}]|$)(?![.,]\d|\s?[%€])/gi
	],
	// "- 45 Jahre, drei Kinder", "Tochter 3 ½ Jahre"
	[
		cueOf('##_jahre ##jahre ##_j. ##j.'),
		new RegExp(`(?:^|\\n[-–•*\\s]{0,4}|[•|]\\s)(\\d{2}\\s?(?:jahre|j\\.))(?=\\s?[,;–/|]|\\s?$|\\n)`, 'gi')
	],
	[cueOf('½ #/# ,#'), new RegExp(`(?<![${letter}])${someone}\\s?[:(,]?\\s(\\d{1,2}(?:\\s?½|,5|\\s1/2)${unit})`, 'gi')],
	// "der Junge war elf, als er floh", "damals war sie neun"
	[
		[cueOf('war_ ist_'), cueOf(numerals.join(' '))],
		new RegExp(
			`(?<![${letter}])(?:war|ist)\\s(?:damals\\s|da\\s|gerade\\s|erst\\s|noch\\s|keine\\s){0,2}(${word})(?=(?:,|\\sund|\\sjahre)\\s(?:als|alt|und\\s(?:fremdelt|geht|kann|spricht|will|hat))|\\sals\\s)`,
			'gi'
		)
	],
	// "ein Mann von 34 Jahren", "mit ihren 34 Jahren", "im 35. Lebensjahr"
	[
		inYears,
		new RegExp(
			`(?<![${letter}])(?:mann|frau|mädchen|junge|sohn|tochter|mutter|vater|kind|witwe|witwer|person|[${letter}]*in)\\s(?:von|mit)\\s(?:gerade\\s(?:mal\\s)?|erst\\s|knapp\\s)?((?:\\d{1,2}|${word})\\sjahren)(?!\\s(?:berufs|erfahrung|haft|in|hier))`,
			'gi'
		)
	],
	[
		inYears,
		new RegExp(
			`(?<![${letter}])mit\\s(?:ihren|seinen|meinen|deinen)\\s(?:knapp\\s|gerade\\s|erst\\s)?((?:\\d{1,2}|${word})\\sjahren)`,
			'gi'
		)
	],
	[
		cueOf('lebensjahr lebensmonat'),
		/(?<![\d.,§])(\d{1,2}\.\sLebens(?:jahr|monat)(?:e?s)?)(?=\s?(?:$|[,;.)]|steht|und\s))(?<=(?:ihr|ihrem|ihres|sein|seinem|seines|im|steht\sim|sie\sim|er\sim)\s\d{1,2}\.\sLebens(?:jahr|monat))/gi
	],
	// "seit letzter Woche 18, also volljährig", "wird übermorgen 18", "er ist noch 17"
	[
		[shortNumber, cueOf('seit_ wird_ ist_ noch_ erst_')],
		/(?<![A-Za-zÀ-ɏ])(?:seit\s(?:letzte[rnm]?\s[A-Za-z]+|gestern|kurzem|heute|montag|mai|januar)|wird\s(?:übermorgen|morgen|heute|bald|demnächst|dieses\sjahr|am\s[A-Za-z]+)|(?:er|sie)\sist\s(?:noch|erst|jetzt|schon|gerade|grad|mittlerweile|inzwischen)(?:\smal)?|(?:^|[.!?]\s|,\s)(?:er|sie)\s(?:noch|erst))\s(\d{1,2})(?=\s?(?:[,;.!)\n]|$))(?!\.\d|,\d)/gi
	],
	[
		[cueOf('mal_ grad gerade_ erst_'), amount],
		new RegExp(`(?<![${letter}])(?:ist|war|wird)\\s(?:grad(?:e)?|gerade|erst)(?:\\smal)?\\s(${any})${stop}`, 'gi')
	],
	// "w/34/Syrien", "34, w, Syrien", "Alter/Geschlecht: 34/w"
	[
		sexBesideAge,
		/(?<![A-Za-zÀ-ɏ0-9])[mwd]\s?[/|]\s?(\d{1,2})(?=\s?[/|,)]|\s?$)|(?<![\d.,/:A-Za-zÀ-ɏ-])(\d{1,2})\s?[,/|]\s?[mwd](?![A-Za-zÀ-ɏ])/gi
	],
	// "mit knapp 60 findet er nichts"
	[
		cueOf('mit_knapp_ mit_fast_ mit_gerade_ mit_bald_ mit_seinen_ mit_ihren_'),
		/(?<![A-Za-zÀ-ɏ])mit\s(?:knapp|fast|gerade\smal|bald|seinen|ihren)\s(\d{2})(?=\s(?:findet|ist|hat|will|kann|bekommt|noch|schon|darf|muss|kriegt)(?![A-Za-zÀ-ɏ]))/gi
	],
	[
		cueOf('ist_# wird_#'),
		/(?<![A-Za-zÀ-ɏ])(?:[dD]er\s(?:Bub|Junge|Kleine|Große|Älteste|Jüngste|Mittlere)|[dD]ie\s(?:Kleine|Große|Älteste|Jüngste|Mittlere)|[dD]as\s(?:Kind|Mädchen|Mädel|Baby))\s(?:ist|wird)\s(\d{1,2})(?=\s?(?:[,;.!)\n]|$|und\s))(?!\.\d|,\d)/g
	],
	[
		[severalPeople, amount],
		new RegExp(
			`(?<![${letter}])${plural}\\s(?:von|mit|zwischen)\\s(${row}(?:\\s(?:jahren|monaten|wochen))?)(?=\\s?(?:[,;.)]|$))`,
			'gi'
		)
	],
	[cueOf('#_J'), /(?<![\d.,/-])(\d{1,2}\sJ\.?\s(?:u\.|und|,)\s\d{1,2}\s(?:M(?:on)?\.?|Monate))(?![A-Za-zÀ-ɏ])/g]
];
const count =
	/^\s?(?:uhr|€|euro|mal|stunden|std|minuten|personen|kinder|termine?|tage|familien|zimmer|plätze|prozent|%|km|qm|fälle|wochen\slang|monate\slang|jahre\s(?:lang|her|in|hier|dort|später|zuvor|nach))/i;

export function ageFormFindings(text: string): Finding[] {
	const found: Finding[] = [];
	for (const [cues, pattern] of patterns)
		for (const m of matchesNear(text, cues, pattern, 60, 120)) {
			const written = (m[1] ?? m[2])!;
			const start = m.index + m[0].lastIndexOf(written);
			const end = start + written.length;
			if (count.test(text.slice(end, end + 20))) continue;
			found.push(ageAt(start, end));
		}
	return found;
}

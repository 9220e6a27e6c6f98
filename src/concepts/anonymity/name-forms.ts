/** Layer 4: names by the form they are written in: "Hagos, Y.", "Kaya, Emine (34)", "Lis (4)" in a row of children, "Blessing O.", "H.s Vertrag", "Kürzel LÜ", "Nele: kommt ihr?", the last line of a letter. */
import { kin, months, persons, titles, weekdays } from '#concepts/anonymity/data/contexts.ts';
import { inNames, isSuspect } from '#concepts/anonymity/natures.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import { isInitial, type Add, type Reading } from '#concepts/anonymity/reading.ts';

/** What somebody does, behind a name that opens a sentence. */
const does =
	/^(?:kommt|kam|sagt|sagte|ruft|rief|will|wollte|braucht|bräuchte|wohnt|wohnte|hat|hatte|möchte|erzählt|erzählte|weint|weinte|steht|stand|wartet|fragt|fragte|meint|meinte|macht|geht|ging|holt|bringt|fährt|übersetzt|dolmetscht|kennt|weiß|bekommt|bekam|sucht|schreibt|schrieb|meldet|hilft|spricht|lebt|arbeitet|übernimmt|kümmert|klärt|schickt|vertritt|lässt|bleibt|zieht|lernt|besucht|muss|darf|kann|soll|wird|versteht|traut|findet|nimmt|ist|war)$/;
/** Behind these a short sign is somebody's. */
const signs = /^(?:kürzel|kuerzel|handzeichen|hdz|hz|gez|sb|paraphe)$/;
const isSign = traitOf((word) => signs.test(word.lower));
const opensEntry = /^$|[\n:•–*>|\])]\s*$|^\.\s$/;

export function namesByForm(reading: Reading, add: Add): void {
	const { tokens } = reading;
	for (let at = 0; at < tokens.length; at++) {
		if (reading.taken(tokens[at]!)) continue;
		inverted(reading, at, add);
		aged(reading, at, add);
		withInitial(reading, at, add);
		signed(reading, at, add);
		speaker(reading, at, add);
	}
	closing(reading, add);
}

const isGivenAt = ({ natures, lexicon, tokens }: Reading, at: number): boolean =>
	tokens[at]!.capital && natures[at] !== 'word' && lexicon.isGiven(tokens[at]!.folded);

/** "Okonkwo, Chinedu", "Hagos, Y." – at the head of an entry or before its end. */
function inverted(reading: Reading, at: number, add: Add): void {
	const { tokens, natures, text, lexicon } = reading;
	const [family, given] = [tokens[at]!, tokens[at + 1]];
	if (!given || given.gap !== ', ' || !family.capital || !given.capital || family.folded.length < 3) return;
	const nature = natures[at]!;
	const mayBeFamily =
		nature === 'name' ||
		nature === 'likelyName' ||
		nature === 'doubtful' ||
		(nature === 'unknown' && isSuspect({ ...family, allCapitals: false }, '', lexicon));
	if (!mayBeFamily || kin.has(family.lower) || months.has(family.lower) || weekdays.has(family.lower)) return;
	const after = text.slice(given.end, given.end + 3);
	const head =
		at === 0 ||
		opensEntry.test(family.gap) ||
		/^\d{0,2}[.)]?\s/.test(family.gap.trimStart()) ||
		family.gap.includes('\n');
	if (isInitial(given)) {
		if (/^\.(?:\s?[–,;:)(\n-]|\s?$|\s[–-])/.test(after) && (nature !== 'doubtful' || head)) add2(at, 'initial');
	} else if (
		isGivenAt(reading, at + 1) &&
		head &&
		(/^(?:\s?[–,;:()\n/-]|$|-\p{Lu})/u.test(after) || family.allCapitals)
	)
		add2(at, 'list');
	function add2(from: number, reason: 'initial' | 'list'): void {
		add(from, 'list');
		add(from + 1, reason);
		if (tokens[from + 2]?.gap === '-' && tokens[from + 2]!.capital) add(from + 2, 'beside');
	}
}

/** "Blerta (17), Endrit (15) und Lis (4)", "Kinder: Mo (2)": beside an age, in a row or after a relative. */
function aged(reading: Reading, at: number, add: Add): void {
	const { tokens, natures, text, lexicon } = reading;
	const token = tokens[at]!;
	if (
		text[token.end + 1] !== '(' ||
		!token.capital ||
		token.text.length < 2 ||
		natures[at] === 'word' ||
		kin.has(token.lower)
	)
		return;
	if (persons.has(token.lower) || titles.has(token.lower)) return;
	if (
		!/^\s\(\s?(?:\d{1,2}(?:\s?[,)]|\s?(?:J|j|Mon|Mo|Wo|M)\b)|[mwd]\s?[,/])/.test(text.slice(token.end, token.end + 9))
	)
		return;
	const row = /\),?\s(?:$|und\s$|u\.\s$)/.test(text.slice(Math.max(0, token.start - 8), token.start));
	const before = tokens[at - 1];
	const led = before !== undefined && /^:?\s$|^\s$/.test(token.gap) && kin.has(before.lower);
	if ((row || led) && (natures[at] !== 'doubtful' || lexicon.isGiven(token.folded))) add(at, 'list');
}

/** "Blessing O. steht hier", "Rosa K. sagt", "H.s Vertrag". */
function withInitial(reading: Reading, at: number, add: Add): void {
	const { tokens, natures, text, lexicon } = reading;
	const [token, next] = [tokens[at]!, tokens[at + 1]];
	if (
		isInitial(token) &&
		next?.lower === 's' &&
		next.gap === '.' &&
		/^\s\p{Lu}/u.test(text.slice(next.end, next.end + 2))
	) {
		add(at, 'initial');
		add(at + 1, 'initial');
	}
	if (natures[at] === 'word' || natures[at] === 'unknown' || natures[at] === 'letter') return;
	if (!token.capital || token.allCapitals || !lexicon.isGiven(token.folded) || token.folded.length < 3) return;
	if (
		isInitial(next) &&
		next!.gap === ' ' &&
		/^\.\s?(?:[a-zß-ɏ(,;:)–]|$|\n)/.test(text.slice(next!.end, next!.end + 3))
	) {
		add(at, 'list');
		add(at + 1, 'initial');
	} else if (
		natures[at] === 'likelyName' &&
		token.opensSentence &&
		next?.gap === ' ' &&
		does.test(next.lower) &&
		!/^(?:ist|war|wird|kann|muss|soll|hat|hatte|darf)$/.test(next.lower)
	)
		add(at, 'list');
}

/** "Kürzel LÜ", "gez. mt" */
function signed({ tokens, natures, text }: Reading, at: number, add: Add): void {
	const next = tokens[at + 1];
	if (!next || !(tokens[at]!.word.traits & isSign) || !/^\.?\s?:?\s$/.test(next.gap)) return;
	if (!/^(?:\.?\s*$|\.?\s?[,;)\n])/.test(text.slice(next.end, next.end + 2))) return;
	if (
		next.allCapitals
			? next.text.length <= 4 && natures[at + 1] !== 'word'
			: /^[a-zäöü]{2,3}$/.test(next.text) && /^gez|zeichen$|kürzel/.test(tokens[at]!.lower)
	)
		add(at + 1, 'namer');
}

/** "Nele: hat jemand …", "[10:12] Tarek: bin unterwegs" – who speaks in a chat of several lines. */
function speaker(reading: Reading, at: number, add: Add): void {
	const { tokens, natures, text, lexicon } = reading;
	const token = tokens[at]!;
	if (text[token.end] !== ':' || !/^:\s\S/.test(text.slice(token.end, token.end + 3))) return;
	const line = text.lastIndexOf('\n', token.start - 1) + 1;
	if (!/^(?:\[?\d{1,2}[:.]\d{2}\]?[\s,–-]*|[-–•>]\s)?$/.test(text.slice(line, token.start))) return;
	if (natures[at] === 'word' || natures[at] === 'letter') return;
	if (!lexicon.isGiven(token.folded) || persons.has(token.lower) || kin.has(token.lower)) return;
	if (token.capital || natures[at] === 'name') add(at, 'list');
}

const farewell =
	/(?:gr(?:ü|ue)(?:ß|ss)(?:e|en)?|gru(?:ß|ss)|lg|vg|mfg|bg|glg|hg|hochachtungsvoll|herzlichst|dank(?:e)?|dir|euch|wiedersehen|morgen|tschüss|ciao|bald|regards|cheers|best|auftrag|vertretung|abend|wochenende|we|woche|feierabend)(?:\s(?:[A-Za-zÀ-ɏ]+\s){0,5}[A-Za-zÀ-ɏ]+)?[\s,.!–:)😊🙏👍-]*$/iu;

/** One to three words alone in the last lines, after a farewell: who wrote it. */
function closing({ text, tokens, natures, lexicon }: Reading, add: Add): void {
	const lines = [...text.matchAll(/[^\n]+/g)].slice(-4);
	lines.forEach((line, i) => {
		const before = lines[i - 1]?.[0];
		if (!before || !farewell.test(before.trim()) || before.trim().length > 60) return;
		const words = tokens
			.map((_, at) => at)
			.filter((at) => tokens[at]!.start >= line.index && tokens[at]!.end <= line.index + line[0].length);
		if (!words.length || words.length > 3 || /[\d:;?]/.test(line[0])) return;
		if (line[0].replaceAll(/[\s.,/-]/g, '').length > 36) return;
		for (const at of words) {
			const token = tokens[at]!;
			if (titles.has(token.lower) || (lexicon.isWord(token.folded) && natures[at] === 'word' && words.length > 2))
				continue;
			if (
				token.capital
					? natures[at] !== 'word' || (words.length === 1 && token.folded.length <= 9 && !persons.has(token.lower))
					: natures[at] === 'name' ||
						(natures[at] === 'unknown' && words.length === 1) ||
						(words.length === 1 && inNames(lexicon, token.folded))
			)
				add(at, 'namer');
		}
	});
}

/** What a text is compared by: its words, the parts of its compounds, and the meanings they share with other words of the trade. */
import { fold } from '#concepts/anonymity/folding.ts';
import { kindred } from './data/kindred-words.ts';

/** What is known of German words; they are asked folded. */
export type Words = { isWord: (word: string) => boolean; isPlainWord: (word: string) => boolean };
export type TermKind = 'word' | 'part' | 'meaning';
/** `words`: as they stand in the text. */
export type Term = { term: string; kind: TermKind; words: string[] };

/** Words that stand in every report and tell none from another; folded. */
const empty = new Set(
	(
		'aber alle allem allen aller alles als also andere anderen anderer anderes auch auf aus bei beim bekam bekamen bekommen bekommt ' +
		'bis bleibt bleiben brauchen braucht bzw dadurch damit dann darf daher das dass dazu dem den der des deshalb die dies diese diesem diesen ' +
		'dieser doch dort durch duerfen eben eigene eigenen ein eine einem einen einer eines einfach erst erste ersten etwa etwas fall faelle fehlen ' +
		'fehlende fehlt fehlte fehlten finden findet fuer ganz gar gegen geht gehen gibt gilt gute haben hat hatte heisst hier ihr ihre ihrem ihren ihrer ' +
		'immer ins ist jede jedem jeden jeder jedes jemand jetzt kam kann kaum kein keine keinem keinen keiner keines kommen kommt konnte koennen laenger lange ' +
		'lassen leute leuten liegen machen man manche mehr mehrere meist menschen mit muss musste muessen nach neu neue neuen neuer nicht nichts nie niemand niemanden ' +
		'nimmt noch nun nur oder oft ohne obwohl personen person pro schon sehr sein seine seinen seit sich sie sind sobald sofort solange soll sollen sondern sonst ' +
		'statt stehen steht trotz ueber ueberall uebrig und uns unser unsere unseren unter viel viele vielen vom von vor waere wann war waren warum was weder weg weil ' +
		'weiss wenig weniger wenn wer werden wie wieder will wird wissen wollen worden wurde wurden zum zur zwar zwei drei vier zwischen einige ' +
		'betroffen betroffene problem probleme schwierigkeiten situation derzeit aktuell besonders haeufig mehrfach regelmaessig scheitert scheiterte scheitern scheiterten nirgends angeblich bereits'
	).split(' ')
);

const links = ['', 's', 'n', 'en', 'es', 'er', 'e'];
const shortest = 4;

/** The parts of a compound, and those of its first part; none where it is no compound of words that are known. */
export function partsOf(word: string, words: Words): string[] {
	for (let cut = shortest; cut <= word.length - shortest; cut++) {
		const last = word.slice(cut);
		if (!words.isPlainWord(last)) continue;
		const head = word.slice(0, cut);
		for (const link of links) {
			const first = head.slice(0, head.length - link.length);
			if (!head.endsWith(link) || first.length < shortest || !words.isWord(first)) continue;
			return [...(words.isPlainWord(first) ? [] : partsOf(first, words)), first, last];
		}
	}
	return [];
}

/** Said in two words, meant as one. */
const joined: readonly [RegExp, string][] = [
	[/\bSGB\s+(II|2)\b/g, 'sgb2'],
	[/\bSGB\s+XII\b/g, 'sgb12'],
	[/\bALG\s+(II|2)\b/gi, 'alg2'],
	[/\bohne Geld\b/gi, 'ohnegeld mittellos'],
	[/\bhin und her\b/gi, 'hinundher']
];
/** Hyphens join in German: „Kita-Platz“ is said like „Kitaplatz“. */
const wordsOf = (text: string): string[] =>
	joined
		.reduce((said, [pattern, one]) => said.replace(pattern, one), text)
		.replace(/(\p{L})-(?=\p{L})/gu, '$1')
		.match(/[\p{L}\p{N}]+/gu) ?? [];
const folded = (word: string): string => (/^\p{L}+$/u.test(word) ? fold(word) : word.toLowerCase());

type Meaning = { at: string; starts: string[]; wholes: Set<string> };
const meanings: readonly Meaning[] = kindred.map((line, i) => {
	const entries = line.split(' ');
	return {
		at: `sinn${i}x`,
		starts: entries.filter((e) => !e.endsWith('=')),
		wholes: new Set(entries.flatMap((e) => (e.endsWith('=') ? [e.slice(0, -1)] : [])))
	};
});
export const meaningsOf = (word: string): string[] =>
	meanings.filter((m) => m.wholes.has(word) || m.starts.some((start) => word.startsWith(start))).map((m) => m.at);

/** Each term once, words before parts before meanings; what stands in every report, and words of up to two letters, say nothing. */
export function termsOf(text: string, words: Words): Term[] {
	const found = new Map<string, Term>();
	const add = (term: string, kind: TermKind, word: string) => {
		const known = found.get(term);
		if (!known) found.set(term, { term, kind, words: [word] });
		else if (!known.words.includes(word)) known.words.push(word);
	};
	const said = wordsOf(text).flatMap((word) => {
		const plain = folded(word);
		return plain.length > 2 && plain.length <= 48 && !empty.has(plain)
			? [{ word, plain, parts: partsOf(plain, words) }]
			: [];
	});
	for (const { word, plain } of said) add(plain, 'word', word);
	for (const { word, parts } of said) for (const part of parts) add(part, 'part', word);
	for (const { word, plain, parts } of said)
		for (const meaning of [plain, ...parts].flatMap(meaningsOf)) add(meaning, 'meaning', word);
	return [...found.values()];
}

/** For the column: what the title says on the first line, what the description says on the second. */
export const termsText = (gap: { title: string; description: string }, words: Words): string =>
	[gap.title, gap.description]
		.map((text) =>
			termsOf(text, words)
				.map((t) => t.term)
				.join(' ')
		)
		.join('\n');

/** Finds the parts of people's names in a text: by their leads, by themselves, by their neighbours, by their repeats. */
import { determiners, kin, months, particles, titles } from '#concepts/anonymity/data/contexts.ts';
import { afterLeads } from '#concepts/anonymity/name-leads.ts';
import { namesByForm } from '#concepts/anonymity/name-forms.ts';
import { repeats, widen } from '#concepts/anonymity/name-widening.ts';
import { isSuspect } from '#concepts/anonymity/natures.ts';
import { isInitial, type Add, type Reading, type Reason } from '#concepts/anonymity/reading.ts';

/** Reasons by the place of the word in the reading. */
export function nameParts(reading: Reading): Map<number, Reason> {
	const { tokens, taken } = reading;
	const parts = new Map<number, Reason>();
	const add = (at: number, reason: Reason) => {
		const token = tokens[at];
		if (!token || taken(token) || parts.has(at)) return;
		if (reason !== 'title' && (kin.has(token.lower) || titles.has(token.lower) || isMonth(reading, at))) return;
		parts.set(at, reason);
	};
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		if (taken(token)) continue;
		afterLeads(reading, at, add);
		byItself(reading, at, add);
	}
	initials(reading, add);
	namesByForm(reading, add);
	for (const at of [...parts.keys()].sort((a, b) => a - b)) widen(reading, parts, at);
	repeats(reading, parts);
	return parts;
}

/** "S. K. aus Eritrea", "F.M., 34" */
function initials({ text, tokens }: Reading, add: Add): void {
	for (let at = 1; at < tokens.length; at++) {
		const [first, second] = [tokens[at - 1]!, tokens[at]!];
		if (!isInitial(first) || !isInitial(second) || !/^\.\s?$/.test(second.gap) || isInitial(tokens[at + 1])) continue;
		if (/^(?:ZB|EV|MA|BA|IA|IV|SO|VA|NN|UA|DH|NC|SU|IR|IS)$/.test(first.text + second.text)) continue;
		const follows = text.slice(second.end, second.end + 14);
		if (
			/^\.(?:,?\s(?:aus|hat|ist|war|kam|lebt|wohnt|braucht|möchte|sucht|und|geb|wird|will|kann|sagt|erhält|bekommt)(?![A-Za-zÀ-ɏ])|\s?\(|,\s\d)/.test(
				follows
			)
		) {
			add(at - 1, 'initial');
			add(at, 'initial');
		}
	}
}

/** "Jan." and "Mai 2024" are months. */
function isMonth({ text, tokens }: Reading, at: number): boolean {
	const token = tokens[at]!;
	return (
		months.has(token.lower) &&
		/^\.?\s?(?:[–-]|\d|$|[a-zß-ɏ])|^\./.test(text.slice(token.end, token.end + 3)) &&
		!titles.has(tokens[at - 1]?.lower ?? '')
	);
}

/** What stands before a name in small letters: not the hyphen or slash of a compound. */
const beforeSmall = /^[,:;]?\s|^$|^\s?[(„"–>•@*-]\s?$|[\n.!?)\]]\s*[-–•*>@(]?\s*$/;
/** "ali war nicht da" */
const verbs =
	/^(?:war|hat|ist|kommt|kam|will|braucht|sagt|ruft|meint|geht|wohnt|möchte|fragt|holt|bringt|macht|wartet)$/;
const cutShort = (text: string, end: number, telegram: boolean): boolean =>
	/^\.(?:,|;|-)/.test(text.slice(end, end + 2)) ||
	(telegram && /^\.\s(?:[a-zß-ɏ\d]|[A-ZÀ-Þ][a-zß-ɏ]*\.)/.test(text.slice(end, end + 14)));
const things = /^(?:das|ein|eine|einen|einem|einer|des|kein|keine|dieses|jedes|im|am|zum|beim|vom|per|via|pro)$/;

/** A name of the lists, or an unknown word, needs nothing around it. */
function byItself({ text, tokens, natures, lexicon, manner }: Reading, at: number, add: Add): void {
	const token = tokens[at]!;
	const nature = natures[at]!;
	const long = token.folded.length;
	// another script: in a German note that is a name, or the address of one
	if (long === 0 && [...token.text].length > 1) add(at, 'unknown');
	if (nature === 'name') {
		const given = lexicon.isGiven(token.folded);
		// "Ben (7)"
		if (particles.has(token.lower) && !(token.capital && given && /^\s\(\d/.test(text.slice(token.end, token.end + 3))))
			return;
		if (token.allCapitals && long <= 4 && !(manner.capitals && given)) return;
		// "MiA", "Geb.-Dat."
		if (long <= 5 && /\p{Ll}\p{Lu}/u.test(token.text)) return;
		if ((token.gap === '.-' && long <= 4) || token.text.length < 3) return;
		// "3 Berat., davon", "Arb. als Helfer": cut short
		if (token.capital && long <= 6 && cutShort(text, token.end, manner.telegram)) return;
		const bracketed = (long === 4 || long === 3) && given && /^\s?\(\d/.test(text.slice(token.end, token.end + 3));
		const spoken =
			long === 3 && given && manner.lowerCase && tokens[at + 1]?.gap === ' ' && verbs.test(tokens[at + 1]!.lower);
		if (
			token.capital
				? long >= 4 || (long === 3 && given)
				: long >= (manner.lowerCase && given ? 4 : 5) || bracketed || spoken
		) {
			if (
				!token.capital &&
				(!beforeSmall.test(token.gap) || (long < 7 && !manner.lowerCase && lexicon.isTypo(token.folded)))
			)
				return;
			add(at, 'list');
		}
	} else if (nature === 'likelyName') {
		if (token.gap === '.-' || cutShort(text, token.end, manner.telegram)) return;
		const determined = tokens[at - 1] !== undefined && determiners.has(tokens[at - 1]!.lower);
		if (
			token.capital &&
			!token.opensSentence &&
			!token.allCapitals &&
			!determined &&
			lexicon.isGiven(token.folded) &&
			long >= 3
		)
			add(at, 'list');
	} else if (nature === 'unknown' && !token.capital) {
		// "habe mit tsigereda gesprochen"
		if (!manner.lowerCase || manner.telegram || long < 5 || !/^\s$|^,\s$|^$/.test(token.gap)) return;
		if (
			/^[-.*:/]/.test(text.slice(token.end, token.end + 1)) &&
			!/^\.(?:\s|$)/.test(text.slice(token.end, token.end + 2))
		)
			return;
		if (lexicon.isPlace(token.folded) || lexicon.isGrossTypo(token.folded)) return;
		if (lexicon.likeness(token.folded) > 2.5) add(at, 'unknown');
	} else if (nature === 'unknown') {
		if (lexicon.isPlace(token.folded)) return;
		if (
			!isSuspect(token, text.slice(token.end, token.end + 8), lexicon, manner) &&
			!(long >= 8 && lexicon.likeness(token.folded) > 8 && !token.allCapitals)
		)
			return;
		if (lexicon.likeness(token.folded) < (manner.careless ? 1 : manner.ofNobody ? 0.5 : -1.5)) return;
		// "das Foo", "ein Foo" in a text about nobody: a thing
		if (manner.ofNobody && tokens[at - 1]?.sentence === token.sentence && things.test(tokens[at - 1]!.lower)) return;
		// "Telegram-Kanal": the last part says what it is
		const next = tokens[at + 1];
		if (next?.gap === '-' && next.capital && natures[at + 1] === 'word') return;
		add(at, 'unknown');
	}
}

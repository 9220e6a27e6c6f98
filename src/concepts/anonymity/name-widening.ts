/** Layers 4 and 5: what stands beside a name and belongs to it, and the repeats of a name in the same text. */
import { determiners, kin, particles, persons, titles } from '#concepts/anonymity/data/contexts.ts';
import { genitiveBase, inNames } from '#concepts/anonymity/natures.ts';
import { isInitial, link, type Reading, type Reason } from '#concepts/anonymity/reading.ts';
import type { Token } from '#concepts/anonymity/tokens.ts';

/** Takes in what stands beside a name and is most likely its other part. */
export function widen(reading: Reading, parts: Map<number, Reason>, from: number): void {
	const { tokens, natures, taken, text, lexicon, manner } = reading;
	const fits = (at: number, side: number, reason: Reason): boolean => {
		const token = tokens[at];
		if (!token || taken(token) || parts.has(at)) return false;
		const gap = side > 0 ? token.gap : (tokens[at + 1]?.gap ?? '');
		if (!link.test(gap) || titles.has(token.lower)) return false;
		// "Nasrin jan", "Kuhlmann jun."
		if (side > 0 && gap === ' ' && !token.capital && affix.test(token.lower)) return true;
		if (
			side > 0 &&
			/^[a-zäöüß]$/.test(token.text) &&
			!tokens[from]!.capital &&
			gap === ' ' &&
			/^\.(?!\s?[a-z]\.)/.test(text.slice(token.end, token.end + 4)) &&
			!/^[uvms]$/.test(token.text)
		)
			return true;
		if (isInitial(token))
			return side > 0
				? /^\.|^[\s,;)(]|^$/.test(text.slice(token.end, token.end + 1)) &&
						!/^\d/.test(text.slice(token.end, token.end + 1))
				: /^\./.test(gap) && tokens[at - 1]?.text !== 'i';
		const nature = natures[at]!;
		if (nature === 'name') return token.capital || !tokens[from]!.capital || token.folded.length >= 4;
		const named = reason !== 'unknown' || inNames(lexicon, tokens[from]!.folded);
		if (
			!token.capital &&
			manner.lowerCase &&
			side > 0 &&
			gap === ' ' &&
			(nature === 'doubtful' || nature === 'likelyName')
		)
			return lexicon.isGiven(tokens[from]!.folded) && lexicon.isFamily(token.folded) && token.folded.length >= 4;
		if (!token.capital)
			return (
				!tokens[from]!.capital &&
				nature === 'unknown' &&
				side > 0 &&
				token.folded.length >= 3 &&
				!lexicon.isTypo(token.folded)
			);
		if (nature === 'unknown')
			return !(token.allCapitals && token.text.length <= 5 && !tokens[from]!.allCapitals) && named;
		if (nature === 'likelyName' || nature === 'doubtful')
			return (
				named &&
				(side > 0
					? !kin.has(token.lower) && !persons.has(token.lower)
					: lexicon.isGiven(token.folded) && !kin.has(token.lower) && !persons.has(token.lower) && !placeOnly(token))
			);
		return side > 0 && gap === ' ' && doubleNames.test(tokens[from]!.folded) && token.folded.length > 4;
	};
	for (const side of [1, -1])
		for (let at = from + side, steps = 0; steps < 4; at += side, steps++) {
			const reason = parts.get(from)!;
			const token = tokens[at];
			if (token && particles.has(token.lower) && !taken(token) && !parts.has(at)) {
				const beyond = at + side;
				const gap = side > 0 ? token.gap : (tokens[at + 1]?.gap ?? '');
				const ok =
					link.test(gap) &&
					(side < 0
						? /^(?:al|el|ul|abu|abou|umm|ibn|bin|ben|abd|abdul|abdel|von|van|de|ait|ould|haj|hadj)$/.test(
								token.lower
							) &&
							(token.capital || gap === '-' || natures[beyond] === 'name') &&
							!(token.lower === 'von' || token.lower === 'van' || token.lower === 'de')
						: parts.has(beyond) || fits(beyond, side, reason));
				if (!ok) break;
				parts.set(at, 'beside');
				continue;
			}
			if (!fits(at, side, reason)) break;
			parts.set(at, token!.text.length === 1 ? 'initial' : 'beside');
		}
}
/** Farms of the Münsterland are called so, and take a second word. */
const doubleNames = /^(?:schulze|schulte|grosse|luetke|kleine|meyer|hinterding|suedhoff)$/;
/** What is put behind a name out of respect, or to tell two apart. */
const affix =
	/^(?:jan|jaan|dschan|khan|agha|aga|gul|bibi|begum|khanom|khanum|abla|abi|bey|hanım|hanim|efendi|jun|junior|jr|sen|senior|sr)$/;
const placeOnly = (token: Token): boolean => /^(?:kreis|stadt|land)$/.test(token.lower);

/** An accepted name is one wherever it stands in this text, also in the genitive and in lower case. */
export function repeats({ text, tokens, natures, lexicon, taken }: Reading, parts: Map<number, Reason>): void {
	const accepted = new Set<string>();
	const letters = new Set<string>();
	for (const [at, reason] of parts) {
		const { folded, capital } = tokens[at]!;
		if (/^(?:title|role|relative|initial)$/.test(reason) && isInitial(tokens[at])) letters.add(tokens[at]!.text);
		if (
			folded.length >= 3 &&
			!particles.has(tokens[at]!.lower) &&
			(capital || natures[at] === 'name') &&
			reason !== 'initial'
		)
			accepted.add(folded);
	}
	if (!accepted.size && !letters.size) return;
	tokens.forEach((token, at) => {
		if (parts.has(at) || taken(token)) return;
		// "T. hat Angst", "bei T. gewesen", where "Frau T." was named
		if (
			token.text.length === 1 &&
			letters.has(token.text) &&
			/^\.(?:s?\s[a-zß-ɏ]{2,}|\s?[,;)]|\s*$)/.test(text.slice(token.end, token.end + 6)) &&
			(token.opensSentence || /^\s$/.test(token.gap)) &&
			!isInitial(tokens[at + 1])
		)
			parts.set(at, 'initial');
		const base = genitiveBase(token.folded);
		if (!accepted.has(token.folded) && !(base && accepted.has(base))) return;
		const known = lexicon.isWord(accepted.has(token.folded) ? token.folded : base!);
		if (!known) parts.set(at, 'repeat');
		else if (token.capital && !token.opensSentence && !(tokens[at - 1] && determiners.has(tokens[at - 1]!.lower)))
			parts.set(at, 'repeat');
		else if (token.capital && token.opensSentence && natures[at] !== 'word') parts.set(at, 'repeat');
	});
}

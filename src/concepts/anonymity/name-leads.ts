/** Layer 4: the name after a relative or a role, after "heißt" and the like, and in a signature. */
import { kin, namers, particles, persons, roles, titles } from '#concepts/anonymity/data/contexts.ts';
import { inNames, isSuspect } from '#concepts/anonymity/natures.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import { isInitial, link, type Add, type Reading, type Reason } from '#concepts/anonymity/reading.ts';
import { afterTitle, afterLead } from '#concepts/anonymity/title-leads.ts';

/** Those who were there, one after the other: "Anwesend: Brüggemann, Öz, Sommer". */
const present = new Set(
	'anwesend anwesende teilnehmende teilnehmer teilnehmerinnen beteiligte protokoll protokollführung verteiler dabei entschuldigt verhindert'.split(
		' '
	)
);

const leads = traitOf(
	({ lower }) =>
		[titles, kin, persons, namers, present].some((words) => words.has(lower)) || lower === 'a' || lower === 'v'
);

/** What the word at `at` leads to, if it is such a lead. */
export function afterLeads(reading: Reading, at: number, add: Add): void {
	const {
		lower: word,
		word: { traits }
	} = reading.tokens[at]!;
	if (!(traits & leads)) return;
	if (titles.has(word)) afterTitle(reading, at, add);
	else {
		if (kin.has(word) || persons.has(word)) afterPerson(reading, at, add);
		if (namers.has(word)) afterNamer(reading, at, add);
	}
	if (word === 'a' || word === 'v') afterSignature(reading, at, add);
	if (present.has(word)) afterPresent(reading, at, add);
}

/** What somebody is, and no name of theirs, though it may be one. */
const occupations =
	/^(?:koch|koechin|baecker|schueler|metzger|fischer|maurer|tischler|schneider|friseur|student|azubi|lehrer|schreiner|maler|gaertner|schlosser|weber|mueller|zimmermann|bauer|christ|student|rentner|jung|klein|gross|krank|ledig|kind)$/;

function afterPerson(reading: Reading, lead: number, add: Add): void {
	const { tokens, natures, lexicon, text, manner } = reading;
	const isKin = kin.has(tokens[lead]!.lower);
	// "Ansprechpartner ist Jens"
	const copula =
		!isKin && /^(?:ist|war|sei|heute|jetzt)$/.test(tokens[lead + 1]?.lower ?? '') && natures[lead + 2] === 'name';
	const at = lead + (copula ? 2 : 1);
	const next = tokens[at];
	if (!next || titles.has(next.lower) || roles.has(next.lower) || !afterLead.test(next.gap)) return;
	const reason: Reason = isKin ? 'relative' : 'role';
	const bracket = /\($/.test(next.gap);
	if (isInitial(next)) {
		const follows = text.slice(next.end, next.end + 2);
		if (/^\.|^\s\(|^,/.test(follows) && !/^[A-C]$/.test(next.text + (follows[0] === '.' ? '.' : '')) && !bracket)
			add(at, 'initial');
		return;
	}
	const nature = natures[at]!;
	if (
		particles.has(next.lower) &&
		tokens[at + 1] &&
		link.test(tokens[at + 1]!.gap) &&
		(natures[at + 1] === 'name' || (tokens[at + 1]!.capital && natures[at + 1] === 'unknown'))
	) {
		add(at, reason);
		add(at + 1, reason);
	} else if (nature === 'name' && (next.capital || next.folded.length >= 3)) add(at, reason);
	else if (
		next.capital &&
		nature === 'unknown' &&
		isSuspect(next, text.slice(next.end, next.end + 8), lexicon, {
			...manner,
			telegram: false,
			careless: manner.careless && lexicon.likeness(next.folded) < 0.8
		})
	)
		add(at, reason);
	else if (
		!next.capital &&
		nature === 'unknown' &&
		next.folded.length >= 4 &&
		!lexicon.isTypo(next.folded) &&
		lexicon.isWord(tokens[lead]!.folded) &&
		!/\.$/.test(text.slice(next.end, next.end + 1)) &&
		(looksForeign(next.folded) || (manner.lowerCase && lexicon.likeness(next.folded) > 0))
	)
		add(at, reason);
	else if (
		next.capital &&
		(!/[:,]/.test(next.gap) || (/:/.test(next.gap) && endsEntry(text, next.end))) &&
		(nature === 'likelyName' || nature === 'doubtful') &&
		!occupations.test(next.folded)
	) {
		if (isKin ? lexicon.isGiven(next.folded) : inNames(lexicon, next.folded)) add(at, reason);
	}
}
/** "Anrufer: Jäger, Hausverwaltung": the name is all there is. */
const endsEntry = (text: string, end: number): boolean => /^(?:$|\s?[,;/(|\n])/.test(text.slice(end, end + 2));
/** Endings and pairs of letters that German words do not have. */
const looksForeign = (word: string): boolean =>
	/[aiou]$|(?:aa|ii|uu|oo|ou|kh|gh|dh|zh|[^c]h[mlnr]|q[^u]|y[aeou]|[aeiou]j|w[ao]l|ullah|bek|dze|yan|enko|uk|ic|ov|ev|an|am|ad|ed|id|im|in|ir|if|al|el|il|ar|as|at)$/.test(
		word
	);

/** "i. A. Schulte", "i.V. Kamp" */
function afterSignature({ tokens, natures }: Reading, lead: number, add: Add): void {
	const next = tokens[lead + 1];
	if (tokens[lead - 1]?.lower !== 'i' || !/^\.\s?$/.test(tokens[lead]!.gap) || !/^\.?\s{1,2}$/.test(next?.gap ?? ''))
		return;
	if (next!.capital && !/^(?:letter|word)$/.test(natures[lead + 1]!)) add(lead + 1, 'namer');
}

function afterPresent({ tokens, natures, lexicon, text }: Reading, lead: number, add: Add): void {
	if (!/^\s?:/.test(text.slice(tokens[lead]!.end, tokens[lead]!.end + 2))) return;
	for (let at = lead + 1; at < Math.min(tokens.length, lead + 24); at++) {
		const token = tokens[at]!;
		if (/[\n.!?:]/.test(token.gap) && at > lead + 1 && !/^\.\s?[A-ZÀ-Þ]?$/.test(token.gap)) return;
		const alone = /[,:;/&(]|^$/.test(token.gap) || /^(?:und|u)$/.test(tokens[at - 1]!.lower);
		const after = text.slice(token.end, token.end + 2);
		if (!alone || !token.capital || !/^(?:$|\s?[,;/\n).]|\s[(u&])/.test(after)) continue;
		const nature = natures[at]!;
		if (nature === 'name' || (nature === 'unknown' && !(token.allCapitals && token.text.length > 2))) add(at, 'role');
		else if (
			(nature === 'doubtful' || nature === 'likelyName') &&
			inNames(lexicon, token.folded) &&
			!roles.has(token.lower)
		)
			add(at, 'role');
	}
}

function afterNamer(reading: Reading, lead: number, add: Add): void {
	const { tokens, natures, text, lexicon } = reading;
	if (
		/^(?:gr[uü](?:ß|ss)\S*|lg|vg|bg|glg|mfg|hochachtungsvoll|herzlichst|danke|dank|dir|euch|merci|cheers|regards)$/.test(
			tokens[lead]!.lower
		)
			? !/^[\s,.!]{1,3}$/.test(tokens[lead + 1]?.gap ?? '')
			: /^(?:liebe|lieber|hallo|moin|hi|hey|huhu|servus|dear|hej|salam|selam)$/.test(tokens[lead]!.lower) &&
				!/^\s$/.test(tokens[lead + 1]?.gap ?? '')
	)
		return;
	const skips = /^(?:ist|lautet|war|der|die|das|jetzt|eigentlich|auch|nun|seitdem|mit|richtig)$/;
	let at = lead + 1;
	while (at <= lead + 2 && tokens[at] && skips.test(tokens[at]!.lower)) at++;
	const next = tokens[at];
	if (!next || !/^\.?\s?[:,]?\s{0,2}[„"“]?$|^[,.!]?\n$/u.test(next.gap) || /^(?:am|in|im)$/.test(next.lower)) return;
	// "Hochachtungsvoll, M. Feldkamp"
	if (isInitial(next) && tokens[at + 1]?.capital && /^\.\s?$/.test(tokens[at + 1]!.gap)) {
		add(at, 'namer');
		add(at + 1, 'namer');
		return;
	}
	const nature = natures[at]!;
	// "VG Münster" is a court, "VG, Moni" a farewell
	if (/^[VB]G$/.test(tokens[lead]!.text) && !/^[,.!]?\s*\n|^,\s/.test(next.gap)) return;
	const weak = /^(?:heißt|heisst|name|genannt|geboren)$/.test(tokens[lead]!.lower);
	const greets = /^(?:hallo|moin|hi|hey|huhu|liebe|lieber|servus|hej|gr[uü](?:ß|ss)\S*)$/.test(tokens[lead]!.lower);
	const thanks = /^(?:danke|dank|dir|euch|bg|merci)$/.test(tokens[lead]!.lower);
	if (thanks && nature !== 'name' && !(next.capital && nature === 'likelyName')) return;
	// "vg moni"
	if (
		/^(?:lg|vg|glg|mfg|gruß|grüße)$/.test(tokens[lead]!.lower) &&
		nature === 'unknown' &&
		next.folded.length >= 3 &&
		/^[.!,)]*\s*(?:\n|$)/.test(text.slice(next.end, next.end + 6))
	)
		add(at, 'namer');
	if (nature === 'name' || (next.capital && nature === 'unknown')) add(at, 'namer');
	else if (
		next.capital &&
		(nature === 'likelyName' || nature === 'doubtful') &&
		(!greets || lexicon.isGiven(next.folded))
	)
		add(at, 'namer');
	else if (
		next.capital &&
		nature === 'word' &&
		!weak &&
		!/[:]/.test(next.gap) &&
		/^(?:geborene|geborener|geb|namens|alias)$/.test(tokens[lead]!.lower) &&
		next.folded.length <= 12
	)
		add(at, 'namer');
}

/** Schools, nurseries, hospitals and employers with a name of their own; authorities and carriers as such stay free. */
import { brands, employerLeads, institutionHeads, workWords } from '#concepts/anonymity/data/contexts.ts';
import { sentenceAround } from '#concepts/anonymity/dates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { isSuspect } from '#concepts/anonymity/natures.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import { signedFindings } from '#concepts/anonymity/signed-names.ts';
import type { Reading } from '#concepts/anonymity/reading.ts';

const why = 'Schule, Kita oder Arbeitgeber können die Person verraten.';
/** What nurseries, schools and restaurants are called after. */
const fancy =
	/(?:bogen|schein|zahn|blumen?|nest|land|wind|kisten?|zwerge?n?|wichtel|kaefer|falter|schmetterlinge?|maeuse?|froesche?|strolche?|insel|welt|arche|villa|sterne?|schnuppe|fuessler|baeume?|stuebchen|knirpse?|gluehwuermchen|spatzen|loewen|baeren|wiese|apfelbaum|marienkaefer|purzelbaum|sonne|mond|bulli|bullerbue|kunterbunt|rappelkiste|noah|schatzkiste|delfine?|bambini|kleckse?|panda|igel|eulen?)$/;
const compoundHead =
	/^(.{3,}?)-?((?:grund|haupt|real|gesamt|sekundar|förder|ober|berufs|hoch|privat|sprach|musik)?schule|gymnasium|berufskolleg|kolleg|kita|kindergarten|stift|hospital|spital|klinik|krankenhaus|seniorenheim|altenheim|werkstatt|bäckerei|apotheke|institut|hotel|haus|heim|akademie)$/iu;
const isHeadLike = traitOf(({ text }) => text.length > 6 && text.length <= 40 && compoundHead.test(text));
/** Words that say what kind of firm, school or practice it is, by their last part. */
const trade =
	/(?:werke?|hof|waren|spedition|logistik|[a-z]{3}erei|bau|dienst|praxis|gemeinschaftspraxis|seniorenhaus|altenheim|heim|stift|betrieb|firma|handel|markt|laden|salon|studio|service|technik|transporte?|reinigung|apotheke|klinik|schule|kita|kindergarten|krippe|personal|kurier|maschinen|moebel|kueche|bistro|grill|imbiss|restaurant|pizzeria|doener|hotel|pflege|verein|hilfe|zentrum|haus|garage|autohaus|taxi|fleisch|gefluegel|textil|metall|elektro|sanitaer|gartenbau|baumschule|gebaeudereinigung|druck|druckerei|verlag|agentur|kanzlei|kiosk|shop|center|fitness|club|sv|tus|fc|aerzte|hausaerzte|zahnaerzte|verwaltung|immobilien|bestattungen|dienstleistungen|gastronomie|palast|stube|treff|eck)$/;
const isTrade = traitOf((word) => trade.test(word.folded));
const isHead = traitOf((word) => institutionHeads.has(word.lower) || employerLeads.has(word.lower));
const isPart = traitOf((word) => /^(?:schule|stift|spital|haus|heim|werk|zentrum|akademie|institut)$/.test(word.lower));
const afterEmployment =
	/^(?:bei|beim|b|arbeitgeber|arbeitgeberin|firma|fa|betrieb|leihfirma|leiharbeitsfirma|zeitarbeitsfirma|lagerist|fahrer|azubi|schicht|betriebs|angestellt|für|im|in|der|die|vom|von|zur|zum|ag)$/;
/** What stands after "am" or "im" without naming a place in the town. */
const notPlace =
	/^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|sommer|winter|herbst|fruehjahr|fruehling|vormittag|nachmittag|abend|morgen|ort|jahr|monat|ganztag|anschluss|rahmen|bereich|haus|kreis|land|gebaeude|notfall|moment|alltag|prinzip|ausland|krankenhaus|folgenden|laufenden|wochenende|telefon|ende|anfang)$/;
const saint = /^(?:St|Sankt|Sct|Hl)$/;

export function organisationFindings(reading: Reading, persons: ReadonlyMap<number, unknown>): Finding[] {
	const { text, tokens, natures, lexicon, taken, manner } = reading;
	const found: Finding[] = [];
	const add = (start: number, end: number) => found.push({ start, end, label: 'ORGANISATION', severity: 'amber', why });
	const proper = (at: number): boolean => {
		const token = tokens[at];
		if (!token || taken(token) || (!token.capital && !manner.lowerCase)) return false;
		const nature = natures[at]!;
		if (!token.capital)
			return (
				persons.has(at) ||
				((nature === 'name' || (nature === 'unknown' && !lexicon.isTypo(token.folded))) && token.folded.length >= 4)
			);
		if (token.gap === '-' && nature === 'doubtful') return false;
		return (
			persons.has(at) ||
			nature === 'name' ||
			brands.has(token.lower) ||
			(nature === 'likelyName' && token.folded.length > 3) ||
			saint.test(token.text) ||
			(nature === 'doubtful' && !lexicon.isPlace(token.folded)) ||
			(nature === 'unknown' &&
				((!token.allCapitals && token.folded.length >= 4 && !manner.careless) ||
					isSuspect(token, '', lexicon, manner) ||
					lexicon.isPlace(token.folded)))
		);
	};
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		if (taken(token)) continue;
		const traits = token.word.traits;
		const head =
			(traits & isHead) !== 0 ||
			(token.capital && traits & isHeadLike && lexicon.isWord(token.folded) && !/haus$|heim$/i.test(token.text));
		const does = (token.capital || manner.lowerCase) && (traits & isTrade) !== 0 && token.folded.length > 3;
		const shouted = token.allCapitals && tokens[at + 1]?.allCapitals === true && !manner.lowerCase;
		const to = (head || does) && !shouted ? properNameAfter(reading, at, proper) : at;
		if (to > at)
			add(
				tokens[/^(?:arbeitgeber|ag|unternehmen)$/.test(token.lower) ? at + 1 : chainStart(tokens, at)]!.start,
				endOf(text, tokens[to]!.end)
			);
		const next = tokens[at + 1];
		// "bei Velox Kurier"
		if (
			natures[at] === 'unknown' &&
			proper(at) &&
			next?.capital &&
			next.gap === ' ' &&
			next.word.traits & isTrade &&
			(afterEmployment.test(tokens[at - 1]?.lower ?? '') || /firma$/.test(tokens[at - 1]?.lower ?? ''))
		)
			add(token.start, next.end);
		const from = headedBy(reading, at, proper);
		if (from !== null) add(tokens[from]!.start, token.end);
		if (
			brands.has(token.lower) &&
			token.capital &&
			(workWords.test(sentenceAround(text, token.start, token.end)) ||
				/^(?:lagerist|fahrer|azubi|helfer|lager)/.test(tokens[at - 2]?.lower ?? '')) &&
			afterEmployment.test(tokens[at - 1]?.lower ?? '')
		)
			add(token.start, token.end);
	}
	return [...found, ...signedFindings(text, lexicon)];
}
/** "Kfz-Werkstatt" begins with "Kfz". */
const chainStart = (tokens: Reading['tokens'], at: number): number =>
	tokens[at]!.gap === '-' && tokens[at - 1]?.capital ? at - 1 : at;
const endOf = (text: string, end: number): number => (/^["“”«»]/.test(text.slice(end, end + 1)) ? end + 1 : end);

/** "Kita St. Marien", "Grundschule Am Bagno", "Bäckerei Coppenrath": the last word of the name, or `head` when there is none. */
function properNameAfter(
	{ tokens, natures, lexicon, manner }: Reading,
	head: number,
	proper: (at: number) => boolean
): number {
	const gapFits = (at: number) =>
		/^\.?\s{1,2}[„"“(]?$|^-$|^\.\s?[&+]?\s?$|^\s[&+]\s$|^\.-$/.test(tokens[at]?.gap ?? '');
	let at = head + 1;
	const first = tokens[at];
	if (!first || !gapFits(at) || first.sentence !== tokens[head]!.sentence) return head;
	if (/^(?:am|an|auf|im|in|zum|zur|zu|der|de|la|el|al|unterm|hinter)$/.test(first.lower) && first.capital) {
		let last = at;
		while (
			tokens[last + 1] &&
			last < at + 3 &&
			/^\s$|^-$/.test(tokens[last + 1]!.gap) &&
			(tokens[last + 1]!.capital || /^(?:der|den|dem)$/.test(tokens[last + 1]!.lower))
		)
			last++;
		return tokens[last]!.capital && last > at ? last : head;
	}
	if (/^(?:am|an|im|zum|zur|auf)$/.test(first.lower)) {
		const skip = tokens[at + 1] && /^(?:der|dem|den)$/.test(tokens[at + 1]!.lower) ? at + 2 : at + 1;
		const goal = tokens[skip];
		const named =
			goal?.capital === true && goal.gap === ' ' && !lexicon.isPlace(goal.folded) && !notPlace.test(goal.folded);
		if (
			!named ||
			(!institutionHeads.has(tokens[head]!.lower) &&
				!/(?:schule|kita|praxis|aerzte|gymnasium|apotheke|heim|stift|garten)$/.test(tokens[head]!.folded))
		)
			return head;
		return proper(skip) ||
			/(?:platz|tor|park|berg|wald|see|bach|kirche|muehle|esch|kanal|hang|wall|markt|brink|kamp|feld|hof|ufer|bruecke|burg|schloss|teich|weg)$/.test(
				goal.folded
			)
			? skip
			: head;
	}
	const isFancy =
		first.capital &&
		natures[at] === 'word' &&
		fancy.test(first.folded) &&
		/^(?:kita|kiga|kindergarten|krippe|familienzentrum|restaurant|imbiss|hotel|grundschule|café|pizzeria|gasthof|kindertagesstätte|kindertageseinrichtung|tagespflege|verein)$/.test(
			tokens[head]!.lower
		);
	const employer =
		employerLeads.has(tokens[head]!.lower) &&
		/^(?:fa|firma|spedition|zeitarbeitsfirma|leihfirma)$/.test(tokens[head]!.lower) &&
		first.capital &&
		natures[at] !== 'word';
	if (/^(?:dr|dres|dipl|prof)$/.test(first.lower) && tokens[at + 1]?.capital && /^\.?\s$/.test(tokens[at + 1]!.gap)) {
		let last = at + 1;
		while (tokens[last + 1]?.capital && /^(?:\s[&+]\s|\/|-)$/.test(tokens[last + 1]!.gap) && last < at + 4) last++;
		// "Dres. Elling und Kuhn"
		if (first.lower === 'dres' && /^(?:und|u)$/.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.capital)
			last += 2;
		return last;
	}
	// "arbeitet beim Pflegedienst Sonnenschein"
	const lead = tokens[head - 1]?.lower ?? '';
	const appositive =
		first.gap === ' ' &&
		first.capital &&
		natures[at] === 'word' &&
		!manner.telegram &&
		!manner.careless &&
		first.folded.length > 5 &&
		/(?:erei|restaurant|imbiss|pizzeria|hotel|salon|studio|gasthof|kita|kindergarten|pflegedienst|bistro|familienzentrum)$/.test(
			tokens[head]!.folded
		) &&
		/^(?:der|die|dem|das|im|in|zum|zur|beim|bei|zuletzt|restaurant|vom)$/.test(lead) &&
		!/(?:platz|plaetze|beitrag|gebuehr|anmeldung|leitung|zeit|kosten|termin|tag|jahr|monat|navigator|portal|stelle|woche|stunde|ausbildung|vertrag)/.test(
			first.folded
		);
	const employed =
		appositive ||
		(first.gap === ' ' &&
			first.capital &&
			natures[at] === 'word' &&
			tokens[head]!.word.traits & isTrade &&
			(/^(?:bei|beim|b|arbeitgeber|gehaltsnachweise?|firma|ag|zuletzt)$/.test(lead) ||
				(/^(?:der|dem)$/.test(lead) && tokens[head - 2]?.lower === 'bei')) &&
			tokens[head]!.sentence === first.sentence &&
			!/^(?:in|gekuendigt|seit|und|vollzeit|teilzeit|minijob|montag|als)$/.test(first.folded));
	if (!proper(at) && !isFancy && !employer && !employed) return head;
	if (
		lexicon.isPlace(first.folded) &&
		/^(?:unterkunft|gemeinde|kirchengemeinde|hof|betrieb|unternehmen|moschee|verein|arbeitgeber|wohnheim)$/.test(
			tokens[head]!.lower
		)
	)
		return head;
	// "Hausverwaltung Bröker Immobilien"
	const goesOn = (next: number): boolean =>
		proper(next) ||
		(/[&+]/.test(tokens[next]!.gap) && tokens[next]!.capital) ||
		(tokens[next]!.capital &&
			tokens[next]!.gap === ' ' &&
			natures[next] === 'word' &&
			(tokens[next]!.word.traits & isTrade) !== 0);
	while (
		tokens[at + 1] &&
		gapFits(at + 1) &&
		tokens[at + 1]!.sentence === first.sentence &&
		goesOn(at + 1) &&
		at < head + 5
	)
		at++;
	return at;
}

/** "Josef-Pieper-Schule", "Michaelschule": the first word of the name when `at` ends one, otherwise null. */
function headedBy({ tokens, natures, lexicon }: Reading, at: number, proper: (at: number) => boolean): number | null {
	const token = tokens[at]!;
	if (token.gap === '-' && (institutionHeads.has(token.lower) || token.word.traits & (isHeadLike | isPart))) {
		let from = at;
		while (from > 0 && (tokens[from]!.gap === '-' || tokens[from]!.gap === '.-') && at - from < 6) from--;
		for (let part = from; part < at; part++)
			if (proper(part) || lexicon.isGiven(tokens[part]!.folded))
				return saint.test(tokens[from - 1]?.text ?? '') ? from - 1 : from;
		return null;
	}
	const parts =
		token.capital && natures[at] === 'unknown' && token.word.traits & isHeadLike ? compoundHead.exec(token.text) : null;
	if (!parts || /^(?:haus|heim|institut)$/i.test(parts[2]!)) return null;
	return at;
}

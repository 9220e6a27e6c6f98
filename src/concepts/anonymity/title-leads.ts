/** Layer 4: the name after „Herr“, „Frau“, „Familie“ and other titles. */
import { authorities, determiners, nounTitles, particles, roles, titles } from '#concepts/anonymity/data/contexts.ts';
import { isSuspect } from '#concepts/anonymity/natures.ts';
import { isInitial, link, type Add, type Reading } from '#concepts/anonymity/reading.ts';

const near = /^\.?\s{1,2}$|^\.?-$|^\.$|^\s?[„"“(]$/u;
export const afterLead = /^(?:\.?["”]?\s?(?:[:,]|=(?!\s))?\s?[„"“(]?\s?|\.?:?\s{1,2})$/u;

export function afterTitle(reading: Reading, title: number, add: Add): void {
	const { tokens, natures } = reading;
	let at = title + 1;
	while (
		at <= title + 4 &&
		tokens[at] &&
		near.test(tokens[at]!.gap) &&
		(titles.has(tokens[at]!.lower) || /^(?:med|phil|jur|rer|nat|habil|h|c)$/.test(tokens[at]!.lower))
	)
		at++;
	const next = tokens[at];
	if (!next || !afterLead.test(next.gap)) return;
	const head = tokens[title]!.lower;
	const before = tokens[title - 1];
	const asNoun = nounTitles.has(head) && !tokens[title]!.allCapitals;
	const determined =
		asNoun && before !== undefined && determiners.has(before.lower) && before.sentence === tokens[title]!.sentence;
	if (roles.has(next.lower) && !(next.lower === 'von' && tokens[at + 1]?.capital)) return;
	if (
		reading.manner.lowerCase &&
		/^[a-zäöü]$/.test(next.text) &&
		reading.text[next.end] === '.' &&
		lowerCaseTitles.test(head)
	) {
		add(at, 'title');
		return;
	}
	if (isInitial(next)) {
		if (/^[.\s,;:)–-]|$/.test(reading.text.slice(next.end, next.end + 1)) && !/[,:]/.test(next.gap)) add(at, 'title');
		return;
	}
	if (/[:,(]/.test(next.gap) && natures[at] !== 'name') return;
	let name = at;
	while (
		name < at + 3 &&
		particles.has(tokens[name]?.lower ?? '') &&
		tokens[name + 1] &&
		link.test(tokens[name + 1]!.gap)
	)
		name++;
	// "ein Herr vom Amt"
	if (
		name > at &&
		/^(?:vom|von)$/.test(next.lower) &&
		(authorities.has(tokens[name]!.lower) || domainNoun.test(tokens[name]!.folded))
	)
		return;
	if (
		name > at &&
		(!roles.has(next.lower) || next.lower === 'von') &&
		(natures[name] === 'name' ||
			natures[name] === 'unknown' ||
			// "Herr der Lage"
			(tokens[name]!.capital && (natures[name] !== 'word' || !/^(?:der|den|da|di|um|um)$/.test(next.lower))))
	) {
		for (let part = at; part <= name; part++) add(part, 'title');
		return;
	}
	if (isNameAfterTitle(reading, at, head, determined)) add(at, 'title');
}

const lowerCaseTitles = /^(?:herrn?|hrn?|frau|fr|dr)$/;
const clergy = /^(?:pastorin|pastor|pfarrer|imam|dr|prof|professor|doktor|pater|scheich|hodscha|dipl|ing)$/;
/** What follows "herr" or "frau" in a sentence without capitals, when no name does. */
const goesOn =
	/^(?:ist|hat|war|will|kann|kommt|geht|und|mit|ohne|aus|braucht|sagt|sagte|möchte|muss|darf|wird|wurde|bekommt|spricht|lebt|wohnt|sucht|kam|rief|ruft|hatte|macht|nicht|auch|dann|jetzt|sowie|samt|seit|nach|oder|aber|weil|dass|wenn|meint|meinte|arbeitet|steht|fehlt|soll|sollte|wollte|konnte|schwanger|krank|allein|alleinerziehend|kind|kinder|heute|gestern|morgen|noch|schon|hier|dort|selbst|sein|ihre?|seine?|eine?|einen|einem|gerade|wieder|immer|versteht|weiß|bittet|fragt|wartet|zahlt|droht|verlangt|ruft|schreibt|meldet|hilft|glaubt|lernt|weint|nimmt|gibt|findet|bringt|bleibt|liegt|sitzt|zieht|fährt|stellt|erklärt|berichtet|erzählt|verlor|verloren|entbindet|vergaß|musste|durfte|plus|beide|welche[rs]?|deren|dessen|würde|hätte|wäre)$/;
const isNounLike = (word: string): boolean =>
	!goesOn.test(word) && word.length >= 4 && !/(?:t|te|ten|en|lich|ig|isch|bar|los|end|ende)$/.test(word);

const domainNoun =
	/(?:antrag|bescheid|termin|kurs|geld|amt|schein|status|titel|duldung|kind|kinder|wohnung|arbeit|schule|hilfe|beratung|frage|post|brief|angst|hunger|schmerzen|sorgen|probleme?|kontakt|deutsch|unterlagen|nachweis|ausweis|pass|zusage|absage|widerspruch|klage|anspruch|haus|jahre|monate|woche|tage|beirat|verband|treff|cafe|zentrum|ministerium|planung|angehoerige|mitglieder|mitglied|nachzug|asyl|kasse|berater|name|stand|versicherung|zusammenfuehrung)$/;

function isNameAfterTitle(
	{ tokens, natures, lexicon, manner }: Reading,
	at: number,
	head: string,
	determined: boolean
): boolean {
	const next = tokens[at]!;
	const nature = natures[at]!;
	if (!next.capital) {
		if (nature === 'name') return true;
		if (nature === 'unknown') return next.folded.length >= 3 && (manner.lowerCase || !lexicon.isTypo(next.folded));
		if (manner.lowerCase && !determined && nature === 'word' && lowerCaseTitles.test(head))
			return next.folded.length >= 4 && !/^f/.test(head) ? !goesOn.test(next.lower) : isNounLike(next.lower);
		// "familie koch" in a text without capitals
		return (
			manner.lowerCase &&
			(!determined || /^fam/.test(head)) &&
			(nature === 'doubtful' || nature === 'likelyName') &&
			lexicon.isFamily(next.folded) &&
			next.folded.length >= 4
		);
	}
	if (nature === 'name' || nature === 'unknown')
		return !(nature === 'unknown' && determined && !clergy.test(head) && !isSuspect(next, '', lexicon));
	if (determined) return nature === 'likelyName' || (nature === 'doubtful' && /^(?:famil|fam)/.test(head));
	if (nature === 'likelyName' || nature === 'doubtful') return true;
	if (next.folded.length === 2) return !next.allCapitals && /^(?:herrn?|hr|frau|fr|familie)$/.test(head);
	// a plain noun: "Herr Vogelsang", but "Frau Asylantrag gestellt"
	if (domainNoun.test(next.folded)) return false;
	if (/^(?:herrn?|hrn?|dr|frl|mr|mrs|eheleute|ehepaar)$/.test(head)) return next.folded.length > 2;
	return next.folded.length > 2 && next.folded.length <= 11 && !next.allCapitals;
}

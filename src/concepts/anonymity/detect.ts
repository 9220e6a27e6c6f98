/** Finds suspected personal data in German notes: patterns, word lists, context and the text's own consistency, layer by layer. */
import { ledAddressFindings } from '#concepts/anonymity/address-leads.ts';
import { addressFormFindings, withTails } from '#concepts/anonymity/address-forms.ts';
import { addressFindings } from '#concepts/anonymity/addresses.ts';
import { ageFormFindings } from '#concepts/anonymity/age-forms.ts';
import { ageTurnFindings } from '#concepts/anonymity/age-turns.ts';
import { ageWordFindings } from '#concepts/anonymity/age-words.ts';
import { ageFindings } from '#concepts/anonymity/ages.ts';
import { contactFindings } from '#concepts/anonymity/contact-patterns.ts';
import { kin, persons } from '#concepts/anonymity/data/contexts.ts';
import { dateFindings } from '#concepts/anonymity/dates.ts';
import { dayWordFindings } from '#concepts/anonymity/day-words.ts';
import { establishmentFindings } from '#concepts/anonymity/establishments.ts';
import { fileCodeFindings, withSigns } from '#concepts/anonymity/file-codes.ts';
import { merged, type Finding } from '#concepts/anonymity/findings.ts';
import { firmFindings } from '#concepts/anonymity/firm-names.ts';
import { institutionFindings, lowerCaseEmployers } from '#concepts/anonymity/institutions.ts';
import { lexiconOf, type Lexicon } from '#concepts/anonymity/lexicon.ts';
import type { DetectOptions, Mark } from '#concepts/anonymity/marks.ts';
import { nameFindings } from '#concepts/anonymity/name-spans.ts';
import { namedHouseFindings } from '#concepts/anonymity/named-houses.ts';
import { natureOf } from '#concepts/anonymity/natures.ts';
import { normalised } from '#concepts/anonymity/normalise.ts';
import { numberFindings } from '#concepts/anonymity/numbers.ts';
import { organisationFindings } from '#concepts/anonymity/organisations.ts';
import { nameParts } from '#concepts/anonymity/persons.ts';
import { readingOf } from '#concepts/anonymity/reading.ts';
import { placeFindings } from '#concepts/anonymity/places.ts';
import { rareFactFindings } from '#concepts/anonymity/rare-facts.ts';
import { spokenFindings } from '#concepts/anonymity/spoken-contacts.ts';
import { wordOf } from '#concepts/anonymity/traits.ts';
import { tokensOf, type Token } from '#concepts/anonymity/tokens.ts';
import { forget } from '#concepts/anonymity/windows.ts';

export type { DetectOptions, Label, Mark, Severity } from '#concepts/anonymity/marks.ts';

let lexicon: Lexicon | undefined;
let loading: Promise<void> | undefined;

/** Loads the word lists, once; rejects when they cannot be loaded, and may be tried again. */
export function ready(): Promise<void> {
	loading ??= import('#concepts/anonymity/data/lexicon.generated.js').then(
		(lists) => {
			lexicon = lexiconOf(lists);
		},
		(e: unknown) => {
			loading = undefined;
			throw e;
		}
	);
	return loading;
}

/**
 * Marks, sorted and without overlaps; their places count UTF-16 units in `text` as given.
 * Throws before `ready()`: a text that was not looked at must not seem clean.
 */
export function detect(text: string, { placesAllowed = false }: DetectOptions = {}): Mark[] {
	if (!lexicon) throw new Error('The word lists of the text detector are not loaded yet: await ready() first.');
	const { text: composed, original } = normalised(text);
	const marks = merged(findingsIn(composed, lexicon, placesAllowed));
	forget();
	return marks.map((mark) => ({ ...mark, start: original(mark.start), end: original(mark.end) }));
}

function findingsIn(text: string, words: Lexicon, placesAllowed: boolean): Finding[] {
	const byForm = [
		...contactFindings(text),
		...withSigns(text, [...numberFindings(text), ...fileCodeFindings(text)]),
		...spokenFindings(text),
		...withTails(text, [
			...addressFindings(text, words),
			...ledAddressFindings(text),
			...addressFormFindings(text, words)
		]),
		...dateFindings(text),
		...dayWordFindings(text)
	];
	const tokens = tokensOf(text);
	const reading = readingOf(text, tokens, words, within(byForm, tokens));
	const parts = nameParts(reading);
	return [
		...byForm,
		...ageFindings(text, (word) => speaksOfPerson(word, words)),
		...ageWordFindings(text),
		...ageFormFindings(text),
		...ageTurnFindings(text),
		...nameFindings(reading, parts),
		...placeFindings(reading, parts, placesAllowed),
		...organisationFindings(reading, parts),
		...institutionFindings(reading, parts),
		...lowerCaseEmployers(reading, parts),
		...firmFindings(reading, parts),
		...establishmentFindings(reading, parts),
		...namedHouseFindings(text, words),
		...rareFactFindings(text, tokens)
	];
}

/** A relative, a client or a name; or a word that may well be one. */
function speaksOfPerson(word: string, words: Lexicon): boolean {
	const lower = word.toLowerCase();
	if (kin.has(lower) || persons.has(lower)) return true;
	return natureOf(wordOf(word), words) !== 'word';
}

/** Says whether a word lies in one of the finds. */
function within(findings: readonly Finding[], tokens: readonly Token[]): (token: Token) => boolean {
	const spans = merged(findings);
	const inside = new Uint8Array(tokens.length);
	let span = 0;
	for (const { at, start, end } of tokens) {
		while (span < spans.length && spans[span]!.end <= start) span++;
		if (span < spans.length && spans[span]!.start < end) inside[at] = 1;
	}
	return (token) => inside[token.at] === 1;
}

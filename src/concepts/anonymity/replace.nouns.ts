/** „eine Frau“ for a person, „eine Grundschule“ for a school: nouns with the article their place in the sentence asks for. */
import type { Edit } from './replace.ts';
import { formOf, type CaseCell } from './ladders.ts';
import type { Mark } from './marks.ts';
import { capital, indefinite, leadOf, type Gender } from './replace.grammar.ts';
import type { Person } from './replace.persons.ts';

/** None for a genitive: „Aminas Antrag“ does not become „eine Frau Antrag“. */
export function personWords(text: string, person: Person, attributes: CaseCell): Edit | undefined {
	if (person.genitive) return undefined;
	const noun = person.placeholder.startsWith('[Familie') ? (['Familie', 'f'] as const) : personNoun(person, attributes);
	return withArticle(text, person.start, person.end, noun);
}

/** What a title says of this person counts before what is coded of the person the case is about. */
function personNoun({ gender }: Person, attributes: CaseCell): readonly [string, Gender] {
	if (gender) return gender === 'f' ? ['Frau', 'f'] : ['Mann', 'm'];
	const young = formOf('ageBand', attributes.ageBand, 1) === 'KIND';
	if (young) return formOf('ageBand', attributes.ageBand, 0) === 'A16' ? ['Person im Jugendalter', 'f'] : ['Kind', 'n'];
	const coded = formOf('gender', attributes.gender, 0);
	if (coded === 'G_F') return ['Frau', 'f'];
	return coded === 'G_M' ? ['Mann', 'm'] : ['Person', 'f'];
}

/** The first that the name of an organisation holds; a workplace where none does. */
const organisations: readonly [RegExp, string, Gender][] = [
	[/grundschule/i, 'Grundschule', 'f'],
	[/gesamtschule/i, 'Gesamtschule', 'f'],
	[/realschule/i, 'Realschule', 'f'],
	[/hauptschule/i, 'Hauptschule', 'f'],
	[/sekundarschule/i, 'Sekundarschule', 'f'],
	[/förderschule/i, 'Förderschule', 'f'],
	[/gymnasium/i, 'Gymnasium', 'n'],
	[/berufskolleg|berufsschule/i, 'Berufskolleg', 'n'],
	[/(hoch|volkshoch)schule|universität/i, 'Hochschule', 'f'],
	[/kita|kindergarten|kindertages|familienzentrum/i, 'Kita', 'f'],
	[/schule/i, 'Schule', 'f'],
	[/krankenhaus|klinik|hospital/i, 'Krankenhaus', 'n'],
	[/praxis/i, 'Praxis', 'f'],
	[/pflege|altenheim|seniorenh|altenwohn/i, 'Pflegeeinrichtung', 'f'],
	[/unterkunft|wohnheim/i, 'Unterkunft', 'f'],
	[/moschee/i, 'Moscheegemeinde', 'f'],
	[/pfarr|kirche/i, 'Kirchengemeinde', 'f'],
	[/verein|\be\. ?v\./i, 'Verein', 'm'],
	[/bäckerei/i, 'Bäckerei', 'f'],
	[/restaurant|gaststätte|imbiss|pizzeria/i, 'Gaststätte', 'f'],
	[/supermarkt|markt/i, 'Geschäft', 'n'],
	[/anwält|anwalt|kanzlei/i, 'Kanzlei', 'f']
];

export function organisationWords(text: string, mark: Mark): Edit {
	const name = text.slice(mark.start, mark.end);
	const [, noun, gender] = organisations.find(([pattern]) => pattern.test(name)) ?? [/./, 'Betrieb', 'm' as const];
	// „bei der Firma Meyer“: the kind of thing before the name goes with it
	const kind = /(?:^|[^\p{L}])((?:Firma|Fa\.|Betrieb|Schule|Kita)[ \u00a0]+)$/u.exec(
		text.slice(Math.max(0, mark.start - 20), mark.start)
	);
	return withArticle(text, mark.start - (kind?.[1]?.length ?? 0), mark.end, [noun, gender]);
}

function withArticle(text: string, start: number, end: number, [noun, gender]: readonly [string, Gender]): Edit {
	const lead = leadOf(text, start);
	const words = indefinite(noun, gender, lead.grammaticalCase);
	return { start: lead.start, end, text: lead.preposition + (lead.opens ? capital(words) : words) };
}

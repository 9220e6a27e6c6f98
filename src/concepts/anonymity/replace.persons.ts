/** Who is who in one text: passages that name the same person get the same placeholder, whatever form the name has. */
import type { Mark } from './marks.ts';

export type Person = {
	mark: Mark;
	/** the passage with a title before it */
	start: number;
	end: number;
	/** what will stand there: the placeholder, with the s of a genitive */
	text: string;
	/** „[Person A]“ */
	placeholder: string;
	genitive: boolean;
	/** what a title tells */
	gender: 'f' | 'm' | undefined;
};

type Mention = {
	mark: Mark;
	start: number;
	parts: string[];
	family: boolean;
	gender: 'f' | 'm' | undefined;
	who?: Known;
};
type Known = { parts: string[]; forms: Set<string>; family: boolean; gender: 'f' | 'm' | undefined; places: number[] };

const title = /^(?:(?:Herrn?|Hr|Frau|Fr|Familie|Fam|Dr|Prof|Geschwister|Eheleute)\.?[ \u00a0]+)+/i;
const titleBefore =
	/(?:^|[^\p{L}])((?:(?:Herrn?|Hr|Frau|Fr|Familie|Fam|Dr|Prof|Geschwister|Eheleute)\.?[ \u00a0]+)+)$/iu;

/** One for each mark of a person, in the order of the text. */
export function personsOf(text: string, marks: readonly Mark[]): Person[] {
	const mentions = marks
		.filter((mark) => mark.label === 'PERSON')
		.sort((a, b) => a.start - b.start)
		.map((mark) => mentionOf(text, mark));
	const known: Known[] = [];
	// whole names first: „Haddad“ alone may be either of two Haddads, and is then the one named last
	for (const whole of [true, false])
		for (const mention of mentions.filter((m) => m.parts.length > 1 === whole)) {
			const fitting = known.filter((person) => fits(mention, person));
			const who = latest(fitting, mention.start) ?? fitting[0] ?? newPerson(mention, known);
			learn(who, mention);
			mention.who = who;
		}
	const names = placeholders(text, mentions);
	return mentions.map((mention) => {
		const genitive = isGenitive(text, mention);
		const placeholder = names.get(mention.who!)!;
		const { mark, start, gender } = mention;
		return {
			mark,
			start,
			end: mark.end,
			placeholder,
			text: genitive ? `${placeholder}s` : placeholder,
			genitive,
			gender
		};
	});
}

function mentionOf(text: string, mark: Mark): Mention {
	const inside = text.slice(mark.start, mark.end).normalize('NFC');
	const lead = titleBefore.exec(text.slice(Math.max(0, mark.start - 40), mark.start))?.[1] ?? '';
	const titles = lead + (title.exec(inside)?.[0] ?? '');
	const parts = inside
		.replace(title, '')
		.split(/[\s,]+/)
		.map((part) => part.toLowerCase().replace(/['’`]s?$/, ''))
		.filter((part) => /\p{L}/u.test(part));
	return {
		mark,
		start: mark.start - lead.length,
		parts,
		family: /Familie|Fam\b|Geschwister|Eheleute/i.test(titles),
		gender: /\b(Frau|Fr)\b/i.test(titles) ? 'f' : /\bHe?rr?n?\b/i.test(titles) ? 'm' : undefined
	};
}

const isInitial = (part: string): boolean => /^\p{L}\.?$/u.test(part);
/** „amina“ and „aminas“, „haddad“ and „h.“ */
function alike(one: string, other: string): boolean {
	if (isInitial(one) || isInitial(other)) return one[0] === other[0];
	return one === other || one === `${other}s` || `${one}s` === other;
}

function fits({ parts, family, gender }: Mention, person: Known): boolean {
	if (family !== person.family || (gender && person.gender && gender !== person.gender) || !parts.length) return false;
	if (parts.length === 1) {
		// an initial stands for the family name; a name for any of them
		const candidates = isInitial(parts[0]!) ? person.parts.slice(-1) : person.parts;
		return candidates.some((part) => alike(part, parts[0]!));
	}
	if (person.parts.length === 1) return parts.some((part) => alike(part, person.parts[0]!) && !isInitial(part));
	return alike(parts[0]!, person.parts[0]!) && alike(parts.at(-1)!, person.parts.at(-1)!);
}

/** Whoever of them was named last before this place. */
function latest(persons: readonly Known[], place: number): Known | undefined {
	const before = (person: Known) => Math.max(-1, ...person.places.filter((at) => at < place));
	const named = persons.filter((person) => before(person) >= 0);
	return named.length ? named.reduce((a, b) => (before(b) > before(a) ? b : a)) : undefined;
}

function newPerson({ parts, family, gender }: Mention, known: Known[]): Known {
	const person: Known = { parts, forms: new Set(), family, gender, places: [] };
	known.push(person);
	return person;
}

function learn(person: Known, { parts, gender, start }: Mention): void {
	person.gender ??= gender;
	person.places.push(start);
	// a whole name says more than an initial or a single name
	if (parts.length > person.parts.length) person.parts = parts;
	else person.parts = person.parts.map((part, i) => (isInitial(part) && parts.length > 1 ? (parts[i] ?? part) : part));
	for (const part of parts) person.forms.add(part);
}

/** „Aminas Antrag“: with an apostrophe, or where the same person is also named without the s. */
function isGenitive(text: string, { mark, parts, who }: Mention): boolean {
	if (/['’`]s?$/.test(text.slice(mark.start, mark.end))) return true;
	const last = parts.at(-1) ?? '';
	return last.endsWith('s') && who!.forms.has(last.slice(0, -1));
}

/** Letters in the order of the text; those of placeholders that stand in the text already are taken. */
function placeholders(text: string, mentions: readonly Mention[]): Map<Known, string> {
	const taken = new Set([...text.matchAll(/\[(?:Person|Familie) [A-Z]{1,2}\]/g)].map((m) => m[0]));
	const names = new Map<Known, string>();
	for (const { who } of mentions) {
		if (!who || names.has(who)) continue;
		const kind = who.family ? 'Familie' : 'Person';
		for (let n = 0; !names.has(who); n++) {
			const name = `[${kind} ${lettersOf(n)}]`;
			if (taken.has(name)) continue;
			taken.add(name);
			names.set(who, name);
		}
	}
	return names;
}
const lettersOf = (n: number): string =>
	(n < 26 ? '' : lettersOf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** Joins the parts of a name to one find, and tells names of people from unknown places and employers. */
import { brands, placeLeads, workWords } from '#concepts/anonymity/data/contexts.ts';
import { personal, sentenceAround } from '#concepts/anonymity/dates.ts';
import { calledAfter, famousIn } from '#concepts/anonymity/famous-names.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { inNames } from '#concepts/anonymity/natures.ts';
import type { Reading, Reason } from '#concepts/anonymity/reading.ts';
import { isFreePlace } from '#concepts/anonymity/places.ts';
import { personReasons } from '#concepts/anonymity/reasons.ts';

const joins = /^(?:\s{1,2}|\s?[-‑–]\s?|\.\s?|\.-)$/u;

/** Books on law, whose authors are no clients. */
const literature =
	/(?<![A-Za-zÀ-ɏ])(?:Rn\.|Rz\.|Aufl\.|Kommentierung\s(?:bei|von)|Kommentar\svon|LPK|juris|NVwZ|ZAR|InfAuslR|Asylmagazin)(?![A-Za-zÀ-ɏ])/;

export function nameFindings(reading: Reading, parts: ReadonlyMap<number, Reason>): Finding[] {
	const found: Finding[] = [];
	const famous = parts.size ? famousIn(reading.text) : [];
	const places = [...parts.keys()].sort((a, b) => a - b);
	for (let i = 0; i < places.length; i++) {
		const from = places[i]!;
		let to = from;
		while (places[i + 1] === to + 1 && joins.test(reading.tokens[to + 1]!.gap)) to = places[++i]!;
		const find = findingOf(reading, parts, from, to);
		if (find && !famous.some((f) => f.start <= find.start && find.end <= f.end)) found.push(find);
	}
	return found;
}

function findingOf(reading: Reading, parts: ReadonlyMap<number, Reason>, from: number, to: number): Finding | null {
	const { text, tokens, lexicon } = reading;
	const first = tokens[from]!;
	const before = tokens[from - 1];
	const reason = parts.get(from)!;
	const lead = before && before.sentence === first.sentence ? before.lower : '';
	let end = tokens[to]!.end;
	if (tokens[to]!.text.length === 1 && text[end] === '.') end++;
	const onlyInitial = from === to && first.text.length === 1;
	const start = onlyInitial && before && /^(?:title|initial)$/.test(reason) ? before.start : first.start;
	const span = { start, end };
	const beyond = tokens[to + 1];
	if (beyond?.gap === '-' && calledAfter.test(beyond.lower) && !/^(?:title|relative|role)$/.test(reason)) return null;
	// "Esser (2006)" in a text about nobody
	if (reading.manner.unpeopled && /^\s\((?:19|20)\d\d[a-z]?[),:;]|^\s(?:19|20)\d\d[),;]/.test(text.slice(end, end + 9)))
		return null;
	// a lone surname, or a word nobody knows, where no word speaks of a person
	if (reading.manner.unpeopled && from === to && /^(?:list|unknown)$/.test(reason) && !lexicon.isGiven(first.folded))
		return null;
	if (/^(?:kreis|landkreis|kreises|landkreises)$/.test(lead)) return null;
	const listed = Array.from({ length: to - from + 1 }, (_, i) => tokens[from + i]!.folded).some((word) =>
		inNames(lexicon, word)
	);
	// "vgl. Hailbronner, Ausländerrecht, Rn. 12"
	if (/^(?:unknown|list|initial)$/.test(reason)) {
		const sentence = sentenceAround(text, start, end);
		if (literature.test(sentence) && !personal.test(sentence)) return null;
	}
	if (reason === 'unknown' && !listed) {
		if (isFreePlace(reading, from)) return null;
		if (placeLeads.has(lead) && !/^(?:bei|um)$/.test(lead))
			return {
				...span,
				label: 'LOCATION',
				severity: 'amber',
				why: 'Nach „' + before!.text + '“ steht vermutlich ein Ort.'
			};
		const sentence = sentenceAround(text, start, end);
		if (brands.has(first.lower)) {
			if (!workWords.test(sentence)) return null;
			return { ...span, label: 'ORGANISATION', severity: 'amber', why: 'Ein Arbeitgeber kann die Person verraten.' };
		}
		if (/^(?:bei|beim|für)$/.test(lead) && workWords.test(sentence))
			return {
				...span,
				label: 'ORGANISATION',
				severity: 'amber',
				why: `Nach „${lead}“ steht vermutlich ein Arbeitgeber.`
			};
	}
	return {
		...span,
		label: 'PERSON',
		severity: 'red',
		why: personReasons[reason](/^(?:title|relative|role|namer)$/.test(reason) ? (before?.text ?? '') : '')
	};
}

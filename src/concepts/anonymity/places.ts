/** Places of a case: municipalities and smaller, towns around and towns of origin; countries, the county and the seats of courts stay free. */
import { cueOf } from '#concepts/anonymity/cues.ts';
import municipalityData from '#concepts/people/data/municipalities.json' with { type: 'json' };
import { determiners, distantAuthorities, placeLeads, strictPlaceLeads } from '#concepts/anonymity/data/contexts.ts';
import { localities } from '#concepts/anonymity/data/localities.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import { fold } from '#concepts/anonymity/folding.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';
import { remembered } from '#concepts/anonymity/remembered.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import type { Reading } from '#concepts/anonymity/reading.ts';

const municipalities = new Set(municipalityData.municipalities.map((m) => fold(m.name)));
const smaller = new Set(Object.values(localities).flatMap((names) => names.split(' ').map(fold)));
const why = 'Ein Ort kann die Person verraten; die Region genügt meist.';

const spas = new Set(
	'Bentheim Salzuflen Oeynhausen Driburg Iburg Essen Laer Rothenfelde Zwischenahn Segeberg Kreuznach Homburg Nauheim Godesberg Honnef Berleburg Lippspringe Sassendorf Waldliesborn Münder Pyrmont Nenndorf Hersfeld Wildungen Arolsen Kissingen Reichenhall Tölz Doberan Bevensen'.split(
		' '
	)
);

/** Towns of more than one word. */
const severalWords =
	/\b(?:deir[ -]?ez[ -]?zor|masar-?i-?[ -]?scharif|mazar-?i-?[ -]?sharif|mazar-?e?[ -]sharif|puli-?[ -]?khumri|bila zerkva|bijelo polje|banja koviljača|kosovo polje|ouled teima|ain taya|tel[ -]tamer|ras[ -]lanuf|sabha[ -]city|new[ -]delhi|sao[ -]paulo|la[ -]paz|den[ -]haag|novi pazar|novi sad|stara zagora|banja luka|masar-?e-?[ -]?scharif|mazar-?e-?[ -]?sharif|deir[ -](?:ez|al|es)[ -]z(?:or|our|ur)|addis[ -]abeba|benin[ -]city|bila[ -](?:zerkwa|tserkva)|krywyj[ -]rih|kryvyi[ -]rih|kriwoi[ -]rog|ras[ -]al[ -]ai?n|tal+[ -]abyad|tell?[ -]rifaat|adi[ -]ke?yi?h|port[ -]harcourt|port[ -]said|nowa[ -]kachowka|dire[ -]dawa|bahir[ -]dar|iwano-frankiwsk|ivano-frankivsk|bandar[ -]abbas|sar-?e[ -]pol|maidan[ -]wardak|pul-?e[ -]khumri|pol-?e[ -]chomri|lashkar[ -]gah|khan[ -]you?nis|al[ -]hasaka[h]?|al[ -]qamischli|as[ -]suwa[iy]da|santo domingo|ho[ -]chi[ -]minh[ -]stadt|da[ -]nang|hai[ -]phong|frankfurt am main|halle \(saale\)|st\. petersburg|bosanska krupa|kosovska mitrovica|fushe kosove|slavonski brod|kremen(?:ch|tsch)u[kg]|tall[ -]afar)(?![A-Za-zÀ-ɏ])/gi;

/** How one of those begins, as a word of its own. */
const firstWords = new Set(
	[...severalWords.source.matchAll(/(?<=[|:])[a-zäöü]+/g)].flatMap(([first]) => [first, first.replace('ll', 'l')])
);

/** Also in the genitive. */
const isMunicipality = traitOf(
	({ folded }) => municipalities.has(folded) || (folded.endsWith('s') && municipalities.has(folded.slice(0, -1)))
);
const mayBeginName = traitOf((word) => firstWords.has(word.lower));
/** "Rheiner", "Emsdettener", "Ibbenbürener" */
function inhabitantsOf(word: string): string | null {
	for (const [end, back] of [
		['er', ''],
		['er', 'e'],
		['ner', ''],
		['aner', ''],
		['eraner', 'er'],
		['er', 'en'],
		['erin', ''],
		['erin', 'e']
	] as const) {
		if (!word.endsWith(end)) continue;
		const base = word.slice(0, -end.length) + back;
		if (
			base.length > 4 &&
			(municipalities.has(base) ||
				base === 'muenster' ||
				base === 'osnabrueck' ||
				base === 'borghorst' ||
				base === 'burgsteinfurt')
		)
			return base;
	}
	return null;
}

const endsInEr = traitOf((word) => /er(?:in)?$/.test(word.folded));

export function placeFindings(
	reading: Reading,
	persons: ReadonlyMap<number, unknown>,
	placesAllowed: boolean
): Finding[] {
	const { tokens, natures, lexicon, manner, taken, text } = reading;
	const found: Finding[] = [];
	// "Ar-Raqqa"
	const startOf = (at: number) =>
		tokens[at]!.gap === '-' && /^(?:al|ar|as|at|az|el|er|es)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
	const add = (from: number, to: number) =>
		found.push({
			start: tokens[startOf(from)]!.start,
			end: tokens[to]!.end,
			label: 'LOCATION',
			severity: 'amber',
			why
		});
	const add2 = (start: number, length: number) =>
		found.push({ start, end: start + length, label: 'LOCATION', severity: 'amber', why });
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		if (persons.has(at) || taken(token) || token.folded.length < 3) continue;
		// "Leer–Burgsteinfurt"
		const beyond = tokens[at + 1];
		if (
			token.capital &&
			lexicon.isPlace(token.folded) &&
			beyond?.capital &&
			/^\s?(?:[–→]|->)\s?$/.test(beyond.gap) &&
			(municipalities.has(beyond.folded) || lexicon.isPlace(beyond.folded)) &&
			natures[at + 1] !== 'word'
		) {
			add(at, at);
			continue;
		}
		if (natures[at] === 'unknown' && token.folded.length >= 6 && !placesAllowed && isNearlyTown(token.folded)) {
			add(at, at);
			continue;
		}
		const before = tokens[at - 1];
		const lead =
			before && before.sentence === token.sentence && /^\s{1,2}$|^:\s?$|^\s?[„"“(]$/.test(token.gap)
				? before.lower
				: '';
		const own = (token.word.traits & isMunicipality) !== 0;
		if (own && placesAllowed) continue;
		const leads = token.capital && placeLeads.has(lead);
		if (!own && !leads && !lexicon.isPlace(token.folded) && !(token.capital && token.word.traits & endsInEr)) continue;
		if (isFreePlace(reading, at) || isPartOfTerm(reading, at)) continue;
		if (own && (token.capital || !lexicon.isPlainWord(token.folded) || placeLeads.has(lead))) {
			if (lexicon.isDoubtful(token.folded) && !placeLeads.has(lead) && determiners.has(lead)) continue;
			add(at, at);
		} else if (token.capital && inhabitantsOf(token.folded) && !placesAllowed && !token.allCapitals) add(at, at);
		else if (lexicon.isPlace(token.folded)) {
			const clear = !lexicon.isDoubtful(token.folded) && !lexicon.isLowerCaseWord(token.folded);
			if (token.capital && lead === 'von' && smaller.has(token.folded)) add(at, at);
			else if (
				clear
					? token.capital ||
						(token.folded.length >= (placeLeads.has(lead) ? (/[^a-z]/.test(token.lower) ? 3 : 4) : 5) &&
							(placeLeads.has(lead) || smaller.has(token.folded) || (manner.lowerCase && token.folded.length >= 5)))
					: token.capital && placeLeads.has(lead) && isUnlikelyWord(reading, at, lead)
			)
				add(at, at);
		} else if (
			token.capital &&
			strictPlaceLeads.has(lead) &&
			!determiners.has(token.lower) &&
			natures[at] === 'unknown'
		)
			add(at, at);
		else if (token.capital && smaller.has(token.folded) && placeLeads.has(lead)) add(at, at);
	}
	if (tokens.some((token) => token.word.traits & mayBeginName))
		for (const m of text.matchAll(severalWords))
			found.push({ start: m.index, end: m.index + m[0].length, label: 'LOCATION', severity: 'amber', why });
	for (const m of matchesNear(text, regionCue, withRegion, 30)) add2(m.index, m[0].length);
	for (const m of matchesNear(text, cutShortCue, cutShort, 14)) if (!placesAllowed) add2(m.index, m[0].length);
	for (const m of matchesNear(
		text,
		saintCue,
		/(?<![A-Za-zÀ-ɏ])(?:(?:St\.|Sankt|Bad)\s[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ]{2,}|[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ]{2,}[ -]City)(?![A-Za-zÀ-ɏ])/g,
		60
	))
		if (
			/^St\.\sArnold|^Sankt\sArnold|^Bad|City$/.test(m[0]) &&
			(!/^Bad/.test(m[0]) ||
				spas.has(m[0].slice(4)) ||
				lexicon.isPlace(fold(m[0].slice(4))) ||
				!lexicon.isWord(fold(m[0].slice(4))))
		)
			found.push({ start: m.index, end: m.index + m[0].length, label: 'LOCATION', severity: 'amber', why });
	return found;
}

/** "Hagen a.T.W.", "Hörstel i. W." */
const withRegion =
	/(?<![A-Za-zÀ-ɏ])[A-ZÀ-Þ][A-Za-zÀ-ɏ-]{3,20}\s(?:a\.\s?T\.\s?W\.?|i\.\s?W(?:estf)?\.|a\.\s?d\.\s?[A-ZÀ-Þ][a-zß-ɏ]+|\(Westf\.?\))/g;
/** Municipalities as they are cut short in haste. */
const cutShort =
	/(?<![A-Za-zÀ-ɏ-])(?:Ibb|Ibbenb|Ibbenbü|Emsd|Emsdett|Burgstf|Burgst|Steinf|Tecklenb|Teckl|Lenger|Lgr|Hopst|Ochtr|Nordw|Altenb|Grev|Saerb|Westerk|Wettr|Neuenk|Horstm|Hörst|Metting|Riesenb|Reckenf|Borgh|Brochterb|Lagg|Bevergr)\.(?![A-Za-z])/g;
const regionCue = cueOf('a.T a._T i.W i._W a.d a._d (Westf');
const cutShortCue = cueOf(
	[...cutShort.source.matchAll(/(?<=[:|])[A-ZÄÖÜ][a-zäöüß]+/g)].map(([short]) => `${short}.`).join(' ')
);
const saintCue = cueOf('St._ Sankt_ Bad_ _City -City');
/** One slip of the keys away from a town of the county, beginning alike: "Ibbenbürn", "Stienfurt". */
const towns = new Map<string, string[]>();
for (const town of [...municipalities, ...smaller])
	if (town.length >= 6) towns.set(town[0]!, [...(towns.get(town[0]!) ?? []), town]);
const isNearlyTown = remembered((word) => (towns.get(word[0]!) ?? []).some((town) => isOneSlip(word, town)));
function isOneSlip(word: string, town: string): boolean {
	if (Math.abs(word.length - town.length) > 1 || word === town) return false;
	let same = 0;
	while (same < word.length && word[same] === town[same]) same++;
	const [a, b] = [word.slice(same), town.slice(same)];
	return (
		a.slice(1) === b.slice(1) ||
		a === b.slice(1) ||
		a.slice(1) === b ||
		(a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
	);
}

/** "in Essen" is the town; "im Essen", "in Bergen" at the end of a list of nouns are not asked for here. */
function isUnlikelyWord({ tokens }: Reading, at: number, lead: string): boolean {
	const next = tokens[at + 1];
	if (
		/^(?:um|bei|nähe|nach)$/.test(lead) &&
		!/(?:hausen|burg|stadt|berg|furt|heim|haven|münster)$/.test(tokens[at]!.lower)
	)
		return (
			/^(?:nach|bei)$/.test(lead) &&
			tokens[at]!.folded.length >= 5 &&
			!/^(?:essen|lage|halle|regen|wissen|kauf|ende|bad|recht|stadt|treffen|ruhe|wochen)$/.test(tokens[at]!.folded)
		);
	return (
		!(next?.gap === ' ' && next.capital && /^(?:und|oder)$/.test(next.lower)) &&
		!/^(?:norden|sueden|osten|westen|nordosten|nordwesten|ruhe|regen|lage|haft|not|stelle|rand|sinn|stein|wissen|form|teilen)$/.test(
			tokens[at]!.folded
		)
	);
}

/** "Istanbul-Konvention", "Tecklenburger Land" */
function isPartOfTerm({ tokens, natures }: Reading, at: number): boolean {
	const next = tokens[at + 1];
	if (next?.gap === '-' && next.capital && natures[at + 1] === 'word') return true;
	return next?.lower === 'land' && /er$/.test(tokens[at]!.lower);
}

/** The seat of a court or authority above the county, "Kreis Steinfurt", "Münsterland" and the like. */
export function isFreePlace({ tokens }: Reading, at: number): boolean {
	const token = tokens[at]!;
	const before = tokens[at - 1];
	if (!before || before.sentence !== token.sentence) return false;
	if (/^(?:kreis|kreise|kreises|landkreis|landkreises|kreisen)$/.test(before.lower) && /^\s{1,2}$/.test(token.gap))
		return true;
	for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
		const word = tokens[back]!;
		if (word.sentence !== token.sentence) return false;
		// "die Universität in Charkiw" tells of somebody
		if (/^(?:universität|hochschule|fh|flughafen|uniklinik)$/.test(word.lower) && before.lower === 'in') return false;
		if (distantAuthorities.has(word.lower) || distantAuthorities.has(word.lower.split('-')[0]!)) return true;
		if (!/^(?:in|des|der|für|nordrhein|-|am|zu|stadt|westfalen)$/.test(word.lower)) return false;
	}
	return false;
}

/** Schools, homes, clubs and firms whose own name is made of common words: "Haus am Mühlenbach", "Wohngruppe Lindenhof", "Hüls & Söhne", "SV Mesum". */
import { rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import { brands, kin, persons as roles, titles } from '#concepts/anonymity/data/contexts.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import type { Reading } from '#concepts/anonymity/reading.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';

const why = 'Schule, Kita oder Arbeitgeber können die Person verraten.';
const school =
	/(?:schulen?|gymnasium|kolleg|kita|kiga|kindergarten|kindertagesstaette|familienzentrum|krippe|hort|internat)$/;
const home =
	/(?:^haus|^villa|wohnhaus|wohnpark|jugendhilfeeinrichtung|clearinghaus|kinderhaus|jugendtreff|mehrgenerationenhaus|ferienwohnung|hospiz|notunterkunft|sammelunterkunft|wohngruppe|wohngemeinschaft|wohnheim|wohnanlage|pflegeheim|altenheim|seniorenheim|seniorenzentrum|altenzentrum|seniorenresidenz|seniorenhaus|pflegedienst|tagesgruppe|tagespflege|jugendzentrum|jugendheim|jugendherberge|kinderheim|kinderdorf|praxis|apotheke|klinik|stift)$/;
const guest =
	/(?:restaurant|imbiss|pizzeria|bistro|cafe|gasthof|gaststaette|hotel|pension|salon|kiosk|grill|bar|eisdiele)$/;
/** What homes and schools are called after. */
const scenic =
	/(?:hof|garten|gaerten|berg|park|see|bach|wald|ufer|feld|kamp|eck|blick|muehle|linden?|eichen?|buchen?|rosen?|sterne?|sonne|licht|bruecke|brunnen|turm|schloss|burg|wiesen?|heide|weiden?|esch|brink|hook|aue|quelle|baum|baeume|wind|traum|freude|glueck|heimat|nest|stube|bunt|land|bogen|schein|insel|anker|arche|kanal|wall|tor|markt|platz|kirche|schnuppe|zwerge|strolche|loewen|baeren|fuechse|maeuse|spatzen|kobolde|wichtel)$/;
const tooPlain =
	/^(?:rand|stadtrand|ortsrand|dorfrand|waldrand|bahnhof|rathaus|hauptbahnhof|dorfplatz|haus|garten|platz|land|markt|park|wald|see|berg|hof|feld|tor|stube|traum|freude|glueck|heimat|licht|wind|sonne|kirche|arbeitsmarkt|wohnungsmarkt|spielplatz|schulhof|bauernhof|bahnhof|friedhof|stellplatz|ausbildungsplatz|kitaplatz|schulplatz|betreuungsplatz|arbeitsplatz|parkplatz|sportplatz|ausland|inland|herkunftsland|bundesland|umfeld|bildung)$/;
const small = /^(?:am|an|im|auf|zum|zur|unter|unterm|vor|hinter|beim)$/;
const article = /^(?:der|dem|den|die)$/;
const time =
	/^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|sommer|winter|herbst|fruehjahr|vormittag|nachmittag|abend|morgen|ort|jahr|monat|ganztag|anschluss|rahmen|bereich|kreis|notfall|moment|alltag|wochenende|telefon|ende|anfang|einsatz|umgang|gespraech|teil|schluss|thema|termin|kurs|verfahren|schulhof|pausenhof|nachbarort)$/;
/** Kinds of schools, not names of one. */
const kinds =
	/^(?:grund|haupt|real|gesamt|sekundar|foerder|ober|berufs|berufsfach|abend|sprach|fach|musik|fahr|tanz|koran|modell|ganztags|privat|online|sommer|ferien|betriebs|not|eltern|haus|volkshoch|hoch|fachhoch|kranken|pflege|u|ue|wald|sport|kunst|mal|kita|schul|vor|internats|fluechtlings|kinder|integrations|inklusions|waldorf|montessori|regel|wunsch|partner|stamm|ziel|nachbar|ersatz|heim|grossraum|rest|test|pilot|brennpunkt|talent|startchancen|familien)$/;

const companions =
	/(?<![A-Za-zÀ-ɏ])(?:[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ.-]{1,24}\s){1,3}(?:(?:&|\+|und|u\.)\s(?:Söhne|Sohn|Töchter|Partner)|(?:&|\+)\s(?:Co\.?(?:\sKG)?|Kollegen))(?![A-Za-zÀ-ɏ])|(?<![A-Za-zÀ-ɏ])Gebr(?:üder|\.)\s[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏ-]{2,24}/g;
const club =
	/(?<![A-Za-zÀ-ɏ])(?:SV|TuS|FC|SC|TV|VfL|VfB|DJK|SuS|BSV|TSV|SpVgg?|FSV|RW|SG)\s(?:[A-ZÀ-ÞĀ-ɏ][a-zß-ɏ]{3,}|\d{2}\s[A-ZÀ-ÞĀ-ɏ][a-zß-ɏ]{3,})(?:-[A-ZÀ-ÞĀ-ɏ][a-zß-ɏ]+)?(?:\s\d{2})?(?![A-Za-zÀ-ɏ0-9])/g;
const seat = /^(?:SG|RW)\s/;
const trades =
	/(?<![A-Za-zÀ-ɏ])(?:Technische|Kaufmännische|Gewerbliche|Wirtschafts)[nr]?\s?-?[Ss]chulen?\s[A-ZÀ-ÞĀ-ɏ][a-zß-ɏ]{3,}/g;

const companionsCue = cueOf(
	`Gebrüder Gebr. ${rows('& + und u.'.split(' '), ['_'], 'Söhne Sohn Töchter Partner Co Kollegen'.split(' '))}`
);
const clubCue = cueOf(rows('SV TuS FC SC TV VfL VfB DJK SuS BSV TSV SpVg SpVgg FSV RW SG'.split(' '), ['_']));
const tradesCue = cueOf('Technische Kaufmännische Gewerbliche Wirtschafts');

/** Is the word a school, a home or a place to eat? */
const isHead = traitOf(({ folded }) => school.test(folded) || home.test(folded) || guest.test(folded));

export function institutionFindings(reading: Reading, persons: ReadonlyMap<number, unknown>): Finding[] {
	const { text, tokens, taken } = reading;
	const found: Finding[] = [];
	const add = (start: number, end: number) => found.push({ start, end, label: 'ORGANISATION', severity: 'amber', why });
	tokens.forEach((token, at) => {
		if (!(token.word.traits & isHead) || taken(token)) return;
		if (!(token.allCapitals && tokens[at + 1]?.allCapitals)) {
			const last = lastOfName(reading, at, persons);
			if (last > at) add(token.start, tokens[last]!.end);
		}
		const first = token.gap === '-' && school.test(token.folded) ? firstOfName(reading, at) : null;
		if (first !== null) add(tokens[first]!.start, token.end);
	});
	for (const m of matchesNear(text, companionsCue, companions, 90))
		if (!/^(?:Herrn?|Frau|Familie)\s/.test(m[0])) add(m.index, m.index + m[0].length);
	for (const m of matchesNear(text, clubCue, club, 40)) if (!seat.test(m[0])) add(m.index, m.index + m[0].length);
	for (const m of matchesNear(text, tradesCue, trades, 60)) add(m.index, m.index + m[0].length);
	return found;
}

/** The last word of the name that `head` begins, or `head`. */
function lastOfName(
	{ tokens, natures, lexicon, manner }: Reading,
	head: number,
	persons: ReadonlyMap<number, unknown>
): number {
	const next = tokens[head + 1];
	if (!next || !/^\s[„"“]?$/.test(next.gap) || next.sentence !== tokens[head]!.sentence) return head;
	const written = (at: number) => tokens[at]?.capital === true || manner.lowerCase;
	const own = (at: number): boolean => {
		const { folded } = tokens[at]!;
		return (
			persons.has(at) ||
			natures[at] === 'name' ||
			(natures[at] === 'unknown' && tokens[at]!.capital) ||
			(natures[at] !== 'unknown' && scenic.test(folded))
		);
	};
	if (small.test(next.lower)) {
		const goalAt = article.test(tokens[head + 2]?.lower ?? '') ? head + 3 : head + 2;
		const goal = tokens[goalAt];
		if (!goal || goal.gap !== ' ' || !written(goalAt) || time.test(goal.folded)) return head;
		const stays = home.test(tokens[head]!.folded) || school.test(tokens[head]!.folded);
		const known = lexicon.isPlace(goal.folded) && next.lower !== 'in';
		return stays && ((own(goalAt) && !tooPlain.test(goal.folded)) || (goal.capital && known)) ? goalAt : head;
	}
	if (!written(head + 1)) return head;
	// "Berufskolleg Tecklenburger Land"
	const second = tokens[head + 2];
	if (
		/[a-z]{4}er$/.test(next.folded) &&
		next.capital &&
		second?.capital &&
		second.gap === ' ' &&
		/^(?:land|strasse|str|damm|berg|tor|platz|weg|markt|wald|hof|see|heide|park|allee)$/.test(second.folded)
	)
		return head + 2;
	// "Jugendhilfeeinrichtung Haus Hall"
	if (next.lower === 'haus' && next.capital && second?.capital && second.gap === ' ' && own(head + 2)) return head + 2;
	if (/^(?:st|sankt)$/.test(next.lower) && second && /^\.?\s$/.test(second.gap)) return head + 2;
	if (tooPlain.test(next.folded) || next.folded.length < 5) return head;
	return scenic.test(next.folded) && natures[head + 1] !== 'unknown' && !/amt$/.test(next.folded) ? head + 1 : head;
}

/** "Euregio-Gesamtschule": the first word of a school's name that `at` ends. */
function firstOfName({ tokens }: Reading, at: number): number | null {
	let first = at;
	while (first > 0 && /^[-.]{1,2}$/.test(tokens[first]!.gap) && at - first < 5) first--;
	const { folded, capital, allCapitals, text } = tokens[first]!;
	const plain = kinds.test(folded) || allCapitals || text.length < 4 || /\d/.test(text);
	return capital && !plain ? first : null;
}

/** "bei fenster bücker", "firma krone" in a text without capitals. */
export function lowerCaseEmployers(
	{ tokens, natures, manner }: Reading,
	persons: ReadonlyMap<number, unknown>
): Finding[] {
	if (!manner.lowerCase) return [];
	const found: Finding[] = [];
	for (let at = 1; at + 1 < tokens.length; at++) {
		const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!];
		if (
			next.gap !== ' ' ||
			token.gap !== ' ' ||
			titles.has(token.lower) ||
			kin.has(token.lower) ||
			roles.has(token.lower)
		)
			continue;
		const named =
			persons.has(at + 1) ||
			natures[at + 1] === 'name' ||
			(natures[at + 1] === 'unknown' && next.folded.length >= 4) ||
			brands.has(next.lower);
		const employer = /^(?:firma|fa|spedition|bäckerei|metzgerei)$/.test(token.lower);
		const led =
			/^(?:bei|b|von|vom|beim|firma|fa|der)$/.test(before.lower) &&
			token.folded.length >= 5 &&
			trade.test(token.folded);
		if (named && (employer || led))
			found.push({ start: token.start, end: next.end, label: 'ORGANISATION', severity: 'amber', why });
	}
	return found;
}
const trade =
	/(?:bau|maschinen|moebel|fenster|tueren|dach|holz|stahl|metall|elektro|sanitaer|logistik|transporte|reinigung|pflege|dienst|waren|fleisch|gefluegel|reifen|getraenke|blumen|haus|markt|technik|service|textil|druck|erei|hof|betrieb|kueche|grill|imbiss|hotel|restaurant|friseur|salon|taxi|kurier|werke?|handel)$/;

/** Firms, clubs, schools and houses whose name only their form gives away: "Edeka Brüggemeier", "Löwen-Apotheke", "Eintracht Mettingen", "Fürstenbergschule", "Pflegedienst Herzenswärme". */
import { cueOf } from '#concepts/anonymity/cues.ts';
import { brands, workWords } from '#concepts/anonymity/data/contexts.ts';
import { sentenceAround } from '#concepts/anonymity/dates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import type { Reading } from '#concepts/anonymity/reading.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import type { Token } from '#concepts/anonymity/tokens.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';

const why = 'Schule, Kita oder Arbeitgeber können die Person verraten.';

/** Shops and restaurants that are called after their owner or a fancy word. */
const shop =
	/(?:doener|grill|imbiss|kebab|kebap|pizza|pizzeria|bistro|restaurant|cafe|markt|baeckerei|backhaus|getraenke|kiosk|taxi|trinkhalle|salon|nagelstudio|barbershop|palast|haus|eck|treff|stube)$/;
/** What a firm does, behind its owner's name: "Schulte Metallbau". */
const business =
	/(?:bau|technik|logistik|transporte?|spedition|reinigung|gebaeudeservice|gebaeudereinigung|service|dienstleistungen|gastronomie|personal|zeitarbeit|sanitaer|elektro|elektrotechnik|metall|stahl|holz|moebel|fleisch|fleischwaren|wurstwaren|gefluegel|landmaschinen|maschinenbau|fenster|tueren|dach|bedachungen|garten|gartenbau|landschaftsbau|recycling|entsorgung|textil|textilien|mode|druck|verpackungen?|kunststoffe?|kunststofftechnik|lebensmittel|feinkost|backwaren|catering|immobilien|bestattungen|pflege|kurier|reisen|automobile|reifen|fahrzeugbau|consulting|solutions|systems?|group|gruppe|holding)$/;
const employed =
	/^(?:bei|beim|b|firma|fa|ag|arbeitgeber|arbeitgeberin|für|von|vom|zu|zur|durch|über|ausbildungsbetrieb|betrieb|leihfirma)$/;
const clubName =
	/^(?:eintracht|borussia|germania|arminia|concordia|westfalia|preussen|fortuna|union|viktoria|victoria|hansa|brukteria|cheruskia|teutonia|arminen|alemannia|saxonia|amisia|skiclub|reitverein|schuetzenverein|heimatverein|turnverein|sportverein|fussballverein|kulturverein|moscheeverein)$/;
const shortClub = /^(?:sv|tus|fc|sc|tv|vfl|vfb|djk|sus|bsv|tsv|fsv|jsg)$/;
/** Kinds of schools and words about schools; what else stands before "schule" is its name. */
const schoolName =
	/^(?:[a-z]{3,}(?:berg|burg|stein|bach|feld|hof|see|kamp|esch|brink|linden|eichen|buchen|rosen|kreuz|herz|engel|loewen|bruecken|muehlen|kanal|park|schloss|wall|ring|heide|moor|venn|hang|turm|sonnen|stern|bogen|insel|stadt|tor|weg|horst|wiesen|auen?)|wald|park|berg|schloss|burg|linden|eichen|buchen|rosen|see|bach|muehlen|heide|wiesen|sonnen|stern|regenbogen|insel|herz|kreuz|nord|sued|ost|west|stadt|dom|kirch|kanal|ring|anger|marien|josefs?|antonius|ludgerus|paulus|petrus|michael|martins?|bonifatius)s?schule$/;
const notSchools =
	/^(?:nachbarstadt|volkshoch|grossstadt|innenstadt|umfeld|arbeitsfeld|berufsfeld|waldhof|stadtpark|sommerfeld)s?schule$/;
/** Houses whose name follows them as a word like any other. */
const house =
	/^(?:kita|kiga|kindergarten|krippe|familienzentrum|pflegedienst|freikirche|wohngruppe|tagesgruppe|hotel|restaurant|pizzeria|gasthof|gaststaette|landgasthof|imbiss|bistro|friseursalon|haarsalon|nagelstudio|salon|fahrschule|sprachschule|tanzschule|musikschule|fitnessstudio|seniorenheim|altenheim|pflegeheim|seniorenzentrum|wohnheim|tagespflege|eisdiele|eiscafe|baeckerei|metzgerei|reinigungsfirma|zeitarbeitsfirma|spedition|mutter-kind-haus|frauenhaus|kinderheim|jugendzentrum|bildungswerk|bildungstraeger|leihfirma|gaertnerei|schreinerei|tischlerei|druckerei|werbeagentur|kfz-werkstatt|werkstatt|moschee)$/;
/** What follows such a house in notes that are cut short, and names nothing. */
const noName =
	/(?:platz|plaetze|beitrag|beitraege|gebuehr|gebuehren|anmeldung|abmeldung|leitung|zeit|zeiten|kosten|termine?|tage?|jahre?|monate?|navigator|portal|stelle|stellen|wochen?|stunden?|ausbildung|vertrag|antrag|antraege|zusage|absage|suche|gesucht|bescheid|gutschein|karte|schliesst|personal|kinder|kind|eltern|gruppen?|mitarbeiter|mitarbeiterin|bedarf|fahrten?|besuch|wechsel|abbruch|beginn|ende|pflicht|prinzip|rechnung|schulden|miete|geld|essen|verpflegung|betreuung|anfrage|aufnahme|praktikum|arbeit|job|beratung|kurse?|schule|jobcenter|jugendamt|sozialamt|problem|probleme|thema|warteliste|bewohner|bewohnerin|einzug|auszug|bereich|morgen|mittag|abend|gast|gaeste|gastronomie|bewerbung|kuendigung|lohn|schicht|nacht|frau|herr|familie|mutter|vater|ort|stadt|land|kreis|gemeinde|januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)$/;
const leadsHouse = /^(?:der|die|dem|das|den|im|in|zum|zur|beim|bei|vom|von|und|oder|am|ins|eine|einer|einem|b|ab)$/;
const named =
	/^(?:apotheke|moschee|kirche|gemeinde|gasthof|hotel|stiftung|schule|kita|kindergarten|heim|stift|hospital|klinik|hof)$/;
/** "Verein Brückenbauer e.V.", "Verein für Hilfe" has no name of its own */
const registered = /(?<![A-Za-zÀ-ɏ])(?:(?:Verein|Förderverein)\s)(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ-]{3,}\s){1,3}e\.\s?V\.?/g;
const registeredCue = cueOf('e.V e._V');
const noNameBefore =
	/^(?:online|internet|versand|not|notdienst|kranken|tages|ganz|innen|haus|stadt|land|kreis|frauen|kinder|jugend|eltern|uni|fach|privat|kur|reha|akut|tages|wunsch|bauern|bio|ferien|pflege|alten|senioren|kirchen|ev|kath|evangelische|katholische|groß|gross|modell|partner|grund|förder|foerder|haupt|real|abend|berufs|waldorf|montessori|freie|freien|neue|neuen|alte|alten|nahe|deutsche|türkische|arabische|heimat|geburts|lieblings|stamm)$/;

/** "Schule: Lambertus", "AG: Wiesmann Bau": what a form asks for */
const entry =
	/^(?:schule|grundschule|gesamtschule|kita|kiga|kindergarten|arbeitgeber|arbeitgeberin|ag|betrieb|firma|ausbildungsbetrieb|beschaeftigt|verein|praxis|hausarztpraxis|klinik|krankenhaus|apotheke|pflegedienst|heim|wohngruppe|arbeitsstelle)$/;
const entryWord = /^(?:am|an|auf|im|in|zum|zur|der|den|dem|und|de|la|st|sankt)$/;

/** The last word of what stands behind the label of a form. */
function lastOfEntry({ tokens }: Reading, first: number): number {
	let last = first;
	for (let at = first + 1; at < first + 6; at++) {
		const token = tokens[at];
		if (!token || !/^(?:\s|-|\.\s|\s[&+]\s|\.-)$/.test(token.gap)) break;
		if (token.capital) last = at;
		else if (!entryWord.test(token.lower)) break;
	}
	return last;
}

const isBrand = traitOf((word) => brands.has(word.lower));
const isEntry = traitOf((word) => entry.test(word.folded));
const isClub = traitOf((word) => clubName.test(word.folded));
const isShortClub = traitOf((word) => shortClub.test(word.lower));
const isShop = traitOf((word) => shop.test(word.folded));
const isHouse = traitOf((word) => house.test(word.folded));
const isNamedSchool = traitOf(({ folded }) => schoolName.test(folded) && !notSchools.test(folded));

const plain = (token: Token | undefined): token is Token =>
	token !== undefined && (token.gap === ' ' || /^\s$/.test(token.gap));

export function firmFindings(reading: Reading, persons: ReadonlyMap<number, unknown>): Finding[] {
	const { tokens, natures, manner, text, taken, lexicon } = reading;
	const found: Finding[] = [];
	const add = (from: number, to: number) =>
		found.push({ start: tokens[from]!.start, end: tokens[to]!.end, label: 'ORGANISATION', severity: 'amber', why });
	const written = (token: Token | undefined): boolean => token !== undefined && (token.capital || manner.lowerCase);
	const own = (at: number): boolean =>
		written(tokens[at]) &&
		(persons.has(at) ||
			(natures[at] !== 'word' &&
				natures[at] !== 'letter' &&
				tokens[at]!.folded.length >= 4 &&
				!tokens[at]!.allCapitals));
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		const traits = token.word.traits;
		if (taken(token) || !written(token)) continue;
		const next = tokens[at + 1];
		const lead = tokens[at - 1]?.sentence === token.sentence ? tokens[at - 1]!.lower : '';
		if (traits & isBrand) {
			if (plain(next) && own(at + 1)) add(at, at + 1);
			else if (
				!token.capital &&
				/^(?:bei|beim|b|firma|von)$/.test(lead) &&
				workWords.test(sentenceAround(text, token.start, token.end))
			)
				add(at, at);
			continue;
		}
		if (traits & isEntry && next && /^\s?:\s[„"“]?$/.test(next.gap) && next.capital) {
			const last = lastOfEntry(reading, at + 1);
			const size = last - at;
			const some = Array.from({ length: size }, (_, i) => at + 1 + i).some(
				(i) => own(i) && !lexicon.isPlace(tokens[i]!.folded)
			);
			if (some) add(at + 1, last);
		}
		if (plain(next) && written(next)) {
			if (traits & isClub && (own(at + 1) || lexicon.isPlace(next.folded))) add(at, at + 1);
			else if (traits & isShortClub && manner.lowerCase && !token.capital && own(at + 1)) add(at, at + 1);
			else if (
				own(at) &&
				natures[at + 1] === 'word' &&
				business.test(next.folded) &&
				employed.test(tokens[at - 1]?.lower ?? '')
			)
				add(at, at + 1);
			else if (traits & isShop && next.word.traits & isShop && /^(?:im|beim|bei|vom|zum)$/.test(lead)) add(at, at + 1);
			else if (
				traits & isHouse &&
				(natures[at + 1] === 'word' || natures[at + 1] === 'doubtful' || natures[at + 1] === 'likelyName') &&
				token.capital &&
				next.capital &&
				next.sentence === token.sentence &&
				!next.allCapitals &&
				next.folded.length >= 4 &&
				!noName.test(next.folded) &&
				!manner.telegram &&
				(leadsHouse.test(lead) || token.opensSentence)
			)
				add(at, at + 1);
			else if (
				next.lower === 'moschee' &&
				/^(?:fatih|mevlana|ayasofya|merkez|selimiye|rahma|nour|salam|eyuep|sultan)$/.test(token.folded)
			)
				add(at, at + 1);
		}
		if (token.capital && traits & isNamedSchool && natures[at] === 'word') add(at, at);
		if (
			token.gap === '-' &&
			named.test(token.folded) &&
			tokens[at - 1]!.capital &&
			tokens[at - 1]!.text.length >= 4 &&
			!tokens[at - 1]!.allCapitals &&
			!noNameBefore.test(tokens[at - 1]!.lower) &&
			/^(?:apotheke|moschee|gasthof)$/.test(token.folded)
		)
			add(at - 1, at);
	}
	for (const m of matchesNear(text, registeredCue, registered, 90))
		found.push({ start: m.index, end: m.index + m[0].length, label: 'ORGANISATION', severity: 'amber', why });
	return found;
}

/** Layers 2 and 3: what a word is by itself – a name, a German word, or something unknown that may well be a name. */
import type { Lexicon } from '#concepts/anonymity/lexicon.ts';
import type { Word } from '#concepts/anonymity/traits.ts';
import type { Token } from '#concepts/anonymity/tokens.ts';

export type Nature =
	/** in the name lists, and no German word */
	| 'name'
	/** a name that is a word in lower case ("Rosa") */
	| 'likelyName'
	/** a name that is a noun, too ("Koch") */
	| 'doubtful'
	| 'word'
	| 'unknown'
	/** one letter */
	| 'letter';

const germanEnding =
	/(?:ungs?|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|itaet|itaeten|ierung|ment|mente|logie|therapie|gramm|graphie|tum|nisse|isch|ische|ischen|ischer|isches|iert|ierte|ierten|ieren|bar|los|lose|losen|ologe|ologin|istin|innen|erin|lich|liche|lichen)$/;
/** Medicines and illnesses, which are too many for a list. */
const medicalEnding =
	/(?:azepam|azolam|pril|sartan|statin|olol|dipin|oxetin|pram|idon|apin|prazol|conazol|cillin|mycin|floxacin|gliptin|formin|profen|triptan|setron|codein|morphin|norphin|solon|thyroxin|parin|xaban|gabalin|pentin|trigin|triptylin|axin|traline?|phenidat|metazin|amol|amid|mab|ometrie|aemie|itis|pathie|algie|plegie|asthenie|kalkulie|tonie|urese|rexie|ektomie|skopie|psie|phobie|manie|phasie|trophie|sklerose|neurose|psychose|osis|ose|osen|phylaxe|toxikation)$/;
/** Where foreign names join their article: "AlHassan", "McKay". */
const joinedName = /^(?:Al|El|Abd|Abdul|Mc|Mac|De|Van|Ben|Abu|Ould|Ait|Nour|Ibn)\p{Lu}\p{Ll}{2,}/u;

export const inNames = (lexicon: Lexicon, folded: string): boolean =>
	lexicon.isGiven(folded) || lexicon.isFamily(folded);

export function natureOf(word: Word, lexicon: Lexicon): Nature {
	if (word.judged?.by !== lexicon) word.judged = { by: lexicon, nature: judge(word.folded, lexicon) };
	return word.judged.nature;
}

function judge(word: string, lexicon: Lexicon): Nature {
	if (word.length < 2) return 'letter';
	if (inNames(lexicon, word)) {
		if (lexicon.isDoubtful(word)) return 'doubtful';
		return lexicon.isLowerCaseWord(word) ? 'likelyName' : 'name';
	}
	if (lexicon.isWord(word)) return 'word';
	const base = genitiveBase(word);
	if (base && inNames(lexicon, base) && !lexicon.isDoubtful(base)) return 'name';
	return 'unknown';
}

/** "Hassans" → "Hassan" */
export const genitiveBase = (word: string): string | null =>
	word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : null;

/** How the text is written: with many words cut short, with many slips of the keys, without capitals, in capitals alone; and whether it speaks of somebody at all, by a word for a person or also by a name. */
export type Manner = {
	telegram: boolean;
	careless: boolean;
	lowerCase: boolean;
	capitals: boolean;
	ofNobody: boolean;
	unpeopled: boolean;
};
export const plainManner: Manner = {
	telegram: false,
	careless: false,
	lowerCase: false,
	capitals: false,
	ofNobody: false,
	unpeopled: false
};

/** Words of a note about one person. */
const somebody = new Set(
	'herr herrn hr frau fr fam familie sohn tochter mutter vater bruder schwester ehemann ehefrau mann klient klientin kl ratsuchende ratsuchender er ihm ihn seine seiner seinen seinem ihrer ihrem ihren heißt heisst geb geboren gez lg mfg vg gruß grüße grüßen liebe lieber hallo moin oma opa onkel tante cousin cousine neffe nichte enkel enkelin vermieter vermieterin verm vm nachbar nachbarin mandant mandantin patient patientin bewohner bewohnerin baby säugling ehefr kindsvater kindsmutter kindesvater kindesmutter ehepaar eheleute geschwister witwe anrufer anruferin anruf aktenvermerk gesprächsvermerk hausbesuch hb tk kundin kunde verlobte verlobter freundin schwager schwägerin betreuer betreuerin vormund name nachname vorname antragsteller antragstellerin petent ra rain az geb wohnhaft wohnt'.split(
		' '
	)
);

export function mannerOf(text: string, tokens: readonly Token[], natures: readonly Nature[], lexicon: Lexicon): Manner {
	let short = 0;
	let slips = 0;
	let lower = 0;
	let capitals = 0;
	let unpeopled = true;
	let named = false;
	tokens.forEach((token, at) => {
		if (natures[at] === 'name') named ||= token.capital;
		else if (unpeopled && somebody.has(token.lower)) unpeopled = false;
		if (token.capital) {
			if (token.allCapitals && token.text.length > 2) capitals++;
			else if (
				token.folded.length > 2 &&
				natures[at] === 'unknown' &&
				text[token.end] === '.' &&
				/^\.\s?[a-zß-ɏ\d,;:)§/]/.test(text.slice(token.end, token.end + 3))
			)
				short++;
			if (natures[at] === 'unknown' && token.folded.length >= 5 && lexicon.isGrossTypo(token.folded)) slips++;
			return;
		}
		lower++;
		if (
			text[token.end] === '.' &&
			token.folded.length > 1 &&
			/^\.\s?[a-zß-ɏ\d,;:)]|^\.$/.test(text.slice(token.end, token.end + 3))
		)
			short++;
		else if (natures[at] === 'unknown' && token.folded.length >= 4 && lexicon.isGrossTypo(token.folded)) slips++;
	});
	return {
		telegram: short >= 3,
		careless: slips >= 3 && slips > tokens.length * 0.03,
		lowerCase: tokens.length > 4 && lower > tokens.length * 0.9,
		capitals: tokens.length > 4 && capitals > tokens.length * 0.6,
		ofNobody: unpeopled && !named,
		unpeopled
	};
}

/** What a bank, an office, a paper or a course is, whatever stands before it; no family name ends like this. */
const plainEnds =
	/.{3}(?:bank|stelle|kurse?|geld|gelder|scheine?|antrag|antraege|amts?|hilfen?|gesetz|gesetze|bescheid|bescheide|verfahren|gruppen?|karten?|nummer|zettel|projekte?|programme?|konto|vertrag|vertraege|gespraech|gespraeche|beratung|termine?|stunden?|zeiten?|zeit|papiere?|dokumente?|formular|formulare|boxe?n?|dienste?|dienst|system|systeme|zentrum|zentren|behoerden?|kosten|gebuehr|gebuehren|leistung|leistungen|unterlagen|pruefung|pruefungen|analyse|beauftragte[rn]?|versicherung|versicherungen|nachweise?|ausweise?|titel|status|angebote?|plattform|medien|tabletten|spritzen?|krankheit|schmerzen|stoerung|stoerungen|klasse|klassen|plaetze|lehrerin?|helferin?|beraterin?|netzwerk|konzepte?|modelle?|regelung|regelungen|situation|probleme?|bereich|ebene|fragen?|themen?|listen?|mittel|daten|datenbank|schutz|recht|rechte|pflicht|pflichten|quote|sprache?n?)$/;
const endsPlainly = (folded: string): boolean => folded.length >= 8 && plainEnds.test(folded);

/** An unknown capitalised word that is neither an acronym nor a German word that dictionaries lack, misspelt or cut short. */
export function isSuspect(token: Token, after: string, lexicon: Lexicon, manner: Manner = plainManner): boolean {
	const { text, folded } = token;
	if (!token.capital || folded.length < 4) return false;
	if (token.allCapitals && text.length <= (manner.capitals ? 4 : 8)) return false;
	if (joinedName.test(text)) return true;
	// AsylbLG, gGmbH, BuT
	if (!token.allCapitals && /\p{Ll}\p{Lu}/u.test(text)) return false;
	// "Arbeits- und Sozialrecht", "Ärzt*innen"
	if (/^(?:[-–]\s|[-–]$|[*:_/]-?(?:in|innen|r|n)(?![A-Za-zÀ-ɏ]))/.test(after)) return false;
	// "Aufenthaltserl. verlängert"
	if (/^\.(?:\s{0,2}(?:[a-zß-ɏ]|[\d,;:)/§])|-)/.test(after) && text.length < 14) return false;
	if (/nr$/.test(folded)) return false;
	if (manner.telegram && /^\./.test(after) && text.length < 20) return false;
	if (folded.length >= 7 && (germanEnding.test(folded) || medicalEnding.test(folded))) return false;
	if (endsPlainly(folded)) return false;
	return !(manner.careless ? lexicon.isGrossTypo(folded) : lexicon.isTypo(folded));
}

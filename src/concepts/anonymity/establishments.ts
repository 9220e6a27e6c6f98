/** Shops, firms, practices, clubs and camps by what they are and the name behind it: "Wäscherei Weißglanz", "Café Extrablatt", "Inkassobüro Kohlhase", "Rosen Teupe", "GU Kanalstraße", "Lernen fördern e. V.", and the same in small letters. */
import { rows } from '#concepts/anonymity/common-cues.ts';
import { cueOf } from '#concepts/anonymity/cues.ts';
import { kin, months, persons as roles, titles, weekdays, workWords } from '#concepts/anonymity/data/contexts.ts';
import { sentenceAround } from '#concepts/anonymity/dates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import type { Reading } from '#concepts/anonymity/reading.ts';
import { traitOf } from '#concepts/anonymity/traits.ts';
import type { Token } from '#concepts/anonymity/tokens.ts';
import { matchesNear } from '#concepts/anonymity/windows.ts';

const why = 'Schule, Kita oder Arbeitgeber können die Person verraten.';

/** What follows is a name, even if it is a word like any other. */
const place =
	/(?:waescherei|baeckerei|metzgerei|fleischerei|schlachterei|tischlerei|schreinerei|gaertnerei|druckerei|schlosserei|molkerei|brauerei|konditorei|naeherei|schneiderei|dachdeckerei|restaurant|gasthaus|gasthof|landgasthof|gaststaette|pizzeria|imbiss|bistro|eiscafe|eisdiele|cafe|hotel|pension|kiosk|trinkhalle|shisha-bar|barbershop|salon|friseursalon|friseur|nagelstudio|kosmetikstudio|fitnessstudio|tattoostudio|sonnenstudio|fahrschule|tanzschule|sprachschule|apotheke|pflegedienst|spedition|zeitarbeit|personaldienstleister|leihfirma|zeitarbeitsfirma|reinigungsfirma|baufirma|umzugsfirma|sicherheitsfirma|umzugsunternehmen|bauunternehmen|busunternehmen|taxiunternehmen|subunternehmer|inkassobuero|inkassounternehmen|ingenieurbuero|architekturbuero|maklerbuero|reisebuero|uebersetzungsbuero|steuerbuero|anwaltskanzlei|kanzlei|hausverwaltung|immobilienbuero|wohnungsgesellschaft|wohnungsbaugesellschaft|autohaus|moebelhaus|autowerkstatt|kfz-werkstatt|werkstatt|ziegelei|zimmerei|kaeserei|imkerei|mosterei|roesterei|polsterei|sattlerei|glaserei|klempnerei|kelterei|saegewerk|gefluegelfarm|(?:angel|gesang|musik|turn|reit|tennis|garten|kleingarten|fussball|frauen|eltern|tanz|schach|karnevals|box|schwimm|ruder|handball|kegel|trachten)verein|malerbetrieb|handwerksbetrieb|elektrobetrieb|reiterhof|reitstall|ponyhof|campingplatz|spargelhof|erdbeerhof|biohof|gefluegelhof|obsthof|bauernhof|ferienhof|schlachthof|baumschule|blumenladen|getraenkemarkt|supermarkt|wochenmarktstand|kulturverein|moscheeverein|sportverein|schuetzenverein|heimatverein|foerderverein|kinderhaus|waldkindergarten|tagesmutter|grosstagespflege|wohngruppe|wohnprojekt|seniorenresidenz)$/;
/** Goods and trades before the owner's name: "Rosen Teupe", "Textilveredlung Cosse". */
const goods =
	/(?:^pizza$|^rosen|^blumen|^pflanzen|^getraenke|^reifen|^kuechen|^moebel|^fenster|^tueren|^polster|^teppich|^fahrraeder|^zweirad|^optik|^akustik|^reisen|^landtechnik|^landmaschinen|^baumaschinen|maschinen|^agrar|^baustoffe|^beton|^holz|^stahl|^metall|^elektro|^sanitaer|^heizung|^sanitaer|^maler|^dach|^bedachungen|^fliesen|^farben|^fleisch|^wurst|^fisch|^eier|^obst|^gemuese|^spargel|^erdbeeren|^pilze|^champignons|^textil|^mode|^moden|^schuhe|^druck|^verpackung|^kunststoff|^transporte|^logistik|^abbruch|^container|^entsorgung|^recycling|^kabel|^werbung|veredlung|veredelung|fertigung|verarbeitung|produktion|manufaktur|industrie|kunststofftechnik|metallbau|stahlbau|holzbau|tiefbau|hochbau|strassenbau|geruestbau|trockenbau|gartenbau|landschaftsbau|fahrzeugbau|maschinenbau|anlagenbau|messebau|galabau|gebaeudereinigung|gebaeudeservice|industrieservice|facility|logistik|transporte|fleischwaren|wurstwaren|backwaren|teigwaren|feinkost|gefluegel)$/;
const noName =
	/(?:platz|plaetze|beitrag|gebuehr|anmeldung|abmeldung|leitung|zeit|zeiten|kosten|termine?|tage?|jahre?|monate?|portal|stelle|stellen|wochen?|stunden?|ausbildung|vertrag|antrag|zusage|absage|suche|bescheid|gutschein|personal|kinder|kind|eltern|gruppen?|mitarbeiter|mitarbeiterin|bedarf|fahrten?|besuch|wechsel|abbruch|beginn|ende|pflicht|rechnung|schulden|miete|geld|essen|verpflegung|betreuung|anfrage|aufnahme|praktikum|arbeit|job|beratung|kurse?|jobcenter|jugendamt|sozialamt|problem|probleme|warteliste|bewerbung|kuendigung|lohn|schicht|frau|herr|familie|mutter|vater|uhr|euro|prozent|inhaber|chef|chefin|filiale|kreis|land|stadt|gemeinde|deutschland|helfer|helferin|fahrer|koch|kellner|kraft|kraefte|hilfe|minijob|teilzeit|vollzeit|probezeit|einsatz|auftrag|mahnung|forderung|konto|ware|waren|lieferung|gegenueber|nebenan|bahnhof|zentrum|innenstadt)$/;
const articles =
	/^(?:da|de|la|le|il|el|al|di|du|los|las|up|op|zum|zur|zu|am|an|im|in|der|den|dem|die|das|bei|beim|und|van|von|ten|ter)$/;
/** Camps and kinds of schools, cut short. */
const short = /^(?:GU|ZUE|NU|EAE|GÜ|ÜWH|ÜH|AH|SH|MVZ|GS|HS|RS|GeS|SekS|BK|FÖS|KiTa|FZ|OGS|WfbM|WG|AWG|GGS|KGS|EGS)$/;

const isPlace = traitOf((word) => place.test(word.folded));
const isGoods = traitOf((word) => goods.test(word.folded));
const isShort = traitOf((word) => short.test(word.text));
const perhaps = isPlace | isGoods | isShort;

const plain = (token: Token | undefined, before: Token): token is Token =>
	token !== undefined && token.sentence === before.sentence && /^\s[„"“]?$|^\s[&+]\s$|^-$|^\.\s$/.test(token.gap);

/** The last word of the name that begins behind `head`, or `head` when there is none. */
function lastOfName(reading: Reading, head: number, words: boolean, known: (at: number) => boolean): number {
	const { tokens, natures, manner } = reading;
	let last = head;
	for (let at = head + 1; at <= head + 6; at++) {
		const token = tokens[at];
		if (!plain(token, tokens[head]!)) break;
		const joined = /[&+]|^-$/.test(token.gap) && at > head + 1;
		const led = articles.test(tokens[at - 1]!.lower) && at - 1 > head;
		if (
			articles.test(token.lower) &&
			(token.capital || last > head || led || /^(?:zum|zur|am|im|up|da|la|el|an|in)$/.test(token.lower))
		) {
			if (at > head + 1 && token.lower === 'und') break;
			if (!token.capital && last > head && !/^(?:de|la|da|den|der|dem|van|von|ten|ter|di)$/.test(token.lower)) break;
			continue;
		}
		if (!token.capital && !(manner.lowerCase && known(at))) break;
		if (token.allCapitals && token.text.length > 3 && !known(at) && !tokens[head]!.allCapitals && last > head) break;
		if (
			titles.has(token.lower) ||
			kin.has(token.lower) ||
			months.has(token.lower) ||
			(weekdays.has(token.lower) && token.text.length > 2)
		)
			break;
		if (!joined && !known(at)) {
			if (!words || noName.test(token.folded) || token.folded.length < 4) break;
			if (roles.has(token.lower) || last > head + 1) break;
			if (natures[at] === 'letter') break;
		}
		last = at;
	}
	return last;
}

export function establishmentFindings(reading: Reading, persons: ReadonlyMap<number, unknown>): Finding[] {
	const { text, tokens, natures, lexicon, manner, taken } = reading;
	const found: Finding[] = [];
	const add = (from: number, to: number) =>
		found.push({ start: tokens[from]!.start, end: tokens[to]!.end, label: 'ORGANISATION', severity: 'amber', why });
	const known = (at: number): boolean => {
		const token = tokens[at]!;
		return (
			persons.has(at) ||
			natures[at] === 'name' ||
			(natures[at] === 'unknown' &&
				token.folded.length >= 4 &&
				!(token.allCapitals && token.text.length <= 3) &&
				!lexicon.isTypo(token.folded))
		);
	};
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		const traits = token.word.traits;
		if (!(traits & perhaps) || !(token.capital || manner.lowerCase)) continue;
		const next = tokens[at + 1];
		if (!next || !plain(next, token)) continue;
		if (traits & isPlace && !taken(token)) {
			const words =
				token.capital &&
				!manner.telegram &&
				!manner.careless &&
				!/^(?:werkstatt|apotheke|friseur|pension)$/.test(token.folded);
			const to = lastOfName(reading, at, words, known);
			if (to > at) add(at, to);
		} else if (
			traits & isGoods &&
			natures[at] !== 'name' &&
			known(at + 1) &&
			next.gap === ' ' &&
			!lexicon.isPlace(next.folded)
		) {
			const business =
				persons.has(at + 1) ||
				/^(?:bei|beim|b|von|vom|firma|fa|für|ag|arbeitgeber|der|die)$/.test(tokens[at - 1]?.lower ?? '') ||
				workWords.test(sentenceAround(text, token.start, token.end));
			if (
				business &&
				(next.capital || /^(?:bei|beim|b|von|vom|firma|fa|arbeitgeber)$/.test(tokens[at - 1]?.lower ?? ''))
			)
				add(at, at + 1);
		} else if (traits & isShort && next.capital && /^\s$/.test(next.gap)) {
			// "GU Kanalstraße", "BK Rheine"
			const street = /(?:stra(?:ß|ss)e|str|weg|platz|ring|damm|allee|hof|kamp)$/.test(next.lower);
			const goal =
				street || token.text === 'MVZ' || known(at + 1) || (lexicon.isPlace(next.folded) && natures[at + 1] !== 'word');
			if (goal && !/^(?:WG|RS|HS|SH|AH)$/.test(token.text)) add(at, at + 1);
			else if (goal && (street || known(at + 1))) add(at, at + 1);
		}
	}
	found.push(...small(reading, persons));
	for (const m of matchesNear(text, registeredCue, registered, 90)) {
		if (generic.test(m[0])) continue;
		found.push({ start: m.index, end: m.index + m[0].length, label: 'ORGANISATION', severity: 'amber', why });
	}
	for (const m of matchesNear(text, employerCue, employer, 10, 50)) {
		const name = (m[1] ?? m[2])!;
		const start = m.index + m[0].length - name.length;
		if (!noEmployer.test(name))
			found.push({ start, end: start + name.length, label: 'ORGANISATION', severity: 'amber', why });
	}
	return found;
}

const fancy =
	/(?:blume|blumen|bogen|nest|zwerge?n?|wichtel|kaefer|falter|maeuse|froesche|strolche|insel|welt|arche|villa|sterne?|baum|baeume|spatzen|loewen|baeren|wiese|sonne|sonnenschein|mond|kunterbunt|kiste|wind|burg|land|hof|garten|stube|haus|tiger|elefant|igel|eule|eulen|fuechse|raupe|schatz|kinder)$/;

/** "kita pusteblume", "ludgerusschule" in a text without capitals. */
function small({ tokens, natures, manner }: Reading, persons: ReadonlyMap<number, unknown>): Finding[] {
	if (!manner.lowerCase) return [];
	const found: Finding[] = [];
	const add = (from: number, to: number) =>
		found.push({ start: tokens[from]!.start, end: tokens[to]!.end, label: 'ORGANISATION', severity: 'amber', why });
	tokens.forEach((token, at) => {
		if (token.capital) return;
		const next = tokens[at + 1];
		const plainNext = next?.gap === ' ' && next.sentence === token.sentence;
		if (/^(?:kita|kiga|kindergarten|krippe|familienzentrum|hort|spielgruppe)$/.test(token.lower) && plainNext) {
			if (fancy.test(next.folded) && !/^(?:ausland|inland|land|haus|garten|hof|kinder|deutschland)$/.test(next.folded))
				add(at, at + 1);
			else if (/^(?:st|sankt)$/.test(next.lower) && tokens[at + 2]) add(at, at + 2);
		}
		if (
			/.{4,}(?:schule|gymnasium|kolleg|hospital|spital|stift)$/.test(token.folded) &&
			(natures[at] === 'unknown' || saints.test(token.folded)) &&
			!persons.has(at)
		)
			add(at, at);
		if (
			/^(?:schule|gymnasium|kolleg|gesamtschule|grundschule|hospital)$/.test(token.lower) &&
			token.gap === '-' &&
			tokens[at - 1]
		) {
			let from = at - 1;
			while (from > 0 && tokens[from]!.gap === '-' && at - from < 4) from--;
			if (
				natures[from] === 'name' ||
				natures[from] === 'unknown' ||
				natures[from] === 'likelyName' ||
				natures[from] === 'doubtful'
			)
				add(from, at);
		}
	});
	return found;
}
const saints =
	/^(?:marien|ludgerus|ludgeri|josefs?|antonius|paulus|petrus|michael|martin(?:us|i)?|bonifatius|elisabeth|anna|barbara|don-?bosco|albert|overberg|kardinal|bischof|kolping|canisius|franziskus|nikolaus|johannes|lambertus|dionysius|pius|hubertus|kopernikus|goethe|schiller|kant|einstein|humboldt|arnold|euregio|wittekind|emsland)s?-?(?:schule|hospital|spital|stift|gymnasium|kolleg)$/;
/** "Lernen fördern e. V." */
const registered =
	/(?<![A-Za-zÀ-ɏ])[A-ZÀ-Þ][A-Za-zÀ-ɏ-]{2,24}(?:\s(?:[A-ZÀ-Þ]?[A-Za-zÀ-ɏ-]{2,24}|&|\+)){0,4}\s(?:e\.\s?V\.?|gGmbH)(?![A-Za-zÀ-ɏ])/g;
const generic =
	/(?:caritas|diakoni|awo|arbeiterwohlfahrt|paritätisch|kreuz|drk|skf|skm|sozialdienst|malteser|johanniter|kolping|landesverband|kreisverband|bundesverband|flüchtlingsrat|pro\sasyl|verbraucherzentrale|lebenshilfe|kinderschutzbund)/i;
const registeredCue = cueOf('e.V e._V gGmbH');
const employerCue = cueOf(
	`arbeitgeber: arbeitgeberin: ${rows('AG arbeitgeber arbeitgeberin betrieb firma'.split(' '), ['_'], 'ist war heißt sei'.split(' '), ['_'])}`
);
/** "AG ist Wernsing", "arbeitgeber: fenster kruse" */
const employer =
	/(?<![A-Za-zÀ-ɏ])(?:(?:AG|[Aa]rbeitgeber(?:in)?|[Bb]etrieb|[Ff]irma)\s(?:ist|war|heißt|sei)\s(?:die\s|der\s)?(?:Firma\s|Fa\.\s)?([A-ZÀ-Þ][A-Za-zÀ-ɏ-]{3,24})(?=\s?[,;.)\n]|\sin\s|$)|arbeitgeber(?:in)?:\s((?!unbekannt|keine|kein|nicht|noch|ohne|siehe|wechselnd)[a-zß-ɏ]{3,20}\s[a-zß-ɏ]{3,20})(?=\s?[,;.)\n]|$))/g;
const noEmployer = /^(?:Insolven|Krank|Pleite|Unbekannt|Schuld|Bereit|Einverstanden|Informiert|Seit|Nicht|Immer|Sehr)/;

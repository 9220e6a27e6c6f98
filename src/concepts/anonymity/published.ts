/** Numbers that everybody may know: of laws, orders, directives and published rulings – not the file of somebody's own suit. */
import { highCourt } from '#concepts/anonymity/dates.ts';

/** Orders and laws have numbers that everybody may know. */
const order =
	/(?<![A-Za-zÀ-ɏ])(?:weisung|fachweisung|hega|rundschreiben|erlass|runderlass|rderl|bgbl|drucksache|drs|verfügung\sder\sba|vorlage|amtsblatt|abl|din|iso|formular|vordruck|rfc|art(?:ikel)?)(?![A-Za-zÀ-ɏ])[^.!?\n]{0,60}$/i;
const act = new RegExp(
	'(?:verordnung|richtlinie|beschluss|abkommen|VO|RL|drs\\.?|drucksache|bgbl\\.?|\\(?E[UGW]{1,2}\\)?)(?:\\s?\\(?E[UGW]{1,2}\\)?)?\\s(?:nr\\.?\\s)?$',
	'iu'
);
const courtWords = new RegExp(
	'(?:urteil|urt\\.|beschluss|beschl\\.|entscheidung|rechtsprechung|vgl\\.|siehe|juris|rn\\.|rspr\\.|grundsatzurteil|laut)',
	'i'
);
const own = /(?:klage|eilantrag|anhängig|verfahren|termin|ladung|ihr\s|sein\s|kl\.|klient|geladen|mandant)/iu;

/** "Verordnung (EG) Nr." stands before it. */
export const isOfAct = (text: string, start: number): boolean => act.test(text.slice(Math.max(0, start - 30), start));

/** A published ruling or order, not the file of somebody's own suit. */
export function isPublished(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - 90), start);
	if (order.test(before)) return true;
	const around = before.slice(Math.max(before.lastIndexOf('\n'), before.search(/[.!?]\s[A-ZÀ-ÞĀ-ɏ][^.!?]*$/)) + 1);
	if (highCourt.test(around) || highCourt.test(text.slice(end, end + 24))) return !own.test(around);
	return courtWords.test(around) && !own.test(around);
}

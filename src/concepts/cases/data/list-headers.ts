/** What the headings of carriers' lists mean, plain (lower case, ae for ä, signs as blanks). */
import type { ListField } from '#concepts/cases/lists.rules.ts';

/** Columns that may never leave, whatever is in them. The first that fits is told as the reason. */
export const identifyingHeaders = {
	birth:
		/\bgeb(urts)?( ?(datum|tag|dat|am))?$|\bgeb(urts)?(datum|tag|dat)|\bgeboren|\bdate of birth|\bdob\b|\bbirth ?(date|day)|\bgeburtsort|\bbirth ?place/,
	name: /namen?\b|\bname|\bnachn\b|\bvorn\b|klient|\bkund(e|in|en)\b|\bclients?\b|\bperson(en)?\b|patient|ansprech|betreu|sachbearb|bearbeiter|fallmanag|berater|lots(e|in)\b|coach|\bmutter\b|\bvater\b|\bkindes?\b|ehe(partner|mann|frau)|angehoerige(r|n)?$|kontaktperson|teilnehm|vormund|zustaendig|mitarbeit/,
	contact: /\btel|telefon|handy|mobil|\bfax\b|phone|mail\b|whatsapp|telegram|\bkontakt|erreichbar/,
	address:
		/strasse|\bstr\b|adresse|anschrift|\bhaus ?(nr|nummer)|\bplz\b|postleit|\bzip\b|postcode|postal|ortsteil|street|address|unterkunft|quartier|\bgps\b|koordinat/,
	number:
		/\bnr\b|nr$|nummer|\bnum\b|\bnumber\b|\bno\b|\bid\b|\b[a-z]+ id\b|\baz\b|azr|aktenzeichen|\bakte\b|kennung|kennzeichen|ausweis|\bpass\b|iban|\bbic\b|konto|steuer|versicherung|\bbg\b|\bindex\b|schluessel|\bcode\b/,
	text: /bemerk|notiz|kommentar|anmerk|beschreib|\btext\b|sonstig|hinweis|remark|\bnotes?\b|comment|verlauf|\bgrund\b|anlass|arbeitgeber|\bberuf|diagnos|krankheit|schulname|vermerk|inhalt|religion/,
	date: /datum|\bam\b|\bdate\b|einreise|zugang am|beginn|\bende\b|\bfrist|termin|\bseit\b|\bbis\b/
} as const;

export const fieldHeaders: Record<ListField, RegExp> = {
	ageBand:
		/\balter(s?gruppe|sklasse|sband|sstufe)?\b|\bage\b|\bjahrgang\b|geburtsjahr|\bgeb ?jahr|birth ?year|year of birth|\bage ?(band|group)\b|lebensalter/,
	place:
		/\b(wohn)?ort\b|wohnort|wohnsitz|gemeinde|kommune|\bstadt\b|municipality|\bcity\b|\bplace\b|\bregion\b|sozialraum/,
	origin: /national|staatsang|herkunft|\bland\b|geburtsland|country|origin|citizenship|\bsta\b/,
	residenceGroup: /aufenthalt|\btitel\b|schutzstatus|\bstatus\b|residence|rechtsstatus|bleibe/,
	household: /famil|haushalt|\bkinder\b|anzahl kinder|kinderzahl|household|children|lebensform|\bbg typ\b|zivilstand/,
	gender: /geschl|gender|\bsex\b|\bm w( d)?\b|\bw m( d)?\b|anrede/,
	legalDomain: new RegExp(String.raw`rechtskreis|\brk\b|leistung|legal domain|kostentraeger|sgb|rechtsgebiet`),
	phase: /\bphase\b|integrationskette|handlungsfeld|thema|themenfeld|bereich|anliegen/
};

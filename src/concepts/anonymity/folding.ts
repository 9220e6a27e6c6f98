/** How words are compared: lower case, umlauts written out, other accents and signs dropped – so "Öztürk", "Oeztuerk" and "ÖZTÜRK" meet. */

const spelled: Readonly<Record<string, string>> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	ß: 'ss',
	ı: 'i',
	ł: 'l',
	đ: 'dj',
	ø: 'o',
	æ: 'ae',
	œ: 'oe',
	ð: 'd',
	þ: 'th',
	ə: 'e',
	ŋ: 'ng',
	ħ: 'h'
};

/** Only a to z remain; words that differ in case, accents or umlaut spelling fold to the same. */
export function fold(word: string): string {
	const lower = word.toLowerCase();
	if (/^[a-z]*$/.test(lower)) return lower;
	let out = '';
	for (const sign of lower.normalize('NFC')) out += spelled[sign] ?? sign;
	return out.normalize('NFD').replaceAll(/[^a-z]/g, '');
}

/** As `fold`, but umlauts lose their dots, as foreign names are often typed ("Ozturk"). */
export const foldPlain = (word: string): string => fold(word.normalize('NFD').replaceAll(/\p{M}/gu, ''));

/** Endings of German inflection; the lexicon leaves out what follows from a shorter word by one of them. */
export const endings = [
	's',
	'es',
	'e',
	'n',
	'en',
	'er',
	'em',
	'st',
	't',
	'te',
	'ten',
	'tem',
	'ter',
	'tes',
	'et',
	'est',
	'ste',
	'sten',
	'in',
	'innen',
	'ern',
	'nen',
	'se',
	'sen',
	'ens'
] as const;

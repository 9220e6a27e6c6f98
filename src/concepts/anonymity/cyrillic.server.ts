/** Names in Cyrillic letters as they stand in German papers: in the passport's transcription and in the German one. */
const passport: Readonly<Record<string, string>> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'h',
	ґ: 'g',
	д: 'd',
	е: 'e',
	є: 'ie',
	ё: 'e',
	ж: 'zh',
	з: 'z',
	и: 'y',
	і: 'i',
	ї: 'i',
	й: 'i',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'kh',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'shch',
	ь: '',
	ъ: '',
	ы: 'y',
	э: 'e',
	ю: 'iu',
	я: 'ia'
};
const german: Readonly<Record<string, string>> = {
	...passport,
	в: 'w',
	є: 'je',
	ж: 'sch',
	й: 'j',
	ї: 'ji',
	с: 's',
	х: 'ch',
	ц: 'z',
	ч: 'tsch',
	ш: 'sch',
	щ: 'schtsch',
	ю: 'ju',
	я: 'ja'
};
const russian = { г: 'g', и: 'i' };

const spell = (name: string, table: Readonly<Record<string, string>>): string =>
	[...name.toLowerCase()].map((letter) => table[letter] ?? letter).join('');

/** All the Latin spellings of one name; a Latin name stays as it is. */
export function latinSpellings(name: string, language: 'uk' | 'ru' | 'other'): string[] {
	if (!/[\u0400-\u04ff]/.test(name)) return [name];
	const own = language === 'uk' ? {} : russian;
	return [spell(name, { ...passport, ...own }), spell(name, { ...german, ...own })];
}

/** Reads a Hunspell dictionary and gives every inflected form, as far as the suffix and plain prefix rules of German go. */
type Rule = { strip: string; add: string; fits: RegExp };

export type Entry = { word: string; flags: string; forms: string[] };

/** `aff` and `dic` are the texts of the two files; the first line of `dic` is a count. */
export function* entriesOf(aff: string, dic: string): Generator<Entry> {
	const { suffixes, prefixes } = rulesOf(aff);
	for (const line of dic.split('\n').slice(1)) {
		if (!line || line.startsWith('\t') || line.startsWith('#')) continue;
		const [word = '', flags = ''] = line.split('/');
		const forms = [word];
		for (const flag of flags)
			for (const rule of suffixes.get(flag) ?? [])
				if (word.endsWith(rule.strip) && rule.fits.test(word))
					forms.push(word.slice(0, word.length - rule.strip.length) + rule.add);
		const prefixed = [...flags].flatMap((flag) => prefixes.get(flag) ?? []);
		yield { word, flags, forms: [...forms, ...prefixed.flatMap((p) => forms.map((form) => p + form))] };
	}
}

function rulesOf(aff: string): { suffixes: Map<string, Rule[]>; prefixes: Map<string, string[]> } {
	const suffixes = new Map<string, Rule[]>();
	const prefixes = new Map<string, string[]>();
	for (const line of aff.split('\n')) {
		const [kind, flag = '', strip = '', add = '', fits] = line.trim().split(/\s+/);
		if (fits === undefined) continue;
		const [added = ''] = add.split('/');
		if (kind === 'SFX') {
			const rule = {
				strip: strip === '0' ? '' : strip,
				add: added === '0' ? '' : added,
				fits: new RegExp(`${fits}$`, 'u')
			};
			suffixes.set(flag, [...(suffixes.get(flag) ?? []), rule]);
		}
		// the other prefix rules change the case of a compound's parts
		if (kind === 'PFX' && strip === '0' && fits === '.' && /^[a-z]+$/.test(added))
			prefixes.set(flag, [...(prefixes.get(flag) ?? []), added]);
	}
	return { suffixes, prefixes };
}

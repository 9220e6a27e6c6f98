/** The German words on the server's main thread, for what compares texts; whoever checks texts does so in a thread of its own. */
import { lexiconOf, type Lexicon } from '#concepts/anonymity/lexicon.ts';

let loading: Promise<Lexicon> | undefined;

/** Loaded once; rejects when the lists cannot be loaded, and may be tried again. */
export function germanWords(): Promise<Pick<Lexicon, 'isWord' | 'isPlainWord'>> {
	loading ??= import('#concepts/anonymity/data/lexicon.generated.js').then(lexiconOf, (e: unknown) => {
		loading = undefined;
		throw e;
	});
	return loading;
}

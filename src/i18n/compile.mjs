/**
 * Compiles the messages for Node, each language in one file: as thousands of modules, as the pages' build makes them to
 * leave out what a page does not say, they take a second to load. A process of its own, as the compiler leaves timers behind.
 */
import { compile } from '@inlang/paraglide-js';

await compile({
	project: './src/i18n/project.inlang',
	outdir: './src/i18n/paraglide',
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'locale',
	outputStructure: 'locale-modules'
});
process.exit(0);

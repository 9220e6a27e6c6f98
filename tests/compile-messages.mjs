/** Compiles the messages as vite.config.ts does; run as a process of its own, as the compiler leaves timers behind. */
import { compile } from '@inlang/paraglide-js';

await compile({
	project: './src/i18n/project.inlang',
	outdir: './src/i18n/paraglide',
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'locale'
});
process.exit(0);

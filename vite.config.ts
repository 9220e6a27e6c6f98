import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { buildLexicon } from './src/concepts/anonymity/build-lexicon.server.ts';

// before anything is built, served or tested: the word lists of the text detector, when absent or out of date
await buildLexicon();

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/i18n/project.inlang',
			outdir: './src/i18n/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'locale'
		}),
		sveltekit()
	],
	// the detector's thread loads its word lists when they are needed
	worker: { format: 'es' },
	build: {
		target: 'es2022',
		// the HTML of a page says what it needs; a list of what all the other pages need would weigh on each, so a way to
		// another page names its styles only, and the scripts name one another
		modulePreload: { resolveDependencies: (_page, files) => files.filter((file) => file.endsWith('.css')) },
		// the components most pages share, in one file: a page loads fewer files, and less in all
		rolldownOptions: {
			output: { codeSplitting: { groups: [{ name: 'ui', test: /[\\/]src[\\/]ui[\\/]/, minShareCount: 3 }] } }
		}
	}
});

import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

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
	build: {
		target: 'es2022',
		// the components most pages share, in one file: a page loads fewer files, and less in all
		rolldownOptions: {
			output: { codeSplitting: { groups: [{ name: 'ui', test: /[\\/]src[\\/]ui[\\/]/, minShareCount: 3 }] } }
		}
	}
});

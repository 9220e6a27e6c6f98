/** What the linter asks for: the type-checked rules on code, Svelte's on components. */
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const generated = [
	'src/i18n/paraglide/',
	'src/i18n/project.inlang/',
	'build/',
	'.svelte-kit/',
	'drizzle/',
	'/data/',
	'**/*.generated.js'
];

export default ts.config(
	{ ignores: [...generated, 'test-results/', 'static/'] },
	js.configs.recommended,
	...ts.configs.recommendedTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.node, ...globals.browser },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-undef': 'off', // TypeScript knows better
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/only-throw-error': [
				'error',
				{ allow: [{ from: 'package', package: '@sveltejs/kit', name: ['HttpError', 'Redirect'] }] }
			],
			'no-control-regex': 'off', // control characters are exactly what our patterns look for
			'svelte/no-useless-mustaches': 'off', // {' '} keeps a space that the formatter would move
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	// Trap: each component is a new program for the type-checked rules, four minutes for all; svelte-check knows their types
	{
		...ts.configs.disableTypeChecked,
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, projectService: false } }
	},
	{ files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
	// a worker has other globals than the rest: SvelteKit keeps it out of the project's types
	{
		...ts.configs.disableTypeChecked,
		files: ['src/service-worker.ts'],
		languageOptions: { parserOptions: { projectService: false } }
	}
);

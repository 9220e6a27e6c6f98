// The few fixed words the components need; the root layout provides them once, in the language of the page.
import { getContext, hasContext, setContext } from 'svelte';

export type Words = {
	optional: string;
	close: string;
	cancel: string;
	menu: string;
	mainNavigation: string;
	note: string;
	skip: string;
	search: string;
	breadcrumb: string;
	previous: string;
	next: string;
	page: (n: number) => string;
	moveUp: (name: string) => string;
	moveDown: (name: string) => string;
	drag: string;
	moved: (name: string, place: number, of: number) => string;
	charactersLeft: (n: number) => string;
	charactersOver: (n: number) => string;
	showAll: (n: number) => string;
	showLess: string;
	selected: (n: number) => string;
	hits: (n: number) => string;
	sorted: (direction: 'ascending' | 'descending') => string;
};

// Where nobody provided any: a component alone in a test.
const german: Words = {
	optional: 'freiwillig',
	close: 'Schließen',
	cancel: 'Abbrechen',
	menu: 'Menü',
	mainNavigation: 'Hauptnavigation',
	note: 'Hinweis',
	skip: 'Zum Inhalt springen',
	search: 'Suchen',
	breadcrumb: 'Sie sind hier',
	previous: 'Zurück',
	next: 'Weiter',
	page: (n) => `Seite ${n}`,
	moveUp: (name) => `${name} nach oben`,
	moveDown: (name) => `${name} nach unten`,
	drag: 'Ziehen zum Verschieben',
	moved: (name, place, of) => `${name} steht jetzt auf Platz ${place} von ${of}.`,
	charactersLeft: (n) => `Noch ${n} Zeichen`,
	charactersOver: (n) => `${n} Zeichen zu viel`,
	showAll: (n) => `Alle ${n} anzeigen`,
	showLess: 'Weniger anzeigen',
	selected: (n) => `${n} ausgewählt`,
	hits: (n) => `${n} Treffer`,
	sorted: (direction) => (direction === 'ascending' ? 'aufsteigend sortiert' : 'absteigend sortiert')
};

const key = Symbol('words');
export const provideWords = (words: Words) => setContext(key, words);
export const words = (): Words => (hasContext(key) ? getContext<Words>(key) : german);

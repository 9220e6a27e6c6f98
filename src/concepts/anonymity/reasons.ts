/** Says to the writer why a word is taken for a name. */
import type { Reason } from '#concepts/anonymity/reading.ts';

export const personReasons: Readonly<Record<Reason, (before: string) => string>> = {
	title: (before) => (before ? `Nach „${before}“ steht ein Name.` : 'Nach einer Anrede steht ein Name.'),
	relative: (before) => (before ? `Nach „${before}“ steht ein Name.` : 'Nach einer Verwandtschaft steht ein Name.'),
	role: (before) => (before ? `Nach „${before}“ steht ein Name.` : 'Nach einer Rolle steht ein Name.'),
	namer: (before) => (before ? `Nach „${before}“ steht ein Name.` : 'Hier wird ein Name genannt.'),
	list: () => 'Das ist ein Vor- oder Nachname.',
	unknown: () => 'Dieses Wort ist kein deutsches Wort; es könnte ein Name sein.',
	beside: () => 'Das gehört zu einem Namen.',
	initial: () => 'Das ist ein abgekürzter Name.',
	repeat: () => 'Dieser Name kommt im Text schon vor.'
};

/** What the text detector finds: a passage, what it looks like, how serious it is, and why – in words for the writer. */

export const labels = [
	'PERSON',
	'LOCATION',
	'ADDRESS',
	'PHONE',
	'EMAIL',
	'DATE',
	'ID_NUMBER',
	'IBAN',
	'ORGANISATION',
	'AGE',
	'RARE_FACT'
] as const;
export type Label = (typeof labels)[number];

/** Red must be resolved; amber must be resolved or justified. */
export type Severity = 'red' | 'amber';

/** `start` and `end` count UTF-16 units in the text as it was given; `why` is one German sentence for the writer. */
export type Mark = { start: number; end: number; label: Label; severity: Severity; why: string };

/** What the writer says names nobody: these words under this label, wherever they stand in the text. */
export type Dismissed = { text: string; label: Label };

/** What a reader says about a passage. */
export type Note = { quote: string; comment: string };

/** `placesAllowed`: names of the county's municipalities stay unmarked, as gap reports may say where; streets and smaller places do not. */
export type DetectOptions = { placesAllowed?: boolean };

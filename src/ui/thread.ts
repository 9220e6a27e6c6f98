// What the red thread is made of: stages from report to answer, each with its dated entries.
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tones.ts';

export type ThreadState = { label: string; tone: Tone };
export type ThreadEntry = {
	/** The date as shown. */
	at: string;
	datetime?: string;
	title: string;
	number?: string;
	href?: string;
	text?: string;
	state?: ThreadState;
	/** The reader may not see it: the title says only that, and there is no link. */
	hidden?: boolean;
};
export type Stage = {
	heading: string;
	icon?: IconName;
	state?: ThreadState;
	/** Not reached yet. */
	open?: boolean;
	/** The stage the reader came from. */
	current?: boolean;
	text?: string;
	entries: ThreadEntry[];
};

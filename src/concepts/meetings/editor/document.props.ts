/** What a page tells the live document. */
import type { Snippet } from 'svelte';
import type { ItemState } from '#concepts/meetings/rules.ts';
import type { Live } from './live.svelte.ts';
import type { Person } from './room.ts';

export type ItemMoment = { state: ItemState; calledAt: Date | null };
export type DocumentProps = {
	live: Live;
	/** agenda: fields first; run and minutes: text first. */
	mode: 'agenda' | 'run' | 'minutes';
	/** May this reader write here at all? The hub decides anew at each change. */
	editable: boolean;
	/** May this reader arrange the agenda: add, move and take off items, set their fields and links? Else text alone. */
	arranges: boolean;
	/** Who can be mentioned or given a task. */
	people: readonly Person[];
	startsAt: Date;
	/** Minutes between start and end of the meeting. */
	planned: number;
	/** By item; those just added have none. */
	moments: Readonly<Record<string, ItemMoment>>;
	/** Takes the words that are chosen in an item, to comment on them. */
	oncomment?: (itemId: string, words: string) => void;
	/** Buttons of the page for an item. */
	actions?: Snippet<[string]>;
};

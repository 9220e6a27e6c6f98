/** What a page tells the live outline. */
import type { LiveOutline } from './outline.svelte.ts';

export type OutlineProps = {
	live: LiveOutline;
	/** Where the office has given it back. */
	passage: { part: string; quote: string };
	organisations: readonly { id: string; name: string }[];
};

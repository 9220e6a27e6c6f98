/** How rows of a thread are read: lists of ids as one parameter, and the veil over what a reader may not see. */
import { sql, type SQL } from 'drizzle-orm';
import type { Link } from './thread.ts';

export const idList = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;

/** The same for states. */
export const wordList = (words: readonly string[]): SQL => sql`${sql.param([...words])}::text[]`;

/** Which kind of thing it is and its state decide what is still open; they tell nothing else. */
const kept: readonly string[] = ['type', 'id', 'state'];
/** Security: of a hidden thing nothing goes to the page but that it is there. */
export function veiled<T extends Link>(row: T): T {
	if (row.visible) return row;
	const open = { ...row, number: null, at: null };
	const blank = Object.entries(open).filter(([key, value]) => typeof value === 'string' && !kept.includes(key));
	return Object.assign(open, Object.fromEntries(blank.map(([key]) => [key, ''])));
}

/** Who may do what with result sheets. Says nothing about the right moment. */
import { has, isInside, isOffice, type Actor, type Policy } from '#concepts/people/actor.ts';
import type { Hand, SheetState } from './rules.ts';

export type SheetThing = { authorId: string; state: SheetState };
const isAuthor = (a: Actor, s: SheetThing): boolean => a.id !== null && a.id === s.authorId;
const isOut = (s: SheetThing): boolean => s.state === 'released';
const reviews = (a: Actor): boolean => has(a, 'reviewer');

const onSheets = {
	/** All inside read what is released; before and after that the author, the office, and while it is under review the reviewers. */
	read: (a, s) => (isInside(a) && isOut(s)) || isAuthor(a, s) || isOffice(a) || (reviews(a) && s.state === 'in_review'),
	/** Security: the author alone writes; whoever wrote a word of it could not be the second pair of eyes. */
	edit: isAuthor,
	submit: isAuthor,
	return: (a, s) => isAuthor(a, s) || isOffice(a) || reviews(a),
	withdraw: (a) => isOffice(a),
	distribute: (a) => isOffice(a),
	link: (a) => isOffice(a)
} satisfies Policy<SheetThing>;
export type SheetAction = keyof typeof onSheets;
export const may = (a: Actor, action: SheetAction, s: SheetThing): boolean => onSheets[action](a, s);

/** Security: never the author; the office and a reviewer lend one hand each. */
export const mayRelease = (a: Actor, hand: Hand, s: SheetThing): boolean =>
	a.id !== null && !isAuthor(a, s) && (hand === 'office' ? isOffice(a) : reviews(a));
export const mayWrite = (a: Actor): boolean => isOffice(a) || reviews(a);
export const mayReadList = isInside;
/** The link to the feed of all released sheets. */
export const mayLinkFeed = isOffice;

/** Who may do what with case analyses. Says nothing about the right moment, except that reading depends on the state. */
import { has, isInside, isOffice, type Actor, type Policy } from '#concepts/people/actor.ts';
import { readable, type CaseState } from './rules.ts';

/** `ownHouse`: may a reviewer release analyses of her own organisation? (a setting) */
export type OwnedCase = { authorId: string; organisationId: string; state: CaseState; ownHouse: boolean };

/** While it is in work, an analysis is its author's business alone. */
const inWork: readonly CaseState[] = ['draft', 'in_review', 'returned'];
const isAuthor = (a: Actor, c: OwnedCase): boolean => a.id !== null && a.id === c.authorId;
const isReleased = (c: OwnedCase): boolean => readable.includes(c.state);
/** Four eyes: a named reviewer, never the author herself. */
const isReviewerOf = (a: Actor, c: OwnedCase): boolean =>
	has(a, 'reviewer') && a.id !== null && !isAuthor(a, c) && (c.ownHouse || a.organisationId !== c.organisationId);

/** Data protection and the office see that an analysis was recalled – its number and the day, nothing of its content. */
export const seesRecalls = (a: Actor): boolean => has(a, 'data_protection') || isOffice(a);

/** Before anything is done with it: whoever may not even know of it is told that there is nothing. */
export const knowsOf = (a: Actor, c: OwnedCase): boolean =>
	may(a, 'read', c) || (c.state === 'recalled' && seesRecalls(a));

const who = {
	/** The author in work, the reviewer in review, everybody inside once released, nobody when recalled. */
	read: (a, c) =>
		(isAuthor(a, c) && inWork.includes(c.state)) ||
		(isReviewerOf(a, c) && c.state === 'in_review') ||
		(isInside(a) && isReleased(c)),
	save: isAuthor,
	submit: isAuthor,
	delete: isAuthor,
	return: isReviewerOf,
	release: isReviewerOf,
	/** Any reader inside who suspects that somebody can be recognised. */
	recall: (a, c) => isInside(a) && isReleased(c),
	/** A second person decides, never the author on her own. */
	restore: (a, c) => seesRecalls(a) && !isAuthor(a, c),
	erase: (a, c) => seesRecalls(a) && !isAuthor(a, c),
	/** by the clock alone */
	expire: () => false,
	/** by the meeting that talked it through, whose rights are asked there */
	discuss: () => false,
	evaluate: isOffice,
	archive: isOffice
} as const satisfies Policy<OwnedCase>;
export type CaseAction = keyof typeof who;
export const may = (a: Actor, action: CaseAction, c: OwnedCase): boolean => who[action](a, c);

/** Case managers, officers and the office write analyses. */
export const mayWrite = (a: Actor): boolean => has(a, 'case_manager') || has(a, 'officer') || isOffice(a);
export const mayReview = (a: Actor): boolean => has(a, 'reviewer');
/** Lets a batch out of the waiting room by hand. */
export const mayReleaseBatch = isOffice;
/** How many wait there, for those who can bring it further. */
export const seesWaitingRoom = (a: Actor): boolean => mayReleaseBatch(a) || mayReview(a);

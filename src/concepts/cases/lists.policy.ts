/** Who may do what with case lists: a carrier with its own, the office with the sums of all. */
import { isOffice, type Actor } from '#concepts/people/actor.ts';
import { mayWrite } from './policy.ts';

export type OwnedList = { organisationId: string };
const isOwn = (a: Actor, list: OwnedList): boolean =>
	mayWrite(a) && a.organisationId !== null && a.organisationId === list.organisationId;

/** Case managers, officers and the office give in lists of their own organisation. */
export const maySend = mayWrite;
/** Only the organisation itself sees what it gave in, and may take it back. */
export const mayReadList = isOwn;
export const mayWithdrawList = isOwn;
/** Sums over the whole county, never those of one carrier. */
export const maySeeTotals = isOffice;

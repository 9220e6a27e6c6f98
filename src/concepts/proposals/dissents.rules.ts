/** Dissenting votes: when a member may record one, and what of it is frozen. Pure. */
import { workable, type ProposalState } from './rules.ts';

/** With the recommendation: while the group works on it, and until it is submitted. */
export const dissentable: readonly ProposalState[] = [...workable, 'recommended'];
export const dissentLimit = 3000;

/** Without a name the member stays unnamed, to everybody and for good. */
export type FrozenDissent = { name: string | null; text: string };

/** Who may see the situation picture, ask it by carrier, and bring the county's map. */
import { has, isInside, isOffice, type Actor } from '#concepts/people/actor.ts';

const who = {
	/** All who read the gap register. */
	read: isInside,
	/** Supervisors read statistics: a house is told apart for the office only. */
	ask_by_organisation: isOffice,
	bring_map: (a) => has(a, 'administrator')
} as const satisfies Record<string, (a: Actor) => boolean>;
export type SituationAction = keyof typeof who;
export const may = (a: Actor, action: SituationAction): boolean => who[action](a);

/** Who may read and write agreements. Says nothing about the right moment. */
import { isInside, isOffice, type Actor } from '#concepts/people/actor.ts';

const who = {
	/** All who read the gap register. */
	read: isInside,
	create: isOffice,
	edit: isOffice
} as const satisfies Record<string, (a: Actor) => boolean>;
export type AgreementAction = keyof typeof who;
export const may = (a: Actor, action: AgreementAction): boolean => who[action](a);

/** Who sees and who sets the figures by which a case counts as anonymous enough. */
import { has, isInside, type Actor } from '#concepts/people/actor.ts';

const who = {
	/** An administrator sets them, data protection looks over the shoulder. */
	see_figures: (a: Actor) => has(a, 'administrator') || has(a, 'data_protection'),
	set_figures: (a: Actor) => has(a, 'administrator'),
	/** How good the check is: everybody inside, and those who set and watch it. */
	see_quality: (a: Actor) => isInside(a) || has(a, 'administrator') || has(a, 'data_protection')
} as const;
export type AnonymityAction = keyof typeof who;
export const may = (a: Actor, action: AnonymityAction): boolean => who[action](a);

/** Who is told what by the interface. What somebody may read is asked of the policies of the concepts, as on the pages. */
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import type { Settings } from '#concepts/people/settings.ts';

/**
 * token – the holder of a token, who is told what she sees in the hub and what is released of it; open – anybody, where
 * the county tells everybody which bodies there are; closed – anybody else.
 */
export type Standing = 'token' | 'open' | 'closed';
export type Reader = { actor: Actor; standing: Standing; names: boolean };

export function readerOf(actor: Actor, settings: Pick<Settings, 'publicInterface' | 'namesInInterface'>): Reader {
	const standing = isSomebody(actor) ? 'token' : settings.publicInterface ? 'open' : 'closed';
	return { actor, standing, names: standing === 'token' && settings.namesInInterface };
}

/** The county as an object, its lists, and the things in them. */
export const seesCounty = (r: Reader): boolean => r.standing !== 'closed';
/** More of a body than that there is one. */
export const seesBodies = (r: Reader): boolean => r.standing === 'token';

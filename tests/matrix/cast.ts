/** Who is meant by a line of the matrix: the thirteen of the cast, by what makes them alike. */
import { people, type CastKey } from '#demo/cast.server.ts';

/** `world` is everybody and nobody. */
export type Group = readonly CastKey[] | 'world';

export const everybody = Object.keys(people) as CastKey[];
export const office = ['koordination', 'koordination-2'] as const satisfies Group;
export const admin = ['admin'] as const satisfies Group;
export const unit = ['federfuehrung'] as const satisfies Group;
/** Case managers, officers and the office write reports and analyses. */
export const files = ['fallmanagement-a', 'fallmanagement-b', 'fachkraft', ...office] as const satisfies Group;
/** All who work in the programme: no guest, no responsible unit, no data protection, no administrator. */
export const inside = [...files, 'pruefung', 'mitglied', 'vorsitz', 'lenkung'] as const satisfies Group;
export const insideAndUnit = [...inside, ...unit] as const satisfies Group;

export const inGroup = [...files, 'mitglied'] as const satisfies Group;
export const inTopicGroup = [
	'koordination-2',
	'koordination',
	'fallmanagement-b',
	'fachkraft',
	'mitglied'
] as const satisfies Group;
/** Without the office, which has no seat there. */
export const seatedInTopicGroup = [
	'koordination-2',
	'fallmanagement-b',
	'fachkraft',
	'mitglied'
] as const satisfies Group;
export const inCommittee = ['vorsitz', 'lenkung', ...office] as const satisfies Group;
/** Sit in the committee; the office does not. */
export const membersOfCommittee = ['vorsitz', 'lenkung'] as const satisfies Group;
export const leadsCommittee = ['vorsitz', ...office] as const satisfies Group;

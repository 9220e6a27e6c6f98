/** Who there is: roles of accounts, functions in bodies, kinds of notification. */

/** Roles that an account holds as such; members, guests, chairs and steering members are so by their seat in a body. */
export const roles = [
	'case_manager',
	'officer',
	'coordinator',
	'reviewer',
	'responsible_unit',
	'data_protection',
	'administrator'
] as const;
export type Role = (typeof roles)[number];

export const bodyKinds = ['cross_module_group', 'topic_group', 'steering_committee'] as const;
export type BodyKind = (typeof bodyKinds)[number];
export const seatFunctions = ['chair', 'deputy', 'member', 'guest'] as const;
export type SeatFunction = (typeof seatFunctions)[number];

/** The kinds of notification; the first three are mailed at once, the others wait for the digest. */
export const notes = [
	'invitation',
	'query',
	'deadline',
	'intake',
	'feedback',
	'mention',
	'task',
	'proposal',
	'decision',
	'measure',
	'meeting',
	'review',
	'access'
] as const;
export type Note = (typeof notes)[number];
export const instantNotes: readonly Note[] = ['invitation', 'query', 'deadline'];

/** Organisation kinds: a carrier never sees another carrier's drafts, authors or queries. */
export const organisationKinds = ['carrier', 'authority', 'county', 'municipality', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

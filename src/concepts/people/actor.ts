/** The Actor: who asks, with what standing. Never null – before login it is nobody. */
import type { BodyKind, Role, SeatFunction } from './rules.ts';

export type Seat = { bodyId: string; kind: BodyKind; function: SeatFunction };
export type Actor = {
	/** null for nobody */
	id: string | null;
	name: string;
	email: string;
	organisationId: string | null;
	roles: readonly Role[];
	seats: readonly Seat[];
	locale: 'de' | 'en';
	theme: 'light' | 'dark' | 'system';
};

export const nobody: Actor = {
	id: null,
	name: '',
	email: '',
	organisationId: null,
	roles: [],
	seats: [],
	locale: 'de',
	theme: 'system'
};

export const isSomebody = (a: Actor): a is Actor & { id: string; organisationId: string } => a.id !== null;
export const has = (a: Actor, role: Role): boolean => a.roles.includes(role);
/** The coordinators are the office of the programme: intake, groups, steering committee. */
export const isOffice = (a: Actor): boolean => has(a, 'coordinator');
/** Sits in this body, guests not counted. */
export const isMemberOf = (a: Actor, bodyId: string | null): boolean =>
	a.seats.some((s) => s.bodyId === bodyId && s.function !== 'guest');
export const isGuestOf = (a: Actor, bodyId: string | null): boolean =>
	a.seats.some((s) => s.bodyId === bodyId && s.function === 'guest');
export const chairs = (a: Actor, bodyId: string | null): boolean =>
	a.seats.some((s) => s.bodyId === bodyId && (s.function === 'chair' || s.function === 'deputy'));
export const isSteering = (a: Actor): boolean =>
	a.seats.some((s) => s.kind === 'steering_committee' && s.function !== 'guest');
export const sitsInGroup = (a: Actor): boolean =>
	a.seats.some((s) => s.kind !== 'steering_committee' && s.function !== 'guest');
/**
 * May read what the programme has released to all who work in it. Guests, administrators without another role and
 * data protection are not among them.
 */
export const isInside = (a: Actor): boolean =>
	a.roles.some((r) => r !== 'administrator' && r !== 'data_protection' && r !== 'responsible_unit') ||
	a.seats.some((s) => s.function !== 'guest');

/** One line an action: may this actor do it to this thing? Says nothing about the right moment. */
export type Policy<Thing, Action extends string = string> = Record<Action, (a: Actor, thing: Thing) => boolean>;

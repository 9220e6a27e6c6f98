/** Who may do what to people, organisations, settings and the log. Administrators manage; they see no content. */
import { has, isSomebody, type Actor, type Policy } from './actor.ts';

/** The account in question; null where the action is about none. */
type Who = { id: string } | null;
const isAdministrator = (a: Actor): boolean => has(a, 'administrator');
const isHerself = (a: Actor, who: Who): boolean => isSomebody(a) && a.id === who?.id;

const who = {
	see_people: isAdministrator,
	invite: isAdministrator,
	edit: isAdministrator,
	/** Roles – also one's own, but the last administrator stays one. */
	grant: isAdministrator,
	/** Nobody locks herself out. */
	close: (a, account) => isAdministrator(a) && !isHerself(a, account),
	reopen: isAdministrator,
	/** That somebody's programs have access is seen, and can be ended. */
	revoke_token: isAdministrator,
	manage_organisations: isAdministrator,
	change_settings: isAdministrator,
	edit_catalogues: isAdministrator,
	/** What happened when to what – never what was written. */
	read_log: (a) => has(a, 'data_protection') || isAdministrator(a),
	/** Who did it: only data protection. */
	read_log_names: (a) => has(a, 'data_protection'),
	/** Password, sessions, language, notifications. */
	manage_own: isHerself
} satisfies Policy<Who>;

export type PeopleAction = keyof typeof who;
export const peopleActions = Object.keys(who) as PeopleAction[];

export const may = (actor: Actor, action: PeopleAction, account: Who = null): boolean => who[action](actor, account);

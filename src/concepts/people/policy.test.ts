/** One table: action → who of the cast may. */
import { describe, expect, it } from 'vitest';
import { people, type CastKey } from '#demo/cast.server.ts';
import { nobody, type Actor } from './actor.ts';
import { may, peopleActions, type PeopleAction } from './policy.ts';

const cast: Record<CastKey | 'nobody', Actor> = {
	nobody,
	...(Object.fromEntries(
		Object.entries(people).map(([key, p]) => [
			key,
			{ ...nobody, id: key, name: p.name, organisationId: p.organisation, roles: p.roles }
		])
	) as unknown as Record<CastKey, Actor>)
};
const admin: CastKey[] = ['admin'];
const allowed: Record<Exclude<PeopleAction, 'manage_own'>, CastKey[]> = {
	see_people: admin,
	invite: admin,
	edit: admin,
	grant: admin,
	close: admin,
	reopen: admin,
	revoke_token: admin,
	manage_organisations: admin,
	change_settings: admin,
	edit_catalogues: admin,
	read_log: ['datenschutz', 'admin'],
	read_log_names: ['datenschutz']
};

describe('who may', () => {
	it('has a line for each action', () => {
		expect([...Object.keys(allowed), 'manage_own'].sort()).toEqual([...peopleActions].sort());
	});
	for (const [action, who] of Object.entries(allowed)) {
		it(action, () => {
			const may_ = Object.entries(cast).filter(([, a]) => may(a, action as PeopleAction, { id: 'somebody else' }));
			expect(may_.map(([key]) => key).sort()).toEqual([...who].sort());
		});
	}
	it('manage only the own account, and nobody has none', () => {
		for (const [key, a] of Object.entries(cast)) {
			expect(may(a, 'manage_own', { id: key }), key).toBe(key !== 'nobody');
			expect(may(a, 'manage_own', { id: 'somebody else' }), key).toBe(false);
		}
		expect(may(nobody, 'manage_own')).toBe(false);
	});
	it('close any account but the own', () => {
		expect(may(cast.admin, 'close', { id: 'admin' })).toBe(false);
	});
});

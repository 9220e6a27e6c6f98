/** Makes the Actor of an account: its roles and the seats it holds today, in one statement. */
import { sql } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { nobody } from '#concepts/people/actor.ts';
import { today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';

type Row = {
	id: string;
	name: string;
	email: string;
	organisation_id: string;
	locale: Actor['locale'];
	theme: Actor['theme'];
	roles: Actor['roles'];
	seats: Actor['seats'];
};

/** nobody when the account does not exist or is not active. */
export async function actorOf(accountId: string | null): Promise<Actor> {
	if (!accountId) return nobody;
	const db = await database();
	const found = await db.execute<Row>(sql`
		select a.id, a.name, a.email, a.organisation_id, a.locale, a.theme,
			coalesce((select json_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '[]') as roles,
			coalesce((select json_agg(json_build_object('bodyId', m.body_id, 'kind', b.kind, 'function', m.function))
				from membership m join body b on b.id = m.body_id
				where m.account_id = a.id and m.from_on <= ${today()} and (m.until_on is null or m.until_on >= ${today()})), '[]') as seats
		from account a where a.id = ${accountId} and a.state = 'active'`);
	const r = found.rows[0];
	if (!r) return nobody;
	return {
		id: r.id,
		name: r.name,
		email: r.email,
		organisationId: r.organisation_id,
		roles: r.roles,
		seats: r.seats,
		locale: r.locale,
		theme: r.theme
	};
}

/** Makes the Actor of an account: its roles and the seats it holds today, in one statement. */
import { sql } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { nobody } from '#concepts/people/actor.ts';
import { today } from '#platform/clock.ts';
import { database, type Transaction } from '#platform/database.server.ts';

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
export const actorOf = async (accountId: string | null, tx?: Transaction): Promise<Actor> =>
	(accountId && (await actorsOf([accountId], tx)).get(accountId)) || nobody;

/** The same for many accounts at once; who does not exist or is not active is missing. */
export async function actorsOf(accountIds: readonly string[], tx?: Transaction): Promise<Map<string, Actor>> {
	const ids = sql`array[${sql.join(
		accountIds.map((id) => sql`${id}`),
		sql`, `
	)}]::uuid[]`;
	const db = tx ?? (await database());
	const found = await db.execute<Row>(sql`
		select a.id, a.name, a.email, a.organisation_id, a.locale, a.theme,
			coalesce((select json_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '[]') as roles,
			coalesce((select json_agg(json_build_object('bodyId', m.body_id, 'kind', b.kind, 'function', m.function))
				from membership m join body b on b.id = m.body_id
				where m.account_id = a.id and m.from_on <= ${today()} and (m.until_on is null or m.until_on >= ${today()})), '[]') as seats
		from account a where a.id = any(${ids}) and a.state = 'active'`);
	return new Map(found.rows.map((r) => [r.id, actor(r)]));
}
const actor = ({ id, name, email, roles, seats, locale, theme, organisation_id: organisationId }: Row): Actor => ({
	id,
	name,
	email,
	organisationId,
	roles,
	seats,
	locale,
	theme
});

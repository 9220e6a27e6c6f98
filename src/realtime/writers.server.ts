/** Whose a client id is, in each room: Yjs takes two writers with one id for one, and loses text. */
import type { Database } from '#platform/database.server.ts';
import { limits } from './protocol.ts';

type Pool = Pick<Database['pool'], 'query'>;
export type Claim = { room: string; client: number; account: string; session: string; instance: string };
/** `full`: this account has claimed more ids in this room than people need in a day. */
export type Claimed = 'mine' | 'taken' | 'full';

/** Gives each client id to who asks first: one opened document of one session. */
export async function claim(pool: Pool, claims: readonly Claim[]): Promise<Claimed[]> {
	const { rows } = await pool.query<{ n: string; mine: boolean; known: boolean }>({
		name: 'live-claim',
		text: `with asked as (
				select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::uuid[]) with ordinality
					as t(room, client, account, session, instance, n)),
			each_once as (
				select *, row_number() over (partition by room, account order by n) as nth
				from (select distinct on (room, client) * from asked order by room, client, n) as o),
			claimed as (
				select w.room, w.account_id, count(*) as times from live_writer w
				join (select distinct room, account from asked) a on a.room = w.room and a.account = w.account_id
				where w.at > now() - interval '1 day' group by 1, 2),
			given as (
				insert into live_writer (room, client, account_id, session_hash, instance)
				select a.room, a.client, a.account, a.session, a.instance from each_once a
				left join claimed c on c.room = a.room and c.account_id = a.account
				where coalesce(c.times, 0) + a.nth <= $6
					or exists (select from live_writer w where w.room = a.room and w.client = a.client)
				on conflict (room, client) do update set at = now()
					where live_writer.account_id = excluded.account_id and live_writer.instance = excluded.instance
						and live_writer.session_hash = excluded.session_hash
				returning room, client, account_id, session_hash, instance)
			select a.n, coalesce(g.account_id = a.account and g.session_hash = a.session and g.instance = a.instance, false) as mine,
				g.room is not null or exists (select from live_writer w where w.room = a.room and w.client = a.client) as known
			from asked a left join given g on g.room = a.room and g.client = a.client`,
		values: [
			claims.map((c) => c.room),
			claims.map((c) => c.client),
			claims.map((c) => c.account),
			claims.map((c) => c.session),
			claims.map((c) => c.instance),
			limits.clientsPerDay
		]
	});
	const answers = new Map(rows.map((r) => [Number(r.n), r.mine ? 'mine' : r.known ? 'taken' : 'full'] as const));
	return claims.map((_, i) => answers.get(i + 1)!);
}

/** Whose these client ids are; who is asked for counts as in use. */
export async function writersOf(pool: Pool, room: string, clients: readonly number[]): Promise<Map<number, string>> {
	const { rows } = await pool.query<{ client: string; account_id: string }>({
		name: 'live-writers',
		text: 'update live_writer set at = now() where room = $1 and client = any($2::bigint[]) returning client, account_id',
		values: [room, clients]
	});
	return new Map(rows.map((r) => [Number(r.client), r.account_id]));
}

/**
 * Forgets claims that wrote nothing. A day old they belong to no open tab, as no session lasts so long and each joining
 * renews them; what such a tab left on its device claims its id again.
 */
export async function forgetUnused(pool: Pool, room: string, written: Iterable<number>): Promise<void> {
	await pool.query(
		`delete from live_writer where room = $1 and at < now() - interval '1 day' and client <> all($2::bigint[])`,
		[room, [...written]]
	);
}

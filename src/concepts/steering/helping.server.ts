/** Who can help where a measure is blocked: organisations, and by name those who answer for the programme – no case managers. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';

export type Helper = {
	/** `o:` or `a:` with the id */
	value: string;
	label: string;
	house: string;
	organisationId: string;
	accountId: string | null;
	/** who hears of it: the person, or whoever speaks for the organisation */
	tells: string[];
};
type Row = {
	id: string;
	name: string;
	people: { id: string; name: string; speaks: boolean; inside: boolean }[];
};

/** Security: case managers and officers are not offered by name; an organisation without anybody to tell is not offered. */
export async function helpersFor(tx: Transaction): Promise<Helper[]> {
	const found = await tx.execute<Row>(sql`select o.id, o.name, json_agg(json_build_object('id', a.id, 'name', a.name,
			'speaks', r.unit or r.office or s.steers, 'inside', r.works or s.sits) order by a.name) as people
		from organisation o join account a on a.organisation_id = o.id and a.state = 'active'
		cross join lateral (select coalesce(bool_or(x.role = 'responsible_unit'), false) as unit,
			coalesce(bool_or(x.role = 'coordinator'), false) as office,
			coalesce(bool_or(x.role in ('case_manager', 'officer', 'reviewer')), false) as works
			from account_role x where x.account_id = a.id) r
		cross join lateral (select count(*) > 0 as sits, coalesce(bool_or(b.kind = 'steering_committee'), false) as steers
			from membership t join body b on b.id = t.body_id where t.account_id = a.id and t.function <> 'guest'
			and t.from_on <= ${today()}::date and (t.until_on is null or t.until_on >= ${today()}::date)) s
		where o.active group by o.id, o.name order by o.name`);
	return found.rows.flatMap(({ id, name, people }): Helper[] => {
		const speak = people.filter((p) => p.speaks);
		const tells = (speak.length ? speak : people.filter((p) => p.inside)).map((p) => p.id);
		if (!tells.length) return [];
		return [
			{ value: `o:${id}`, label: name, house: name, organisationId: id, accountId: null, tells },
			...speak.map((p) => ({
				value: `a:${p.id}`,
				label: p.name,
				house: name,
				organisationId: id,
				accountId: p.id,
				tells: [p.id]
			}))
		];
	});
}

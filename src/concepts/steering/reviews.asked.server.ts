/** Who is asked about an effect beside those behind the gap: case managers who work in the regions concerned. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { mergedFamily } from '#concepts/gaps/evidence.server.ts';
import { municipalitiesOf, regionOf } from '#concepts/situation/rules.ts';

/**
 * Somebody works in a region who has reported or confirmed something there. Security: account ids for notifications
 * only; neither the list nor why somebody is on it goes to a page.
 */
export async function caseManagersAround(tx: Transaction, gapId: string): Promise<string[]> {
	const family = sql.param(await mergedFamily(tx, gapId));
	const found = await tx.execute<{ code: string }>(sql`
		select unnest(municipalities) as code from service_gap where id = any(${family}::uuid[])
		union select municipality from gap_report where gap_id = any(${family}::uuid[]) and state = 'assigned' and municipality is not null
		union select municipality from confirmation where gap_id = any(${family}::uuid[]) and municipality is not null`);
	const regions = new Set(found.rows.flatMap((r) => regionOf(r.code) ?? []));
	const towns = sql.param([...regions].flatMap(municipalitiesOf));
	if (!regions.size) return [];
	const people = await tx.execute<{ id: string }>(sql`select a.id from account a
		join account_role r on r.account_id = a.id and r.role = 'case_manager'
		where a.state = 'active' and (
			exists (select from gap_report g where g.author_id = a.id and g.state not in ('draft', 'withdrawn') and g.municipality = any(${towns}::text[]))
			or exists (select from confirmation c where c.account_id = a.id and c.municipality = any(${towns}::text[])))`);
	return people.rows.map((p) => p.id);
}

export async function gapNamed(tx: Transaction, id: string): Promise<{ number: string; title: string }> {
	const found = await tx.execute<{ number: string; title: string }>(
		sql`select number, title from service_gap where id = ${id}::uuid`
	);
	return found.rows[0]!;
}

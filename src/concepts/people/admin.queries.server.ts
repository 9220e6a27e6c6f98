/** What the administrator's pages show: people, organisations, catalogues, settings. No content. */
import { and, asc, count, eq, exists, ilike, or, sql, type SQL } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import type { Actor } from './actor.ts';
import type { CatalogueList } from './catalogues.ts';
import { may } from './policy.ts';
import type { OrganisationKind, Role } from './rules.ts';
import { settingsOf } from './settings.queries.server.ts';
import type { Settings } from './settings.ts';
import { account, accountRole, catalogueItem, organisation } from './tables.server.ts';
import type { AccountState } from './words.ts';

export type PersonShown = {
	id: string;
	name: string;
	title: string;
	email: string;
	organisation: string;
	organisationId: string;
	state: AccountState;
	roles: Role[];
	lastLoginAt: Date | null;
};
export type PeopleFilter = { q: string; role: Role | null; state: AccountState | null; page: number };
export const peoplePageSize = 25;

const rolesOfRow = sql<
	Role[]
>`coalesce((select json_agg(r.role order by r.role) from account_role r where r.account_id = ${account.id}), '[]')`;
const columns = {
	id: account.id,
	name: account.name,
	title: account.title,
	email: account.email,
	organisation: organisation.name,
	organisationId: account.organisationId,
	state: sql<AccountState>`${account.state}`,
	roles: rolesOfRow,
	lastLoginAt: account.lastLoginAt
};

export async function peopleList(
	actor: Actor,
	f: PeopleFilter
): Promise<{ people: PersonShown[]; total: number } | null> {
	if (!may(actor, 'see_people')) return null;
	return look(async (tx) => {
		const where = matching(tx, f);
		const people = await tx
			.select(columns)
			.from(account)
			.innerJoin(organisation, eq(organisation.id, account.organisationId))
			.where(where)
			.orderBy(asc(account.name), asc(account.id))
			.limit(peoplePageSize)
			.offset((f.page - 1) * peoplePageSize);
		const [all] = await tx
			.select({ total: count() })
			.from(account)
			.innerJoin(organisation, eq(organisation.id, account.organisationId))
			.where(where);
		return { people, total: all?.total ?? 0 };
	});
}

function matching(tx: Transaction, { q, role, state }: PeopleFilter): SQL | undefined {
	const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	const holds = (r: Role) =>
		exists(
			tx
				.select({ one: sql`1` })
				.from(accountRole)
				.where(and(eq(accountRole.accountId, account.id), eq(accountRole.role, r)))
		);
	return and(
		q ? or(ilike(account.name, like), ilike(account.email, like), ilike(organisation.name, like)) : undefined,
		state ? eq(account.state, state) : undefined,
		role ? holds(role) : undefined
	);
}

export async function personPage(actor: Actor, id: string): Promise<{ person: PersonShown; mayClose: boolean } | null> {
	if (!may(actor, 'see_people')) return null;
	return look(async (tx) => {
		const [person] = await tx
			.select(columns)
			.from(account)
			.innerJoin(organisation, eq(organisation.id, account.organisationId))
			.where(eq(account.id, id));
		return person ? { person, mayClose: may(actor, 'close', person) } : null;
	});
}

export type OrganisationShown = {
	id: string;
	name: string;
	shortName: string;
	kind: OrganisationKind;
	active: boolean;
	people: number;
};

export async function organisationList(actor: Actor): Promise<OrganisationShown[] | null> {
	if (!may(actor, 'manage_organisations')) return null;
	return look((tx) =>
		tx
			.select({
				id: organisation.id,
				name: organisation.name,
				shortName: organisation.shortName,
				kind: sql<OrganisationKind>`${organisation.kind}`,
				active: organisation.active,
				people: sql<number>`(select count(*)::int from account a where a.organisation_id = ${organisation.id} and a.state <> 'closed')`
			})
			.from(organisation)
			.orderBy(asc(organisation.name))
	);
}

export const settingsPage = (actor: Actor): Promise<Settings | null> =>
	may(actor, 'change_settings') ? look(settingsOf) : Promise.resolve(null);

export type ItemShown = typeof catalogueItem.$inferSelect;
export async function catalogueItems(actor: Actor, list: CatalogueList): Promise<ItemShown[] | null> {
	if (!may(actor, 'edit_catalogues')) return null;
	return look((tx) =>
		tx.select().from(catalogueItem).where(eq(catalogueItem.list, list)).orderBy(asc(catalogueItem.position))
	);
}

/** One entry, so that the page that edits it does not load a whole list. */
export async function catalogueEntry(actor: Actor, list: CatalogueList, code: string): Promise<ItemShown | null> {
	if (!may(actor, 'edit_catalogues')) return null;
	const where = and(eq(catalogueItem.list, list), eq(catalogueItem.code, code));
	return (await look((tx) => tx.select().from(catalogueItem).where(where)))[0] ?? null;
}

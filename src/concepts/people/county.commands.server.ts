/** What the administrator sets for the county: organisations, settings, labels of catalogues. */
import { and, eq, sql } from 'drizzle-orm';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Transaction } from '#platform/change.server.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import type { Actor } from './actor.ts';
import { forgetCatalogues } from './catalogues.queries.server.ts';
import type { CatalogueList } from './catalogues.ts';
import { may } from './policy.ts';
import type { OrganisationKind } from './rules.ts';
import { forgetSettings, settingsOf } from './settings.queries.server.ts';
import { settingKeys, type Settings } from './settings.ts';
import { catalogueItem, organisation, setting } from './tables.server.ts';

/** Settings and catalogue entries have keys, not ids; in the log they stand under these. */
const allSettings = { type: 'setting', id: '00000000-0000-4000-8000-000000000001' };
const allCatalogues = { type: 'catalogue_item', id: '00000000-0000-4000-8000-000000000002' };

export type OrganisationDetails = { name: string; shortName: string; kind: OrganisationKind; active: boolean };
const taken = () => [{ field: 'name', message: m.people_organisation_name_taken() }];

export async function createOrganisation(actor: Actor, o: OrganisationDetails): Promise<Result<string>> {
	return change(actor, async ({ tx, record }) => {
		if (!may(actor, 'manage_organisations')) return no('forbidden');
		await oneName(tx);
		const [row] = await tx.insert(organisation).values(o).onConflictDoNothing().returning({ id: organisation.id });
		if (!row) return no('conflict', taken());
		record('organisation.create', { type: 'organisation', id: row.id }, { kind: o.kind });
		return yes(row.id);
	});
}

/** Whoever gives an organisation a name is waited for: two with the same one at once would break the second. */
const oneName = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisation.name'))`);

/** A deactivated organisation keeps its people and contributions; nobody new joins it. */
export async function editOrganisation(actor: Actor, id: string, o: OrganisationDetails): Promise<Result<null>> {
	return change(actor, async ({ tx, record }) => {
		if (!may(actor, 'manage_organisations')) return no('not_found');
		await oneName(tx);
		const [same] = await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.name, o.name));
		if (same && same.id !== id) return no('conflict', taken());
		const changed = await tx
			.update(organisation)
			.set(o)
			.where(eq(organisation.id, id))
			.returning({ id: organisation.id });
		if (!changed.length) return no('not_found');
		record('organisation.edit', { type: 'organisation', id }, { kind: o.kind, active: o.active });
		return yes(null);
	});
}

/** Stores what differs from what stands; texts appear in the log by key only. */
export async function changeSettings(actor: Actor, values: Settings): Promise<Result<string[]>> {
	const answer = await change<string[]>(actor, async ({ tx, record }) => {
		if (!may(actor, 'change_settings')) return no('forbidden');
		const before = await settingsOf(tx);
		const changed = settingKeys.filter((key) => before[key] !== values[key]);
		for (const key of changed) {
			const value = values[key];
			await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
		}
		const data: EventData = {};
		for (const key of changed) data[key] = typeof values[key] === 'string' ? true : values[key];
		record('setting.change', allSettings, data);
		return yes(changed);
	});
	if (answer.ok) forgetSettings();
	return answer;
}

export type ItemDetails = { labelDe: string; labelEn: string; helpDe: string; helpEn: string; active: boolean };

/** Labels and help change, codes never do. */
export async function editCatalogueItem(
	actor: Actor,
	list: CatalogueList,
	code: string,
	o: ItemDetails
): Promise<Result<null>> {
	const answer = await change<null>(actor, async ({ tx, record }) => {
		if (!may(actor, 'edit_catalogues')) return no('not_found');
		const one = and(eq(catalogueItem.list, list), eq(catalogueItem.code, code));
		const changed = await tx.update(catalogueItem).set(o).where(one).returning({ code: catalogueItem.code });
		if (!changed.length) return no('not_found');
		record('catalogue_item.edit', allCatalogues, { list, code, active: o.active });
		return yes(null);
	});
	if (answer.ok) forgetCatalogues();
	return answer;
}

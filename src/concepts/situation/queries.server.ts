/** The one way to the figures of the situation picture: page, chart, map, export and JSON all ask here. */
import { getLocale } from '#i18n/paraglide/runtime.js';
import { look, type Transaction } from '#platform/change.server.ts';
import { halfYearOf, isDay, today } from '#platform/clock.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import type { CatalogueItem, CatalogueList } from '#concepts/people/catalogues.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { sql } from 'drizzle-orm';
import { changesSince, type Changes } from './changes.server.ts';
import type { CountyMap } from './map.ts';
import { noFilter, pictureOf, type Filter, type Head, type Labels, type Picture } from './picture.ts';
import { may } from './policy.ts';
import { coarsened } from './rules.ts';
import { storedMap, tranches, type Tranche } from './store.server.ts';
import { daysToDecision, type Quartiles } from './times.server.ts';

export type Situation = {
	picture: Picture;
	filter: Filter;
	threshold: number;
	/** Last day that counts; null while nothing was published. */
	throughOn: string | null;
	halfYears: string[];
	labels: Labels;
	/** Empty for those who may not ask by house. */
	organisations: Head[];
	times: Quartiles;
};
export type SituationPage = Situation & { map: CountyMap | null; changes: Changes | null };

/** Null for those who do not read the register. What one may not ask for is not asked. */
export const situation = (actor: Actor, asked: Filter): Promise<Situation | null> =>
	may(actor, 'read') ? look((tx) => situationIn(tx, actor, asked)) : Promise.resolve(null);

/** The picture alone, as it stands now: neither times nor houses are looked up. */
export const pictureNow = (actor: Actor): Promise<Picture | null> =>
	may(actor, 'read')
		? look(async (tx) => (await situationOn(tx, today(), getLocale())).picture)
		: Promise.resolve(null);

/** `since`: a day, or '' for no look back. */
export const situationPage = (actor: Actor, asked: Filter, since: string): Promise<SituationPage | null> =>
	!may(actor, 'read')
		? Promise.resolve(null)
		: look(async (tx) => ({
				...(await situationIn(tx, actor, asked)),
				map: await storedMap(tx),
				changes: isDay(since) ? await changesSince(tx, since) : null
			}));

/**
 * The figures as they stood on a day: what was published later is not in them. For papers, which are German and say no more
 * than the page does to all who read it.
 */
export async function situationOn(
	tx: Transaction,
	day: string,
	locale: 'de' | 'en' = 'de'
): Promise<Pick<Situation, 'picture' | 'threshold' | 'throughOn'>> {
	const { minimumCellSize: threshold } = await settingsOf(tx);
	const published = (await tranches(tx)).filter((t) => t.throughOn <= day);
	const halfYears = [...new Set(published.map((t) => halfYearOf(t.throughOn)))];
	const picture = pictureOf(classesIn(published, threshold), noFilter, await labelsIn(tx, locale), halfYears);
	return { picture, threshold, throughOn: published.at(-1)?.throughOn ?? null };
}

const classesIn = (published: readonly Tranche[], threshold: number) =>
	published.flatMap((t) => coarsened(t.classes, threshold).map((c) => ({ ...c, halfYear: halfYearOf(t.throughOn) })));

async function situationIn(tx: Transaction, actor: Actor, asked: Filter): Promise<Situation> {
	const mayAskHouses = may(actor, 'ask_by_organisation');
	const filter = mayAskHouses ? asked : { ...asked, organisation: '' };
	const { minimumCellSize: threshold } = await settingsOf(tx);
	const published = await tranches(tx);
	const classes = classesIn(published, threshold);
	const labels = await labelsIn(tx, getLocale());
	const halfYears = [...new Set(published.map((t) => halfYearOf(t.throughOn)))];
	return {
		picture: pictureOf(classes, filter, labels, halfYears),
		filter,
		threshold,
		throughOn: published.at(-1)?.throughOn ?? null,
		halfYears,
		labels,
		organisations: mayAskHouses ? await houses(tx, new Set(classes.map((c) => c.organisationId))) : [],
		times: await daysToDecision(tx, filter, threshold)
	};
}

const lists = {
	legalDomain: 'legalDomain',
	gapType: 'gapType',
	phase: 'integrationPhase',
	municipality: 'municipality',
	region: 'region'
} as const satisfies Record<keyof Labels, CatalogueList>;
async function labelsIn(tx: Transaction, locale: 'de' | 'en'): Promise<Labels> {
	const found = {} as Labels;
	const label = (i: CatalogueItem) => (locale === 'de' ? i.labelDe : i.labelEn);
	for (const [name, list] of Object.entries(lists) as [keyof Labels, CatalogueList][])
		found[name] = (await itemsOf(list, tx)).map((i) => ({ code: i.code, label: label(i) }));
	return found;
}

async function houses(tx: Transaction, said: ReadonlySet<string | null>): Promise<Head[]> {
	const found = await tx.execute<{ code: string; label: string }>(
		sql`select id::text as code, name as label from organisation order by name`
	);
	return found.rows.filter((o) => said.has(o.code));
}

export const mapPage = (actor: Actor): Promise<{ map: CountyMap | null } | null> =>
	may(actor, 'bring_map') ? look(async (tx) => ({ map: await storedMap(tx) })) : Promise.resolve(null);

/** The county grown large: who and what there is, kept while its rows are being made. */
import { sql } from 'drizzle-orm';
import { deliveredCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import type { CatalogueList } from '#concepts/people/catalogues.ts';
import { demoAddress, type CastKey } from '#demo/cast.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { randomFrom, type Random } from './random.ts';
import { wordsFrom, type Words } from './words.ts';

export type Person = { id: string; organisationId: string };
export type Body = { id: string; kind: string; members: Person[] };
export type PlannedEvent = {
	at: Date;
	actorId: string;
	kind: string;
	thingType: string;
	thingId: string;
	data: EventData;
};
export type County = {
	db: Db;
	r: Random;
	w: Words;
	/** This many days before now; less than none lies ahead. */
	ago(days: number): Date;
	/** The day as 'YYYY-MM-DD'. */
	dayAgo(days: number): string;
	codes(list: CatalogueList): string[];
	/** The next free number of a series, above those of the play world: number('L', at, '-') → 'L-2019-1001'. */
	number(prefix: string, at: Date): string;
	series: Map<string, number>;
	cast: Map<CastKey, Person>;
	/** Those who report; those who carry out measures. */
	reporters: Person[];
	units: Person[];
	office: Person[];
	groups: Body[];
	committee: Body;
	events: PlannedEvent[];
	note(at: Date, actorId: string, kind: string, thingId: string, data?: EventData, thingType?: string): void;
};

const dayMs = 86_400_000;
/** Numbers of the grown county begin here, so that they do not meet those of the play world. */
const firstNumber = 1000;

export async function countyIn(db: Db): Promise<County> {
	const r = randomFrom(20_261_125);
	const now = Date.now();
	const ago = (days: number) => new Date(now - Math.round(days * dayMs));
	const lists = Map.groupBy(deliveredCatalogues, (item) => item.list);
	const series = new Map<string, number>();
	const events: PlannedEvent[] = [];
	const found = await db.execute<{ key: string; id: string; organisationId: string }>(
		sql`select split_part(email, '@', 1) as key, id, organisation_id as "organisationId" from account`
	);
	const cast = new Map(found.rows.map(({ key, ...person }) => [key as CastKey, person]));
	if (!cast.has('koordination')) throw new Error(`the play world comes first: no ${demoAddress('koordination')}`);
	const bodies = await db.execute<{ id: string; kind: string }>(sql`select id, kind from body order by created_at, id`);
	const committee = bodies.rows.find((b) => b.kind === 'steering_committee')!;
	return {
		db,
		r,
		w: wordsFrom(r),
		ago,
		dayAgo: (days) => ago(days).toISOString().slice(0, 10),
		codes: (list) => (lists.get(list) ?? []).map((item) => item.code),
		number(prefix, at) {
			const name = `${prefix}-${at.getUTCFullYear()}`;
			const n = (series.get(name) ?? firstNumber) + 1;
			series.set(name, n);
			return `${name}-${n}`;
		},
		series,
		cast,
		reporters: [cast.get('fallmanagement-a')!, cast.get('fallmanagement-b')!, cast.get('fachkraft')!],
		units: [cast.get('federfuehrung')!],
		office: [cast.get('koordination')!, cast.get('koordination-2')!],
		groups: bodies.rows.filter((b) => b.kind !== 'steering_committee').map((b) => ({ ...b, members: [] })),
		committee: { ...committee, members: [cast.get('vorsitz')!, cast.get('lenkung')!] },
		events,
		note: (at, actorId, kind, thingId, data = {}, thingType = kind.split('.')[0]!) =>
			void events.push({ at, actorId, kind, thingType, thingId, data })
	};
}

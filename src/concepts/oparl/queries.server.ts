/** What the interface answers: the system, the county, lists and objects, as the reader may see them. */
import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { baseUrl } from '#platform/env.server.ts';
import { addressesAt } from './addresses.ts';
import { listBody, type Asked, type ListBody } from './listing.rules.ts';
import { pageOf, rowsOf, rowsWhere } from './listing.queries.server.ts';
import { inOrder, titleOf } from './mapping.meetings.ts';
import { countyOf, systemOf, type Oparl } from './mapping.ts';
import { objectsOf } from './objects.server.ts';
import { readerOf, seesBodies, seesCounty, type Reader } from './policy.ts';
import {
	countyId,
	fileOf,
	type BodyListType,
	type FileKind,
	type FileSource,
	type ItemSource,
	type ListType,
	type ObjectType,
	type PaperSource
} from './rules.ts';
import { sourceOf } from './sources.server.ts';

type Asking = { tx: Transaction; reader: Reader; county: { name: string; created: Date; modified: Date } };
const asked = <T>(actor: Actor, run: (a: Asking) => Promise<T>): Promise<T> =>
	look(async (tx) => {
		const settings = await settingsOf(tx);
		// as old as the log, changed with the settings
		const found = await tx.execute<{ created: string | null; modified: string | null }>(sql`select
			(select e.at from event e order by e.id limit 1) as created,
			(select max(e.at) from event e where e.thing_type = 'setting') as modified`);
		const created = new Date(found.rows[0]?.created ?? 0);
		const modified = new Date(found.rows[0]?.modified ?? created);
		return run({ tx, reader: readerOf(actor, settings), county: { name: settings.countyName, created, modified } });
	});
const at = () => addressesAt(baseUrl());

export const system = (actor: Actor): Promise<Oparl> =>
	asked(actor, ({ reader, county }) => Promise.resolve(systemOf(at(), county, seesCounty(reader))));

/** The list that the system points to: the county, or nothing for those who may not know it. */
export const counties = (actor: Actor, o: Asked): Promise<ListBody> =>
	asked(actor, ({ reader, county }) => {
		const is = (from: Date | null, until: Date | null, instant: Date): boolean =>
			(!from || instant >= from) && (!until || instant <= until);
		const there =
			seesCounty(reader) &&
			!o.after &&
			is(o.createdSince, o.createdUntil, county.created) &&
			is(o.modifiedSince, o.modifiedUntil, county.modified);
		const rows = there ? [countyOf(at(), county, o)] : [];
		return Promise.resolve(listBody(at().counties, o, { rows, total: rows.length, next: null }));
	});

export const countyObject = (actor: Actor, id: string): Promise<Oparl | null> =>
	asked(actor, ({ reader, county }) =>
		Promise.resolve(id === countyId && seesCounty(reader) ? countyOf(at(), county, { omitInternal: false }) : null)
	);

/** A list of the county; null where it does not exist for this reader. */
export const countyList = (actor: Actor, id: string, type: ListType, o: Asked): Promise<ListBody | null> =>
	asked(actor, async (a) => (id === countyId && seesCounty(a.reader) ? listOf(a, type, at().list(type), o) : null));

/** The meetings or consultations of one body. */
export const bodyList = (actor: Actor, id: string, type: BodyListType, o: Asked): Promise<ListBody | null> =>
	asked(actor, async (a) => {
		if (!seesBodies(a.reader) || !(await rowsOf(a.tx, 'organization', a.reader, [id])).length) return null;
		return listOf(a, type, at().bodyList(id, type), o, sql`s."bodyId" = ${id}`);
	});

async function listOf({ tx, reader }: Asking, type: ListType, url: string, o: Asked, more?: SQL): Promise<ListBody> {
	const page = await pageOf(tx, type, reader, o, more);
	const rows = type === 'legislative-term' ? [] : await objectsOf({ tx, reader, at: at() }, type, page.rows, o);
	return listBody(url, o, { ...page, rows });
}

/** Null where it does not exist for this reader; what was withdrawn exists, and says so. */
export const object = (actor: Actor, type: ObjectType, id: string): Promise<Oparl | null> =>
	asked(actor, async ({ tx, reader }) => {
		const rows = await rowsOf(tx, type, reader, [id]);
		const [made] = await objectsOf({ tx, reader, at: at() }, type, rows, { omitInternal: false, alone: true });
		return made ?? null;
	});

/** Which file it is, for those who may read it; what was withdrawn is none. */
export const fileFor = (actor: Actor, id: string): Promise<{ kind: FileKind; of: string } | null> =>
	asked(actor, async ({ tx, reader }) => {
		const [row] = await rowsOf<FileSource>(tx, 'file', reader, [id]);
		return row && !row.deleted ? fileOf(id) : null;
	});

/** What the file of a paper says: the version that was frozen last, as the reader may see it. */
export const frozenPaper = (actor: Actor, id: string) =>
	asked(actor, async ({ tx, reader, county }) => {
		const [row] = await rowsOf<PaperSource>(tx, 'paper', reader, [id]);
		return row && !row.deleted ? { county: county.name, number: row.number, frozen: row.frozen } : null;
	});

/** What the paper of an agenda says: the meeting, and its items as they are released. */
export const invitedAgenda = (actor: Actor, meetingId: string) =>
	asked(actor, async ({ tx, reader, county }) => {
		const found = await tx.execute<{
			title: string;
			startsAt: string;
			endsAt: string;
			place: string;
			bodyName: string;
		}>(
			sql`select s.title, s."startsAt", s."endsAt", s.place, s."bodyName" from (${sourceOf('meeting', reader)}) s where s.id = ${meetingId}`
		);
		const items = await rowsWhere<ItemSource>(tx, 'agenda-item', reader, sql`s."meetingId" = ${meetingId}`);
		const row = found.rows[0];
		return row ? { ...row, county: county.name, items: inOrder(items).map(titleOf) } : null;
	});

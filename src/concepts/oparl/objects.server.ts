/** Rows as objects, with what belongs into them: one further statement a type at most, however many rows. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Addresses } from './addresses.ts';
import { checksumOf } from './checksum.server.ts';
import { rowsWhere } from './listing.queries.server.ts';
import { itemOf, meetingFile, meetingOf, placesIn } from './mapping.meetings.ts';
import {
	consultationOf,
	locationOf,
	membershipOf,
	organizationOf,
	paperFile,
	paperOf,
	personOf,
	type Oparl
} from './mapping.ts';
import { seesBodies, type Reader } from './policy.ts';
import type {
	ConsultationSource,
	FileSource,
	ItemSource,
	LocationSource,
	MeetingSource,
	ObjectType,
	OrganizationSource,
	PaperFileSource,
	PaperSource,
	SeatSource,
	Stamped
} from './rules.ts';

type Here = { tx: Transaction; reader: Reader; at: Addresses };
/** Objects in lists and alone lead back to what they belong to; those inside others do not. */
type Shape = { omitInternal: boolean; alone?: boolean };

export async function objectsOf(here: Here, type: ObjectType, rows: readonly Stamped[], o: Shape): Promise<Oparl[]> {
	const { at } = here;
	switch (type) {
		case 'organization':
			return (rows as OrganizationSource[]).map((r) => organizationOf(at, r, seesBodies(here.reader)));
		case 'person':
			return (rows as SeatSource[]).map((r) => personOf(at, r, o));
		case 'membership':
			return (rows as SeatSource[]).map((r) => membershipOf(at, r, true));
		case 'location':
			return (rows as LocationSource[]).map((r) => locationOf(at, r, true));
		case 'file':
			return (rows as FileSource[]).map((r) =>
				isOfPaper(r) ? paperFile(at, r, checksumOf, true) : meetingFile(at, r, true)
			);
		case 'consultation':
			return (rows as ConsultationSource[]).map((r) => consultationOf(at, r, true));
		case 'paper':
			return papers(here, rows as PaperSource[]);
		case 'meeting':
			return meetings(here, rows as MeetingSource[], o);
		case 'agenda-item':
			return items(here, rows as ItemSource[]);
	}
}

const isOfPaper = (f: FileSource): f is PaperFileSource => f.kind === 'paper' || f.kind === 'sheet';

const of = (column: string, ids: readonly string[]) =>
	sql`s.${sql.identifier(column)} = any(${sql.param([...new Set(ids)])}::text[])`;

async function papers({ tx, reader, at }: Here, rows: PaperSource[]): Promise<Oparl[]> {
	const ids = rows.map((r) => r.id);
	const all = ids.length ? await rowsWhere<ConsultationSource>(tx, 'consultation', reader, of('paperId', ids)) : [];
	const sheets = ids.length
		? await rowsWhere<PaperFileSource>(
				tx,
				'file',
				reader,
				sql`s.kind = 'sheet' and s.papers ?| ${sql.param(ids)}::text[]`
			)
		: [];
	return rows.map((r) =>
		paperOf(at, r, {
			checksumOf,
			consultations: all.filter((c) => c.paperId === r.id),
			sheets: sheets.filter((f) => f.papers.includes(r.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
		})
	);
}

const agendaOf = ({ tx, reader }: Here, meetingIds: readonly string[]): Promise<ItemSource[]> =>
	meetingIds.length
		? rowsWhere<ItemSource>(tx, 'agenda-item', reader, of('meetingId', meetingIds))
		: Promise.resolve([]);

async function meetings(here: Here, rows: MeetingSource[], o: Shape): Promise<Oparl[]> {
	const agenda = o.omitInternal
		? []
		: await agendaOf(
				here,
				rows.map((r) => r.id)
			);
	const byMeeting = Map.groupBy(agenda, (i) => i.meetingId);
	return rows.map((r) => meetingOf(here.at, r, byMeeting.get(r.id) ?? [], o));
}

async function items(here: Here, rows: ItemSource[]): Promise<Oparl[]> {
	const agenda = await agendaOf(
		here,
		rows.map((r) => r.meetingId)
	);
	const places = new Map([...Map.groupBy(agenda, (i) => i.meetingId).values()].flatMap((of) => [...placesIn(of)]));
	return rows.map((r) => itemOf(here.at, r, places.get(r.id) ?? 0, true));
}

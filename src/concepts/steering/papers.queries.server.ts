/** What the page of papers shows: what was built, for whom, when, how far it is – and what can be built. */
import { count, desc, eq, sql, type SQL } from 'drizzle-orm';
import { readable as readableCases } from '#concepts/cases/rules.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import { chairs, has, isMemberOf, isOffice, type Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { readable } from './directory.rights.server.ts';
import { inGerman } from './papers.parts.ts';
import { columns } from './papers.store.server.ts';
import { paperBuild } from './papers.tables.server.ts';
import { kindWords } from './papers.words.ts';
import { mayReadPaper, maySteer } from './policy.ts';

export const paperPageSize = 20;
const mostSittings = 12;

/** Built while its meeting was a draft: such a paper stays with those who prepare it. */
const madeInDraft = sql<boolean>`coalesce((${paperBuild.source} -> 'meeting' ->> 'isDraft')::boolean, false)`;

/** policy.ts `mayReadPaper` as a condition; a test holds both together. */
function seenBy(a: Actor): SQL {
	if (isOffice(a)) return sql`true`;
	const seats = sql.param(a.seats.filter((s) => isMemberOf(a, s.bodyId)).map((s) => s.bodyId));
	const chaired = sql.param(a.seats.filter((s) => chairs(a, s.bodyId)).map((s) => s.bodyId));
	return sql`(${paperBuild.meetingId} is null or (${paperBuild.bodyId} = any(${seats}::uuid[]) and ${readable(a).meeting}
		and (not ${madeInDraft} or ${paperBuild.bodyId} = any(${chaired}::uuid[]))))`;
}

/** So many analyses that it was to speak of are not in it, or no longer to be read. */
const missing = sql<number>`(select count(*)::int from paper_case pc join case_analysis ca on ca.id = pc.case_id
	where pc.paper_id = ${paperBuild.id} and ca.state <> all(${sql.param([...readableCases])}::text[]))`;

const buildsIn = (tx: Transaction, a: Actor, page: number) =>
	tx
		.select({ ...columns, missing, by: account.name, meeting: meeting.title, committee: body.name })
		.from(paperBuild)
		.innerJoin(account, eq(account.id, paperBuild.orderedBy))
		.leftJoin(meeting, eq(meeting.id, paperBuild.meetingId))
		.leftJoin(body, eq(body.id, paperBuild.bodyId))
		.where(seenBy(a))
		.orderBy(desc(paperBuild.orderedAt), desc(paperBuild.id))
		.limit(paperPageSize)
		.offset((page - 1) * paperPageSize);
export type BuildRow = Awaited<ReturnType<typeof buildsIn>>[number];

const nothing = {
	steers: false,
	rows: [] as BuildRow[],
	total: 0,
	sittings: [] as Awaited<ReturnType<typeof sittingsFor>>,
	units: [] as { id: string; name: string }[]
};

/** Null for those who have no business with papers; a responsible unit finds the way to its own extract. */
export async function papersPage(actor: Actor, page: number) {
	const unit = has(actor, 'responsible_unit');
	if (!maySteer(actor)) return unit ? { ...nothing, unit } : null;
	return look(async (tx) => {
		const [all] = await tx
			.select({ n: count() })
			.from(paperBuild)
			.leftJoin(meeting, eq(meeting.id, paperBuild.meetingId))
			.where(seenBy(actor));
		return {
			steers: true,
			unit,
			rows: await buildsIn(tx, actor, page),
			total: all?.n ?? 0,
			sittings: await sittingsFor(tx, actor),
			units: await unitsWithMeasures(tx)
		};
	});
}

/** Meetings of committees, the latest first. */
async function sittingsFor(tx: Transaction, a: Actor) {
	const seats = sql.param(a.seats.filter((s) => isMemberOf(a, s.bodyId)).map((s) => s.bodyId));
	const own = isOffice(a) ? sql`true` : sql`(meeting.body_id = any(${seats}::uuid[]) and ${readable(a).meeting})`;
	const found = await tx.execute<{ id: string; title: string; startsOn: string; decisions: number }>(sql`
		select meeting.id, meeting.title, to_char(meeting.starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "startsOn",
			(select count(*)::int from decision d where d.meeting_id = meeting.id) as decisions
		from meeting join body b on b.id = meeting.body_id
		where b.kind = 'steering_committee' and meeting.state <> 'cancelled' and ${own}
		order by meeting.starts_at desc limit ${mostSittings}`);
	return found.rows;
}

const unitsWithMeasures = async (tx: Transaction) =>
	(
		await tx.execute<{ id: string; name: string }>(sql`select o.id, o.name from organisation o
			where exists (select from measure m where m.organisation_id = o.id) order by o.name`)
	).rows;

export type PaperFile = { name: string; content: Uint8Array; caseIds: string[] };
/** The bytes as they were kept; null where it is hidden, not ready, or gone since an analysis in it was recalled. */
export const paperFile = (actor: Actor, id: string): Promise<PaperFile | null> =>
	look(async (tx) => {
		if (!isId(id)) return null;
		const [row] = await tx
			.select({
				kind: paperBuild.kind,
				bodyId: paperBuild.bodyId,
				keyOn: paperBuild.keyOn,
				content: paperBuild.content,
				meetingState: meeting.state,
				draft: madeInDraft
			})
			.from(paperBuild)
			.leftJoin(meeting, eq(meeting.id, paperBuild.meetingId))
			.where(eq(paperBuild.id, id));
		if (
			!row?.content ||
			!mayReadPaper(actor, { bodyId: row.bodyId, isDraft: row.draft || row.meetingState === 'draft' })
		)
			return null;
		const cases = await tx.execute<{ id: string }>(
			sql`select case_id as id from paper_case where paper_id = ${id}::uuid and included order by 1`
		);
		return {
			name: `${kindWords[row.kind]({}, inGerman)} ${row.keyOn}`,
			content: row.content,
			caseIds: cases.rows.map((r) => r.id)
		};
	});

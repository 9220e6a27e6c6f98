/** SQL of papers that are built: order, lock, follow the progress, keep the file as long as nothing in it is recalled. */
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { body } from '#concepts/bodies/tables.server.ts';
import { readable } from '#concepts/cases/rules.ts';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import type { MeetingState } from '#concepts/meetings/rules.ts';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { PaperKind, PaperState } from './papers.rules.ts';
import { sourceFormat, type PaperSource } from './papers.source.ts';
import { paperBuild, paperCase } from './papers.tables.server.ts';

/** Without the bytes, which only a download reads. */
export const columns = {
	id: paperBuild.id,
	kind: paperBuild.kind,
	bodyId: paperBuild.bodyId,
	meetingId: paperBuild.meetingId,
	keyOn: paperBuild.keyOn,
	state: paperBuild.state,
	done: paperBuild.done,
	orderedAt: paperBuild.orderedAt,
	finishedAt: paperBuild.finishedAt,
	hash: paperBuild.hash,
	pages: paperBuild.pages,
	size: paperBuild.size
};
export type Build = Pick<
	typeof paperBuild.$inferSelect,
	'id' | 'kind' | 'bodyId' | 'meetingId' | 'keyOn' | 'state' | 'done'
> & { source: PaperSource | null };
/** What a paper can be about: a meeting of a steering committee. */
export type Sitting = { id: string; bodyId: string; state: MeetingState };

export async function sittingOf(tx: Transaction, id: string): Promise<Sitting | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({ id: meeting.id, bodyId: meeting.bodyId, state: meeting.state })
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(and(eq(meeting.id, id), eq(body.kind, 'steering_committee')));
	return row ?? null;
}

export type Order = {
	kind: PaperKind;
	bodyId: string | null;
	meetingId: string | null;
	keyOn: string;
	orderedBy: string;
	source: PaperSource | null;
};
/** Null where one of the same is under way: a partial index makes two clicks one build. */
export async function insert(tx: Transaction, order: Order): Promise<string | null> {
	const rows = await tx
		.insert(paperBuild)
		.values({ ...order, orderedAt: now() })
		.onConflictDoNothing()
		.returning({ id: paperBuild.id });
	return rows[0]?.id ?? null;
}

export async function underWay(
	tx: Transaction,
	o: Pick<Order, 'kind' | 'meetingId' | 'keyOn'>
): Promise<string | null> {
	const [row] = await tx
		.select({ id: paperBuild.id })
		.from(paperBuild)
		.where(
			and(
				eq(paperBuild.kind, o.kind),
				o.meetingId ? eq(paperBuild.meetingId, o.meetingId) : undefined,
				eq(paperBuild.keyOn, o.keyOn),
				inArray(paperBuild.state, ['queued', 'building'])
			)
		);
	return row?.id ?? null;
}

/** What an earlier dossier with the same key date was made of. */
export async function sourceOfKey(tx: Transaction, kind: PaperKind, keyOn: string): Promise<PaperSource | null> {
	const [row] = await tx
		.select({ source: paperBuild.source })
		.from(paperBuild)
		.where(and(eq(paperBuild.kind, kind), eq(paperBuild.keyOn, keyOn), isNotNull(paperBuild.source)))
		.orderBy(desc(paperBuild.orderedAt))
		.limit(1);
	return current(row?.source ?? null);
}
/** One of an older shape is no source any more. */
const current = (source: PaperSource | null): PaperSource | null => (source?.format === sourceFormat ? source : null);

export async function find(
	tx: Transaction,
	id: string
): Promise<(Build & { meetingState: MeetingState | null }) | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({ ...columns, source: paperBuild.source, meetingState: meeting.state })
		.from(paperBuild)
		.leftJoin(meeting, eq(meeting.id, paperBuild.meetingId))
		.where(eq(paperBuild.id, id));
	return row ? { ...row, source: current(row.source) } : null;
}

export async function lock(tx: Transaction, id: string): Promise<Build | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({ ...columns, source: paperBuild.source })
		.from(paperBuild)
		.where(eq(paperBuild.id, id))
		.for('update');
	return row ? { ...row, source: current(row.source) } : null;
}

export const set = (
	tx: Transaction,
	id: string,
	values: Partial<
		Pick<
			typeof paperBuild.$inferInsert,
			'state' | 'done' | 'source' | 'content' | 'hash' | 'pages' | 'size' | 'finishedAt'
		>
	>
) => tx.update(paperBuild).set(values).where(eq(paperBuild.id, id));

/** The analyses it is to speak of, once. */
export async function keepCases(tx: Transaction, paperId: string, caseIds: readonly string[]): Promise<void> {
	const rows = caseIds.map((caseId) => ({ paperId, caseId }));
	if (rows.length) await tx.insert(paperCase).values(rows).onConflictDoNothing();
}

/**
 * Those of them that may be read, held until the transaction ends: whoever recalls one waits, and then finds the paper that
 * holds it. In the order of their ids, before any paper is locked, as a recall locks the analysis first.
 */
export async function heldCases(tx: Transaction, caseIds: readonly string[]): Promise<string[]> {
	if (!caseIds.length) return [];
	const rows = await tx
		.select({ id: caseAnalysis.id })
		.from(caseAnalysis)
		.where(and(inArray(caseAnalysis.id, [...caseIds]), inArray(caseAnalysis.state, [...readable])))
		.orderBy(caseAnalysis.id)
		.for('share');
	return rows.map((r) => r.id);
}

export async function include(tx: Transaction, paperId: string, caseIds: readonly string[]): Promise<void> {
	await tx
		.update(paperCase)
		.set({ included: sql`${paperCase.caseId} = any(${sql.param([...caseIds])}::uuid[])` })
		.where(eq(paperCase.paperId, paperId));
}

/** Ordered, or begun by a process that is no more: a job that is there already is not sent twice. */
export const waiting = async (tx: Transaction): Promise<string[]> =>
	(
		await tx
			.select({ id: paperBuild.id })
			.from(paperBuild)
			.where(inArray(paperBuild.state, ['queued', 'building'] satisfies PaperState[]))
			.orderBy(paperBuild.orderedAt)
			.limit(100)
	).map((r) => r.id);

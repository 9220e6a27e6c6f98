/** SQL of proposals: find, lock, insert, set state, freeze a version, link gaps. */
import { createHash } from 'node:crypto';
import { and, eq, max, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import { nextIn, type Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { isGuestOf, isInside, isMemberOf, isOffice, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { organisation } from '#concepts/people/tables.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import { emptyOutline, outlineParts, over, released, type Content, type ProposalState } from './rules.ts';
import { dissentsOf, frozenStatements } from './statements.store.server.ts';
import { proposal, proposalGap, proposalVersion } from './tables.server.ts';

export type Proposal = Omit<typeof proposal.$inferSelect, 'state'> & { state: ProposalState };
export type { Content } from './rules.ts';
export type Version = typeof proposalVersion.$inferSelect;

export async function lock(tx: Transaction, id: string): Promise<Proposal | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(proposal).where(eq(proposal.id, id)).for('update');
	return row ? (row as Proposal) : null;
}

export async function find(tx: Transaction, id: string): Promise<Proposal | null> {
	if (!isId(id)) return null;
	const [row] = await tx.select().from(proposal).where(eq(proposal.id, id));
	return row ? (row as Proposal) : null;
}

export async function insert(
	tx: Transaction,
	p: { bodyId: string; mandateId: string | null; title: string; createdBy: string }
): Promise<Proposal> {
	const { proposalPrefix } = await settingsOf(tx);
	const series = `${proposalPrefix}-${today().slice(0, 4)}`;
	const number = `${series}-${String(await nextIn(tx, series)).padStart(3, '0')}`;
	const at = now();
	const [row] = await tx
		.insert(proposal)
		.values({ ...p, number, outline: emptyOutline, createdAt: at, updatedAt: at })
		.returning();
	return row as Proposal;
}

/** False when somebody else has changed the state meanwhile. */
export async function setState(
	tx: Transaction,
	p: Proposal,
	to: ProposalState,
	also: Partial<typeof proposal.$inferInsert> = {}
): Promise<boolean> {
	const rows = await tx
		.update(proposal)
		.set({ ...also, state: to, updatedAt: now() })
		.where(and(eq(proposal.id, p.id), eq(proposal.state, p.state)))
		.returning({ id: proposal.id });
	return rows.length === 1;
}

/** Another text, and with it another revision. */
export async function write(tx: Transaction, id: string, content: Content): Promise<Proposal> {
	const [row] = await tx
		.update(proposal)
		.set({ ...content, revision: sql`${proposal.revision} + 1`, updatedAt: now() })
		.where(eq(proposal.id, id))
		.returning();
	return row as Proposal;
}

export async function gapsOf(tx: Transaction, proposalId: string): Promise<{ id: string; state: GapState }[]> {
	const rows = await tx
		.select({ id: serviceGap.id, state: serviceGap.state })
		.from(proposalGap)
		.innerJoin(serviceGap, eq(serviceGap.id, proposalGap.gapId))
		.where(eq(proposalGap.proposalId, proposalId))
		.orderBy(serviceGap.id);
	return rows as { id: string; state: GapState }[];
}

export async function gapState(tx: Transaction, id: string): Promise<GapState | null> {
	if (!isId(id)) return null;
	const [row] = await tx
		.select({ state: serviceGap.state })
		.from(serviceGap)
		.where(eq(serviceGap.id, id))
		.for('update');
	return (row?.state as GapState | undefined) ?? null;
}

export async function link(tx: Transaction, proposalId: string, gapId: string): Promise<boolean> {
	const rows = await tx.insert(proposalGap).values({ proposalId, gapId }).onConflictDoNothing().returning();
	return rows.length === 1;
}

export async function unlink(tx: Transaction, proposalId: string, gapId: string): Promise<boolean> {
	if (!isId(gapId)) return false;
	const rows = await tx
		.delete(proposalGap)
		.where(and(eq(proposalGap.proposalId, proposalId), eq(proposalGap.gapId, gapId)))
		.returning();
	return rows.length === 1;
}

/** Does another proposal that is still on its way answer this gap? */
export async function isAnswered(tx: Transaction, gapId: string, except: string): Promise<boolean> {
	const rows = await tx
		.select({ id: proposal.id })
		.from(proposalGap)
		.innerJoin(proposal, eq(proposal.id, proposalGap.proposalId))
		.where(and(eq(proposalGap.gapId, gapId), ne(proposal.id, except), notInArray(proposal.state, [...over])))
		.limit(1);
	return rows.length > 0;
}

/** Freezes the proposal as it stands; answers the number of the version. */
export async function freeze(tx: Transaction, p: Proposal): Promise<number> {
	const responsible = (await organisationName(tx, p.responsibleOrganisationId)) ?? '';
	const [last] = await tx
		.select({ version: max(proposalVersion.version) })
		.from(proposalVersion)
		.where(eq(proposalVersion.proposalId, p.id));
	const version = (last?.version ?? 0) + 1;
	const frozen = {
		title: p.title,
		outline: p.outline,
		responsible,
		dueOn: p.dueOn,
		statements: await frozenStatements(tx, p.id),
		dissents: await dissentsOf(tx, p.id)
	};
	await tx
		.insert(proposalVersion)
		.values({ proposalId: p.id, version, ...frozen, hash: hashOf(frozen), frozenAt: now() });
	return version;
}

/**
 * SHA-256, hex, over title, the parts in their fixed order, responsible organisation, due date, and what stood beside
 * them; keys in a fixed order, too, as jsonb does not keep theirs.
 */
export const hashOf = (
	f: Pick<Version, 'title' | 'outline' | 'responsible' | 'dueOn' | 'statements' | 'dissents'>
): string =>
	createHash('sha256')
		.update(
			JSON.stringify([
				f.title,
				...outlineParts.map((part) => f.outline[part] ?? ''),
				f.responsible,
				f.dueOn,
				// versions from before there were any keep their hash
				...f.statements.map((s) => [s.organisation, s.person, s.question, s.answer, s.text, s.answeredOn]),
				...f.dissents.map((d) => [d.name, d.text])
			])
		)
		.digest('hex');

export async function latestVersion(tx: Transaction, proposalId: string): Promise<Version | null> {
	const [row] = await tx
		.select()
		.from(proposalVersion)
		.where(eq(proposalVersion.proposalId, proposalId))
		.orderBy(sql`${proposalVersion.version} desc`)
		.limit(1);
	return row ?? null;
}

export async function organisationName(tx: Transaction, id: string | null): Promise<string | null> {
	if (!id || !isId(id)) return null;
	const [row] = await tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, id));
	return row?.name ?? null;
}

/** policy.ts `read` as a condition on the table proposal; a test holds both together. */
export function readableBy(a: Actor): SQL {
	if (isOffice(a)) return sql`true`;
	const bodies = (guest: boolean) =>
		a.seats.map((s) => s.bodyId).filter((id) => (guest ? isGuestOf(a, id) : isMemberOf(a, id)));
	const among = (ids: string[]) => sql`${proposal.bodyId} = any(${sql.param(ids)}::uuid[])`;
	const open = isInside(a) ? sql`${proposal.state} = any(${sql.param([...released])}::text[])` : sql`false`;
	return sql`(${among(bodies(false))} or ${open} or (${among(bodies(true))} and ${proposal.state} not in ('draft', 'withdrawn')))`;
}

/** The SQL of agreements: insert, write, their parties and gaps. Private to this concept. */
import { eq, inArray, sql } from 'drizzle-orm';
import { organisation } from '#concepts/people/tables.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { nextIn, type Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import type { AgreementFields } from './rules.ts';
import { agreement, agreementGap, agreementParty } from './tables.server.ts';

export async function lockAgreement(tx: Transaction, id: string): Promise<{ id: string } | null> {
	if (!isId(id)) return null;
	const rows = await tx.select({ id: agreement.id }).from(agreement).where(eq(agreement.id, id)).for('update');
	return rows[0] ?? null;
}

const columnsOf = ({ title, handover, contact, validFrom, validUntil, legalDomains }: AgreementFields) => ({
	title: title.trim(),
	handover: handover.trim(),
	contact: contact.trim(),
	validFrom,
	validUntil,
	legalDomains,
	updatedAt: now()
});

export async function insertAgreement(tx: Transaction, f: AgreementFields): Promise<string> {
	const series = `S-${today().slice(0, 4)}`;
	const number = `${series}-${String(await nextIn(tx, series)).padStart(3, '0')}`;
	const [row] = await tx
		.insert(agreement)
		.values({ ...columnsOf(f), number, createdAt: now() })
		.returning({ id: agreement.id });
	return row!.id;
}
export const writeAgreement = async (tx: Transaction, id: string, f: AgreementFields): Promise<void> =>
	void (await tx.update(agreement).set(columnsOf(f)).where(eq(agreement.id, id)));

/** Those that there are and, unless they are of the agreement already, active. */
export async function knownParties(tx: Transaction, ids: readonly string[], agreementId: string | null) {
	const known = ids.filter(isId);
	if (!known.length) return [];
	const rows = await tx
		.select({ id: organisation.id })
		.from(organisation)
		.where(
			sql`${inArray(organisation.id, known)} and (${organisation.active} or exists (select 1 from agreement_party p
				where p.organisation_id = ${organisation.id} and p.agreement_id = ${agreementId}::uuid))`
		);
	return rows.map((r) => r.id);
}

/** The ids of gaps by what was typed: a number in any case, or an id. */
export async function gapIdsBy(tx: Transaction, which: readonly string[]): Promise<Map<string, string>> {
	if (!which.length) return new Map();
	const asked = which.map((w) => w.trim().toUpperCase());
	const rows = await tx
		.select({ id: serviceGap.id, number: serviceGap.number })
		.from(serviceGap)
		.where(
			sql`${serviceGap.number} = any(${sql.param(asked)}::text[]) or ${serviceGap.id} = any(${sql.param(which.filter(isId))}::uuid[])`
		);
	return new Map(rows.flatMap((r) => [[r.number, r.id] as const, [r.id, r.id] as const]));
}

export async function putLinks(tx: Transaction, agreementId: string, parties: string[], gapIds: string[]) {
	await tx.delete(agreementParty).where(eq(agreementParty.agreementId, agreementId));
	await tx.delete(agreementGap).where(eq(agreementGap.agreementId, agreementId));
	await tx.insert(agreementParty).values(parties.map((organisationId) => ({ agreementId, organisationId })));
	if (gapIds.length) await tx.insert(agreementGap).values(gapIds.map((gapId) => ({ agreementId, gapId })));
}

/** The register of agreements, one of them, and those linked to a service gap. */
import { sql, type SQL } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { isId } from '#platform/ids.ts';
import { pagesFor } from '#platform/paging.ts';
import { mergedFamily } from '#concepts/gaps/evidence.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { may } from './policy.ts';
import { agreementStates, expiresSoonDays, stateOn, type AgreementState } from './rules.ts';

export type AgreementFilter = { q: string; state: AgreementState | ''; party: string; legalDomain: string };
export type AgreementLine = {
	id: string;
	number: string;
	title: string;
	state: AgreementState;
	parties: string[];
	legalDomains: string[];
	validFrom: string;
	validUntil: string | null;
};
export const agreementsPageSize = 25;
export type Organisation = { id: string; name: string };
export type AgreementList = {
	rows: AgreementLine[];
	total: number;
	pages: number;
	organisations: Organisation[];
	mayCreate: boolean;
};

/** What ends first comes first; null for those who do not read the register. */
export const agreementList = (actor: Actor, f: AgreementFilter, page: number): Promise<AgreementList | null> =>
	!may(actor, 'read')
		? Promise.resolve(null)
		: look(async (tx) => {
				const where = sql.join([sql`true`, ...conditions(f)], sql` and `);
				const counted = await tx.execute<{ n: number }>(sql`select count(*)::int as n from agreement a where ${where}`);
				const rows = await linesWhere(
					tx,
					sql`${where} order by (a.valid_until < ${today()}::date) nulls first,
					a.valid_until nulls last, a.number limit ${agreementsPageSize} offset ${(page - 1) * agreementsPageSize}`
				);
				const total = counted.rows[0]!.n;
				const organisations = await organisationsIn(tx, sql`o.id in (select organisation_id from agreement_party)`);
				return {
					rows,
					total,
					pages: pagesFor(total, agreementsPageSize),
					organisations,
					mayCreate: may(actor, 'create')
				};
			});

/** The state said in SQL, as `stateOn` derives it. */
const isIn: Record<AgreementState, () => SQL> = {
	expired: () => sql`a.valid_until < ${today()}::date`,
	upcoming: () => sql`(a.valid_from > ${today()}::date and coalesce(a.valid_until >= ${today()}::date, true))`,
	expiring: () =>
		sql`(a.valid_from <= ${today()}::date and a.valid_until between ${today()}::date and ${addDays(today(), expiresSoonDays)}::date)`,
	valid: () =>
		sql`(a.valid_from <= ${today()}::date and coalesce(a.valid_until > ${addDays(today(), expiresSoonDays)}::date, true))`
};

function conditions(f: AgreementFilter): SQL[] {
	const sought = `%${f.q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
	return [
		...(f.q
			? [sql`(fold(a.title) like fold(${sought}) or fold(a.handover) like fold(${sought}) or a.number ilike ${sought})`]
			: []),
		...(f.state && agreementStates.includes(f.state) ? [isIn[f.state]()] : []),
		...(isId(f.party)
			? [
					sql`exists (select 1 from agreement_party p where p.agreement_id = a.id and p.organisation_id = ${f.party}::uuid)`
				]
			: []),
		...(f.legalDomain ? [sql`a.legal_domains @> array[${f.legalDomain}]::text[]`] : [])
	];
}

async function linesWhere(tx: Transaction, rest: SQL): Promise<AgreementLine[]> {
	const found = await tx.execute<Omit<AgreementLine, 'state'>>(sql`
		select a.id, a.number, a.title, a.legal_domains as "legalDomains", a.valid_from::text as "validFrom",
			a.valid_until::text as "validUntil", array(select o.name from agreement_party p
				join organisation o on o.id = p.organisation_id where p.agreement_id = a.id order by o.name) as parties
		from agreement a where ${rest}`);
	return found.rows.map((r) => ({ ...r, state: stateOn(today(), r) }));
}

async function organisationsIn(tx: Transaction, where: SQL): Promise<Organisation[]> {
	return (await tx.execute<Organisation>(sql`select o.id, o.name from organisation o where ${where} order by o.name`))
		.rows;
}

export type AgreementSeen = AgreementLine & {
	handover: string;
	contact: string;
	partyIds: string[];
	gaps: { id: string; number: string; title: string }[];
	history: { id: number; at: Date; kind: string; data: EventData }[];
	mayEdit: boolean;
};
export const agreementPage = (actor: Actor, id: string): Promise<AgreementSeen | null> =>
	!isId(id) || !may(actor, 'read')
		? Promise.resolve(null)
		: look(async (tx) => {
				const [line] = await linesWhere(tx, sql`a.id = ${id}::uuid`);
				if (!line) return null;
				const more = await tx.execute<Pick<AgreementSeen, 'handover' | 'contact' | 'partyIds'>>(sql`select handover,
					contact, array(select organisation_id::text from agreement_party where agreement_id = a.id) as "partyIds"
					from agreement a where a.id = ${id}::uuid`);
				const gaps = await tx.execute<AgreementSeen['gaps'][number]>(sql`select g.id, g.number, g.title
					from agreement_gap l join service_gap g on g.id = l.gap_id where l.agreement_id = ${id}::uuid order by g.number`);
				const events = await tx.execute<{
					id: string;
					at: string;
					kind: string;
					data: EventData;
				}>(sql`select id::text, at,
					kind, data from event where thing_type = 'agreement' and thing_id = ${id}::uuid order by event.id desc limit 50`);
				const history = events.rows.map((e) => ({ ...e, id: Number(e.id), at: new Date(e.at) }));
				return { ...line, ...more.rows[0]!, gaps: gaps.rows, history, mayEdit: may(actor, 'edit') };
			});

/** Organisations that may become parties, for the form; null for those who write none. */
export const agreementForm = (actor: Actor): Promise<{ organisations: Organisation[] } | null> =>
	!may(actor, 'create')
		? Promise.resolve(null)
		: look(async (tx) => ({ organisations: await organisationsIn(tx, sql`o.active`) }));

/** The agreements about a gap and those merged into it, the ones that hold first. */
export const agreementsOnGap = (actor: Actor, gapId: string): Promise<AgreementLine[]> =>
	!isId(gapId) || !may(actor, 'read')
		? Promise.resolve([])
		: look(async (tx) => {
				const family = sql.param(await mergedFamily(tx, gapId));
				return linesWhere(
					tx,
					sql`a.id in (select agreement_id from agreement_gap where gap_id = any(${family}::uuid[]))
						order by (a.valid_until < ${today()}::date) nulls first, a.number`
				);
			});

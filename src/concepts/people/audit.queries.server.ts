/** The event log for data protection: what happened when, by whom – never what was written. */
import { and, count, desc, eq, gte, inArray, like, lt, type SQL } from 'drizzle-orm';
import { verifyLog, type Verdict } from '#platform/audit.server.ts';
import { look } from '#platform/change.server.ts';
import { event, type EventData, type Json } from '#platform/events.tables.server.ts';
import type { Actor } from './actor.ts';
import { may } from './policy.ts';
import { account } from './tables.server.ts';

export type LogEntry = {
	id: number;
	at: Date;
	kind: string;
	thing: { type: string; id: string };
	data: EventData;
	who: string | null;
};
export type LogFilter = {
	/** The beginning of the kind: a type of thing, or a kind. */
	kind: string;
	/** Instants: from, inclusive; until, exclusive. */
	from: Date | null;
	until: Date | null;
	page: number;
};
export const logPageSize = 50;
/** Counting a log of millions for a page number is not worth it. */
const countedAtMost = 10_000;

/** `who` is filled only for those who may know it; `total` stops at 10,000. Null when the log is not for the actor. */
export async function eventLog(
	actor: Actor,
	f: LogFilter
): Promise<{ entries: LogEntry[]; total: number; names: boolean } | null> {
	if (!may(actor, 'read_log')) return null;
	const names = may(actor, 'read_log_names');
	return look(async (tx) => {
		const where = matching(f);
		const rows = await tx
			.select()
			.from(event)
			.where(where)
			.orderBy(desc(event.id))
			.limit(logPageSize)
			.offset((f.page - 1) * logPageSize);
		const counted = tx.select({ id: event.id }).from(event).where(where).limit(countedAtMost).as('counted');
		const [all] = await tx.select({ total: count() }).from(counted);
		const ids = names ? [...new Set(rows.flatMap((r) => r.actorId ?? []))] : [];
		const people = ids.length
			? await tx.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, ids))
			: [];
		const nameOf = new Map(people.map((p) => [p.id, p.name]));
		return {
			entries: rows.map((r) => ({
				id: r.id,
				at: r.at,
				kind: r.kind,
				thing: { type: r.thingType, id: names ? r.thingId : '' },
				data: names ? r.data : withoutIds(r.data),
				who: r.actorId ? (nameOf.get(r.actorId) ?? null) : null
			})),
			total: all?.total ?? 0,
			names
		};
	});
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
/** For administrators, who see no content: nothing that leads to a thing or a person. */
const withoutIds = (data: EventData): EventData =>
	Object.fromEntries(Object.entries(data).map(([k, v]) => [k, withoutId(v)]));
const withoutId = (value: Json): Json => {
	if (typeof value === 'string') return id.test(value) ? '' : value;
	if (Array.isArray(value)) return value.map(withoutId);
	return value !== null && typeof value === 'object' ? withoutIds(value) : value;
};

function matching({ kind, from, until }: LogFilter): SQL | undefined {
	const safe = kind.replace(/[\\%_]/g, '\\$&');
	return and(
		kind.includes('.') ? eq(event.kind, kind) : kind ? like(event.kind, `${safe}.%`) : undefined,
		from ? gte(event.at, from) : undefined,
		until ? lt(event.at, until) : undefined
	);
}

/** Recomputes the whole chain; null when the log is not for the actor. */
export const verifiedLog = (actor: Actor): Promise<Verdict | null> =>
	may(actor, 'read_log') ? verifyLog() : Promise.resolve(null);

/** Hands events on to those who are to hear of them: inbox, instant mail, and a hint to their open pages. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { committed, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { database, openedDatabase } from '#platform/database.server.ts';
import { baseUrl } from '#platform/env.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { waitingLetter } from './letters.ts';
import { sendMail } from './mail.server.ts';
import { instantNotes, type Note } from './rules.ts';
import { account, inboxItem } from './tables.server.ts';

const channel = 'lueckenlos_committed';
const batchSize = 200;
const everyMs = 5_000;
const hintAfterMs = 50;

export type HandingOn = {
	/** Hands on all that waits; for tests and before the end. */
	now(): Promise<void>;
	stop(): Promise<void>;
};

/**
 * Starts handing on: after each commit here, on a hint from other nodes, and every few seconds in any case. What waits
 * is what has no mark; rows are never taken by number, as a later commit may carry a lower one.
 */
export async function startHandingOn(o: {
	onInbox: (accountId: string) => void;
	onError: (error: unknown) => void;
}): Promise<HandingOn> {
	const { pool, ...opened } = await openedDatabase();
	const self = randomUUID();
	let running: Promise<void> | undefined;
	let again = false;
	let hint: NodeJS.Timeout | undefined;
	const drain = async () => {
		do {
			again = false;
			for (;;) {
				const { taken, told } = await handOn();
				for (const accountId of told) o.onInbox(accountId);
				if (taken < batchSize) break;
			}
		} while (again);
	};
	const wake = (): Promise<void> => {
		again = true;
		running ??= drain().finally(() => (running = undefined));
		return running;
	};
	const quietly = () => void wake().catch(o.onError);
	const afterCommit = () => {
		quietly();
		// In a statement of its own, never in the writing transaction, and one for many commits.
		hint ??= setTimeout(() => {
			hint = undefined;
			pool.query('select pg_notify($1, $2)', [channel, self]).catch(o.onError);
		}, hintAfterMs);
	};
	committed.add(afterCommit);
	const listening = opened.listen(channel, (from) => from !== self && quietly(), quietly);
	const timer = setInterval(quietly, everyMs);
	quietly();
	return {
		now: wake,
		async stop() {
			committed.delete(afterCommit);
			clearInterval(timer);
			clearTimeout(hint);
			await listening.close();
			await running?.catch(o.onError);
		}
	};
}

type Taken = {
	eventId: number;
	accountId: string;
	note: string;
	at: Date;
	/** True where the command itself has put a mail into the outbox, such as an invitation with a calendar entry. */
	mailed: boolean;
	person: { name: string; email: string; locale: string; state: string; muted: string[] } | null;
};

/** One batch in one transaction: inbox, mail and mark commit together, so that nothing is lost or doubled. */
export async function handOn(): Promise<{ taken: number; told: string[] }> {
	const db = await database();
	return db.transaction(async (tx) => {
		const rows = await take(tx);
		if (!rows.length) return { taken: 0, told: [] };
		const wanted = rows.filter((r) => r.person && r.person.state !== 'closed' && !r.person.muted.includes(r.note));
		const isInstant = (r: Taken) => instantNotes.includes(r.note as Note);
		if (wanted.length) {
			const items = wanted.map((r) => ({
				accountId: r.accountId,
				eventId: r.eventId,
				note: r.note,
				createdAt: r.at,
				mailedAt: r.mailed || (isInstant(r) && r.person?.state === 'active') ? now() : null
			}));
			await tx.insert(inboxItem).values(items).onConflictDoNothing();
		}
		await mailAtOnce(
			tx,
			wanted.filter((r) => isInstant(r) && !r.mailed && r.person?.state === 'active')
		);
		for (const [accountId, of] of Map.groupBy(rows, (r) => r.accountId)) {
			const mine = and(
				eq(eventTell.accountId, accountId),
				inArray(
					eventTell.eventId,
					of.map((r) => r.eventId)
				)
			);
			await tx.update(eventTell).set({ handedOnAt: now() }).where(mine);
		}
		return { taken: rows.length, told: [...new Set(wanted.map((r) => r.accountId))] };
	});
}

async function take(tx: Transaction): Promise<Taken[]> {
	const rows = await tx
		.select({
			eventId: eventTell.eventId,
			accountId: eventTell.accountId,
			note: eventTell.note,
			at: event.at,
			mailed: sql<boolean>`coalesce(${event.data} -> 'mailed' = 'true'::jsonb, false)`
		})
		.from(eventTell)
		.innerJoin(event, eq(event.id, eventTell.eventId))
		.where(isNull(eventTell.handedOnAt))
		.orderBy(asc(eventTell.eventId))
		.limit(batchSize)
		.for('update', { of: eventTell, skipLocked: true });
	if (!rows.length) return [];
	const ids = [...new Set(rows.map((r) => r.accountId))];
	const { id, name, email, locale, state, mutedNotes } = account;
	const people = await tx
		.select({ id, name, email, locale, state, muted: mutedNotes })
		.from(account)
		.where(inArray(id, ids));
	const byId = new Map(people.map((p) => [p.id, p]));
	return rows.map((r) => ({ ...r, person: byId.get(r.accountId) ?? null }));
}

/** One mail a person, however much waits. */
async function mailAtOnce(tx: Transaction, rows: readonly Taken[]): Promise<void> {
	for (const of of Map.groupBy(rows, (r) => r.accountId).values()) {
		const person = of[0]?.person;
		if (!person) continue;
		const counts = new Map([...Map.groupBy(of, (r) => r.note)].map(([note, items]) => [note, items.length]));
		const to = { name: person.name, locale: person.locale === 'en' ? 'en' : 'de' } as const;
		await sendMail(tx, { to: person.email, ...waitingLetter(to, counts, baseUrl()) });
	}
}

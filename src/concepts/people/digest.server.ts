/** The digest: once a day or a week a mail that counts what waits unread, without content. */
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { JobKind, Queue } from '#jobs/queue.server.ts';
import { now } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { baseUrl } from '#platform/env.server.ts';
import { waitingLetter } from './letters.ts';
import { sendMail } from './mail.server.ts';
import { account, inboxItem } from './tables.server.ts';

export type Rhythm = 'daily' | 'weekly';
const kinds: Record<Rhythm, JobKind & { cron: string }> = {
	daily: { name: 'digest.daily', cron: '30 6 * * *', withinSeconds: 900 },
	weekly: { name: 'digest.weekly', cron: '30 6 * * 1', withinSeconds: 900 }
};

export async function startDigests(queue: Queue): Promise<void> {
	for (const rhythm of ['daily', 'weekly'] as const) {
		const { cron, ...kind } = kinds[rhythm];
		await queue.work(kind, () => sendDigests(rhythm));
		await queue.schedule(kind.name, cron);
	}
}

/** Each person in a transaction of its own, so that a second try goes on where the first one stopped. */
export async function sendDigests(rhythm: Rhythm): Promise<void> {
	const db = await database();
	for (let after: string | null = null; ;) {
		const people: { id: string }[] = await db
			.select({ id: account.id })
			.from(account)
			.where(and(eq(account.digest, rhythm), eq(account.state, 'active'), after ? gt(account.id, after) : undefined))
			.orderBy(asc(account.id))
			.limit(200);
		for (const { id } of people) await sendDigest(id);
		const last = people.at(-1);
		if (!last) return;
		after = last.id;
	}
}

async function sendDigest(accountId: string): Promise<void> {
	const db = await database();
	await db.transaction(async (tx) => {
		const [person] = await tx
			.select()
			.from(account)
			.where(eq(account.id, accountId))
			.for('update', { skipLocked: true });
		if (!person) return;
		const fresh = and(eq(inboxItem.accountId, accountId), isNull(inboxItem.readAt), isNull(inboxItem.mailedAt));
		// Marked first and counted from what was marked: what arrives meanwhile waits for the next one.
		const marked = await tx.update(inboxItem).set({ mailedAt: now() }).where(fresh).returning({ note: inboxItem.note });
		const wanted = marked.filter((r) => !person.mutedNotes.includes(r.note));
		if (!wanted.length) return;
		const counts = new Map([...Map.groupBy(wanted, (r) => r.note)].map(([note, items]) => [note, items.length]));
		const to = { name: person.name, locale: person.locale === 'en' ? 'en' : 'de' } as const;
		await sendMail(tx, { to: person.email, ...waitingLetter(to, counts, baseUrl(), true) });
	});
}

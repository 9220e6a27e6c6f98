/** The outbox of mail: a row in the same transaction as what it tells of; a job brings it to the post. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { JobKind, Queue } from '#jobs/queue.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { Undeliverable, type Postbox } from '#platform/mail.server.ts';
import { mail } from './tables.server.ts';

export type Mailing = { to: string; subject: string; body: string; calendar?: string };

const kind: JobKind = { name: 'mail', retries: 500, longestPauseSeconds: 600, atOnce: 2 };
const sweep: JobKind = { name: 'mail.sweep', retries: 0 };
const payload = v.object({ mailId: v.pipe(v.string(), v.uuid()) });
const slot = Symbol.for('lueckenlos.mail-queue');
/** One for the process: commands run in the bundle of pages, the queue beside it. */
const holder = globalThis as { [slot]?: Queue };

/** Puts a mail into the outbox; it leaves only if the transaction commits. Mails say what waits, never content. */
export async function sendMail(tx: Transaction, mailing: Mailing): Promise<string> {
	const { to, subject, body, calendar = null } = mailing;
	const values = { toAddress: to, subject: subject.replace(/[\r\n]+/g, ' '), body, calendar, createdAt: now() };
	const [row] = await tx.insert(mail).values(values).returning({ id: mail.id });
	await holder[slot]?.send(kind.name, { mailId: row!.id }, { tx, key: row!.id });
	return row!.id;
}

/** Starts bringing mails to the post. In trial mode it is not called: nothing leaves the house. */
export async function startMail(queue: Queue, postbox: Postbox): Promise<void> {
	await queue.work(kind, async (data) => deliver(postbox, v.parse(payload, data).mailId));
	await queue.work(sweep, () => bringIn(queue));
	await queue.schedule(sweep.name, '* * * * *');
	holder[slot] = queue;
	await bringIn(queue);
}

export function stopMail(): void {
	delete holder[slot];
}

/**
 * Holds the row while the post takes the letter, so that two workers never send it twice. What is left is a crash
 * between the post's yes and our commit: then it goes out again under the same Message-ID.
 */
export async function deliver(postbox: Postbox, mailId: string): Promise<void> {
	const db = await database();
	try {
		await db.transaction(async (tx) => {
			const [row] = await tx
				.select()
				.from(mail)
				.where(and(eq(mail.id, mailId), isNull(mail.sentAt)))
				.for('update', { skipLocked: true });
			if (!row) return;
			await postbox.send({
				id: row.id,
				to: row.toAddress,
				subject: row.subject,
				text: row.body,
				calendar: row.calendar
			});
			await tx.update(mail).set({ sentAt: now(), lastError: null }).where(eq(mail.id, mailId));
		});
	} catch (e) {
		// Only codes: a server's sentence may repeat the address.
		const lastError =
			e instanceof Undeliverable ? `undeliverable ${e.code}` : ((e as { code?: string }).code ?? 'error');
		await db
			.update(mail)
			.set({ lastError })
			.where(and(eq(mail.id, mailId), isNull(mail.sentAt)));
		if (!(e instanceof Undeliverable)) throw e;
	}
}

/** The outbox is the truth, a job only the wake-up: whatever waits without a job gets one. */
async function bringIn(queue: Queue): Promise<void> {
	const db = await database();
	const waiting = await db
		.select({ id: mail.id })
		.from(mail)
		.where(and(isNull(mail.sentAt), sql`coalesce(${mail.lastError}, '') not like 'undeliverable%'`))
		.orderBy(asc(mail.createdAt))
		.limit(1000);
	for (const { id } of waiting) await queue.send(kind.name, { mailId: id }, { key: id });
}

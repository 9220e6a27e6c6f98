/** In trial mode the outbox is shown instead of sent: to every account of the play world. */
import { count, desc, eq } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { trialMode } from '#platform/env.server.ts';
import { isSomebody, type Actor } from './actor.ts';
import { mail } from './tables.server.ts';

export type OutgoingMail = { id: string; to: string; subject: string; body: string; hasCalendar: boolean; at: Date };
export const mailPageSize = 25;

/** Null outside trial mode: then nobody may read others' mail. */
export async function outgoingMails(
	actor: Actor,
	page: number
): Promise<{ mails: OutgoingMail[]; total: number } | null> {
	if (!trialMode() || !isSomebody(actor)) return null;
	return look(async (tx) => {
		const rows = await tx
			.select()
			.from(mail)
			.orderBy(desc(mail.createdAt), desc(mail.id))
			.limit(mailPageSize)
			.offset((page - 1) * mailPageSize);
		const [all] = await tx.select({ total: count() }).from(mail);
		return {
			mails: rows.map((r) => ({
				id: r.id,
				to: r.toAddress,
				subject: r.subject,
				body: r.body,
				hasCalendar: r.calendar !== null,
				at: r.createdAt
			})),
			total: all?.total ?? 0
		};
	});
}

export async function outgoingCalendar(actor: Actor, id: string): Promise<string | null> {
	if (!trialMode() || !isSomebody(actor) || !/^[0-9a-f-]{36}$/.test(id)) return null;
	const [row] = await look((tx) => tx.select({ calendar: mail.calendar }).from(mail).where(eq(mail.id, id)));
	return row?.calendar ?? null;
}

/** SQL of minutes under review: their words are written once, when they are given for review, and go with rework. */
import { eq } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import type { Block } from './minutes.blocks.ts';
import { hashOfMinutes, minutesHtml } from './minutes.html.server.ts';
import { minutesReview } from './tables.server.ts';

export type Frozen = typeof minutesReview.$inferSelect;

/** In place of what was given for review before. */
export async function freeze(tx: Transaction, meetingId: string, blocks: Block[]): Promise<Frozen> {
	await thaw(tx, meetingId);
	const html = minutesHtml(blocks);
	const [row] = await tx
		.insert(minutesReview)
		.values({ meetingId, blocks, html, hash: hashOfMinutes(html), circulatedAt: now() })
		.returning();
	return row!;
}
export const thaw = (tx: Transaction, meetingId: string): Promise<unknown> =>
	tx.delete(minutesReview).where(eq(minutesReview.meetingId, meetingId));

/** Null when nothing is under review, or when the words do not fit their hash. */
export async function frozenOf(tx: Transaction, meetingId: string): Promise<Frozen | null> {
	const [row] = await tx.select().from(minutesReview).where(eq(minutesReview.meetingId, meetingId));
	return row && hashOfMinutes(row.html) === row.hash ? row : null;
}

/** Minutes for the page of their meeting: the draft for those who may read it, approved versions, what was said. */
import { asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { minutesHtml } from './minutes.html.server.ts';
import { openMinutesSteps } from './policy.ts';
import type { Locked } from './store.server.ts';
import { minutesReply, minutesVersion } from './tables.server.ts';

export async function minutesShown(tx: Transaction, actor: Actor, found: Locked, leads: boolean) {
	const versions = await tx
		.select({
			version: minutesVersion.version,
			html: minutesVersion.html,
			hash: minutesVersion.hash,
			approvedAt: minutesVersion.approvedAt,
			approvedBy: account.name,
			reason: minutesVersion.reason
		})
		.from(minutesVersion)
		.innerJoin(account, eq(account.id, minutesVersion.approvedBy))
		.where(eq(minutesVersion.meetingId, found.id))
		.orderBy(desc(minutesVersion.version));
	const replies = await tx
		.select({
			accountId: minutesReply.accountId,
			name: account.name,
			confirmed: minutesReply.confirmed,
			objection: minutesReply.objection,
			answer: minutesReply.answer
		})
		.from(minutesReply)
		.innerJoin(account, eq(account.id, minutesReply.accountId))
		.where(eq(minutesReply.meetingId, found.id))
		.orderBy(asc(minutesReply.at));
	const mayReadDraft = leads || found.minutesState === 'under_review';
	return {
		state: found.minutesState,
		reviewUntil: found.reviewUntil,
		revision: found.minutesRevision,
		source: leads ? found.minutes : '',
		draft: mayReadDraft && found.minutesState !== 'approved' ? minutesHtml(found.minutes) : '',
		versions,
		replies: leads ? replies : replies.filter((r) => r.accountId === actor.id),
		confirmed: replies.filter((r) => r.confirmed).length,
		steps: openMinutesSteps(actor, found)
	};
}

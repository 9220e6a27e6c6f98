/** Minutes for the page of their meeting: the draft for those who may read it, approved versions, what was said. */
import { asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { documentAccess } from './access.ts';
import { approvalShown } from './approval.queries.server.ts';
import { approvesByLeaders } from './approval.rules.ts';
import { markupOf } from './blocks.markup.ts';
import { decisionsOf } from './decisions.store.server.ts';
import { documentSeen } from './document.store.server.ts';
import { minutesHtml } from './minutes.html.server.ts';
import { frozenOf } from './minutes.store.server.ts';
import { minutesOf } from './minutes.text.server.ts';
import { openMinutesSteps } from './policy.ts';
import { inMoment } from './rules.ts';
import type { Locked } from './store.server.ts';
import { meeting, minutesReply, minutesVersion } from './tables.server.ts';

const later = alias(meeting, 'later');

export async function minutesShown(tx: Transaction, actor: Actor, found: Locked, leads: boolean) {
	const versions = await tx
		.select({
			version: minutesVersion.version,
			blocks: minutesVersion.blocks,
			html: minutesVersion.html,
			hash: minutesVersion.hash,
			approvedAt: minutesVersion.approvedAt,
			approvedBy: account.name,
			approvedWay: minutesVersion.approvedWay,
			approvedInId: minutesVersion.approvedInId,
			/** The day of the later meeting in which it was approved. */
			approvedInAt: later.startsAt,
			reason: minutesVersion.reason
		})
		.from(minutesVersion)
		.leftJoin(account, eq(account.id, minutesVersion.approvedBy))
		.leftJoin(later, eq(later.id, minutesVersion.approvedInId))
		.where(eq(minutesVersion.meetingId, found.id))
		.orderBy(desc(minutesVersion.version));
	const replies = await tx
		.select({
			accountId: minutesReply.accountId,
			name: account.name,
			confirmed: minutesReply.confirmed,
			passage: minutesReply.passage,
			objection: minutesReply.objection,
			answer: minutesReply.answer
		})
		.from(minutesReply)
		.innerJoin(account, eq(account.id, minutesReply.accountId))
		.where(eq(minutesReply.meetingId, found.id))
		.orderBy(asc(minutesReply.at));
	const isDraft = inMoment('minutes', found.state) && found.minutesState !== 'approved';
	const frozen = isDraft ? await frozenOf(tx, found.id) : null;
	return {
		state: found.minutesState,
		reviewUntil: found.reviewUntil,
		access: documentAccess(actor, found),
		/** What a correction starts from, in light markup. */
		source: leads && versions[0] ? markupOf(versions[0].blocks) : '',
		draft: frozen?.html ?? (isDraft ? minutesHtml(await minutesOf(tx, found, await documentSeen(tx, found))) : ''),
		/** Of the words under review, hex; empty when there are none. */
		hash: frozen?.hash ?? '',
		versions: versions.map(({ blocks: _blocks, ...version }) => version),
		decisions: await decisionsOf(tx, found.id),
		replies: leads ? replies : replies.filter((r) => r.accountId === actor.id),
		confirmed: replies.filter((r) => r.confirmed).length,
		approval: await approvalShown(tx, actor, found),
		steps: openMinutesSteps(actor, found).filter((s) => s !== 'approve' || approvesByLeaders(found.bodyKind))
	};
}

/** What stands beside the text on the workbench: statements, dissenting votes, the days that press. */
import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { body } from '#concepts/bodies/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { dayOf, today } from '#platform/clock.ts';
import { countdownTo, countsDown, returnClock, type Countdown } from './deadlines.rules.ts';
import { dissentable } from './dissents.rules.ts';
import { may } from './policy.ts';
import { askablePeople, mayAskNow, statementsOn } from './statements.queries.server.ts';
import { dissentsOf, ownDissent } from './statements.store.server.ts';
import type { Proposal } from './store.server.ts';

export async function besideText(tx: Transaction, actor: Actor, p: Proposal) {
	const [asks, dissents] = [mayAskNow(actor, p), may(actor, 'dissent', p) && dissentable.includes(p.state)];
	const takesPart = may(actor, 'save', p);
	return {
		statements: await statementsOn(tx, actor, p),
		askable: asks ? await askablePeople(tx, p.bodyId, actor.id) : [],
		mayAsk: asks,
		dissents: await dissentsOf(tx, p.id),
		ownDissent: dissents ? await ownDissent(tx, p.id, actor.id!) : null,
		mayDissent: dissents,
		returned: takesPart ? returnClock(p, today()) : null,
		countdown: takesPart && countsDown.includes(p.state) ? await countdown(tx) : null
	};
}

/** To the closing date of the next meeting of the committee that everybody may know of. */
async function countdown(tx: Transaction): Promise<Countdown | null> {
	const rows = await tx
		.select({ startsAt: meeting.startsAt })
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(
			and(
				eq(body.kind, 'steering_committee'),
				inArray(meeting.state, ['scheduled', 'invited']),
				gte(meeting.startsAt, sql`${today()}::date`)
			)
		)
		.orderBy(asc(meeting.startsAt))
		.limit(10);
	const { submissionDeadlineDays } = await settingsOf(tx);
	return countdownTo(
		rows.map((r) => dayOf(r.startsAt)),
		today(),
		submissionDeadlineDays
	);
}

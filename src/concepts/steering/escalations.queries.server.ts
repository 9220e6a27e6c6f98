/** What was passed on to the Land or the Bund: all of it, and one with its letter and answer. */
import { sql } from 'drizzle-orm';
import { look } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { isId } from '#platform/ids.ts';
import type { Actor } from '#concepts/people/actor.ts';
import {
	escalationSteps,
	isDue,
	type EscalationState,
	type EscalationStep,
	type Outcome
} from './escalations.rules.ts';
import { fits } from '#platform/step.ts';
import { mayEscalate } from './policy.ts';

export const escalationPageSize = 25;
export type EscalationLine = {
	id: string;
	state: EscalationState;
	addressee: string;
	subject: string;
	number: string;
	sentOn: string | null;
	resubmitOn: string;
	due: boolean;
};
const columns = sql`e.id, e.state, e.addressee, e.subject, d.number, e.sent_on::text as "sentOn", e.resubmit_on::text as "resubmitOn"`;
const withDue = <R extends { state: EscalationState; resubmitOn: string }>(r: R) => ({ ...r, due: isDue(r, today()) });

/** What waits comes first, by the day on which it comes back. */
export const escalationList = (actor: Actor, page: number) =>
	!mayEscalate(actor, 'read')
		? Promise.resolve(null)
		: look(async (tx) => {
				const found = await tx.execute<Omit<EscalationLine, 'due'>>(sql`select ${columns} from escalation e
					join decision d on d.id = e.decision_id order by (e.state = 'closed'), e.resubmit_on, d.number
					limit ${escalationPageSize} offset ${(page - 1) * escalationPageSize}`);
				const counted = await tx.execute<{ n: number }>(sql`select count(*)::int as n from escalation`);
				return { rows: found.rows.map(withDue), total: counted.rows[0]!.n };
			});

export type EscalationSeen = EscalationLine & {
	decisionId: string;
	wording: string;
	decidedOn: string;
	reason: string;
	request: string;
	remindedOn: string | null;
	answeredOn: string | null;
	answer: string;
	outcome: Outcome | null;
	gaps: { id: string; number: string; title: string; state: string }[];
	history: { at: Date; kind: string; data: EventData }[];
	steps: EscalationStep[];
};
export const escalationPage = (actor: Actor, id: string): Promise<EscalationSeen | null> =>
	!isId(id) || !mayEscalate(actor, 'read')
		? Promise.resolve(null)
		: look(async (tx) => {
				const found = await tx.execute<
					Omit<EscalationSeen, 'due' | 'gaps' | 'history' | 'steps'>
				>(sql`select ${columns},
					e.decision_id as "decisionId", d.wording, to_char(d.decided_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "decidedOn",
					e.reason, e.request, e.reminded_on::text as "remindedOn", e.answered_on::text as "answeredOn", e.answer, e.outcome
					from escalation e join decision d on d.id = e.decision_id where e.id = ${id}::uuid`);
				const row = found.rows[0];
				if (!row) return null;
				const gaps = await tx.execute<EscalationSeen['gaps'][number]>(sql`select g.id, g.number, g.title, g.state
					from proposal_gap l join decision d on d.proposal_id = l.proposal_id join service_gap g on g.id = l.gap_id
					where d.id = ${row.decisionId}::uuid order by g.number`);
				const events = await tx.execute<{
					at: string;
					kind: string;
					data: EventData;
				}>(sql`select at, kind, data from event
					where thing_type = 'escalation' and thing_id = ${id}::uuid order by event.id desc limit 50`);
				const steps = (Object.keys(escalationSteps) as EscalationStep[]).filter(
					(s) => mayEscalate(actor, s) && fits<EscalationState>(escalationSteps[s], row.state)
				);
				return {
					...withDue(row),
					gaps: gaps.rows,
					history: events.rows.map((e) => ({ ...e, at: new Date(e.at) })),
					steps
				};
			});

/** What a meeting's folder is made of: agenda, the proposals before it as frozen, the control list since the last one. */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { body } from '#concepts/bodies/tables.server.ts';
import { startTimes } from '#concepts/meetings/rules.ts';
import { agendaItem, agendaLink, meeting } from '#concepts/meetings/tables.server.ts';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import type { Transaction } from '#platform/change.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayOf } from '#platform/clock.ts';
import { controlSince } from './control.queries.server.ts';
import { labelKey, labelsIn } from './directory.queries.server.ts';
import { proposalsIn } from './papers.proposals.queries.server.ts';
import { sourceFormat, type MeetingSource, type SourceItem } from './papers.source.ts';

/** Analyses that one paper holds in full; whoever wants more reads them in the hub. */
export const mostCases = 60;

/** A member of the committee who has no other part in anything: what a paper may name is what she may read. */
const memberOf = (bodyId: string): Actor => ({
	...nobody,
	id: bodyId,
	seats: [{ bodyId, kind: 'steering_committee', function: 'member' }]
});

export async function meetingSource(tx: Transaction, of: { meetingId: string; keyOn: string }): Promise<MeetingSource> {
	const [found] = await tx
		.select({ meeting, committee: body.name })
		.from(meeting)
		.innerJoin(body, eq(body.id, meeting.bodyId))
		.where(eq(meeting.id, of.meetingId));
	if (!found) throw new Error('the meeting of a paper is gone');
	const { countyName, minimumCellSize } = await settingsOf(tx);
	const { bodyId, startsAt } = found.meeting;
	const agenda = await agendaOf(tx, of.meetingId, bodyId, startsAt);
	const proposals = await proposalsIn(tx, of.meetingId, agenda.proposalIds, minimumCellSize);
	const since = await meetingBefore(tx, bodyId, startsAt);
	const caseIds = [...new Set([...agenda.items, ...proposals].flatMap((x) => x.caseIds))];
	return {
		format: sourceFormat,
		about: 'meeting',
		county: countyName,
		keyOn: of.keyOn,
		committee: found.committee,
		meeting: {
			title: found.meeting.title,
			startsAt: startsAt.toISOString(),
			endsAt: found.meeting.endsAt.toISOString(),
			place: found.meeting.place,
			isDraft: found.meeting.state === 'draft'
		},
		items: agenda.items,
		proposals,
		since,
		control: await controlSince(tx, bodyId, since),
		caseIds: caseIds.slice(0, mostCases),
		moreCases: Math.max(0, caseIds.length - mostCases)
	};
}

async function agendaOf(tx: Transaction, meetingId: string, bodyId: string, startsAt: Date) {
	const rows = await tx
		.select()
		.from(agendaItem)
		.where(sql`${agendaItem.meetingId} = ${meetingId} and ${agendaItem.state} not in ('backlog', 'removed')`)
		.orderBy(asc(agendaItem.position), asc(agendaItem.createdAt), asc(agendaItem.id));
	const links = rows.length
		? await tx
				.select()
				.from(agendaLink)
				.where(
					inArray(
						agendaLink.itemId,
						rows.map((r) => r.id)
					)
				)
				.orderBy(agendaLink.thingType, agendaLink.thingId)
		: [];
	const things = links.map((l) => ({ type: l.thingType, id: l.thingId }));
	const proposalIds = rows.flatMap((r) => (r.proposalId ? [r.proposalId] : []));
	const labels = await labelsIn(tx, memberOf(bodyId), [
		...things,
		...proposalIds.map((id) => ({ type: 'proposal', id }))
	]);
	const begins = startTimes(startsAt, rows);
	const caseItem = m.meetings_case_item({ number: '' }, { locale: 'de' }).trim();
	const items = rows.map((row, i): SourceItem => {
		const own = links.filter((l) => l.itemId === row.id);
		const named = own.filter((l) => l.thingType !== 'case_analysis' && l.thingId !== row.proposalId);
		return {
			// Security: an item about an analysis is called by what it is, whatever somebody has written there
			title: own.some((l) => l.thingType === 'case_analysis') ? caseItem : row.title,
			kind: row.kind,
			minutes: row.minutes,
			rapporteur: row.rapporteur,
			begins: begins[i]!.toISOString(),
			links: named.flatMap((l) => {
				const label = labels.get(labelKey({ type: l.thingType, id: l.thingId }));
				return label ? [{ type: l.thingType, number: label.number, title: label.title }] : [];
			}),
			caseIds: own.filter((l) => l.thingType === 'case_analysis').map((l) => l.thingId),
			proposal: labels.get(`proposal:${row.proposalId}`)?.number ?? null
		};
	});
	return { items, proposalIds };
}

/** The day of the committee's meeting before this one, if it was held. */
async function meetingBefore(tx: Transaction, bodyId: string, startsAt: Date): Promise<string | null> {
	const found = await tx.execute<{ at: string | null }>(sql`select max(starts_at) as at from meeting
		where body_id = ${bodyId}::uuid and state in ('held', 'closed') and starts_at < ${startsAt.toISOString()}::timestamptz`);
	const { at } = found.rows[0]!;
	return at ? dayOf(new Date(at)) : null;
}

/** Neutral text for the county's own committees on what the steering committee decided in a meeting; a Word file to work on. */
import { eq, sql } from 'drizzle-orm';
import { body } from '#concepts/bodies/tables.server.ts';
import { meeting } from '#concepts/meetings/tables.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { heading, paragraph, type Block, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { look } from '#platform/change.server.ts';
import { dayOf } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { dayIn, frameOf, inGerman } from './papers.parts.ts';
import type { SourceDecision } from './papers.source.ts';
import { mayReadPaper } from './policy.ts';
import { resultWords } from './words.ts';

type Row = Omit<SourceDecision, 'dissents'> & { until: string | null };

/** Null when the meeting is none of a committee this actor sits in. Security: it names organisations and no people. */
export const reportPaper = (actor: Actor, meetingId: string): Promise<Paper | null> =>
	look(async (tx) => {
		if (!isId(meetingId)) return null;
		const [found] = await tx
			.select({
				title: meeting.title,
				startsAt: meeting.startsAt,
				state: meeting.state,
				bodyId: body.id,
				kind: body.kind,
				committee: body.name
			})
			.from(meeting)
			.innerJoin(body, eq(body.id, meeting.bodyId))
			.where(eq(meeting.id, meetingId));
		if (found?.kind !== 'steering_committee') return null;
		const thing = { bodyId: found.bodyId, isDraft: found.state === 'draft' };
		if (!mayReadPaper(actor, thing)) return null;
		const { countyName } = await settingsOf(tx);
		const rows = await tx.execute<Row>(sql`
			select d.number, d.result, to_char(d.decided_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "decidedOn",
				coalesce(p.title, g.title, '') as subject, d.wording, d.reason, d.target, d.target_on::text as "targetOn",
				coalesce((select string_agg(distinct o.name, ', ' order by o.name) from measure m
					join organisation o on o.id = m.organisation_id where m.decision_id = d.id), '') as units,
				(select max(m.due_on)::text from measure m where m.decision_id = d.id) as until
			from decision d left join proposal p on p.id = d.proposal_id left join service_gap g on g.id = d.gap_id
			where d.meeting_id = ${meetingId}::uuid order by d.number`);
		const day = dayOf(found.startsAt);
		return {
			...frameOf({
				county: countyName,
				from: found.committee,
				title: m.papers_kind_report({}, inGerman),
				subtitle: found.title,
				keyOn: day
			}),
			facts: [],
			sections: [
				paragraph(m.papers_report_lead({ committee: found.committee, day: dayIn(day), n: rows.rows.length }, inGerman)),
				...rows.rows.flatMap(blocksOf)
			]
		};
	});

const blocksOf = (d: Row): Block[] => [
	heading(1, d.subject ? `${d.number} – ${d.subject}` : d.number),
	paragraph({ text: `${resultWords[d.result]({}, inGerman)}: `, bold: true }, d.wording),
	...(d.units
		? [
				paragraph(
					d.until
						? m.papers_report_unit_until({ units: d.units, day: dayIn(d.until) }, inGerman)
						: m.papers_report_unit({ units: d.units }, inGerman)
				)
			]
		: []),
	...(d.target ? [paragraph(m.papers_report_target({ target: d.target }, inGerman))] : [])
];

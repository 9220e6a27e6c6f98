/** What one organisation has to do: the decisions that concern it, with their wording, and its measures with their due dates. */
import { sql } from 'drizzle-orm';
import { has, type Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { heading, paragraph, textTable, type Block, type Paper } from '#exports/paper.ts';
import { m } from '#i18n/paraglide/messages.js';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { decisionBlocks } from './papers.dossier.server.ts';
import { dayIn, frameOf, inGerman } from './papers.parts.ts';
import type { SourceDecision } from './papers.source.ts';
import { mayExtract } from './policy.ts';
import type { MeasureState } from './measures.rules.ts';
import { measureStateWords } from './words.ts';

type Row = Omit<SourceDecision, 'dissents'> & { id: string };
type Task = {
	decisionId: string;
	number: string;
	title: string;
	indicator: string;
	contact: string;
	dueOn: string;
	state: MeasureState;
};
const mostRows = 500;

/** Null where the organisation does not exist for this actor. An empty id is the actor's own. */
export const extractPaper = (actor: Actor, organisationId: string): Promise<Paper | null> =>
	look(async (tx) => {
		const id = organisationId || (has(actor, 'responsible_unit') ? (actor.organisationId ?? '') : '');
		if (!isId(id) || !mayExtract(actor, id)) return null;
		const found = await tx.execute<{ name: string }>(sql`select name from organisation where id = ${id}::uuid`);
		const [house] = found.rows;
		if (!house) return null;
		const { countyName } = await settingsOf(tx);
		const title = m.papers_kind_extract({}, inGerman);
		return {
			...frameOf({
				county: countyName,
				from: m.papers_programme({}, inGerman),
				title,
				subtitle: house.name,
				keyOn: today()
			}),
			facts: [{ label: m.meetings_paper_as_of({}, inGerman), text: dayIn(today()) }],
			sections: await sectionsOf(tx, id)
		};
	});

async function sectionsOf(tx: Transaction, organisationId: string): Promise<Block[]> {
	const decisions = await tx.execute<Row>(sql`
		select d.id, d.number, d.result, to_char(d.decided_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "decidedOn",
			coalesce(p.number || ' ' || p.title, '') as subject, d.wording, d.reason, d.target, d.target_on::text as "targetOn", '' as units
		from decision d left join proposal p on p.id = d.proposal_id
		where exists (select from measure m where m.decision_id = d.id and m.organisation_id = ${organisationId}::uuid)
		order by d.decided_at desc, d.number limit ${mostRows}`);
	const tasks = await tx.execute<Task>(sql`
		select m.decision_id as "decisionId", m.number, m.title, m.indicator, c.name as contact, m.due_on::text as "dueOn", m.state
		from measure m join account c on c.id = m.contact_id where m.organisation_id = ${organisationId}::uuid
		order by m.due_on, m.number limit ${mostRows}`);
	if (!decisions.rows.length) return [paragraph(m.papers_extract_none({}, inGerman))];
	return [
		paragraph(m.papers_extract_lead({}, inGerman)),
		...decisions.rows.flatMap((d) => [
			heading(1, d.number),
			...decisionBlocks(d),
			tasksTable(tasks.rows.filter((t) => t.decisionId === d.id))
		])
	];
}

const tasksTable = (tasks: readonly Task[]): Block =>
	textTable(
		[
			m.papers_column_measure({}, inGerman),
			m.papers_column_task({}, inGerman),
			m.papers_column_contact({}, inGerman),
			m.papers_column_until({}, inGerman),
			m.papers_column_state({}, inGerman)
		],
		tasks.map((t) => [
			t.number,
			[t.title, t.indicator && `${m.papers_indicator({}, inGerman)}: ${t.indicator}`].filter(Boolean).join('\n'),
			t.contact,
			dayIn(t.dueOn),
			measureStateWords[t.state]({}, inGerman)
		]),
		{ widths: [24, 66, 31, 22, 29] }
	);

/**
 * Who may read what, as conditions for WHERE: the policies of the concepts said in SQL, so that counts, pages and hits
 * never contain what is hidden. A test holds each condition to its policy, account by account and state by state.
 */
import { sql, type SQL } from 'drizzle-orm';
import { readable as readableCases } from '#concepts/cases/rules.ts';
import { has, isInside, isOffice, type Actor } from '#concepts/people/actor.ts';
import { released as releasedProposals } from '#concepts/proposals/rules.ts';
import { today } from '#platform/clock.ts';
import type { Paged } from './directory.ts';

const never = sql`false`;
const when = (claim: boolean): SQL => (claim ? sql`true` : never);
const any = (...conditions: SQL[]): SQL => sql`(${sql.join(conditions, sql` or `)})`;
const listed = (words: readonly string[]): SQL =>
	sql`(${sql.join(
		words.map((w) => sql`${w}`),
		sql`, `
	)})`;
const uuids = (ids: readonly string[]): SQL =>
	ids.length
		? sql`array[${sql.join(
				ids.map((id) => sql`${id}::uuid`),
				sql`, `
			)}]`
		: sql`'{}'::uuid[]`;

export type Readable = Record<Paged, SQL>;

/** `isUnit`, about the columns of measures under their own name or an alias. */
export function unitIn(actor: Actor, alias: 'measure' | 'm'): SQL {
	const of = sql.identifier(alias);
	return sql`(${of}.contact_id = ${actor.id}::uuid or ${of}.deputy_id = ${actor.id}::uuid
		or (${when(has(actor, 'responsible_unit'))} and ${of}.organisation_id = ${actor.organisationId}::uuid))`;
}

/** `isHelper`, of measures under their own name. */
const helperIn = (actor: Actor): SQL => sql`(measure.state = 'blocked' and (measure.helper_id = ${actor.id}::uuid
	or (${when(has(actor, 'responsible_unit'))} and measure.helper_organisation_id = ${actor.organisationId}::uuid)))`;
/** What one's own house carries out, or is asked to help with. */
export const ownMeasures = (actor: Actor): SQL => any(unitIn(actor, 'measure'), helperIn(actor));

/** Conditions by type, each about the columns of that type's table under its own name. Deny by default. */
export function readable(actor: Actor): Readable {
	if (actor.id === null) return nothing;
	const me = sql`${actor.id}::uuid`;
	const house = sql`${actor.organisationId}::uuid`;
	const seats = (of: (f: string) => boolean) => uuids(actor.seats.filter((s) => of(s.function)).map((s) => s.bodyId));
	const member = seats((f) => f !== 'guest');
	const led = seats((f) => f === 'chair' || f === 'deputy');
	const guest = seats((f) => f === 'guest');
	const inside = when(isInside(actor));
	const office = when(isOffice(actor));
	const reviewer = when(has(actor, 'reviewer'));
	return {
		gap_report: sql`(gap_report.author_id = ${me} or (${office} and gap_report.state <> 'draft'))`,
		service_gap: inside,
		case_analysis: any(
			sql`(${inside} and case_analysis.state in ${listed(readableCases)})`,
			sql`(case_analysis.author_id = ${me} and case_analysis.state in ('draft', 'in_review', 'returned'))`,
			sql`(${reviewer} and case_analysis.state = 'in_review' and case_analysis.author_id <> ${me}
				and (case_analysis.organisation_id <> ${house} or coalesce(
					(select s.value <> 'false'::jsonb from setting s where s.key = 'reviewersOfSameOrganisation'), true)))`
		),
		body: any(inside, sql`body.id = any(${guest})`),
		mandate: inside,
		meeting: any(
			office,
			sql`meeting.body_id = any(${led})`,
			sql`(meeting.state <> 'draft' and meeting.body_id = any(${member}))`,
			sql`exists (select from invitation i where i.meeting_id = meeting.id and i.account_id = ${me} and i.guest
				and i.access_until >= ${today()}::date)`
		),
		proposal: any(
			office,
			sql`proposal.body_id = any(${member})`,
			sql`(${inside} and proposal.state in ${listed(releasedProposals)})`,
			sql`(proposal.body_id = any(${guest}) and proposal.state not in ('draft', 'withdrawn'))`
		),
		decision: any(
			inside,
			sql`exists (select from measure m where m.decision_id = decision.id and ${unitIn(actor, 'm')})`
		),
		measure: any(inside, ownMeasures(actor))
	};
}

const nothing: Readable = {
	gap_report: never,
	service_gap: never,
	case_analysis: never,
	body: never,
	mandate: never,
	meeting: never,
	proposal: never,
	decision: never,
	measure: never
};

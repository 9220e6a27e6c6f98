/** The things of the demo world that stand for their kind in the matrix, found by what is special about them. */
import { demoAddress, type CastKey } from '#demo/cast.server.ts';

const account = (who: CastKey | 'neue.kollegin') => `(select id from account where email = '${demoAddress(who)}')`;
const of = (table: string, where: string) => `select id from ${table} where ${where} order by id limit 1`;
const body = (kind: string, name = '') => `(select id from body where kind = '${kind}' and name like '%${name}%')`;
const group = body('cross_module_group');
const topicGroup = body('topic_group', 'Rechtskreiswechsel');
const committee = body('steering_committee');
const meeting = (of: string, state: string) =>
	`select id from meeting where body_id = ${of} and state = '${state}' order by starts_at desc limit 1`;
const item = (of: string, state: string, itemState: string) =>
	`select id from agenda_item where meeting_id = (${meeting(of, state)}) and state = '${itemState}' order by position limit 1`;

/** Each a statement that gives one id. */
export const things = {
	account_a: `select ${account('fallmanagement-a')}`,
	account_b: `select ${account('fallmanagement-b')}`,
	account_lenkung: `select ${account('lenkung')}`,
	account_unit: `select ${account('federfuehrung')}`,
	account_invited: `select ${account('neue.kollegin')}`,
	organisation_a: `select organisation_id from account where id = ${account('fallmanagement-a')}`,
	organisation_unit: `select organisation_id from account where id = ${account('federfuehrung')}`,
	session_a: `select id_hash from session where account_id = ${account('fallmanagement-a')} limit 1`,
	token_a: `select id from access_token where account_id = ${account('fallmanagement-a')} order by created_at limit 1`,
	token_b: `select id from access_token where account_id = ${account('fallmanagement-b')} order by created_at limit 1`,
	inbox_a: `select id from inbox_item where account_id = ${account('fallmanagement-a')} order by id desc limit 1`,
	mail: of('mail', 'calendar is not null'),
	legal_domain: `select code from catalogue_item where list = 'legalDomain' order by position limit 1`,
	phase: `select code from catalogue_item where list = 'integrationPhase' order by position limit 1`,
	gap_type: `select code from catalogue_item where list = 'gapType' order by position limit 1`,
	age_band: `select code from catalogue_item where list = 'ageBand' order by position limit 1`,
	municipality: `select code from catalogue_item where list = 'municipality' order by position limit 1`,

	case_list_a: of(
		'case_list',
		`organisation_id = (select organisation_id from account where id = ${account('fallmanagement-a')})`
	),
	case_draft_a: of('case_analysis', `state = 'draft' and author_id = ${account('fallmanagement-a')}`),
	case_in_review: of('case_analysis', `state = 'in_review'`),
	case_released: of(
		'case_analysis',
		`state = 'released' and not exists (select from agenda_link where thing_id = case_analysis.id)`
	),
	case_evaluated: of('case_analysis', `state = 'evaluated'`),
	case_recalled: of('case_analysis', `state = 'recalled'`),

	report_draft_a: of('gap_report', `state = 'draft' and author_id = ${account('fallmanagement-a')}`),
	report_draft_a_key: `select client_key from gap_report where state = 'draft' and author_id = ${account('fallmanagement-a')} limit 1`,
	report_received_b: of('gap_report', `state = 'received' and author_id = ${account('fallmanagement-b')}`),
	report_query_a: of('gap_report', `state = 'query' and author_id = ${account('fallmanagement-a')}`),

	gap_new: of('service_gap', `state = 'new'`),
	gap_confirmed: of('service_gap', `state = 'confirmed'`),
	gap_prioritised: of('service_gap', `state = 'prioritised'`),
	gap_merged: of('service_gap', `state = 'merged'`),
	gap_mandated: of('service_gap', `state = 'mandated'`),
	gap_in_solution: of('service_gap', `state = 'in_solution'`),
	view_a: of('saved_view', `account_id = ${account('fallmanagement-a')}`),
	feedback_owed: `select id from feedback where given_at is null limit 1`,

	agreement: of('agreement', `valid_until > now()`),

	group: `select ${group}`,
	topic_group: `select ${topicGroup}`,
	committee: `select ${committee}`,
	seat_in_group: `select id from membership where body_id = ${group} and account_id = ${account('fachkraft')}`,
	mandate_given: of('mandate', `state = 'given'`),
	mandate_in_work: of('mandate', `state = 'in_work'`),

	meeting_group: meeting(group, 'invited'),
	meeting_group_closed: meeting(group, 'closed'),
	meeting_topic_held: meeting(topicGroup, 'held'),
	meeting_committee: meeting(committee, 'scheduled'),
	meeting_committee_held: meeting(committee, 'held'),
	/** what is confirmed there */
	hash_committee_held: `select hash from minutes_review where meeting_id = (${meeting(committee, 'held')})`,
	item_group: item(group, 'invited', 'scheduled'),
	item_committee: item(committee, 'scheduled', 'scheduled'),
	item_committee_held: item(committee, 'held', 'done'),
	/** a decided proposal stands under it */
	item_with_paper: `select i.id from agenda_item i join meeting m on m.id = i.meeting_id join proposal p on p.id = i.proposal_id
		where m.body_id = ${committee} and m.state in ('held', 'closed') and p.state = 'decided' order by i.id limit 1`,
	backlog_group: of('agenda_item', `body_id = ${group} and state = 'backlog'`),
	task_topic: `select id from task where body_id = ${topicGroup} and state = 'open' and assignee_id = ${account('mitglied')}`,
	task_office: `select id from task where body_id = ${topicGroup} and state = 'open' and assignee_id = ${account('koordination-2')}`,

	proposal_recommended: of('proposal', `state = 'recommended' and body_id = ${group}`),
	statement_open: `select id from statement where state = 'asked' and account_id = ${account('gast')}`,
	proposal_scheduled: of('proposal', `state = 'scheduled'`),
	proposal_admitted: of('proposal', `state = 'admitted'`),
	proposal_in_circulation: of('proposal', `state = 'in_circulation'`),
	circulation: of('circulation', `state = 'open'`),
	proposal_decided: of('proposal', `state = 'decided' and body_id = ${topicGroup}`),

	decision_with_unit: `select decision_id from measure where contact_id = ${account('federfuehrung')} and state = 'issued' limit 1`,
	decision_without_unit: of('decision', `gate = 1`),
	measure_of_unit: of('measure', `state = 'issued' and contact_id = ${account('federfuehrung')}`),
	measure_of_others: of('measure', `state = 'reported_done'`),
	paper_folder: of('paper_build', `kind = 'folder' and state = 'ready'`),
	paper_dossier: of('paper_build', `kind = 'dossier' and state = 'ready'`),
	review_asked: of('effect_review', `state = 'asked'`),
	escalation: of('escalation', `state = 'sent'`),

	gap_in_implementation: of('service_gap', `state = 'in_implementation'`),
	sheet_draft: of('result_sheet', `state = 'draft' and author_id = ${account('koordination')}`),
	sheet_in_review: of('result_sheet', `state = 'in_review' and author_id = ${account('koordination-2')}`),
	sheet_released: of('result_sheet', `state = 'released'`),
	distribution: of('result_distribution', `answer = ''`)
} as const satisfies Record<string, string>;
export type ThingName = keyof typeof things;

/** Who may open which page, data file or endpoint. All others get 404, and nobody is sent to the login. */
import {
	admin,
	everybody,
	files,
	inCommittee,
	inGroup,
	inside,
	insideAndUnit,
	inTopicGroup,
	leadsCommittee,
	office,
	unit,
	type Group
} from './cast.ts';

export type RouteLine = {
	/** The verb and the folder below src/routes. */
	route: string;
	/** The address; {name} stands for the id of that thing. */
	path: string;
	may: Group;
	/** Those who may are sent on to here. */
	to?: string;
};
const page = (folder: string, path: string, may: Group, to?: string): RouteLine => ({
	route: `GET ${folder}`,
	path,
	may,
	...(to && { to })
});
const hub = (folder: string, path: string, may: Group, to?: string): RouteLine =>
	page(`/(hub)/${folder}`, path, may, to);

export const routes: RouteLine[] = [
	page('/(hub)', '/', everybody),
	hub('admin', '/admin', everybody, '/admin/people'),
	hub('admin/anonymity', '/admin/anonymity', ['datenschutz', 'admin']),
	hub('admin/catalogues', '/admin/catalogues', admin),
	hub('admin/catalogues/[list]/[code]', '/admin/catalogues/legalDomain/{legal_domain}', admin),
	hub('admin/map', '/admin/map', admin),
	hub('admin/organisations', '/admin/organisations', admin),
	hub('admin/organisations/[id]', '/admin/organisations/{organisation_a}', admin),
	hub('admin/people', '/admin/people', admin),
	hub('admin/people/[id]', '/admin/people/{account_a}', admin),
	hub('admin/people/new', '/admin/people/new', admin),
	hub('admin/settings', '/admin/settings', admin),
	hub('audit', '/audit', ['datenschutz', 'admin']),
	hub('audit/readings', '/audit/readings', ['datenschutz']),
	page('/(paper)/audit/readings.csv', '/audit/readings.csv', ['datenschutz']),
	hub('help/anonymity', '/help/anonymity', [...inside, 'datenschutz', 'admin']),
	hub('help/api', '/help/api', everybody),

	hub('bodies', '/bodies', inside),
	hub('bodies/[id]', '/bodies/{group}', inside),
	hub('bodies/[id]', '/bodies/{committee}', inside),
	hub('bodies/[id]/edit', '/bodies/{group}/edit', office),
	hub('bodies/[id]/mandate', '/bodies/{group}/mandate', leadsCommittee),
	hub('bodies/[id]/members', '/bodies/{group}/members', office),
	hub('bodies/new', '/bodies/new', office),
	hub('mandates/[id]', '/mandates/{mandate_given}', inside),

	hub('cases', '/cases', [...inside, 'datenschutz']),
	hub('cases', '/cases?tab=recalled', [...office, 'datenschutz']),
	hub('cases/[id]', '/cases/{case_draft_a}', ['fallmanagement-a']),
	hub('cases/[id]', '/cases/{case_in_review}', ['pruefung']),
	hub('cases/[id]', '/cases/{case_released}', inside),
	hub('cases/[id]', '/cases/{case_recalled}', [...office, 'datenschutz']),
	hub('cases/[id]/edit', '/cases/{case_draft_a}/edit', ['fallmanagement-a']),
	hub('cases/[id]/edit', '/cases/{case_released}/edit', []),
	hub('cases/lists', '/cases/lists', files),
	hub('cases/lists/[id]', '/cases/lists/{case_list_a}', ['fallmanagement-a']),
	hub('cases/lists/new', '/cases/lists/new', files),
	hub('cases/new', '/cases/new', files),
	hub('cases/review', '/cases/review', ['pruefung']),
	hub('cases/waiting', '/cases/waiting', [...office, 'pruefung']),

	hub('contributions', '/contributions', everybody),
	hub('reports/import', '/reports/import', files),
	hub('reports/new', '/reports/new', files),
	hub('reports/new', '/reports/new?draft={report_draft_a}', ['fallmanagement-a']),
	hub('reports/[id]', '/reports/{report_draft_a}', ['fallmanagement-a'], '/reports/new?draft={report_draft_a}'),
	hub('reports/[id]', '/reports/{report_query_a}', ['fallmanagement-a', ...office]),
	hub('reports/[id]', '/reports/{report_received_b}', ['fallmanagement-b', ...office]),
	hub('intake/[[id]]', '/intake', office),
	hub('intake/[[id]]', '/intake/{report_received_b}', office),
	hub('intake/[[id]]', '/intake/{report_draft_a}', []),
	hub('gaps', '/gaps', inside),
	page('/(paper)/gaps.xlsx', '/gaps.xlsx', inside),
	page('/(paper)/gaps.csv', '/gaps.csv?columns=breadth', inside),
	hub('gaps', '/gaps?sort=kind&turned=1&columns=domains&columns=breadth', inside),
	hub('gaps/[id]', '/gaps/{gap_new}', inside),
	hub('gaps/[id]/edit', '/gaps/{gap_new}/edit', office),

	hub('situation', '/situation', inside),
	hub('situation', '/situation?legalDomain=SGB2&since=2026-01-01', inside),
	...['xlsx', 'csv', 'json'].flatMap((file) => [
		page(`/(paper)/situation.${file}`, `/situation.${file}?place=AR-OST`, inside)
	]),
	hub('agreements', '/agreements', inside),
	hub('agreements/[id]', '/agreements/{agreement}', inside),
	hub('agreements/[id]/edit', '/agreements/{agreement}/edit', office),
	hub('agreements/new', '/agreements/new', office),

	hub('meetings', '/meetings', everybody),
	hub('meetings/new', '/meetings/new', leadsCommittee),
	hub('meetings/[id]', '/meetings/{meeting_group}', [...inGroup, 'gast']),
	hub('meetings/[id]', '/meetings/{meeting_group_closed}', inGroup),
	hub('meetings/[id]', '/meetings/{meeting_topic_held}', inTopicGroup),
	hub('meetings/[id]', '/meetings/{meeting_committee}', inCommittee),
	...['agenda', 'edit', 'invite', 'run'].flatMap((sub) => [
		hub(`meetings/[id]/${sub}`, `/meetings/{meeting_committee}/${sub}`, leadsCommittee)
	]),
	hub('meetings/[id]/agenda', '/meetings/{meeting_group}/agenda', office),
	hub('meetings/[id]/invite', '/meetings/{meeting_group}/invite', office),
	hub('meetings/[id]/run', '/meetings/{meeting_group}/run', office),
	hub('meetings/[id]/postpone', '/meetings/{meeting_group}/postpone', office),
	hub('meetings/[id]/minutes', '/meetings/{meeting_group}/minutes', [...inGroup, 'gast']),
	hub('meetings/[id]/versions', '/meetings/{meeting_group}/versions', inGroup),
	hub('meetings/[id]/minutes', '/meetings/{meeting_committee_held}/minutes', inCommittee),
	hub('meetings/[id]/print', '/meetings/{meeting_group_closed}/print', inGroup),
	hub('meetings/[id]/print', '/meetings/{meeting_committee_held}/print', inCommittee),
	...['labels', 'suggest', 'wall'].flatMap((sub) => [
		hub(`meetings/[id]/${sub}`, `/meetings/{meeting_group}/${sub}`, [...inGroup, 'gast']),
		hub(`meetings/[id]/${sub}`, `/meetings/{meeting_committee}/${sub}`, inCommittee)
	]),
	page('/(paper)/meetings/[id]/invitation.ics', '/meetings/{meeting_group}/invitation.ics', [...inGroup, 'gast']),
	page('/(paper)/meetings/[id]/invitation.ics', '/meetings/{meeting_committee}/invitation.ics', inCommittee),
	...['agenda.pdf', 'agenda.docx'].flatMap((file) => [
		page(`/(paper)/meetings/[id]/${file}`, `/meetings/{meeting_group}/${file}`, [...inGroup, 'gast']),
		page(`/(paper)/meetings/[id]/${file}`, `/meetings/{meeting_committee}/${file}`, inCommittee)
	]),
	...['minutes.pdf', 'minutes.docx'].flatMap((file) => [
		page(`/(paper)/meetings/[id]/${file}`, `/meetings/{meeting_group_closed}/${file}`, inGroup),
		page(`/(paper)/meetings/[id]/${file}`, `/meetings/{meeting_group}/${file}`, [...inGroup, 'gast']),
		// not invited yet: there is no draft
		page(`/(paper)/meetings/[id]/${file}`, `/meetings/{meeting_committee}/${file}`, [])
	]),
	hub('tasks', '/tasks', everybody),
	hub('tasks/[id]', '/tasks/{task_topic}', office),

	hub('proposals', '/proposals', inside),
	hub('proposals/new', '/proposals/new?body={group}', inGroup),
	hub('proposals/[id]', '/proposals/{proposal_recommended}', inGroup),
	hub('proposals/[id]', '/proposals/{proposal_decided}', inside),
	hub('proposals/[id]/one-page', '/proposals/{proposal_recommended}/one-page', inGroup),
	hub('proposals/[id]/one-page', '/proposals/{proposal_decided}/one-page', inside),
	hub('statements/[id]', '/statements/{statement_open}', ['gast']),
	hub('proposals/[id]/versions', '/proposals/{proposal_decided}/versions', inside),

	hub('steering', '/steering', inCommittee),
	hub('decisions', '/decisions', inside),
	hub('decisions/new', '/decisions/new?proposal={proposal_scheduled}', leadsCommittee),
	hub('steering/[id]', '/steering/{meeting_committee}', inCommittee),
	hub('steering/[id]/prepare/[proposal]', '/steering/{meeting_committee}/prepare/{proposal_scheduled}', leadsCommittee),
	hub('circulations/new', '/circulations/new?proposal={proposal_admitted}', office),
	hub('circulations/[id]', '/circulations/{circulation}', inCommittee),
	hub('decisions/new', '/decisions/new?gap={gap_confirmed}', leadsCommittee),
	hub('decisions/[id]', '/decisions/{decision_with_unit}', insideAndUnit),
	hub('decisions/[id]', '/decisions/{decision_without_unit}', inside),
	hub('measures', '/measures', insideAndUnit),
	hub('measures/[id]', '/measures/{measure_of_unit}', insideAndUnit),
	hub('measures/[id]', '/measures/{measure_of_others}', inside),
	hub('effect/[id]', '/effect/{review_asked}', inside),
	hub('passed-on', '/passed-on', inside),
	hub('passed-on/[id]', '/passed-on/{escalation}', inside),
	...['letter.pdf', 'letter.docx'].map((file) =>
		page(`/(paper)/passed-on/[id]/${file}`, `/passed-on/{escalation}/${file}`, inside)
	),
	hub('results', '/results', inside),
	hub('results/new', '/results/new?gap={gap_in_implementation}', [...office, 'pruefung']),
	hub('results/[id]', '/results/{sheet_draft}', office),
	hub('results/[id]', '/results/{sheet_in_review}', [...office, 'pruefung']),
	hub('results/[id]', '/results/{sheet_released}', inside),
	hub('results/[id]/edit', '/results/{sheet_draft}/edit', ['koordination']),
	page('/(paper)/results/[id]/sheet.pdf', '/results/{sheet_draft}/sheet.pdf', office),
	page('/(paper)/results/[id]/sheet.pdf', '/results/{sheet_released}/sheet.pdf', inside),
	page('/(open)/r/[token]', '/r/{sheet_token}', 'world'),
	page('/(open)/r/[token]/sheet.pdf', '/r/{sheet_token}/sheet.pdf', 'world'),
	page('/(open)/results.atom', '/results.atom?key={feed_token}', 'world'),
	hub('control-list', '/control-list', insideAndUnit),
	page('/(paper)/control-list.xlsx', '/control-list.xlsx', insideAndUnit),
	page('/(paper)/control-list.pdf', '/control-list.pdf', insideAndUnit),
	hub('papers', '/papers', [...inCommittee, ...unit]),
	page('/(paper)/papers/[id]/file.pdf', '/papers/{paper_folder}/file.pdf', inCommittee),
	page('/(paper)/papers/[id]/file.pdf', '/papers/{paper_dossier}/file.pdf', inCommittee),
	page('/(paper)/papers/extract.pdf', '/papers/extract.pdf?unit={organisation_unit}', [...inCommittee, ...unit]),
	page('/(paper)/papers/extract.pdf', '/papers/extract.pdf?unit={organisation_a}', inCommittee),
	page('/(paper)/papers/extract.pdf', '/papers/extract.pdf', unit),
	page('/(paper)/papers/report.docx', '/papers/report.docx?meeting={meeting_committee_held}', inCommittee),
	page('/(paper)/papers/report.docx', '/papers/report.docx?meeting={meeting_group}', []),

	hub('thread/[type]/[id]', '/thread/service_gap/{gap_in_solution}', inside),
	hub('thread/[type]/[id]', '/thread/case_analysis/{case_draft_a}', ['fallmanagement-a']),
	hub('thread/[type]/[id]', '/thread/case_analysis/{case_recalled}', []),
	hub('thread/[type]/[id]', '/thread/gap_report/{report_query_a}', ['fallmanagement-a', ...office]),
	hub('thread/[type]/[id]', '/thread/proposal/{proposal_recommended}', inGroup),
	hub('thread/[type]/[id]', '/thread/meeting/{meeting_committee}', inCommittee),
	hub('thread/[type]/[id]', '/thread/measure/{measure_of_unit}', insideAndUnit),
	hub('search', '/search?q=Kurs', everybody),

	hub('inbox', '/inbox', everybody),
	hub('outgoing-mail', '/outgoing-mail', everybody),
	hub('outgoing-mail/[id]/einladung.ics', '/outgoing-mail/{mail}/einladung.ics', everybody),
	hub('profile', '/profile', everybody),
	hub('profile/data.json', '/profile/data.json', everybody),
	hub('profile/tokens', '/profile/tokens', everybody),

	page('/(open)/accessibility', '/accessibility', 'world'),
	page('/(open)/imprint', '/imprint', 'world'),
	page('/(open)/offline', '/offline', 'world'),
	page('/(open)/invitation/[token]', '/invitation/no-such-token', 'world'),
	page('/(open)/reset', '/reset', 'world'),
	page('/(open)/reset/[token]', '/reset/no-such-token', 'world'),
	page('/(open)/login', '/login', 'world'),
	page('/(open)/logout', '/logout', 'world', '/'),
	page('/health', '/health', 'world')
];

/** Who is let in by which socket event; nothing else is listened to. The handshake is tried in sessions.test.ts. */
export const socketEvents: Record<string, Group> = {
	connection: everybody,
	disconnect: everybody,
	join: everybody,
	leave: everybody,
	update: everybody,
	at: everybody
};

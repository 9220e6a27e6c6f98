/** The pages that are measured: who opens which addresses; things are taken from the database at hand. */
import { sql } from 'drizzle-orm';
import type { CastKey } from '#demo/cast.server.ts';
import type { Db } from '#platform/database.server.ts';

export type Line = { name: string; who: CastKey; paths: string[] };

/** Each a statement that gives ids; the ones with the longest history where it says so. */
const scattered = (table: string, where = 'true', n = 40): string =>
	`select id from ${table} where ${where} order by md5(id::text) limit ${n}`;
const samples = {
	gaps: scattered('service_gap', `state <> 'merged'`),
	heavyGaps: `select thing_id as id from event where thing_type = 'service_gap' group by 1 order by count(*) desc limit 10`,
	proposals: scattered('proposal', `state in ('admitted', 'scheduled', 'decided', 'postponed')`),
	decisions: scattered('decision'),
	measures: scattered('measure'),
	meetings: scattered('meeting', `state = 'closed'`),
	committee: `select m.id from meeting m join body b on b.id = m.body_id
		where b.kind = 'steering_committee' and m.state in ('closed', 'scheduled', 'held') order by m.starts_at desc limit 20`,
	mandates: scattered('mandate'),
	cases: scattered('case_analysis', `state in ('released', 'discussed', 'evaluated')`),
	received: scattered('gap_report', `state = 'received'`),
	reports: scattered('gap_report', `state = 'assigned'`),
	bodies: scattered('body', 'true', 15)
};
type Sample = keyof typeof samples;

const searches = [
	'Wohnung', 'Sprachmittlung', 'Übersetzungen', 'Fluechtlinge', 'Kinderbetreuung Alleinerziehende', 'Aufenthaltserlaubnis',
	'Betreuung', 'Kinderbetreung', 'Schwangerschaftsberatnug', 'Anerkennung von Abschlüssen', 'der und die', 'Jobcenter Termin online',
	'Führerschein', 'Einstufungslotse', 'Quantenphysik', 'L-2019', '"erst nach Monaten"', 'Bus -Kita'
].map((q) => encodeURIComponent(q)); // prettier-ignore

export async function linesOn(db: Db): Promise<Line[]> {
	const ids = new Map<Sample, string[]>();
	for (const name of Object.keys(samples) as Sample[]) {
		const found = await db.execute<{ id: string }>(sql.raw(samples[name]));
		ids.set(
			name,
			found.rows.map((row) => row.id)
		);
	}
	const each = (name: Sample, path: (id: string) => string): string[] => ids.get(name)!.map(path);
	const office = (name: string, ...paths: string[]): Line => ({ name, who: 'koordination', paths });
	const manager = (name: string, ...paths: string[]): Line => ({ name, who: 'fallmanagement-a', paths });
	const steering = (name: string, ...paths: string[]): Line => ({ name, who: 'lenkung', paths });
	const thread = (type: string) => (id: string) => `/thread/${type}/${id}`;
	return [
		office('start, office', '/'),
		manager('start, case manager', '/'),
		steering('start, steering', '/'),
		{ name: 'start, responsible unit', who: 'federfuehrung', paths: ['/'] },

		office('register', '/gaps'),
		manager('register, filtered', ...filters.map((f) => `/gaps?${f}`)),
		office(
			'register, deep',
			'/gaps?page=400',
			'/gaps?page=700',
			'/gaps?page=760&sort=title',
			'/gaps?page=300&sort=number'
		),
		office('register, search', ...searches.map((q) => `/gaps?q=${q}`)),
		manager('gap', ...each('gaps', (id) => `/gaps/${id}`)),
		office('gap, office', ...each('gaps', (id) => `/gaps/${id}`)),
		office('gap, long history', ...each('heavyGaps', (id) => `/gaps/${id}`)),

		office('search', ...searches.map((q) => `/search?q=${q}`)),
		manager('search, case manager', ...searches.map((q) => `/search?q=${q}`)),
		steering(
			'search, one type',
			...searches.flatMap((q) => ['service_gap', 'proposal'].map((t) => `/search?q=${q}&type=${t}&page=2`))
		),

		office('intake', '/intake', '/intake?page=20', '/intake?state=query'),
		office('intake, one report', ...each('received', (id) => `/intake/${id}`)),
		manager('contributions', '/contributions', '/contributions?page=5'),
		manager('new report', '/reports/new'),
		manager('inbox', '/inbox', '/inbox?show=unread', '/inbox?page=100'),
		manager('case analyses', '/cases', '/cases?page=60', '/cases?domain=SGB2', '/cases?tab=mine'),
		manager('case analysis', ...each('cases', (id) => `/cases/${id}`)),

		office('proposals', '/proposals', '/proposals?state=decided&page=150', '/proposals?state=submitted'),
		manager('proposals, case manager', '/proposals', '/proposals?page=150'),
		office('proposal', ...each('proposals', (id) => `/proposals/${id}`)),
		office('new proposal', '/proposals/new'),
		steering('steering', '/steering'),
		office('steering, office', '/steering'),
		steering('decisions', '/decisions', '/decisions?page=120'),
		steering('decision', ...each('decisions', (id) => `/decisions/${id}`)),
		office('measures', '/measures?tab=all', '/measures?tab=all&page=100', '/measures?tab=waiting'),
		{ name: 'measures, responsible unit', who: 'federfuehrung', paths: ['/measures', '/control-list'] },
		steering('measure', ...each('measures', (id) => `/measures/${id}`)),
		steering(
			'control list',
			'/control-list',
			'/control-list?tab=all&page=100',
			'/control-list?tab=overdue',
			'/control-list?tab=done'
		),

		office('meetings', '/meetings', '/meetings?when=past', '/meetings?when=past&page=20'),
		manager('meetings, case manager', '/meetings', '/meetings?when=past'),
		office('meeting', ...each('meetings', (id) => `/meetings/${id}`)),
		steering('meeting, committee', ...each('committee', (id) => `/meetings/${id}`)),
		office('meeting, agenda', ...each('committee', (id) => `/meetings/${id}/agenda`).slice(0, 5)),
		office('tasks', '/tasks', '/tasks?tab=done'),
		office('bodies', '/bodies'),
		office('body', ...each('bodies', (id) => `/bodies/${id}`)),
		office('mandate', ...each('mandates', (id) => `/mandates/${id}`)),

		office('thread of gap', ...each('gaps', thread('service_gap'))),
		office('thread of gap, long history', ...each('heavyGaps', thread('service_gap'))),
		office('thread of report', ...each('reports', thread('gap_report'))),
		manager('thread of proposal', ...each('proposals', thread('proposal')).slice(0, 20)),
		steering('thread of decision', ...each('decisions', thread('decision'))),
		steering('thread of measure', ...each('measures', thread('measure'))),
		steering('thread of committee meeting', ...each('committee', thread('meeting'))),
		office('thread of meeting', ...each('meetings', thread('meeting'))),
		manager('thread of analysis', ...each('cases', thread('case_analysis'))),
		office('thread of body', ...each('bodies', thread('body'))),

		{
			name: 'audit',
			who: 'datenschutz',
			paths: ['/audit', '/audit?page=200', '/audit?kind=decision', '/audit?kind=gap_report.submit', auditDays()]
		},
		{ name: 'people', who: 'admin', paths: ['/admin/people', '/admin/people?page=10'] },
		manager('outgoing mail', '/outgoing-mail', '/outgoing-mail?page=700')
	];
}

const filters = [
	'state=open',
	'state=confirmed&legalDomain=SGB2',
	'legalDomain=AUFENTHG&phase=IK03',
	'gapType=GT04',
	'state=open&gapType=GT10&legalDomain=WOHNEN&sort=title',
	'state=closed&page=50'
];

const auditDays = (): string => {
	const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
	return `/audit?from=${day(900)}&until=${day(870)}`;
};

/** The start page: the kinds of thing that may wait for somebody, where they lead, and the quick actions of each role. */
import { chairs, has, isInside, isOffice, isSteering, sitsInGroup, type Actor } from '#concepts/people/actor.ts';
import type { IconName } from '#ui/icons.ts';

/** In the order of the page: what keeps others waiting comes first. */
export const waitingKinds = [
	'queries',
	'statements',
	'recalled',
	'votes',
	'decisions',
	'measures_accept',
	'measures_report',
	'reviews',
	'sheets',
	'intake',
	'minutes',
	'effects',
	'tasks',
	'cases_returned',
	'invitations',
	'mandates',
	'feedback',
	'resubmissions',
	'agreements_expiring',
	'proposals_returned',
	'statements_late',
	'proposals_admit',
	'proposals_schedule',
	'proposals_recommend',
	'measures_approve',
	'cases_evaluate',
	'report_drafts',
	'case_drafts',
	'people_invited'
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** `late`: its day has passed. `on`: the day that counts – due, held or submitted. */
export type Waiting = {
	id: string;
	number: string | null;
	title: string;
	on: string | null;
	late: boolean;
	href: string;
};
export type WaitingGroup = { kind: WaitingKind; count: number; late: number; items: Waiting[] };
/** Things of a kind that the page lists; the rest is behind the link to all. */
export const shownOfEach = 4;

/** Where one thing of a kind is dealt with, and where all of them are. */
export const places: Record<WaitingKind, { icon: IconName; one: (id: string) => string; all: string }> = {
	queries: { icon: 'comment', one: (id) => `/reports/${id}`, all: '/contributions' },
	statements: { icon: 'comment', one: (id) => `/statements/${id}`, all: '/inbox' },
	recalled: { icon: 'shield', one: (id) => `/cases/${id}`, all: '/cases?tab=recalled' },
	votes: { icon: 'mail', one: (id) => `/circulations/${id}`, all: '/steering' },
	decisions: { icon: 'decision', one: (id) => `/proposals/${id}/one-page`, all: '/steering' },
	measures_accept: { icon: 'measure', one: (id) => `/measures/${id}`, all: '/measures' },
	measures_report: { icon: 'clock', one: (id) => `/measures/${id}`, all: '/measures' },
	reviews: { icon: 'shield', one: (id) => `/cases/${id}`, all: '/cases/review' },
	sheets: { icon: 'mail', one: (id) => `/results/${id}`, all: '/results' },
	intake: { icon: 'inbox', one: (id) => `/intake/${id}`, all: '/intake' },
	minutes: { icon: 'book', one: (id) => `/meetings/${id}`, all: '/meetings' },
	effects: { icon: 'refresh', one: (id) => `/effect/${id}`, all: '/contributions' },
	tasks: { icon: 'check', one: () => '/tasks', all: '/tasks' },
	cases_returned: { icon: 'edit', one: (id) => `/cases/${id}`, all: '/cases?tab=mine' },
	invitations: { icon: 'calendar', one: (id) => `/meetings/${id}`, all: '/meetings' },
	mandates: { icon: 'send', one: (id) => `/mandates/${id}`, all: '/bodies' },
	feedback: { icon: 'mail', one: (id) => `/gaps/${id}`, all: '/steering' },
	resubmissions: { icon: 'send', one: (id) => `/passed-on/${id}`, all: '/passed-on' },
	agreements_expiring: { icon: 'send', one: (id) => `/agreements/${id}`, all: '/agreements?state=expiring' },
	proposals_returned: { icon: 'edit', one: (id) => `/proposals/${id}`, all: '/proposals?state=returned' },
	statements_late: { icon: 'clock', one: (id) => `/proposals/${id}#statements`, all: '/proposals' },
	proposals_admit: { icon: 'check', one: (id) => `/proposals/${id}`, all: '/proposals?state=submitted' },
	proposals_schedule: { icon: 'calendar', one: (id) => `/proposals/${id}`, all: '/proposals?state=admitted' },
	proposals_recommend: { icon: 'edit', one: (id) => `/proposals/${id}`, all: '/proposals' },
	measures_approve: { icon: 'measure', one: (id) => `/measures/${id}`, all: '/measures?tab=waiting' },
	cases_evaluate: { icon: 'book', one: (id) => `/cases/${id}`, all: '/cases' },
	report_drafts: { icon: 'edit', one: (id) => `/reports/new?draft=${id}`, all: '/contributions' },
	case_drafts: { icon: 'book', one: (id) => `/cases/${id}`, all: '/cases?tab=mine' },
	people_invited: { icon: 'people', one: () => '/admin/people', all: '/admin/people' }
};

/** `label` names a message start_do_…, or start_do_<label>_text for the sentence below it. */
export type QuickAction = { label: QuickLabel; href: string; icon: IconName };
export type QuickLabel =
	| 'report'
	| 'case'
	| 'intake'
	| 'review'
	| 'gaps'
	| 'proposal'
	| 'meeting'
	| 'steering'
	| 'control'
	| 'measures'
	| 'recalls'
	| 'audit'
	| 'people'
	| 'settings'
	| 'meetings';

/** The four things this actor is most likely to do. Convenience, never a right. */
export function quickActions(a: Actor): QuickAction[] {
	const offer = (when: boolean, label: QuickLabel, href: string, icon: IconName): QuickAction[] =>
		when ? [{ label, href, icon }] : [];
	const files = has(a, 'case_manager') || has(a, 'officer');
	const leads = a.seats.some((s) => s.kind !== 'steering_committee' && chairs(a, s.bodyId));
	return [
		...offer(isOffice(a), 'intake', '/intake', 'inbox'),
		...offer(files, 'report', '/reports/new', 'plus'),
		...offer(files, 'case', '/cases/new', 'book'),
		...offer(has(a, 'reviewer'), 'review', '/cases/review', 'shield'),
		...offer(isSteering(a), 'steering', '/steering', 'decision'),
		...offer(has(a, 'responsible_unit'), 'measures', '/measures', 'measure'),
		...offer(isOffice(a) || leads, 'meeting', '/meetings/new', 'calendar'),
		...offer(isSteering(a) || isOffice(a), 'control', '/control-list', 'list'),
		...offer(sitsInGroup(a) || isOffice(a), 'proposal', '/proposals/new', 'edit'),
		...offer(isInside(a), 'gaps', '/gaps', 'gap'),
		...offer(has(a, 'data_protection'), 'recalls', '/cases?tab=recalled', 'shield'),
		...offer(has(a, 'administrator'), 'people', '/admin/people', 'people'),
		...offer(has(a, 'administrator'), 'settings', '/admin/settings', 'settings'),
		...offer(has(a, 'data_protection') || has(a, 'administrator'), 'audit', '/audit', 'lock'),
		...offer(!isInside(a) && a.roles.length === 0, 'meetings', '/meetings', 'calendar')
	].slice(0, 4);
}

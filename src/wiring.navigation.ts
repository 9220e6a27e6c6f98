/** Which pages each role finds in the navigation. A link here is a convenience, never a right. */
import { has, isInside, isOffice, isSteering, type Actor } from '#concepts/people/actor.ts';
import { maySteer } from '#concepts/steering/policy.ts';

/** `label` names a message hub_nav_…; the page turns it into words. */
export type NavLink = { href: string; label: string; icon: string };
export type NavLinks = { label: string; items: NavLink[] }[];

const link = (when: boolean, href: string, label: string, icon: string): NavLink[] =>
	when ? [{ href, label, icon }] : [];

export function navigationOf(a: Actor): NavLinks {
	const inside = isInside(a);
	const files = has(a, 'case_manager') || has(a, 'officer') || isOffice(a);
	const unit = has(a, 'responsible_unit');
	const watches = has(a, 'data_protection') || has(a, 'administrator');
	const groups: NavLinks = [
		{
			label: 'work',
			items: [
				...link(true, '/', 'start', 'home'),
				...link(isSteering(a), '/steering', 'steering_page', 'decision'),
				...link(files, '/reports/new', 'report', 'plus'),
				...link(isOffice(a), '/intake', 'intake', 'inbox'),
				...link(has(a, 'reviewer'), '/cases/review', 'reviews', 'shield'),
				...link(files, '/contributions', 'contributions', 'send'),
				...link(inside, '/tasks', 'tasks', 'check')
			]
		},
		{
			label: 'programme',
			items: [
				...link(inside, '/gaps', 'gaps', 'gap'),
				...link(inside, '/situation', 'situation', 'chart'),
				...link(inside, '/agreements', 'agreements', 'send'),
				...link(inside || has(a, 'data_protection'), '/cases', 'cases', 'book'),
				...link(inside, '/bodies', 'bodies', 'people'),
				...link(inside || a.roles.length === 0, '/meetings', 'meetings', 'calendar'),
				...link(inside, '/proposals', 'proposals', 'edit'),
				...link(inside || watches, '/help/anonymity', 'help_anonymity', 'info')
			]
		},
		{
			label: 'steering',
			items: [
				...link(isOffice(a) && !isSteering(a), '/steering', 'steering_page', 'decision'),
				...link(inside || unit, '/control-list', 'control', 'list'),
				...link(inside || unit, '/measures', 'measures', 'measure'),
				...link(maySteer(a) || unit, '/papers', 'papers', 'download'),
				...link(inside, '/passed-on', 'passed_on', 'send'),
				...link(inside, '/results', 'results', 'mail')
			]
		},
		{
			label: 'office',
			items: [
				...link(has(a, 'administrator'), '/admin/people', 'people', 'people'),
				...link(has(a, 'administrator'), '/admin/organisations', 'organisations', 'list'),
				...link(has(a, 'administrator'), '/admin/settings', 'settings', 'settings'),
				...link(has(a, 'administrator'), '/admin/catalogues', 'catalogues', 'book'),
				...link(has(a, 'administrator'), '/admin/map', 'map', 'chart'),
				...link(watches, '/admin/anonymity', 'anonymity', 'shield'),
				...link(watches, '/audit', 'audit', 'lock'),
				...link(has(a, 'data_protection'), '/audit/readings', 'readings', 'book')
			]
		}
	];
	return groups.filter((g) => g.items.length > 0);
}

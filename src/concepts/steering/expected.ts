/** What is expected of a member, as tiles: votes, decisions to look at, minutes, priorities, reports. */
import { m } from '#i18n/paraglide/messages.js';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { dayText } from '#ui/dates.ts';
import type { IconName } from '#ui/icons.ts';
import type { cockpit } from './cockpit.queries.server.ts';

type Seen = Pick<
	NonNullable<Awaited<ReturnType<typeof cockpit>>>,
	'circulations' | 'lines' | 'minutes' | 'gaps' | 'mandates' | 'reopenings' | 'next' | 'may'
>;
export type Tile = { href: string; icon: IconName; title: string; text: string; count: number };

/** In the order of urgency; kinds of which there is nothing are left out. Priorities are weighed once a meeting is known. */
export function expectedOf(d: Seen): Tile[] {
	const locale = getLocale();
	const votes = d.circulations.filter((c) => c.asked && !c.mine);
	const consent = d.lines.filter((l) => l.ready).length;
	const tiles: Tile[] = [
		{
			href: votes.length === 1 ? `/circulations/${votes[0]!.id}` : '#votes',
			icon: 'mail',
			title: m.steering_expect_votes(),
			text: votes[0] ? m.steering_circulation_until({ day: dayText(votes[0].untilOn, locale) }) : '',
			count: votes.length
		},
		{
			href: '#resolutions',
			icon: 'decision',
			title: m.steering_expect_items(),
			text: m.steering_expect_items_text({ consent, discussion: d.lines.length - consent }),
			count: d.lines.length
		},
		{
			href: '#minutes',
			icon: 'book',
			title: m.steering_expect_minutes(),
			text: d.minutes[0]?.until ? m.steering_minutes_until({ day: dayText(d.minutes[0].until, locale) }) : '',
			count: d.minutes.length
		},
		{
			href: '#priorities',
			icon: 'gap',
			title: m.steering_expect_priorities(),
			text: m.steering_expect_priorities_text(),
			count: d.next ? d.gaps.total : 0
		},
		{
			href: '#reopenings',
			icon: 'gap',
			title: m.steering_reopenings(),
			text: m.steering_expect_reopenings_text(),
			count: d.reopenings.length
		},
		{
			href: '#mandates',
			icon: 'send',
			title: m.steering_expect_mandates(),
			text: m.steering_mandate_reported(),
			count: d.may.decide ? d.mandates.filter((x) => x.reported).length : 0
		}
	];
	return tiles.filter((t) => t.count > 0);
}

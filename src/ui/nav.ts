// What the main navigation is made of.
import type { IconName } from '#ui/icons.ts';

export type NavItem = {
	href: string;
	label: string;
	/** For the narrow bar on the phone. */
	short?: string;
	icon?: IconName;
	current?: boolean;
	count?: number;
	/** Full sentence for screen readers, e.g. "9 neue Meldungen". */
	countLabel?: string;
};
export type NavGroup = { label: string; items: NavItem[] };

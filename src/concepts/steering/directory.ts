/** The address of a thing's page: the one place that knows where each type lives. */

const pages = {
	gap_report: '/reports',
	service_gap: '/gaps',
	case_analysis: '/cases',
	body: '/bodies',
	mandate: '/mandates',
	meeting: '/meetings',
	proposal: '/proposals',
	decision: '/decisions',
	measure: '/measures'
} as const satisfies Record<string, string>;

/** The types of thing that have a page of their own, and with it a label and a thread. */
export type Paged = keyof typeof pages;
export const pagedTypes = Object.keys(pages) as Paged[];
export const isPaged = (type: string): type is Paged => Object.hasOwn(pages, type);

/** Have a page, but neither a label nor a thread of their own. */
const unlabelled: Record<string, (id: string) => string> = {
	task: () => '/tasks',
	effect_review: (id) => `/effect/${id}`,
	statement: (id) => `/statements/${id}`,
	circulation: (id) => `/circulations/${id}`,
	escalation: (id) => `/passed-on/${id}`,
	result_sheet: (id) => `/results/${id}`
};

/** '/gaps/6f…'; tasks share one page; null for what has no page. */
export const hrefOf = (type: string, id: string): string | null =>
	isPaged(type) ? `${pages[type]}/${id}` : (unlabelled[type]?.(id) ?? null);

export const threadHref = (type: string, id: string): string => `/thread/${type}/${id}`;

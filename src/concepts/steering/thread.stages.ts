/** The red thread as stages: each with its entries, and who is next where it is open. */
import { m } from '#i18n/paraglide/messages.js';
import type { IconName } from '#ui/icons.ts';
import type { Stage } from '#ui/thread.ts';
import { entriesOf } from './thread.entries.ts';
import { nextStage, stageNames, stageOf, standOf, type Facts, type StageName } from './thread.ts';
import { stateOf, type Locale } from './thread.words.ts';

const headings: Record<StageName, () => string> = {
	cases: m.thread_stage_cases,
	reports: m.thread_stage_reports,
	gap: m.thread_stage_gap,
	mandate: m.thread_stage_mandate,
	groups: m.thread_stage_groups,
	meetings: m.thread_stage_meetings,
	proposal: m.thread_stage_proposal,
	decision: m.thread_stage_decision,
	measures: m.thread_stage_measures,
	effect: m.thread_stage_effect,
	feedback: m.thread_stage_feedback
};
const icons: Record<StageName, IconName> = {
	cases: 'book',
	reports: 'inbox',
	gap: 'gap',
	mandate: 'send',
	groups: 'people',
	meetings: 'calendar',
	proposal: 'edit',
	decision: 'decision',
	measures: 'measure',
	effect: 'refresh',
	feedback: 'mail'
};
/** Who is next where a stage is open. */
const expected: Record<StageName, (f: Facts) => string> = {
	cases: () => '',
	reports: () => '',
	gap: () => '',
	mandate: () => m.thread_next_mandate(),
	groups: () => m.thread_next_groups(),
	meetings: (f) => m.thread_next_meetings({ group: workingGroup(f) }),
	proposal: (f) => m.thread_next_proposal({ group: workingGroup(f) }),
	decision: (f) =>
		f.proposals.some((p) => p.meetingAt) ? m.thread_next_decision_scheduled() : m.thread_next_decision(),
	measures: () => m.thread_next_measures(),
	effect: (f) => (f.reviews.some((r) => r.askedAt) ? m.thread_next_answers() : m.thread_next_effect()),
	feedback: () => m.thread_next_feedback()
};
const workingGroup = (f: Facts): string => f.groups.find((g) => g.visible)?.title ?? m.thread_the_group();

/** @param from the type of thing the reader came from */
export function stagesOf(f: Facts, from: string, locale: Locale): Stage[] {
	const entries = entriesOf(f, locale);
	const next = nextStage(f);
	return stageNames.flatMap((name): Stage[] => {
		const stand = standOf(name, f);
		if (stand === 'without') return [];
		const open = stand === 'open';
		const state = name === 'gap' && f.gap.visible ? stateOf(f.gap) : undefined;
		return [
			{
				heading: headings[name](),
				icon: icons[name],
				open,
				current: stageOf[from] === name,
				entries: entries[name],
				state,
				text: name === next ? m.thread_next({ what: expected[name](f) }) : open ? expected[name](f) : undefined
			}
		];
	});
}

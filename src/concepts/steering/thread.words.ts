/** The words of a thread's entries: states, events, and what is said beside a gap, a meeting or a decision. */
import * as bodies from '#concepts/bodies/words.ts';
import * as cases from '#concepts/cases/words.ts';
import * as gaps from '#concepts/gaps/words.ts';
import * as meetings from '#concepts/meetings/words.ts';
import * as proposals from '#concepts/proposals/words.ts';
import * as results from '#concepts/results/words.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayText } from '#ui/dates.ts';
import type { ThreadState } from '#ui/thread.ts';
import type { Counted, DecisionLink, Facts, Link, ThreadEvent } from './thread.ts';
import * as own from './words.ts';

export type Locale = 'de' | 'en';

export const few = (n: Counted): string => (n === 'few' ? m.thread_few() : String(n));

type Worded = { words: Record<string, () => string>; tones: Record<string, ThreadState['tone']> };
const worded: Record<string, Worded> = {
	case_analysis: { words: cases.stateWords, tones: cases.stateTones },
	service_gap: { words: gaps.stateWords, tones: gaps.stateTones },
	mandate: { words: bodies.stateWords.mandate, tones: bodies.stateTones.mandate },
	meeting: { words: meetings.stateWords.meeting, tones: meetings.stateTones.meeting },
	proposal: { words: proposals.stateWords, tones: proposals.stateTones },
	decision: { words: own.stateWords.decision, tones: own.stateTones.decision },
	measure: { words: own.stateWords.measure, tones: own.stateTones.measure },
	escalation: { words: own.stateWords.escalation, tones: own.stateTones.escalation },
	result_sheet: { words: results.stateWords, tones: results.stateTones },
	effect_review: { words: own.stateWords.effect_review, tones: own.stateTones.effect_review }
};
export function stateOf(l: Link): ThreadState | undefined {
	const w = worded[l.type];
	const label = w?.words[l.state]?.();
	return w && label ? { label, tone: w.tones[l.state] ?? 'neutral' } : undefined;
}

const sentences: Record<string, (data: never) => string> = {
	...gaps.eventWords,
	...bodies.eventWords,
	...proposals.eventWords,
	...own.eventWords
};
export const sentenceOf = (e: ThreadEvent): string => sentences[e.kind]?.(e.data as never) ?? m.thread_event_other();

export function gapText(f: Facts): string | undefined {
	if (f.gap.deferredUntil && f.gap.state === 'deferred') return m.thread_deferred({ day: f.gap.deferredUntil });
	if (f.gap.escalatedTo && f.gap.state === 'escalated') return m.thread_escalated({ to: f.gap.escalatedTo });
	return f.gap.merged > 0 ? m.thread_merged({ count: f.gap.merged }) : undefined;
}
export const meetingText = (x: Facts['meetings'][number]): string =>
	[x.bodyName, ...x.items.map((i) => (x.held && i.result ? `${i.title}: ${i.result}` : i.title))]
		.filter(Boolean)
		.join(' · ');

export function decisionText(d: DecisionLink, locale: Locale): string | undefined {
	const parts = [
		d.state === 'adopted_with_changes' && d.proposedWording ? m.thread_proposed({ wording: d.proposedWording }) : '',
		d.target ? m.thread_target({ target: d.target }) : '',
		d.targetOn ? m.thread_target_on({ day: dayText(d.targetOn, locale) }) : '',
		d.reason ? m.thread_reason({ reason: d.reason }) : ''
	].filter(Boolean);
	return parts.length ? parts.join(' ') : undefined;
}

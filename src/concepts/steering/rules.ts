/** The committee's decisions: two gates, their results, and what each result does to proposal and gaps. */
import type { GapState } from '#concepts/gaps/rules.ts';
import type { MeetingState } from '#concepts/meetings/rules.ts';

export const gate1Results = ['mandated', 'prioritised'] as const;
export const gate2Results = [
	'adopted',
	'adopted_with_changes',
	'acknowledged',
	'postponed',
	'referred',
	'rejected',
	'passed_on'
] as const;
export type Gate2Result = (typeof gate2Results)[number];
export type DecisionResult = (typeof gate1Results)[number] | Gate2Result;

export const priorities = ['high', 'middle', 'later'] as const;
export type Priority = (typeof priorities)[number];

/** Words that must come with a result. `target`: postponed why, referred to whom, passed on to whom. */
type Effect = {
	/** the step of the proposal */
	proposal: 'decide' | 'postpone' | 'refer';
	/** the steps of each gap, one after the other */
	gap: readonly ('decide' | 'implement' | 'back_to_group' | 'escalate')[];
	needs: readonly ('target' | 'targetOn' | 'reason' | 'measure')[];
};
export const effects = {
	adopted: { proposal: 'decide', gap: ['decide', 'implement'], needs: ['measure'] },
	adopted_with_changes: { proposal: 'decide', gap: ['decide', 'implement'], needs: ['measure'] },
	acknowledged: { proposal: 'decide', gap: ['decide'], needs: [] },
	postponed: { proposal: 'postpone', gap: [], needs: ['targetOn'] },
	/** by a day: without one nothing would bring it back */
	referred: { proposal: 'refer', gap: ['back_to_group'], needs: ['target', 'targetOn'] },
	rejected: { proposal: 'decide', gap: ['back_to_group'], needs: ['reason'] },
	passed_on: { proposal: 'decide', gap: ['decide', 'escalate'], needs: ['target', 'targetOn'] }
} as const satisfies Record<Gate2Result, Effect>;

export const startsMeasure = (result: DecisionResult): boolean =>
	result === 'adopted' || result === 'adopted_with_changes';
/** Postponing and referring leave the matter open: it may be decided again in a later meeting. */
export const isFinal = (result: DecisionResult): boolean => result !== 'postponed' && result !== 'referred';

/** A gate needs a meeting that is being held; what was decided may still be recorded right after it. */
export const decidableMeetings = { 1: ['running'], 2: ['running', 'held'] } as const;
export const isDecidable = (gate: 1 | 2, state: MeetingState): boolean =>
	(decidableMeetings[gate] as readonly string[]).includes(state);
/** Gaps on which the first gate may decide: real, and not yet with a group. */
export const prioritisable: readonly GapState[] = ['confirmed', 'prioritised', 'deferred'];

/** LG-2026/2-B03 */
export const decisionNumber = (prefix: string, halfYear: string, n: number): string =>
	`${prefix}-${halfYear}-B${String(n).padStart(2, '0')}`;
export const measureNumber = (prefix: string, year: string, n: number): string =>
	`${prefix}-${year}-${String(n).padStart(3, '0')}`;

export type DecisionInput = {
	result: Gate2Result;
	wording: string;
	reason: string;
	target: string;
	targetOn: string | null;
	measures: number;
};
export type DecisionLack = 'wording' | 'target' | 'targetOn' | 'reason' | 'measure' | 'unchanged';

export function lacksOf(input: DecisionInput, proposed: string): DecisionLack[] {
	const needs: readonly string[] = effects[input.result].needs;
	const lacks: DecisionLack[] = [];
	if (!input.wording.trim()) lacks.push('wording');
	if (needs.includes('target') && !input.target.trim()) lacks.push('target');
	if (needs.includes('targetOn') && !input.targetOn) lacks.push('targetOn');
	if (needs.includes('reason') && !input.reason.trim()) lacks.push('reason');
	if (needs.includes('measure') && input.measures === 0) lacks.push('measure');
	// whoever says „with changes“ must have changed something
	if (input.result === 'adopted_with_changes' && same(input.wording, proposed)) lacks.push('unchanged');
	return lacks;
}
export const same = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
export const isGate2 = (result: string): result is Gate2Result => (gate2Results as readonly string[]).includes(result);

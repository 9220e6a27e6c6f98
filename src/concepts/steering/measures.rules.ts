/** Measures: from order to proven effect, and the traffic light that nobody sets by hand. */
import { addDays } from '#platform/clock.ts';
import type { Step } from '#platform/step.ts';

export const measureStates = [
	'issued',
	'accepted',
	'in_progress',
	'blocked',
	'extension_requested',
	'reported_done',
	'approved',
	'effect_review',
	'closed',
	'dropped'
] as const;
export type MeasureState = (typeof measureStates)[number];

const underWay = ['accepted', 'in_progress', 'blocked'] as const;

export const measureSteps = {
	accept: { from: ['issued'], to: 'accepted', tells: ['office'] },
	report: { from: underWay, to: 'in_progress', tells: ['office'] },
	block: { from: underWay, to: 'blocked', tells: ['office'] },
	finish: { from: underWay, to: 'reported_done', tells: ['office'] },
	request_extension: { from: ['accepted', 'in_progress', 'blocked'], to: 'extension_requested', tells: ['office'] },
	grant_extension: { from: ['extension_requested'], to: 'in_progress', tells: ['unit'] },
	refuse_extension: { from: ['extension_requested'], to: 'in_progress', tells: ['unit'] },
	send_back: { from: ['reported_done'], to: 'in_progress', tells: ['unit'] },
	approve: { from: ['reported_done'], to: 'approved', tells: ['unit', 'behind'] },
	ask: { from: ['approved', 'effect_review'], to: 'effect_review', tells: [] },
	close: { from: ['approved', 'effect_review'], to: 'closed', tells: ['unit', 'office'] },
	drop: {
		from: ['issued', 'accepted', 'in_progress', 'blocked', 'extension_requested'],
		to: 'dropped',
		tells: ['unit', 'behind']
	}
} as const satisfies Record<string, Step<MeasureState>>;
export type MeasureStep = keyof typeof measureSteps;

/** What the unit still has to do; only these can be late. */
export const openMeasure: readonly MeasureState[] = [
	'issued',
	'accepted',
	'in_progress',
	'blocked',
	'extension_requested'
];
export const doneMeasure: readonly MeasureState[] = ['reported_done', 'approved', 'effect_review', 'closed'];

export const isOverdue = (m: { state: MeasureState; dueOn: string }, onDay: string): boolean =>
	openMeasure.includes(m.state) && m.dueOn < onDay;

export const lights = ['done', 'on_time', 'soon', 'overdue', 'blocked', 'stopped'] as const;
export type Light = (typeof lights)[number];
/** Within this many days an open measure counts as due soon. */
export const soonDays = 21;

export function lightOf(m: { state: MeasureState; dueOn: string }, onDay: string): Light {
	if (m.state === 'dropped') return 'stopped';
	if (doneMeasure.includes(m.state)) return 'done';
	if (m.dueOn < onDay) return 'overdue';
	if (m.state === 'blocked') return 'blocked';
	return m.dueOn <= addDays(onDay, soonDays) ? 'soon' : 'on_time';
}

/** Bodies: working groups and the steering committee; mandates with their states and when they are overdue. */
import { fits, type Step } from '#platform/step.ts';

export type BodyState = 'active' | 'closed';
export const bodySteps = {
	close: { from: ['active'], to: 'closed', tells: ['members'] },
	reopen: { from: ['closed'], to: 'active', tells: ['members'] }
} as const satisfies Record<string, Step<BodyState>>;
export type BodyStep = keyof typeof bodySteps;
export const isActive = (state: BodyState): boolean => fits(bodySteps.close, state);

export const mandateStates = [
	'given',
	'accepted',
	'in_work',
	'reported',
	'accepted_by_committee',
	'extended',
	'returned',
	'withdrawn'
] as const;
export type MandateState = (typeof mandateStates)[number];

/** `tells`: group – chairs and members of the group; committee – its chairs; office. */
export const mandateSteps = {
	accept: { from: ['given'], to: 'accepted', tells: ['committee', 'office'] },
	start: { from: ['accepted', 'returned'], to: 'in_work' },
	report_interim: {
		from: ['accepted', 'in_work', 'extended', 'returned'],
		to: 'in_work',
		tells: ['committee', 'office']
	},
	report: { from: ['accepted', 'in_work', 'extended', 'returned'], to: 'reported', tells: ['committee', 'office'] },
	approve: { from: ['reported'], to: 'accepted_by_committee', tells: ['group'] },
	return: { from: ['reported'], to: 'returned', tells: ['group'] },
	extend: { from: ['given', 'accepted', 'in_work', 'extended', 'returned'], to: 'extended', tells: ['group'] },
	withdraw: {
		from: ['given', 'accepted', 'in_work', 'reported', 'extended', 'returned'],
		to: 'withdrawn',
		tells: ['group']
	}
} as const satisfies Record<string, Step<MandateState>>;
export type MandateStep = keyof typeof mandateSteps;

/** A mandate that the group still has to work on; a reported one waits for the committee. */
export const isOpenMandate = (state: MandateState): boolean => fits(mandateSteps.report, state) || state === 'given';
/** `dueOn` and `today` as 'YYYY-MM-DD'. The day itself is still in time. */
export const isMandateOverdue = (m: { state: MandateState; dueOn: string }, today: string): boolean =>
	isOpenMandate(m.state) && m.dueOn < today;

/** An interim report was asked for by a day that has passed, and there is none. */
export const isInterimOverdue = (
	m: { state: MandateState; interimDueOn: string | null; interimReportedAt: Date | null },
	today: string
): boolean =>
	isOpenMandate(m.state) && m.interimDueOn !== null && m.interimReportedAt === null && m.interimDueOn < today;

/** A term from–until, both days included; without an end it runs on. */
export const sitsOn = (term: { fromOn: string; untilOn: string | null }, day: string): boolean =>
	term.fromOn <= day && (term.untilOn === null || term.untilOn >= day);

/** Solution proposals: the fixed outline, what makes one ready, and the states from draft to decided. */
import type { GapState } from '#concepts/gaps/rules.ts';
import type { Step } from '#platform/step.ts';

/** Plain text each; `resolution` is the one sentence the committee is asked to decide. */
export type Outline = {
	resolution: string;
	problem: string;
	solution: string;
	alternatives: string;
	money: string;
	staff: string;
	it: string;
	dataProtection: string;
	competence: string;
	indicator: string;
};
export const outlineParts = [
	'resolution',
	'problem',
	'solution',
	'alternatives',
	'money',
	'staff',
	'it',
	'dataProtection',
	'competence',
	'indicator'
] as const satisfies readonly (keyof Outline)[];
export const emptyOutline: Outline = {
	resolution: '',
	problem: '',
	solution: '',
	alternatives: '',
	money: '',
	staff: '',
	it: '',
	dataProtection: '',
	competence: '',
	indicator: ''
};
/** All that is written of a proposal. */
export type Content = {
	title: string;
	outline: Outline;
	responsibleOrganisationId: string | null;
	dueOn: string | null;
};
export const resolutionLimit = 400;
export const partLimit = 6000;
export const titleLimit = 160;

export const proposalStates = [
	'draft',
	'in_consultation',
	'recommended',
	'submitted',
	'admitted',
	'scheduled',
	'in_circulation',
	'decided',
	'returned',
	'withdrawn',
	'postponed',
	'superseded'
] as const;
export type ProposalState = (typeof proposalStates)[number];

export const steps = {
	consult: { from: ['draft', 'returned'], to: 'in_consultation', tells: ['group'] },
	recommend: { from: ['draft', 'in_consultation', 'returned'], to: 'recommended', tells: ['group', 'office'] },
	submit: { from: ['recommended'], to: 'submitted', tells: ['office'] },
	return: { from: ['submitted', 'admitted'], to: 'returned', tells: ['group'] },
	admit: { from: ['submitted', 'postponed'], to: 'admitted', tells: ['group'] },
	schedule: { from: ['admitted'], to: 'scheduled', tells: ['group', 'steering'] },
	/** The committee votes on it between two meetings. */
	circulate: { from: ['admitted'], to: 'in_circulation', tells: ['group'] },
	/** Not adopted there, or somebody wants a meeting. */
	end_circulation: { from: ['in_circulation'], to: 'admitted', tells: ['group'] },
	decide: { from: ['scheduled', 'in_circulation'], to: 'decided', tells: ['group', 'behind'] },
	postpone: { from: ['scheduled'], to: 'postponed', tells: ['group', 'behind'] },
	refer: { from: ['scheduled'], to: 'returned', tells: ['group', 'behind'] },
	revise: { from: ['recommended', 'postponed'], to: 'draft', tells: ['group'] },
	withdraw: {
		from: ['draft', 'in_consultation', 'recommended', 'returned', 'submitted'],
		to: 'withdrawn',
		tells: ['group']
	}
} as const satisfies Record<string, Step<ProposalState>>;
export type ProposalStep = keyof typeof steps;

/** Text and links may change only while the group works on it; later, `return` or `revise` comes first. */
export const workable: readonly ProposalState[] = ['draft', 'in_consultation', 'returned'];
export const isWorkable = (state: ProposalState): boolean => workable.includes(state);
/** Admitted for decision: everybody in the programme may read it. */
export const released: readonly ProposalState[] = [
	'admitted',
	'scheduled',
	'in_circulation',
	'decided',
	'postponed',
	'superseded'
];

/** Nothing comes of it any more, or everything has. */
export const over: readonly ProposalState[] = ['decided', 'withdrawn', 'superseded'];

/** Gaps that a proposal may answer: known to be real, and not over. */
export const linkable: readonly GapState[] = [
	'confirmed',
	'prioritised',
	'mandated',
	'in_solution',
	'decided',
	'in_implementation',
	'deferred',
	'reopened'
];

/** The parts that a proposal still lacks before it can be recommended and submitted. */
export type Lack = keyof Outline | 'gap' | 'responsible' | 'dueOn';
export const checklist: readonly Lack[] = ['gap', ...outlineParts, 'responsible', 'dueOn'];

export function lacksOf(p: {
	outline: Outline;
	gaps: number;
	responsibleOrganisationId: string | null;
	dueOn: string | null;
}): Lack[] {
	return checklist.filter((part) => {
		if (part === 'gap') return p.gaps === 0;
		if (part === 'responsible') return !p.responsibleOrganisationId;
		if (part === 'dueOn') return !p.dueOn;
		const text = (p.outline[part] ?? '').trim();
		return part === 'resolution' ? !isOneSentence(text) : text.length === 0 || text.length > partLimit;
	});
}

/** One sentence is not measured by its dots („z. B.“, „31.12.“): no paragraph, and short enough to be read aloud. */
export const isOneSentence = (text: string): boolean =>
	text.length > 0 && text.length <= resolutionLimit && !text.includes('\n');

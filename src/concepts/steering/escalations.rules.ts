/** Passing on to the Land or the Bund: what the county cannot solve itself, from the letter to the answer. */
import type { GapStep } from '#concepts/gaps/rules.ts';
import type { Step } from '#platform/step.ts';

export const escalationStates = ['drafted', 'sent', 'reminded', 'answered', 'closed'] as const;
export type EscalationState = (typeof escalationStates)[number];

export const escalationSteps = {
	edit: { from: ['drafted'], to: 'drafted', tells: [] },
	send: { from: ['drafted'], to: 'sent', tells: ['behind'] },
	/** The day has come and nothing came back: asked again, with a new day. */
	remind: { from: ['sent', 'reminded'], to: 'reminded', tells: [] },
	answer: { from: ['sent', 'reminded'], to: 'answered', tells: ['behind'] },
	close: { from: ['sent', 'reminded', 'answered'], to: 'closed', tells: ['behind'] }
} as const satisfies Record<string, Step<EscalationState>>;
export type EscalationStep = keyof typeof escalationSteps;

/** What waits for an answer; its day falls due. */
export const awaiting: readonly EscalationState[] = ['sent', 'reminded'];
/** Everything that is not settled yet. */
export const openEscalation: readonly EscalationState[] = ['drafted', 'sent', 'reminded', 'answered'];

/** What becomes of the gaps in the end. */
export const outcomes = ['solved', 'back', 'stays'] as const;
export type Outcome = (typeof outcomes)[number];
/** Until then, and where it stays with the Land or the Bund, a gap counts neither solved nor open. */
export const gapStepOf: Record<Outcome, GapStep | null> = { solved: 'close', back: 'reopen', stays: null };

export type Letter = { addressee: string; subject: string; reason: string; request: string };
export type LetterField = keyof Letter;
export const letterFields = ['addressee', 'subject', 'reason', 'request'] as const satisfies readonly LetterField[];
export const missingIn = (letter: Letter): LetterField[] => letterFields.filter((f) => !letter[f].trim());

export const isDue = (e: { state: EscalationState; resubmitOn: string }, onDay: string): boolean =>
	awaiting.includes(e.state) && e.resubmitOn <= onDay;

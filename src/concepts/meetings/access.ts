/** What of a meeting's document an actor may do at this moment: the one answer for rooms, forms and pages. */
import type { Actor } from '#concepts/people/actor.ts';
import { fits } from '#platform/step.ts';
import { may, type MeetingThing } from './policy.ts';
import { inMoment, minutesSteps, type MinutesState } from './rules.ts';

export type DocumentAccess = 'none' | 'read' | 'write';

/** While minutes are under review, and once they are approved, nobody writes, and nothing changes what they say. */
export const isWritable = (state: MinutesState): boolean => fits(minutesSteps.circulate, state);

export function documentAccess(actor: Actor, m: MeetingThing): DocumentAccess {
	if (!may(actor, 'read', m)) return 'none';
	const writes =
		(may(actor, 'write', m) && inMoment('write', m.state)) ||
		(may(actor, 'write_together', m) && inMoment('write_together', m.state));
	return writes && isWritable(m.minutesState) ? 'write' : 'read';
}

/** Whoever may write in the document at some time sees how it came about; guests do not. */
export const takesPartInWriting = (actor: Actor, m: MeetingThing): boolean =>
	may(actor, 'read', m) && (may(actor, 'write', m) || may(actor, 'write_together', m));

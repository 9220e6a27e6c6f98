/** A body has decided that a gap is real: its vote stands for the two pieces of evidence that confirming needs. */
import { m } from '#i18n/paraglide/messages.js';
import { no, yes, type Result } from '#platform/result.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { moveGap, onGap } from '#concepts/gaps/commands.server.ts';
import { adoptedOn } from './gap-decisions.queries.server.ts';

/** `which` names a decision as `<meeting>:<position>`, as the page offers it. */
export const confirmByDecision = (actor: Actor, gapId: string, which: string): Promise<Result<{ id: string }>> =>
	onGap(actor, 'confirm', gapId, async (c, gap) => {
		const taken = (await adoptedOn(c.tx, gap.id)).find((d) => `${d.meetingId}:${d.position}` === which);
		if (!taken) return no('incomplete', [{ field: 'decision', message: m.gaps_need_decision() }]);
		const { meetingId, position } = taken;
		const moved = await moveGap(c, gap.id, 'confirm', { meetingId, position });
		return moved.ok ? yes({ id: gap.id }) : moved;
	});

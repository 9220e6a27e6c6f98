/** The end of a case analysis' evaluation: its finding, and the gaps it is evidence of, in one transaction. */
import { evaluateCase } from '#concepts/cases/commands.server.ts';
import type { Finding } from '#concepts/cases/rules.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, type Result } from '#platform/result.ts';
import { linkCase } from './commands.server.ts';
import { may } from './policy.ts';
import { unjoinable } from './rules.ts';
import { lockGaps } from './store.server.ts';

/** `gapIds` count only with the finding that gaps were found. `not_found` when one of them is none that may be joined. */
export const concludeCase = (
	actor: Actor,
	caseId: string,
	finding: Finding,
	gapIds: readonly string[]
): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const linked = finding === 'gaps_linked' ? [...new Set(gapIds)].sort() : [];
		const done = await evaluateCase(c, actor, caseId, finding, linked.length);
		if (!done.ok) return done;
		if (!linked.length) return done;
		if (!may(actor, 'link_case')) return no('forbidden');
		if (!linked.every(isId)) return no('not_found');
		const gaps = await lockGaps(c.tx, linked);
		if (linked.some((id) => !gaps.has(id) || unjoinable.includes(gaps.get(id)!.state))) return no('not_found');
		for (const id of linked) await linkCase(c, id, caseId);
		return done;
	});

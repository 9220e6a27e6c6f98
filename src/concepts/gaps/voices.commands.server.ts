/** What everybody who works in the programme may do with a gap: back it, follow it, comment on it. */
import type { Tell } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { writeComment } from '#concepts/people/comments.commands.server.ts';
import type { CommentInput } from '#concepts/people/comments.form.server.ts';
import { setFollow, stopFollowing } from '#concepts/people/follows.commands.server.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { onGap } from './commands.server.ts';
import { mergedFamily } from './evidence.server.ts';
import { mentionable } from './gap.queries.server.ts';
import { casesBands, unjoinable, type CasesBand } from './rules.ts';
import * as store from './store.server.ts';
import type { confirmation } from './tables.server.ts';

const thing = (id: string) => ({ type: 'service_gap', id });

/** „Betrifft uns auch“ – once a person and gap, those merged into it included. */
export const affectsUs = (
	actor: Actor,
	id: string,
	c: { casesBand: string; municipality: string | null; legalDomains: string[] }
): Promise<Result<{ id: string }>> =>
	onGap(actor, 'affects_us', id, async ({ tx, record }, gap) => {
		if (!isSomebody(actor)) return no('forbidden');
		if (unjoinable.includes(gap.state)) return no('wrong_state');
		if (!casesBands.includes(c.casesBand as CasesBand))
			return no('incomplete', [{ field: 'casesBand', message: m.gaps_need_band() }]);
		if (await store.hasConfirmed(tx, await mergedFamily(tx, gap.id), actor.id)) return no('conflict');
		const row: typeof confirmation.$inferInsert = {
			...c,
			gapId: gap.id,
			accountId: actor.id,
			organisationId: actor.organisationId
		};
		if (!(await store.insertConfirmation(tx, row))) return no('conflict');
		const tells: Tell[] = (await officeOf(tx)).map((to) => ({ to, note: 'intake' }));
		record('service_gap.affects_us', thing(gap.id), { casesBand: c.casesBand }, tells);
		return yes({ id: gap.id });
	});

export const takeBackConfirmation = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	onGap(actor, 'affects_us', id, async ({ tx, record }, gap) => {
		if (!isSomebody(actor) || !(await store.deleteConfirmations(tx, await mergedFamily(tx, gap.id), actor.id)))
			return no('not_found');
		record('service_gap.take_back', thing(gap.id));
		return yes({ id: gap.id });
	});

/** Who follows no more, follows none of those merged into it either. */
export const followGap = (actor: Actor, id: string, on: boolean): Promise<Result<{ id: string }>> =>
	onGap(actor, 'follow', id, async (c, gap) => {
		if (!isSomebody(actor)) return no('forbidden');
		for (const other of on ? [] : await mergedFamily(c.tx, gap.id))
			if (other !== gap.id) await stopFollowing(c.tx, actor.id, thing(other));
		await setFollow(c, actor.id, thing(gap.id), on);
		return yes({ id: gap.id });
	});

export const commentOnGap = (actor: Actor, id: string, input: CommentInput): Promise<Result<string>> =>
	onGap(actor, 'comment', id, async (c, gap) => {
		if (!isSomebody(actor)) return no('forbidden');
		return writeComment(c, actor, { type: 'service_gap', id: gap.id }, input, await mentionable(c.tx, actor));
	});

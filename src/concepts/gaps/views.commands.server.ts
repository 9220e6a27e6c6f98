/** Saved views of the register: filters under a name, each person's own. */
import { and, asc, eq } from 'drizzle-orm';
import { change, look } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { m } from '#i18n/paraglide/messages.js';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { may } from './policy.ts';
import { savedView } from './tables.server.ts';

export type View = { id: string; name: string; query: Record<string, string[]> };
export const savedViews = (actor: Actor): Promise<View[]> =>
	look(async (tx) =>
		actor.id === null
			? []
			: tx
					.select({ id: savedView.id, name: savedView.name, query: savedView.query })
					.from(savedView)
					.where(eq(savedView.accountId, actor.id))
					.orderBy(asc(savedView.name))
					.limit(30)
	);

export const saveView = (
	actor: Actor,
	name: string,
	query: Record<string, string[]>
): Promise<Result<{ id: string }>> =>
	change(actor, async ({ tx, record }) => {
		if (!isSomebody(actor) || !may(actor, 'read')) return no('forbidden');
		if (!name.trim()) return no('incomplete', [{ field: 'name', message: m.gaps_need_name() }]);
		const [row] = await tx
			.insert(savedView)
			.values({ accountId: actor.id, name: name.trim(), query })
			.returning({ id: savedView.id });
		record('saved_view.save', { type: 'saved_view', id: row!.id });
		return yes({ id: row!.id });
	});

export const deleteView = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	change(actor, async ({ tx, record }) => {
		if (!isSomebody(actor) || !isId(id)) return no('not_found');
		const gone = await tx
			.delete(savedView)
			.where(and(eq(savedView.id, id), eq(savedView.accountId, actor.id)))
			.returning({ id: savedView.id });
		if (!gone.length) return no('not_found');
		record('saved_view.delete', { type: 'saved_view', id });
		return yes({ id });
	});

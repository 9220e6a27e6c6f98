/** What the live engine asks about the outlines of proposals: who may write in them just now. */
import { inArray } from 'drizzle-orm';
import { actorsOf } from '#concepts/bodies/actor.server.ts';
import { namesOf } from '#concepts/meetings/room.server.ts';
import { nobody } from '#concepts/people/actor.ts';
import { database } from '#platform/database.server.ts';
import { isId } from '#platform/ids.ts';
import { outlineWritten } from './outline.commands.server.ts';
import { outlineForm, outlineSchema } from './outline.document.ts';
import { outlineAccess, type OutlineAccess, type ProposalThing } from './policy.ts';
import { proposal } from './tables.server.ts';

/** In the order asked, from what is true now; two statements for any number. The key of a room is the proposal's id. */
export async function outlineRights(asked: readonly { accountId: string; key: string }[]): Promise<OutlineAccess[]> {
	const sound = asked.filter((a) => isId(a.accountId) && isId(a.key));
	if (!sound.length) return asked.map(() => 'none');
	const actors = await actorsOf([...new Set(sound.map((a) => a.accountId.toLowerCase()))]);
	const { id, bodyId, state } = proposal;
	const rows = await (
		await database()
	)
		.select({ id, bodyId, state })
		.from(proposal)
		.where(inArray(id, [...new Set(sound.map((a) => a.key.toLowerCase()))]));
	const things = new Map(rows.map((r) => [r.id, r as ProposalThing]));
	return asked.map(({ accountId, key }) => {
		const found = things.get(key.toLowerCase());
		const actor = actors.get(accountId.toLowerCase()) ?? nobody;
		return found && actor.id ? outlineAccess(actor, found) : 'none';
	});
}

/** What the engine gets: rooms named `proposal:<id>`. */
export const proposalRoom = {
	schema: outlineSchema,
	form: outlineForm,
	rights: outlineRights,
	names: namesOf,
	written: outlineWritten
};

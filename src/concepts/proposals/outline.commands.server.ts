/** Writing in the outline of a proposal: by the form without the live editor, and what follows from writing together. */
import { eq } from 'drizzle-orm';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, continues } from '#platform/change.server.ts';
import { database } from '#platform/database.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { editAsHub } from '#realtime/hub.server.ts';
import { liveUpdate } from '#realtime/tables.server.ts';
import { roomOf, setContent } from './outline.document.ts';
import { documentOf, rowFollows, settled } from './outline.store.server.ts';
import { may } from './policy.ts';
import { isWorkable, type Content } from './rules.ts';
import { thing } from './steps.server.ts';
import * as store from './store.server.ts';

const tellEveryMs = 10 * 60_000;

/** Asked by pages that are about to write in it. Made of the row alone, so it is no fact and no event. */
export async function beginOutline(id: string): Promise<void> {
	if (!isId(id)) return;
	const db = await database();
	const there = db
		.select({ id: liveUpdate.id })
		.from(liveUpdate)
		.where(eq(liveUpdate.room, roomOf(id)))
		.limit(1);
	if ((await there).length) return;
	await db.transaction(async (tx) => {
		const p = await store.lock(tx, id);
		if (p && isWorkable(p.state)) await documentOf(tx, p);
	});
}

/** After live writing, called by the engine: checklist, search and the next version are made of the row. */
export const outlineWritten = (id: string): Promise<Result<null>> =>
	change<null>(nobody, async (c) => {
		const p = await store.lock(c.tx, id);
		if (!p || !isWorkable(p.state)) return no('not_found');
		const { changed } = await rowFollows(c.tx, p, await documentOf(c.tx, p));
		if (!changed) return no('conflict'); // nothing to tell
		const like = { kinds: ['proposal.write_together'], withinMs: tellEveryMs };
		if (!(await continues(c, null, thing(id), like))) c.record('proposal.write_together', thing(id));
		return yes(null);
	});

/** `revision` is the one that was read; a stale one is refused as a conflict and nothing is written. */
export async function save(
	actor: Actor,
	id: string,
	revision: number,
	content: Content
): Promise<Result<{ revision: number }>> {
	const saved = await change<{ revision: number }>(actor, async (c) => {
		const p = await store.lock(c.tx, id);
		if (!p || !may(actor, 'read', p)) return no('not_found');
		if (!may(actor, 'save', p)) return no('forbidden');
		if (!isWorkable(p.state)) return no('wrong_state');
		if (!content.title.trim()) return no('incomplete', [{ field: 'title', message: m.proposals_issue_title() }]);
		if (content.responsibleOrganisationId && !(await store.organisationName(c.tx, content.responsibleOrganisationId))) {
			return no('incomplete', [{ field: 'responsible', message: m.proposals_issue_responsible() }]);
		}
		const { row, doc } = await settled(c.tx, p);
		if (row.revision !== revision) return no('conflict', [{ field: 'revision', message: m.proposals_issue_stale() }]);
		await editAsHub(c.tx, roomOf(id), doc, () => setContent(doc, content));
		const after = await rowFollows(c.tx, row, doc);
		c.record('proposal.save', thing(id), { revision: after.row.revision });
		return yes({ revision: after.row.revision });
	});
	// what was written together meanwhile is shown beside the refused text
	if (!saved.ok && saved.why === 'conflict') await outlineWritten(id);
	return saved;
}

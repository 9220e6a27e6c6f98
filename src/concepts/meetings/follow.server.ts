/** Rows of the agenda follow the document of their meeting: at the start of every command, and after live writing. */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type * as Y from 'yjs';
import { m } from '#i18n/paraglide/messages.js';
import { recordBy, type Transaction } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { hubClient } from '#realtime/hub.server.ts';
import { liveWriter } from '#realtime/tables.server.ts';
import { isWritable } from './access.ts';
import { actorsOf } from '#concepts/bodies/actor.server.ts';
import { mend, planOf, type Following, type LinkRow, type Plan } from './agenda.follow.ts';
import { arrangedIn, type Arranging } from './agenda.structure.ts';
import { documentOf, edited, inDocument } from './document.store.server.ts';
import { partsOf, roomOf } from './document.shape.ts';
import { may } from './policy.ts';
import { inMoment } from './rules.ts';
import { linksOf, type Locked } from './store.server.ts';
import { agendaItem } from './tables.server.ts';
import { textFollows, writtenIn } from './written.store.server.ts';

/** A sealed document – under review, or a record – is followed no more. */
export const isFollowed = (found: Locked): boolean => inMoment('write', found.state) && isWritable(found.minutesState);

/** The document after an edit of the hub, rows and all. */
export async function inAgenda(tx: Transaction, found: Locked, edit: (doc: Y.Doc) => void): Promise<void> {
	const doc = await inDocument(tx, found, edit);
	await rowsFollow(tx, found, doc);
	await textFollows(tx, found, writtenIn(doc));
}

/** For whoever has locked the meeting. True when rows have changed, or the document had to. */
export async function rowsFollow(tx: Transaction, found: Locked, given?: Y.Doc): Promise<boolean> {
	if (!isFollowed(found)) return false;
	const doc = given ?? (await documentOf(tx, found));
	const f = await following(tx, found, doc);
	const leaders = await leadersAmong(tx, found, arrangedIn(doc, f));
	const isTheirs = ({ client }: Arranging) => client !== null && (client === hubClient || leaders.has(client));
	const mended = await edited(tx, found.id, doc, () => {
		for (const a of arrangedIn(doc, f)) if (!isTheirs(a)) a.putBack(doc);
		mend(doc, f);
	});
	const arranged = arrangedIn(doc, f).filter((a) => a.client !== hubClient);
	const plan = planOf(doc, f, m.meetings_item_untitled({}, { locale: 'de' }));
	await write(tx, plan);
	tell(tx, found, plan, arranged, leaders);
	return mended || Object.values(plan).some((part) => part.length > 0);
}

/**
 * Security: the room lets all who were invited write, and cannot tell text from agenda without building the document. So
 * who wrote is asked here, before anything follows: accounts that may edit the agenda now, by their client ids.
 */
async function leadersAmong(tx: Transaction, found: Locked, arranged: readonly Arranging[]) {
	const clients = [...new Set(arranged.flatMap(({ client: c }) => (c === null || c === hubClient ? [] : [c])))];
	if (!clients.length || !inMoment('agenda', found.state)) return new Map<number, string>();
	const { client, accountId, room } = liveWriter;
	const writers = await tx
		.select({ client, accountId })
		.from(liveWriter)
		.where(and(eq(room, roomOf(found.id)), inArray(client, clients)));
	const accounts = [...new Set(writers.map((w) => w.accountId))];
	const actors = accounts.length ? await actorsOf(accounts, tx) : new Map<string, never>();
	return new Map(
		writers.flatMap((w): [number, string][] => {
			const actor = actors.get(w.accountId);
			return actor && may(actor, 'edit', found) ? [[w.client, w.accountId]] : [];
		})
	);
}

/** Each item once for each step, under the name of who took it, whoever's command follows it. */
function tell(
	tx: Transaction,
	found: Locked,
	plan: Plan,
	arranged: readonly Arranging[],
	leaders: ReadonlyMap<number, string>
): void {
	const known = new Set(plan.insert.map((row) => row.id));
	const told = new Set<string>();
	for (const { itemId, step, link, client } of arranged) {
		const by = client === null ? undefined : leaders.get(client);
		const what = `${itemId} ${step} ${link ? `${link.type}:${link.id}` : ''}`;
		if (!by || told.has(what)) continue;
		told.add(what);
		const kind = step === 'add' && !known.has(itemId) ? 'schedule' : step;
		const data = { meetingId: found.id, ...(link ? { thingType: link.type, thingId: link.id } : {}) };
		recordBy(tx, by)(`agenda_item.${kind}`, { type: 'agenda_item', id: itemId }, data);
	}
}

async function following(tx: Transaction, found: Locked, doc: Y.Doc): Promise<Following> {
	const named = [...partsOf(doc).keys()].filter(isId);
	const rows = await tx
		.select()
		.from(agendaItem)
		.where(
			or(
				eq(agendaItem.meetingId, found.id),
				named.length ? sql`${agendaItem.id} = any(${sql.param(named)}::uuid[])` : undefined
			)
		);
	const links = await linksOf(
		tx,
		rows.map((r) => r.id)
	);
	return { found, rows, links };
}

async function write(tx: Transaction, { insert, update, link, unlink }: Plan): Promise<void> {
	if (insert.length) await tx.insert(agendaItem).values(insert);
	if (update.length)
		await tx.execute(sql`update agenda_item i set meeting_id = v."meetingId", position = v.position, kind = v.kind, title = v.title,
			minutes = v.minutes, rapporteur = v.rapporteur, state = v.state, order_key = v."orderKey"
			from jsonb_to_recordset(${JSON.stringify(update)}::jsonb) as v(id uuid, "meetingId" uuid, position int, kind text,
				title text, minutes int, rapporteur text, state text, "orderKey" text) where i.id = v.id`);
	if (unlink.length)
		await tx.execute(sql`delete from agenda_link l using ${rowsOf(unlink)}
			where l.item_id = v."itemId" and l.thing_type = v."thingType" and l.thing_id = v."thingId"`);
	if (link.length)
		await tx.execute(sql`insert into agenda_link (item_id, thing_type, thing_id)
			select v."itemId", v."thingType", v."thingId" from ${rowsOf(link)} on conflict do nothing`);
}
/** As one value, however many they are. */
const rowsOf = (links: readonly LinkRow[]) =>
	sql`jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as v("itemId" uuid, "thingType" text, "thingId" uuid)`;

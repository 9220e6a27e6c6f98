/** Versions of the document for those who may write in it: which there are, and one of them to read. */
import { desc, eq, inArray } from 'drizzle-orm';
import type * as Y from 'yjs';
import type { Actor } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import { look } from '#platform/change.server.ts';
import { documentAccess, takesPartInWriting } from './access.ts';
import { markupOf } from './blocks.markup.ts';
import { itemsOf, partOf } from './document.shape.ts';
import { documentSeen } from './document.store.server.ts';
import { blocksOf } from './document.text.ts';
import { minutesHtml } from './minutes.html.server.ts';
import { findMeeting, type Locked } from './store.server.ts';
import { compareItems, type ItemWords } from './versions.compare.ts';
import { documentVersion } from './document.tables.server.ts';
import { documentOfVersion } from './versions.store.server.ts';

const most = 200;
const reads = (actor: Actor, found: Locked | null): found is Locked => !!found && takesPartInWriting(actor, found);

/** Latest first; null when this actor has no part in the writing. */
export const documentVersions = (actor: Actor, meetingId: string) =>
	look(async (tx) => {
		if (!reads(actor, await findMeeting(tx, meetingId, actor.id))) return null;
		const { id, at, occasion, writers } = documentVersion;
		const rows = await tx
			.select({ id, at, occasion, writers })
			.from(documentVersion)
			.where(eq(documentVersion.meetingId, meetingId))
			.orderBy(desc(at))
			.limit(most);
		const ids = [...new Set(rows.flatMap((r) => r.writers))];
		const people = ids.length
			? await tx.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, ids))
			: [];
		const names = new Map(people.map((p) => [p.id, p.name]));
		return rows.map((r) => ({ ...r, writers: r.writers.flatMap((w) => names.get(w) ?? []) }));
	});
export type ShownVersion = NonNullable<Awaited<ReturnType<typeof documentVersions>>>[number];

/** One version, item by item. */
export const documentVersionSeen = (actor: Actor, meetingId: string, versionId: string) =>
	look(async (tx) => {
		if (!reads(actor, await findMeeting(tx, meetingId, actor.id))) return null;
		const doc = await documentOfVersion(tx, meetingId, versionId);
		return doc && itemsOf(doc).map(({ id, title }) => ({ id, title, html: minutesHtml(blocksOf(partOf(doc, id)!)) }));
	});

/** One version beside the present document; null when there is none for this actor. */
export const versionCompared = (actor: Actor, meetingId: string, versionId: string) =>
	look(async (tx) => {
		const found = await findMeeting(tx, meetingId, actor.id);
		if (!reads(actor, found)) return null;
		const then = await documentOfVersion(tx, meetingId, versionId);
		if (!then) return null;
		const items = compareItems(wordsOf(then), wordsOf(await documentSeen(tx, found)));
		return { items, mayRestore: documentAccess(actor, found) === 'write' };
	});
export type VersionCompared = NonNullable<Awaited<ReturnType<typeof versionCompared>>>;

/** What has a type – decisions, tasks, tables – is compared by its words, without the signs for bold. */
const wordsOf = (doc: Y.Doc): ItemWords[] =>
	itemsOf(doc).map(({ id, title }) => ({
		id,
		title,
		words: markupOf(blocksOf(partOf(doc, id)!)).replaceAll('**', '')
	}));

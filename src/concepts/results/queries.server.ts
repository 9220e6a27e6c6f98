/** What the pages of result sheets show; the text alone, without a login, to whoever holds a link. */
import { sql, type SQL } from 'drizzle-orm';
import { has, isOffice, isSomebody, type Actor } from '#concepts/people/actor.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { isId } from '#platform/ids.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { openedBy } from './links.store.server.ts';
import { may, mayLinkFeed, mayReadList, mayRelease, mayWrite } from './policy.ts';
import {
	freeHands,
	reportable,
	sheetSteps,
	type Channel,
	type Hand,
	type SheetState,
	type SheetStep,
	type SheetText
} from './rules.ts';
import * as store from './store.server.ts';

export const sheetPageSize = 25;
export type SheetLine = { id: string; number: string; title: string; state: SheetState; on: string; gap: string };

/** policy.ts as a condition on `s`. */
const readableBy = (a: Actor): SQL => sql`(s.state = 'released' or s.author_id = ${a.id}::uuid
	or ${isOffice(a)}::boolean or (${has(a, 'reviewer')}::boolean and s.state = 'in_review'))`;

export const sheetList = (actor: Actor, page: number) =>
	!mayReadList(actor)
		? Promise.resolve(null)
		: look(async (tx) => {
				const found = await tx.execute<SheetLine>(sql`select s.id, s.number, s.title, s.state, g.number as gap,
					to_char(coalesce(s.released_at, s.updated_at) at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "on"
					from result_sheet s join service_gap g on g.id = s.gap_id where ${readableBy(actor)}
					order by (s.state in ('draft', 'in_review')) desc, coalesce(s.released_at, s.updated_at) desc, s.number
					limit ${sheetPageSize} offset ${(page - 1) * sheetPageSize}`);
				const counted = await tx.execute<{ n: number }>(
					sql`select count(*)::int as n from result_sheet s where ${readableBy(actor)}`
				);
				const office = mayLinkFeed(actor);
				return {
					rows: found.rows,
					total: counted.rows[0]!.n,
					/** for the office: the links by which the feed is read */
					feed: office
						? { links: await linksOf(tx, null), isPublic: (await settingsForPages()).publicResultFeed }
						: null
				};
			});

export type LinkLine = { id: string; label: string; expiresAt: string; revoked: boolean };
const linksOf = async (tx: Transaction, sheetId: string | null): Promise<LinkLine[]> =>
	(
		await tx.execute<LinkLine>(sql`select id, label, expires_at::text as "expiresAt", (revoked_at is not null or expires_at < now()) as revoked
			from result_link where sheet_id is not distinct from ${sheetId}::uuid order by created_at desc limit 50`)
	).rows;

export type Sent = {
	id: string;
	network: string;
	recipient: string;
	channel: Channel;
	sentOn: string;
	answer: string;
	answeredOn: string | null;
};
export type SheetSeen = SheetText & {
	id: string;
	number: string;
	state: SheetState;
	remark: string;
	releasedAt: Date | null;
	withdrawnAt: Date | null;
	gap: { id: string; number: string; title: string };
	given: Hand[];
	/** which hands this reader may lend */
	free: Hand[];
	steps: SheetStep[];
	mine: boolean;
	office: boolean;
	sent: Sent[];
	links: LinkLine[];
	history: { at: Date; kind: string; data: EventData }[];
};

/** Null when hidden. Who wrote and who released it is not told: the log knows. */
export const sheetPage = (actor: Actor, id: string): Promise<SheetSeen | null> =>
	look(async (tx) => {
		const s = await store.findSheet(tx, id);
		if (!s || !isSomebody(actor) || !may(actor, 'read', s)) return null;
		const given = await store.releasesOf(tx, id);
		const open = sheetSteps.release.from.includes(s.state as never);
		const free = open ? freeHands(s.authorId, given, actor.id).filter((hand) => mayRelease(actor, hand, s)) : [];
		const steps = (['edit', 'submit', 'return', 'withdraw'] as const).filter(
			(step) => may(actor, step, s) && (sheetSteps[step].from as readonly SheetState[]).includes(s.state)
		);
		const gap = await tx.execute<SheetSeen['gap']>(
			sql`select id, number, title from service_gap where id = ${s.gapId}::uuid`
		);
		const office = may(actor, 'distribute', s);
		const events = await tx.execute<{ at: string; kind: string; data: EventData }>(sql`select at, kind, data from event
			where thing_type = 'result_sheet' and thing_id = ${id}::uuid order by event.id desc limit 50`);
		const { title, background, decided, changes, audience, contact } = s;
		return {
			...{ title, background, decided, changes, audience, contact },
			...{
				id,
				number: s.number,
				state: s.state,
				remark: s.remark,
				releasedAt: s.releasedAt,
				withdrawnAt: s.withdrawnAt
			},
			gap: gap.rows[0]!,
			given: given.map((g) => g.hand),
			free,
			steps,
			mine: s.authorId === actor.id,
			office,
			sent: office ? await sentOf(tx, id) : [],
			links: office ? await linksOf(tx, id) : [],
			history: events.rows.map((e) => ({ ...e, at: new Date(e.at) }))
		};
	});

const sentOf = async (tx: Transaction, id: string): Promise<Sent[]> =>
	(
		await tx.execute<Sent>(sql`select id, network, recipient, channel, sent_on::text as "sentOn", answer,
			answered_on::text as "answeredOn" from result_distribution where sheet_id = ${id}::uuid order by sent_on desc, created_at desc limit 200`)
	).rows;

/** For the form; null unless this very reader may write it now. */
export const sheetDraft = (
	actor: Actor,
	id: string
): Promise<(SheetText & { number: string; dismissed: Dismissed[] }) | null> =>
	look(async (tx) => {
		const s = await store.findSheet(tx, id);
		if (!s || !may(actor, 'edit', s) || !sheetSteps.edit.from.includes(s.state as never)) return null;
		const { title, background, decided, changes, audience, contact, number, dismissed } = s;
		return { title, background, decided, changes, audience, contact, number, dismissed };
	});

/** The gap a new sheet is about; null for those who write none, and where there is nothing to tell. */
export const gapForSheet = (actor: Actor, gapId: string) =>
	!mayWrite(actor) || !isId(gapId)
		? Promise.resolve(null)
		: look(async (tx) => {
				const found = await tx.execute<{ id: string; number: string; title: string; description: string }>(
					sql`select id, number, title, description from service_gap where id = ${gapId}::uuid
						and state = any(${sql.param([...reportable])}::text[])`
				);
				return found.rows[0] ?? null;
			});

/** The sheets on a gap that this reader sees. */
export const sheetsOnGap = (actor: Actor, gapId: string) =>
	!mayReadList(actor) || !isId(gapId)
		? Promise.resolve([])
		: look(
				async (tx) =>
					(
						await tx.execute<
							Omit<SheetLine, 'gap' | 'on'>
						>(sql`select s.id, s.number, s.title, s.state from result_sheet s
							where s.gap_id = ${gapId}::uuid and ${readableBy(actor)} order by s.number`)
					).rows
			);

export type PublicSheet = SheetText & { number: string; releasedAt: string; id: string };
const publicColumns = sql`s.id, s.number, s.title, s.background, s.decided, s.changes, s.audience, s.contact,
	to_char(s.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "releasedAt"`;

/** Security: nothing but the released text; null for a link that has ended, and for a sheet that was withdrawn. */
export const sheetByLink = (token: string): Promise<PublicSheet | null> =>
	look(async (tx) => {
		const opened = await openedBy(tx, token, 'sheet');
		if (!opened?.sheetId) return null;
		const found = await tx.execute<PublicSheet>(
			sql`select ${publicColumns} from result_sheet s where s.id = ${opened.sheetId}::uuid and s.state = 'released'`
		);
		return found.rows[0] ?? null;
	});

const feedLength = 50;
/** Null unless the county has made the feed public, or the token opens it. */
export const feedSheets = async (token: string | null): Promise<PublicSheet[] | null> => {
	const isOpen = (await settingsForPages()).publicResultFeed;
	return look(async (tx) => {
		if (!isOpen && !(token && (await openedBy(tx, token, 'feed')))) return null;
		const found = await tx.execute<PublicSheet>(sql`select ${publicColumns} from result_sheet s
			where s.state = 'released' order by s.released_at desc, s.number desc limit ${feedLength}`);
		return found.rows;
	});
};

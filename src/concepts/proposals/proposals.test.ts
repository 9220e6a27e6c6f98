// Proposals on the real database: written by several, linked to gaps, frozen at each submission, never lost.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deferGap } from '#concepts/gaps/commands.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { agendaItem, agendaLink } from '#concepts/meetings/tables.server.ts';
import { look } from '#platform/change.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, aMeeting, content, scheduled, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { comment, create, follow, linkGap, save, take, unlinkGap } from './commands.server.ts';
import { may } from './policy.ts';
import { list, proposalsOf, workbench } from './queries.server.ts';
import { versions } from './versions.queries.server.ts';
import { proposalStates } from './rules.ts';
import { find, hashOf, readableBy } from './store.server.ts';
import { proposal, proposalVersion } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
});
afterAll(() => db.close());

const gapState = async (id: string) =>
	(await (await database()).select().from(serviceGap).where(eq(serviceGap.id, id)))[0]!.state;
const aDraft = async (gapIds: string[] = []) =>
	sure(await create(w.mitglied, { bodyId: w.group, title: 'Kinderbetreuung', gapIds })).id;
const fullDraft = async () => {
	const id = await aDraft([await aGap(w)]);
	sure(await save(w.mitglied, id, 1, content(w)));
	return id;
};

describe('writing', () => {
	test('numbers have no holes under 12 parallel beginnings, refused ones among them', async () => {
		const all = await Promise.all(
			Array.from({ length: 12 }, (_, i) =>
				create(w.mitglied, { bodyId: w.group, title: i % 3 ? 'Titel' : ' ', gapIds: [] })
			)
		);
		// these fail after the number was taken: the gap is not confirmed
		const fresh = await aGap(w, 'new');
		expect(await create(w.mitglied, { bodyId: w.group, title: 'x', gapIds: [fresh] })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
		sure(await create(w.mitglied, { bodyId: w.group, title: 'danach', gapIds: [] }));
		expect(all.filter((r) => r.ok)).toHaveLength(8);
		const numbers = (await (await database()).select({ n: proposal.number }).from(proposal))
			.map((r) => Number(r.n.split('-')[2]))
			.sort((a, b) => a - b);
		expect(numbers).toEqual(numbers.map((_, i) => i + 1));
	});
	test('a stale save is refused; the first text stays, the second is in the writer’s hands', async () => {
		const id = await aDraft();
		sure(await save(w.mitglied, id, 1, { ...content(w), title: 'Zuerst' }));
		expect(await save(w.koordination, id, 1, { ...content(w), title: 'Zu spät' })).toMatchObject({
			ok: false,
			why: 'conflict',
			issues: [{ field: 'revision' }]
		});
		expect((await look((tx) => find(tx, id)))!.title).toBe('Zuerst');
		sure(await save(w.koordination, id, 2, { ...content(w), title: 'Beides' }));
	});
	test('of parallel saves of one revision exactly one is kept', async () => {
		const id = await aDraft();
		const all = await Promise.all(
			Array.from({ length: 8 }, (_, i) => save(w.mitglied, id, 1, { ...content(w), title: `Text ${i}` }))
		);
		expect(all.filter((r) => r.ok)).toHaveLength(1);
	});
	test('only the group and the office write, only in a group, not once it is submitted', async () => {
		expect(await create(w.lenkung, { bodyId: w.group, title: 'x', gapIds: [] })).toMatchObject({ why: 'forbidden' });
		expect(await create(w.gast, { bodyId: w.group, title: 'x', gapIds: [] })).toMatchObject({ why: 'not_found' });
		expect(await create(w.vorsitz, { bodyId: w.committee, title: 'x', gapIds: [] })).toMatchObject({
			why: 'incomplete'
		});
		const id = await fullDraft();
		expect(await save(w.lenkung, id, 2, content(w))).toMatchObject({ why: 'not_found' });
		sure(await take(w.koordination, id, 'recommend'));
		expect(await save(w.mitglied, id, 2, content(w))).toMatchObject({ why: 'wrong_state' });
		sure(await take(w.koordination, id, 'revise'));
		sure(await save(w.mitglied, id, 2, content(w)));
	});
});

describe('gaps', () => {
	test('linking brings a gap into solution; a gap can belong to several proposals', async () => {
		const gapId = await aGap(w);
		const [a, b] = [await aDraft([gapId]), await aDraft()];
		expect(await gapState(gapId)).toBe('in_solution');
		sure(await linkGap(w.mitglied, b, gapId));
		expect(await linkGap(w.mitglied, b, gapId)).toMatchObject({ why: 'conflict' });
		sure(await unlinkGap(w.mitglied, a, gapId));
		expect(await gapState(gapId)).toBe('in_solution');
		expect(await linkGap(w.mitglied, a, await aGap(w, 'closed'))).toMatchObject({ why: 'wrong_state' });
	});
	test('a gap that no proposal answers any more is where it was before, by unlinking or by withdrawing', async () => {
		const [gapId, other] = [await aGap(w, 'mandated'), await aGap(w, 'prioritised')];
		const [a, b] = [await aDraft([gapId, other]), await aDraft([gapId])];
		sure(await unlinkGap(w.mitglied, a, gapId));
		expect(await gapState(gapId)).toBe('in_solution');
		sure(await take(w.koordination, b, 'withdraw'));
		expect([await gapState(gapId), await gapState(other)]).toEqual(['mandated', 'in_solution']);
		sure(await unlinkGap(w.mitglied, a, other));
		expect(await gapState(other)).toBe('prioritised');
		sure(await linkGap(w.mitglied, a, gapId));
		expect(await gapState(gapId)).toBe('in_solution');
	});
	test('a proposal brings a deferred gap back at once', async () => {
		const gapId = await aGap(w, 'prioritised');
		sure(await deferGap(w.koordination, gapId, '2099-01-01'));
		const a = await aDraft([gapId]);
		expect(await gapState(gapId)).toBe('in_solution');
		sure(await take(w.koordination, a, 'withdraw'));
		expect(await gapState(gapId)).toBe('prioritised');
	});
	test('evidence shows small counts to the office only, and never who', async () => {
		const id = await aDraft([await aGap(w)]);
		const asMember = (await workbench(w.mitglied, id))!;
		const asOffice = (await workbench(w.koordination, id))!;
		expect(asMember.evidence.byGap[0]!.counts).toMatchObject({ reports: 'few', confirmations: 'few', carriers: 'few' });
		expect(asOffice.evidence.byGap[0]!.counts).toMatchObject({ reports: 1, confirmations: 1, carriers: 2 });
		expect(JSON.stringify(asMember.evidence)).not.toContain(w.fallmanagementA.id);
	});
});

describe('the way to the committee', () => {
	test('what is missing is named and nothing moves', async () => {
		const id = await aDraft();
		const answer = await take(w.koordination, id, 'recommend');
		expect(answer).toMatchObject({ ok: false, why: 'incomplete' });
		expect(answer.ok ? [] : answer.issues.map((i) => i.field)).toContain('gap');
		expect((await look((tx) => find(tx, id)))!.state).toBe('draft');
	});
	test('each submission freezes a version with its hash; versions cannot be changed', async () => {
		const id = await fullDraft();
		sure(await take(w.koordination, id, 'recommend'));
		sure(await take(w.koordination, id, 'submit'));
		expect(await take(w.koordination, id, 'return')).toMatchObject({ why: 'incomplete' });
		sure(await take(w.koordination, id, 'return', { comment: 'Kosten fehlen' }));
		const c = content(w);
		sure(await save(w.mitglied, id, 2, { ...c, outline: { ...c.outline, money: '4.000 Euro' } }));
		sure(await take(w.koordination, id, 'recommend'));
		sure(await take(w.koordination, id, 'submit'));
		const found = (await versions(w.mitglied, id))!.versions;
		expect(found.map((v) => [v.version, v.outline.money])).toEqual([
			[1, 'm'],
			[2, '4.000 Euro']
		]);
		for (const v of found) expect(v.hash).toBe(hashOf(v));
		const change = (await database())
			.update(proposalVersion)
			.set({ title: 'gefälscht' })
			.where(eq(proposalVersion.proposalId, id));
		await expect(change).rejects.toThrow();
	});
	test('scheduling puts it on the committee’s agenda', async () => {
		const p = await scheduled(w, { running: false });
		const rows = await (
			await database()
		)
			.select()
			.from(agendaItem)
			.innerJoin(agendaLink, eq(agendaLink.itemId, agendaItem.id))
			.where(eq(agendaLink.thingId, p.id));
		expect(rows.map((r) => [r.agenda_item.meetingId, r.agenda_item.kind, r.agenda_item.state])).toEqual([
			[p.meetingId, 'decision', 'scheduled']
		]);
	});
	test('a meeting that is over takes no proposal, and the proposal stays where it was', async () => {
		const id = await fullDraft();
		for (const step of ['recommend', 'submit', 'admit'] as const) sure(await take(w.koordination, id, step));
		expect(await take(w.koordination, id, 'schedule', { meetingId: await aMeeting(w, 'closed') })).toMatchObject({
			ok: false
		});
		expect((await look((tx) => find(tx, id)))!.state).toBe('admitted');
	});
	test('the group hears of it, the one who acts does not', async () => {
		const id = await fullDraft();
		sure(await take(w.koordination, id, 'recommend'));
		const told = await (
			await database()
		)
			.select({ to: eventTell.accountId })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(sql`${event.thingId} = ${id} and ${event.kind} = 'proposal.recommend'`);
		const ids = told.map((t) => t.to);
		expect(ids).toContain(w.mitglied.id);
		expect(ids).toContain(w.koordination2.id);
		expect(ids).not.toContain(w.koordination.id);
		expect(ids).not.toContain(w.gast.id);
	});
});

describe('seeing', () => {
	test('the condition in SQL says what the policy says, for everyone in every state', async () => {
		const ids = new Map<string, string>();
		const d = await database();
		for (const bodyId of [w.group, w.topicGroup])
			for (const state of proposalStates) {
				const id = sure(await create(w.koordination2, { bodyId, title: `${state}`, gapIds: [] })).id;
				await d.update(proposal).set({ state }).where(eq(proposal.id, id));
				ids.set(id, `${bodyId}:${state}`);
			}
		const pages: string[] = ['draft', 'submitted', 'decided'];
		const guest = {
			...w.gast,
			seats: [{ bodyId: w.topicGroup, kind: 'topic_group' as const, function: 'guest' as const }]
		};
		for (const [name, a] of [...w.everyone, ['guest of the group', guest] as const]) {
			const rows = await look((tx) =>
				tx
					.select({ id: proposal.id, bodyId: proposal.bodyId, state: proposal.state })
					.from(proposal)
					.where(readableBy(a))
			);
			const seen = new Set(rows.map((r) => r.id));
			for (const [id, key] of ids) {
				const [bodyId, state] = key.split(':') as [string, (typeof proposalStates)[number]];
				expect([name, key, seen.has(id)]).toEqual([name, key, may(a, 'read', { bodyId, state })]);
				if (bodyId === w.topicGroup && pages.includes(state))
					expect((await workbench(a, id)) !== null).toBe(seen.has(id));
			}
		}
	});
	test('lists hold only what may be seen, with the count of exactly that', async () => {
		const id = await fullDraft();
		expect((await proposalsOf(w.mitglied, w.group)).map((p) => p.id)).toContain(id);
		expect((await proposalsOf(w.lenkung, w.group)).map((p) => p.id)).not.toContain(id);
		expect(await list(w.admin, { states: [], bodyId: '', page: 1 })).toBeNull();
		const found = (await list(w.lenkung, { states: ['draft'], bodyId: '', page: 1 }))!;
		expect([found.rows.length, found.total]).toEqual([0, 0]);
		expect(await workbench(w.mitglied, 'no-id')).toBeNull();
	});
	test('comments and following', async () => {
		const id = await fullDraft();
		sure(await comment(w.mitglied, id, { comment: 'Bitte die Kosten prüfen, @Jana Vogt', mentions: [] }));
		expect(await comment(w.lenkung, id, { comment: 'x', mentions: [] })).toMatchObject({ why: 'not_found' });
		sure(await follow(w.mitglied, id, true));
		const page = (await workbench(w.mitglied, id))!;
		expect([page.follows, page.comments.length]).toEqual([true, 1]);
	});
});

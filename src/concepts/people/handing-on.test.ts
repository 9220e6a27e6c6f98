/** Who is told hears of it: once, in the inbox, at once by mail where that is wanted – and never what was rolled back. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { change } from '#platform/change.server.ts';
import { database } from '#platform/database.server.ts';
import { eventTell } from '#platform/events.tables.server.ts';
import { no, yes } from '#platform/result.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { world, type World } from '../../../tests/world.ts';
import { sendDigests } from './digest.server.ts';
import { handOn, startHandingOn } from './handing-on.server.ts';
import { unreadCount } from './inbox.queries.server.ts';
import { account, inboxItem, mail } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());
beforeEach(async () => {
	const d = await database();
	await d.delete(inboxItem);
	await d.delete(mail);
	await d.update(eventTell).set({ handedOnAt: new Date() });
	await d.update(account).set({ mutedNotes: [], digest: 'daily' });
});

const thing = { type: 'service_gap', id: '0190f3a0-0000-7000-8000-000000000001' };
const tell = (to: string[], note: string, data = {}) =>
	change(w.koordination, ({ record }) => {
		record(
			'service_gap.confirm',
			thing,
			data,
			to.map((id) => ({ to: id, note }))
		);
		return Promise.resolve(yes(null));
	});
const mails = async () => (await database()).select().from(mail);
const inbox = async () => (await database()).select().from(inboxItem);

describe('handing on', () => {
	it('puts it into the inbox and says so to the open pages, once, however many look at the same time', async () => {
		await tell([w.fallmanagementA.id, w.fallmanagementB.id], 'feedback');
		const answers = await Promise.all([handOn(), handOn(), handOn()]);
		expect(answers.flatMap((a) => a.told).sort()).toEqual([w.fallmanagementA.id, w.fallmanagementB.id].sort());
		expect(await inbox()).toHaveLength(2);
		expect(await unreadCount(w.fallmanagementA)).toBe(1);
		expect(await unreadCount(w.fachkraft)).toBe(0);
		expect((await handOn()).taken).toBe(0);
	});

	it('mails an invitation, a query and a deadline at once, the others not', async () => {
		await tell([w.mitglied.id], 'feedback');
		await tell([w.mitglied.id], 'query');
		await tell([w.mitglied.id], 'deadline');
		await handOn();
		const [letter, ...others] = await mails();
		expect(others).toEqual([]);
		expect(letter!.toAddress).toBe('mitglied@demo.lueckenlos.example');
		expect(letter!.body).toContain('– Rückfragen: 1');
		expect(letter!.body).toMatch(/http:\/\/127\.0\.0\.1:\d+\/inbox/);
		expect((await inbox()).filter((i) => i.mailedAt)).toHaveLength(2);
	});

	it('leaves the mail to a command that has written one itself', async () => {
		await tell([w.mitglied.id], 'invitation', { mailed: true });
		await handOn();
		expect(await mails()).toEqual([]);
		expect(await inbox()).toHaveLength(1);
	});

	it('skips what its receiver has switched off, and closed accounts', async () => {
		const d = await database();
		await d
			.update(account)
			.set({ mutedNotes: ['query'] })
			.where(eq(account.id, w.mitglied.id));
		await d.update(account).set({ state: 'closed' }).where(eq(account.id, w.gast.id));
		await tell([w.mitglied.id, w.gast.id], 'query');
		expect((await handOn()).taken).toBe(2);
		expect(await inbox()).toEqual([]);
		expect(await mails()).toEqual([]);
		await d.update(account).set({ state: 'active' }).where(eq(account.id, w.gast.id));
	});

	it('hears nothing of what was rolled back', async () => {
		await change(w.koordination, ({ record }) => {
			record('service_gap.confirm', thing, {}, [{ to: w.mitglied.id, note: 'query' }]);
			return Promise.resolve(no('conflict'));
		});
		expect((await handOn()).taken).toBe(0);
	});

	it('starts by itself after each commit', async () => {
		const told: string[] = [];
		const handingOn = await startHandingOn({
			onInbox: (id) => told.push(id),
			onError: (e) => expect.unreachable(String(e))
		});
		await tell([w.pruefung.id], 'review');
		await expect.poll(() => told, { timeout: 3000 }).toEqual([w.pruefung.id]);
		await handingOn.stop();
	});
});

describe('the digest', () => {
	it('counts what waits unread and was not mailed yet, without content, once', async () => {
		await tell([w.mitglied.id], 'feedback');
		await tell([w.mitglied.id], 'decision');
		await tell([w.mitglied.id], 'decision');
		await tell([w.lenkung.id], 'decision');
		await handOn();
		const d = await database();
		await d.update(account).set({ digest: 'weekly' }).where(eq(account.id, w.lenkung.id));
		await Promise.all([sendDigests('daily'), sendDigests('daily')]);
		const [letter, ...others] = await mails();
		expect(others).toEqual([]);
		expect(letter!.body).toContain('– Beschlüsse: 2');
		await sendDigests('daily');
		expect(await mails()).toHaveLength(1);
		await sendDigests('weekly');
		expect(await mails()).toHaveLength(2);
	});
});

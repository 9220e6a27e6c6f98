/** Tokens for programs: shown once, kept as a hash, good until their last day, gone with a word or with the account. */
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, setClock, today } from '#platform/clock.ts';
import { event } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { ownData } from './account.queries.server.ts';
import { closeAccount } from './admin.commands.server.ts';
import { accessToken, account } from './tables.server.ts';
import { createToken, holderOfToken, revokeToken, revokeTokenOf } from './tokens.commands.server.ts';
import { ownTokens, tokensOfAccount } from './tokens.queries.server.ts';
import { mostTokens } from './tokens.rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 8 });
	w = await world();
});
afterAll(() => db.close());
afterEach(async () => {
	setClock(null);
	await db.db.delete(accessToken);
});

const make = async (actor = w.mitglied, expiresOn = addDays(today(), 30)) =>
	value(await createToken(actor, { name: 'Auswertung', expiresOn })).token;
const idOf = async (actor = w.mitglied) => (await ownTokens(actor))![0]!.id;

describe('a token', () => {
	it('stands for its owner, and is kept as a hash only', async () => {
		const token = await make();
		expect(await holderOfToken(token)).toMatchObject({ accountId: w.mitglied.id });
		const [row] = await db.db.select().from(accessToken);
		expect(JSON.stringify(row)).not.toContain(token.slice(4));
		const events = await db.db.select().from(event).where(eq(event.kind, 'account.create_token'));
		expect(events).toHaveLength(1);
		expect(JSON.stringify(events)).not.toContain(token.slice(4));
		expect(JSON.stringify(await ownData(w.mitglied))).toContain('Auswertung');
	});
	it.each(['', 'lkl_', 'lkl_' + 'a'.repeat(43), "lkl_' or 1=1"])('„%s“ stands for nobody', async (text) => {
		await make();
		expect(await holderOfToken(text)).toBeNull();
	});
	it('is good on its last day and not after it', async () => {
		const token = await make(w.mitglied, today());
		expect(await holderOfToken(token)).not.toBeNull();
		setClock(new Date(Date.now() + 86_400_000));
		expect(await holderOfToken(token)).toBeNull();
		expect(await ownTokens(w.mitglied)).toMatchObject([{ expired: true }]);
	});
	it('is never good for longer than a year, nor made for the past', async () => {
		for (const day of [addDays(today(), 366), addDays(today(), -1)])
			expect(await createToken(w.mitglied, { name: 'x', expiresOn: day })).toMatchObject({
				ok: false,
				why: 'incomplete'
			});
		await make(w.mitglied, addDays(today(), 365));
	});
	it('notes the day of its use, not the hour', async () => {
		const token = await make();
		expect(await ownTokens(w.mitglied)).toMatchObject([{ lastUsedOn: null }]);
		await holderOfToken(token);
		expect(await ownTokens(w.mitglied)).toMatchObject([{ lastUsedOn: today() }]);
	});
	it('is one of so many at most, also when forms come at once', async () => {
		for (let i = 1; i < mostTokens; i++) await make();
		const answers = await Promise.all([1, 2, 3].map(() => createToken(w.mitglied, { name: 'x', expiresOn: today() })));
		expect(answers.filter((a) => a.ok)).toHaveLength(1);
	});
	it('of nobody there is none', async () =>
		expect(await createToken(w.nobody, { name: 'x', expiresOn: today() })).toMatchObject({ ok: false }));
});

describe('taken back', () => {
	it('by its owner it is gone at once', async () => {
		const token = await make();
		const id = await idOf();
		expect(await revokeToken(w.lenkung, id)).toMatchObject({ ok: false, why: 'not_found' });
		expect(await revokeToken(w.nobody, id)).toMatchObject({ ok: false, why: 'not_found' });
		value(await revokeToken(w.mitglied, id));
		expect(await holderOfToken(token)).toBeNull();
		expect(await revokeToken(w.mitglied, id)).toMatchObject({ ok: false, why: 'not_found' });
	});
	it('by the administrator, who sees that it is there and not what for', async () => {
		const token = await make();
		const id = await idOf();
		for (const [, a] of w.everyone.filter(([, a]) => a !== w.admin && a.id !== w.admin.id)) {
			expect(await tokensOfAccount(a, w.mitglied.id)).toBeNull();
			expect(await revokeTokenOf(a, w.mitglied.id, id)).toMatchObject({ ok: false, why: 'not_found' });
		}
		expect(await tokensOfAccount(w.admin, w.mitglied.id)).toMatchObject([{ id, name: '' }]);
		expect(await revokeTokenOf(w.admin, w.lenkung.id, id)).toMatchObject({ ok: false });
		value(await revokeTokenOf(w.admin, w.mitglied.id, id));
		expect(await holderOfToken(token)).toBeNull();
	});
	it('with the account, and not given back with it', async () => {
		const token = await make(w.lenkung);
		value(await closeAccount(w.admin, w.lenkung.id));
		expect(await holderOfToken(token)).toBeNull();
		await db.db.update(account).set({ state: 'active' }).where(eq(account.id, w.lenkung.id));
		expect(await holderOfToken(token)).toBeNull();
		expect(await ownTokens(w.lenkung)).toEqual([]);
	});
});

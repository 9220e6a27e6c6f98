/** Ways in and out: invitations, new passwords, roles, closing – each link once, and an administrator always remains. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '#platform/clock.ts';
import { verifyLog } from '#platform/audit.server.ts';
import { database } from '#platform/database.server.ts';
import { event } from '#platform/events.tables.server.ts';
import { hashPassword } from '#platform/password.server.ts';
import { accountOfSession, openSession, sessionsOf } from '#platform/sessions.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { sql } from 'drizzle-orm';
import { world, type World } from '../../../tests/world.ts';
import { changePassword } from './account.commands.server.ts';
import { closeAccount, editPerson, grant, invite, reopenAccount } from './admin.commands.server.ts';
import { organisationList, peopleList } from './admin.queries.server.ts';
import { eventLog } from './audit.queries.server.ts';
import { itemsOf } from './catalogues.queries.server.ts';
import { changeSettings, createOrganisation, editCatalogueItem, editOrganisation } from './county.commands.server.ts';
import { acceptInvitation, answerAfterMs, guestOf, requestReset, resetPassword } from './entrance.commands.server.ts';
import { login } from './login.commands.server.ts';
import { settingsForPages } from './settings.queries.server.ts';
import { defaultSettings } from './settings.ts';
import { account, mail, oneUseLink } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 8 });
	w = await world();
});
afterAll(() => db.close());
beforeEach(async () => void (await (await database()).delete(mail)));

const good = 'vier Enten gehen spazieren';
const from = (n: number) => ({ address: `10.0.0.${n}`, device: 'Firefox' });
const tokenInMail = async (): Promise<string> => {
	const [letter] = await (await database()).select().from(mail);
	return /\/(?:invitation|reset)\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? '';
};
const newcomer = (email: string) =>
	invite(w.admin, {
		email,
		name: 'Nele Neu',
		title: '',
		organisationId: w.organisations.carrierA,
		roles: ['case_manager']
	});

describe('an invitation', () => {
	it('lets in once, also when used twice at the same moment', async () => {
		expect(await newcomer('Nele@Example.org')).toMatchObject({ ok: true });
		const token = await tokenInMail();
		expect(await guestOf(token, 'invitation')).toMatchObject({ email: 'nele@example.org' });
		expect(await guestOf(token, 'reset')).toBeNull();
		expect(await acceptInvitation(token, 'kurz')).toMatchObject({ ok: false, why: 'incomplete' });
		const answers = await Promise.all([acceptInvitation(token, good), acceptInvitation(token, good)]);
		expect(answers.filter((a) => a.ok)).toHaveLength(1);
		expect(await login('nele@example.org', good, from(1))).toMatchObject({ ok: true });
		expect(await newcomer('nele@example.org')).toMatchObject({ ok: false, why: 'conflict' });
	});

	it('ends after seven days, and is stored as a hash only', async () => {
		await newcomer('spaet@example.org');
		const token = await tokenInMail();
		const stored = await (await database()).select().from(oneUseLink);
		expect(JSON.stringify(stored)).not.toContain(token);
		setClock(new Date(Date.now() + 8 * 86_400_000));
		expect(await acceptInvitation(token, good)).toMatchObject({ ok: false, why: 'not_found' });
		setClock(null);
	});

	it('is sent by administrators only, and not into an inactive organisation', async () => {
		for (const [name, a] of w.everyone.filter(([n]) => n !== 'admin')) {
			const o = { email: 'x@example.org', name: 'X', title: '', organisationId: w.organisations.carrierA, roles: [] };
			expect(await invite(a, o), name).toMatchObject({ ok: false });
		}
		const made = await createOrganisation(w.admin, {
			name: 'Alt e. V.',
			shortName: 'Alt',
			kind: 'other',
			active: false
		});
		const o = { email: 'y@example.org', name: 'Y', title: '', organisationId: made.ok ? made.value : '', roles: [] };
		expect(await invite(w.admin, o)).toMatchObject({ ok: false, why: 'incomplete' });
	});
});

describe('a new password', () => {
	it('answers the same, as slowly, for an unknown address, and three times an hour', async () => {
		const times: number[] = [];
		for (const email of ['mitglied@demo.lueckenlos.example', 'niemand@example.org']) {
			const begun = performance.now();
			expect(await requestReset(email, '10.1.0.1')).toEqual({ ok: true, value: null });
			times.push(performance.now() - begun);
		}
		// setTimeout may be a moment early
		expect(Math.min(...times)).toBeGreaterThan(answerAfterMs - 5);
		expect(await (await database()).select().from(mail)).toHaveLength(1);
		for (let i = 0; i < 2; i++) await requestReset('niemand@example.org', '10.1.0.1');
		expect(await requestReset('niemand@example.org', '10.1.0.1')).toMatchObject({ ok: false, why: 'too_many' });
	});

	it('ends all sessions, and the link works once within the hour', async () => {
		const session = await openSession(w.lenkung.id, 'Firefox');
		await requestReset(w.lenkung.email, '10.1.0.2');
		const token = await tokenInMail();
		expect(await resetPassword(token, good)).toMatchObject({ ok: true });
		expect(await accountOfSession(session)).toBeNull();
		expect(await resetPassword(token, good)).toMatchObject({ ok: false });
		await requestReset(w.lenkung.email, '10.1.0.2');
		const second = /reset\/([\w-]{43})/.exec((await (await database()).select().from(mail)).at(-1)!.body)![1]!;
		setClock(new Date(Date.now() + 61 * 60_000));
		expect(await resetPassword(second, good)).toMatchObject({ ok: false });
		setClock(null);
	});

	it('asks for the old one when logged in, and ends the other sessions only', async () => {
		const d = await database();
		await d
			.update(account)
			.set({ passwordHash: await hashPassword(good) })
			.where(eq(account.id, w.vorsitz.id));
		const [here, there] = [await openSession(w.vorsitz.id, 'hier'), await openSession(w.vorsitz.id, 'dort')];
		expect(await changePassword(w.vorsitz, here, 'falsch', 'sieben Kraniche am Kanal')).toMatchObject({ ok: false });
		expect(await changePassword(w.vorsitz, here, good, 'petra lange petra')).toMatchObject({
			ok: false,
			why: 'incomplete'
		});
		expect(await changePassword(w.vorsitz, here, good, 'sieben Kraniche am Kanal')).toMatchObject({ ok: true });
		expect(await accountOfSession(here)).toBe(w.vorsitz.id);
		expect(await accountOfSession(there)).toBeNull();
	});
});

describe('the administrator', () => {
	it('closes an account: sessions end, login fails; reopening invites anew', async () => {
		const session = await openSession(w.gast.id, 'Firefox');
		expect(await closeAccount(w.admin, w.gast.id)).toMatchObject({ ok: true });
		expect(await accountOfSession(session)).toBeNull();
		expect(await sessionsOf(w.gast.id)).toEqual([]);
		expect(await closeAccount(w.admin, w.gast.id)).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await reopenAccount(w.admin, w.gast.id)).toMatchObject({ ok: true });
		expect(await acceptInvitation(await tokenInMail(), good)).toMatchObject({ ok: true });
	});

	it('stays: nobody closes herself or takes the last administrator away, not even two at once', async () => {
		expect(await closeAccount(w.admin, w.admin.id)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await grant(w.admin, w.admin.id, [])).toMatchObject({ ok: false, why: 'conflict' });
		await grant(w.admin, w.koordination.id, ['coordinator', 'administrator']);
		const second = await w.again(w.koordination);
		const answers = await Promise.all([
			grant(w.admin, w.koordination.id, ['coordinator']),
			grant(second, w.admin.id, [])
		]);
		expect(answers.filter((a) => a.ok)).toHaveLength(1);
		const left = answers[0].ok ? w.admin : second;
		await grant(left, w.admin.id, ['administrator']);
		await grant(await w.again(w.admin), w.koordination.id, ['coordinator']);
	});

	it('is the only one who finds people and organisations', async () => {
		for (const [name, a] of w.everyone) {
			const found = await peopleList(a, { q: 'aylin', role: 'case_manager', state: 'active', page: 1 });
			expect(
				found?.people.map((p) => p.name),
				name
			).toEqual(name === 'admin' ? ['Aylin Brandt'] : undefined);
			expect((await organisationList(a)) !== null, name).toBe(name === 'admin');
			const edit = await editPerson(a, w.mitglied.id, {
				name: 'Olaf Wessels',
				title: 'Neu',
				organisationId: w.organisations.courses
			});
			expect(edit.ok, name).toBe(name === 'admin');
		}
	});

	it('changes settings and labels, and the log says so without texts', async () => {
		expect(await changeSettings(w.koordination, defaultSettings)).toMatchObject({ ok: false, why: 'forbidden' });
		const values = { ...defaultSettings, noticePeriodDays: 21, imprintText: 'Geheimnis' };
		expect(await changeSettings(w.admin, values)).toEqual({ ok: true, value: ['noticePeriodDays', 'imprintText'] });
		expect((await settingsForPages()).noticePeriodDays).toBe(21);
		const o = { labelDe: 'Neues Wort', labelEn: 'New word', helpDe: '', helpEn: '', active: false };
		expect(await editCatalogueItem(w.admin, 'gapType', 'GT01', o)).toMatchObject({ ok: true });
		expect(await editCatalogueItem(w.admin, 'gapType', 'GT00', o)).toMatchObject({ ok: false });
		expect((await itemsOf('gapType')).find((i) => i.code === 'GT01')).toMatchObject({
			labelDe: 'Neues Wort',
			active: false
		});
		const same = await editOrganisation(w.admin, w.organisations.carrierA, {
			name: 'Stadt Rheine',
			shortName: 'R',
			kind: 'other',
			active: true
		});
		expect(same).toMatchObject({ ok: false, why: 'conflict' });
		expect(JSON.stringify(await (await database()).select().from(event))).not.toContain('Geheimnis');
	});
});

describe('the event log', () => {
	const all = { kind: '', from: null, until: null, page: 1 };
	it('is for data protection with names, for the administrator without, for nobody else', async () => {
		const officer = await eventLog(w.datenschutz, { ...all, kind: 'account.close' });
		expect(officer?.entries.map((e) => e.who)).toEqual(['Viktor Paulsen']);
		const admin = await eventLog(w.admin, { ...all, kind: 'account' });
		expect(new Set(admin?.entries.map((e) => e.who))).toEqual(new Set([null]));
		expect(new Set(admin?.entries.map((e) => e.thing.id))).toEqual(new Set(['']));
		for (const [name, a] of w.everyone.filter(([n]) => n !== 'admin' && n !== 'datenschutz'))
			expect(await eventLog(a, all), name).toBeNull();
	});

	it('verifies, and says where somebody has changed it', async () => {
		expect(await verifyLog()).toMatchObject({ broken: null });
		const d = await database();
		const [victim] = await d.select().from(event).where(eq(event.kind, 'account.close'));
		await d.transaction(async (tx) => {
			await tx.execute(sql`alter table event disable trigger event_append_only`);
			await tx.update(event).set({ actorId: w.koordination.id }).where(eq(event.id, victim!.id));
			await tx.execute(sql`alter table event enable trigger event_append_only`);
		});
		expect(await verifyLog()).toMatchObject({ broken: { eventId: victim!.id, why: 'hash' } });
	});
});

// Reports on the device and in the hub: kept, sent once, come back when refused; and named people go nowhere.
import 'fake-indexeddb/auto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetDevice, isAnythingKept } from '#realtime/device.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { checked, namedIn } from './report.check.server.ts';
import { submitReport } from './report.commands.server.ts';
import { reportsOn, type KeptReport } from './reports.device.ts';
import { bring, type Sent } from './reports.sending.ts';
import { typedIn } from './reports.typed.ts';
import { noFields, textsOf, type ReportFields } from './rules.ts';

const fields: ReportFields = {
	...noFields,
	text: 'Am Kursort fehlt die Kinderbetreuung.',
	phase: 'IK05',
	gapType: 'GT03',
	legalDomains: ['SGB8', 'SGB2'],
	urgent: true
};
const kept = (state: KeptReport['state'] = 'waiting'): KeptReport => ({
	clientKey: crypto.randomUUID(),
	state,
	issues: [],
	dismissed: [],
	fields
});

describe('on the device', () => {
	const me = 'account-a';
	beforeEach(() => forgetDevice());
	const sends =
		(answers: (Sent | 'unreachable')[], seen: string[] = []) =>
		(report: KeptReport): Promise<Sent> => {
			seen.push(report.clientKey);
			const answer = answers.shift();
			return !answer || answer === 'unreachable' ? Promise.reject(new Error('offline')) : Promise.resolve(answer);
		};

	test('what waits is sent and gone; what cannot be sent waits on', async () => {
		const here = reportsOn(me);
		await here.keep(kept());
		expect(await bring(here, sends(['unreachable']))).toMatchObject({ sent: [], left: 1 });
		expect(await here.all()).toHaveLength(1);
		expect(await bring(here, sends([{ how: 'sent' }]))).toMatchObject({ sent: [expect.any(String)], left: 0 });
		expect(await here.all()).toEqual([]);
	});
	test('what is only typed is never sent by itself', async () => {
		const here = reportsOn(me);
		await here.keep(kept('typed'));
		const seen: string[] = [];
		await bring(here, sends([{ how: 'sent' }], seen));
		expect(seen).toEqual([]);
	});
	test('what the hub refuses comes back with its sentence, and is not sent again', async () => {
		const here = reportsOn(me);
		await here.keep(kept());
		const issues = [{ field: 'text', message: 'Das benennt jemanden.' }];
		expect(await bring(here, sends([{ how: 'refused', issues }]))).toMatchObject({ refused: [expect.any(String)] });
		expect(await here.all()).toMatchObject([{ state: 'refused', issues }]);
		expect(await bring(here, sends([{ how: 'sent' }]))).toMatchObject({ sent: [] });
	});
	test('when the session has ended the rest waits for the login', async () => {
		const here = reportsOn(me);
		await here.keep(kept());
		await here.keep(kept());
		const seen: string[] = [];
		expect(await bring(here, sends([{ how: 'logged_out' }], seen))).toMatchObject({ left: 2, loggedOut: true });
		expect(seen).toHaveLength(1);
	});
	test('nothing of it is left after logout, and another account finds none of it', async () => {
		await reportsOn(me).keep(kept());
		expect(await isAnythingKept(me)).toBe(true);
		expect(await reportsOn('account-b').all()).toEqual([]);
		await forgetDevice();
		expect(await reportsOn(me).all()).toEqual([]);
	});
	test('the choices of the form are nothing that would be missed', async () => {
		await reportsOn(me).keepLists({} as never);
		expect(await isAnythingKept(me)).toBe(false);
	});
	test('a form is kept as it stands', () => {
		const form = new FormData();
		for (const [name, said] of [
			['clientKey', 'k'],
			['text', 'Es fehlt\r\nviel.'],
			['legalDomains', 'SGB2'],
			['legalDomains', 'SGB8'],
			['urgent', 'on'],
			['dismissed', 'DATE 3. Mai']
		])
			form.append(name!, said!);
		expect(typedIn(form, 'waiting')).toMatchObject({
			clientKey: 'k',
			dismissed: [{ label: 'DATE', text: '3. Mai' }],
			fields: { text: 'Es fehlt\nviel.', legalDomains: ['SGB2', 'SGB8'], urgent: true }
		});
	});
});

describe('in the hub', () => {
	let db: TestDatabase;
	let w: World;
	beforeAll(async () => {
		db = await testDatabase();
		w = await world();
	});
	afterAll(() => db.close());
	const count = async (text: string) =>
		Number(
			(await (await database()).execute<{ n: string }>(sql`select count(*) as n from gap_report where text = ${text}`))
				.rows[0]!.n
		);

	test('the same key at the same time, and again later, is one report', async () => {
		const key = crypto.randomUUID();
		const text = 'Abends fehlt ein Angebot für Beschäftigte.';
		const answers = await Promise.all(
			Array.from({ length: 6 }, () => submitReport(w.fallmanagementA, key, { ...fields, text }))
		);
		const ids = new Set(answers.map((a) => value(a).id));
		ids.add(value(await submitReport(w.fallmanagementA, key, { ...fields, text: 'etwas anderes' })).id);
		expect(ids.size).toBe(1);
		expect(await count(text)).toBe(1);
	});
	test('a name and a phone number are refused at their field, whatever was set aside', async () => {
		const text = 'Frau Haddad fehlt ein Kursplatz, Telefon 0176 55501234.';
		const dismissed = [{ text: 'Haddad', label: 'PERSON' as const }];
		const refused = await submitReport(w.fallmanagementA, crypto.randomUUID(), { ...fields, text }, dismissed);
		expect(refused).toMatchObject({ ok: false, why: 'incomplete', issues: [{ field: 'text' }] });
		expect(await count(text)).toBe(0);
	});
	test('a municipality may be named; what is amber may be set aside', async () => {
		expect((await checked(textsOf({ text: 'In Rheine fehlt ein Kurs.', idea: '' }), [])).issues).toEqual([]);
		const text = 'Seit dem 3. Mai nimmt die Stelle niemanden mehr auf.';
		const { marks, issues } = await checked(textsOf({ text, idea: '' }), []);
		expect(issues).toHaveLength(1);
		const dismissed = marks!.map(({ words, label }) => ({ text: words, label }));
		const isAmber = marks!.every((mark) => mark.severity === 'amber');
		expect((await checked(textsOf({ text, idea: '' }), dismissed)).issues).toHaveLength(isAmber ? 0 : 1);
	});
	test('a check that fails lets nothing pass', async () => {
		const broken = () => Promise.reject(new Error('broken'));
		expect(await submitReport(w.fallmanagementA, crypto.randomUUID(), fields, [], broken)).toMatchObject({
			ok: false,
			why: 'incomplete'
		});
		expect(await namedIn('text', 'Frau Haddad', broken)).toHaveLength(1);
	});
});

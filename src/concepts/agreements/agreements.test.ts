// Agreements: the state that follows from their days, who may do what, and what a command leaves behind.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { startPage } from '#concepts/steering/start.queries.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { createAgreement, editAgreement } from './commands.server.ts';
import { may, type AgreementAction } from './policy.ts';
import {
	agreementForm,
	agreementList,
	agreementPage,
	agreementsOnGap,
	type AgreementFilter
} from './queries.server.ts';
import { lacks, stateOn, type AgreementFields, type AgreementState } from './rules.ts';

describe('the state follows from the days', () => {
	const day = '2026-11-28';
	test.each<[string, string | null, AgreementState]>([
		['2026-11-29', null, 'upcoming'],
		['2026-11-28', null, 'valid'],
		['2020-01-01', '2026-11-27', 'expired'],
		['2020-01-01', '2026-11-28', 'expiring'],
		['2020-01-01', addDays(day, 90), 'expiring'],
		['2020-01-01', addDays(day, 91), 'valid'],
		['2026-12-01', '2026-12-10', 'upcoming']
	])('from %s until %s: %s', (validFrom, validUntil, state) =>
		expect(stateOn(day, { validFrom, validUntil })).toBe(state)
	);
});

const fields = (w: World, more: Partial<AgreementFields> = {}): AgreementFields => ({
	title: 'Übergang in das SGB II',
	handover: 'Das Sozialamt meldet den Wechsel vier Wochen vorher.',
	contact: 'Eingangszone',
	validFrom: addDays(today(), -10),
	validUntil: addDays(today(), 30),
	legalDomains: ['SGB2'],
	parties: [w.organisations.jobcentre, w.organisations.town],
	gaps: [],
	...more
});
const everything: AgreementFilter = { q: '', state: '', party: '', legalDomain: '' };

describe('on the real database', () => {
	let db: TestDatabase;
	let w: World;
	let gap = { id: '', number: 'L-2026-901' };
	beforeAll(async () => {
		db = await testDatabase();
		w = await world();
		const made = await (
			await database()
		).execute<{ id: string }>(
			sql`insert into service_gap (number, title, description, gap_type) values (${gap.number}, 'Eine Lücke', '', 'GT05') returning id`
		);
		gap = { ...gap, id: made.rows[0]!.id };
	});
	afterAll(() => db.close());

	test('who may do what', () => {
		const inside =
			'fachkraft fallmanagementA fallmanagementB koordination koordination2 lenkung mitglied pruefung vorsitz';
		const table: Record<AgreementAction, string> = {
			read: inside,
			create: 'koordination koordination2',
			edit: 'koordination koordination2'
		};
		for (const [action, who] of Object.entries(table)) {
			const allowed = w.everyone
				.filter(([, a]) => may(a, action as AgreementAction))
				.map(([name]) => name.replace(/-(.)/g, (_, c: string) => c.toUpperCase()));
			expect(allowed.sort().join(' '), action).toBe(who);
		}
	});
	test('the office writes one, it is linked to its gap, and the log says so', async () => {
		const { id } = value(await createAgreement(w.koordination, fields(w, { gaps: [gap.number.toLowerCase()] })));
		const seen = (await agreementPage(w.lenkung, id))!;
		expect(seen).toMatchObject({ number: `S-${today().slice(0, 4)}-001`, state: 'expiring', mayEdit: false });
		expect(seen.parties).toHaveLength(2);
		expect(seen.gaps.map((g) => g.number)).toEqual([gap.number]);
		expect((await agreementsOnGap(w.fachkraft, gap.id)).map((a) => a.id)).toEqual([id]);
		expect(seen.history.map((h) => h.kind)).toEqual(['agreement.create']);
		value(await editAgreement(w.koordination2, id, fields(w, { validUntil: null, gaps: [] })));
		const after = (await agreementPage(w.koordination, id))!;
		expect(after).toMatchObject({ state: 'valid', validUntil: null, gaps: [], mayEdit: true });
		expect(after.history.map((h) => h.kind)).toEqual(['agreement.edit', 'agreement.create']);
	});
	test('one about a gap that went into another, and on into a third, stands at the third', async () => {
		const { id } = value(await createAgreement(w.koordination, fields(w, { validUntil: null, gaps: [gap.number] })));
		const db = await database();
		const into = async (number: string, from: string): Promise<string> => {
			const made = await db.execute<{ id: string }>(
				sql`insert into service_gap (number, title, description, gap_type) values (${number}, 'Eine Lücke', '', 'GT05') returning id`
			);
			await db.execute(
				sql`update service_gap set state = 'merged', merged_into_id = ${made.rows[0]!.id} where id = ${from}`
			);
			return made.rows[0]!.id;
		};
		const last = await into('L-2026-903', await into('L-2026-902', gap.id));
		expect((await agreementsOnGap(w.fachkraft, last)).map((a) => a.id)).toContain(id);
		await db.execute(sql`update service_gap set state = 'new', merged_into_id = null where id = ${gap.id}`);
		expect((await agreementsOnGap(w.fachkraft, last)).map((a) => a.id)).not.toContain(id);
	});
	test('what is missing is said field by field, and nothing is written', async () => {
		expect(
			lacks(fields(w, { title: ' ', handover: '', parties: [w.organisations.town], validUntil: '2020-01-01' }))
		).toEqual(['title', 'parties', 'handover', 'validUntil']);
		const before = (await agreementList(w.koordination, everything, 1))!.total;
		for (const wrong of [
			{ parties: [w.organisations.town, w.organisations.town] },
			{ parties: [w.organisations.town, crypto.randomUUID()] },
			{ legalDomains: ['NO_SUCH'] },
			{ gaps: ['L-1999-001'] },
			{ validUntil: addDays(today(), -11) }
		]) {
			const refused = await createAgreement(w.koordination, fields(w, wrong));
			expect(!refused.ok && [refused.why, refused.issues.length], JSON.stringify(wrong)).toEqual(['incomplete', 1]);
		}
		expect((await agreementList(w.koordination, everything, 1))!.total).toBe(before);
	});
	test('others are refused; to those outside it does not exist', async () => {
		const { id } = value(await createAgreement(w.koordination, fields(w)));
		expect(await editAgreement(w.lenkung, id, fields(w))).toMatchObject({ why: 'forbidden' });
		for (const outside of [w.gast, w.federfuehrung, w.datenschutz, w.admin, w.nobody]) {
			expect(await editAgreement(outside, id, fields(w))).toMatchObject({ why: 'not_found' });
			expect(await createAgreement(outside, fields(w))).toMatchObject({ why: 'not_found' });
			expect(await agreementPage(outside, id)).toBeNull();
			expect(await agreementList(outside, everything, 1)).toBeNull();
			expect(await agreementsOnGap(outside, gap.id)).toEqual([]);
			expect(await agreementForm(outside)).toBeNull();
		}
	});
	test('each filter of the register finds the state that is shown', async () => {
		value(
			await createAgreement(
				w.koordination,
				fields(w, { title: 'Künftig', validFrom: addDays(today(), 5), validUntil: null })
			)
		);
		value(
			await createAgreement(
				w.koordination,
				fields(w, { title: 'Vorbei', validFrom: addDays(today(), -60), validUntil: addDays(today(), -1) })
			)
		);
		const all = (await agreementList(w.koordination, everything, 1))!.rows;
		for (const state of ['upcoming', 'valid', 'expiring', 'expired'] as const) {
			const found = (await agreementList(w.koordination, { ...everything, state }, 1))!.rows.map((r) => r.id);
			expect(found.length, state).toBeGreaterThan(0);
			expect(found.sort(), state).toEqual(
				all
					.filter((r) => r.state === state)
					.map((r) => r.id)
					.sort()
			);
		}
		expect((await agreementList(w.koordination, { ...everything, q: 'kuenf' }, 1))!.rows.map((r) => r.title)).toEqual([
			'Künftig'
		]);
		expect((await agreementList(w.koordination, { ...everything, q: '%' }, 1))!.total).toBe(0);
		expect((await agreementList(w.koordination, { ...everything, party: w.organisations.courses }, 1))!.total).toBe(0);
	});
	test('what expires waits for the office, and for nobody else', async () => {
		const waiting = async (who: typeof w.koordination) =>
			(await startPage(who))!.waiting.filter((g) => g.kind === 'agreements_expiring').map((g) => g.count);
		expect(await waiting(w.koordination)).toEqual([1]);
		expect(await waiting(w.lenkung)).toEqual([]);
		expect(await waiting(w.fallmanagementA)).toEqual([]);
	});
});

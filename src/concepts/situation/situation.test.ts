// The situation picture on the real database: when contributions come into it, that they stay as published, who may ask what.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { csvOf } from '#exports/csv.server.ts';
import { setClock } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { world, type World } from '../../../tests/world.ts';
import { publishIfDue } from './commands.server.ts';
import { bringMap, removeMap } from './map.commands.server.ts';
import { jsonOf, sheetOf } from './paper.ts';
import { noFilter, type Filter } from './picture.ts';
import { mapPage, situation, situationPage } from './queries.server.ts';

let db: TestDatabase;
let w: World;
const run = async <T extends Record<string, unknown>>(q: ReturnType<typeof sql>) =>
	(await (await database()).execute<T>(q)).rows as T[];
const on = (day: string) => setClock(new Date(`${day}T09:00:00Z`));

/** Assigned reports as the intake leaves them. */
async function contribute(
	n: number,
	day: string,
	c: { domain: string; kind: string; town: string },
	who: Actor & { id: string }
) {
	const [gap] = await run<{
		id: string;
	}>(sql`insert into service_gap (number, title, description, gap_type, legal_domains, phases)
		values (${`L-2026-${crypto.randomUUID()}`}, 'Lücke', '', ${c.kind}, array[${c.domain}], array['IK05']) returning id`);
	await run(sql`insert into gap_report (author_id, organisation_id, state, text, phase, gap_type, legal_domains, municipality, gap_id, submitted_at, settled_at)
		select ${who.id}::uuid, ${who.organisationId}::uuid, 'assigned', 'Text', 'IK05', ${c.kind}, array[${c.domain}], ${c.town}, ${gap!.id}::uuid,
			${`${day}T08:00:00Z`}::timestamptz, ${`${day}T10:00:00Z`}::timestamptz from generate_series(1, ${n}::int)`);
	return gap!.id;
}
const [emsdetten, rheine] = ['05566008', '05566076'];
const asked = async (who: Actor, f: Partial<Filter> = {}) => (await situation(who, { ...noFilter, ...f }))!;

beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	await contribute(24, '2026-02-10', { domain: 'SGB2', kind: 'GT03', town: emsdetten }, w.fallmanagementA);
	await contribute(2, '2026-03-11', { domain: 'SGB8', kind: 'GT03', town: emsdetten }, w.fallmanagementB);
	await contribute(9, '2026-03-12', { domain: 'AUFENTHG', kind: 'GT11', town: rheine }, w.fallmanagementB);
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

describe('publishing', () => {
	test('waits for the end of the quarter, and comes once', async () => {
		on('2026-03-31');
		expect(await publishIfDue()).toMatchObject({ ok: false });
		expect((await asked(w.lenkung)).throughOn).toBeNull();
		on('2026-04-01');
		expect(await publishIfDue()).toMatchObject({ ok: true, value: { tranches: 1, contributions: 35 } });
		expect(await publishIfDue()).toMatchObject({ ok: false });
		const seen = await asked(w.lenkung);
		expect([seen.throughOn, seen.picture.total]).toEqual(['2026-03-31', { least: 35, most: 35 }]);
	});
	test('a quarter of too few waits for the next, in the half-year in which it comes', async () => {
		await contribute(12, '2026-05-05', { domain: 'SGB2', kind: 'GT03', town: emsdetten }, w.fallmanagementA);
		on('2026-07-02');
		expect(await publishIfDue()).toMatchObject({ ok: false });
		await contribute(15, '2026-08-05', { domain: 'SGB2', kind: 'GT03', town: rheine }, w.fallmanagementA);
		on('2026-10-02');
		expect(await publishIfDue()).toMatchObject({ ok: true, value: { tranches: 1, contributions: 27 } });
		const years = (await asked(w.lenkung)).picture.tables.find((t) => t.key === 'half_years')!;
		expect(years.rows.map((r, i) => [r.code, years.rowTotals[i]!.least])).toEqual([
			['2026/1', 35],
			['2026/2', 27]
		]);
	});
	test('what was published does not change when somebody takes a contribution back, and nobody can change it', async () => {
		const before = (await asked(w.lenkung)).picture;
		await run(
			sql`update gap_report set state = 'withdrawn' where id in (select id from gap_report where state = 'assigned' limit 3)`
		);
		expect((await asked(w.lenkung)).picture).toEqual(before);
		await expect(run(sql`update situation_class set contributions = 50`)).rejects.toThrow();
		await expect(run(sql`delete from situation_class`)).rejects.toThrow();
	});
	test('two who publish at once publish once', async () => {
		await contribute(30, '2026-11-05', { domain: 'SGB2', kind: 'GT03', town: emsdetten }, w.fallmanagementA);
		on('2027-01-02');
		const done = await Promise.all([publishIfDue(), publishIfDue(), publishIfDue()]);
		expect(done.filter((d) => d.ok)).toHaveLength(1);
	});
});

describe('a filter leaving two', () => {
	test('is hidden on the page and in every file, and no subtraction tells it', async () => {
		const seen = await asked(w.koordination, { legalDomain: 'SGB8' });
		expect(seen.picture.total.least).toBe(0);
		const whole = await asked(w.koordination);
		const others = await Promise.all(['SGB2', 'AUFENTHG'].map((legalDomain) => asked(w.koordination, { legalDomain })));
		const left = others.reduce((rest, o) => rest - o.picture.total.least, whole.picture.total.least);
		expect(left === 0 || left >= 5).toBe(true);
		for (const s of [seen, whole]) {
			const figures = JSON.stringify(jsonOf(s))
				.match(/"atLeast":(\d+)/g)!
				.map((x) => Number(x.slice(10)));
			expect(figures.filter((n) => n > 0 && n < 5)).toEqual([]);
			const cells = sheetOf(s).rows.map((r) => r[3]);
			expect(cells.filter((c) => typeof c === 'number' && c > 0 && c < 5)).toEqual([]);
		}
	});
	test('the files say what the page says', async () => {
		const s = await asked(w.koordination);
		const json = jsonOf(s);
		expect(json.tables.map((t) => t.total.atLeast)).toEqual(s.picture.tables.map((t) => t.total.least));
		const sheet = sheetOf(s);
		for (const table of s.picture.tables) {
			const count = table.rows.length * (table.columns.length + 1) + table.columns.length + 1;
			expect(
				sheet.rows.filter((r) => r[0] === sheet.rows.find((x) => x[0] === r[0])![0]).length
			).toBeGreaterThanOrEqual(count);
		}
		expect(csvOf(sheet)).toContain('Rechtskreis und Art der Lücke');
	});
});

describe('who may', () => {
	test('see it: all who read the register', async () => {
		for (const [name, who] of w.everyone) {
			const inside = !['nobody', 'gast', 'federfuehrung', 'datenschutz', 'admin'].includes(name);
			expect((await situation(who, noFilter)) !== null, name).toBe(inside);
			expect((await situationPage(who, noFilter, '')) !== null, name).toBe(inside);
		}
	});
	test('ask by house: the office; for others the filter is not there', async () => {
		const organisation = w.fallmanagementA.organisationId;
		const [office, committee] = [
			await asked(w.koordination, { organisation }),
			await asked(w.lenkung, { organisation })
		];
		expect(office.filter.organisation).toBe(organisation);
		expect([committee.filter.organisation, committee.organisations]).toEqual(['', []]);
		expect(committee.picture).toEqual((await asked(w.lenkung)).picture);
	});
	test('bring a map: administration', async () => {
		const file = JSON.stringify({
			type: 'FeatureCollection',
			features: [
				{
					type: 'Feature',
					properties: { AGS: emsdetten },
					geometry: {
						type: 'Polygon',
						coordinates: [
							[
								[7.4, 52],
								[7.5, 52],
								[7.5, 52.1],
								[7.4, 52]
							]
						]
					}
				}
			]
		});
		expect(await bringMap(w.koordination, file, '© Kreis')).toMatchObject({ why: 'not_found' });
		expect(await bringMap(w.admin, file, ' ')).toMatchObject({ why: 'incomplete' });
		expect(await bringMap(w.admin, '{}', '© Kreis')).toMatchObject({ why: 'incomplete' });
		expect(await bringMap(w.admin, file, '© Kreis')).toMatchObject({ ok: true, value: { shapes: 1 } });
		expect((await situationPage(w.lenkung, noFilter, ''))!.map).toMatchObject({ attribution: '© Kreis', width: 640 });
		expect(await mapPage(w.koordination)).toBeNull();
		expect(await removeMap(w.admin)).toMatchObject({ ok: true });
		expect(await removeMap(w.admin)).toMatchObject({ why: 'wrong_state' });
	});
});

describe('from report to decision', () => {
	test('is told from five gaps on', async () => {
		const decide = async (days: number) => {
			const id = await contribute(
				1,
				'2026-01-01',
				{ domain: 'SGB2', kind: 'GT03', town: emsdetten },
				w.fallmanagementA
			);
			await run(sql`insert into event (at, kind, thing_type, thing_id, data, previous_hash, hash) values
				('2026-01-01T08:00:00Z'::timestamptz + make_interval(days => ${days}::int), 'service_gap.decide', 'service_gap', ${id}::uuid, '{}', '', ${crypto.randomUUID()})`);
		};
		for (const days of [10, 20, 30, 40]) await decide(days);
		expect((await asked(w.lenkung)).times).toBeNull();
		await decide(50);
		expect((await asked(w.lenkung)).times).toEqual({ gaps: 5, quarter: 20, median: 30, threeQuarters: 40 });
		expect((await asked(w.lenkung, { legalDomain: 'SGB8' })).times).toBeNull();
	});
});

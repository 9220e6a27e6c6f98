// Search: German stems, umlauts, compounds, typing errors – and never more than one may see, not even in counts.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { world, type World } from '../../../tests/world.ts';
import { searchPage } from './search.queries.server.ts';
import { searchPageSize, type SearchType } from './search.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	await plant();
});
afterAll(() => db.close());

async function plant(): Promise<void> {
	const d = await database();
	await d.execute(sql`insert into service_gap (number, title, description, gap_type) values
		('L-1999-001', 'Kinderbetreuung in Sprachkursen fehlt', 'Mütter kleiner Kinder können Kurse nicht besuchen.', 'GT01'),
		('L-1999-002', 'Wohnungen für Flüchtlinge', 'Geflüchtete Menschen finden keine Wohnung.', 'GT01'),
		('L-1999-003', 'Zuständigkeit bei Ummeldung <b>unklar</b>', 'Akten wandern zwischen Behörden.', 'GT06')`);
	const a = w.fallmanagementA;
	await d.execute(sql`insert into case_analysis (author_id, reviewer_id, organisation_id, state, title, attributes, narrative) values
		(${a.id}, null, ${a.organisationId}, 'draft', 'Zauberwald im Entwurf', '{}', ''), (${a.id}, ${w.pruefung.id}, ${a.organisationId}, 'recalled', 'Zauberwald zurückgerufen', '{}', ''),
		(${a.id}, ${w.pruefung.id}, ${a.organisationId}, 'released', 'Zauberwald freigegeben', '{}', 'Verlauf')`);
	await d.execute(
		sql`insert into meeting (body_id, title, starts_at, ends_at, state) values (${w.topicGroup}, 'Sitzung zum Zauberwald', now(), now(), 'scheduled')`
	);
	await d.execute(sql`insert into proposal (number, body_id, title, state, outline, created_by) values
		('V-1999-001', ${w.topicGroup}, 'Lotsen', 'draft', '{"solution":"Der Zauberwald wird gelichtet."}', ${w.koordination.id})`);
	await d.execute(
		sql`insert into service_gap (number, title, description, gap_type) select 'L-1998-' || i, 'Sammelbegriff ' || i, 'x', 'GT01' from generate_series(1, 60) i`
	);
}
const find = (a: Actor, q: string, type: SearchType | null = null, page = 1) => searchPage(a, q, { type, page });
const numbers = async (q: string) => (await find(w.lenkung, q)).found.flatMap((f) => f.hits).map((h) => h.number);

describe('finds', () => {
	test.each([
		['stems', 'Kurs', 'L-1999-001'],
		['inflected words', 'Wohnung', 'L-1999-002'],
		['umlauts written out', 'Fluechtlinge', 'L-1999-002'],
		['lower case', 'flüchtling', 'L-1999-002'],
		['a part of a compound', 'betreuung', 'L-1999-001'],
		['a number', 'l-1999-003', 'L-1999-003'],
		['words of the text', 'Behörden', 'L-1999-003'],
		['in spite of a typing error', 'Kinderbetreung', 'L-1999-001'],
		['a swapped letter', 'Zustädnigkeit', 'L-1999-003']
	])('%s: %s', async (_, q, number) => expect(await numbers(q)).toContain(number));
	test('marks hits and leaves the text as it is', async () => {
		const seen = await find(w.lenkung, 'Ummeldung');
		expect(seen.found[0]!.hits[0]!.title).toBe('Zuständigkeit bei \u0001Ummeldung\u0002 <b>unklar</b>');
		expect((await find(w.lenkung, 'Kinderbetreung')).resembling).toBe(true);
	});
	test('takes nothing for a typing error where only small words were typed', async () =>
		expect(await find(w.lenkung, 'bei um')).toMatchObject({ total: 0, resembling: false }));
	test('is not upset by anything typed', async () => {
		for (const q of [
			'',
			' ',
			'a',
			"'; drop table event --",
			'%%%%',
			'\\\\',
			'\u0001\u0002',
			'"',
			':*&|!()',
			'-',
			'ä'.repeat(5000),
			'<script>'
		]) {
			expect(await find(w.lenkung, q)).toMatchObject({ found: expect.any(Array) as unknown[] });
		}
		expect(await numbers('%%%%')).toEqual([]);
	});
	test('pages through one type and counts once', async () => {
		const first = await find(w.lenkung, 'Sammelbegriff', 'service_gap');
		const last = await find(w.lenkung, 'Sammelbegriff', 'service_gap', 3);
		expect(first.found[0]!.count).toBe(60);
		expect([first.found[0]!.hits.length, last.found[0]!.hits.length]).toEqual([searchPageSize, 10]);
		const ids = new Set([...first.found[0]!.hits, ...last.found[0]!.hits].map((h) => h.id));
		expect(ids.size).toBe(searchPageSize + 10);
	});
});

describe('keeps apart', () => {
	const seen = async (a: Actor) => {
		const r = await find(a, 'Zauberwald');
		return { total: r.total, types: r.found.map((f) => f.type).sort(), text: JSON.stringify(r) };
	};
	test('a draft is found by its author alone, a recalled analysis by nobody', async () => {
		for (const [name, a] of w.everyone) {
			const { text } = await seen(a);
			expect([name, text.includes('Entwurf')]).toEqual([name, name === 'fallmanagementA']);
			expect([name, text.includes('zurückgerufen')]).toEqual([name, false]);
		}
	});
	test('counts hold only what is shown', async () => {
		expect(await seen(w.lenkung)).toMatchObject({ total: 1, types: ['case_analysis'] });
		expect(await seen(w.mitglied)).toMatchObject({ total: 3, types: ['case_analysis', 'meeting', 'proposal'] });
		for (const a of [w.gast, w.admin, w.datenschutz, w.federfuehrung, w.nobody])
			expect(await seen(a)).toMatchObject({ total: 0, types: [] });
	});
});

// Who has read which analysis: for data protection alone, by person, analysis and period, without a word of content.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { submitted, versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { recallCase, releaseCase, startCase, submitCase } from './commands.server.ts';
import { recordReading } from './readings.commands.server.ts';
import { askedReadings, filterOf } from './readings.filter.ts';
import { readingsOf } from './readings.queries.server.ts';
import { checklist, noContent } from './rules.ts';

let db: TestDatabase;
let w: World;
let ids: string[];
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	ids = [await released('qzwxeinsv'), await released('qzwxzweiv')];
	for (const reader of [w.mitglied, w.lenkung]) await recordReading(reader, ids[0]!);
	await recordReading(w.mitglied, ids[1]!);
	// neither is inside
	for (const reader of [w.admin, w.gast]) await recordReading(reader, ids[1]!).catch(() => undefined);
});
afterAll(() => db.close());

async function released(word: string): Promise<string> {
	const { id } = value(
		await startCase(w.fallmanagementA, {
			...noContent,
			title: `Ein Verlauf ${word}`,
			attributes: { ageBand: 'ERW', legalDomains: ['SGB2'], phases: [] },
			stations: [{ month: 1, legalDomain: 'SGB2', text: 'Antrag gestellt.' }],
			narrative: 'Eine Frau wartet.'
		})
	);
	value(await submitCase(w.fallmanagementA, id));
	value(await releaseCase(w.pruefung, id, { ticked: [...checklist], version: await versionOf(id) }));
	return id;
}
const first = { size: 50, page: 1 };
const list = async (query: string) =>
	(await readingsOf(w.datenschutz, filterOf(askedReadings(new URL(`http://hub/?${query}`))), first))!.readings;
const said = async (query: string) => (await list(query)).map((r) => `${r.who} ${r.number?.slice(-1)}`);

describe('the list of readings', () => {
	test('is for data protection alone', async () => {
		const all = filterOf(askedReadings(new URL('http://hub/')));
		for (const [name, actor] of w.everyone)
			expect([name, Boolean(await readingsOf(actor, all, first))]).toEqual([name, name === 'datenschutz']);
	});
	test('has each reader once a day, newest first', async () => {
		await recordReading(w.mitglied, ids[1]!);
		expect(await said('')).toEqual([`${w.mitglied.name} 2`, `${w.lenkung.name} 1`, `${w.mitglied.name} 1`]);
	});
	test('holds neither title nor text', async () => {
		expect(JSON.stringify(await list(''))).not.toMatch(/qzwx|Verlauf|wartet/);
	});
	test('is narrowed by person, analysis and period', async () => {
		expect(await said(`person=${encodeURIComponent(w.lenkung.name.slice(2))}`)).toEqual([`${w.lenkung.name} 1`]);
		const [{ number } = { number: '' }] = await list('');
		expect(await said(`analysis=${number!.toLowerCase()}`)).toEqual([`${w.mitglied.name} 2`]);
		expect(await said('from=2026-01-01&until=2099-12-31')).toHaveLength(3);
		expect(await said('from=2099-01-01')).toEqual([]);
		expect(await said('until=2020-01-01')).toEqual([]);
		expect(await said('person=%25')).toEqual([]);
		expect(await said('analysis=E-1999-001')).toEqual([]);
	});
	test('takes whatever an address says', async () => {
		for (const query of ["person=';drop table event", 'from=2026-13-45', 'until=gestern', 'analysis=%00', 'person=\\'])
			await expect(list(query)).resolves.toBeInstanceOf(Array);
	});
	test('keeps what is read no more, and says that it was recalled', async () => {
		expect((await list('')).map((r) => r.recalled)).toEqual([false, false, false]);
		value(await recallCase(w.mitglied, ids[1]!));
		expect((await list('')).map((r) => [r.caseId === ids[1], r.recalled])).toEqual([
			[true, true],
			[false, false],
			[false, false]
		]);
	});
	test('answers a page under way that it is hidden now', async () => {
		for (const reader of [w.mitglied, w.vorsitz]) expect(await recordReading(reader, ids[1]!)).toBe(false);
		expect(await recordReading(w.mitglied, ids[0]!)).toBe(true);
		expect(await list('')).toHaveLength(3);
	});
	test('has a reviewer who reads in review, not an author who reads her own', async () => {
		const id = await submitted(w.fallmanagementA);
		for (const reader of [w.fallmanagementA, w.pruefung, w.pruefung])
			expect(await recordReading(reader, id)).toBe(true);
		expect(await recordReading(w.mitglied, id)).toBe(false);
		const of = (await list('')).filter((r) => r.caseId === id);
		expect(of.map((r) => r.who)).toEqual([w.pruefung.name]);
	});
});

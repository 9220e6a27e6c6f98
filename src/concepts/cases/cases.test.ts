// Case analyses: written by one, released by another, hidden until then, gone for everybody once recalled.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { analysis, drafted, released, submitted, versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import {
	evaluateCase,
	recallCase,
	releaseCase,
	returnCase,
	saveCase,
	submitCase,
	deleteCase
} from './commands.server.ts';
import { recordReading } from './readings.commands.server.ts';
import { may, type CaseAction } from './policy.ts';
import { casesPage } from './list.queries.server.ts';
import { casePage, recalledCase } from './queries.server.ts';
import { checklist, missingParts, noContent, rearranged, steps, type CaseState, type Station } from './rules.ts';
import { change } from '#platform/change.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const rows = async <T extends Record<string, unknown>>(q: ReturnType<typeof sql>): Promise<T[]> =>
	(await (await database()).execute<T>(q)).rows as unknown as T[];

describe('rules', () => {
	test('an analysis is complete with title, age band, a legal domain, a station and the narrative', () => {
		expect(missingParts(analysis)).toEqual([]);
		expect(missingParts(noContent)).toEqual(['title', 'ageBand', 'legalDomains', 'stations', 'narrative']);
		expect(missingParts({ ...analysis, stations: [{ month: 1, legalDomain: '', text: 'x' }] })).toEqual(['stations']);
	});
	test('stations are added, moved and taken away; nonsense changes nothing', () => {
		const [a, b]: Station[] = [
			{ month: 1, legalDomain: 'SGB2', text: 'a' },
			{ month: 2, legalDomain: 'SGB3', text: 'b' }
		];
		expect(rearranged([a!, b!], 'down:0')).toEqual([b, a]);
		expect(rearranged([a!, b!], 'up:1')).toEqual([b, a]);
		expect(rearranged([a!, b!], 'remove:0')).toEqual([b]);
		expect(rearranged([a!], 'add')).toHaveLength(2);
		for (const wish of ['up:0', 'down:1', 'remove:9', 'remove:x', 'save', ''])
			expect(rearranged([a!, b!], wish)).toEqual([a, b]);
	});
	test('nothing leads back from deleted, and only the offices lead on from recalled', () => {
		for (const [name, step] of Object.entries(steps)) {
			expect(step.from).not.toContain('deleted');
			if (!['restore', 'erase'].includes(name)) expect(step.from).not.toContain('recalled');
		}
	});
});

describe('rights', () => {
	const readers: [CaseState, string[]][] = [
		['draft', ['fallmanagementA']],
		['in_review', ['fallmanagementA', 'pruefung']],
		['returned', ['fallmanagementA']],
		[
			'released',
			[
				'fallmanagementA',
				'fallmanagementB',
				'fachkraft',
				'koordination',
				'koordination2',
				'pruefung',
				'mitglied',
				'vorsitz',
				'lenkung'
			]
		],
		['recalled', []],
		['deleted', []]
	];
	test.each(readers)('%s is read by the right ones only', (state, names) => {
		const thing = {
			authorId: w.fallmanagementA.id,
			organisationId: w.fallmanagementA.organisationId,
			state,
			ownHouse: true
		};
		expect(
			w.everyone
				.filter(([, a]) => may(a, 'read', thing))
				.map(([name]) => name)
				.sort()
		).toEqual([...names].sort());
	});
	const doers: [CaseAction, string[]][] = [
		['save', ['fallmanagementA']],
		['submit', ['fallmanagementA']],
		['delete', ['fallmanagementA']],
		['release', ['pruefung']],
		['return', ['pruefung']],
		['evaluate', ['koordination', 'koordination2']],
		['archive', ['koordination', 'koordination2']]
	];
	test.each(doers)('%s is for the right ones only', (action, names) => {
		const thing = {
			authorId: w.fallmanagementA.id,
			organisationId: w.fallmanagementA.organisationId,
			state: 'in_review' as const,
			ownHouse: true
		};
		const able = w.everyone.filter(([, a]) => may(a, action, thing)).map(([name]) => name);
		expect(able.sort()).toEqual([...names].sort());
	});
	test('four eyes: a reviewer never releases her own, whatever else she may', () => {
		const own = {
			authorId: w.pruefung.id,
			organisationId: w.pruefung.organisationId,
			state: 'in_review' as const,
			ownHouse: true
		};
		expect(may(w.pruefung, 'release', own)).toBe(false);
		expect(may(w.pruefung, 'return', own)).toBe(false);
	});
	test('a county may want reviewers of another house', () => {
		const sameHouse = {
			authorId: w.fallmanagementA.id,
			organisationId: w.pruefung.organisationId,
			state: 'in_review' as const,
			ownHouse: false
		};
		expect(may(w.pruefung, 'release', sameHouse)).toBe(false);
		expect(may(w.pruefung, 'release', { ...sameHouse, organisationId: w.organisations.carrierB })).toBe(
			w.pruefung.organisationId !== w.organisations.carrierB
		);
	});
});

describe('from draft to release', () => {
	test('a draft is seen by its author alone and cannot be submitted incomplete', async () => {
		const id = await drafted(w.fallmanagementA, noContent);
		for (const [name, a] of w.everyone)
			expect([name, (await casePage(a, id)) !== null]).toEqual([name, name === 'fallmanagementA']);
		expect(await submitCase(w.fallmanagementB, id)).toMatchObject({ ok: false, why: 'not_found' });
		const refused = await submitCase(w.fallmanagementA, id);
		expect(refused).toMatchObject({ ok: false, why: 'incomplete' });
		expect(refused.ok ? [] : refused.issues.map((i) => i.field)).toContain('narrative');
		value(await saveCase(w.fallmanagementA, id, analysis));
		value(await submitCase(w.fallmanagementA, id));
		expect(await saveCase(w.fallmanagementA, id, analysis)).toMatchObject({ ok: false, why: 'wrong_state' });
	});
	test('released only with four ticks, by another person; then numbered and read by all inside', async () => {
		const id = await submitted(w.fallmanagementA);
		expect(await releaseCase(w.fallmanagementA, id, { ticked: checklist, version: await versionOf(id) })).toMatchObject(
			{
				ok: false,
				why: 'forbidden'
			}
		);
		expect(await releaseCase(w.koordination, id, { ticked: checklist, version: await versionOf(id) })).toMatchObject({
			ok: false,
			why: 'not_found'
		});
		expect(
			await releaseCase(w.pruefung, id, { ticked: checklist.slice(1), version: await versionOf(id) })
		).toMatchObject({
			ok: false,
			why: 'incomplete'
		});
		value(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }));
		expect(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) })).toMatchObject({
			ok: false,
			why: 'wrong_state'
		});
		const seen = await casePage(w.fallmanagementB, id);
		expect(seen?.number).toMatch(/^E-\d{4}-\d{3}$/);
		expect(JSON.stringify(seen)).not.toContain(w.fallmanagementA.id);
		expect(await casePage(w.gast, id)).toBeNull();
	});
	test('returned with a comment, mended, submitted again; the comment is gone after release', async () => {
		const id = await submitted(w.fallmanagementA);
		expect(await returnCase(w.pruefung, id, { comment: '', passages: [], version: await versionOf(id) })).toMatchObject(
			{
				ok: false,
				why: 'incomplete'
			}
		);
		value(
			await returnCase(w.pruefung, id, {
				comment: 'Bitte die Schule vergröbern.',
				passages: [],
				version: await versionOf(id)
			})
		);
		expect((await casePage(w.fallmanagementA, id))?.reviewComment).toBe('Bitte die Schule vergröbern.');
		expect(await casePage(w.pruefung, id)).toBeNull();
		value(await submitCase(w.fallmanagementA, id));
		value(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }));
		expect(await rows(sql`select review_comment from case_analysis where id = ${id}`)).toEqual([
			{ review_comment: '' }
		]);
	});
	test('the queue holds no own analyses and no authors', async () => {
		const own = await (async () => {
			const rows = await (
				await database()
			).execute<{
				id: string;
			}>(sql`insert into case_analysis (author_id, organisation_id, state, title, attributes, submitted_at)
				values (${w.pruefung.id}, ${w.pruefung.organisationId}, 'in_review', 'Meine', '{"legalDomains":[],"phases":[]}', now()) returning id`);
			return rows.rows[0]!.id;
		})();
		const other = await submitted(w.fallmanagementB);
		const queue = await casesPage(w.pruefung, 'review', 1);
		const ids = queue!.rows.map((r) => r.id);
		expect(ids).toContain(other);
		expect(ids).not.toContain(own);
		expect(queue!.total).toBe(ids.length);
		expect(JSON.stringify(queue)).not.toContain(w.fallmanagementB.id);
		expect(await casesPage(w.koordination, 'review', 1)).toBeNull();
	});
	test('the database itself refuses an author as reviewer', async () => {
		const id = await submitted(w.fallmanagementA);
		await expect(
			(await database()).execute(sql`update case_analysis set reviewer_id = author_id where id = ${id}`)
		).rejects.toThrow();
	});
	test('of two releases at once one wins, and one number is taken', async () => {
		const id = await submitted(w.fallmanagementA);
		const results = await Promise.all(
			[1, 2, 3].map(async () => releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }))
		);
		expect(results.filter((r) => r.ok)).toHaveLength(1);
		expect(await rows(sql`select 1 from event where thing_id = ${id} and kind = 'case_analysis.release'`)).toHaveLength(
			1
		);
	});
	test('a deleted draft leaves no text', async () => {
		const id = await drafted(w.fallmanagementA);
		value(await deleteCase(w.fallmanagementA, id));
		const [row] = await rows<Record<string, unknown>>(
			sql`select title, narrative, stations, attributes from case_analysis where id = ${id}`
		);
		expect(row).toEqual({ title: '', narrative: '', stations: [], attributes: { legalDomains: [], phases: [] } });
	});
});

describe('after release', () => {
	test('any inside reader recalls; within that request it is gone, and two offices know only that', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		expect(await recallCase(w.gast, id)).toMatchObject({ ok: false, why: 'not_found' });
		value(await recallCase(w.fallmanagementB, id));
		for (const [name, a] of w.everyone) expect([name, await casePage(a, id)]).toEqual([name, null]);
		const seers = (
			await Promise.all(w.everyone.map(async ([name, a]) => ((await recalledCase(a, id)) ? name : null)))
		).filter((n) => n);
		expect(seers.sort()).toEqual(['datenschutz', 'koordination', 'koordination2']);
		const line = (await casesPage(w.datenschutz, 'recalled', 1))!.rows.find((r) => r.id === id)!;
		expect(line).toMatchObject({ title: '', legalDomains: [] });
		for (const a of [w.fallmanagementA, w.lenkung, w.koordination]) {
			expect((await casesPage(a, 'released', 1))!.rows.map((r) => r.id)).not.toContain(id);
		}
		const told = await rows<{
			account_id: string;
			note: string;
		}>(sql`select t.account_id, t.note from event_tell t join event e on e.id = t.event_id
			where e.thing_id = ${id} and e.kind = 'case_analysis.recall'`);
		expect(told.map((t) => t.account_id).sort()).toEqual(
			[w.datenschutz.id, w.koordination.id, w.koordination2.id].sort()
		);
		expect(new Set(told.map((t) => t.note))).toEqual(new Set(['review']));
	});
	test('reading is on record, once a day for each reader', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		for (const a of [w.lenkung, w.lenkung, w.mitglied]) await recordReading(a, id);
		const read = await rows<{ actor_id: string }>(
			sql`select actor_id from event where thing_id = ${id} and kind = 'case_analysis.read'`
		);
		expect(read.map((r) => r.actor_id).sort()).toEqual([w.lenkung.id, w.mitglied.id].sort());
	});
	test('an evaluation needs its finding, and gaps when it says so', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		const evaluate = (a: Actor, finding: 'gaps_linked' | 'good_practice', gaps: number) =>
			change(a, (c) => evaluateCase(c, a, id, finding, gaps));
		expect(await evaluate(w.lenkung, 'good_practice', 0)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await evaluate(w.koordination, 'gaps_linked', 0)).toMatchObject({ ok: false, why: 'incomplete' });
		value(await evaluate(w.koordination, 'good_practice', 0));
		expect((await casePage(w.lenkung, id))?.finding).toBe('good_practice');
		expect(await evaluate(w.koordination, 'good_practice', 0)).toMatchObject({ ok: false, why: 'wrong_state' });
	});
});

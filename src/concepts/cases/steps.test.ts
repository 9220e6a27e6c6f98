// Every step from every state: done where the table says so, refused everywhere else without a trace.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { concludeCase } from '#concepts/gaps/cases.commands.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { analysis, heardOf, versionOf } from '../../../tests/case-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import {
	archiveCase,
	deleteCase,
	discussCase,
	eraseCase,
	recallCase,
	releaseCase,
	restoreCase,
	returnCase,
	saveCase,
	submitCase
} from './commands.server.ts';
import { checklist, emptied, steps, type CaseState, type CaseStep } from './rules.ts';
import { caseAnalysis } from './tables.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const states: CaseState[] = [
	'draft',
	'in_review',
	'returned',
	'released',
	'discussed',
	'evaluated',
	'archived',
	'recalled',
	'deleted'
];
async function standing(state: CaseState): Promise<string> {
	const { id: authorId, organisationId } = w.fallmanagementA;
	const content = state === 'deleted' ? emptied : analysis;
	const reviewerId = ['draft', 'in_review', 'returned', 'deleted'].includes(state) ? null : w.pruefung.id;
	const rows = await db.db
		.insert(caseAnalysis)
		.values({ ...content, authorId, organisationId, reviewerId, state })
		.returning();
	return rows[0]!.id;
}
const rowOf = async (id: string) =>
	(await db.db.execute(sql`select * from case_analysis where id = ${id}`)).rows[0] as Record<string, unknown>;
const eventsOf = async (id: string) =>
	(await db.db.execute<{ kind: string }>(sql`select kind from event where thing_id = ${id} order by id`)).rows.map(
		(r) => r.kind
	);

type Verb = (a: Actor, id: string) => Promise<Result<unknown>>;
/** Who may, and how; the clock's own step is tested with the end of retention. */
const verbs: Record<Exclude<CaseStep, 'expire'> | 'save', [who: string[], Verb]> = {
	save: [['fallmanagementA'], (a, id) => saveCase(a, id, analysis)],
	submit: [['fallmanagementA'], (a, id) => submitCase(a, id)],
	delete: [['fallmanagementA'], (a, id) => deleteCase(a, id)],
	return: [
		['pruefung'],
		async (a, id) => returnCase(a, id, { comment: 'Bitte vergröbern.', passages: [], version: await versionOf(id) })
	],
	release: [['pruefung'], async (a, id) => releaseCase(a, id, { ticked: checklist, version: await versionOf(id) })],
	discuss: [
		['koordination'],
		(a, id) =>
			change(a, async (c) => {
				const before = await db.db.execute(sql`select state from case_analysis where id = ${id}`);
				await discussCase(c, id);
				const after = await c.tx.execute(sql`select state from case_analysis where id = ${id}`);
				return before.rows[0]!.state === after.rows[0]!.state ? no('wrong_state') : yes(null);
			})
	],
	evaluate: [['koordination', 'koordination2'], (a, id) => concludeCase(a, id, 'good_practice', [])],
	archive: [['koordination', 'koordination2'], (a, id) => archiveCase(a, id)],
	recall: [
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
		],
		(a, id) => recallCase(a, id)
	],
	restore: [['datenschutz', 'koordination', 'koordination2'], (a, id) => restoreCase(a, id)],
	erase: [['datenschutz', 'koordination', 'koordination2'], (a, id) => eraseCase(a, id)]
};
const names = Object.keys(verbs) as (keyof typeof verbs)[];
const fromOf = (name: keyof typeof verbs): readonly CaseState[] => steps[name === 'save' ? 'submit' : name].from;
const actor = (name: string) => w.everyone.find(([n]) => n === name)![1];

describe('a step', () => {
	test.each(names)('%s is taken from its states only', async (name) => {
		const [who, verb] = verbs[name];
		for (const state of states) {
			const id = await standing(state);
			const before = await rowOf(id);
			const done = await verb(actor(who[0]!), id);
			expect([state, done.ok]).toEqual([state, fromOf(name).includes(state)]);
			if (done.ok) {
				expect((await rowOf(id)).state).toBe(name === 'save' ? state : steps[name].to);
				// also of nothing else: one step, one event
				expect(await eventsOf(id)).toEqual([`case_analysis.${name}`]);
			} else {
				expect(await rowOf(id)).toEqual(before);
				expect(await eventsOf(id)).toEqual([]);
			}
		}
	});
	test.each(names.filter((n) => n !== 'discuss'))('%s is taken by the right ones only', async (name) => {
		const [who, verb] = verbs[name];
		const able: string[] = [];
		for (const [person, a] of w.everyone) {
			const id = await standing(fromOf(name)[0]!);
			if ((await verb(a, id)).ok) able.push(person);
			else expect(await eventsOf(id)).toEqual([]);
		}
		expect(able.sort()).toEqual([...who].sort());
	});
});

describe('who hears of it', () => {
	const office = ['koordination', 'koordination2'];
	const told: [keyof typeof verbs, string[]][] = [
		['submit', ['pruefung']],
		['return', ['fallmanagementA']],
		['release', ['fallmanagementA', ...office]],
		['discuss', ['fallmanagementA']],
		['evaluate', ['fallmanagementA']],
		['recall', ['datenschutz', ...office]],
		['restore', office],
		['erase', office]
	];
	test.each(told)('%s', async (name, names) => {
		const id = await standing(fromOf(name)[0]!);
		const by = verbs[name][0].at(-1) === 'koordination2' && name !== 'evaluate' ? 'datenschutz' : verbs[name][0][0]!;
		expect((await verbs[name][1](actor(name === 'recall' ? 'mitglied' : by), id)).ok).toBe(true);
		expect(await heardOf(w, id)).toEqual([...names].sort());
	});
});

describe('the database itself refuses', () => {
	const update = (id: string, set: string) => db.pool.query(`update case_analysis set ${set} where id = $1`, [id]);
	test.each([
		['an author as her reviewer', 'in_review', 'reviewer_id = author_id', 'four_eyes'],
		['marks set aside in a released one', 'released', `dismissed = '[{"text": "x", "label": "AGE"}]'`, 'no_traces'],
		['a comment in a released one', 'released', `review_comment = 'x'`, 'no_traces'],
		['notes at passages of an archived one', 'archived', `passage_notes = '[{}]'`, 'no_traces'],
		['another text under review', 'in_review', `narrative = 'x'`, 'frozen'],
		['other attributes under review', 'in_review', `attributes = '{}'`, 'frozen'],
		['another text once released', 'evaluated', `stations = '[]'`, 'frozen'],
		['another title of a recalled one', 'recalled', `title = 'x'`, 'frozen'],
		['a deleted one with its text', 'returned', `state = 'deleted'`, 'deleted_is_empty'],
		['a deleted one with its attributes', 'deleted', `attributes = '{"ageBand": "A27"}'`, 'deleted_is_empty']
	] as const)('%s', async (_, state, set, why) => {
		await expect(update(await standing(state), set)).rejects.toThrow(why);
	});
});

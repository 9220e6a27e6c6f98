// Traces gone: after a release, a deletion or an erasure the whole database holds nothing of what led to it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { analysis, drafted, released, versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { deleteCase, eraseCase, recallCase, releaseCase, returnCase, saveCase, submitCase } from './commands.server.ts';
import { casePage } from './queries.server.ts';
import { checklist } from './rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

/** Tables in which the word stands, search columns included. */
async function whereStands(word: string): Promise<string[]> {
	const tables = await db.pool.query<{ name: string }>(
		`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`
	);
	const found: string[] = [];
	for (const { name } of tables.rows) {
		const hit = await db.pool.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${word}%`]);
		if (hit.rowCount) found.push(name);
	}
	return found;
}

test('the search for traces finds what is there', async () => {
	await drafted(w.fallmanagementA, { ...analysis, helped: 'Kanarienvogel' });
	expect(await whereStands('kanarienvogel')).toEqual(['public.case_analysis']);
});

describe('nothing is left', () => {
	test('of drafts, comments, notes and marks set aside after a release', async () => {
		const hint = 'Die Familie las davon in der Lokalzeitung.';
		const id = await drafted(w.fallmanagementA, {
			...analysis,
			title: 'Zeisigtitel',
			narrative: 'Zeisigentwurf mit Frau Haddad.',
			helped: hint,
			attributes: { ...analysis.attributes, origin: 'UA', household: 'H2' },
			dismissed: [{ text: 'in der Lokalzeitung', label: 'RARE_FACT' }]
		});
		const mended = { ...analysis, narrative: 'Der Antrag blieb lange liegen.', helped: hint };
		const weighed = { ...mended, dismissed: [{ text: 'in der Lokalzeitung', label: 'RARE_FACT' as const }] };
		value(await saveCase(w.fallmanagementA, id, weighed));
		value(await submitCase(w.fallmanagementA, id));
		const passages = [{ field: 'narrative' as const, quote: 'lange liegen', comment: 'Zeisignotiz' }];
		value(await returnCase(w.pruefung, id, { comment: 'Zeisigkommentar', passages, version: await versionOf(id) }));
		expect((await casePage(w.fallmanagementA, id))!.passageNotes).toEqual(passages);
		expect(await whereStands('zeisig')).toEqual(['public.case_analysis']);
		value(await saveCase(w.fallmanagementA, id, mended));
		value(await saveCase(w.fallmanagementA, id, { ...analysis, narrative: mended.narrative }));
		value(await submitCase(w.fallmanagementA, id));
		value(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }));
		expect(await whereStands('zeisig')).toEqual([]);
		expect(await whereStands('Haddad')).toEqual([]);
		const [row] = (await db.pool.query('select * from case_analysis where id = $1', [id])).rows as Record<
			string,
			unknown
		>[];
		expect(row).toMatchObject({
			dismissed: [],
			review_comment: '',
			passage_notes: [],
			attributes: analysis.attributes
		});
	});
	test('of a draft that was deleted', async () => {
		const id = await drafted(w.fallmanagementA, { ...analysis, title: 'Stieglitz', helped: 'Stieglitz' });
		value(await deleteCase(w.fallmanagementA, id));
		expect(await whereStands('stieglitz')).toEqual([]);
	});
	test('of an analysis that was erased after its recall; until then nobody reads it', async () => {
		const id = await released(w.fallmanagementA, w.pruefung, { ...analysis, suspectedGap: 'Ein Apfelbaum fehlt.' });
		value(await recallCase(w.mitglied, id));
		for (const [name, a] of w.everyone) expect([name, await casePage(a, id)]).toEqual([name, null]);
		value(await eraseCase(w.datenschutz, id));
		expect(await whereStands('apfelbaum')).toEqual([]);
	});
	test('in the log, which holds states and figures only', async () => {
		const found = await db.pool.query<{ data: unknown }>(`select distinct data from event where kind like 'case_%'`);
		for (const { data } of found.rows)
			for (const key of Object.keys(data as object))
				expect(['from', 'to', 'finding', 'gaps', 'batch', 'cases', 'coarser', 'days']).toContain(key);
	});
});

describe('the database itself', () => {
	test('lets nothing be released that nobody reviewed, and attributes change by a batch alone', async () => {
		const id = await released(w.fallmanagementA, w.pruefung);
		const update = (what: string) => db.pool.query(`update case_analysis set ${what} where id = $1`, [id]);
		await expect(update('reviewer_id = null')).rejects.toThrow('reviewed');
		await expect(update('reviewer_id = author_id')).rejects.toThrow('four_eyes');
		await expect(update(`attributes = attributes || '{"place": "05566072"}'`)).rejects.toThrow('frozen');
	});
});

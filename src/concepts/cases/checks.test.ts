// Anonymity before visibility: what is submitted and released is checked as it stands, and a check that fails blocks.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { createChecker, type Checker } from '#concepts/anonymity/check.server.ts';
import type { Result } from '#platform/result.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { analysis, analysisOf, drafted, submitted, versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { releaseCase, returnCase, saveCase, submitCase } from './commands.server.ts';
import { casePage } from './queries.server.ts';
import { hintKey } from './review.ts';
import { reviewQueue } from './review.queries.server.ts';
import { written } from './writing.form.server.ts';
import { checklist, type Content } from './rules.ts';

let db: TestDatabase;
let w: World;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'check-'));
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(async () => {
	fs.rmSync(folder, { recursive: true, force: true });
	await db.close();
});

const fields = (r: Result<unknown>) => (r.ok ? [] : r.issues.map((i) => i.field));
const submit = async (changes: Partial<Content>) =>
	submitCase(w.fallmanagementA, await drafted(w.fallmanagementA, { ...analysis, ...changes }));
const stateOf = async (id: string) =>
	(await db.db.execute<{ state: string }>(sql`select state from case_analysis where id = ${id}`)).rows[0]!.state;
const threadThat = (name: string, does: string): Checker => {
	const file = path.join(folder, `${name}.mjs`);
	fs.writeFileSync(
		file,
		`import { parentPort } from 'node:worker_threads';\nparentPort.on('message', ({ text }) => { if (text) { ${does} } parentPort.postMessage({ marks: [] }); });`
	);
	return createChecker(() => file, 400);
};
const failing: [string, () => Checker][] = [
	['hangs', () => threadThat('hangs', 'for (;;);')],
	['crashes', () => threadThat('crashes', "throw new Error('broken');")],
	['ends', () => threadThat('ends', 'process.exit(3);')],
	['cannot start', () => createChecker(() => path.join(folder, 'nothing.mjs'))]
];

describe('submitting', () => {
	test('a phone number and „Frau K.“ are refused, each in its text, and nobody else sees it', async () => {
		const id = await drafted(w.fallmanagementA, {
			...analysis,
			narrative: 'Frau K. wartet seit Wochen.',
			stations: [{ month: 1, legalDomain: 'SGB2', text: 'Rückruf unter 0171 2345678.' }]
		});
		const refused = await submitCase(w.fallmanagementA, id);
		expect(refused).toMatchObject({ ok: false, why: 'incomplete' });
		expect(fields(refused)).toEqual(['stations.0', 'narrative']);
		expect(refused.ok ? '' : refused.issues[0]!.message).toContain('0171 2345678');
		expect(await casePage(w.pruefung, id)).toBeNull();
		value(await saveCase(w.fallmanagementA, id, analysis));
		value(await submitCase(w.fallmanagementA, id));
	});
	test('an amber mark passes once it is set aside; a red one does not', async () => {
		const helped = 'Die Familie las davon in der Lokalzeitung.';
		expect(fields(await submit({ helped }))).toEqual(['helped']);
		value(await submit({ helped, dismissed: [{ text: 'in der Lokalzeitung', label: 'RARE_FACT' }] }));
		const named = { helped: 'Frau Haddad half.', dismissed: [{ text: 'Haddad', label: 'PERSON' as const }] };
		expect(fields(await submit(named))).toEqual(['helped']);
	});
	test('a rare combination is refused, a coarser one is not', async () => {
		const rare = { place: '05566072', ageBand: 'A16', origin: '014', gender: 'G_F' };
		expect(fields(await submit(analysisOf(rare)))).toEqual(['attributes']);
		value(await submit(analysisOf({ place: '05566', ageBand: 'VOLLJ', origin: '002' })));
	});
	test('a country of which few come is refused, though many fit', async () => {
		const refused = await submit(analysisOf({ ageBand: 'VOLLJ', origin: 'BG' }));
		expect(fields(refused)).toEqual(['attributes']);
		expect(refused.ok ? '' : refused.issues[0]!.message).toContain('Herkunftsregion');
		value(await submit(analysisOf({ ageBand: 'VOLLJ', origin: 'SY' })));
	});
	test('a small town that was left in the text counts with the attributes', async () => {
		const cell = { place: '05566', ageBand: 'A18', origin: '034' };
		const left = { dismissed: [{ text: 'Wettringen', label: 'LOCATION' as const }] };
		value(await submit(analysisOf(cell)));
		expect(fields(await submit({ ...analysisOf(cell), helped: 'Ein Kurs in Wettringen.', ...left }))).toEqual([
			'helped',
			'attributes'
		]);
	});
	test('a place that was left in the text may tell no more than the attributes', async () => {
		const dismissed = ['Rheine', 'Mesum'].map((text) => ({ text, label: 'LOCATION' as const }));
		const inRheine = { helped: 'Ein Kurs in Rheine.', dismissed };
		const refused = await submit({ ...analysisOf({ place: 'AR-WEST', ageBand: 'VOLLJ' }), ...inRheine });
		expect(fields(refused)).toEqual(['helped']);
		expect(refused.ok ? '' : refused.issues[0]!.message).toContain('„Rheine“');
		const coded = analysisOf({ place: '05566076', ageBand: 'VOLLJ' });
		value(await submit({ ...coded, ...inRheine }));
		expect(fields(await submit({ ...coded, ...inRheine, helped: 'Ein Kurs in Mesum.' }))).toEqual(['helped']);
	});
	test('what was set aside reaches the reviewer only where the check found it, and notes only where their words stand', async () => {
		const helped = 'Die Familie las davon in der Lokalzeitung.';
		const paper = { text: 'in der Lokalzeitung', label: 'RARE_FACT' as const };
		const smuggled = { text: 'Frau Haddad, 0171 2345678', label: 'PERSON' as const };
		const content = { ...analysis, helped, dismissed: [paper, smuggled] };
		const id = await submitted(w.fallmanagementA, content);
		const seen = (await casePage(w.pruefung, id))!;
		expect(seen.dismissed).toEqual([paper]);
		const passages = ['in der Lokalzeitung', 'las davon'].map((quote) => ({
			field: 'helped' as const,
			quote,
			comment: 'Gröber.'
		}));
		value(await returnCase(w.pruefung, id, { comment: '', passages, version: seen.version }));
		value(await saveCase(w.fallmanagementA, id, { ...content, helped: 'Man las davon.' }));
		value(await submitCase(w.fallmanagementA, id));
		expect((await casePage(w.pruefung, id))!.passageNotes.map((n) => n.quote)).toEqual(['las davon']);
		expect((await casePage(w.pruefung, id))!.dismissed).toEqual([]);
	});
	test.each(failing)('a check that %s lets nothing pass, and the draft stays', async (_, check) => {
		const id = await drafted(w.fallmanagementA);
		const refused = await submitCase(w.fallmanagementA, id, check());
		expect(refused).toMatchObject({ ok: false, why: 'incomplete', issues: [{ field: '' }] });
		expect(refused.ok ? '' : refused.issues[0]!.message).toContain('ausgefallen');
		expect(await stateOf(id)).toBe('draft');
	});
	test('nobody makes us check what she may not touch', async () => {
		const id = await drafted(w.fallmanagementA);
		let checked = 0;
		const counting: Checker = () => Promise.resolve(++checked).then(() => []);
		expect(await submitCase(w.fallmanagementB, id, counting)).toMatchObject({ why: 'not_found' });
		expect(
			await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }, counting)
		).toMatchObject({ why: 'not_found' });
		expect(checked).toBe(0);
		value(await submitCase(w.fallmanagementA, id, counting));
		expect(checked).toBe(1);
	});
	test('nor whoever may not write, or asks for the risk of another’s draft', async () => {
		const id = await drafted(w.fallmanagementA);
		const weigh = (actor: typeof w.lenkung, of?: string) => {
			const body = new FormData();
			body.set('step', 'weigh');
			const request = new Request('http://hub.test', { method: 'POST', body });
			return written({ actor, request, id: of, locale: 'de' });
		};
		await expect(weigh(w.lenkung)).rejects.toMatchObject({ status: 404 });
		await expect(weigh(w.fallmanagementB, id)).rejects.toMatchObject({ status: 404 });
		expect(await weigh(w.fallmanagementA, id)).toMatchObject({ risk: { band: 'green' } });
	});
	test('what was saved while the check ran is not what was checked', async () => {
		const id = await drafted(w.fallmanagementA);
		const other: Content = { ...analysis, narrative: 'Herr Haddad, 0171 2345678.' };
		const slow: Checker = async () => {
			value(await saveCase(w.fallmanagementA, id, other));
			return [];
		};
		expect(await submitCase(w.fallmanagementA, id, slow)).toMatchObject({ ok: false, why: 'conflict' });
		expect(await stateOf(id)).toBe('draft');
	});
	test('nor what another transaction still held', async () => {
		const id = await drafted(w.fallmanagementA);
		const client = await db.pool.connect();
		try {
			await client.query('begin');
			await client.query(`update case_analysis set narrative = 'Herr Haddad', version = version + 1 where id = $1`, [
				id
			]);
			const submitting = submitCase(w.fallmanagementA, id);
			await waitingForLock();
			await client.query('commit');
			expect(await submitting).toMatchObject({ ok: false, why: 'conflict' });
		} finally {
			client.release();
		}
		expect(await stateOf(id)).toBe('draft');
	});
});

async function waitingForLock(): Promise<void> {
	for (let i = 0; i < 400; i++) {
		const found = await db.pool.query(
			`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
		);
		if (found.rowCount) return;
		await new Promise((r) => setTimeout(r, 25));
	}
	throw new Error('nobody waits for a lock');
}

describe('releasing', () => {
	test.each(failing)('a check that %s blocks', async (_, check) => {
		const id = await submitted(w.fallmanagementA);
		const refused = await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }, check());
		expect(refused).toMatchObject({ ok: false, why: 'incomplete', issues: [{ field: '' }] });
		expect(await stateOf(id)).toBe('in_review');
	});
	test('what got past the form is found again', async () => {
		const id = await drafted(w.fallmanagementA, { ...analysis, helped: 'Frau Haddad half.' });
		value(await submitCase(w.fallmanagementA, id, () => Promise.resolve([])));
		expect(fields(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }))).toEqual([
			'helped'
		]);
	});
	test('each hint must be weighed, although the author set it aside', async () => {
		const id = await submitted(w.fallmanagementA, {
			...analysis,
			helped: 'Die Familie las davon in der Lokalzeitung.',
			dismissed: [{ text: 'in der Lokalzeitung', label: 'RARE_FACT' }]
		});
		expect(fields(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }))).toEqual([
			'ticked'
		]);
		const { review } = (await casePage(w.pruefung, id))!;
		const keys = review!.marks!.map((m) => `hint:${m.field}:${m.start}`);
		value(await releaseCase(w.pruefung, id, { ticked: [...checklist, ...keys], version: await versionOf(id) }));
	});
});

describe('a text that was swapped while it was read', () => {
	test('is neither released nor returned: only the version on the screen counts', async () => {
		const id = await submitted(w.fallmanagementA);
		const { version } = (await casePage(w.pruefung, id))!;
		const colleague = { comment: 'Bitte kürzer.', passages: [], version };
		value(await returnCase(w.pruefung, id, colleague));
		value(await saveCase(w.fallmanagementA, id, { ...analysis, narrative: 'Ein ganz anderer Verlauf.' }));
		value(await submitCase(w.fallmanagementA, id));
		expect(await releaseCase(w.pruefung, id, { ticked: checklist, version })).toMatchObject({ why: 'conflict' });
		expect(await returnCase(w.pruefung, id, colleague)).toMatchObject({ why: 'conflict' });
		expect(await stateOf(id)).toBe('in_review');
		const now = (await casePage(w.pruefung, id))!.version;
		value(await releaseCase(w.pruefung, id, { ticked: checklist, version: now }));
	});
});

describe('returning', () => {
	test('a comment that names somebody is refused, and one that could not be checked', async () => {
		const id = await submitted(w.fallmanagementA);
		const version = await versionOf(id);
		const said = (comment: string, note = 'Gröber.') => ({
			comment,
			passages: [{ field: 'narrative' as const, quote: 'Belege', comment: note }],
			version
		});
		const named = await returnCase(w.pruefung, id, said('Rückfragen bitte an 0171 2345678.'));
		expect(fields(named)).toEqual(['comment']);
		expect(named.ok ? '' : named.issues[0]!.message).toContain('0171 2345678');
		expect(fields(await returnCase(w.pruefung, id, said('', 'Das ist doch a.haddad@example.org!')))).toEqual([
			'passages'
		]);
		const broken: Checker = () => Promise.reject(new Error('broken'));
		expect(fields(await returnCase(w.pruefung, id, said('Bitte gröber.'), broken))).toEqual(['']);
		expect(await stateOf(id)).toBe('in_review');
		value(await returnCase(w.pruefung, id, said('Bitte gröber.')));
	});
});

describe('the desk of the reviewer', () => {
	test('knows from the handing in how many hints a text holds', async () => {
		const helped = 'Die Familie las davon in der Lokalzeitung.';
		const dismissed = [{ text: 'in der Lokalzeitung', label: 'RARE_FACT' as const }];
		const id = await submitted(w.fallmanagementA, { ...analysis, helped, dismissed });
		const queue = (await reviewQueue(w.pruefung, 1))!;
		expect(queue.rows.find((r) => r.id === id)).toMatchObject({ hints: 1 });
		const hintsOf = async () =>
			(await db.db.execute(sql`select hints from case_analysis where id = ${id}`)).rows[0]!.hints;
		expect(await hintsOf()).toBe(1);
		const seen = (await casePage(w.pruefung, id))!;
		const ticked = [...checklist, ...seen.review!.marks!.map(hintKey)];
		value(await releaseCase(w.pruefung, id, { ticked, version: seen.version }));
		expect(await hintsOf()).toBeNull();
	});
	test('and its readers do not learn when and how often its author wrote', async () => {
		const id = await submitted(w.fallmanagementA);
		value(await releaseCase(w.pruefung, id, { ticked: checklist, version: await versionOf(id) }));
		const seen = (await casePage(w.mitglied, id))!;
		expect(seen).toMatchObject({ version: 0, submittedAt: null, updatedAt: seen.releasedAt });
	});
	test('tells only those who may review it that something is there', async () => {
		await db.db.execute(sql`insert into setting (key, value) values ('reviewersOfSameOrganisation', 'false'::jsonb)
			on conflict (key) do update set value = excluded.value`);
		const told = async (author: typeof w.pruefung) => {
			const id = await submitted(author);
			const found = await db.db.execute(sql`select t.account_id from event e join event_tell t on t.event_id = e.id
				where e.thing_id = ${id} and e.kind = 'case_analysis.submit'`);
			return [found.rows.some((r) => r.account_id === w.pruefung.id), (await casePage(w.pruefung, id)) !== null];
		};
		try {
			expect(await told(w.fallmanagementA)).toEqual([true, true]);
			await db.db.execute(
				sql`update account set organisation_id = ${w.pruefung.organisationId} where id = ${w.fallmanagementA.id}`
			);
			expect(await told({ ...w.fallmanagementA, organisationId: w.pruefung.organisationId })).toEqual([false, false]);
		} finally {
			await db.db.execute(sql`delete from setting where key = 'reviewersOfSameOrganisation'`);
			await db.db.execute(
				sql`update account set organisation_id = ${w.fallmanagementA.organisationId} where id = ${w.fallmanagementA.id}`
			);
		}
	});
	test('shows marks and risk to her alone, and never who wrote it', async () => {
		const id = await submitted(w.fallmanagementA);
		const seen = (await casePage(w.pruefung, id))!;
		expect(seen.review).toMatchObject({ marks: [], risk: { needs: 'all', risk: { band: 'green' } } });
		expect(JSON.stringify(seen)).not.toContain(w.fallmanagementA.id);
		expect((await casePage(w.fallmanagementA, id))!.review).toBeNull();
	});
});

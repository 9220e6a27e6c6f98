// What led to a released text is in no table of no schema any more: drafts, comments, notes, what was set aside, finer codes.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startQueue, type Queue } from '#jobs/queue.server.ts';
import { startHandingOn, type HandingOn } from '#concepts/people/handing-on.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { versionOf } from '../../../tests/case-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import {
	deleteCase,
	eraseCase,
	recallCase,
	releaseCase,
	returnCase,
	saveCase,
	startCase,
	submitCase
} from './commands.server.ts';
import { checklist, type Content } from './rules.ts';
import { releaseBatch } from './waiting.commands.server.ts';

let db: TestDatabase;
let w: World;
let queue: Queue;
let handingOn: HandingOn;
const onError = (e: unknown) => {
	throw e;
};
beforeAll(async () => {
	db = await testDatabase();
	queue = await startQueue({ connect: db.connect, onError });
	handingOn = await startHandingOn({ onInbox: () => {}, onError });
});
beforeEach(async () => void (w ??= await world('ein langes Wort')));
afterAll(async () => {
	await handingOn.stop();
	await queue.stop();
	await db.close();
});

/** Every row of every table as text, with what stands in its bytes, by the table's name. */
async function dump(): Promise<Map<string, string>> {
	const tables = await db.pool.query<{ name: string; bytes: string[] | null }>(
		`select format('%I.%I', n.nspname, c.relname) as name, array_agg(quote_ident(a.attname)) filter (where t.typname = 'bytea') as bytes
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			join pg_type t on t.oid = a.atttypid
			where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
			group by 1 order by 1`
	);
	const all = new Map<string, string>();
	for (const { name, bytes } of tables.rows) {
		const readable = (bytes ?? []).map((column) => `, ' ', encode(t.${column}, 'escape')`).join('');
		const found = await db.pool.query<{ it: string }>(`select concat(t::text${readable}) as it from ${name} t`);
		all.set(name, found.rows.map((r) => r.it).join('\n'));
	}
	return all;
}
/** `table: word`, for each table that holds a word, in whatever case and stem. */
async function placesOf(words: readonly string[]): Promise<string[]> {
	const all = await dump();
	return [...all].flatMap(([table, text]) =>
		words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${table}: ${word}`)
	);
}

/** A text with words of its own in every field. */
const told = (stem: string, more: Partial<Content['attributes']> = {}): Content => ({
	title: `Ein Verlauf ${stem}titel`,
	attributes: { ageBand: 'ERW', legalDomains: ['SGB2'], phases: ['IK03'], ...more },
	stations: [{ month: 1, legalDomain: 'SGB2', text: `Antrag gestellt ${stem}station`, breakAfter: 'GT01' }],
	narrative: `Eine Frau wartet ${stem}verlauf`,
	helped: `Geholfen hat ${stem}hilfe`,
	suspectedGap: `Es fehlt ${stem}luecke`,
	dismissed: [{ text: `${stem}gesetzt`, label: 'ORGANISATION' }]
});
const wordsIn = (stem: string) => ['titel', 'station', 'verlauf', 'hilfe', 'luecke'].map((text) => `${stem}${text}`);
const set = (stem: string) => `${stem}gesetzt`;

async function released(stem: string, more: Partial<Content['attributes']> = {}): Promise<string> {
	const { id } = value(await startCase(w.fallmanagementA, told(stem, more)));
	value(await submitCase(w.fallmanagementA, id));
	value(await releaseCase(w.pruefung, id, { ticked: [...checklist], version: await versionOf(id) }));
	return id;
}

describe('after the release', () => {
	let id: string;
	beforeAll(async () => {
		w ??= await world('ein langes Wort');
		// an identifying first draft, as somebody types it before the check has spoken
		id = value(await startCase(w.fallmanagementA, told('qzwxeins', { place: '05566072', origin: 'ER' }))).id;
		value(await saveCase(w.fallmanagementA, id, told('qzwxzwei', { place: 'AR-OST', origin: '014' })));
		value(await submitCase(w.fallmanagementA, id));
		const quote = 'qzwxzweiverlauf';
		const said = {
			comment: 'Bitte qzwxkommentar ändern.',
			passages: [{ field: 'narrative' as const, quote, comment: 'Hier qzwxanmerkung.' }]
		};
		value(await returnCase(w.pruefung, id, { ...said, version: await versionOf(id) }));
	});

	test('until then all of it is there, in the analysis alone', async () => {
		const found = await placesOf([...wordsIn('qzwxzwei'), 'qzwxkommentar', 'qzwxanmerkung']);
		expect(found.length).toBe(7);
		expect(new Set(found.map((f) => f.split(':')[0]))).toEqual(new Set(['public.case_analysis']));
	});
	test('what was written over before it is nowhere already, nor what was set aside where no mark is', async () => {
		expect(await placesOf([...wordsIn('qzwxeins'), set('qzwxeins'), set('qzwxzwei')])).toEqual([]);
	});
	test('nothing of the drafts, comments, notes and finer codes is in any table', async () => {
		value(await saveCase(w.fallmanagementA, id, told('qzwxdrei')));
		value(await submitCase(w.fallmanagementA, id));
		value(await releaseCase(w.pruefung, id, { ticked: [...checklist], version: await versionOf(id) }));
		await handingOn.now();
		const gone = ['qzwxeins', 'qzwxzwei', 'qzwxkommentar', 'qzwxanmerkung', set('qzwxdrei')];
		expect(await placesOf(gone)).toEqual([]);
		for (const code of ['05566072', 'AR-OST', '"ER"', '"014"'])
			expect([code, (await placesOf([code])).filter((p) => !p.startsWith('public.catalogue_item'))]).toEqual([
				code,
				[]
			]);
	});
	test('the released text is in the analysis, and nowhere else', async () => {
		expect(await placesOf(wordsIn('qzwxdrei'))).toEqual(wordsIn('qzwxdrei').map((x) => `public.case_analysis: ${x}`));
	});
	test('the dump looks into jobs, events, mails, sessions and the live log', async () => {
		const names = [...(await dump()).keys()];
		for (const name of ['event', 'mail', 'session', 'inbox_item', 'live_update'])
			expect(names).toContain(`public.${name}`);
		expect(names.some((name) => name.startsWith('jobs.'))).toBe(true);
	});
	test('recalled and erased, it is in no table at all', async () => {
		value(await recallCase(w.mitglied, id));
		value(await eraseCase(w.datenschutz, id));
		expect(await placesOf(['qzwxdrei'])).toEqual([]);
	});
});

test('a deleted draft leaves nothing', async () => {
	const { id } = value(await startCase(w.fallmanagementA, told('qzwxvier')));
	value(await deleteCase(w.fallmanagementA, id));
	expect(await placesOf(['qzwxvier'])).toEqual([]);
});

test('a class that grows too small keeps the coarser codes only', async () => {
	const domains = ['SGB2', 'AUFENTHG', 'SCHULG', 'SGB2', 'AUFENTHG'];
	const ids: string[] = [];
	for (const [i, domain] of domains.entries())
		ids.push(await released(`qzwxsechs${'abcde'[i]}`, { ageBand: 'A40', legalDomains: [domain] }));
	value(await releaseBatch(w.koordination));
	const finer = async () => (await placesOf(['"A40"'])).filter((p) => p.startsWith('public.case_analysis'));
	expect(await finer()).toEqual(['public.case_analysis: "A40"']);
	for (const id of ids.slice(0, 1)) {
		value(await recallCase(w.mitglied, id));
		value(await eraseCase(w.datenschutz, id));
	}
	value(await releaseBatch(w.koordination));
	expect(await finer()).toEqual([]);
});

// Result sheets: released by two who did not write them, sent, read by a link or a feed – and by nobody else.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#concepts/people/actor.ts';
import { forgetSettings } from '#concepts/people/settings.queries.server.ts';
import { fits } from '#platform/step.ts';
import { setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { createSheet, editSheet, releaseSheet, returnSheet, submitSheet, withdrawSheet } from './commands.server.ts';
import {
	distribute,
	makeFeedLink,
	makeSheetLink,
	recordAnswer,
	revokeFeedLink,
	revokeSheetLink
} from './distribution.commands.server.ts';
import { atomOf, escaped } from './feed.ts';
import { feedOf } from './feed.server.ts';
import { sheetPaper, sheetPaperByLink } from './paper.server.ts';
import { may, mayRelease, mayWrite, type SheetAction } from './policy.ts';
import {
	feedSheets,
	gapForSheet,
	sheetByLink,
	sheetDraft,
	sheetList,
	sheetPage,
	sheetsOnGap
} from './queries.server.ts';
import {
	emptySheet,
	freeHands,
	missingParts,
	sheetStates,
	sheetSteps,
	type SheetState,
	type SheetStep,
	type SheetText
} from './rules.ts';

const table: Record<SheetStep, [SheetState[], SheetState]> = {
	edit: [['draft'], 'draft'],
	submit: [['draft'], 'in_review'],
	return: [['in_review'], 'draft'],
	release: [['in_review'], 'released'],
	withdraw: [['released'], 'withdrawn']
};
test.each(Object.keys(table) as SheetStep[])('%s fits its states only', (step) => {
	const [from, to] = table[step];
	expect(sheetStates.filter((s) => fits<SheetState>(sheetSteps[step], s))).toEqual(from);
	expect(sheetSteps[step].to).toBe(to);
});
test('two hands, two people, never the author', () => {
	expect(freeHands('author', [], 'author')).toEqual([]);
	expect(freeHands('author', [], 'one')).toEqual(['office', 'reviewer']);
	expect(freeHands('author', [{ hand: 'office', accountId: 'one' }], 'one')).toEqual([]);
	expect(freeHands('author', [{ hand: 'office', accountId: 'one' }], 'two')).toEqual(['reviewer']);
	expect(missingParts({ ...emptySheet, title: 'x', contact: ' ' })).toEqual([
		'background',
		'decided',
		'changes',
		'audience',
		'contact'
	]);
});

const text: SheetText = {
	title: 'Offene Sprechstunde',
	background: 'Termine waren nur online zu buchen.',
	decided: 'Es gibt eine offene Sprechstunde.',
	changes: 'Wer neu ist, kommt ohne Termin.',
	audience: 'Neuzugewanderte.',
	contact: 'Eingangszone, Telefon 02551 690, info@example.org'
};

describe('on the real database', () => {
	let db: TestDatabase;
	let w: World;
	let gapId = '';
	beforeAll(async () => {
		db = await testDatabase({ max: 12 });
		w = await world();
		const made = await (
			await database()
		).execute<{ id: string }>(
			sql`insert into service_gap (number, title, description, state, gap_type) values ('L-2001-777', 'Lücke', 'Text', 'closed', 'GT01') returning id`
		);
		gapId = made.rows[0]!.id;
	});
	afterAll(async () => {
		setClock(null);
		await db.close();
	});
	const draft = async (by: Actor = w.koordination) => value(await createSheet(by, gapId, text)).id;
	const inReview = async (by: Actor = w.koordination) => {
		const id = await draft(by);
		value(await submitSheet(by, id));
		return id;
	};
	const released = async () => {
		const id = await inReview();
		value(await releaseSheet(w.koordination2, id, 'office'));
		expect(value(await releaseSheet(w.pruefung, id, 'reviewer')).state).toBe('released');
		return id;
	};
	const stateOf = async (id: string) => (await sheetPage(w.koordination, id))!.state;
	const why = (r: { ok: boolean; why?: string }) => (r.ok ? 'ok' : r.why);

	test('who may do what', () => {
		const inside =
			'fachkraft fallmanagementA fallmanagementB koordination koordination2 lenkung mitglied pruefung vorsitz';
		const office = 'koordination koordination2';
		const of = (state: SheetState) => ({ authorId: w.koordination.id, state });
		const those = (allowed: (a: Actor) => boolean) =>
			w.everyone
				.filter(([, a]) => allowed(a))
				.map(([name]) => name.replace(/-(.)/g, (_, c: string) => c.toUpperCase()))
				.sort()
				.join(' ');
		const rights: [SheetAction, SheetState, string][] = [
			['read', 'draft', office],
			['read', 'in_review', `${office} pruefung`],
			['read', 'released', inside],
			['read', 'withdrawn', office],
			['edit', 'draft', 'koordination'],
			['submit', 'draft', 'koordination'],
			['return', 'in_review', `${office} pruefung`],
			['withdraw', 'released', office],
			['distribute', 'released', office],
			['link', 'released', office]
		];
		for (const [action, state, who] of rights)
			expect([action, state, those((a) => may(a, action, of(state)))]).toEqual([action, state, who]);
		expect(those((a) => mayRelease(a, 'office', of('in_review')))).toBe('koordination2');
		expect(those((a) => mayRelease(a, 'reviewer', of('in_review')))).toBe('pruefung');
		expect(those(mayWrite)).toBe(`${office} pruefung`);
	});

	test('is written about what was decided, seen by few, and handed in complete and without people', async () => {
		await (
			await database()
		).execute(
			sql`insert into service_gap (number, title, description, state, gap_type) values ('L-2001-778', 'Neu', 'Text', 'new', 'GT01')`
		);
		const fresh = (
			await (await database()).execute<{ id: string }>(sql`select id from service_gap where number = 'L-2001-778'`)
		).rows[0]!.id;
		expect(why(await createSheet(w.koordination, fresh, text))).toBe('wrong_state');
		expect(await gapForSheet(w.koordination, fresh)).toBeNull();
		expect((await gapForSheet(w.pruefung, gapId))!.number).toBe('L-2001-777');
		for (const who of [w.lenkung, w.gast, nobody]) expect(why(await createSheet(who, gapId, text))).toBe('not_found');
		expect(why(await createSheet(w.koordination, gapId, { ...text, title: ' ' }))).toBe('incomplete');

		const id = await draft();
		for (const who of [w.lenkung, w.pruefung, w.gast, nobody]) expect(await sheetPage(who, id)).toBeNull();
		expect(await sheetDraft(w.koordination2, id)).toBeNull();
		expect(why(await editSheet(w.koordination2, id, text))).toBe('forbidden');
		value(await editSheet(w.koordination, id, { ...text, changes: '', background: 'Frau Haddad wartete lange.' }));
		const refused = await submitSheet(w.koordination, id);
		expect(refused.ok ? [] : refused.issues.map((i) => i.field).sort()).toEqual(['background', 'changes']);
		value(await editSheet(w.koordination, id, { ...text, contact: 'Frau Petra Schmidt, Telefon 02551 690' }));
		expect(await submitSheet(w.koordination, id)).toMatchObject({ issues: [{ field: 'contact' }] });
		value(await editSheet(w.koordination, id, text));
		value(await submitSheet(w.koordination, id));
		expect(why(await editSheet(w.koordination, id, text))).toBe('wrong_state');
	});
	test('a check that fails lets nothing pass', async () => {
		const broken = () => Promise.reject(new Error('no word list'));
		const id = await draft();
		expect(why(await submitSheet(w.koordination, id, broken))).toBe('incomplete');
		const ready = await inReview();
		expect(why(await releaseSheet(w.pruefung, ready, 'reviewer', broken))).toBe('incomplete');
	});

	test('needs two, and the author is none of them', async () => {
		const id = await inReview();
		expect(why(await releaseSheet(w.koordination, id, 'office'))).toBe('forbidden');
		expect(why(await releaseSheet(w.lenkung, id, 'office'))).toBe('not_found');
		expect(why(await releaseSheet(w.koordination2, id, 'reviewer'))).toBe('forbidden');
		expect(value(await releaseSheet(w.koordination2, id, 'office')).state).toBe('in_review');
		expect(why(await releaseSheet(w.koordination2, id, 'office'))).toBe('conflict');
		const both: Actor = { ...w.koordination2, roles: ['coordinator', 'reviewer'] };
		expect(why(await releaseSheet(both, id, 'reviewer'))).toBe('conflict');
		expect(value(await releaseSheet(w.pruefung, id, 'reviewer')).state).toBe('released');
		expect(why(await releaseSheet(w.pruefung, id, 'reviewer'))).toBe('wrong_state');
		// what is read does not say who
		for (const who of [w.lenkung, w.fallmanagementA])
			expect(JSON.stringify(await sheetPage(who, id))).not.toMatch(
				new RegExp(`${w.koordination.id}|${w.koordination2.id}|${w.pruefung.id}`)
			);
	});
	test('of two who lend the same hand at once one wins; two different hands release it once', async () => {
		const same = await inReview(w.pruefung);
		const offices = await Promise.all([
			releaseSheet(w.koordination, same, 'office'),
			releaseSheet(w.koordination2, same, 'office')
		]);
		expect(offices.map(why).sort()).toEqual(['conflict', 'ok']);
		expect(await stateOf(same)).toBe('in_review');
		const id = await inReview();
		const hands = await Promise.all([
			releaseSheet(w.koordination2, id, 'office'),
			releaseSheet(w.pruefung, id, 'reviewer')
		]);
		expect(hands.map((r) => (r.ok ? r.value.state : r.why)).sort()).toEqual(['in_review', 'released']);
	});
	test('even past the commands the database wants two others, and the text they saw', async () => {
		const raw = await database();
		const id = await inReview();
		const lend = (hand: string, accountId: string, hash = 'h') =>
			raw.execute(
				sql`insert into result_release (sheet_id, hand, account_id, text_hash, released_at) values (${id}, ${hand}, ${accountId}, ${hash}, now())`
			);
		const release = () =>
			raw.execute(sql`update result_sheet set state = 'released', released_at = now() where id = ${id}`);
		const refused = { cause: { code: '42501' } };
		await expect(lend('office', w.koordination.id)).rejects.toMatchObject(refused);
		await expect(release()).rejects.toMatchObject(refused);
		await lend('office', w.koordination2.id);
		await expect(release()).rejects.toMatchObject(refused);
		await expect(lend('reviewer', w.koordination2.id)).rejects.toThrow();
		await lend('reviewer', w.pruefung.id, 'another text');
		await expect(release()).rejects.toMatchObject(refused);
		await expect(raw.execute(sql`update result_sheet set decided = 'x' where id = ${id}`)).rejects.toMatchObject(
			refused
		);
		await expect(
			raw.execute(sql`update result_sheet set author_id = ${w.lenkung.id} where id = ${id}`)
		).rejects.toMatchObject(refused);
		await expect(
			raw.execute(
				sql`insert into result_sheet (number, gap_id, author_id, title, state, released_at) values ('EB-X', ${gapId}, ${w.lenkung.id}, 'x', 'released', now())`
			)
		).rejects.toMatchObject(refused);
		const out = await released();
		await expect(raw.execute(sql`delete from result_release where sheet_id = ${out}`)).rejects.toMatchObject(refused);
	});
	test('returned, it begins anew', async () => {
		const id = await inReview();
		value(await releaseSheet(w.koordination2, id, 'office'));
		expect(why(await returnSheet(w.pruefung, id, ' '))).toBe('incomplete');
		value(await returnSheet(w.pruefung, id, 'Bitte kürzer.'));
		expect(await sheetPage(w.koordination, id)).toMatchObject({ state: 'draft', given: [], remark: 'Bitte kürzer.' });
		value(await submitSheet(w.koordination, id));
		value(await releaseSheet(w.pruefung, id, 'reviewer'));
		expect(await stateOf(id)).toBe('in_review');
	});

	test('is sent to networks, whose answers are kept; only the office sees to whom', async () => {
		const id = await released();
		const sending = { network: 'Frühe Hilfen', recipient: 'Büro', channel: 'mail', sentOn: today() };
		expect(why(await distribute(w.lenkung, id, sending))).toBe('forbidden');
		expect(why(await distribute(w.koordination, await draft(), sending))).toBe('wrong_state');
		const lacking = await distribute(w.koordination, id, {
			network: ' ',
			recipient: '',
			channel: 'owl',
			sentOn: '2999-01-01'
		});
		expect(lacking.ok ? [] : lacking.issues.map((i) => i.field)).toEqual(['network', 'channel', 'sentOn']);
		value(await distribute(w.koordination, id, sending));
		const [sent] = (await sheetPage(w.koordination2, id))!.sent;
		value(await recordAnswer(w.koordination, id, sent!.id, 'Liegt aus.'));
		expect(why(await recordAnswer(w.koordination, id, sent!.id, 'Noch etwas.'))).toBe('not_found');
		expect((await sheetPage(w.koordination2, id))!.sent).toMatchObject([{ ...sending, answer: 'Liegt aus.' }]);
		expect((await sheetPage(w.lenkung, id))!.sent).toEqual([]);
		expect((await sheetsOnGap(w.lenkung, gapId)).map((s) => s.id)).toContain(id);
		expect(await sheetsOnGap(w.gast, gapId)).toEqual([]);
		expect((await sheetList(w.fachkraft, 1))!.rows.every((r) => r.state === 'released')).toBe(true);
		expect(await sheetList(w.federfuehrung, 1)).toBeNull();
	});

	test('a link opens this sheet alone, until it ends, is revoked, or the sheet is withdrawn', async () => {
		const id = await released();
		expect(why(await makeSheetLink(w.lenkung, id, { label: 'x', days: '30' }))).toBe('forbidden');
		expect(why(await makeSheetLink(w.koordination, id, { label: '', days: '7000' }))).toBe('incomplete');
		const make = async (days: string) => value(await makeSheetLink(w.koordination, id, { label: days, days })).token;
		const [short, long] = [await make('30'), await make('365')];
		expect((await sheetByLink(long))!).toMatchObject({ title: text.title, decided: text.decided });
		expect(JSON.stringify(await sheetByLink(long))).not.toMatch(new RegExp(`${gapId}|${w.koordination.id}|L-2001`));
		expect((await sheetPaperByLink(long))!.title).toBe(text.title);
		const stored = JSON.stringify((await (await database()).execute(sql`select * from result_link`)).rows);
		expect(stored).not.toContain(long);
		expect(stored).toContain('token_hash');
		for (const wrong of ['', 'x', long.slice(0, -1), `${long}x`, long.replace(/./, 'é'), 'a'.repeat(43)])
			expect(await sheetByLink(wrong)).toBeNull();
		expect(await feedSheets(long)).toBeNull();

		setClock(new Date(Date.now() + 31 * 86_400_000));
		expect(await sheetByLink(short)).toBeNull();
		expect(await sheetByLink(long)).not.toBeNull();
		setClock(null);
		const first = (await sheetPage(w.koordination, id))!.links.find((l) => l.label === '365');
		const other = await released();
		expect(why(await revokeSheetLink(w.koordination, other, first!.id))).toBe('not_found');
		value(await revokeSheetLink(w.koordination, id, first!.id));
		expect(why(await revokeSheetLink(w.koordination, id, first!.id))).toBe('not_found');
		expect(await sheetByLink(long)).toBeNull();

		expect(await sheetByLink(short)).not.toBeNull();
		expect(why(await withdrawSheet(w.koordination, id, ''))).toBe('incomplete');
		value(await withdrawSheet(w.koordination, id, 'Überholt.'));
		expect(await sheetByLink(short)).toBeNull();
		expect((await sheetPaper(w.koordination, id))!.notice).toMatch(/Zurückgezogen/);
		expect(why(await makeSheetLink(w.koordination, id, { label: 'x', days: '30' }))).toBe('wrong_state');
	});

	test('the feed is closed until the county opens it, or by a link of its own', async () => {
		const [id, hidden] = [await released(), await inReview()];
		expect(await feedOf(null)).toBeNull();
		expect(why(await makeFeedLink(w.lenkung, { label: 'x', days: '30' }))).toBe('not_found');
		const { token } = value(await makeFeedLink(w.koordination, { label: 'Netzwerk', days: '90' }));
		expect(await sheetByLink(token)).toBeNull();
		const feed = (await feedOf(token))!;
		expect(feed).toContain(`urn:uuid:${id}`);
		expect(feed).not.toContain(hidden);
		const [link] = (await sheetList(w.koordination, 1))!.feed!.links;
		expect((await sheetList(w.lenkung, 1))!.feed).toBeNull();
		value(await revokeFeedLink(w.koordination, link!.id));
		expect(await feedOf(token)).toBeNull();
		await (await database()).execute(sql`insert into setting (key, value) values ('publicResultFeed', 'true'::jsonb)`);
		forgetSettings();
		expect(await feedOf(null)).toContain(`urn:uuid:${id}`);
		value(await withdrawSheet(w.koordination, id, 'Überholt.'));
		expect(await feedOf(null)).not.toContain(`urn:uuid:${id}`);
	});
});

describe('the feed as text', () => {
	const entry = {
		id: 'e1',
		title: '<b>&"',
		updated: '2026-11-28T10:00:00Z',
		parts: [{ heading: 'A', text: ']]> <script>\n\u0001x' }]
	};
	const feed = (entries: (typeof entry)[]) =>
		atomOf({
			id: 'https://hub.example/results.atom',
			self: 'https://hub.example/?a=1&b=2',
			title: 'T',
			subtitle: 'S',
			author: 'Kreis',
			entries
		});
	test('escapes twice what is markup within markup, and drops what XML knows none of', () => {
		const xml = feed([entry]);
		expect(xml).toContain('<title>&lt;b&gt;&amp;&quot;</title>');
		expect(xml).toContain('&lt;p&gt;]]&amp;gt; &amp;lt;script&amp;gt;&lt;/p&gt;&lt;p&gt;x&lt;/p&gt;');
		expect(xml).toContain('href="https://hub.example/?a=1&amp;b=2"');
		expect(xml).not.toContain('\u0001');
		expect(escaped('a\ud800b')).toBe('a\ufffdb');
	});
	test('is as new as its newest entry', () => {
		expect(feed([entry, { ...entry, updated: '2026-01-01T00:00:00Z' }]).match(/<updated>[^<]+/)?.[0]).toBe(
			'<updated>2026-11-28T10:00:00Z'
		);
		expect(feed([])).toMatch(/<updated>1970/);
	});
});

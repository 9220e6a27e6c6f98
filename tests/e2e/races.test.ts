/** Many at once on two servers with one database: one wins, the others hear it, and nothing is there twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matrixWorld, sendForm, type Answer, type MatrixWorld } from '../matrix/world.ts';
import type { CastKey } from '#demo/cast.server.ts';
import { hubOn, startHub, type Hub } from './hub.ts';

let hub: Hub;
let second: Hub;
let world: MatrixWorld;
beforeAll(async () => {
	hub = await startHub();
	second = await hubOn(hub.databaseUrl);
	world = await matrixWorld(hub);
});
afterAll(async () => {
	await world?.close();
	await second?.stop();
	await hub?.stop();
});

type Fields = Record<string, string | string[]>;
/** All at once, every other one to the second server. */
const atOnce = (
	n: number,
	who: (i: number) => CastKey,
	path: string,
	fields: (i: number) => Fields
): Promise<Answer[]> =>
	Promise.all(
		Array.from({ length: n }, (_, i) =>
			sendForm(i % 2 ? second : hub, path, world.filled(fields(i)), world.cookie(who(i)))
		)
	);
const counted = (answers: Answer[]) =>
	answers.reduce<Record<number, number>>((n, { status }) => ({ ...n, [status]: (n[status] ?? 0) + 1 }), {});
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
	(await world.db.query<T>(sql, values)).rows;

test('of twenty decisions on one proposal one is taken; the others hear its number', async () => {
	const { 0: about } = await rows<{ proposal: string; meeting: string }>(
		`select p.id as proposal, i.meeting_id as meeting from proposal p
		join agenda_link l on l.thing_type = 'proposal' and l.thing_id = p.id join agenda_item i on i.id = l.item_id
		where p.state = 'scheduled' and i.state = 'scheduled' limit 1`
	);
	const meeting = `/meetings/${about!.meeting}`;
	const office = world.cookie('koordination');
	const page = await (await hub.get(`${meeting}/invite`, office)).text();
	const seen = /name="seen"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="seen"/.exec(page);
	await sendForm(hub, `${meeting}/invite?/send`, { seen: seen![1] ?? seen![2]!, shortNoticeReason: 'Eilig' }, office);
	expect((await sendForm(hub, `${meeting}?/start`, {}, office)).status).toBe(303);
	const invited = await rows<{ id: string }>('select account_id as id from invitation where meeting_id = $1', [
		about!.meeting
	]);
	const present = Object.fromEntries(invited.map(({ id }) => [`attendance:${id}`, 'present']));
	expect((await sendForm(hub, `${meeting}/run?/attendance`, present, office)).status).toBe(303);

	const before = await rows<{ number: string }>(
		`select number from decision where body_id = (select body_id from meeting where id = $1)`,
		[about!.meeting]
	);
	const answers = await atOnce(
		20,
		(i) => (i % 3 ? 'vorsitz' : 'koordination'),
		`/decisions/new?/decide&proposal=${about!.proposal}`,
		(i) => ({
			result: 'rejected',
			wording: `Der Vorschlag wird abgelehnt (${i}).`,
			reason: 'Nicht zuständig',
			vote: 'einstimmig'
		})
	);
	expect(counted(answers)).toEqual({ 303: 1, 409: 19 });
	const taken = await rows<{ number: string }>('select number from decision where proposal_id = $1', [about!.proposal]);
	expect(taken).toHaveLength(1);
	for (const { status, text } of answers) if (status === 409) expect(text).toContain(taken[0]!.number);
	const after = await rows<{ number: string }>(
		`select number from decision where body_id = (select body_id from meeting where id = $1)`,
		[about!.meeting]
	);
	expect(after).toHaveLength(before.length + 1);
	const [series, last] = /^(.*B)(\d+)$/.exec(taken[0]!.number)!.slice(1);
	const numbers = after
		.map((r) => r.number)
		.filter((n) => n.startsWith(series!))
		.sort();
	expect(numbers.map((n) => Number(n.slice(series!.length)))).toEqual(
		Array.from({ length: Number(last) }, (_, i) => i + 1)
	);
});

test('ten taps on „Senden" make one report', async () => {
	const clientKey = crypto.randomUUID();
	const text = 'Zehnmal getippt: der Bus fährt am Abend nicht mehr.';
	const answers = await atOnce(
		10,
		() => 'fallmanagement-b',
		'/reports/new?/send',
		() => ({
			clientKey,
			text,
			phase: '{phase}',
			gapType: '{gap_type}',
			legalDomains: ['{legal_domain}'],
			seen: 'on'
		})
	);
	expect(counted(answers)).toEqual({ 303: 10 });
	expect(await rows('select id from gap_report where text = $1', [text])).toHaveLength(1);
	const events = await rows(
		`select kind from event where thing_id = (select id from gap_report where text = $1) group by kind having count(*) > 1`,
		[text]
	);
	expect(events).toEqual([]);
});

test('one report becomes one gap, however many coordinators create it', async () => {
	const title = 'Gleichzeitig angelegt';
	const gap = {
		title,
		gapType: '{gap_type}',
		legalDomains: ['{legal_domain}'],
		phases: ['{phase}'],
		description: 'Was fehlt.'
	};
	const answers = await atOnce(
		8,
		(i) => (i % 3 ? 'koordination' : 'koordination-2'),
		world.fill('/intake/{report_received_b}?/create'),
		() => gap
	);
	expect(counted(answers)).toEqual({ 303: 1, 409: 7 });
	expect(await rows('select id from service_gap where title = $1', [title])).toHaveLength(1);
});

test.each([
	['accepted', 'accept', '{measure_of_unit}', 'federfuehrung'],
	['approved', 'approve', '{measure_of_others}', 'koordination']
] as const)('a measure is %s once, and the others hear why not', async (_, step, thing, who) => {
	const id = world.fill(thing);
	const answers = await atOnce(
		8,
		() => who,
		`/measures/${id}`,
		() => ({ step })
	);
	expect(counted(answers)).toEqual({ 303: 1, 409: 7 });
	for (const { status, text } of answers)
		if (status === 409) expect(text).toMatch(/Vielleicht war jemand anderes schneller|Jemand anderes war schneller/);
	expect(await rows('select id from event where kind = $1 and thing_id = $2', [`measure.${step}`, id])).toHaveLength(1);
});

test('who saves an older state of a proposal is refused and keeps what was typed', async () => {
	const begun = { bodyId: '{group}', title: 'Gemeinsam geschrieben', gapIds: ['{gap_confirmed}'] };
	const path = world.fill('/proposals/new');
	expect((await sendForm(hub, path, world.filled(begun), world.cookie('mitglied'))).status).toBe(303);
	const { 0: found } = await rows<{ id: string; revision: number }>(
		`select id, revision from proposal where title = 'Gemeinsam geschrieben'`
	);
	const typed = 'Mein langer Text, der nicht verloren gehen darf.';
	const answers = await atOnce(
		6,
		() => 'mitglied',
		`/proposals/${found!.id}?/save`,
		(i) => ({
			revision: String(found!.revision),
			title: `Fassung ${i}`,
			problem: typed,
			resolution: 'Es wird beschlossen.'
		})
	);
	expect(counted(answers)).toEqual({ 303: 1, 409: 5 });
	for (const { status, text } of answers) if (status === 409) expect(text).toContain(typed);
});

test('afterwards the log still proves itself', async () => {
	const { status, text } = await sendForm(hub, '/audit?/verify', {}, world.cookie('datenschutz'));
	expect(status).toBe(200);
	expect(text).toMatch(/,null\]"\}$/); // no broken link
});

/** A recalled analysis is nowhere any more, from that very answer on; one that is not released never was anywhere. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checklist } from '#concepts/cases/rules.ts';
import type { CastKey } from '#demo/cast.server.ts';
import { everybody } from '../matrix/cast.ts';
import { routes } from '../matrix/routes.ts';
import { matrixWorld, sendForm, type MatrixWorld } from '../matrix/world.ts';
import { crawl, dataOf, places, visible, type Bounds, type Reading } from './crawl.ts';
import { startHub, type Hub } from './hub.ts';

/** Words that stand nowhere else and name nobody; one for each text. */
const wordsOf = (stem: string) => ['titel', 'station', 'verlauf', 'hilfe', 'luecke'].map((text) => `${stem}${text}v`);
const released = wordsOf('qzwxrel');
const inReview = wordsOf('qzwxprf');
const draft = wordsOf('qzwxent');
const author: CastKey = 'fallmanagement-b';

let hub: Hub;
let world: MatrixWorld;
let caseId: string;
let number: string;
const sockets: Socket[] = [];
const heard: string[] = [];
/** What koordination read before the recall. */
let before: Reading;

const send = async (path: string, body: Record<string, string | string[]>, who: CastKey, status = 303) => {
	const answer = await sendForm(hub, path, body, world.cookie(who));
	expect([path, answer.status, answer.status === status ? '' : answer.text]).toEqual([path, status, '']);
};
const one = async (statement: string, values: unknown[] = []): Promise<string> =>
	String(Object.values((await world.db.query<Record<string, unknown>>(statement, values)).rows[0]!)[0]);

async function write([title, station, narrative, helped, gap]: string[]): Promise<string> {
	const domain = world.fill('{legal_domain}');
	const analysis = {
		title: `Ein Verlauf: ${title}`,
		ageBand: world.fill('{age_band}'),
		legalDomains: [domain],
		stationMonth: ['1'],
		stationDomain: [domain],
		stationText: [`Ein Antrag wird gestellt, ${station}.`],
		stationBreak: [''],
		narrative: `Eine Frau wartet, ${narrative}.`,
		helped: `Geholfen hat ${helped}.`,
		suspectedGap: `Es fehlt ${gap}.`,
		step: 'save'
	};
	await send('/cases/new', analysis, author);
	return one('select id from case_analysis where title = $1', [analysis.title]);
}

/** A released analysis that stands wherever one can stand: gap, proposal, agenda, evaluation. */
async function spread(): Promise<void> {
	caseId = await write(released);
	await send(`/cases/${caseId}?/submit`, {}, author);
	await send(`/cases/${caseId}?/release`, { version: '1', ticked: [...checklist] }, 'pruefung');
	number = await one('select number from case_analysis where id = $1', [caseId]);
	await send(world.fill('/gaps/{gap_new}?/linkCase'), { caseId }, 'koordination');
	const link = { itemId: world.fill('{item_group}'), to: `case_analysis:${caseId}` };
	await send(world.fill('/meetings/{meeting_group}/agenda?/link'), link, 'koordination');
	const findings = { finding: 'gaps_linked', gapIds: [world.fill('{gap_in_solution}'), world.fill('{gap_confirmed}')] };
	await send(`/cases/${caseId}?/evaluate`, findings, 'koordination');
	await world.db.query('insert into proposal_case (proposal_id, case_id) values ($1, $2)', [
		world.fill('{proposal_decided}'),
		caseId
	]);
}

/** A browser that has the meeting's document open. */
function openMeeting(who: CastKey): Promise<unknown> {
	const extraHeaders = { cookie: world.cookie(who), origin: hub.url };
	const socket = io(hub.url, { transports: ['websocket'], parser, reconnection: false, extraHeaders });
	sockets.push(socket);
	socket.onAny((...what: unknown[]) => heard.push(JSON.stringify(what)));
	const hello = { instance: randomUUID(), client: 4711, vector: new Uint8Array([0]), schema: 1 };
	return new Promise((resolve, reject) => {
		socket.once('connect_error', reject);
		socket.once('connect', () => socket.emit('join', world.fill('meeting:{meeting_group}'), hello, resolve));
	});
}

/** Where something of an analysis could stand; of everything else each fourth page is read. */
const speaks =
	/^\/($|\?|cases|gaps|meetings|proposals|search|thread|decisions|steering|control-list|contributions|inbox|outgoing-mail|audit|profile\/data)/;
const paths = [...new Set(routes.map((line) => line.path))];
const asked = [
	...paths.filter((path) => speaks.test(path)),
	...paths.filter((path) => !speaks.test(path)).filter((_, i) => i % 4 === 0)
];
const bounds: Bounds = { most: 125, follow: (path) => speaks.test(path), alike: 3 };
/** One account for each view: what the second office, the officer and the other member of the committee see, these see. */
const alike: CastKey[] = ['koordination-2', 'fachkraft', 'lenkung'];
const readers = everybody.filter((who) => !alike.includes(who));

const start = (): string[] => [
	...asked.map((path) => world.fill(path)),
	`/cases/${caseId}`,
	dataOf(`/cases/${caseId}`),
	`/cases/${caseId}/edit`,
	`/thread/case_analysis/${caseId}`,
	world.fill(`/meetings/{meeting_group}/labels?refs=case_analysis:${caseId}`),
	...[released, inReview, draft].flatMap((words) => words.map((word) => `/search?q=${word}`)),
	...[released[0]!, inReview[0]!, draft[0]!].flatMap((word) => [
		`/gaps?q=${word}`,
		`/cases?q=${word}`,
		world.fill(`/meetings/{meeting_group}/suggest?links=1&q=${word}`),
		world.fill(`/meetings/{meeting_group}/agenda?find=${word}`)
	])
];
/** A page of hits repeats what was asked for. */
const withoutAsked = (reading: Reading): Reading =>
	new Map(
		[...reading].map(([path, text]) => [path, /[?&](q|find)=/.test(path) ? text.replaceAll(askedIn(path), '#') : text])
	);
const askedIn = (path: string): string => /[?&](?:q|find)=(qzwx\w+)/.exec(path)?.[1] ?? '\0';
const readAs = async (who: CastKey): Promise<Reading> =>
	withoutAsked(await crawl(hub, world.cookie(who), start(), bounds));

beforeAll(async () => {
	hub = await startHub();
	world = await matrixWorld(hub);
	await spread();
	const review = await write(inReview);
	await send(`/cases/${review}?/submit`, {}, author);
	await write(draft);
	expect(await openMeeting('koordination')).toMatchObject({ access: 'write' });
	before = await readAs('koordination');
	await send(`/cases/${caseId}?/recall`, {}, 'mitglied');
}, 300_000);
afterAll(async () => {
	for (const socket of sockets) socket.close();
	await world?.close();
	await hub?.stop();
});

describe('before the recall', () => {
	test.each([
		['its page', () => `/cases/${caseId}`, 5],
		['the list', () => '/cases', 1],
		['the gap it stands behind', () => '/gaps/{gap_new}', 1],
		['the proposal to that gap', () => '/proposals/{proposal_decided}', 1],
		['the meeting that talks of it', () => '/meetings/{meeting_group}', 1],
		['its agenda as a file', () => '/meetings/{meeting_group}/agenda.pdf', 1],
		['what the live agenda shows', () => `/meetings/{meeting_group}/labels?refs=case_analysis:${caseId}`, 1],
		['its thread', () => `/thread/case_analysis/${caseId}`, 1],
		['the thread of the gap', () => '/thread/service_gap/{gap_in_solution}', 1]
	])('%s shows it, so that there is something to take away', (_, path, texts) => {
		const text = before.get(world.fill(path())) ?? '';
		expect(released.filter((word) => text.includes(word)).length).toBeGreaterThanOrEqual(texts);
	});
	test('the search finds it by each of its texts', () => {
		for (const word of [released[0]!, released[2]!, released[3]!, released[4]!])
			expect([word, before.get(`/search?q=${word}`)!.includes(caseId)]).toEqual([word, true]);
	});
});

describe('from the recall on', () => {
	test.each(readers)(
		'%s finds no word of it, on any page, in its data or a file',
		async (who) => {
			const reading = await readAs(who);
			const mine = who === author;
			expect(reading.size).toBeGreaterThan(60);
			expect(places(reading, released)).toEqual([]);
			expect(mine ? [] : places(reading, draft)).toEqual([]);
			expect(mine || who === 'pruefung' ? [] : places(reading, inReview)).toEqual([]);
		},
		180_000
	);

	test('documents that spoke of it say that it was recalled, by its number, to those who could read it', async () => {
		const shown = async (path: string, who: CastKey) => {
			const reading = await crawl(hub, world.cookie(who), [world.fill(path)], { most: 1 });
			return [...reading.values()][0]!;
		};
		for (const path of ['/meetings/{meeting_group}', '/meetings/{meeting_group}/agenda.pdf'])
			expect((await shown(path, 'fachkraft')).replace(/\s+/g, ' ')).toMatch(
				new RegExp(`${number}:? zurückgerufen`, 'i')
			);
		expect(await shown('/meetings/{meeting_group}', 'fachkraft')).toContain(
			'Bitte löschen Sie früher heruntergeladene'
		);
		const labels = `/meetings/{meeting_group}/labels?refs=case_analysis:${caseId}`;
		expect(await shown(labels, 'fachkraft')).toMatch(/zurückgerufen/i);
		expect(await shown(labels, 'gast')).not.toContain(number);
		expect(await shown('/meetings/{meeting_group}', 'gast')).not.toContain(number);
	});

	test('the lists it stood in say that one is missing, without saying which', async () => {
		for (const path of ['/gaps/{gap_new}', '/proposals/{proposal_decided}'])
			for (const who of ['fachkraft', 'koordination'] as const) {
				const page = visible(await (await hub.get(world.fill(path), world.cookie(who))).text());
				expect([path, who, page]).toEqual([
					path,
					who,
					expect.stringMatching(/Eine Einzelfallanalyse wurde zurückgerufen/)
				]);
				expect(page).not.toContain(number);
			}
	});

	test('data protection gets from the recalled analysis to its readers and back, nobody else', async () => {
		const log = `/audit/readings?analysis=${number}`;
		const linksOn = async (path: string, who: CastKey) =>
			visible(await (await hub.get(path, world.cookie(who))).text()).includes(`Wer hat ${number} gelesen?`);
		expect(await linksOn(`/cases/${caseId}`, 'datenschutz')).toBe(true);
		expect(await linksOn(`/cases/${caseId}`, 'koordination')).toBe(false);
		const readings = await (await hub.get(log, world.cookie('datenschutz'))).text();
		expect(readings).toContain(`href="/cases/${caseId}"`);
	});

	test('an open browser is told to look again', () =>
		vi.waitFor(() => expect(heard).toContain(JSON.stringify(['labels', world.fill('meeting:{meeting_group}')])), 5000));

	test('data protection and the office have it to look after, and no socket, mail or inbox says more', async () => {
		const kinds = await world.db.query<{ email: string }>(
			`select a.email from event e join event_tell t on t.event_id = e.id join account a on a.id = t.account_id
				where e.kind = 'case_analysis.recall' and e.thing_id = $1 order by 1`,
			[caseId]
		);
		expect(kinds.rows.map((r) => r.email.split('@')[0])).toEqual(
			expect.arrayContaining(['datenschutz', 'koordination', 'koordination-2'])
		);
		const told = await world.db.query<{ it: string }>(
			`select concat(m) as it from mail m union all select concat(i) from inbox_item i union all select concat(e) from event e
				union all select concat(u) from live_update u`
		);
		const all = [...told.rows.map((r) => r.it), ...heard].join('\n');
		expect([...released, ...inReview, ...draft].filter((word) => all.includes(word))).toEqual([]);
	});

	test('whoever leads a meeting cannot link it any more', async () => {
		const link = { itemId: world.fill('{item_group}'), to: `case_analysis:${caseId}` };
		await sendForm(hub, world.fill('/meetings/{meeting_group}/agenda?/unlink'), link, world.cookie('koordination'));
		await sendForm(hub, world.fill('/meetings/{meeting_group}/agenda?/link'), link, world.cookie('koordination'));
		const reading = await crawl(hub, world.cookie('koordination'), [world.fill('/meetings/{meeting_group}/agenda')], {
			most: 1
		});
		expect(places(reading, released)).toEqual([]);
	});
});

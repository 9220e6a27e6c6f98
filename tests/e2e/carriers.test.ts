/** A carrier finds nothing of another's drafts, authors and queries; authors stay unnamed; a draft is its author's alone. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { routes } from '../matrix/routes.ts';
import { matrixWorld, sendForm, type MatrixWorld } from '../matrix/world.ts';
import { crawl, places, visible, type Reading } from './crawl.ts';
import { demoDatabase, hubOn, type Hub } from './hub.ts';

/** Words that stand nowhere else and resemble no German ones. */
const words = {
	name: 'Zwkqxa Vjyqpo',
	email: 'zwkqxa@vjyqpo.example',
	house: 'Xyvwoq-Haus Kjzuf',
	draft: 'qzwxdrafv',
	caseDraft: 'qzwxkasev',
	sent: 'qzwxsendv',
	query: 'qzwxfragv',
	answer: 'qzwxantwv',
	assigned: 'qzwxzuorv',
	declined: 'qzwxablev',
	reason: 'qzwxgrunv',
	withdrawn: 'qzwxzuruv',
	review: 'qzwxprufv'
} as const;
const authorship = [words.name, words.email, words.house];
const drafts = [words.draft, words.caseDraft];
const betweenSenderAndOffice = [words.sent, words.query, words.answer, words.declined, words.reason, words.withdrawn];
const all = Object.values(words);

const origin = 'https://hub.kreis.example';
/** The demo world is told by a hub for trying out; asked is one as a county runs it, which shows no outgoing mail. */
let database: { url: string; drop(): Promise<void> };
let hub: Hub;
let world: MatrixWorld;
let db: Client;
let author: string;
let before: string[];
let after: string[];
const as = (who: CastKey): string => `__Host-${world.cookie(who)}`;
const heard: Record<string, string[]> = {};
const sockets: Socket[] = [];

/** What changes by these days and counts for itself is left out: nothing does. */
const overview = [
	'/',
	'/gaps',
	'/cases',
	'/contributions',
	'/proposals',
	'/search?q=Kurs',
	'/inbox',
	'/meetings',
	'/bodies'
];
const look = (who: CastKey) =>
	Promise.all(overview.map(async (path) => visible(await (await hub.get(path, as(who))).text())));

function listenAs(name: string, cookie: string): Promise<void> {
	const extraHeaders = { cookie, origin };
	const socket = io(hub.url, { transports: ['websocket'], parser, reconnection: false, extraHeaders });
	sockets.push(socket);
	heard[name] = [];
	socket.onAny((...what: unknown[]) => heard[name]!.push(JSON.stringify(what)));
	return new Promise((resolve, reject) => {
		socket.once('connect', () => resolve());
		socket.once('connect_error', reject);
	});
}
const send = async (path: string, body: Record<string, string | string[]>, cookie: string, status = 303) => {
	const answer = await sendForm(hub, path, body, cookie);
	expect([path, answer.status, answer.status === status ? '' : answer.text]).toEqual([path, status, '']);
	return answer;
};
const one = async <T>(statement: string, values: unknown[] = []): Promise<T> =>
	Object.values((await db.query<Record<string, T>>(statement, values)).rows[0]!)[0]!;

/** A case manager of a third carrier, who has written and clicked all that is nobody's business. */
async function arrive(): Promise<string> {
	const admin = as('admin');
	await send(
		'/admin/organisations',
		{ name: words.house, shortName: words.house, kind: 'carrier', active: 'on' },
		admin
	);
	const organisationId = await one<string>('select id from organisation where name = $1', [words.house]);
	const person = { email: words.email, name: words.name, title: '', organisationId, roles: ['case_manager'] };
	await send('/admin/people/new', person, admin);
	const letter = await one<string>('select body from mail where to_address = $1', [words.email]);
	const password = 'vier Enten gehen spazieren';
	await send(/\/invitation\/[\w-]{43}/.exec(letter)![0], { password, passwordAgain: password }, '', 200);
	const answer = await hub.post('/login', { email: words.email, password });
	return /__Host-session=[^;]+/.exec(answer.headers.getSetCookie().join())![0];
}

/** @returns the report that waits to be assigned */
async function write(cookie: string): Promise<string> {
	const office = as('koordination');
	const report = (text: string) => ({
		clientKey: randomUUID(),
		text: `${text} fehlt.`,
		idea: text,
		phase: world.fill('{phase}'),
		gapType: world.fill('{gap_type}'),
		legalDomains: [world.fill('{legal_domain}')],
		seen: 'on'
	});
	const sendReport = async (text: string): Promise<string> => {
		await send('/reports/new?/send', report(text), cookie);
		return one<string>('select id from gap_report where idea = $1', [text]);
	};
	await send('/reports/new?/save', report(words.draft), cookie);
	const asked = await sendReport(words.sent);
	await send(`/intake/${asked}?/ask`, { question: words.query }, office);
	await send(`/reports/${asked}?/answer`, { text: words.answer }, cookie);
	const assigned = await sendReport(words.assigned);
	const declined = await sendReport(words.declined);
	await send(`/intake/${declined}?/decline`, { reason: 'too_vague', answer: words.reason }, office);
	await send(`/reports/${await sendReport(words.withdrawn)}?/withdraw`, {}, cookie);

	const analysis = (text: string) => ({
		title: text,
		ageBand: world.fill('{age_band}'),
		legalDomains: [world.fill('{legal_domain}')],
		stationMonth: ['1', '2'],
		stationDomain: [world.fill('{legal_domain}'), world.fill('{legal_domain}')],
		stationText: [text, text],
		stationBreak: ['', ''],
		narrative: `Eine Frau wartet. ${text}`,
		helped: text,
		suspectedGap: text,
		step: 'save'
	});
	await send('/cases/new', analysis(words.caseDraft), cookie);
	await send('/cases/new', analysis(words.review), cookie);
	const review = await one<string>('select id from case_analysis where title = $1', [words.review]);
	await send(`/cases/${review}?/submit`, {}, cookie);
	return assigned;
}

/** From here on it counts for a gap, and so it shows: as a count. */
async function stand(cookie: string, assigned: string): Promise<void> {
	await send(`/intake/${assigned}?/assign`, { gapId: world.fill('{gap_confirmed}') }, as('koordination'));
	await send(`/gaps/${world.fill('{gap_new}')}?/join`, { casesBand: '1-2' }, cookie);
}
const handedOn = () =>
	vi.waitFor(
		async () => expect(await one('select count(*)::int from event_tell where handed_on_at is null')).toBe(0),
		20_000
	);

beforeAll(async () => {
	database = await demoDatabase();
	const trial = await hubOn(database.url);
	world = await matrixWorld(trial);
	await trial.stop();
	hub = await hubOn(database.url, { TRIAL: '', ORIGIN: origin, HOST: '127.0.0.1' });
	db = new Client({ connectionString: hub.databaseUrl });
	await db.connect();
	author = await arrive();
	for (const who of ['fallmanagement-b', 'mitglied', 'lenkung', 'koordination'] as const) await listenAs(who, as(who));
	await listenAs('author', author);
	before = await look('fallmanagement-b');
	const assigned = await write(author);
	await handedOn();
	after = await look('fallmanagement-b');
	await stand(author, assigned);
	await handedOn();
});
afterAll(async () => {
	for (const socket of sockets) socket.close();
	await db?.end();
	await world?.close();
	await hub?.stop();
	await database?.drop();
});

const start = (): string[] => routes.map((line) => world.fill(line.path));
const readAs = (who: CastKey): Promise<Reading> => crawl(hub, as(who), start());
/** Where who leads a body chooses people, as who carries out a decision, and the office houses: all, by name and house. */
const choosing = /\/(members|invite|decisions|agreements|prepare|circulations\/new)\b/;
const without = (reading: Reading, paths: RegExp): Reading =>
	new Map([...reading].filter(([path]) => !paths.test(path)));

describe('what the author wrote', () => {
	test('she finds herself, so that it is there to be found', async () => {
		const reading = await crawl(hub, author, ['/', '/contributions', '/profile', '/cases', '/reports/new']);
		const found = all.filter((word) => places(reading, [word]).length > 0);
		expect(found).toEqual(all);
	});

	test('the office finds what was sent to it, without its sender, and no draft', async () => {
		const reading = await readAs('koordination');
		expect(places(reading, [words.sent]).length).toBeGreaterThan(0);
		expect(places(reading, [...drafts, words.review])).toEqual([]);
		expect(places(without(reading, choosing), authorship)).toEqual([]);
		const id = await one<string>('select id from gap_report where idea = $1', [words.sent]);
		const report = await crawl(
			hub,
			as('koordination'),
			[`/intake/${id}`, `/reports/${id}`, `/thread/gap_report/${id}`],
			{ most: 3 }
		);
		expect(places(report, [words.answer]).length).toBeGreaterThan(0);
		expect(places(report, authorship)).toEqual([]);
	});

	test('the reviewer finds what waits for her, without its author', async () => {
		const reading = await readAs('pruefung');
		expect(places(reading, [words.review]).length).toBeGreaterThan(0);
		expect(places(reading, [...authorship, ...drafts, ...betweenSenderAndOffice])).toEqual([]);
	});

	test.each(['fallmanagement-b', 'mitglied', 'vorsitz', 'lenkung', 'federfuehrung', 'gast'] as const)(
		'%s finds none of it, on any page, in its data or a file',
		async (who) => {
			const reading = await readAs(who);
			expect(reading.size).toBeGreaterThan(40);
			expect(places(who === 'vorsitz' ? without(reading, choosing) : reading, all)).toEqual([]);
		}
	);

	test('data protection reads in the log who did something, and nothing else', async () => {
		const reading = await readAs('datenschutz');
		expect(places(reading, [words.name]).length).toBeGreaterThan(0);
		expect(places(without(reading, /^\/audit/), [words.name])).toEqual([]);
		expect(
			places(
				reading,
				all.filter((word) => word !== words.name)
			)
		).toEqual([]);
	});

	test('the administration knows people and houses, and no word of theirs', async () => {
		const reading = await readAs('admin');
		expect(places(reading, [words.email]).length).toBeGreaterThan(0);
		expect(places(without(reading, /^\/admin/), [words.name, words.email])).toEqual([]);
		expect(
			places(
				reading,
				all.filter((word) => !(authorship as string[]).includes(word))
			)
		).toEqual([]);
	});
});

describe('what the other carrier notices', () => {
	const notB = ['fallmanagement-b', 'mitglied', 'lenkung'] as const;

	test('no count, list or date of his pages changes', () => expect(after).toEqual(before));

	test.each(notB)('a search of %s finds as much as for a word nobody wrote', async (who) => {
		/** The page shows what was asked for; all else must be the same. */
		const found = async (path: string, word: string) => {
			const answer = await hub.get(path + word, as(who));
			return `${answer.status} ${visible(await answer.text()).replaceAll(word, '#')}`;
		};
		for (const path of ['/search?q=', '/gaps?q=', '/cases?q=', '/proposals?q=', '/search?tab=people&q=']) {
			const none = await found(path, 'qzwxniemv');
			for (const word of all.map((w) => w.split(/[ @]/)[0]!))
				expect([path, word, await found(path, word)]).toEqual([path, word, none]);
		}
	});

	test('nor do known gaps offered while he types', async () => {
		for (const word of all) {
			const typed = { clientKey: randomUUID(), text: `${word} fehlt.`, auto: 'on' };
			const { text } = await sendForm(hub, '/reports/new?/save', typed, as('fallmanagement-b'));
			expect(text.replaceAll(`${word} fehlt.`, '')).not.toContain(word);
		}
	});

	test('no socket, inbox or mail tells', async () => {
		expect(heard.koordination!.length).toBeGreaterThan(0);
		expect(heard.author!.length).toBeGreaterThan(0);
		for (const who of notB) expect([who, heard[who]]).toEqual([who, []]);
		const told = Object.values(heard).flat().join();
		expect(all.filter((word) => told.includes(word))).toEqual([]);
		const mails = await db.query<{ it: string }>(`select m::text as it from mail m where to_address <> $1`, [
			words.email
		]);
		const inbox = await db.query<{ it: string }>(`select i::text as it from inbox_item i`);
		const events = await db.query<{ it: string }>(`select e::text as it from event e`);
		for (const { it } of [...mails.rows, ...inbox.rows, ...events.rows])
			expect(all.filter((word) => it.includes(word))).toEqual([]);
	});

	test('a mail to the author herself says that something waits, and nothing of it', async () => {
		const mails = await db.query<{ it: string }>(
			`select concat(subject, body, calendar) as it from mail where to_address = $1`,
			[words.email]
		);
		expect(mails.rows.length).toBeGreaterThan(1);
		const text = mails.rows.map((r) => r.it).join();
		expect([...drafts, ...betweenSenderAndOffice, words.assigned].filter((word) => text.includes(word))).toEqual([]);
	});
});

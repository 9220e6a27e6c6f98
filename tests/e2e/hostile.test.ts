/** Nonsense and malice in every form: never a failure of the server, never markup echoed, and what was typed is kept. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions, type ActionLine, type Fields } from '../matrix/actions.ts';
import { matrixWorld, sendForm, type MatrixWorld } from '../matrix/world.ts';
import { startHub, type Hub } from './hub.ts';

let hub: Hub;
let world: MatrixWorld;
beforeAll(async () => {
	hub = await startHub();
	world = await matrixWorld(hub);
});
afterAll(async () => {
	await world?.close();
	await hub?.stop();
});

const markup = `<script>alert(1)</script>"><img src=x onerror=alert(1)>'; drop table event; --`;
const nonsense: Record<string, string | string[]> = {
	nothing: '',
	blank: '   ',
	twice: ['a', 'b'],
	long: `${'x'.repeat(100_000)}ä`,
	nul: 'a\u0000b',
	surrogate: 'a\ud800b',
	reversed: 'a\u202eb\u0007c',
	markup,
	path: '../../etc/passwd',
	huge: '99999999999999999999999999',
	negative: '-1',
	exponent: '1e999',
	noDay: '2026-02-30',
	farDay: '275760-09-14',
	noId: '00000000-0000-0000-0000-00000000000g',
	otherId: '00000000-0000-4000-8000-000000000000',
	prototype: '__proto__',
	template: '${7*7}{{7*7}}%s%n'
};
/** They differ in what they say, and no field's parser tells them apart: once for all fields of a form is enough. */
const sayings: ReadonlySet<string> = new Set(['reversed', 'markup', 'path', 'template']);
const sender = (line: ActionLine) => (line.may === 'world' ? 'mitglied' : line.may[0])!;
/** These end the session or the account of who sends them, or of everybody. */
const ending = /logout|end_?[sS]ession|everywhere|close$/;
const lines = actions.filter((l) => !ending.test(l.action) && (l.may === 'world' || l.may.length > 0));
const each = async <T>(items: readonly T[], run: (item: T) => Promise<void>) => {
	const queue = [...items];
	const work = async () => {
		for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
	};
	await Promise.all(Array.from({ length: 4 }, work));
};
const isEcho = (text: string): boolean => text.includes('<script>alert(1)') || text.includes('<img src=x');

test('every field of every form takes any nonsense and answers with a page, a refusal or a step', async () => {
	const wrong: string[] = [];
	await each(lines, async (line) => {
		const body = world.filled(line.body);
		const cookie = world.cookie(sender(line));
		const send = async (what: string, fields: Fields) => {
			const sent = () => sendForm(hub, world.addressOf(line), fields, cookie);
			// what is too long may be cut off before all of it is sent; a hub that is gone does not answer the second time either
			const { status, text } = await sent().catch(sent);
			if (status >= 500 || status < 200) wrong.push(`${line.action} ${what}: ${status} ${text.slice(0, 200)}`);
		};
		for (const name of Object.keys(body)) {
			const { [name]: _left, ...rest } = body;
			await send(`without ${name}`, rest);
			for (const [kind, value] of Object.entries(nonsense))
				if (!sayings.has(kind)) await send(`${name} is ${kind}`, { ...body, [name]: value });
		}
		for (const [kind, value] of Object.entries(nonsense))
			await send(`all are ${kind}`, Object.fromEntries(Object.keys(body).map((name) => [name, value])));
		await send('nothing at all', {});
		await send('fields nobody asked for', { ...body, __proto__: 'x', constructor: 'x', 'a[b][c]': 'x' });
	});
	expect(wrong).toEqual([]);
});

test('a refused form shows what was typed, as text, and says why in German', async () => {
	const wrong: string[] = [];
	await each(lines, async (line) => {
		const body = world.filled(line.body);
		const texts = Object.keys(body).filter((n) => /text|title|name|wording|objection|result|reason|goal/i.test(n));
		if (!texts.length) return;
		// everything typed is markup, and whatever else the form asks for is missing
		const typed: Fields = Object.fromEntries(texts.map((n) => [n, markup]));
		const answer = await hub.post(world.addressOf(line), typed, world.cookie(sender(line)));
		const html = await answer.text();
		if (isEcho(html)) wrong.push(`${line.action}: echoed as markup`);
		if (answer.status >= 500) wrong.push(`${line.action}: ${answer.status}`);
		if (answer.status === 422 && !html.includes('lang="de"')) wrong.push(`${line.action}: no German page`);
	});
	expect(wrong).toEqual([]);
});

test('whatever is no form is refused: other types, broken parts, too many fields', async () => {
	const wrong: string[] = [];
	const bodies: [type: string, body: string][] = [
		['application/json', '{"text":"x"}'],
		['text/plain', 'text=x'],
		['multipart/form-data; boundary=x', '--y\r\nbroken'],
		['multipart/form-data', 'no boundary'],
		['application/x-www-form-urlencoded', '%E0%A4%A&%=%%%'],
		['application/x-www-form-urlencoded', Array.from({ length: 20_000 }, (_, i) => `f${i}=x`).join('&')]
	];
	await each(lines, async (line) => {
		for (const [type, body] of bodies) {
			const answer = await fetch(hub.url + world.addressOf(line), {
				method: 'POST',
				body,
				redirect: 'manual',
				headers: {
					cookie: world.cookie(sender(line)),
					origin: hub.url,
					'sec-fetch-site': 'same-origin',
					'content-type': type
				}
			});
			await answer.arrayBuffer();
			if (answer.status >= 500) wrong.push(`${line.action} ${type}: ${answer.status}`);
		}
	});
	expect(wrong).toEqual([]);
});

test('every page takes any nonsense in its address', async () => {
	const { routes } = await import('../matrix/routes.ts');
	const wrong: string[] = [];
	const values = [
		'',
		'0',
		'-1',
		'1e9',
		'99999999999999999999',
		'NaN',
		'\'"<b>',
		'%00',
		'%ED%A0%80',
		'../..',
		'ä'.repeat(100)
	];
	const names = [
		'page',
		'q',
		'tab',
		'state',
		'sort',
		'find',
		'body',
		'bodyId',
		'since',
		'year',
		'kind',
		'next',
		'done'
	];
	await each(routes, async (line) => {
		const who = line.may === 'world' ? null : line.may[0];
		if (!who && line.may !== 'world') return;
		const cookie = who ? world.cookie(who) : '';
		const path = world.fill(line.path);
		const join = path.includes('?') ? '&' : '?';
		const addresses = [
			...values.map(
				(v) => `${path}${join}${names.map((n) => `${n}=${v.startsWith('%') ? v : encodeURIComponent(v)}`).join('&')}`
			),
			...values
				.filter((v) => v && v !== '../..')
				.map((v) => line.path.replace(/\{\w+\}/g, v.startsWith('%') ? v : encodeURIComponent(v)))
		];
		for (const address of new Set(addresses)) {
			const answer = await hub.get(address, cookie);
			const html = await answer.text();
			if (answer.status >= 500 || /'"<b>/.test(html)) wrong.push(`${address.slice(0, 120)}: ${answer.status}`);
		}
	});
	expect(wrong).toEqual([]);
});

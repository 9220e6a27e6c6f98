/** The interface for programs from outside: who gets what by which token, and that no draft is ever among it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from 'pg';
import { people, type CastKey } from '#demo/cast.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { apiRoutes } from '../matrix/api.ts';
import { everybody, type Group } from '../matrix/cast.ts';
import { matrixWorld, sendForm, type MatrixWorld } from '../matrix/world.ts';
import { flawsOf, flawsOfList } from '../oparl/validate.ts';
import { textOf } from '../pdf-text.ts';
import { startHub, type Hub } from './hub.ts';

const api = '/oparl/1.1';
let hub: Hub;
let world: MatrixWorld;
let db: Client;
const tokens = new Map<CastKey, string>();
beforeAll(async () => {
	hub = await startHub();
	world = await matrixWorld(hub);
	db = world.db;
	for (const who of everybody) tokens.set(who, await makeToken(who));
});
afterAll(async () => {
	await world?.close();
	await hub?.stop();
});
beforeEach(() => db.query('delete from rate_limit'));

/** By the form, as the page shows it once. */
async function makeToken(who: CastKey, expiresOn = addDays(today(), 30)): Promise<string> {
	const answer = await hub.post('/profile/tokens?/create', { name: 'Crawler', expiresOn }, world.cookie(who));
	const token = /lkl_[\w-]{43}/.exec(await answer.text())?.[0];
	if (!token) throw new Error(`no token for ${who}: ${answer.status}`);
	return token;
}
const ask = (path: string, token?: string | null, headers: Record<string, string> = {}) =>
	fetch(path.startsWith('http') ? path : hub.url + path, {
		redirect: 'manual',
		headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers }
	});
const isIn = (group: Group, who: CastKey): boolean => group === 'world' || group.includes(who);
const wrongError = async (answer: Response, status: number): Promise<string | null> => {
	const body = (await answer.json()) as Record<string, unknown>;
	const right =
		answer.status === status &&
		body.type === 'https://schema.oparl.org/1.1/Error' &&
		typeof body.message === 'string' &&
		Object.keys(body).join() === 'type,message,debug' &&
		answer.headers.get('access-control-allow-origin') === '*';
	return right ? null : `${answer.status} ${JSON.stringify(body)}`;
};

describe('each route', () => {
	test('answers those who may, and is not there for others', async () => {
		const wrong: string[] = [];
		for (const line of apiRoutes)
			for (const who of everybody) {
				const answer = await ask(api + world.fill(line.path), tokens.get(who));
				const said = `${line.path} ${who}`;
				if (!isIn(line.may, who)) {
					const flaw = await wrongError(answer, 404);
					if (flaw) wrong.push(`${said}: ${flaw}`);
				} else if (answer.status !== 200) wrong.push(`${said}: ${answer.status}`);
				else if (line.filled) {
					const { data } = (await answer.json()) as { data: unknown[] };
					if (data.length > 0 !== isIn(line.filled, who)) wrong.push(`${said}: ${data.length} in it`);
				} else await answer.arrayBuffer();
			}
		expect(wrong).toEqual([]);
	});

	test('tells nothing without a token, and nothing for a session', async () => {
		const wrong: string[] = [];
		for (const line of apiRoutes) {
			await db.query('delete from rate_limit');
			for (const headers of [undefined, { cookie: world.cookie('koordination') }]) {
				const answer = await ask(api + world.fill(line.path), null, headers);
				if (line.may !== 'world') {
					const flaw = await wrongError(answer, 404);
					if (flaw) wrong.push(`${line.path}: ${flaw}`);
				} else {
					const body = (await answer.json()) as { data?: unknown[]; name?: string };
					if (answer.status !== 200 || body.data?.length || body.name) wrong.push(line.path);
				}
			}
		}
		expect(wrong).toEqual([]);
	});

	test('refuses a token that is revoked, expired, invented or of a closed account', async () => {
		const revoked = await makeToken('mitglied');
		await db.query(
			`delete from access_token where id = (select id from access_token order by created_at desc limit 1)`
		);
		const expired = await makeToken('mitglied');
		await db.query(
			`update access_token set expires_on = current_date - 2 where id = (select id from access_token order by created_at desc limit 1)`
		);
		const closed = await makeToken('lenkung');
		await db.query(`update account set state = 'closed' where name = $1`, [people.lenkung.name]);
		const wrong: string[] = [];
		for (const line of apiRoutes)
			for (const token of [revoked, expired, closed, `lkl_${'x'.repeat(43)}`, 'x']) {
				const answer = await ask(api + world.fill(line.path), token);
				const flaw = await wrongError(answer, 401);
				if (flaw || !answer.headers.get('www-authenticate')) wrong.push(`${line.path}: ${flaw}`);
				await db.query('delete from rate_limit');
			}
		await db.query(`update account set state = 'active' where name = $1`, [people.lenkung.name]);
		expect(wrong).toEqual([]);
	});

	test('is only read, and what is none says so as the others do', async () => {
		const token = tokens.get('koordination');
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const answer = await fetch(hub.url + api, {
				method,
				headers: { authorization: `Bearer ${token}`, origin: hub.url }
			});
			expect([method, await wrongError(answer, 405)]).toEqual([method, null]);
		}
		for (const path of ['/nothing', '/body/1/meeting/3/4', '/meeting/%00', "/meeting/'"])
			expect([path, (await ask(api + path, token)).status]).toEqual([path, path.includes('%00') ? 308 : 404]);
		expect(await wrongError(await ask(`${api}/nothing/at/all`, token), 404)).toBeNull();
		for (const query of ['created_since=gestern', 'modified_until=2026', 'limit=0', 'after=x'])
			expect(await wrongError(await ask(`${api}/body/1/meeting?${query}`, token), 400)).toBeNull();
	});
});

describe('a token', () => {
	test('opens no page, no form and no file of the hub', async () => {
		const token = tokens.get('koordination')!;
		for (const path of ['/', '/gaps', '/profile/tokens', '/profile/data.json', '/gaps.xlsx']) {
			const answer = await ask(path, token);
			expect([path, answer.status, answer.headers.get('location')?.startsWith('/login')]).toEqual([path, 303, true]);
		}
		const headers = { authorization: `Bearer ${token}` };
		const sent = await hub.post('/profile/tokens?/create', { name: 'x', expiresOn: today() }, '', headers);
		expect([sent.status, sent.headers.get('location')]).toEqual([303, '/login']);
	});

	test('is taken from pages anywhere, and no cookie with it', async () => {
		const from = { origin: 'https://elsewhere.example' };
		const before = await fetch(`${hub.url}${api}/body/1`, {
			method: 'OPTIONS',
			headers: { ...from, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' }
		});
		expect(before.status).toBe(204);
		expect(before.headers.get('access-control-allow-methods')).toBe('GET');
		expect(before.headers.get('access-control-allow-headers')).toBe('authorization, if-none-match');
		const answer = await ask(`${api}/body/1`, tokens.get('mitglied'), from);
		for (const a of [before, answer]) {
			expect(a.headers.get('access-control-allow-origin')).toBe('*');
			expect(a.headers.get('access-control-allow-credentials')).toBeNull();
			expect(a.headers.get('set-cookie')).toBeNull();
		}
		// a page of the hub is as closed as ever
		expect((await hub.get('/gaps', world.cookie('mitglied'))).headers.get('access-control-allow-origin')).toBeNull();
	});

	test('does not get again what it has, and as soon as it may see less, it has nothing', async () => {
		const token = tokens.get('mitglied');
		for (const path of ['', '/body', '/body/1', '/body/1/paper', world.fill('/paper/{proposal_decided}')]) {
			const first = await ask(api + path, token);
			await first.arrayBuffer();
			const mark = { 'if-none-match': first.headers.get('etag')! };
			const again = await ask(api + path, token, mark);
			expect([path, first.status, again.status, await again.text()]).toEqual([path, 200, 304, '']);
			expect(first.headers.get('cache-control')).toBe('private, no-cache');
			expect(first.headers.get('last-modified')).toMatch(/GMT$/);
			expect((await ask(api + path, null, mark)).status).not.toBe(304);
			expect((await ask(api + path, 'x', mark)).status).toBe(401);
		}
	});

	test('may ask so often, and then waits', async () => {
		const token = await makeToken('fachkraft');
		const states = [];
		for (let i = 0; i < 620; i += 20)
			states.push(...(await Promise.all(Array.from({ length: 20 }, async () => (await ask(api, token)).status))));
		expect(states.filter((s) => s === 200)).toHaveLength(600);
		expect(states.at(-1)).toBe(429);
		expect((await ask(api, tokens.get('mitglied'))).status).toBe(200);
	});

	test('is shown once, listed by its name, and ends with a click of its owner or the administrator', async () => {
		const cookie = world.cookie('vorsitz');
		const [mine, other] = [await makeToken('vorsitz'), await makeToken('vorsitz')];
		const page = await (await hub.get('/profile/tokens', cookie)).text();
		expect(page).toContain('Crawler');
		expect(page).not.toContain(mine);
		const account = `(select id from account where name = $1)`;
		const ids = await db.query<{ id: string; account_id: string }>(
			`select id, account_id from access_token where account_id = ${account} order by created_at desc limit 2`,
			[people.vorsitz.name]
		);
		expect((await sendForm(hub, '/profile/tokens?/revoke', { token: ids.rows[1]!.id }, cookie)).status).toBe(303);
		expect((await ask(api, mine)).status).toBe(401);
		expect((await ask(api, other)).status).toBe(200);
		const { id, account_id: who } = ids.rows[0]!;
		const shown = await (await hub.get(`/admin/people/${who}`, world.cookie('admin'))).text();
		expect(shown).toContain(id);
		expect(shown).not.toContain('Crawler');
		const revoked = await sendForm(hub, `/admin/people/${who}?/revokeToken`, { token: id }, world.cookie('admin'));
		expect(revoked.status).toBe(303);
		expect((await ask(api, other)).status).toBe(401);
	});

	test('tells less the moment its owner may see less', async () => {
		const token = tokens.get('gast');
		const path = api + world.fill('/meeting/{meeting_group}');
		expect((await ask(path, token)).status).toBe(200);
		await db.query(
			`update invitation set access_until = current_date - 2 where guest and account_id =
			(select id from account where name = $1)`,
			[people.gast.name]
		);
		expect((await ask(path, token)).status).toBe(404);
		await db.query(
			`update invitation set access_until = current_date + 30 where guest and account_id =
			(select id from account where name = $1)`,
			[people.gast.name]
		);
	});
});

const textsIn = (value: unknown): string[] =>
	typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
/** Everything that can be reached from the entrance, by the links of the answers alone. */
async function walk(token: string) {
	const seen = new Map<string, unknown>();
	const papers: string[] = [];
	const flaws: string[] = [];
	const queue = [hub.url + api];
	for (let asked = 0; queue.length;) {
		const url = queue.shift()!;
		if (seen.has(url)) continue;
		if (++asked % 400 === 0) await db.query('delete from rate_limit');
		const answer = await ask(url, token);
		if (/\/(content|download)$/.test(url)) {
			const pdf = new Uint8Array(await answer.arrayBuffer());
			const named = answer.headers.get('content-disposition') ?? '';
			if (!named.startsWith(url.endsWith('download') ? 'attachment' : 'inline')) flaws.push(`${url}: ${named}`);
			if (answer.status === 200 && url.endsWith('content')) papers.push(textOf(pdf));
			seen.set(url, null);
			if (answer.status !== 200) flaws.push(`${url}: ${answer.status}`);
			continue;
		}
		const body = (await answer.json()) as Record<string, unknown>;
		seen.set(url, body);
		if (answer.status !== 200) flaws.push(`${url}: ${answer.status}`);
		flaws.push(...('data' in body ? flawsOfList(body) : flawsOf(body)).map((f) => `${url}: ${f}`));
		if (!('data' in body) && body.id !== url) flaws.push(`${url}: says it is ${String(body.id)}`);
		const links = JSON.stringify(body).matchAll(/"(https?:[^"]+)"/g);
		for (const [, link] of links) if (link!.startsWith(hub.url + api)) queue.push(link!);
	}
	return { text: [...seen.values()].flatMap(textsIn).join('\n'), papers: papers.join('\n'), flaws, asked: seen.size };
}

describe('all that can be reached', () => {
	/** What nobody is told: drafts, analyses, reports, comments, inner addresses. */
	const hidden = async (): Promise<string[]> => {
		const columns = [
			`select narrative from case_analysis`,
			`select title from case_analysis`,
			`select suspected_gap from case_analysis`,
			`select text from gap_report`,
			`select text from comment`,
			`select link from meeting`,
			`select title from proposal p where state not in ('admitted','in_circulation','scheduled','decided','postponed','superseded')
				and not exists (select from agenda_item i where i.title like '%' || p.title || '%')`,
			`select outline ->> 'problem' from proposal where state not in ('admitted','in_circulation','scheduled','decided','postponed','superseded')`,
			`select outline ->> 'solution' from proposal where state not in ('admitted','in_circulation','scheduled','decided','postponed','superseded')`,
			`select i.title from agenda_item i join meeting m on m.id = i.meeting_id where m.state in ('draft', 'scheduled')
				and not exists (select from proposal p where p.title = i.title)
				and not exists (select from agenda_item x join meeting n on n.id = x.meeting_id where x.title = i.title and n.state not in ('draft', 'scheduled'))`,
			`select a.title from agenda_item a where a.state = 'backlog' and not exists
				(select from agenda_item x where x.title = a.title and x.state <> 'backlog')`,
			`select result from agenda_item i join meeting m on m.id = i.meeting_id where m.minutes_state <> 'approved'
				and not exists (select from decision d where d.meeting_id = m.id)
				and not exists (select from agenda_item x join meeting n on n.id = x.meeting_id
					where x.result = i.result and n.minutes_state = 'approved')`,
			`select email from account`
		];
		const found: (string | null | undefined)[] = [];
		for (const column of columns)
			for (const row of (await db.query<Record<string, string | null>>(column)).rows) found.push(Object.values(row)[0]);
		return [...new Set(found)].flatMap((text) => (text && text.trim().length > 11 ? [text.trim()] : []));
	};

	test.each(everybody)('by %s fits the schema and holds no draft', async (who) => {
		const canaries = await hidden();
		expect(canaries.length).toBeGreaterThan(100);
		const { text, papers, flaws, asked } = await walk(tokens.get(who)!);
		expect(flaws).toEqual([]);
		expect(asked).toBeGreaterThan(10);
		expect(canaries.filter((c) => text.includes(c))).toEqual([]);
		// what stands in approved minutes was put there by those who approved them
		const approved = (await db.query<{ html: string }>('select html from minutes_version')).rows
			.map((r) => r.html)
			.join();
		expect(canaries.filter((c) => papers.includes(c) && !approved.includes(c))).toEqual([]);
		const names = (await db.query<{ name: string }>('select name from account')).rows.map((r) => r.name);
		expect(names.filter((name) => text.includes(name))).toEqual([]);
	});

	test('without a token is the entrance', async () => {
		const found = await ask(api);
		expect(flawsOf(await found.json())).toEqual([]);
	});
});

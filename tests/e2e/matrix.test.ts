/** Every page, endpoint, form action and socket event of the source × every role, asked from outside. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastKey } from '#demo/cast.server.ts';
import { actions } from '../matrix/actions.ts';
import { apiRoutes } from '../matrix/api.ts';
import { everybody, type Group } from '../matrix/cast.ts';
import { routes, socketEvents, type RouteLine } from '../matrix/routes.ts';
import { actionsIn, routesIn, socketEventsIn } from '../matrix/source.ts';
import { matrixWorld, said, type MatrixWorld } from '../matrix/world.ts';
import { startHub, type Hub } from './hub.ts';

const unique = (names: string[]): string[] => [...new Set(names)].sort();

describe('each entry has a line that says who may, and each line an entry', () => {
	test('pages and endpoints', () =>
		expect(unique([...routes, ...apiRoutes].map((r) => r.route))).toEqual(routesIn('src/routes')));
	test('form actions', () => expect(unique(actions.map((a) => a.action))).toEqual(actionsIn('src/routes')));
	test('socket events', () => expect(Object.keys(socketEvents).sort()).toEqual(socketEventsIn('src/realtime')));
});

describe('on the running hub', () => {
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

	const mayNot = (may: Group): CastKey[] => (may === 'world' ? [] : everybody.filter((who) => !may.includes(who)));
	const all = async <T>(items: readonly T[], run: (item: T) => Promise<string | null>): Promise<string[]> => {
		const wrong: string[] = [];
		const queue = [...items];
		const work = async () => {
			for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
				const found = await run(item);
				if (found) wrong.push(found);
			}
		};
		await Promise.all(Array.from({ length: 4 }, work));
		return wrong.sort();
	};
	const dataOf = (path: string): string => {
		const [address = '', query] = path.split('?');
		return `${address === '/' ? '' : address}/__data.json${query ? `?${query}` : ''}`;
	};
	const isPage = (line: RouteLine) =>
		!/\.(ics|xlsx|csv|pdf|docx|json)$/.test(line.route) && line.route !== 'GET /health';

	test('a page opens for those who may, and is not there for others', async () => {
		const asked = routes.flatMap((line) => everybody.map((who) => ({ line, who })));
		const wrong = await all(asked, async ({ line, who }) => {
			const path = world.fill(line.path);
			const answer = await hub.get(path, world.cookie(who));
			const text = await answer.text();
			const got = `${line.route} ${line.path} ${who}: ${answer.status} ${answer.headers.get('location') ?? ''}`;
			if (line.may === 'world' || line.may.includes(who)) {
				const to = line.route === 'GET /(open)/login' ? '/' : line.to;
				if (!to) return answer.status === 200 ? null : got;
				return answer.status === 303 && answer.headers.get('location') === world.fill(to) ? null : got;
			}
			if (answer.status !== 404) return got;
			const missing = world.fill(line.path, false);
			if (missing === path) return null;
			return said(await (await hub.get(missing, world.cookie(who))).text()) === said(text)
				? null
				: `${got}, but what does not exist looks different`;
		});
		expect(wrong).toEqual([]);
	});

	test('the data behind a page is given to nobody who may not open the page', async () => {
		const asked = routes.filter(isPage).flatMap((line) => mayNot(line.may).map((who) => ({ line, who })));
		const wrong = await all(asked, async ({ line, who }) => {
			const answer = await hub.get(dataOf(world.fill(line.path)), world.cookie(who));
			const text = await answer.text();
			const data = answer.ok ? (JSON.parse(text.split('\n')[0]!) as { nodes?: ({ type: string } | null)[] }) : null;
			return answer.status === 404 || data?.nodes?.at(-1)?.type === 'error'
				? null
				: `${line.path} ${who}: ${answer.status} ${text.slice(0, 200)}`;
		});
		expect(wrong).toEqual([]);
	});

	test('nobody is sent to the login, but for the open pages', async () => {
		const wrong = await all(routes, async (line) => {
			const path = world.fill(line.path);
			const answer = await hub.get(path);
			const got = `${path}: ${answer.status} ${answer.headers.get('location') ?? ''}`;
			if (line.may === 'world') return answer.status === (line.to ? 303 : 200) ? null : got;
			const to = path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`;
			if (answer.status !== 303 || answer.headers.get('location') !== to || (await answer.text())) return got;
			if (!isPage(line)) return null;
			const data = (await (await hub.get(dataOf(path))).json()) as { type: string; location: string };
			return data.type === 'redirect' && data.location.startsWith('/login')
				? null
				: `${dataOf(path)}: ${JSON.stringify(data).slice(0, 200)}`;
		});
		expect(wrong).toEqual([]);
	});

	/** All that people wrote: every table but those that change by themselves or by reading. */
	const fingerprint = async (): Promise<string> => {
		const found = await world.db.query<{ name: string }>(
			`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
				and table_name not in ('session', 'rate_limit', 'event_tell', 'mail', 'inbox_item', 'live_node') order by 1`
		);
		const parts = found.rows.map(({ name }) =>
			name === 'event'
				? `(select count(*)::text from event where kind <> 'case_analysis.read')`
				: `(select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "${name}" t)`
		);
		return Object.values(
			(await world.db.query<Record<string, string>>(`select concat_ws(' ', ${parts.join(', ')}) as all`)).rows[0]!
		).join();
	};

	test('a form is refused to all who may not send it, and nothing changes', async () => {
		const wrong: string[] = [];
		let before = await fingerprint();
		for (const line of actions) {
			const found = await all(mayNot(line.may), async (who) => {
				const { status, text } = await world.send(line, who);
				const got = `${line.action} ${line.path} ${who}: ${status} ${status === 403 ? '' : text.slice(0, 160)}`;
				if (status === 403)
					return !line.seenAt || (await hub.get(world.fill(line.seenAt), world.cookie(who))).status === 200
						? null
						: `${got}, though the thing is hidden`;
				if (status !== 404) return got;
				if (!line.path.includes('{')) return null;
				const missing = await world.send(line, who, false);
				return said(missing.text) === said(text)
					? null
					: `${got}, but what does not exist answers ${missing.status} ${missing.text.slice(0, 100)}`;
			});
			wrong.push(...found);
			if (line.may !== 'world') {
				const nobody = await hub.post(world.addressOf(line), world.filled(line.body));
				if (nobody.status !== 303 || nobody.headers.get('location') !== '/login')
					wrong.push(`${line.action} nobody: ${nobody.status}`);
			}
			const after = await fingerprint();
			if (after !== before) wrong.push(`${line.action} ${line.path}: something changed`);
			before = after;
		}
		expect(wrong).toEqual([]);
	});

	test('the same form is heard from those who may send it', async () => {
		const wrong: string[] = [];
		for (const line of actions) {
			const who = line.may === 'world' ? 'mitglied' : line.may[0];
			if (!who) continue;
			const { status, text } = await world.send(line, who);
			if (status !== line.then)
				wrong.push(`${line.action} ${line.path} ${who}: ${status} instead of ${line.then} ${text.slice(0, 300)}`);
		}
		expect(wrong).toEqual([]);
	});
});

/** The running demo world as the matrix needs it: everybody logged in, every thing found, every form ready to send. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { periodsAt } from '#concepts/cases/lists.rules.ts';
import type { CastKey } from '#demo/cast.server.ts';
import { today } from '#platform/clock.ts';
import type { Hub } from '../e2e/hub.ts';
import type { ActionLine, Fields } from './actions.ts';
import { everybody } from './cast.ts';
import { things, type ThingName } from './things.ts';

export type Answer = { status: number; text: string };
export type MatrixWorld = {
	db: Client;
	cookie(who: CastKey): string;
	/** Puts ids in for {names}; `real: false` puts ids in that belong to nothing. */
	fill(text: string, real?: boolean): string;
	filled(body: Fields): Fields;
	/** Where the form is sent to. */
	addressOf(line: ActionLine, real?: boolean): string;
	/** Sends it as the page does with JavaScript: then the answer names the action's own status. */
	send(line: ActionLine, who: CastKey, real?: boolean): Promise<Answer>;
	close(): Promise<void>;
};

export async function matrixWorld(hub: Hub): Promise<MatrixWorld> {
	const db = new Client({ connectionString: hub.databaseUrl });
	await db.connect();
	const cookies = new Map<CastKey, string>();
	for (const who of everybody) cookies.set(who, await hub.login(who));
	const cookie = (who: CastKey): string => cookies.get(who)!;
	await hub.post('/gaps?/save', { name: 'Meine Sicht', query: 'state=new' }, cookie('fallmanagement-a'));
	const list = { period: periodsAt(today())[0]!, field: 'gender', code: ['G_F'], cases: ['12'] };
	await hub.post('/cases/lists/new?/counts', list, cookie('fallmanagement-a'));
	const access = { name: 'Ein Programm', expiresOn: today() };
	for (const who of ['fallmanagement-a', 'fallmanagement-b'] as const)
		await hub.post('/profile/tokens?/create', access, cookie(who));
	const ids = await idsOf(db);
	for (const [name, address] of [
		['sheet_token', `/results/${ids.get('sheet_released')!}?/link`],
		['feed_token', '/results?/link']
	] as const)
		ids.set(name, await tokenFrom(hub, address, cookie('koordination')));

	const fill: MatrixWorld['fill'] = (text, real = true) =>
		text.replace(/\{(\w+)\}/g, (_, name: string) => {
			if (name === 'uuid' || !real) return randomUUID();
			const id = ids.get(name);
			if (!id) throw new Error(`the matrix knows no thing ${name}`);
			return id;
		});
	const filled = (body: Fields): Fields =>
		Object.fromEntries(
			Object.entries(body).map(([name, value]) => [
				fill(name),
				Array.isArray(value) ? value.map((v) => fill(v)) : fill(value)
			])
		);
	const addressOf: MatrixWorld['addressOf'] = (line, real = true) => {
		const [path = '', query] = fill(line.path, real).split('?');
		const name = line.action.slice(line.action.indexOf('?/') + 2);
		return `${path}${name === 'default' ? (query ? '?' : '') : `?/${name}${query ? '&' : ''}`}${query ?? ''}`;
	};
	return {
		db,
		cookie,
		fill,
		filled,
		addressOf,
		send: (line, who, real = true) => sendForm(hub, addressOf(line, real), filled(line.body), cookie(who)),
		close: () => db.end()
	};
}

/** Links that are read without a login: their token is in the answer, once. */
async function tokenFrom(hub: Hub, address: string, cookie: string): Promise<string> {
	const { text } = await sendForm(hub, address, { label: 'Netzwerk', days: '30' }, cookie);
	const token = /(?:\/r\/|key=)([\w-]{43})/.exec(text)?.[1];
	if (!token) throw new Error(`no link by ${address}: ${text}`);
	return token;
}

async function idsOf(db: Client): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const name of Object.keys(things) as ThingName[]) {
		const found = await db.query<Record<string, unknown>>(things[name]);
		const id = Object.values(found.rows[0] ?? {})[0];
		if (typeof id !== 'string' && typeof id !== 'number') throw new Error(`the demo world has no ${name}`);
		ids.set(name, String(id));
	}
	return ids;
}

export async function sendForm(hub: Hub, address: string, body: Fields, cookie: string): Promise<Answer> {
	const answer = await hub.post(address, body, cookie, { accept: 'application/json', 'x-sveltekit-action': 'true' });
	const text = await answer.text();
	const { status } = JSON.parse(text) as { status?: number };
	return { status: answer.ok ? (status ?? 200) : answer.status, text };
}

/** What a page says, without what is new in each answer. */
export const said = (text: string): string =>
	text
		.replace(/nonce="[^"]*"/g, '')
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
		.replace(/__sveltekit_\w+/g, '');

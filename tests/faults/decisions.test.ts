/** Twenty decisions at once on one proposal, round after round, on two nodes: one winner each, numbers without holes or doubles. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { emptyOutline } from '#concepts/proposals/rules.ts';
import { decide } from '#concepts/steering/commands.server.ts';
import { demoAddress, type CastKey } from '#demo/cast.server.ts';
import { openDatabase, useDatabase, type Database } from '#platform/database.server.ts';
import { hubOn, startHub, type Hub } from '../e2e/hub.ts';
import { matrixWorld, sendForm, type MatrixWorld } from '../matrix/world.ts';

const httpRounds = 10;
const rounds = 200;
const atOnce = 20;
/** Few, as the agenda of a meeting grows with each. */
const inEachMeeting = 5;

let hub: Hub;
let second: Hub;
let world: MatrixWorld;
let pools: Database[];
let proposals: string[];
beforeAll(async () => {
	hub = await startHub();
	second = await hubOn(hub.databaseUrl);
	world = await matrixWorld(hub);
	pools = await Promise.all([1, 2].map(() => openDatabase({ url: hub.databaseUrl, max: 8, migrations: false })));
	proposals = await scheduledMany();
});
afterAll(async () => {
	useDatabase(undefined);
	for (const pool of pools ?? []) await pool.close();
	await world?.close();
	await second?.stop();
	await hub?.stop();
});

const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
	(await world.db.query<T>(sql, values)).rows;

/** A committee of its own in a meeting that is held, with all there; its proposals answer no gap. */
async function scheduledMany(): Promise<string[]> {
	const { 0: about } = await rows<{ body: string; group: string; author: string }>(
		`select (select id from body where kind = 'steering_committee' limit 1) as body,
		(select id from body where kind = 'topic_group' limit 1) as "group", (select id from account where email = $1) as author`,
		[demoAddress('koordination')]
	);
	const made: string[] = [];
	for (let m = 0; m < rounds / inEachMeeting; m++) {
		const { 0: meeting } = await rows<{ id: string }>(
			`insert into meeting (body_id, title, starts_at, ends_at, state) values ($1, $2, '2031-03-01T10:00Z', '2031-03-01T12:00Z', 'running') returning id`,
			[about!.body, `Lauf ${m}`]
		);
		await rows(
			`insert into invitation (meeting_id, account_id, invited_at, attendance)
			select $1, account_id, now(), 'present' from membership where body_id = $2`,
			[meeting!.id, about!.body]
		);
		const found = await rows<{ id: string }>(
			`insert into proposal (number, body_id, title, state, outline, meeting_id, created_by)
			select 'V-2031-' || $1::int * 1000 + n, $2, 'Vorlage ' || n, 'scheduled', $3, $4, $5 from generate_series(1, $6) n returning id`,
			[
				m,
				about!.group,
				JSON.stringify({ ...emptyOutline, resolution: 'Es wird beschlossen.' }),
				meeting!.id,
				about!.author,
				inEachMeeting
			]
		);
		made.push(...found.map((r) => r.id));
	}
	return made;
}

async function check(proposalId: string, won: number): Promise<void> {
	expect(won).toBe(1);
	const taken = await rows<{ number: string }>('select number from decision where proposal_id = $1', [proposalId]);
	expect(taken).toHaveLength(1);
}
const wording = (i: number) => `Der Vorschlag wird abgelehnt (${i}).`;

test('by HTTP on two servers', async () => {
	const who: CastKey[] = ['vorsitz', 'koordination', 'koordination-2'];
	for (const proposal of proposals.slice(0, httpRounds)) {
		const answers = await Promise.all(
			Array.from({ length: atOnce }, (_, i) =>
				sendForm(
					i % 2 ? second : hub,
					`/decisions/new?/decide&proposal=${proposal}`,
					{ result: 'rejected', wording: wording(i), reason: 'Nicht zuständig' },
					world.cookie(who[i % who.length]!)
				)
			)
		);
		for (const { status } of answers) expect([303, 409]).toContain(status);
		await check(proposal, answers.filter((a) => a.status === 303).length);
	}
}, 120_000);

test('by commands on two pools', async () => {
	useDatabase(pools[0]);
	const ids = await rows<{ id: string }>('select id from account where email = any($1)', [
		[demoAddress('vorsitz'), demoAddress('koordination')]
	]);
	const actors: Actor[] = await Promise.all(ids.map(({ id }) => actorOf(id)));
	for (const proposalId of proposals.slice(httpRounds)) {
		const answers = await Promise.all(
			Array.from({ length: atOnce }, (_, i) => {
				// a command takes its connection from the pool that is in use when it begins
				useDatabase(pools[i % 2]);
				const input = {
					result: 'rejected' as const,
					reason: 'Nicht zuständig',
					target: '',
					targetOn: null,
					measures: []
				};
				return decide(actors[i % actors.length]!, { ...input, proposalId, wording: wording(i) });
			})
		);
		for (const a of answers) if (!a.ok) expect(a.why).toBe('conflict');
		await check(proposalId, answers.filter((a) => a.ok).length);
	}
}, 120_000);

test('the numbers of all rounds count on from one', async () => {
	const found = await rows<{ n: number }>(
		`select substring(number from 'B(\\d+)$')::int as n from decision where number like 'LG-2031/1-B%' order by 1`
	);
	expect(found.map((r) => r.n)).toEqual(Array.from({ length: rounds }, (_, i) => i + 1));
});

// That `modified` moves with all that a paper or a result sheet says, and that checksums are of what is given out alone.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { take, unlinkGap } from '#concepts/proposals/commands.server.ts';
import { outlineParts, type Outline } from '#concepts/proposals/rules.ts';
import { proposalVersion } from '#concepts/proposals/tables.server.ts';
import { createSheet, releaseSheet, submitSheet, withdrawSheet } from '#concepts/results/commands.server.ts';
import type { SheetText } from '#concepts/results/rules.ts';
import { setClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, admitted } from '../../../tests/steering-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { askedBy } from './listing.rules.ts';
import type { Oparl } from './mapping.ts';
import { paperOfFile } from './paper.server.ts';
import { countyList, object } from './queries.server.ts';
import { fileId, type ListType, type ObjectType } from './rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

let clock = Date.now();
/** A minute goes by; answers the second that has come. */
const later = (): string => {
	clock += 60_000;
	setClock(new Date(clock));
	return new Date(clock).toISOString().replace(/\.\d+Z$/, 'Z');
};
beforeEach(() => void later());
afterEach(() => setClock(null));

const modifiedOf = async (type: ObjectType, id: string, by: Actor = w.mitglied) =>
	Date.parse((await object(by, type, id))!.modified as string);
const changedSince = async (type: ListType, at: string): Promise<string[]> => {
	const found = askedBy(new URLSearchParams({ modified_since: at, limit: '100' }));
	if (!found.ok) throw new Error(found.parameter);
	const list = await countyList(w.mitglied, '1', type, found.asked);
	return (list!.data as Oparl[]).map((o) => o.id.split('/').at(-1)!);
};
/** What stands in the object, and that it is found by who asks since then. */
async function hasMoved(type: ObjectType, id: string, at: string) {
	expect(await modifiedOf(type, id)).toBe(Date.parse(at));
	expect(await changedSince(type, at)).toContain(id);
}

async function sheetOf(gapId: string): Promise<string> {
	const parts = ['title', 'background', 'decided', 'changes', 'audience', 'contact'] as const;
	const text = Object.fromEntries(parts.map((part) => [part, 'Es gibt eine offene Sprechstunde.'])) as SheetText;
	await db.db.update(serviceGap).set({ state: 'decided' }).where(eq(serviceGap.id, gapId));
	const { id } = value(await createSheet(w.koordination, gapId, text));
	value(await submitSheet(w.koordination, id));
	value(await releaseSheet(w.koordination2, id, 'office'));
	return id;
}
const papersOf = async (sheet: string) => (await object(w.mitglied, 'file', fileId('sheet', sheet)))!.paper;

describe('modified', () => {
	test('of a paper moves when a sheet beside it is released, and when it is withdrawn', async () => {
		const { id, gapIds } = await admitted(w);
		const sheet = await sheetOf(gapIds[0]!);
		const before = await modifiedOf('paper', id);
		const released = later();
		expect(await changedSince('paper', released)).not.toContain(id);
		expect(await modifiedOf('paper', id)).toBe(before);
		value(await releaseSheet(w.pruefung, sheet, 'reviewer'));
		await hasMoved('paper', id, released);
		await hasMoved('file', fileId('paper', id), released);
		const withdrawn = later();
		value(await withdrawSheet(w.koordination, sheet, 'überholt'));
		await hasMoved('paper', id, withdrawn);
	});

	test('of a paper that was taken back stays where it was, whatever becomes of its sheets', async () => {
		const { id, gapIds } = await admitted(w);
		const sheet = await sheetOf(gapIds[0]!);
		const back = later();
		value(await take(w.koordination, id, 'return', { comment: 'Bitte noch einmal.' }));
		later();
		value(await releaseSheet(w.pruefung, sheet, 'reviewer'));
		await hasMoved('paper', id, back);
	});

	test('of a sheet moves as the papers it names come and go, and that of the papers beside it, too', async () => {
		const gap = await aGap(w);
		const first = await admitted(w, { gapIds: [gap] });
		const sheet = await sheetOf(gap);
		value(await releaseSheet(w.pruefung, sheet, 'reviewer'));
		const file = fileId('sheet', sheet);
		const came = later();
		const second = await admitted(w, { gapIds: [gap] });
		expect(await papersOf(sheet)).toHaveLength(2);
		await hasMoved('file', file, came);
		await hasMoved('paper', first.id, came);
		const went = later();
		value(await take(w.koordination, second.id, 'return', { comment: 'Bitte noch einmal.' }));
		expect(await papersOf(sheet)).toHaveLength(1);
		await hasMoved('file', file, went);
		// what is done to a draft is nobody's business, but that it was once there does not get lost
		later();
		value(await unlinkGap(w.mitglied, second.id, gap));
		await hasMoved('file', file, went);
		await hasMoved('paper', first.id, went);
		const end = later();
		value(await withdrawSheet(w.koordination, sheet, 'überholt'));
		later();
		value(await take(w.koordination, first.id, 'return', { comment: 'Bitte noch einmal.' }));
		await hasMoved('file', file, end);
	});
});

describe('the checksum of a paper', () => {
	const givenOut = async (id: string) => {
		const paper = (await object(w.pruefung, 'paper', id))!;
		const file = (await object(w.pruefung, 'file', fileId('paper', id)))!;
		const hash = paper['lueckenlos:hash'] as string;
		expect([(paper.mainFile as Oparl)['lueckenlos:hash'], file['lueckenlos:hash']]).toEqual([hash, hash]);
		const printed = JSON.stringify(await paperOfFile(w.pruefung, fileId('paper', id)));
		expect(printed.match(/\b[\da-f]{64}\b/g)).toEqual([hash]);
		const outline = {
			...(paper['lueckenlos:outline'] as Partial<Outline>),
			resolution: paper['lueckenlos:resolutionText'] as string
		};
		const said = [
			paper.name,
			...outlineParts.map((part) => outline[part] ?? ''),
			paper['lueckenlos:responsible'] ?? '',
			paper['lueckenlos:dueDate'] ?? null
		];
		return { hash, counted: createHash('sha256').update(JSON.stringify(said)).digest('hex') };
	};

	test('is of what is given out alone: whoever has it can check it, and learns nothing of dissents', async () => {
		const plain = await givenOut((await admitted(w)).id);
		const { id } = await admitted(w, { dissent: { text: 'So nicht.', named: true } });
		const dissented = await givenOut(id);
		expect(plain.hash).toBe(plain.counted);
		expect(dissented.hash).toBe(plain.hash);
		// the hub itself goes on keeping one of all of it
		const [kept] = await db.db.select().from(proposalVersion).where(eq(proposalVersion.proposalId, id));
		expect(kept!.dissents).toHaveLength(1);
		expect(kept!.hash).not.toBe(dissented.hash);
		expect(JSON.stringify([await object(w.pruefung, 'paper', id)])).not.toContain(kept!.hash);
	});
});

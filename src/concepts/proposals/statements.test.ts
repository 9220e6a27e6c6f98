// Statements and dissenting votes on the real database: asked by name, answered once, frozen with the version.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, content, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { create, save, take } from './commands.server.ts';
import { dissent, withdrawDissent } from './dissents.commands.server.ts';
import { remindOfStatements } from './jobs.server.ts';
import { workbench } from './queries.server.ts';
import { answerStatement, askStatement, draftStatement, withdrawStatement } from './statements.commands.server.ts';
import { statementPage } from './statements.queries.server.ts';
import { reminderOf } from './statements.rules.ts';
import { statement } from './statements.tables.server.ts';
import { hashOf } from './store.server.ts';
import { versions } from './versions.queries.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase({ max: 12 });
	w = await world();
});
afterAll(async () => {
	setClock(null);
	await db.close();
});

async function consulted(): Promise<string> {
	const { id } = sure(await create(w.mitglied, { bodyId: w.group, title: 'Kurse', gapIds: [await aGap(w)] }));
	sure(await save(w.mitglied, id, 1, content(w)));
	sure(await take(w.mitglied, id, 'consult'));
	return id;
}
const asking = (who: Actor & { id: string }, days = 10) => ({
	accountId: who.id,
	question: 'Tragen Sie das mit?',
	dueOn: addDays(today(), days)
});
const asked = async (id: string, who: Actor & { id: string }, days = 10) =>
	sure(await askStatement(w.mitglied, id, asking(who, days)));
const seenBy = async (who: Actor, statementId: string) => (await statementPage(who, statementId))!.shown!;
const agree = { answer: 'agree' as const, text: 'Gern.' };

describe('asking', () => {
	test('the group and the office ask anybody; whoever was asked hears of it', async () => {
		const id = await consulted();
		for (const by of [w.mitglied, w.koordination]) {
			const statementId = sure(await askStatement(by, id, asking(w.gast)));
			const told = await (
				await database()
			)
				.select({ to: eventTell.accountId, note: eventTell.note })
				.from(eventTell)
				.innerJoin(event, eq(event.id, eventTell.eventId))
				.where(sql`${event.thingId} = ${statementId}`);
			expect(told).toEqual([{ to: w.gast.id, note: 'query' }]);
		}
	});
	test('not in a draft, not by others, not without question, person and a day to come', async () => {
		const { id: draft } = sure(await create(w.mitglied, { bodyId: w.group, title: 'Entwurf', gapIds: [] }));
		expect(await askStatement(w.mitglied, draft, asking(w.gast))).toMatchObject({ why: 'wrong_state' });
		const id = await consulted();
		for (const [name, actor] of w.everyone) {
			const may = ['koordination', 'koordination2', 'fallmanagementA', 'fallmanagementB', 'fachkraft', 'mitglied'];
			const answer = await askStatement(actor, id, { ...asking(w.gast), question: ' ' });
			expect([name, answer.ok ? '' : answer.why]).toEqual([name, may.includes(name) ? 'incomplete' : 'not_found']);
		}
		const bad = await askStatement(w.mitglied, id, {
			accountId: crypto.randomUUID(),
			question: '',
			dueOn: '2001-01-01'
		});
		expect(bad.ok ? [] : bad.issues.map((i) => i.field)).toEqual(['accountId', 'question', 'statementDueOn']);
	});
});

describe('the page of whoever was asked', () => {
	test('shows question and three parts of the text, to that person alone', async () => {
		const id = await consulted();
		const statementId = await asked(id, w.federfuehrung);
		const page = (await statementPage(w.federfuehrung, statementId))!;
		const { title, outline } = content(w);
		expect(page.shown).toEqual({
			title,
			resolution: outline.resolution,
			problem: outline.problem,
			solution: outline.solution
		});
		expect(Object.keys(page).sort()).toEqual(['isOpen', 'number', 'shown', 'statement']);
		for (const [name, actor] of w.everyone)
			if (actor.id !== w.federfuehrung.id)
				expect([name, await statementPage(actor, statementId)]).toEqual([name, null]);
		expect(await workbench(w.federfuehrung, id)).toBeNull();
	});
	test('a draft is kept, seen by nobody else, and gone with the request', async () => {
		const id = await consulted();
		const statementId = await asked(id, w.gast);
		sure(await draftStatement(w.gast, statementId, { answer: '', text: 'Noch nicht fertig' }));
		expect((await statementPage(w.gast, statementId))!.statement.text).toBe('Noch nicht fertig');
		expect(JSON.stringify(await workbench(w.koordination, id))).not.toContain('Noch nicht fertig');
		sure(await withdrawStatement(w.koordination, id, statementId));
		const page = (await statementPage(w.gast, statementId))!;
		expect([page.shown, page.isOpen, page.statement.text]).toEqual([null, false, '']);
		expect(await draftStatement(w.gast, statementId, agree)).toMatchObject({ why: 'wrong_state' });
		expect(await withdrawStatement(w.koordination, id, statementId)).toMatchObject({ why: 'wrong_state' });
	});
	test('a request of another proposal is not withdrawn through this one', async () => {
		const [a, b] = [await consulted(), await consulted()];
		expect(await withdrawStatement(w.mitglied, a, await asked(b, w.gast))).toMatchObject({ why: 'not_found' });
	});
});

describe('answering', () => {
	test('once: of two at the same time one counts, and nothing changes it afterwards', async () => {
		const id = await consulted();
		const statementId = await asked(id, w.gast);
		const seen = await seenBy(w.gast, statementId);
		const both = await Promise.all(
			['eins', 'zwei'].map((text) => answerStatement(w.gast, statementId, { answer: 'agree', text }, seen))
		);
		expect(both.map((r) => (r.ok ? 'ok' : r.why)).sort()).toEqual(['ok', 'wrong_state']);
		expect(await draftStatement(w.gast, statementId, agree)).toMatchObject({ why: 'wrong_state' });
		const change = (await database()).update(statement).set({ text: 'gefälscht' }).where(eq(statement.id, statementId));
		await expect(change).rejects.toThrow();
	});
	test('by nobody else, with words where they are needed, and to the text that was read', async () => {
		const id = await consulted();
		const statementId = await asked(id, w.gast);
		const seen = await seenBy(w.gast, statementId);
		expect(await answerStatement(w.mitglied, statementId, agree, seen)).toMatchObject({ why: 'not_found' });
		expect(await answerStatement(w.gast, statementId, { answer: '', text: 'x' }, seen)).toMatchObject({
			why: 'incomplete'
		});
		for (const answer of ['agree_with_conditions', 'refuse'] as const)
			expect(await answerStatement(w.gast, statementId, { answer, text: ' ' }, seen)).toMatchObject({
				why: 'incomplete'
			});
		const c = content(w);
		const { revision } = (await workbench(w.mitglied, id))!.proposal;
		sure(await save(w.mitglied, id, revision, { ...c, outline: { ...c.outline, solution: 'Anders' } }));
		expect(await answerStatement(w.gast, statementId, agree, seen)).toMatchObject({ why: 'conflict' });
		sure(await answerStatement(w.gast, statementId, { answer: 'none', text: '' }, await seenBy(w.gast, statementId)));
		expect((await statementPage(w.gast, statementId))!.shown!.solution).toBe('Anders');
	});
	test('stands on the workbench, says when the text has changed since, and freezes with the version', async () => {
		const id = await consulted();
		const statementId = await asked(id, w.gast);
		await asked(id, w.federfuehrung);
		sure(await answerStatement(w.gast, statementId, agree, await seenBy(w.gast, statementId)));
		const shown = (await workbench(w.mitglied, id))!.statements;
		expect(shown.map((s) => [s.state, s.text, s.outdated])).toEqual([
			['answered', 'Gern.', false],
			['asked', '', false]
		]);
		for (const step of ['recommend', 'submit'] as const) sure(await take(w.koordination, id, step));
		const [version] = (await versions(w.mitglied, id))!.versions;
		expect(version!.statements).toMatchObject([{ person: w.gast.name, answer: 'agree', text: 'Gern.' }]);
		expect(version!.hash).toBe(hashOf(version!));
		expect(version!.hash).not.toBe(hashOf({ ...version!, statements: [] }));
		sure(await take(w.koordination, id, 'admit'));
		// to those outside the group who read it now, only what was answered
		expect((await workbench(w.lenkung, id))!.statements).toHaveLength(1);
	});
});

describe('reminders', () => {
	test('come once near the day and once after it, only while it is open', () => {
		const at = (dueOn: string, state: 'asked' | 'answered' = 'asked') => reminderOf({ state, dueOn }, '2026-09-10', 3);
		expect([
			at('2026-09-14'),
			at('2026-09-13'),
			at('2026-09-10'),
			at('2026-09-09'),
			at('2026-09-09', 'answered')
		]).toEqual([null, 'soon', 'soon', 'overdue', null]);
	});
	test('reach whoever was asked, and nobody twice', async () => {
		const id = await consulted();
		const statementId = await asked(id, w.gast, 2);
		const kinds = async () =>
			(
				await look((tx) =>
					tx.select({ kind: event.kind }).from(event).where(eq(event.thingId, statementId)).orderBy(event.id)
				)
			).map((e) => e.kind);
		await remindOfStatements();
		await remindOfStatements();
		expect(await kinds()).toEqual(['statement.ask', 'statement.soon']);
		setClock(new Date(Date.now() + 4 * 86_400_000));
		await Promise.all([remindOfStatements(), remindOfStatements()]);
		expect(await kinds()).toEqual(['statement.ask', 'statement.soon', 'statement.overdue']);
		setClock(null);
	});
});

describe('dissenting votes', () => {
	test('are recorded by members of the group until it is submitted; one each', async () => {
		const id = await consulted();
		for (const [name, actor] of w.everyone) {
			const seated = ['koordination', 'koordination2', 'fallmanagementA', 'fallmanagementB', 'fachkraft', 'mitglied'];
			const answer = await dissent(actor, id, { text: ' ', named: true });
			expect([name, answer.ok ? '' : answer.why]).toEqual([name, seated.includes(name) ? 'incomplete' : 'not_found']);
		}
		sure(await dissent(w.mitglied, id, { text: 'Erst so', named: true }));
		sure(await dissent(w.mitglied, id, { text: 'Dann so', named: false }));
		sure(await take(w.koordination, id, 'recommend'));
		sure(await dissent(w.fachkraft, id, { text: 'Mit Namen', named: true }));
		expect((await workbench(w.koordination, id))!.dissents).toEqual([
			{ name: null, text: 'Dann so' },
			{ name: w.fachkraft.name, text: 'Mit Namen' }
		]);
		sure(await take(w.koordination, id, 'submit'));
		expect(await dissent(w.mitglied, id, { text: 'Zu spät', named: true })).toMatchObject({ why: 'wrong_state' });
		expect(await withdrawDissent(w.mitglied, id)).toMatchObject({ why: 'wrong_state' });
		const [version] = (await versions(w.mitglied, id))!.versions;
		expect(version!.dissents).toHaveLength(2);
		expect(version!.hash).toBe(hashOf(version!));
	});
	test('without a name leave none: not on a page, not in the log', async () => {
		const id = await consulted();
		sure(await dissent(w.fachkraft, id, { text: 'Ohne Namen', named: false }));
		const events = await look((tx) =>
			tx
				.select({ by: event.actorId })
				.from(event)
				.where(sql`${event.thingId} = ${id} and ${event.kind} = 'proposal.dissent'`)
		);
		expect(events).toEqual([{ by: null }]);
		const others = JSON.stringify((await workbench(w.koordination, id))!.dissents);
		expect(others).not.toContain(w.fachkraft.name);
		expect(others).not.toContain(w.fachkraft.id);
		expect((await workbench(w.fachkraft, id))!.ownDissent).toEqual({ named: false, text: 'Ohne Namen' });
		sure(await withdrawDissent(w.fachkraft, id));
		expect(await withdrawDissent(w.fachkraft, id)).toMatchObject({ why: 'not_found' });
	});
});

describe('giving back', () => {
	test('marks a passage that stands there, and starts a clock that ends with the next submission', async () => {
		const id = await consulted();
		for (const step of ['recommend', 'submit'] as const) sure(await take(w.koordination, id, step));
		const comment = 'Bitte genauer.';
		const bad = [
			await take(w.koordination, id, 'return', { comment, part: 'problem', quote: 'steht nirgends' }),
			await take(w.koordination, id, 'return', { comment, part: '', quote: 'p' })
		];
		expect(bad.map((r) => (r.ok ? '' : r.issues[0]!.field))).toEqual(['quote', 'quote']);
		sure(await take(w.koordination, id, 'return', { comment, part: 'resolution', quote: 'zwei betreute Kurse' }));
		const page = (await workbench(w.mitglied, id))!;
		expect(page.proposal).toMatchObject({ returnPart: 'resolution', returnQuote: 'zwei betreute Kurse' });
		expect(page.returned).toMatchObject({ overdue: false });
		expect(page.returned!.days).toBeGreaterThan(25);
		for (const step of ['recommend', 'submit'] as const) sure(await take(w.koordination, id, step));
		const after = (await workbench(w.mitglied, id))!;
		expect([after.proposal.returnComment, after.proposal.returnQuote, after.returned]).toEqual(['', '', null]);
	});
});

// Before and in a meeting: the two lists, who wants to talk, the whole consent list at once, quorum, conflicts of interest.
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agendaItem, invitation } from '#concepts/meetings/tables.server.ts';
import { setting } from '#concepts/people/tables.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { look } from '#platform/change.server.ts';
import { database } from '#platform/database.server.ts';
import { eventTell, event } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { aGap, aMeasure, aMeeting, scheduled, setMeeting, sure } from '../../../tests/steering-scene.ts';
import { world, type World } from '../../../tests/world.ts';
import { listsPage } from './before.queries.server.ts';
import { decide } from './commands.server.ts';
import { decideConsent } from './consent.commands.server.ts';
import { prioritise } from './gate1.commands.server.ts';
import { place, prepare, pull, setConflict } from './listing.commands.server.ts';
import { listedOf } from './listing.store.server.ts';
import { decision } from './tables.server.ts';

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

const listOf = async (p: { id: string; meetingId: string }) =>
	(await look((tx) => listedOf(tx, p.meetingId, [p.id]))).get(p.id)!;
/** A meeting that runs, with proposals that cost nothing and whose measure is prepared. */
async function consenting(n: number) {
	const meetingId = await aMeeting(w);
	const proposals: string[] = [];
	for (let i = 0; i < n; i++) {
		const p = await scheduled(w, { meetingId, money: 'keine', running: false });
		sure(await prepare(w.koordination, p.id, aMeasure(w)));
		proposals.push(p.id);
	}
	await setMeeting(meetingId, 'running');
	return { meetingId, proposals };
}
const decisionsIn = async (meetingId: string) =>
	(await database()).select().from(decision).where(eq(decision.meetingId, meetingId)).orderBy(decision.number);
const withSetting = async (key: string, value: unknown, run: () => Promise<void>) => {
	const sql = await database();
	await sql.insert(setting).values({ key, value });
	try {
		await run();
	} finally {
		await sql.delete(setting).where(eq(setting.key, key));
	}
};
const absent = async (meetingId: string, accountId: string) =>
	void (await (
		await database()
	)
		.update(invitation)
		.set({ attendance: 'excused' })
		.where(and(eq(invitation.meetingId, meetingId), eq(invitation.accountId, accountId))));

describe('the lists', () => {
	test('the rule says where a proposal stands, the office may say otherwise', async () => {
		const free = await scheduled(w, { money: 'keine', running: false });
		const dear = await scheduled(w, { money: '12.000 €', running: false });
		expect(await listOf(free)).toMatchObject({ list: 'consent', reason: 'agreed' });
		expect(await listOf(dear)).toMatchObject({ list: 'discussion', reason: 'costs' });
		sure(await place(w.koordination, dear.id, 'consent'));
		expect(await listOf(dear)).toMatchObject({ list: 'consent', reason: null });
		expect(await place(w.vorsitz, dear.id, 'discussion')).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await place(w.admin, dear.id, 'discussion')).toMatchObject({ ok: false, why: 'not_found' });
	});

	test('a member pulls with one word; all see it, and the office does not put it back', async () => {
		const p = await scheduled(w, { money: 'keine', running: false });
		sure(await pull(w.lenkung, p.id, 'Wer zahlt die Räume?'));
		expect(await listOf(p)).toMatchObject({ list: 'discussion', pulledBy: w.lenkung.id, word: 'Wer zahlt die Räume?' });
		expect(await place(w.koordination, p.id, 'consent')).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(await pull(w.vorsitz, p.id, '')).toMatchObject({ ok: false, why: 'conflict' });
		const told = await (
			await database()
		)
			.select({ to: eventTell.accountId })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(and(eq(event.thingId, p.id), eq(event.kind, 'proposal.pull')));
		expect(told.map((t) => t.to)).toContain(w.vorsitz.id);
		const seen = await listsPage(w.vorsitz, p.meetingId);
		expect(seen!.lines[0]).toMatchObject({ pulledBy: w.lenkung.name, ready: false });
		for (const who of [w.koordination, w.mitglied, w.gast, w.federfuehrung])
			expect((await pull(who, p.id, '')).ok).toBe(false);
	});
});

describe('the consent list', () => {
	test('is decided in one step: each proposal with its own number, measure, agenda item', async () => {
		const { meetingId, proposals } = await consenting(3);
		const lacking = await scheduledWithout(meetingId);
		const seen = await listsPage(w.vorsitz, meetingId);
		expect(
			seen!.lines
				.filter((l) => l.ready)
				.map((l) => l.id)
				.sort()
		).toEqual([...proposals].sort());
		expect(seen!.lines.find((l) => l.id === lacking)).toMatchObject({ list: 'consent', ready: false, prepared: null });
		const made = sure(await decideConsent(w.vorsitz, meetingId, proposals));
		expect(made).toHaveLength(3);
		const rows = await decisionsIn(meetingId);
		expect(rows.map((r) => r.number)).toEqual(made.map((d) => d.number));
		expect(new Set(rows.map((r) => r.number)).size).toBe(3);
		for (const r of rows)
			expect(r).toMatchObject({
				byConsent: true,
				result: 'adopted',
				present: 2,
				voters: 2,
				wording: r.proposedWording
			});
		const items = await (await database()).select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId));
		expect(items.filter((i) => i.state === 'done')).toHaveLength(3);
		expect(await decideConsent(w.vorsitz, meetingId, [])).toMatchObject({ ok: false, why: 'wrong_state' });
	});
	async function scheduledWithout(meetingId: string) {
		const sql = await database();
		await setMeeting(meetingId, 'invited');
		const p = await scheduled(w, { meetingId, money: 'keine' });
		await sql.update(proposal).set({ title: 'Ohne Ansprechperson' }).where(eq(proposal.id, p.id));
		return p.id;
	}

	test('all or none: one that cannot be carried out stops all, and no number is lost', async () => {
		const { meetingId, proposals } = await consenting(2);
		await (await database()).execute(`update account set state = 'closed' where id = '${w.fachkraft.id}'`);
		sure(await prepareBroken(proposals[1]!));
		expect(await decideConsent(w.vorsitz, meetingId, proposals)).toMatchObject({ ok: false, why: 'incomplete' });
		expect(await decisionsIn(meetingId)).toEqual([]);
		sure(await prepare(w.koordination, proposals[1]!, aMeasure(w)));
		const made = sure(await decideConsent(w.vorsitz, meetingId, proposals));
		const n = made.map((d) => Number(d.number.split('-B')[1]));
		expect(n[1]).toBe(n[0]! + 1);
	});
	async function prepareBroken(id: string) {
		await (
			await database()
		).execute(`update prepared_measure set contact_id = '${w.fachkraft.id}' where proposal_id = '${id}'`);
		return { ok: true as const, value: id };
	}

	test('another list than the one read out is refused', async () => {
		const { meetingId, proposals } = await consenting(2);
		sure(await pull(w.lenkung, proposals[0]!, ''));
		expect(await decideConsent(w.vorsitz, meetingId, proposals)).toMatchObject({ ok: false, why: 'conflict' });
		expect(sure(await decideConsent(w.vorsitz, meetingId, [proposals[1]!]))).toHaveLength(1);
	});

	test('pulled while it is being decided: either decided, or talked about – never both', async () => {
		for (let round = 0; round < 6; round++) {
			const { meetingId, proposals } = await consenting(2);
			const [consent, pulled] = await Promise.all([
				decideConsent(w.vorsitz, meetingId, proposals),
				pull(w.lenkung, proposals[round % 2]!, '')
			]);
			expect(consent.ok).not.toBe(pulled.ok);
			expect(await decisionsIn(meetingId)).toHaveLength(consent.ok ? 2 : 0);
		}
	});

	test('twice at once it is decided once', async () => {
		const { meetingId, proposals } = await consenting(2);
		const all = await Promise.all([
			decideConsent(w.vorsitz, meetingId, proposals),
			decideConsent(w.koordination, meetingId, proposals)
		]);
		expect(all.filter((r) => r.ok)).toHaveLength(1);
		expect(await decisionsIn(meetingId)).toHaveLength(2);
	});

	test('only the chair and the office decide it, in a meeting that is held', async () => {
		const { meetingId, proposals } = await consenting(1);
		expect(await decideConsent(w.lenkung, meetingId, proposals)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await decideConsent(w.mitglied, meetingId, proposals)).toMatchObject({ ok: false, why: 'not_found' });
		await setMeeting(meetingId, 'invited');
		expect(await decideConsent(w.vorsitz, meetingId, proposals)).toMatchObject({ ok: false, why: 'wrong_state' });
	});
});

describe('quorum and conflicts of interest', () => {
	const adopting = (proposalId: string) => ({
		proposalId,
		result: 'adopted' as const,
		wording: 'Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.',
		reason: '',
		target: '',
		targetOn: null,
		measures: [aMeasure(w)]
	});
	test('without a quorum nothing is decided at either gate, unless the setting says that none is needed', async () => {
		const p = await scheduled(w);
		for (const who of [w.vorsitz, w.lenkung]) await absent(p.meetingId, who.id);
		const refused = await decide(w.vorsitz, adopting(p.id));
		expect(refused).toMatchObject({ ok: false, why: 'wrong_state' });
		expect(refused.ok ? '' : refused.issues[0]!.message).toMatch(/nicht beschlussfähig: 0 von 2/);
		const gate1 = {
			gapId: await aGap(w),
			meetingId: p.meetingId,
			priority: 'high' as const,
			reason: 'x',
			mandate: null
		};
		expect(await prioritise(w.vorsitz, gate1)).toMatchObject({ ok: false, why: 'wrong_state' });
		await withSetting('quorumShare', 0, async () => {
			sure(await decide(w.vorsitz, adopting(p.id)));
		});
	});

	test('an external member who only advises is no part of the quorum', async () => {
		const p = await scheduled(w);
		await absent(p.meetingId, w.vorsitz.id);
		await withSetting('externalMembersVote', false, async () => {
			expect(await decide(w.vorsitz, adopting(p.id))).toMatchObject({ ok: false, why: 'wrong_state' });
		});
		const d = sure(await decide(w.vorsitz, { ...adopting(p.id), votes: { yes: 1, no: 0, abstained: 0 } }));
		const [row] = await (await database()).select().from(decision).where(eq(decision.id, d.id));
		expect(row).toMatchObject({ votesYes: 1, votesNo: 0, present: 1, voters: 2, vote: '' });
	});

	test('who declares a conflict is not counted, and the decision and the minutes say so', async () => {
		const p = await scheduled(w);
		sure(await setConflict(w.lenkung, p.id, w.lenkung.id, true));
		expect(await setConflict(w.lenkung, p.id, w.vorsitz.id, true)).toMatchObject({ ok: false, why: 'forbidden' });
		expect(await setConflict(w.vorsitz, p.id, w.lenkung.id, true)).toMatchObject({ ok: false, why: 'conflict' });
		const many = { ...adopting(p.id), votes: { yes: 2, no: 0, abstained: 0 } };
		expect(await decide(w.vorsitz, many)).toMatchObject({ ok: false, why: 'incomplete' });
		const d = sure(await decide(w.vorsitz, { ...many, votes: { yes: 1, no: 0, abstained: 0 } }));
		const [row] = await (await database()).select().from(decision).where(eq(decision.id, d.id));
		expect(row).toMatchObject({ notCounted: [w.lenkung.id], voters: 1, present: 1 });
		const [item] = await (await database()).select().from(agendaItem).where(eq(agendaItem.meetingId, p.meetingId));
		expect(item!.result).toContain(w.lenkung.name);
		expect(item!.result).toContain('1 Ja, 0 Nein');
		expect(await setConflict(w.lenkung, p.id, w.lenkung.id, false)).toMatchObject({ ok: false, why: 'wrong_state' });
	});
	test('a county may let them vote: they are counted, and the minutes say so all the same', () =>
		withSetting('conflictedMembersVote', true, async () => {
			const p = await scheduled(w);
			sure(await setConflict(w.lenkung, p.id, w.lenkung.id, true));
			expect((await listsPage(w.vorsitz, p.meetingId))!.lines[0]).toMatchObject({ conflictsVote: true });
			const d = sure(await decide(w.vorsitz, { ...adopting(p.id), votes: { yes: 2, no: 0, abstained: 0 } }));
			const [row] = await (await database()).select().from(decision).where(eq(decision.id, d.id));
			expect(row).toMatchObject({ notCounted: [], voters: 2, present: 2 });
			const [item] = await (await database()).select().from(agendaItem).where(eq(agendaItem.meetingId, p.meetingId));
			expect(item!.result).toContain(`Befangen, mit Stimme: ${w.lenkung.name}`);
		}));
	test('the minutes name as voting only who did: nobody who merely advises, nobody who was not there', () =>
		withSetting('conflictedMembersVote', true, async () => {
			const resultOf = async (meetingId: string) =>
				(await (await database()).select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId)))[0]!.result;
			const advises = await scheduled(w);
			sure(await setConflict(w.lenkung, advises.id, w.lenkung.id, true));
			await withSetting(
				'externalMembersVote',
				false,
				async () => void sure(await decide(w.vorsitz, adopting(advises.id)))
			);
			expect(await resultOf(advises.meetingId)).not.toContain('Befangen');
			const missing = await scheduled(w);
			sure(await setConflict(w.lenkung, missing.id, w.lenkung.id, true));
			await absent(missing.meetingId, w.lenkung.id);
			sure(await decide(w.vorsitz, adopting(missing.id)));
			expect(await resultOf(missing.meetingId)).not.toContain('Befangen');
			const { meetingId, proposals } = await consenting(1);
			sure(await setConflict(w.vorsitz, proposals[0]!, w.vorsitz.id, true));
			sure(await decideConsent(w.vorsitz, meetingId, proposals));
			expect(await resultOf(meetingId)).toContain(`Befangen, mit Stimme: ${w.vorsitz.name}`);
		}));
	test('a prepared measure needs a contact and a day ahead', async () => {
		const p = await scheduled(w, { running: false });
		const late = { ...aMeasure(w), dueOn: addDays(today(), -1) };
		expect(await prepare(w.vorsitz, p.id, late)).toMatchObject({ ok: false, why: 'incomplete' });
		expect(await prepare(w.lenkung, p.id, aMeasure(w))).toMatchObject({ ok: false, why: 'forbidden' });
		sure(await prepare(w.vorsitz, p.id, aMeasure(w)));
	});
});

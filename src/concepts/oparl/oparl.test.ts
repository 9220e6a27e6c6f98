// What the interface tells whom: released things only, as the reader sees them, in the shape of OParl 1.1.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#concepts/people/actor.ts';
import { setting } from '#concepts/people/tables.server.ts';
import { addItem, editItem, takeOff } from '#concepts/meetings/agenda.commands.server.ts';
import { call, end, schedule, start } from '#concepts/meetings/commands.server.ts';
import { note } from '#concepts/meetings/document.commands.server.ts';
import { fingerprint, invite } from '#concepts/meetings/invitation.commands.server.ts';
import { invitationPage } from '#concepts/meetings/invitation.queries.server.ts';
import { approve, circulate, review } from '#concepts/meetings/minutes.commands.server.ts';
import { recordAttendance, settleItem } from '#concepts/meetings/running.commands.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { agendaLink, meeting } from '#concepts/meetings/tables.server.ts';
import { take } from '#concepts/proposals/commands.server.ts';
import { proposal } from '#concepts/proposals/tables.server.ts';
import { createSheet, releaseSheet, submitSheet, withdrawSheet } from '#concepts/results/commands.server.ts';
import type { SheetText } from '#concepts/results/rules.ts';
import { decide } from '#concepts/steering/commands.server.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { released } from '../../../tests/case-scene.ts';
import { flawsOf, flawsOfList } from '../../../tests/oparl/validate.ts';
import { aMeasure, scheduled } from '../../../tests/steering-scene.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { answerOf, json } from './answers.server.ts';
import { askedBy } from './listing.rules.ts';
import type { Oparl } from './mapping.ts';
import { paperOfFile } from './paper.server.ts';
import { bodyList, counties, countyList, countyObject, object, system } from './queries.server.ts';
import { fileId, listTypes, objectTypes, type ListType } from './rules.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const asked = (query = '') => {
	const found = askedBy(new URLSearchParams(query));
	if (!found.ok) throw new Error(found.parameter);
	return found.asked;
};
const listed = async (actor: Actor, type: ListType, query = ''): Promise<Oparl[]> => {
	const list = await countyList(actor, '1', type, asked(query));
	expect(flawsOfList(list)).toEqual([]);
	return list!.data as Oparl[];
};
const ofId = (id: string) => (o: Oparl) => o.id.endsWith(`/${id}`);
const since = 'modified_since=2000-01-01T00:00:00Z';

async function planned(bodyId: string, titles: string[]) {
	const startsAt = new Date(now().getTime() + 30 * 86_400_000);
	const times = { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) };
	const id = value(
		await call(w.koordination, bodyId, {
			title: 'Treffen',
			...times,
			place: 'Kreishaus',
			link: 'https://v.example.org'
		})
	);
	const items: string[] = [];
	for (const title of titles)
		items.push(value(await addItem(w.koordination, id, { kind: 'discussion', title, minutes: 10, rapporteur: '' })));
	value(await schedule(w.koordination, id));
	return { id, items };
}
async function invited(bodyId: string, titles: string[]) {
	const made = await planned(bodyId, titles);
	const seen = fingerprint((await invitationPage(w.koordination, made.id))!.recipients);
	value(await invite(w.koordination, made.id, { seen, shortNoticeReason: 'eilt' }));
	return made;
}

describe('without a token', () => {
	test('there is an interface, and nothing else', async () => {
		const entrance = await system(w.nobody);
		expect(flawsOf(entrance)).toEqual([]);
		expect(Object.keys(entrance).sort()).toEqual(['body', 'created', 'id', 'modified', 'oparlVersion', 'type']);
		expect(await counties(w.nobody, asked())).toMatchObject({ data: [] });
		expect(await countyObject(w.nobody, '1')).toBeNull();
		for (const type of listTypes) expect(await countyList(w.nobody, '1', type, asked())).toBeNull();
		for (const type of objectTypes)
			for (const id of [w.group, 'agenda-1', '1']) expect(await object(w.nobody, type, id)).toBeNull();
		expect(await bodyList(w.nobody, w.group, 'meeting', asked())).toBeNull();
	});

	test('a county that says so tells which bodies there are, by name', async () => {
		await db.db.insert(setting).values({ key: 'publicInterface', value: true });
		try {
			expect(flawsOfList(await counties(w.nobody, asked()))).toEqual([]);
			const bodies = await listed(w.nobody, 'organization');
			expect(bodies.map((b) => b.name).sort()).toEqual([
				'Bausteinübergreifende Arbeitsgruppe',
				'Lenkungsgruppe KIM',
				'Themengruppe Rechtskreiswechsel'
			]);
			for (const b of bodies)
				expect(Object.keys(b)).toEqual([
					'id',
					'type',
					'body',
					'name',
					'organizationType',
					'classification',
					'created',
					'modified'
				]);
			for (const type of listTypes.filter((t) => t !== 'organization'))
				expect(await listed(w.nobody, type)).toEqual([]);
			expect(await bodyList(w.nobody, w.group, 'meeting', asked())).toBeNull();
		} finally {
			await db.db.delete(setting);
		}
	});
});

describe('people', () => {
	test('are seats with a function, without a name', async () => {
		const people = await listed(w.mitglied, 'person');
		expect(people.length).toBeGreaterThan(10);
		const text = JSON.stringify([people, await listed(w.mitglied, 'membership')]);
		for (const [, a] of w.everyone.filter(([, a]) => a.name)) {
			expect(text).not.toContain(a.name);
			expect(text).not.toContain(a.id);
		}
		expect(people.map((p) => p.name)).toContain('Vorsitz (Lenkungsgruppe KIM)');
	});
	test('have names where the county shows them, and no more than that', async () => {
		await db.db.insert(setting).values({ key: 'namesInInterface', value: true });
		try {
			const people = await listed(w.mitglied, 'person');
			expect(people.map((p) => p.name)).toContain(w.vorsitz.name);
			expect(JSON.stringify(people)).not.toContain('@');
		} finally {
			await db.db.delete(setting);
		}
	});
	test('of bodies that are not seen are not seen', async () => {
		for (const a of [w.admin, w.datenschutz, w.federfuehrung]) expect(await listed(a, 'person')).toEqual([]);
	});
});

describe('a meeting', () => {
	test('appears with its invitation, to those who see it', async () => {
		const made = await planned(w.group, ['Entwurf qzwxe']);
		for (const a of [w.mitglied, w.koordination]) expect(await object(a, 'meeting', made.id)).toBeNull();
		for (const a of [w.mitglied, w.koordination])
			expect(JSON.stringify(await listed(a, 'agenda-item', since))).not.toContain('qzwxe');
		const there = await invited(w.group, ['Erstens', 'Zweitens']);
		for (const a of [w.vorsitz, w.admin, w.datenschutz, w.federfuehrung, w.gast])
			expect(await object(a, 'meeting', there.id)).toBeNull();
		const shown = (await object(w.mitglied, 'meeting', there.id))!;
		expect(flawsOf(shown)).toEqual([]);
		expect(shown).toMatchObject({ name: 'Treffen', cancelled: false, meetingState: 'eingeladen' });
		expect((shown.agendaItem as Oparl[]).map((i) => [i.order, i.name])).toEqual([
			[0, 'Erstens'],
			[1, 'Zweitens']
		]);
		expect(shown.resultsProtocol).toBeUndefined();
		expect(JSON.stringify(shown)).not.toContain('v.example.org');
		expect((await listed(w.mitglied, 'meeting')).filter(ofId(there.id))).toEqual([shown]);
		const short = (await listed(w.mitglied, 'meeting', 'omit_internal=true')).find(ofId(there.id))!;
		expect(short.agendaItem).toBeUndefined();
		expect(((await bodyList(w.mitglied, w.group, 'meeting', asked()))!.data as Oparl[]).some(ofId(there.id))).toBe(
			true
		);
		expect(((await bodyList(w.mitglied, w.topicGroup, 'meeting', asked()))!.data as Oparl[]).some(ofId(there.id))).toBe(
			false
		);
	});

	test('keeps the agenda as invited: nothing added or reworded, but what is taken off is gone at once', async () => {
		const { id, items } = await invited(w.group, ['Bleibt', 'Fällt weg', 'Wandert zurück']);
		const [stays, goes, waits] = items as [string, string, string];
		const rest = { kind: 'discussion' as const, minutes: 10, rapporteur: '' };
		value(await editItem(w.koordination, stays, { ...rest, title: 'qzwxneu' }));
		const later = value(await addItem(w.koordination, id, { ...rest, title: 'qzwxdazu' }));
		value(await takeOff(w.koordination, goes, 'remove'));
		value(await takeOff(w.koordination, waits, 'unschedule'));
		const shown = (await object(w.mitglied, 'meeting', id))!;
		expect((shown.agendaItem as Oparl[]).map((i) => [i.order, i.name])).toEqual([[0, 'Bleibt']]);
		expect(JSON.stringify(shown)).not.toContain('qzwx');
		expect(await object(w.mitglied, 'agenda-item', later)).toBeNull();
		for (const gone of [goes, waits]) {
			const withdrawn = (await object(w.mitglied, 'agenda-item', gone))!;
			expect(Object.keys(withdrawn)).toEqual(['id', 'type', 'created', 'modified', 'deleted']);
			expect((await listed(w.mitglied, 'agenda-item')).some(ofId(gone))).toBe(false);
			expect((await listed(w.mitglied, 'agenda-item', since)).filter(ofId(gone))).toEqual([withdrawn]);
		}
		const paper = JSON.stringify(await paperOfFile(w.mitglied, fileId('agenda', id)));
		expect(paper).toContain('Bleibt');
		expect(paper).not.toMatch(/qzwx|Fällt weg|Wandert/);
	});

	test('shows its minutes once they are approved, never a draft', async () => {
		const { id, items } = await invited(w.group, ['Thema']);
		value(await start(w.koordination, id));
		const rest = { kind: 'discussion' as const, minutes: 10, rapporteur: '' };
		const later = value(await addItem(w.koordination, id, { ...rest, title: 'Nachtrag' }));
		value(await note(w.koordination, id, items[0]!, 'qzwxprotokoll'));
		value(await recordAttendance(w.koordination, id, new Map([[w.mitglied.id, 'present']])));
		value(await settleItem(w.koordination, items[0]!, { step: 'finish', result: 'qzwxergebnis' }));
		const hidden = async () => {
			expect(JSON.stringify(await object(w.mitglied, 'meeting', id))).not.toMatch(/qzwx|Nachtrag/);
			expect(await object(w.mitglied, 'file', fileId('minutes', id))).toBeNull();
			expect(await paperOfFile(w.koordination, fileId('minutes', id))).toBeNull();
		};
		await hidden();
		value(await end(w.koordination, id));
		await hidden();
		value(await circulate(w.koordination, id, addDays(today(), 14)));
		await hidden();
		value(await review(w.mitglied, id, { confirmed: true, objection: '' }));
		value(await approve(w.koordination, id));
		const shown = (await object(w.mitglied, 'meeting', id))!;
		expect(flawsOf(shown)).toEqual([]);
		expect(shown).toMatchObject({ meetingState: 'durchgeführt', resultsProtocol: { mimeType: 'application/pdf' } });
		expect((shown.agendaItem as Oparl[]).map((i) => i.name)).toEqual(['Thema', 'Nachtrag']);
		expect(shown.agendaItem).toMatchObject([{ 'lueckenlos:note': 'qzwxergebnis' }, {}]);
		expect(flawsOf(await object(w.mitglied, 'agenda-item', later))).toEqual([]);
		expect(JSON.stringify(await paperOfFile(w.mitglied, fileId('minutes', id)))).toContain('qzwxprotokoll');
		expect(await paperOfFile(w.vorsitz, fileId('minutes', id))).toBeNull();
	});

	test('calls an item about an analysis by its number, and by nothing once it is recalled', async () => {
		const analysis = await released(w.fallmanagementA, w.pruefung);
		const { id, items } = await invited(w.group, ['Anerkannt, aber qzwxtitel']);
		await db.db.insert(agendaLink).values({ itemId: items[0]!, thingType: 'case_analysis', thingId: analysis });
		const found = await db.db.execute<{ number: string }>(`select number from case_analysis where id = '${analysis}'`);
		const number = found.rows[0]!.number;
		const said = async () =>
			JSON.stringify([
				await object(w.mitglied, 'meeting', id),
				await object(w.mitglied, 'agenda-item', items[0]!),
				await paperOfFile(w.mitglied, fileId('agenda', id))
			]);
		expect((await said()).split(number)).toHaveLength(4);
		expect(await said()).not.toContain('qzwxtitel');
		await db.db.execute(`update case_analysis set state = 'recalled' where id = '${analysis}'`);
		expect(await said()).not.toContain(number);
		expect(await said()).not.toContain('qzwxtitel');
	});

	test('that is cancelled says so', async () => {
		const { id } = await invited(w.group, ['Thema']);
		await db.db.update(meeting).set({ state: 'cancelled' }).where(eq(meeting.id, id));
		expect(await object(w.mitglied, 'meeting', id)).toMatchObject({ cancelled: true });
	});
});

describe('a paper', () => {
	test('appears with its admission, is consulted and decided, and is withdrawn when it goes back', async () => {
		const p = await scheduled(w, { running: false });
		await db.db.update(meeting).set({ state: 'invited', invitedAt: now() }).where(eq(meeting.id, p.meetingId));
		await db.db.update(meeting).set({ state: 'running' }).where(eq(meeting.id, p.meetingId));
		const paper = (await object(w.pruefung, 'paper', p.id))!;
		expect(flawsOf(paper)).toEqual([]);
		expect(paper).toMatchObject({ paperType: 'Beschlussvorlage', name: 'Kinderbetreuung während der Kurse' });
		for (const a of [w.admin, w.datenschutz, w.federfuehrung, w.gast])
			expect(await object(a, 'paper', p.id)).toBeNull();

		const measures = [aMeasure(w)];
		const wording = 'Das Jobcenter richtet drei Kurse ein.';
		const decided = { proposalId: p.id, wording, reason: 'Bedarf', target: '', targetOn: null, vote: '', measures };
		const d = value(await decide(w.vorsitz, { ...decided, result: 'adopted_with_changes' }));
		const after = (await object(w.pruefung, 'paper', p.id))!;
		expect(after['lueckenlos:decision']).toMatchObject([{ number: d.number, resolutionText: wording }]);
		// who does not see the meeting is told of the decision, not of the meeting
		expect(JSON.stringify(after)).not.toContain(p.meetingId);
		expect(await object(w.pruefung, 'meeting', p.meetingId)).toBeNull();
	});

	test('is told with meeting and item to those who see these', async () => {
		const { id, items } = await invited(w.committee, ['Beschluss']);
		const p = await scheduled(w, { running: false });
		await db.db.execute(`update agenda_item set proposal_id = '${p.id}' where id = '${items[0]}'`);
		const paper = (await object(w.lenkung, 'paper', p.id))!;
		expect(flawsOf(paper)).toEqual([]);
		expect(paper.consultation).toMatchObject([{ authoritative: true }]);
		const consultation = (await object(w.lenkung, 'consultation', items[0]!))!;
		expect(flawsOf(consultation)).toEqual([]);
		expect(consultation.meeting).toMatch(new RegExp(`/meeting/${id}$`));
		expect((await object(w.pruefung, 'paper', p.id))!.consultation).toBeUndefined();
		expect(await object(w.pruefung, 'consultation', items[0]!)).toBeNull();
	});

	test('has its frozen version as a file, and released result sheets beside it – to those who see the paper', async () => {
		const p = await scheduled(w, { dissent: { text: 'qzwxsondervotum', named: true }, running: false });
		const mainOf = async (a: Actor) => ((await object(a, 'paper', p.id)) as { mainFile?: Oparl } | null)?.mainFile;
		const main = (await mainOf(w.pruefung))!;
		const id = fileId('paper', p.id);
		expect(main).toMatchObject({ mimeType: 'application/pdf', 'lueckenlos:version': 1 });
		const alone = (await object(w.pruefung, 'file', id))!;
		expect(flawsOf(alone)).toEqual([]);
		expect(alone.paper).toEqual([expect.stringMatching(new RegExp(`/paper/${p.id}$`))]);
		const printed = JSON.stringify(await paperOfFile(w.pruefung, id));
		expect(printed).toContain('Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.');
		// neither what was said against it nor by whom
		for (const word of ['qzwx', w.mitglied.name]) expect(printed).not.toContain(word);
		for (const a of [w.admin, w.datenschutz, w.federfuehrung, w.gast, w.nobody]) {
			expect(await mainOf(a)).toBeUndefined();
			expect([await object(a, 'file', id), await paperOfFile(a, id)]).toEqual([null, null]);
		}

		const parts = ['title', 'background', 'decided', 'changes', 'audience', 'contact'] as const;
		const text = Object.fromEntries(parts.map((part) => [part, 'Es gibt eine offene Sprechstunde.'])) as SheetText;
		await db.db.update(serviceGap).set({ state: 'closed' }).where(eq(serviceGap.id, p.gapIds[0]!));
		const sheet = value(await createSheet(w.koordination, p.gapIds[0]!, text)).id;
		const more = async (a: Actor) => ((await object(a, 'paper', p.id)) as { auxiliaryFile?: Oparl[] }).auxiliaryFile;
		value(await submitSheet(w.koordination, sheet));
		value(await releaseSheet(w.koordination2, sheet, 'office'));
		for (const a of [w.koordination, w.mitglied]) {
			expect(await more(a)).toBeUndefined();
			expect(await object(a, 'file', fileId('sheet', sheet))).toBeNull();
		}
		value(await releaseSheet(w.pruefung, sheet, 'reviewer'));
		expect(await more(w.mitglied)).toMatchObject([{ mimeType: 'application/pdf' }]);
		expect(flawsOf(await object(w.mitglied, 'paper', p.id))).toEqual([]);
		expect(JSON.stringify(await paperOfFile(w.mitglied, fileId('sheet', sheet)))).toContain('Sprechstunde');
		for (const a of [w.gast, w.admin, w.federfuehrung])
			expect([await object(a, 'file', fileId('sheet', sheet)), await paperOfFile(a, fileId('sheet', sheet))]).toEqual([
				null,
				null
			]);
		value(await withdrawSheet(w.koordination, sheet, 'überholt'));
		expect(await more(w.mitglied)).toBeUndefined();
		expect(await object(w.mitglied, 'file', fileId('sheet', sheet))).toMatchObject({ deleted: true });
		expect(await paperOfFile(w.koordination, fileId('sheet', sheet))).toBeNull();

		value(await takeBack(p.id));
		expect(await object(w.mitglied, 'file', id)).toMatchObject({ deleted: true });
		for (const a of [w.mitglied, w.koordination]) expect(await paperOfFile(a, id)).toBeNull();
	});

	test('before its admission is nowhere, not even for its group and the office', async () => {
		const p = await scheduled(w, { running: false });
		for (const state of ['draft', 'in_consultation', 'recommended', 'submitted'] as const) {
			const { id } = await unreleased(state);
			for (const a of [w.mitglied, w.koordination]) {
				expect(await object(a, 'paper', id)).toBeNull();
				expect(await object(a, 'file', fileId('paper', id))).toBeNull();
				expect(await paperOfFile(a, fileId('paper', id))).toBeNull();
			}
		}
		value(await takeBack(p.id));
		for (const a of [w.mitglied, w.pruefung, w.koordination]) {
			const withdrawn = (await object(a, 'paper', p.id))!;
			expect(Object.keys(withdrawn)).toEqual(['id', 'type', 'created', 'modified', 'deleted']);
			expect((await listed(a, 'paper')).some(ofId(p.id))).toBe(false);
			expect((await listed(a, 'paper', since)).some(ofId(p.id))).toBe(true);
		}
		for (const a of [w.admin, w.gast]) expect(await object(a, 'paper', p.id)).toBeNull();
	});

	async function unreleased(state: string) {
		const [row] = await db.db
			.insert(proposal)
			.values({
				number: `V-1999-${state}`,
				bodyId: w.group,
				title: 'qzwxentwurf',
				state,
				outline: {
					resolution: 'qzwx',
					problem: '',
					solution: '',
					alternatives: '',
					money: '',
					staff: '',
					it: '',
					dataProtection: '',
					competence: '',
					indicator: ''
				},
				createdBy: w.mitglied.id
			})
			.returning({ id: proposal.id });
		return row!;
	}
	async function takeBack(id: string) {
		await db.db.update(proposal).set({ state: 'admitted', meetingId: null }).where(eq(proposal.id, id));
		return take(w.koordination, id, 'return', { comment: 'Bitte noch einmal.' });
	}
});

describe('an answer', () => {
	const from = (headers: Record<string, string> = {}) => new Request('https://hub.example.org', { headers });
	const marked = (body: unknown, mark: string) => json(from({ 'if-none-match': mark }), body);

	test('has a mark and a date, and is not sent again to whoever has it', async () => {
		const body = (await countyList(w.mitglied, '1', 'organization', asked()))!;
		const first = json(from(), body);
		const etag = first.headers.get('etag')!;
		expect(etag).toMatch(/^"[\w-]{32}"$/);
		expect(first.headers.get('cache-control')).toBe('private, no-cache');
		expect(first.headers.get('vary')).toBe('authorization');
		const latest = Math.max(...(body.data as { modified: string }[]).map((o) => Date.parse(o.modified)));
		expect(Date.parse(first.headers.get('last-modified')!)).toBe(latest);
		for (const mark of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
			const again = marked(body, mark);
			expect([mark, again.status, again.headers.get('etag'), await again.text()]).toEqual([mark, 304, etag, '']);
		}
		expect(marked(body, '"x"').status).toBe(200);
	});

	test('has another mark once anything in it is another, and none where there is nothing', async () => {
		const p = await scheduled(w, { running: false });
		const paper = async (a: Actor) => json(from(), await object(a, 'paper', p.id));
		const before = (await paper(w.mitglied)).headers.get('etag')!;
		expect((await paper(w.mitglied)).headers.get('etag')).toBe(before);
		expect(marked(await object(w.mitglied, 'paper', p.id), before).status).toBe(304);
		await db.db.update(proposal).set({ state: 'admitted', meetingId: null }).where(eq(proposal.id, p.id));
		value(await take(w.koordination, p.id, 'return', { comment: 'Bitte noch einmal.' }));
		expect(marked(await object(w.mitglied, 'paper', p.id), before).status).toBe(200);
		const none = answerOf(from({ 'if-none-match': before }), await object(w.gast, 'paper', p.id));
		expect([none.status, none.headers.get('etag'), none.headers.get('cache-control')]).toEqual([
			404,
			null,
			'private, no-store'
		]);
	});
});

describe('a list', () => {
	test('turns its pages without missing or repeating anything, while new things come', async () => {
		const all = (await listed(w.koordination, 'meeting', 'limit=100')).map((o) => o.id);
		expect(all.length).toBeGreaterThan(5);
		const seen: string[] = [];
		let query = 'limit=2';
		for (let turned = 0; turned < 40; turned++) {
			const page = (await countyList(w.koordination, '1', 'meeting', asked(query)))!;
			seen.push(...(page.data as Oparl[]).map((o) => o.id));
			expect(page.links.self).toContain('limit=2');
			if (turned === 1) await invited(w.group, ['Dazwischen']);
			if (!page.links.next) break;
			query = new URL(page.links.next).search;
		}
		expect(seen.slice(0, all.length)).toEqual(all);
		expect(seen).toHaveLength(all.length + 1);
		expect(new Set(seen).size).toBe(seen.length);
	});

	test('is cut by creation and change, to the second', async () => {
		const all = await listed(w.koordination, 'meeting', 'limit=100');
		const at = encodeURIComponent(String(all[3]!.created));
		const since = await listed(w.koordination, 'meeting', `limit=100&created_since=${at}`);
		const until = await listed(w.koordination, 'meeting', `limit=100&created_until=${at}`);
		expect(since.map((o) => o.id)).toContain(all[3]!.id);
		expect(until.map((o) => o.id)).toContain(all[3]!.id);
		expect(new Set([...since, ...until].map((o) => o.id)).size).toBe(all.length);
		const future = encodeURIComponent('2999-01-01T00:00:00+00:00');
		expect(await listed(w.koordination, 'meeting', `modified_since=${future}`)).toEqual([]);
		expect(await listed(w.koordination, 'meeting', `modified_until=${future}&limit=100`)).toHaveLength(all.length);
	});

	test(
		'of every type fits the schema, for everybody, and each object of it is there by itself',
		{ timeout: 90_000 },
		async () => {
			for (const [, a] of w.everyone.filter(([, a]) => a.id)) {
				for (const type of objectTypes) {
					for (const o of await listed(a, type, `${since}&limit=100`)) {
						const alone = await object(a, type, o.id.split('/').at(-1)!);
						expect(alone).toEqual(o);
					}
				}
				expect(await listed(a, 'legislative-term')).toEqual([]);
			}
		}
	);
});

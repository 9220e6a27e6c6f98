// Rights said in SQL are the rights of the policies; labels show nothing that may not be read.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may as mayBody, mayMandate } from '#concepts/bodies/policy.ts';
import { may as mayCase } from '#concepts/cases/policy.ts';
import { steps as caseSteps, type CaseState } from '#concepts/cases/rules.ts';
import { may as mayGap, mayReport } from '#concepts/gaps/policy.ts';
import { gapStates } from '#concepts/gaps/rules.ts';
import { may as mayMeeting, type MeetingThing } from '#concepts/meetings/policy.ts';
import { may as mayProposal } from '#concepts/proposals/policy.ts';
import { steps as proposalSteps, type ProposalState } from '#concepts/proposals/rules.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { addDays, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { world, type World } from '../../../tests/world.ts';
import { pagedTypes, type Paged } from './directory.ts';
import { labelsOf, thingsNamed } from './directory.queries.server.ts';
import { readable } from './directory.rights.server.ts';
import { mayDecide, mayMeasure } from './policy.ts';

let db: TestDatabase;
let w: World;
/** one row a state, with what its policy needs to know */
type Planted = { type: Paged; id: string; allowed: (a: Actor) => boolean; what: string };
const planted: Planted[] = [];

beforeAll(async () => {
	db = await testDatabase();
	w = await world();
	await (await database()).transaction(plant);
});
afterAll(() => db.close());

const insert = async (tx: Transaction, q: ReturnType<typeof sql>): Promise<string> =>
	(await tx.execute<{ id: string }>(q)).rows[0]!.id;

async function plant(tx: Transaction): Promise<void> {
	const [author, reviewer] = [w.fallmanagementA, w.pruefung];
	for (const state of ['draft', 'received', 'query', 'assigned', 'declined', 'withdrawn'] as const) {
		const id = await insert(
			tx,
			sql`insert into gap_report (author_id, organisation_id, state) values (${author.id}, ${author.organisationId}, ${state}) returning id`
		);
		planted.push({
			type: 'gap_report',
			id,
			what: state,
			allowed: (a) => mayReport(a, 'read', { authorId: author.id, state })
		});
	}
	let another: string | null = null;
	for (const state of gapStates) {
		const into = state === 'merged' ? another : null;
		const id = await insert(
			tx,
			sql`insert into service_gap (number, title, description, state, gap_type, merged_into_id) values (${`L-1999-${state}`}, 'Lücke', 'Text', ${state}, 'GT01', ${into}) returning id`
		);
		another ??= id;
		planted.push({ type: 'service_gap', id, what: state, allowed: (a) => mayGap(a, 'read') });
	}
	const caseStates = [...new Set(Object.values(caseSteps).flatMap((s): CaseState[] => [...s.from, s.to]))];
	for (const by of [author, reviewer])
		for (const state of caseStates) {
			const id = await insert(
				tx,
				sql`insert into case_analysis (author_id, reviewer_id, organisation_id, state, attributes) values (${by.id}, ${by === author ? reviewer.id : author.id}, ${by.organisationId}, ${state}, '{}') returning id`
			);
			const thing = { authorId: by.id, organisationId: by.organisationId, state, ownHouse: true };
			planted.push({
				type: 'case_analysis',
				id,
				what: `${state} by ${by.name}`,
				allowed: (a) => mayCase(a, 'read', thing)
			});
		}
	for (const [kind, id] of [
		['group', w.group],
		['topicGroup', w.topicGroup],
		['committee', w.committee]
	] as const) {
		planted.push({ type: 'body', id, what: kind, allowed: (a) => mayBody(a, 'read', { id, state: 'active' }) });
	}
	const mandateId = await insert(
		tx,
		sql`insert into mandate (number, body_id, goal, due_on) values ('M-1999-001', ${w.topicGroup}, 'Ziel', ${today()}) returning id`
	);
	planted.push({
		type: 'mandate',
		id: mandateId,
		what: 'given',
		allowed: (a) => mayMandate(a, 'read', { bodyId: w.topicGroup, state: 'given' })
	});
	await plantMeetings(tx);
	await plantDecisions(tx);
}

async function plantMeetings(tx: Transaction): Promise<void> {
	for (const bodyId of [w.topicGroup, w.committee])
		for (const state of ['draft', 'scheduled', 'invited', 'closed', 'cancelled'] as const) {
			for (const guestUntil of [null, addDays(today(), -1), today()]) {
				const id = await insert(
					tx,
					sql`insert into meeting (body_id, title, starts_at, ends_at, state) values (${bodyId}, 'Sitzung', now(), now(), ${state}) returning id`
				);
				if (guestUntil)
					await tx.execute(
						sql`insert into invitation (meeting_id, account_id, invited_at, guest, access_until) values (${id}, ${w.gast.id}, now(), true, ${guestUntil})`
					);
				const thing = (a: Actor): MeetingThing => ({
					bodyId,
					state,
					minutesState: 'drafting',
					guestUntil: a.id === w.gast.id ? guestUntil : null,
					invited: false,
					attended: false
				});
				planted.push({
					type: 'meeting',
					id,
					what: `${state} ${guestUntil ?? 'without guest'}`,
					allowed: (a) => mayMeeting(a, 'read', thing(a))
				});
			}
		}
}

async function plantDecisions(tx: Transaction): Promise<void> {
	const states = [...new Set(Object.values(proposalSteps).flatMap((s): ProposalState[] => [...s.from, s.to]))];
	const meetingId = planted.find((p) => p.type === 'meeting')!.id;
	let proposalId = '';
	for (const bodyId of [w.topicGroup, w.group])
		for (const state of states) {
			proposalId = await insert(
				tx,
				sql`insert into proposal (number, body_id, title, state, outline, created_by) values (${`V-${bodyId.slice(0, 4)}-${state}`}, ${bodyId}, 'Vorschlag', ${state}, '{}', ${w.koordination.id}) returning id`
			);
			planted.push({
				type: 'proposal',
				id: proposalId,
				what: state,
				allowed: (a) => mayProposal(a, 'read', { bodyId, state })
			});
		}
	const decisionId = await insert(
		tx,
		sql`insert into decision (number, body_id, meeting_id, gate, proposal_id, result, wording, decided_at, decided_by)
		values ('LG-1999/1-B01', ${w.committee}, ${meetingId}, 2, ${proposalId}, 'adopted', 'Beschlossen.', now(), ${w.vorsitz.id}) returning id`
	);
	const m = {
		bodyId: w.committee,
		organisationId: w.federfuehrung.organisationId,
		contactId: w.mitglied.id,
		deputyId: w.gast.id,
		helperOrganisationId: null,
		helperId: w.datenschutz.id,
		state: 'issued' as const
	};
	const measureId = await insert(
		tx,
		sql`insert into measure (number, decision_id, organisation_id, contact_id, deputy_id, title, due_on)
		values ('MA-1999-001', ${decisionId}, ${m.organisationId}, ${m.contactId}, ${m.deputyId}, 'Maßnahme', ${today()}) returning id`
	);
	planted.push({ type: 'measure', id: measureId, what: 'issued', allowed: (a) => mayMeasure(a, 'read', m) });
	for (const helper of [
		{ helperOrganisationId: w.organisations.town, helperId: w.datenschutz.id },
		{ helperOrganisationId: w.organisations.jobcentre, helperId: null }
	]) {
		const blocked = {
			bodyId: w.committee,
			organisationId: w.organisations.town,
			contactId: w.mitglied.id,
			deputyId: null,
			...helper,
			state: 'blocked' as const
		};
		const id = await insert(
			tx,
			sql`insert into measure (number, decision_id, organisation_id, contact_id, title, due_on, state, helper_organisation_id, helper_id)
			values (${`MA-1999-H${planted.length}`}, ${decisionId}, ${blocked.organisationId}, ${blocked.contactId}, 'Maßnahme', ${today()}, 'blocked',
			${helper.helperOrganisationId}, ${helper.helperId}) returning id`
		);
		planted.push({ type: 'measure', id, what: 'blocked', allowed: (a) => mayMeasure(a, 'read', blocked) });
	}
	planted.push({
		type: 'decision',
		id: decisionId,
		what: 'adopted',
		allowed: (a) =>
			mayDecide(a, 'read', { bodyId: w.committee, units: [m.organisationId], contacts: [m.contactId, m.deputyId] })
	});
}

describe('rights in SQL', () => {
	test('every type with a page is held to its policy here', () => {
		expect(new Set(planted.map((p) => p.type))).toEqual(new Set(pagedTypes));
	});
	test('say of every account and every planted thing what its policy says', async () => {
		for (const [name, actor] of w.everyone) {
			const may = readable(actor);
			const seen = new Set<string>();
			await look(async (tx) => {
				for (const type of pagedTypes) {
					const found = await tx.execute<{ id: string }>(
						sql`select id from ${sql.identifier(type)} where ${may[type]}`
					);
					for (const row of found.rows) seen.add(row.id);
				}
			});
			for (const p of planted)
				expect([name, p.type, p.what, seen.has(p.id)]).toEqual([name, p.type, p.what, p.allowed(actor)]);
		}
	});
	test('a county may keep reviewers from analyses of their own house', async () => {
		const own = planted.find((p) => p.what.startsWith('in_review by Aylin'))!;
		const house = { ...w.pruefung, organisationId: w.fallmanagementA.organisationId };
		const sees = async (a: Actor) => (await labelsOf(a, [own])).size === 1;
		expect(await sees(house)).toBe(true);
		await (
			await database()
		).execute(sql`insert into setting (key, value) values ('reviewersOfSameOrganisation', 'false'::jsonb)`);
		expect(await sees(house)).toBe(false);
		expect(await sees(w.pruefung)).toBe(true);
	});
});

describe('labels', () => {
	test('come in one map, hidden ones missing, nonsense left out', async () => {
		const things = [
			...planted,
			{ type: 'service_gap', id: "x'; drop table event" },
			{ type: 'account', id: w.admin.id }
		];
		for (const [, actor] of [
			['koordination', w.koordination],
			['gast', w.gast],
			['nobody', w.nobody]
		] as const) {
			const labels = await labelsOf(actor, things);
			expect(labels.size).toBe(
				planted.filter((p) => p.allowed(actor) && !(p.what.startsWith('in_review') && actor.id === w.pruefung.id))
					.length
			);
		}
		const gap = planted.find((p) => p.type === 'service_gap' && p.what === 'new')!;
		expect((await labelsOf(w.lenkung, [gap])).get(`service_gap:${gap.id}`)).toEqual({
			type: 'service_gap',
			id: gap.id,
			number: 'L-1999-new',
			title: 'Lücke',
			state: 'new',
			href: `/gaps/${gap.id}`
		});
	});
});

describe('things are found by a part of their number or title', () => {
	const types = ['service_gap', 'proposal', 'measure', 'case_analysis', 'mandate'] as const;
	test('only those that the actor may read', async () => {
		for (const [name, actor] of w.everyone) {
			const found = await thingsNamed(actor, '1999', types, 100);
			const allowed = planted.filter((p) => (p.type === 'service_gap' || p.type === 'measure') && p.allowed(actor));
			const named = found.filter((f) => f.type === 'service_gap' || f.type === 'measure');
			expect([name, named.map((f) => f.id).sort()]).toEqual([name, allowed.map((p) => p.id).sort()]);
		}
	});
	test('whatever is typed is text', async () => {
		expect(await thingsNamed(w.koordination, "%' or true --", types, 5)).toEqual([]);
		expect((await thingsNamed(w.koordination, 'L-1999-NEW', types, 5)).map((t) => t.number)).toEqual(['L-1999-new']);
	});
});

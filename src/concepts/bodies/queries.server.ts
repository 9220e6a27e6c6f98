/** What pages show of bodies, and who sits in them – the latter also inside transactions of later concepts. */
import { and, asc, count, desc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import type { BodyKind } from '#concepts/people/rules.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { event } from '#platform/events.tables.server.ts';
import { isId } from '#platform/ids.ts';
import { may, mayFound, mayMandate, openMandateSteps, openSteps } from './policy.ts';
import { isActive, isInterimOverdue, isMandateOverdue, isOpenMandate, sitsOn } from './rules.ts';
import { accountIdsIn, findBody, seatsOf, seatsOn, type Body, type Seated } from './store.server.ts';
import { body, mandate, membership } from './tables.server.ts';

/** Who sits in a body on a day ('YYYY-MM-DD', today if not said), guests of the body included; chairs first. */
export const membersOf = (tx: Transaction, bodyId: string, onDay: string = today()): Promise<Seated[]> =>
	seatsOn(tx, bodyId, onDay);
/** Account ids of chair, deputy and members, without guests – whom to tell of what the group does. */
export const memberIdsOf = (tx: Transaction, bodyId: string): Promise<string[]> =>
	accountIdsIn(tx, [bodyId], today(), ['chair', 'deputy', 'member']);
export const chairIdsOf = (tx: Transaction, bodyId: string): Promise<string[]> =>
	accountIdsIn(tx, [bodyId], today(), ['chair', 'deputy']);
/** Account ids of the coordinators. */
export const bodyOf = (tx: Transaction, bodyId: string): Promise<Body | null> => findBody(tx, bodyId);

export type BodyRow = Body & { members: number; mine: boolean; openMandates: number; overdueMandates: number };

/** Bodies this actor may know of, own ones first; closed ones last. */
export const bodies = (actor: Actor): Promise<BodyRow[]> =>
	look(async (tx) => {
		const all = await tx.select().from(body).orderBy(asc(body.state), asc(body.kind), asc(body.name));
		const day = today();
		const counts = await tx
			.select({ bodyId: membership.bodyId, n: count() })
			.from(membership)
			.where(
				and(
					lte(membership.fromOn, day),
					or(isNull(membership.untilOn), gte(membership.untilOn, day)),
					ne(membership.function, 'guest')
				)
			)
			.groupBy(membership.bodyId);
		const given = await tx.select({ bodyId: mandate.bodyId, state: mandate.state, dueOn: mandate.dueOn }).from(mandate);
		const rows = all
			.filter((b) => may(actor, 'read', b))
			.map((b): BodyRow => {
				const mandates = given.filter((g) => g.bodyId === b.id && isOpenMandate(g.state));
				const overdueMandates = mandates.filter((g) => isMandateOverdue(g, day)).length;
				const mine = actor.seats.some((s) => s.bodyId === b.id);
				return {
					...b,
					mine,
					members: counts.find((x) => x.bodyId === b.id)?.n ?? 0,
					openMandates: mandates.length,
					overdueMandates
				};
			});
		return rows.sort(
			(x, y) => Number(isActive(y.state)) - Number(isActive(x.state)) || Number(y.mine) - Number(x.mine)
		);
	});

/** For selects: active bodies of these kinds that this actor may know of. */
export const bodyChoices = (
	actor: Actor,
	kinds: readonly BodyKind[]
): Promise<{ id: string; name: string; kind: BodyKind }[]> =>
	look(async (tx) => {
		const all = await tx
			.select()
			.from(body)
			.where(inArray(body.kind, [...kinds]))
			.orderBy(asc(body.name));
		return all
			.filter((b) => isActive(b.state) && may(actor, 'read', b))
			.map(({ id, name, kind }) => ({ id, name, kind }));
	});

/** The room of a body: members, mandates; `work` says whether the actor sees what goes on in it. */
export const bodyPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const found = await findBody(tx, id);
		if (!found || !may(actor, 'read', found)) return null;
		const day = today();
		const seats = (await seatsOf(tx, id)).map(({ email: _email, ...s }) => ({
			...s,
			now: sitsOn(s, day),
			past: s.untilOn !== null && s.untilOn < day
		}));
		const mandates = await tx.select().from(mandate).where(eq(mandate.bodyId, id)).orderBy(desc(mandate.givenAt));
		return {
			...found,
			seats,
			mandates: mandates
				.map((g) => ({ ...g, overdue: isMandateOverdue(g, day) }))
				.filter((g) => mayMandate(actor, 'read', g)),
			work: may(actor, 'work', found),
			mayEdit: may(actor, 'edit', found),
			mayGive:
				mayMandate(actor, 'give', { bodyId: id, state: 'given' }) &&
				found.kind !== 'steering_committee' &&
				isActive(found.state),
			steps: openSteps(actor, found)
		};
	});
export type BodySeen = NonNullable<Awaited<ReturnType<typeof bodyPage>>>;

/** People and organisations for the form of a new seat; for those who may fill it. */
export const seatChoices = (actor: Actor) =>
	look(async (tx) => {
		if (!mayFound(actor)) return { people: [], organisations: [] };
		const people = await tx
			.select({ id: account.id, name: account.name, organisationId: account.organisationId })
			.from(account)
			.where(ne(account.state, 'closed'))
			.orderBy(asc(account.name))
			.limit(2000);
		const organisations = await tx
			.select({ id: organisation.id, name: organisation.name })
			.from(organisation)
			.where(eq(organisation.active, true))
			.orderBy(asc(organisation.name));
		return { people, organisations };
	});

export const mandatePage = (actor: Actor, id: string) =>
	look(async (tx) => {
		if (!isId(id)) return null;
		const [found] = await tx
			.select({ mandate, body: body.name })
			.from(mandate)
			.innerJoin(body, eq(body.id, mandate.bodyId))
			.where(eq(mandate.id, id));
		if (!found || !mayMandate(actor, 'read', found.mandate)) return null;
		const history = await tx
			.select({ at: event.at, kind: event.kind, data: event.data })
			.from(event)
			.where(and(eq(event.thingType, 'mandate'), eq(event.thingId, id)))
			.orderBy(asc(event.id));
		return {
			...found.mandate,
			body: found.body,
			overdue: isMandateOverdue(found.mandate, today()),
			interimLate: isInterimOverdue(found.mandate, today()),
			steps: openMandateSteps(actor, found.mandate),
			history
		};
	});
export type MandateSeen = NonNullable<Awaited<ReturnType<typeof mandatePage>>>;

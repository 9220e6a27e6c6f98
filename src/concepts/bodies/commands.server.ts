/** Founding and editing bodies, and who sits in them; mandates have their own file. */
import type { Actor } from '#concepts/people/actor.ts';
import type { BodyKind, SeatFunction } from '#concepts/people/rules.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { no, yes, type Issue } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { and, eq } from 'drizzle-orm';
import { may, mayFound } from './policy.ts';
import { bodySteps, isActive, type BodyStep } from './rules.ts';
import { accountIdsIn, knownOf, lockBody, seatsOf } from './store.server.ts';
import { body, membership } from './tables.server.ts';
import { today } from '#platform/clock.ts';

export { give, giveMandate, takeMandateStep } from './mandates.commands.server.ts';

export type BodyInput = { name: string; purpose: string };
const lacksName = (input: BodyInput): Issue[] =>
	input.name.trim() ? [] : [{ field: 'name', message: m.bodies_issue_name() }];

export const found = (actor: Actor, input: BodyInput & { kind: BodyKind }) =>
	change<string>(actor, async ({ tx, record }) => {
		if (!mayFound(actor)) return no('forbidden');
		const issues = lacksName(input);
		if (issues.length) return no('incomplete', issues);
		const [made] = await tx
			.insert(body)
			.values({ kind: input.kind, name: input.name.trim(), purpose: input.purpose.trim() })
			.returning();
		record('body.create', { type: 'body', id: made!.id }, { kind: input.kind });
		return yes(made!.id);
	});

export const edit = (actor: Actor, id: string, input: BodyInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const b = await lockBody(tx, id);
		if (!b || !may(actor, 'read', b)) return no('not_found');
		if (!may(actor, 'edit', b)) return no('forbidden');
		const issues = lacksName(input);
		if (issues.length) return no('incomplete', issues);
		await tx.update(body).set({ name: input.name.trim(), purpose: input.purpose.trim() }).where(eq(body.id, id));
		record('body.edit', { type: 'body', id });
		return yes(id);
	});

export const takeBodyStep = (actor: Actor, id: string, step: BodyStep) =>
	change<string>(actor, async ({ tx, record }) => {
		const b = await lockBody(tx, id);
		if (!b || !may(actor, 'read', b)) return no('not_found');
		if (!may(actor, step, b)) return no('forbidden');
		if (!fits(bodySteps[step], b.state)) return no('wrong_state');
		await tx
			.update(body)
			.set({ state: bodySteps[step].to })
			.where(and(eq(body.id, id), eq(body.state, b.state)));
		const members = await accountIdsIn(tx, [id], today(), ['chair', 'deputy', 'member']);
		record(
			`body.${step}`,
			{ type: 'body', id },
			{ from: b.state, to: bodySteps[step].to },
			members.map((to) => ({ to, note: 'meeting' }))
		);
		return yes(id);
	});

export type SeatInput = {
	accountId: string;
	function: SeatFunction;
	organisationId: string;
	fromOn: string;
	untilOn: string | null;
};

/** Adds a seat; one person holds one seat in a body at a time. Rights follow the day of the term. */
export const join = (actor: Actor, bodyId: string, input: SeatInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const b = await lockBody(tx, bodyId);
		if (!b || !may(actor, 'read', b)) return no('not_found');
		if (!may(actor, 'seat', b)) return no('forbidden');
		if (!isActive(b.state)) return no('wrong_state');
		const issues: Issue[] = [];
		const known = await knownOf(tx, input);
		if (!known.account) issues.push({ field: 'accountId', message: m.bodies_issue_person() });
		if (!known.organisation) issues.push({ field: 'organisationId', message: m.bodies_issue_organisation() });
		if (input.untilOn && input.untilOn < input.fromOn)
			issues.push({ field: 'untilOn', message: m.bodies_issue_term() });
		if (issues.length) return no('incomplete', issues);
		const others = (await seatsOf(tx, bodyId)).filter((s) => s.accountId === input.accountId);
		const overlaps = others.some(
			(s) => (s.untilOn === null || s.untilOn >= input.fromOn) && (input.untilOn === null || s.fromOn <= input.untilOn)
		);
		if (overlaps) return no('conflict', [{ field: 'accountId', message: m.bodies_issue_seated() }]);
		const [made] = await tx
			.insert(membership)
			.values({ bodyId, ...input })
			.returning();
		const data = { accountId: input.accountId, function: input.function, fromOn: input.fromOn, untilOn: input.untilOn };
		record('body.join', { type: 'body', id: bodyId }, data, [{ to: input.accountId, note: 'access' }]);
		return yes(made!.id);
	});

/** `untilOn` is the last day of the seat. */
export const endSeat = (actor: Actor, bodyId: string, membershipId: string, untilOn: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const b = await lockBody(tx, bodyId);
		if (!b || !may(actor, 'read', b)) return no('not_found');
		if (!may(actor, 'seat', b)) return no('forbidden');
		const seat = (await seatsOf(tx, bodyId)).find((s) => s.membershipId === membershipId);
		if (!seat) return no('not_found');
		if (untilOn < seat.fromOn) return no('incomplete', [{ field: 'untilOn', message: m.bodies_issue_term() }]);
		await tx.update(membership).set({ untilOn }).where(eq(membership.id, membershipId));
		record('body.leave', { type: 'body', id: bodyId }, { accountId: seat.accountId, untilOn }, [
			{ to: seat.accountId, note: 'access' }
		]);
		return yes(bodyId);
	});

/** The forms of bodies, seats and mandates: what comes in, parsed once. */
import * as v from 'valibot';
import { bodyKinds, seatFunctions } from '#concepts/people/rules.ts';
import { m } from '#i18n/paraglide/messages.js';
import { dayField, dayOrNone, textField } from '#platform/form.server.ts';
import { mandateSteps, bodySteps, type BodyStep, type MandateStep } from './rules.ts';

/** Which form of a page was sent: its typed values are shown there again. */
const on = v.optional(v.string(), '');
const id = (message: string) => v.pipe(v.optional(v.string(), ''), v.uuid(message));

export const bodyForm = () =>
	v.object({
		kind: v.optional(v.picklist(bodyKinds, m.bodies_issue_kind()), 'topic_group'),
		name: textField({ required: m.bodies_issue_name(), max: 160 }),
		purpose: textField({ max: 2000 })
	});
export const bodyStepForm = () => v.object({ step: v.picklist(Object.keys(bodySteps) as BodyStep[]) });
export const seatForm = () =>
	v.object({
		on,
		accountId: id(m.bodies_issue_person()),
		organisationId: id(m.bodies_issue_organisation()),
		function: v.picklist(seatFunctions),
		fromOn: dayField(m.bodies_issue_from()),
		untilOn: dayOrNone(m.bodies_issue_until())
	});
export const endSeatForm = () => v.object({ on, membershipId: id(''), untilOn: dayField(m.bodies_issue_until()) });
export const mandateForm = () =>
	v.object({
		on,
		goal: textField({ required: m.bodies_issue_goal(), max: 4000 }),
		dueOn: dayField(m.bodies_issue_due()),
		interimDueOn: dayOrNone(m.bodies_issue_due())
	});
export const mandateStepForm = () =>
	v.object({
		step: v.picklist(Object.keys(mandateSteps) as MandateStep[]),
		text: textField({ max: 20000 }),
		dueOn: dayOrNone(m.bodies_issue_due())
	});

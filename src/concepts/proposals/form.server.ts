/** The forms of proposals, parsed; the sentences are in the reader's language, so each is made for its request. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { dayOrNone, textField } from '#platform/form.server.ts';
import { outlineParts, partLimit, resolutionLimit, titleLimit, type Outline } from './rules.ts';
import { pageSteps, type StepInput } from './commands.server.ts';
import type { Content } from './store.server.ts';

const limited = (max: number) => textField({ max, tooLong: m.proposals_issue_long({ max }) });
/** 'YYYY-MM-DD' or empty */
export const dueDay = () => dayOrNone(m.proposals_issue_day());

export const newForm = () =>
	v.object({
		bodyId: textField({ required: m.proposals_issue_group() }),
		title: textField({
			required: m.proposals_issue_title(),
			max: titleLimit,
			tooLong: m.proposals_issue_long({ max: titleLimit })
		}),
		gapIds: v.optional(v.array(v.string()), [])
	});

export const outlineForm = () =>
	v.object({
		revision: v.pipe(v.optional(v.string(), '0'), v.transform(Number), v.integer(), v.minValue(0)),
		title: textField({
			required: m.proposals_issue_title(),
			max: titleLimit,
			tooLong: m.proposals_issue_long({ max: titleLimit })
		}),
		responsible: textField({ max: 40 }),
		dueOn: dueDay(),
		resolution: limited(resolutionLimit),
		problem: limited(partLimit),
		solution: limited(partLimit),
		alternatives: limited(partLimit),
		money: limited(partLimit),
		staff: limited(partLimit),
		it: limited(partLimit),
		dataProtection: limited(partLimit),
		competence: limited(partLimit),
		indicator: limited(partLimit)
	});
export const contentFrom = (value: v.InferOutput<ReturnType<typeof outlineForm>>): Content => ({
	title: value.title,
	outline: Object.fromEntries(outlineParts.map((part) => [part, value[part]])) as Outline,
	responsibleOrganisationId: value.responsible || null,
	dueOn: value.dueOn || null
});

export const gapForm = () => v.object({ gapId: textField({ required: m.proposals_issue_gap() }) });
export const stepForm = () =>
	v.object({
		step: v.picklist(pageSteps, m.proposals_refused_wrong_state()),
		comment: limited(2000),
		meetingId: textField({ max: 40 }),
		part: v.optional(v.picklist(['', ...outlineParts]), ''),
		quote: limited(1000)
	});
export const stepInput = (value: Omit<v.InferOutput<ReturnType<typeof stepForm>>, 'step'>): StepInput => value;
export const followForm = () => v.object({ on: textField({ max: 5 }) });

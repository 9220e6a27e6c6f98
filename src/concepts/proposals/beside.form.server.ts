/** The forms of statements and dissenting votes, parsed; made for each request in the reader's language. */
import * as v from 'valibot';
import { m } from '#i18n/paraglide/messages.js';
import { dayField, textField } from '#platform/form.server.ts';
import { dissentLimit } from './dissents.rules.ts';
import { storedLimit } from './outline.document.ts';
import { questionLimit, shownParts, statementAnswers, statementLimit, type TextSeen } from './statements.rules.ts';
import type { Answering, Asking } from './statements.commands.server.ts';

const limited = (max: number) => textField({ max, tooLong: m.proposals_issue_long({ max }) });

export const askForm = () =>
	v.object({
		accountId: textField({ required: m.proposals_issue_person(), max: 40 }),
		question: textField({
			required: m.proposals_issue_question(),
			max: questionLimit,
			tooLong: m.proposals_issue_long({ max: questionLimit })
		}),
		statementDueOn: dayField(m.proposals_issue_statement_day())
	});
export const askingFrom = (value: v.InferOutput<ReturnType<typeof askForm>>): Asking => ({
	accountId: value.accountId,
	question: value.question,
	dueOn: value.statementDueOn
});
export const withdrawForm = () => v.object({ statementId: textField({ max: 40 }) });

const read = () => textField({ max: storedLimit });
/** `seen…`: the text that the person has read, sent along so that nobody answers to another one. */
export const statementForm = () =>
	v.object({
		answer: v.optional(v.picklist(['', ...statementAnswers], m.proposals_issue_answer()), ''),
		text: limited(statementLimit),
		seen_title: read(),
		seen_resolution: read(),
		seen_problem: read(),
		seen_solution: read()
	});
export function statementFrom(value: v.InferOutput<ReturnType<typeof statementForm>>): {
	given: Answering;
	seen: TextSeen;
} {
	const seen = { title: value.seen_title } as TextSeen;
	for (const part of shownParts) seen[part] = value[`seen_${part}`];
	return { given: { answer: value.answer, text: value.text }, seen };
}

export const dissentForm = () =>
	v.object({
		dissent: textField({
			required: m.proposals_issue_dissent(),
			max: dissentLimit,
			tooLong: m.proposals_issue_long({ max: dissentLimit })
		}),
		named: textField({ max: 5 })
	});

/** The workbench of one proposal: outline, evidence, steps, versions, comments. */
import { error, redirect } from '@sveltejs/kit';
import { commentForm } from '#concepts/people/comments.form.server.ts';
import { comment, follow, linkGap, save, take, unlinkGap } from '#concepts/proposals/commands.server.ts';
import { contentFrom, followForm, gapForm, outlineForm, stepForm, stepInput } from '#concepts/proposals/form.server.ts';
import { askForm, askingFrom, dissentForm, withdrawForm } from '#concepts/proposals/beside.form.server.ts';
import { dissent, withdrawDissent } from '#concepts/proposals/dissents.commands.server.ts';
import { askStatement, withdrawStatement } from '#concepts/proposals/statements.commands.server.ts';
import { beginOutline } from '#concepts/proposals/outline.commands.server.ts';
import { workbench } from '#concepts/proposals/queries.server.ts';
import { steps, type ProposalState } from '#concepts/proposals/rules.ts';
import { refusalWords } from '#concepts/proposals/words.ts';
import { isOffice } from '#concepts/people/actor.ts';
import { circulationFor } from '#concepts/steering/circulation.queries.server.ts';
import { mayDecideSomewhere } from '#concepts/steering/policy.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await workbench(locals.actor, params.id);
	if (!found) error(404);
	const mayDecide = mayDecideSomewhere(locals.actor) && fits<ProposalState>(steps.decide, found.proposal.state);
	const circulation = await circulationFor(locals.actor, params.id);
	const mayCirculate = isOffice(locals.actor) && fits<ProposalState>(steps.circulate, found.proposal.state);
	if (found.may.work) await beginOutline(params.id);
	return {
		...found,
		circulation,
		mayCirculate,
		mayDecide,
		device: locals.actor.id ?? undefined,
		saved: url.searchParams.has('saved'),
		asked: url.searchParams.has('asked')
	};
};

const answer = (result: Result<unknown>, values: Typed, then: string) => {
	if (!result.ok) return refused(result, values, refusalWords[result.why]());
	redirect(303, then);
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, outlineForm());
		if (!parsed.ok) return parsed.refusal;
		const saved = await save(locals.actor, params.id, parsed.value.revision, contentFrom(parsed.value));
		return answer(saved, parsed.values, `/proposals/${params.id}?saved`);
	},
	link: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, gapForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await linkGap(locals.actor, params.id, parsed.value.gapId),
			parsed.values,
			`/proposals/${params.id}#gaps`
		);
	},
	unlink: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, gapForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await unlinkGap(locals.actor, params.id, parsed.value.gapId),
			parsed.values,
			`/proposals/${params.id}#gaps`
		);
	},
	step: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, stepForm());
		if (!parsed.ok) return parsed.refusal;
		const { step, ...input } = parsed.value;
		return answer(
			await take(locals.actor, params.id, step, stepInput(input)),
			parsed.values,
			`/proposals/${params.id}`
		);
	},
	ask: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, askForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await askStatement(locals.actor, params.id, askingFrom(parsed.value)),
			parsed.values,
			`/proposals/${params.id}?asked#statements`
		);
	},
	withdraw_statement: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, withdrawForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await withdrawStatement(locals.actor, params.id, parsed.value.statementId),
			parsed.values,
			`/proposals/${params.id}#statements`
		);
	},
	dissent: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, dissentForm());
		if (!parsed.ok) return parsed.refusal;
		const given = { text: parsed.value.dissent, named: parsed.value.named === 'on' };
		return answer(await dissent(locals.actor, params.id, given), parsed.values, `/proposals/${params.id}#dissents`);
	},
	withdraw_dissent: async ({ locals, params }) =>
		answer(await withdrawDissent(locals.actor, params.id), {}, `/proposals/${params.id}#dissents`),
	comment: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, commentForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await comment(locals.actor, params.id, parsed.value),
			parsed.values,
			`/proposals/${params.id}#comments`
		);
	},
	follow: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, followForm());
		if (!parsed.ok) return parsed.refusal;
		return answer(
			await follow(locals.actor, params.id, parsed.value.on === 'on'),
			parsed.values,
			`/proposals/${params.id}`
		);
	}
};

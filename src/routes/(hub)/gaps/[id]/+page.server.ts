/** The page of a service gap, and everything that can be done with it there. */
import { error, redirect } from '@sveltejs/kit';
import { agreementsOnGap } from '#concepts/agreements/queries.server.ts';
import { observationsOn } from '#concepts/gaps/after.queries.server.ts';
import { codingLabels } from '#concepts/gaps/catalogues.server.ts';
import {
	assignGroup,
	confirmGap,
	deferGap,
	linkCaseToGap,
	notConfirmGap,
	releaseGroup,
	resumeGap,
	sendFeedback
} from '#concepts/gaps/commands.server.ts';
import { giveFeedback } from '#concepts/gaps/evidence.server.ts';
import {
	caseForm,
	decisionForm,
	deferForm,
	feedbackForm,
	groupForm,
	joinForm,
	mergeForm
} from '#concepts/gaps/forms.server.ts';
import { gapPage, linkableCases } from '#concepts/gaps/gap.queries.server.ts';
import { mergeGap, unmergeGap } from '#concepts/gaps/merging.commands.server.ts';
import { affectsUs, commentOnGap, followGap, takeBackConfirmation } from '#concepts/gaps/voices.commands.server.ts';
import { joinPreset } from '#concepts/gaps/voices.queries.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { confirmByDecision } from '#concepts/meetings/gap-decisions.commands.server.ts';
import { decisionsOnGap } from '#concepts/meetings/gap-decisions.queries.server.ts';
import { commentForm } from '#concepts/people/comments.form.server.ts';
import { mayWrite } from '#concepts/results/policy.ts';
import { sheetsOnGap } from '#concepts/results/queries.server.ts';
import { reportable } from '#concepts/results/rules.ts';
import { aroundGap } from '#concepts/steering/around-gap.queries.server.ts';
import { settingsForPages } from '#concepts/people/settings.queries.server.ts';
import { parseForm, refused, type Typed } from '#platform/form.server.ts';
import type { Result } from '#platform/result.ts';
import { eventText } from '#wiring.events.server.ts';
import { stateText, stateTone } from '#wiring.words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const gap = await gapPage(locals.actor, params.id);
	if (!gap) error(404);
	const [lists, openCases, decisions, settings, links, agreements, preset, observations, sheets] = await Promise.all([
		codingLabels(),
		linkableCases(locals.actor, gap.id),
		gap.steps.includes('confirm') ? decisionsOnGap(locals.actor, gap.id) : [],
		settingsForPages(),
		aroundGap(locals.actor, gap.id),
		agreementsOnGap(locals.actor, gap.id),
		gap.mayJoin ? joinPreset(locals.actor) : null,
		observationsOn(locals.actor, gap.id),
		sheetsOnGap(locals.actor, gap.id)
	]);
	const done = ['joined', 'done'].find((name) => url.searchParams.has(name)) ?? '';
	const history = gap.history.map((h) => ({ at: h.at, text: eventText(h.kind, h.data) }));
	const further = links.map((l) => ({ ...l, state: stateText(l.type, l.state), tone: stateTone(l.type, l.state) }));
	return {
		gap: { ...gap, history },
		agreements,
		sheets,
		mayWriteSheet: mayWrite(locals.actor) && reportable.includes(gap.state),
		lists,
		openCases,
		decisions,
		cellSize: settings.minimumCellSize,
		further,
		preset,
		observations,
		done
	};
};

const after = (id: string, result: Result<unknown>, typed: Typed = {}, how = 'done') =>
	result.ok ? redirect(303, `/gaps/${id}?${how}`) : refused(result, typed, refusalWords[result.why]());

export const actions: Actions = {
	follow: async ({ locals, params }) => after(params.id, await followGap(locals.actor, params.id, true)),
	unfollow: async ({ locals, params }) => after(params.id, await followGap(locals.actor, params.id, false)),
	join: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, joinForm());
		if (!parsed.ok) return parsed.refusal;
		const { casesBand, municipality, legalDomains } = parsed.value;
		const joined = await affectsUs(locals.actor, params.id, {
			casesBand,
			municipality: municipality || null,
			legalDomains
		});
		return after(params.id, joined, parsed.values, 'joined');
	},
	takeBack: async ({ locals, params }) => after(params.id, await takeBackConfirmation(locals.actor, params.id)),
	comment: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, commentForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await commentOnGap(locals.actor, params.id, parsed.value), parsed.values);
	},
	confirm: async ({ locals, params }) => after(params.id, await confirmGap(locals.actor, params.id)),
	confirmByDecision: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, decisionForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await confirmByDecision(locals.actor, params.id, parsed.value.decision), parsed.values);
	},
	notConfirm: async ({ locals, params }) => after(params.id, await notConfirmGap(locals.actor, params.id)),
	defer: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, deferForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await deferGap(locals.actor, params.id, parsed.value.until), parsed.values);
	},
	resume: async ({ locals, params }) => after(params.id, await resumeGap(locals.actor, params.id)),
	merge: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, mergeForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await mergeGap(locals.actor, params.id, parsed.value.intoId), parsed.values);
	},
	unmerge: async ({ locals, params }) => after(params.id, await unmergeGap(locals.actor, params.id)),
	assignGroup: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, groupForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await assignGroup(locals.actor, params.id, parsed.value.bodyId), parsed.values);
	},
	releaseGroup: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, groupForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await releaseGroup(locals.actor, params.id, parsed.value.bodyId), parsed.values);
	},
	linkCase: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, caseForm());
		if (!parsed.ok) return parsed.refusal;
		return after(params.id, await linkCaseToGap(locals.actor, params.id, parsed.value.caseId), parsed.values);
	},
	feedback: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, feedbackForm());
		if (!parsed.ok) return parsed.refusal;
		const { feedbackId, text } = parsed.value;
		const given = feedbackId
			? await giveFeedback(locals.actor, feedbackId, text)
			: await sendFeedback(locals.actor, params.id, text);
		return after(params.id, given, parsed.values);
	}
};

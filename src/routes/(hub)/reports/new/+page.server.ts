/** Filing a gap report: the draft is kept, known gaps are offered, then it is sent once. */
import { error, redirect } from '@sveltejs/kit';
import { reportLists } from '#concepts/gaps/catalogues.server.ts';
import { joinFromReport, reportForm, reportValues, wasSeen } from '#concepts/gaps/forms.server.ts';
import { may } from '#concepts/gaps/policy.ts';
import { discardDraft, saveDraft, submitReport } from '#concepts/gaps/report.commands.server.ts';
import { myDrafts, reportPage } from '#concepts/gaps/reports.queries.server.ts';
import { noFields } from '#concepts/gaps/rules.ts';
import { similarGaps } from '#concepts/gaps/search.server.ts';
import { affectsUs } from '#concepts/gaps/voices.commands.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!may(locals.actor, 'report')) error(404);
	const lists = await reportLists();
	const id = url.searchParams.get('draft');
	if (!id)
		return {
			lists,
			values: noFields,
			clientKey: crypto.randomUUID(),
			id: null,
			drafts: await myDrafts(locals.actor),
			saved: false,
			similar: []
		};
	const draft = await reportPage(locals.actor, id);
	if (!draft) error(404);
	if (draft.state !== 'draft' || !draft.clientKey) redirect(303, `/reports/${id}`);
	return {
		lists,
		values: reportValues(draft),
		clientKey: draft.clientKey,
		id,
		drafts: [],
		saved: url.searchParams.has('saved'),
		similar: []
	};
};

export const actions: Actions = {
	/** Also called while typing (`auto`): then it answers with gaps that resemble what stands there. */
	save: async ({ locals, request }) => {
		const parsed = await parseForm(request, reportForm());
		if (!parsed.ok) return parsed.refusal;
		const { clientKey, auto, seen: _, ...fields } = parsed.value;
		const saved = await saveDraft(locals.actor, clientKey, fields);
		if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
		if (!auto) redirect(303, `/reports/new?draft=${saved.value.id}&saved`);
		return { id: saved.value.id, similar: await similarGaps(locals.actor, fields.text, fields) };
	},
	send: async ({ locals, request }) => {
		const parsed = await parseForm(request, reportForm());
		if (!parsed.ok) return parsed.refusal;
		const { clientKey, auto: _, seen, ...fields } = parsed.value;
		const similar = wasSeen(seen, fields) ? [] : await similarGaps(locals.actor, fields.text, fields);
		if (similar.length) {
			const saved = await saveDraft(locals.actor, clientKey, fields);
			if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
			return { values: parsed.values, similar, issues: [] };
		}
		const sent = await submitReport(locals.actor, clientKey, fields);
		if (!sent.ok) return refused(sent, parsed.values, refusalWords[sent.why]());
		redirect(303, `/reports/${sent.value.id}?sent`);
	},
	/** „Betrifft uns auch“ instead of a duplicate; the draft has then done its work. */
	join: async ({ locals, request }) => {
		const parsed = await parseForm(request, joinFromReport());
		if (!parsed.ok) return parsed.refusal;
		const { clientKey, gapId, casesBand, auto: _a, seen: _s, ...fields } = parsed.value;
		const joined = await affectsUs(locals.actor, gapId, {
			casesBand,
			municipality: fields.municipality || null,
			legalDomains: fields.legalDomains
		});
		if (!joined.ok && joined.why !== 'conflict') return refused(joined, parsed.values, refusalWords[joined.why]());
		const draft = await saveDraft(locals.actor, clientKey, fields);
		if (draft.ok) await discardDraft(locals.actor, draft.value.id);
		redirect(303, `/gaps/${gapId}?joined`);
	},
	discard: async ({ locals, url }) => {
		const gone = await discardDraft(locals.actor, url.searchParams.get('draft') ?? '');
		if (!gone.ok) return refused(gone, {}, refusalWords[gone.why]());
		redirect(303, '/contributions');
	}
};

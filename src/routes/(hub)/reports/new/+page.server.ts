/** Filing a gap report: the draft is kept, known gaps are offered, then it is sent once. */
import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { dismissedFrom, type FieldMark } from '#concepts/anonymity/field-marks.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { reportLists } from '#concepts/gaps/catalogues.server.ts';
import { joinFromReport, reportForm, reportValues, similarForm, wasSeen } from '#concepts/gaps/forms.server.ts';
import { may } from '#concepts/gaps/policy.ts';
import { checked } from '#concepts/gaps/report.check.server.ts';
import { discardDraft, saveDraft, submitReport } from '#concepts/gaps/report.commands.server.ts';
import { myDrafts, reportPage } from '#concepts/gaps/reports.queries.server.ts';
import { noFields, textsOf, type ReportFields, type TextName } from '#concepts/gaps/rules.ts';
import { similarGaps } from '#concepts/gaps/similar.queries.server.ts';
import { affectsUs } from '#concepts/gaps/voices.commands.server.ts';
import { joinPreset } from '#concepts/gaps/voices.queries.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused, type Refusal, type Typed } from '#platform/form.server.ts';
import type { No } from '#platform/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const preset = await joinPreset(locals.actor);
	if (!preset) error(404);
	const frame = { lists: await reportLists(), preset, similar: [] };
	const id = url.searchParams.get('draft');
	if (!id)
		return {
			...frame,
			values: noFields,
			dismissed: [] as Dismissed[],
			marks: [],
			clientKey: crypto.randomUUID(),
			id: null,
			drafts: await myDrafts(locals.actor),
			saved: false
		};
	const draft = await reportPage(locals.actor, id);
	if (!draft) error(404);
	if (draft.state !== 'draft' || !draft.clientKey) redirect(303, `/reports/${id}`);
	const values = reportValues(draft);
	return {
		...frame,
		values,
		dismissed: draft.dismissed,
		marks: await marksIn(values),
		clientKey: draft.clientKey,
		id,
		drafts: [],
		saved: url.searchParams.has('saved')
	};
};

type Marks = FieldMark<TextName>[] | null;
const marksIn = async (fields: ReportFields): Promise<Marks> => (await checked(textsOf(fields), [])).marks;
/** With the marks, so that amber ones can be set aside without scripts. */
async function refusedWith(
	answer: No,
	typed: Typed,
	fields: ReportFields
): Promise<ActionFailure<Refusal & { marks: Marks }>> {
	const { status, data } = refused(answer, typed, refusalWords[answer.why]());
	return fail(status, { ...data, marks: await marksIn(fields) });
}

export const actions: Actions = {
	/** Also called while typing (`auto`): then it answers with gaps that resemble what stands there. */
	save: async ({ locals, request }) => {
		const parsed = await parseForm(request, reportForm());
		if (!parsed.ok) return parsed.refusal;
		const { clientKey, auto, seen: _, dismissed, ...fields } = parsed.value;
		const saved = await saveDraft(locals.actor, clientKey, fields, dismissedFrom(dismissed));
		if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
		if (!auto) redirect(303, `/reports/new?draft=${saved.value.id}&saved`);
		return { id: saved.value.id, similar: await similarGaps(locals.actor, fields.text, fields) };
	},
	/** „Ähnliche suchen“ and the first tap of „Betrifft uns auch“, without scripts. */
	similar: async ({ locals, request }) => {
		const parsed = await parseForm(request, similarForm());
		if (!parsed.ok) return parsed.refusal;
		if (!may(locals.actor, 'report')) error(403);
		const { text, joining } = parsed.value;
		const similar = await similarGaps(locals.actor, text, parsed.value);
		return { values: parsed.values, similar, joining, issues: [], marks: await marksIn(parsed.value) };
	},
	send: async ({ locals, request }) => {
		const parsed = await parseForm(request, reportForm());
		if (!parsed.ok) return parsed.refusal;
		const { clientKey, auto: _, seen, dismissed: fromForm, ...fields } = parsed.value;
		const dismissed = dismissedFrom(fromForm);
		const similar = wasSeen(seen, fields) ? [] : await similarGaps(locals.actor, fields.text, fields);
		if (similar.length) {
			const saved = await saveDraft(locals.actor, clientKey, fields, dismissed);
			if (!saved.ok) return refused(saved, parsed.values, refusalWords[saved.why]());
			return { values: parsed.values, similar, issues: [], marks: await marksIn(fields) };
		}
		const sent = await submitReport(locals.actor, clientKey, fields, dismissed);
		if (!sent.ok) return refusedWith(sent, parsed.values, fields);
		redirect(303, `/reports/${sent.value.id}?sent`);
	},
	/** „Betrifft uns auch“ instead of a duplicate; the draft has then done its work. */
	join: async ({ locals, request }) => {
		const parsed = await parseForm(request, joinFromReport());
		if (!parsed.ok) return parsed.refusal;
		const {
			clientKey,
			gapId,
			casesBand,
			joinMunicipality,
			joinDomains,
			auto: _a,
			seen: _s,
			dismissed: _d,
			...fields
		} = parsed.value;
		const joined = await affectsUs(locals.actor, gapId, {
			casesBand,
			municipality: joinMunicipality || null,
			legalDomains: joinDomains
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

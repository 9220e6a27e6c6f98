/** One's own report: state, query and answer, what became of it. */
import { error, redirect } from '@sveltejs/kit';
import { reportLabels } from '#concepts/gaps/catalogues.server.ts';
import { messageForm } from '#concepts/gaps/forms.server.ts';
import { answerQuery, withdrawReport } from '#concepts/gaps/report.commands.server.ts';
import { reportPage } from '#concepts/gaps/reports.queries.server.ts';
import { refusalWords } from '#concepts/gaps/words.ts';
import { parseForm, refused } from '#platform/form.server.ts';
import { eventText } from '#wiring.events.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const report = await reportPage(locals.actor, params.id);
	if (!report) error(404);
	if (report.state === 'draft') redirect(303, `/reports/new?draft=${report.id}`);
	const done = ['sent', 'answered', 'withdrawn'].find((name) => url.searchParams.has(name)) ?? '';
	const history = report.history.map((h) => ({ at: h.at, text: eventText(h.kind, { urgent: true }) }));
	return { report: { ...report, history }, lists: await reportLabels(), done };
};

export const actions: Actions = {
	answer: async ({ locals, params, request }) => {
		const parsed = await parseForm(request, messageForm());
		if (!parsed.ok) return parsed.refusal;
		const answered = await answerQuery(locals.actor, params.id, parsed.value.text);
		if (!answered.ok) return refused(answered, parsed.values, refusalWords[answered.why]());
		redirect(303, `/reports/${params.id}?answered`);
	},
	withdraw: async ({ locals, params }) => {
		const gone = await withdrawReport(locals.actor, params.id);
		if (!gone.ok) return refused(gone, {}, refusalWords[gone.why]());
		redirect(303, `/reports/${params.id}?withdrawn`);
	}
};

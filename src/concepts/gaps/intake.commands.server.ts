/** The office's verbs on a gap report: assign it, ask its sender, decline it, mark it urgent. */
import { m } from '#i18n/paraglide/messages.js';
import type { Actor } from '#concepts/people/actor.ts';
import type { Change } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { newIn, type ReportBefore } from './intake.rules.ts';
import { keepStep, newestEventOn } from './intake.store.server.ts';
import { onReport } from './report.commands.server.ts';
import {
	declineReasons,
	reportSteps,
	unjoinable,
	waitingReports,
	type DeclineReason,
	type GapText,
	type ReportState,
	type ReportStep
} from './rules.ts';
import { insertMessage, setReportState, type Report } from './report.store.server.ts';
import * as store from './store.server.ts';
import type { gapReport } from './tables.server.ts';

const thing = (id: string) => ({ type: 'gap_report', id });
const right = (step: ReportStep, report: Report): boolean => fits<ReportState>(reportSteps[step], report.state);

export const beforeOf = ({ id, state, urgent, phase, gapType, legalDomains }: Report): ReportBefore => ({
	id,
	state,
	urgent,
	phase,
	gapType,
	legalDomains
});

/** Sets the state, records the step and tells the sender. False when somebody was faster. */
async function take(
	c: Change,
	report: Report,
	step: 'assign' | 'ask' | 'decline',
	also: Partial<typeof gapReport.$inferInsert>,
	data: Record<string, string>
): Promise<boolean> {
	const { to } = reportSteps[step];
	if (!(await setReportState(c.tx, report, to, also))) return false;
	const tell = { to: report.authorId, note: step === 'ask' ? 'query' : 'feedback' };
	c.record(`gap_report.${step}`, thing(report.id), { from: report.state, to, ...data }, [tell]);
	return true;
}

/** The gap takes over the report's legal domains, phase and municipality. */
async function assign(
	c: Change,
	by: string,
	report: Report,
	gap: { id: string } & Pick<GapText, 'legalDomains' | 'phases' | 'municipalities'>,
	step: 'assign' | 'create'
): Promise<boolean> {
	const gapId = gap.id;
	if (!(await take(c, report, 'assign', { gapId, settledAt: now() }, { gapId }))) return false;
	const widened = {
		gapId,
		eventId: await newestEventOn(c.tx, gapId),
		legalDomains: newIn(gap.legalDomains, report.legalDomains),
		phases: newIn(gap.phases, report.phase ? [report.phase] : []),
		municipalities: newIn(gap.municipalities, report.municipality ? [report.municipality] : [])
	};
	await store.widenGap(c.tx, gapId, report);
	c.record('service_gap.add_report', { type: 'service_gap', id: gapId });
	await keepStep(c.tx, by, { step, reports: [beforeOf(report)], widened });
	return true;
}

export const assignToGap = (actor: Actor, id: string, gapId: string): Promise<Result<{ gapId: string }>> =>
	onReport(actor, 'assign', id, async (c, report) => {
		if (!right('assign', report) || !actor.id) return no('wrong_state');
		const gap = await store.lockGap(c.tx, await store.gapIdOf(c.tx, gapId));
		if (gap?.mergedIntoId) {
			const went = { number: gap.number, into: await store.numberOf(c.tx, gap.mergedIntoId) };
			return no('conflict', [{ field: 'gapId', message: m.gaps_error_merged(went) }]);
		}
		if (!gap || unjoinable.includes(gap.state))
			return no('incomplete', [{ field: 'gapId', message: m.gaps_need_gap() }]);
		return (await assign(c, actor.id, report, gap, 'assign')) ? yes({ gapId: gap.id }) : no('conflict');
	});

export const assignToNewGap = (
	actor: Actor,
	id: string,
	g: GapText
): Promise<Result<{ gapId: string; number: string }>> =>
	onReport(actor, 'assign', id, async (c, report) => {
		if (!right('assign', report) || !actor.id) return no('wrong_state');
		if (!g.title.trim()) return no('incomplete', [{ field: 'title', message: m.gaps_need_title() }]);
		if (!g.gapType) return no('incomplete', [{ field: 'gapType', message: m.gaps_need_gapType() }]);
		if (!g.legalDomains.length)
			return no('incomplete', [{ field: 'legalDomains', message: m.gaps_need_legalDomains() }]);
		const { id: gapId, number } = await store.insertGap(c.tx, g);
		c.record('service_gap.create', { type: 'service_gap', id: gapId });
		return (await assign(c, actor.id, report, { ...g, id: gapId }, 'create')) ? yes({ gapId, number }) : no('conflict');
	});

/** The sender reads the office's question; nobody else does. */
export const askSender = (actor: Actor, id: string, text: string): Promise<Result<{ id: string }>> =>
	onReport(actor, 'ask', id, async (c, report) => {
		if (!right('ask', report) || !actor.id) return no('wrong_state');
		if (!text.trim()) return no('incomplete', [{ field: 'question', message: m.gaps_need_message() }]);
		if (!(await take(c, report, 'ask', {}, {}))) return no('conflict');
		const message = { reportId: report.id, fromOffice: true, authorId: actor.id, text: text.trim() };
		const messageId = await insertMessage(c.tx, message);
		await keepStep(c.tx, actor.id, { step: 'ask', reports: [beforeOf(report)], messageId });
		return yes({ id: report.id });
	});

export const declineReport = (
	actor: Actor,
	id: string,
	reason: string,
	sentence: string
): Promise<Result<{ id: string }>> =>
	onReport(actor, 'decline', id, async (c, report) => {
		if (!right('decline', report) || !actor.id) return no('wrong_state');
		if (!declineReasons.includes(reason as DeclineReason))
			return no('incomplete', [{ field: 'reason', message: m.gaps_need_reason() }]);
		if (!sentence.trim()) return no('incomplete', [{ field: 'answer', message: m.gaps_need_sentence() }]);
		const also = { declineReason: reason, answer: sentence.trim(), settledAt: now() };
		if (!(await take(c, report, 'decline', also, { reason }))) return no('conflict');
		await keepStep(c.tx, actor.id, { step: 'decline', reports: [beforeOf(report)] });
		return yes({ id: report.id });
	});

export const markUrgent = (actor: Actor, id: string, urgent: boolean): Promise<Result<{ id: string }>> =>
	onReport(actor, 'mark_urgent', id, async (c, report) => {
		if (!waitingReports.includes(report.state) || !actor.id) return no('wrong_state');
		await setReportState(c.tx, report, report.state, { urgent });
		await keepStep(c.tx, actor.id, { step: 'mark_urgent', reports: [beforeOf(report)] });
		c.record('gap_report.mark_urgent', thing(report.id), { urgent });
		return yes({ id: report.id });
	});

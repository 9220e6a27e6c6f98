/** A coordinator takes her last step in the intake back, as long as nobody has gone on from there. */
import { m } from '#i18n/paraglide/messages.js';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { change, type Change } from '#platform/change.server.ts';
import { no, yes, type No, type Result } from '#platform/result.ts';
import type { IntakeStepName, StepBefore } from './intake.rules.ts';
import * as intake from './intake.store.server.ts';
import { may } from './policy.ts';
import type { Report } from './report.store.server.ts';
import { lockGap } from './store.server.ts';

const thing = (id: string) => ({ type: 'gap_report', id });
/** Steps of which the sender had heard. */
const heardOf: readonly IntakeStepName[] = ['assign', 'create', 'ask', 'decline', 'split'];
const late = (): No => no('conflict', [{ field: '', message: m.gaps_error_undo_late() }]);

/** `stepId` is the step the page showed; answers with the report to look at again. */
export const undoStep = (actor: Actor, stepId: string): Promise<Result<{ id: string; step: IntakeStepName }>> =>
	change(actor, async (c) => {
		if (!may(actor, 'see_intake') || !isSomebody(actor)) return no('not_found');
		const last = await intake.lastStepOf(c.tx, actor.id);
		if (last?.id !== stepId) return late();
		const { before } = last;
		const reports = await intake.lockReports(c.tx, [...before.reports.map((r) => r.id), before.splitId ?? '']);
		// whoever was faster has marked the reports, or taken this step back already
		if (!reports.every((r) => r.stepId === stepId) || !(await intake.forgetStep(c.tx, stepId))) return late();
		if (before.widened && !(await leaveGap(c, before, before.widened))) return late();
		if (!(await writeBack(c, before, stepId, reports))) return late();
		return yes({ id: before.reports[0]!.id, step: before.step });
	});

async function leaveGap(c: Change, before: StepBefore, widened: NonNullable<StepBefore['widened']>): Promise<boolean> {
	const isNew = before.step === 'create';
	const gap = await lockGap(c.tx, widened.gapId);
	if (!gap || (await intake.wentOn(c.tx, gap.id, widened.eventId, isNew))) return false;
	if (!isNew) await intake.narrowGap(c.tx, gap, before.reports[0]!.id, widened);
	c.record(`service_gap.${isNew ? 'discard' : 'lose_report'}`, { type: 'service_gap', id: gap.id });
	return true;
}

async function writeBack(c: Change, before: StepBefore, stepId: string, reports: Report[]): Promise<boolean> {
	if (before.messageId) await intake.deleteMessage(c.tx, before.messageId);
	if (before.splitId && !(await intake.deletePart(c.tx, before.splitId, stepId))) return false;
	for (const { id, ...was } of before.reports) {
		const text = before.text === undefined ? {} : { text: before.text, textBeforeSplit: before.textBeforeSplit };
		const settled = { gapId: null, settledAt: null, declineReason: null, answer: '' };
		if (!(await intake.writeBack(c.tx, id, stepId, { ...settled, ...was, ...text }))) return false;
		const author = reports.find((r) => r.id === id)!.authorId;
		const tells = heardOf.includes(before.step) ? [{ to: author, note: 'feedback' }] : [];
		c.record('gap_report.undo', thing(id), { step: before.step, to: was.state }, tells);
	}
	if (before.step === 'create' && before.widened) await intake.deleteGap(c.tx, before.widened.gapId);
	return true;
}

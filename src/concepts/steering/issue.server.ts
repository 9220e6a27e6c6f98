/** Measures are issued with the decision that starts them, in its transaction; more can follow later. */
import { change, type Change, type Transaction } from '#platform/change.server.ts';
import { today } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Actor } from '#concepts/people/actor.ts';
import { moveGap } from '#concepts/gaps/commands.server.ts';
import { gapsOf } from '#concepts/proposals/commands.server.ts';
import { mayDecide } from './policy.ts';
import { startsMeasure } from './rules.ts';
import * as store from './store.server.ts';

/** The responsible organisation is that of the contact. */
export type MeasureInput = {
	title: string;
	contactId: string;
	deputyId: string | null;
	dueOn: string;
	indicator: string;
};

/** `after`: the day after which the measures may be due. */
export async function measureIssues(
	tx: Transaction,
	inputs: readonly MeasureInput[],
	after = today()
): Promise<Issue[]> {
	const known = await store.contacts(
		tx,
		inputs.flatMap((i) => [i.contactId, i.deputyId ?? ''])
	);
	return inputs.flatMap((input) => {
		const issues: Issue[] = [];
		const house = known.get(input.contactId)?.organisationId;
		if (!input.title.trim()) issues.push({ field: 'measureTitle', message: m.steering_issue_measure_title() });
		if (!house) issues.push({ field: 'contactId', message: m.steering_issue_contact() });
		if (house && input.deputyId && known.get(input.deputyId)?.organisationId !== house) {
			issues.push({ field: 'deputyId', message: m.steering_issue_deputy() });
		}
		if (!input.dueOn || input.dueOn <= after)
			issues.push({ field: 'measureDueOn', message: m.steering_issue_future() });
		return issues;
	});
}

/** Expects inputs that measureIssues() has passed. */
export async function issueMeasures(c: Change, decisionId: string, inputs: readonly MeasureInput[]): Promise<string[]> {
	const known = await store.contacts(
		c.tx,
		inputs.map((i) => i.contactId)
	);
	const ids: string[] = [];
	for (const input of inputs) {
		const made = await store.insertMeasure(c.tx, {
			decisionId,
			organisationId: known.get(input.contactId)!.organisationId,
			contactId: input.contactId,
			deputyId: input.deputyId || null,
			title: input.title.trim(),
			indicator: input.indicator.trim(),
			dueOn: input.dueOn
		});
		const told = [input.contactId, input.deputyId].filter((id) => !!id).map((to) => ({ to: to!, note: 'measure' }));
		c.record('measure.issue', { type: 'measure', id: made.id }, { number: made.number, decisionId }, told);
		ids.push(made.id);
	}
	return ids;
}

/** A further measure for a decision that was adopted. */
export const issue = (actor: Actor, decisionId: string, input: MeasureInput): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const d = await store.findDecision(c.tx, decisionId);
		const seen = d && { bodyId: d.bodyId, ...(await store.unitsOf(c.tx, d.id)) };
		if (!seen || !mayDecide(actor, 'read', seen)) return no('not_found');
		if (!mayDecide(actor, 'issue', seen)) return no('forbidden');
		if (!startsMeasure(d.result)) return no('wrong_state', [{ field: '', message: m.steering_issue_no_measure() }]);
		const issues = await measureIssues(c.tx, [input]);
		if (issues.length) return no('incomplete', issues);
		const [id] = await issueMeasures(c, d.id, [input]);
		for (const gapId of d.proposalId ? await gapsOf(c.tx, d.proposalId) : []) await moveGap(c, gapId, 'implement');
		return yes({ id: id! });
	});

/** The office sorts: one report becomes two, many get the same coding, and the last step is taken back. */
import { m } from '#i18n/paraglide/messages.js';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { change } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { beforeOf } from './intake.commands.server.ts';
import { codingChanges, isSplit, type Coding } from './intake.rules.ts';
import { codeReport, insertPart, keepStep, lockReports } from './intake.store.server.ts';
import { may, mayReport } from './policy.ts';
import { onReport, unknownCodes } from './report.commands.server.ts';
import { noFields, reportSteps, waitingReports } from './rules.ts';
import { setReportState } from './report.store.server.ts';

const thing = (id: string) => ({ type: 'gap_report', id });
/** So many at once, and no more. */
export const mostAtOnce = 100;

export type Parts = { first: string; second: string } & Coding;

/** The second part is a report of the same sender, of the same age, that waits as well; the sender hears of it. */
export const splitReport = (actor: Actor, id: string, parts: Parts): Promise<Result<{ id: string }>> =>
	onReport(actor, 'split', id, async (c, report) => {
		if (!waitingReports.includes(report.state) || !actor.id) return no('wrong_state');
		const [text, second] = [parts.first.trim(), parts.second.trim()];
		const issues = partIssues(parts);
		issues.push(...(await unknownCodes(c.tx, { ...noFields, ...codingChanges(parts) })));
		if (issues.length) return no('incomplete', issues);
		const textBeforeSplit = report.textBeforeSplit ?? report.text;
		const coding = codingChanges(parts);
		const state = reportSteps.submit.to;
		const splitId = await insertPart(c.tx, report, { ...coding, text: second, idea: '', state });
		if (!(await setReportState(c.tx, report, report.state, { text, textBeforeSplit }))) return no('conflict');
		await keepStep(c.tx, actor.id, {
			step: 'split',
			reports: [beforeOf(report)],
			splitId,
			text: report.text,
			textBeforeSplit: report.textBeforeSplit
		});
		const tells = [{ to: report.authorId, note: 'feedback' }];
		c.record('gap_report.split', thing(report.id), { partId: splitId }, tells);
		c.record('gap_report.submit', thing(splitId), { to: state, fromId: report.id });
		return yes({ id: splitId });
	});

const partIssues = (p: Parts): Issue[] =>
	isSplit(p.first, p.second) ? [] : [{ field: p.first.trim() ? 'second' : 'first', message: m.gaps_need_parts() }];

/** All or none: where one of them no longer waits, nothing is changed. */
export const codeReports = (actor: Actor, ids: readonly string[], coding: Coding): Promise<Result<{ n: number }>> =>
	change(actor, async (c) => {
		if (!may(actor, 'see_intake') || !isSomebody(actor)) return no('not_found');
		const chosen = [...new Set(ids)];
		if (!chosen.length || chosen.length > mostAtOnce || !chosen.every(isId))
			return no('incomplete', [{ field: 'id', message: m.gaps_need_chosen({ n: mostAtOnce }) }]);
		const changes = codingChanges(coding);
		if (!Object.keys(changes).length) return no('incomplete', [{ field: 'coding', message: m.gaps_need_coding() }]);
		const unknown = await unknownCodes(c.tx, { ...noFields, ...changes });
		if (unknown.length) return no('incomplete', unknown);
		const reports = await lockReports(c.tx, chosen);
		if (
			reports.length !== chosen.length ||
			!reports.every((r) => mayReport(actor, 'code', r) && mayReport(actor, 'read', r))
		)
			return no('not_found');
		if (!reports.every((r) => waitingReports.includes(r.state)))
			return no('conflict', [{ field: 'id', message: m.gaps_error_not_waiting() }]);
		for (const report of reports) {
			await codeReport(c.tx, report.id, changes);
			c.record('gap_report.code', thing(report.id), { together: reports.length });
		}
		await keepStep(c.tx, actor.id, { step: 'code', reports: reports.map(beforeOf) });
		return yes({ n: reports.length });
	});

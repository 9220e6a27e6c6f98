/** The sender's verbs on a gap report: keep a draft, send it once, answer a query, withdraw. */
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { catalogues } from '#concepts/people/catalogues.queries.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { officeOf } from '#concepts/people/roles.queries.server.ts';
import { change, look, type Change, type Tell, type Transaction } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { m } from '#i18n/paraglide/messages.js';
import { may, mayReport, type ReportAction } from './policy.ts';
import { checked, namedIn } from './report.check.server.ts';
import { missingFields, reportSteps, textsOf, type ReportFields, type ReportState } from './rules.ts';
import * as store from './report.store.server.ts';
import type { Report } from './report.store.server.ts';
import { requiredWords } from './words.ts';

const thing = (id: string) => ({ type: 'gap_report', id });

/** Keeps what was typed. `clientKey` names the form on the sender's device: the same key is the same draft. */
export const saveDraft = (
	actor: Actor,
	clientKey: string,
	fields: ReportFields,
	dismissed: Dismissed[] = []
): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const kept = await keep(c.tx, actor, clientKey, fields, dismissed);
		if (!kept.ok) return kept;
		c.record('gap_report.save', thing(kept.value.id));
		return yes({ id: kept.value.id });
	});

/** Sends a report. The same key sent twice – a double tap, a repeated request – is one report and no error. */
export async function submitReport(
	actor: Actor,
	clientKey: string,
	fields: ReportFields,
	dismissed: readonly Dismissed[] = [],
	check: Checker = checkText
): Promise<Result<{ id: string }>> {
	// nobody else makes us check a text; and outside the transaction, as it takes its time
	if (!may(actor, 'report')) return no('forbidden');
	const found = await checked(textsOf(fields), dismissed, check);
	const sent = await change(actor, async (c): Promise<Result<{ id: string }>> => {
		const kept = await keep(c.tx, actor, clientKey, fields, found.dismissed);
		if (!kept.ok) return kept;
		const report = kept.value;
		const lacks: Issue[] = missingFields(fields).map((field) => ({ field, message: requiredWords[field]() }));
		if (lacks.length + found.issues.length) return no('incomplete', [...lacks, ...found.issues]);
		if (!(await store.setReportState(c.tx, report, reportSteps.submit.to, { submittedAt: now() })))
			return no('conflict');
		const data = { from: report.state, to: reportSteps.submit.to, urgent: fields.urgent };
		c.record('gap_report.submit', thing(report.id), data, await toOffice(c.tx));
		return yes({ id: report.id });
	});
	if (sent.ok || sent.why !== 'wrong_state') return sent;
	const id = isSomebody(actor) ? await look((tx) => store.reportIdByKey(tx, actor.id, clientKey)) : null;
	return id ? yes({ id }) : sent;
}

/** Inserts or rewrites the draft with this key, and locks it. */
async function keep(
	tx: Transaction,
	actor: Actor,
	clientKey: string,
	fields: ReportFields,
	dismissed: Dismissed[]
): Promise<Result<Report>> {
	if (!isSomebody(actor) || !may(actor, 'report')) return no('forbidden');
	const unknown = await unknownCodes(tx, fields);
	if (unknown.length) return no('incomplete', unknown);
	await store.insertReport(tx, { authorId: actor.id, organisationId: actor.organisationId, clientKey }, fields);
	const report = await store.lockReportByKey(tx, actor.id, clientKey);
	if (!report) return no('conflict');
	if (!fits<ReportState>(reportSteps.submit, report.state)) return no('wrong_state');
	await store.writeReport(tx, report.id, fields, dismissed);
	return yes(report);
}

const listOf = {
	phase: 'integrationPhase',
	gapType: 'gapType',
	legalDomains: 'legalDomain',
	municipality: 'municipality',
	severity: 'severity',
	frequency: 'frequency',
	scope: 'scope',
	residenceGroups: 'residenceGroup',
	ageBands: 'ageBand',
	households: 'household',
	languages: 'language',
	actors: 'actorType'
} as const;

/** Empty fields are no codes. */
export async function unknownCodes(tx: Transaction, fields: ReportFields): Promise<Issue[]> {
	const lists = await catalogues(Object.values(listOf), tx);
	return Object.entries(listOf).flatMap(([name, list]) => {
		const given = [fields[name as keyof typeof listOf]].flat().filter((code) => code !== '');
		const known = new Set(lists[list].map((i) => i.code));
		return given.every((code) => known.has(code)) ? [] : [{ field: name, message: m.gaps_unknown_code() }];
	});
}

export const discardDraft = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	onReport(actor, 'discard', id, async ({ tx, record }, report) => {
		if (!fits<ReportState>(reportSteps.submit, report.state)) return no('wrong_state');
		await store.deleteReport(tx, report.id);
		record('gap_report.discard', thing(report.id));
		return yes({ id: report.id });
	});

export const withdrawReport = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	onReport(actor, 'withdraw', id, async (c, report) => {
		if (!fits<ReportState>(reportSteps.withdraw, report.state)) return no('wrong_state');
		if (!(await store.setReportState(c.tx, report, reportSteps.withdraw.to, { settledAt: now() })))
			return no('conflict');
		c.record(
			'gap_report.withdraw',
			thing(report.id),
			{ from: report.state, to: reportSteps.withdraw.to },
			await toOffice(c.tx)
		);
		return yes({ id: report.id });
	});

export const answerQuery = async (actor: Actor, id: string, text: string): Promise<Result<{ id: string }>> => {
	const named = may(actor, 'report') ? await namedIn('text', text) : [];
	return onReport(actor, 'answer', id, async (c, report) => {
		if (!fits<ReportState>(reportSteps.answer, report.state)) return no('wrong_state');
		if (!text.trim()) return no('incomplete', [{ field: 'text', message: m.gaps_need_message() }]);
		if (named.length) return no('incomplete', named);
		if (!(await store.setReportState(c.tx, report, reportSteps.answer.to))) return no('conflict');
		await store.insertMessage(c.tx, {
			reportId: report.id,
			fromOffice: false,
			authorId: report.authorId,
			text: text.trim()
		});
		c.record(
			'gap_report.answer',
			thing(report.id),
			{ from: report.state, to: reportSteps.answer.to },
			await toOffice(c.tx)
		);
		return yes({ id: report.id });
	});
};

/** Seen? allowed? – then runs on the locked report. */
export const onReport = <T>(
	actor: Actor,
	action: ReportAction,
	id: string,
	run: (c: Change, report: Report) => Promise<Result<T>>
): Promise<Result<T>> =>
	change(actor, async (c) => {
		const report = await store.lockReport(c.tx, id);
		if (!report || !mayReport(actor, 'read', report)) return no('not_found');
		if (!mayReport(actor, action, report)) return no('forbidden');
		return run(c, report);
	});

const toOffice = async (tx: Transaction): Promise<Tell[]> => (await officeOf(tx)).map((to) => ({ to, note: 'intake' }));

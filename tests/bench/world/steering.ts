/** Decisions, measures with progress, effect reviews and the feedback given: the second half of ten thousand threads. */
import { feedback } from '#concepts/gaps/tables.server.ts';
import { measureStates } from '#concepts/steering/measures.rules.ts';
import { gate2Results } from '#concepts/steering/rules.ts';
import { decision, effectAnswer, effectReview, measure, progressReport } from '#concepts/steering/tables.server.ts';
import type { County } from './county.ts';
import { fill } from './fill.ts';
import type { Proposal } from './proposals.ts';

type Decided = { id: string; proposal: Proposal; days: number; result: string };

/** A decision for each decided proposal, a measure or two for most of them. */
export async function growDecisions(c: County, proposals: Proposal[]): Promise<void> {
	const { r, w } = c;
	const decided = proposals.filter((p) => p.state === 'decided' && p.meeting);
	const rows = decided.map((p) => {
		const decidedAt = c.ago(p.meeting!.days);
		const half = decidedAt.getUTCMonth() < 6 ? 1 : 2;
		return {
			id: r.uuid(),
			number: `LG-${decidedAt.getUTCFullYear()}/${half}-B${c.number('B', decidedAt).split('-').at(-1)}`,
			bodyId: c.committee.id,
			meetingId: p.meeting!.id,
			gate: 2,
			proposalId: p.id,
			proposalVersion: 1,
			result: r.chance(0.6) ? 'adopted' : r.pick(gate2Results.filter((g) => g !== 'postponed' && g !== 'referred')),
			wording: w.resolution(),
			proposedWording: w.resolution(),
			reason: w.sentences(1),
			target: w.compound(),
			targetOn: c.dayAgo(p.meeting!.days - 200),
			decidedAt,
			decidedBy: c.committee.members[0]!.id,
			proposal: p,
			days: p.meeting!.days
		};
	});
	await fill(c.db, decision, rows);
	for (const row of rows) c.note(row.decidedAt, row.decidedBy, 'decision.decide', row.id, { result: row.result });
	await growFeedback(c, rows);
	await growMeasures(
		c,
		rows.filter((row) => row.result.startsWith('adopted'))
	);
}

async function growFeedback(c: County, decided: Decided[]): Promise<void> {
	const { r, w } = c;
	const owed = decided.flatMap((d) =>
		[...new Set(d.proposal.gaps)].map((gapId) => {
			const given = d.days > 100 || r.chance(0.5);
			return {
				gapId,
				meetingId: d.proposal.meeting!.id,
				decisionId: d.id,
				text: given ? w.sentences(2) : '',
				givenBy: given ? r.pick(c.office).id : null,
				givenAt: given ? c.ago(d.days - 10) : null,
				receivers: given ? 1 + r.below(12) : 0,
				createdAt: c.ago(d.days)
			};
		})
	);
	await fill(c.db, feedback, owed);
	for (const row of owed.filter((o) => o.givenAt))
		c.note(row.givenAt!, row.givenBy!, 'service_gap.give_feedback', row.gapId, { receivers: row.receivers });
}

async function growMeasures(c: County, decided: Decided[]): Promise<void> {
	const { r, w } = c;
	const rows = decided.flatMap((d) =>
		Array.from({ length: 1 + r.below(2) }, () => {
			const contact = r.chance(0.1) ? c.units[0]! : r.pick(c.units);
			return {
				id: r.uuid(),
				number: c.number('MA', c.ago(d.days)),
				decisionId: d.id,
				organisationId: contact.organisationId,
				contactId: contact.id,
				title: w.solution(),
				indicator: w.sentences(1),
				dueOn: c.dayAgo(d.days - 300),
				state: d.days > 500 && r.chance(0.9) ? 'closed' : r.pick(measureStates),
				issuedAt: c.ago(d.days),
				updatedAt: c.ago(d.days * (r.below(100) / 100)),
				days: d.days,
				gaps: [...new Set(d.proposal.gaps)]
			};
		})
	);
	await fill(c.db, measure, rows);
	const reports = rows.flatMap((m) =>
		Array.from({ length: r.below(5) }, (_, i) => ({
			id: r.uuid(),
			measureId: m.id,
			authorId: m.contactId,
			text: w.sentences(2),
			nextStep: w.sentences(1),
			createdAt: c.ago(m.days * (0.8 - i * 0.1))
		}))
	);
	await fill(c.db, progressReport, reports);
	for (const m of rows)
		for (const [i, step] of [
			'issue',
			'accept',
			...(m.state === 'closed' ? ['finish', 'approve', 'close'] : [])
		].entries())
			c.note(c.ago(m.days * (1 - i * 0.1)), m.contactId, `measure.${step}`, m.id);
	await growReviews(
		c,
		rows.filter((m) => m.state === 'closed')
	);
}

async function growReviews(c: County, closed: { id: string; days: number; gaps: string[] }[]): Promise<void> {
	const { r, w } = c;
	const rows = closed.flatMap((m) =>
		m.gaps.map((gapId) => ({
			id: r.uuid(),
			measureId: m.id,
			gapId,
			dueOn: c.dayAgo(m.days * 0.4),
			state: r.chance(0.85) ? 'passed' : r.pick(['asked', 'planned', 'reopen_proposed']),
			askedAt: c.ago(m.days * 0.4),
			closedAt: c.ago(m.days * 0.3)
		}))
	);
	await fill(c.db, effectReview, rows);
	const answers = rows.flatMap((review) =>
		r.some(c.reporters, 4).map((p) => ({
			reviewId: review.id,
			accountId: p.id,
			stillHappens: review.state === 'passed' ? 'better' : null,
			changed: review.state === 'passed' ? w.sentences(1) : '',
			answeredAt: review.state === 'passed' ? review.closedAt : null
		}))
	);
	await fill(c.db, effectAnswer, answers);
}

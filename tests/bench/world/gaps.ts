/** Service gaps with the reports, confirmations, analyses and comments behind them; a few of them weigh heavily. */
import { confirmation, gapCase, gapGroup, gapReport, reportMessage, serviceGap } from '#concepts/gaps/tables.server.ts';
import { casesBands, gapStates, type GapState } from '#concepts/gaps/rules.ts';
import { comment } from '#concepts/people/tables.server.ts';
import type { County, Person } from './county.ts';
import { fill } from './fill.ts';

export type Gap = { id: string; state: GapState; days: number; heavy: boolean };
/** This many gaps have a history of years: hundreds of reports, confirmations, comments, events, gaps merged into them. */
export const heavyGaps = 12;
const reportsWaiting = 600;
const declined = 3000;

export async function growGaps(c: County, count: number, cases: string[]): Promise<Gap[]> {
	const { r, w } = c;
	const rows = Array.from({ length: count }, (_, i) => {
		const days = 3600 * (1 - i / count) + r.below(30);
		const state = i < heavyGaps ? ('in_solution' as const) : stateOf(c, i / count);
		return {
			id: r.uuid(),
			number: c.number('L', c.ago(days)),
			title: w.title(),
			description: w.sentences(2 + r.below(4)),
			state,
			gapType: r.pick(c.codes('gapType')),
			legalDomains: r.some(c.codes('legalDomain'), 1 + r.below(3)),
			phases: r.some(c.codes('integrationPhase'), 1 + r.below(2)),
			municipalities: r.some(c.codes('municipality'), r.below(4)),
			severity: r.pick(c.codes('severity')),
			frequency: r.pick(c.codes('frequency')),
			scope: r.pick(c.codes('scope')),
			mergedIntoId: null as string | null,
			stateBeforeMerge: null as string | null,
			createdAt: c.ago(days),
			updatedAt: c.ago(i < heavyGaps ? r.below(20) : days * (r.below(100) / 100)),
			days
		};
	});
	for (const row of rows) {
		if (row.state !== 'merged') continue;
		const successor = rows[r.chance(0.2) ? r.below(heavyGaps) : heavyGaps + r.below(count - heavyGaps)]!;
		const fits = successor.state !== 'merged' && successor.id !== row.id;
		row.state = fits ? 'merged' : 'confirmed';
		row.mergedIntoId = fits ? successor.id : null;
		row.stateBeforeMerge = fits ? 'confirmed' : null;
	}
	await fill(c.db, serviceGap, rows);
	for (const row of rows) {
		c.note(row.createdAt, r.pick(c.office).id, 'service_gap.create', row.id);
		if (row.state !== 'new') c.note(c.ago(row.days * 0.9), r.pick(c.office).id, 'service_gap.confirm', row.id);
	}
	const gaps = rows.map(({ id, state, days }, i) => ({ id, state, days, heavy: i < heavyGaps }));
	await growReports(c, gaps);
	await growVoices(c, gaps, cases);
	return gaps;
}

/** What is old is mostly over; what is young is mostly open. */
function stateOf({ r }: County, age: number): GapState {
	if (r.chance(0.05)) return 'merged';
	if (age < 0.6 && r.chance(0.7)) return r.pick(['closed', 'closed', 'not_confirmed', 'escalated'] as const);
	return r.pick(gapStates.filter((s) => s !== 'merged'));
}

async function growReports(c: County, gaps: Gap[]): Promise<void> {
	const { r, w } = c;
	const report = (author: Person, state: string, days: number, gapId: string | null) => ({
		id: r.uuid(),
		authorId: author.id,
		organisationId: author.organisationId,
		state,
		text: w.sentences(2),
		phase: r.pick(c.codes('integrationPhase')),
		gapType: r.pick(c.codes('gapType')),
		legalDomains: r.some(c.codes('legalDomain'), 2),
		municipality: r.chance(0.8) ? r.pick(c.codes('municipality')) : null,
		severity: r.pick(c.codes('severity')),
		idea: r.chance(0.4) ? w.idea() : '',
		urgent: r.chance(0.05),
		gapId,
		answer: state === 'declined' ? w.sentences(1) : '',
		declineReason: state === 'declined' ? 'single_case' : null,
		createdAt: c.ago(days),
		updatedAt: c.ago(Math.max(0, days - 3)),
		submittedAt: c.ago(days),
		settledAt: state === 'received' || state === 'query' ? null : c.ago(Math.max(0, days - 3))
	});
	/** The cast has a share of its own, so that their own pages are long. */
	const author = () => (r.chance(0.03) ? r.pick(c.reporters.slice(0, 3)) : r.pick(c.reporters));
	const rows = [
		...gaps.flatMap((gap) =>
			Array.from({ length: gap.heavy ? 300 : 1 + r.below(2) }, () =>
				report(author(), 'assigned', gap.days * (r.below(100) / 100), gap.id)
			)
		),
		...Array.from({ length: declined }, () => report(author(), 'declined', r.below(3000), null)),
		...Array.from({ length: reportsWaiting }, (_, i) =>
			report(author(), i % 10 === 0 ? 'query' : 'received', r.below(60), null)
		)
	];
	await fill(c.db, gapReport, rows);
	await fill(
		c.db,
		reportMessage,
		rows.slice(0, 4000).map((row) => ({
			reportId: row.id,
			fromOffice: true,
			authorId: r.pick(c.office).id,
			text: w.sentences(1),
			createdAt: row.createdAt
		}))
	);
	for (const row of rows) {
		c.note(row.submittedAt, row.authorId, 'gap_report.submit', row.id);
		if (row.settledAt)
			c.note(row.settledAt, r.pick(c.office).id, row.gapId ? 'gap_report.assign' : 'gap_report.decline', row.id);
	}
}

async function growVoices(c: County, gaps: Gap[], cases: string[]): Promise<void> {
	const { r, w } = c;
	const confirmations = gaps.flatMap((gap) =>
		r.some(c.reporters, gap.heavy ? 400 : r.below(4)).map((p) => ({
			gapId: gap.id,
			accountId: p.id,
			organisationId: p.organisationId,
			municipality: r.pick(c.codes('municipality')),
			legalDomains: r.some(c.codes('legalDomain'), 2),
			casesBand: r.pick(casesBands),
			createdAt: c.ago(gap.days * (r.below(100) / 100))
		}))
	);
	await fill(c.db, confirmation, confirmations);
	for (const row of confirmations) c.note(row.createdAt, row.accountId, 'service_gap.affects_us', row.gapId);
	const linked = gaps.flatMap((gap) =>
		r.some(cases, gap.heavy ? 40 : r.chance(0.2) ? 1 : 0).map((caseId) => ({ gapId: gap.id, caseId }))
	);
	await fill(c.db, gapCase, linked);
	const working = gaps.filter(
		(g) => g.heavy || ['mandated', 'in_solution', 'decided', 'in_implementation'].includes(g.state)
	);
	await fill(
		c.db,
		gapGroup,
		working.map((gap) => ({ gapId: gap.id, bodyId: r.pick(c.groups).id }))
	);
	const comments = gaps.flatMap((gap) =>
		Array.from({ length: gap.heavy ? 250 : r.chance(0.4) ? 1 + r.below(3) : 0 }, () => ({
			id: r.uuid(),
			thingType: 'service_gap',
			thingId: gap.id,
			authorId: r.pick(c.reporters).id,
			text: w.sentences(2),
			mentions: r.chance(0.2) ? [r.pick(c.reporters).id] : [],
			createdAt: c.ago(gap.days * (r.below(100) / 100))
		}))
	);
	await fill(c.db, comment, comments);
	for (const row of comments) c.note(row.createdAt, row.authorId, 'comment.write', row.thingId, {}, 'service_gap');
}

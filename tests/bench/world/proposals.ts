/** Solution proposals with outlines, versions and the gaps they answer. */
import { proposal, proposalGap, proposalVersion } from '#concepts/proposals/tables.server.ts';
import { outlineParts, proposalStates, type Outline, type ProposalState } from '#concepts/proposals/rules.ts';
import type { County } from './county.ts';
import { fill } from './fill.ts';
import type { Gap } from './gaps.ts';
import type { Meeting } from './meetings.ts';

export type Proposal = { id: string; state: ProposalState; days: number; gaps: string[]; meeting: Meeting | null };

export async function growProposals(
	c: County,
	count: number,
	gaps: Gap[],
	meetings: Meeting[],
	mandates: string[]
): Promise<Proposal[]> {
	const { r, w } = c;
	const sittings = meetings.filter((m) => m.body === c.committee && m.days > 0);
	const coming = meetings.filter((m) => m.body === c.committee && m.days <= 0);
	const heavy = gaps.filter((g) => g.heavy);
	const rows = Array.from({ length: count }, (_, i) => {
		const days = 3500 * (1 - i / count) + r.below(30);
		const state = i / count < 0.9 || r.chance(0.6) ? 'decided' : r.pick(proposalStates);
		const before = state === 'decided' || state === 'postponed';
		const meeting = before ? r.pick(sittings) : state === 'scheduled' ? r.pick(coming) : null;
		const submitted = !['draft', 'in_consultation', 'recommended', 'withdrawn'].includes(state);
		return {
			id: r.uuid(),
			number: c.number('V', c.ago(days)),
			bodyId: r.pick(c.groups).id,
			mandateId: r.chance(0.1) ? r.pick(mandates) : null,
			title: w.solution(),
			state,
			outline: outlineFrom(c),
			responsibleOrganisationId: r.pick(c.units).organisationId,
			dueOn: c.dayAgo(days - 400),
			meetingId: meeting?.id ?? null,
			createdBy: r.pick(c.reporters).id,
			createdAt: c.ago(days),
			updatedAt: c.ago(days * (r.below(100) / 100)),
			submittedAt: submitted ? c.ago(days * 0.9) : null,
			days,
			meeting,
			gaps: [...r.some(gaps, 1 + r.below(3)), ...(r.chance(0.06) ? [r.pick(heavy)] : [])].map((gap) => gap.id)
		};
	});
	await fill(c.db, proposal, rows);
	await fill(
		c.db,
		proposalGap,
		rows.flatMap((row) => [...new Set(row.gaps)].map((gapId) => ({ proposalId: row.id, gapId })))
	);
	const versions = rows
		.filter((row) => row.submittedAt)
		.map((row) => ({
			proposalId: row.id,
			version: 1,
			title: row.title,
			outline: row.outline,
			responsible: '',
			dueOn: row.dueOn,
			hash: r.uuid().replaceAll('-', '').repeat(2),
			frozenAt: row.submittedAt!
		}));
	await fill(c.db, proposalVersion, versions);
	for (const row of rows) {
		c.note(row.createdAt, row.createdBy, 'proposal.create', row.id);
		if (!row.submittedAt) continue;
		for (const [i, step] of ['recommend', 'submit', 'admit', 'schedule'].entries())
			c.note(c.ago(row.days * (0.95 - i * 0.05)), row.createdBy, `proposal.${step}`, row.id);
	}
	return rows;
}

const outlineFrom = ({ w }: County): Outline =>
	Object.fromEntries(
		outlineParts.map((part) => [part, part === 'resolution' ? w.resolution() : w.sentences(2)])
	) as Outline;

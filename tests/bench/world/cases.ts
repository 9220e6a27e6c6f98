/** Case analyses, most of them released long ago. */
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import type { County } from './county.ts';
import { fill } from './fill.ts';

const states = [
	'released',
	'released',
	'discussed',
	'evaluated',
	'evaluated',
	'evaluated',
	'archived',
	'draft',
	'recalled'
];

/** @returns ids of those that everybody inside may read */
export async function growCases(c: County, count: number): Promise<string[]> {
	const { r, w } = c;
	const rows = Array.from({ length: count }, (_, i) => {
		const author = r.pick(c.reporters);
		const begun = 3500 * (1 - i / count) + r.below(20);
		const state = r.pick(states);
		const released = state !== 'draft';
		return {
			id: r.uuid(),
			number: released ? c.number('E', c.ago(begun)) : null,
			authorId: author.id,
			organisationId: author.organisationId,
			reviewerId: released ? r.pick(c.office.filter((o) => o.id !== author.id)).id : null,
			state,
			title: w.title(),
			attributes: {
				ageBand: r.pick(c.codes('ageBand')),
				household: r.pick(c.codes('household')),
				residenceGroup: r.pick(c.codes('residenceGroup')),
				legalDomains: r.some(c.codes('legalDomain'), 3),
				phases: r.some(c.codes('integrationPhase'), 2)
			},
			stations: [1, 4, 9].map((month) => ({
				month,
				legalDomain: r.pick(c.codes('legalDomain')),
				text: w.sentences(1)
			})),
			narrative: w.sentences(6),
			helped: w.sentences(1),
			suspectedGap: w.sentences(1),
			createdAt: c.ago(begun),
			updatedAt: c.ago(begun - 4),
			submittedAt: released ? c.ago(begun - 2) : null,
			releasedAt: released ? c.ago(begun - 4) : null,
			recalledAt: state === 'recalled' ? c.ago(begun - 8) : null,
			recalledFrom: state === 'recalled' ? 'released' : null
		};
	});
	await fill(c.db, caseAnalysis, rows);
	for (const row of rows) {
		if (row.submittedAt) c.note(row.submittedAt, row.authorId, 'case_analysis.submit', row.id);
		if (row.releasedAt) c.note(row.releasedAt, row.reviewerId!, 'case_analysis.release', row.id);
	}
	return rows.filter((row) => !['draft', 'recalled'].includes(row.state)).map((row) => row.id);
}

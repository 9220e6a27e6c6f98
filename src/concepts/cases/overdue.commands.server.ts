/** What waits for a decision longer than the county means it to is told again: a review to its reviewers, a recall to those who settle it. */
import { nobody } from '#concepts/people/actor.ts';
import { holdersOf } from '#concepts/people/roles.queries.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look } from '#platform/change.server.ts';
import { no, yes } from '#platform/result.ts';
import * as overdue from './overdue.store.server.ts';
import * as store from './store.server.ts';

/** Once each target time, as long as it waits. */
export async function remindOfOverdue(): Promise<number> {
	const due = await look(async (tx) => overdue.waiting(tx, (await settingsOf(tx)).intakeTargetDays));
	let told = 0;
	for (const id of due) if ((await remind(id)).ok) told++;
	return told;
}

const remind = (id: string) =>
	change(nobody, async (c) => {
		const row = await store.lock(c.tx, id);
		const settings = await settingsOf(c.tx);
		if (!row || !(await overdue.waiting(c.tx, settings.intakeTargetDays, id)).length) return no('conflict');
		const to =
			row.state === 'recalled'
				? await holdersOf(c.tx, ['data_protection', 'coordinator'])
				: await overdue.reviewersFor(c.tx, row, settings.reviewersOfSameOrganisation);
		const tells = to
			.filter((account) => account !== row.authorId)
			.map((account) => ({ to: account, note: 'deadline' }));
		c.record('case_analysis.remind', { type: 'case_analysis', id }, {}, tells);
		return yes(null);
	});

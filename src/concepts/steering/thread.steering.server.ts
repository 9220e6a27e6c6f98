/** The deciding part of a thread: decisions with their wording, measures with progress, effect, feedback given. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Readable } from './directory.rights.server.ts';
import type { Counted, DecisionLink, FeedbackGiven, MeasureLink, ReviewLink } from './thread.ts';
import { idList, veiled } from './thread.rows.server.ts';

export async function decisionsOn(
	tx: Transaction,
	may: Readable,
	family: string[],
	proposals: string[]
): Promise<DecisionLink[]> {
	const found =
		await tx.execute<DecisionLink>(sql`select 'decision' as type, id::text, ${may.decision} as visible, number, '' as title,
		result as state, decided_at as at, gate, wording, proposed_wording as "proposedWording", reason, target, target_on as "targetOn"
		from decision where gap_id = any(${idList(family)}) or proposal_id = any(${idList(proposals)}) order by decided_at, number`);
	return found.rows.map(veiled);
}

export async function measuresOn(tx: Transaction, may: Readable, decisions: string[]): Promise<MeasureLink[]> {
	const found =
		await tx.execute<MeasureLink>(sql`select 'measure' as type, id::text, ${may.measure} as visible, number, title, state,
		issued_at as at, due_on as "dueOn", (select o.name from organisation o where o.id = measure.organisation_id) as unit,
		coalesce((select json_agg(json_build_object('at', p.created_at, 'text', p.text, 'nextStep', p.next_step) order by p.created_at)
			from (select * from progress_report r where r.measure_id = measure.id order by r.created_at desc limit 12) p), '[]') as reports
		from measure where decision_id = any(${idList(decisions)}) order by issued_at, number`);
	return found.rows.map((r) => (r.visible ? r : { ...veiled(r), reports: [] }));
}

/** A review is read with its measure. */
export async function reviewsOn(
	tx: Transaction,
	may: Readable,
	family: string[],
	shown: (n: number) => Counted
): Promise<ReviewLink[]> {
	const found = await tx.execute<
		ReviewLink & { answered: number; better: number }
	>(sql`select 'effect_review' as type, r.id::text,
		${may.measure} as visible, measure.number, measure.title, r.state, coalesce(r.closed_at, r.asked_at) as at, r.due_on as "dueOn",
		r.asked_at as "askedAt", r.closed_at as "closedAt",
		(select count(*) from effect_answer a where a.review_id = r.id and a.still_happens is not null)::int as answered,
		(select count(*) from effect_answer a where a.review_id = r.id and a.still_happens in ('gone', 'better'))::int as better
		from effect_review r join measure on measure.id = r.measure_id where r.gap_id = any(${idList(family)}) order by r.due_on`);
	return found.rows.map((r) => ({
		...veiled(r),
		askedAt: r.askedAt,
		closedAt: r.closedAt,
		answered: r.visible ? shown(r.answered) : 'few',
		better: r.visible ? shown(r.better) : 'few'
	}));
}

export async function feedbackOn(
	tx: Transaction,
	family: string[],
	shown: (n: number) => Counted
): Promise<FeedbackGiven[]> {
	const found = await tx.execute<{
		at: string | null;
		text: string;
		receivers: number;
	}>(sql`select given_at as at, text, receivers
		from feedback where gap_id = any(${idList(family)}) order by coalesce(given_at, created_at) limit 60`);
	return found.rows.map((f) => ({ ...f, receivers: shown(f.receivers) }));
}

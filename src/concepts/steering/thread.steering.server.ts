/** The deciding part of a thread: decisions with their wording, measures with progress, effect, feedback given. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { Readable } from './directory.rights.server.ts';
import type { Counted, DecisionLink, FeedbackGiven, MeasureLink, PassedOn, ReviewLink, SheetLink } from './thread.ts';
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

/** Read by whoever reads the gap: that is everybody inside. */
export async function passedOnBy(tx: Transaction, may: Readable, decisions: string[]): Promise<PassedOn[]> {
	const found =
		await tx.execute<PassedOn>(sql`select 'escalation' as type, e.id::text, ${may.service_gap} as visible, decision.number,
		e.subject as title, e.state, e.sent_on::text as at, e.addressee, e.resubmit_on::text as "resubmitOn",
		e.answered_on::text as "answeredOn", e.answer from escalation e join decision on decision.id = e.decision_id
		where e.decision_id = any(${idList(decisions)}) order by e.created_at`);
	return found.rows.filter((e) => e.visible);
}

export async function sheetsOn(tx: Transaction, may: Readable, family: string[]): Promise<SheetLink[]> {
	const found =
		await tx.execute<SheetLink>(sql`select 'result_sheet' as type, s.id::text, ${may.service_gap} as visible, s.number,
		s.title, s.state, s.released_at as at, coalesce((select json_agg(json_build_object('on', d.sent_on, 'network', d.network)
			order by d.sent_on) from result_distribution d where d.sheet_id = s.id), '[]') as sent
		from result_sheet s where s.gap_id = any(${idList(family)}) and s.state in ('released', 'withdrawn') order by s.released_at`);
	return found.rows.filter((s) => s.visible);
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
		// Security: counts while people answer would tell by two looks what the last one said
		answered: r.visible && r.closedAt ? shown(r.answered) : 'few',
		// with the one shown and the other small, the small one could be reckoned
		better: r.visible && r.closedAt && shown(r.answered - r.better) !== 'few' ? shown(r.better) : 'few'
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

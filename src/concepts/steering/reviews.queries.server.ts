/** What the pages of effect reviews show: results as counts, what people wrote for the office only. */
import { asc, eq } from 'drizzle-orm';
import { look, type Transaction } from '#platform/change.server.ts';
import { serviceGap } from '#concepts/gaps/tables.server.ts';
import { isInside, isOffice, type Actor } from '#concepts/people/actor.ts';
import { mayReview } from './policy.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { shownAnswers, verdictOf, type ReviewState, type StillHappens } from './reviews.rules.ts';
import { answersOf, askedOf, barOf, bodyOf, findReview, wordsOf } from './reviews.store.server.ts';
import { effectReview, measure } from './tables.server.ts';

/** Results are counts; small ones are held back from all but the office. */
export const reviewPage = (actor: Actor, id: string) =>
	look(async (tx) => {
		const r = await findReview(tx, id);
		const mine = r && (await askedOf(tx, id, actor.id));
		if (!r || !mayReview(actor, 'read', { asked: mine !== null })) return null;
		const [around] = await tx
			.select({
				gapNumber: serviceGap.number,
				gapTitle: serviceGap.title,
				measureNumber: measure.number,
				measureTitle: measure.title,
				measureId: measure.id
			})
			.from(serviceGap)
			.innerJoin(measure, eq(measure.id, r.measureId))
			.where(eq(serviceGap.id, r.gapId));
		const { asked, answers } = await answersOf(tx, id);
		const { minimumCellSize } = await settingsOf(tx);
		const counts = shownAnswers(asked, answers, minimumCellSize, isOffice(actor));
		const thing = { asked: false, bodyId: await bodyOf(tx, r.measureId) };
		const open = r.state === 'asked' && mayReview(actor, 'close', { asked: false });
		return {
			review: r,
			around: around!,
			mine: mine && { answered: mine.answeredAt !== null, stillHappens: mine.stillHappens as StillHappens | null },
			// with nobody left to answer, two looks at the counts cannot tell one answer apart
			counts: isOffice(actor) || r.closedAt ? counts : null,
			words: isOffice(actor) ? await wordsOf(tx, id) : [],
			inside: isInside(actor),
			may: {
				askNow: r.state === 'planned' && mayReview(actor, 'close', { asked: false }),
				close: open,
				needsChoice: open && verdictOf(answers, await barOf(tx)) === null,
				reopen: r.state === 'reopen_proposed' && mayReview(actor, 'reopen', thing)
			}
		};
	});

/** The reviews of one measure. */
export const reviewLines = async (tx: Transaction, measureId: string) =>
	(await tx
		.select({
			id: effectReview.id,
			state: effectReview.state,
			dueOn: effectReview.dueOn,
			gapNumber: serviceGap.number,
			gapTitle: serviceGap.title
		})
		.from(effectReview)
		.innerJoin(serviceGap, eq(serviceGap.id, effectReview.gapId))
		.where(eq(effectReview.measureId, measureId))
		.orderBy(asc(serviceGap.number))) as {
		id: string;
		state: ReviewState;
		dueOn: string;
		gapNumber: string;
		gapTitle: string;
	}[];

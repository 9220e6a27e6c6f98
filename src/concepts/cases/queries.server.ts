/** The page of an analysis as its reader may see it: its author, a reviewer, or everybody once it is released. */
import { showing, type Shown } from '#concepts/anonymity/release.ts';
import { thresholdsOf } from '#concepts/anonymity/settings.queries.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Transaction } from '#platform/change.server.ts';
import { log } from '#platform/log.server.ts';
import { fits } from '#platform/step.ts';
import { checkContent } from './checks.server.ts';
import { leftInText } from './marks.places.ts';
import type { FieldMark } from './marks.ts';
import { may, seesRecalls, type OwnedCase } from './policy.ts';
import type { RiskCard } from './risk.ts';
import { riskFor } from './risk.queries.server.ts';
import {
	readable,
	recallReasons,
	steps,
	type Attributes,
	type CaseState,
	type CaseStep,
	type Content,
	type Finding,
	type PassageNote,
	type RecallReason
} from './rules.ts';
import * as store from './store.server.ts';
import { roomOf } from './waiting.store.server.ts';

/** What a reviewer has beside the text; without marks the check has failed, and nothing may be released. */
export type Review = { marks: FieldMark[] | null; risk: RiskCard | null };

export type CaseSeen = Content & {
	id: string;
	number: string | null;
	state: CaseState;
	version: number;
	finding: Finding | null;
	releasedAt: Date | null;
	submittedAt: Date | null;
	updatedAt: Date;
	isMine: boolean;
	/** The reviewer's comment and notes, for the author and the next reviewer only. */
	reviewComment: string;
	passageNotes: PassageNote[];
	/** what everybody sees of the attributes once it is released; `attributes` then hold no more */
	shown: Shown | null;
	review: Review | null;
	steps: CaseStep[];
	maySave: boolean;
};
const stepNames = Object.keys(steps) as CaseStep[];

/** With the steps that are open to this reader now; null when hidden. */
export async function casePage(actor: Actor, id: string): Promise<CaseSeen | null> {
	const seen = await look((tx) => seenBy(tx, actor, id));
	if (!seen?.steps.includes('release')) return seen;
	return { ...seen, review: await reviewOf(actor, seen) };
}

async function seenBy(tx: Transaction, actor: Actor, id: string): Promise<CaseSeen | null> {
	const row = await store.read(tx, id);
	if (!row) return null;
	const { state } = row;
	const { reviewersOfSameOrganisation: ownHouse } = await settingsOf(tx);
	const thing: OwnedCase = { authorId: row.authorId, organisationId: row.organisationId, state, ownHouse };
	if (!may(actor, 'read', thing)) return null;
	const released = readable.includes(state);
	const shown = released ? await shownOf(tx, id) : null;
	return {
		id,
		number: row.number,
		state,
		// when and how often its author wrote may tell who she is
		version: released ? 0 : row.version,
		title: row.title,
		attributes: shown ? attributesShown(shown, row.attributes) : row.attributes,
		stations: row.stations,
		narrative: row.narrative,
		helped: row.helped,
		suspectedGap: row.suspectedGap,
		// what the writer set aside is for her and the reviewer
		dismissed: released ? [] : row.dismissed,
		finding: row.finding as Finding | null,
		releasedAt: row.releasedAt,
		submittedAt: released ? null : row.submittedAt,
		updatedAt: released ? row.releasedAt! : row.updatedAt,
		isMine: row.authorId === actor.id,
		reviewComment: released ? '' : row.reviewComment,
		passageNotes: released ? [] : row.passageNotes,
		shown,
		review: null,
		steps: stepNames.filter((s) => fits(steps[s], state) && may(actor, s, thing)),
		maySave: may(actor, 'save', thing) && fits(steps.submit, state)
	};
}

const shownOf = async (tx: Transaction, id: string): Promise<Shown> =>
	showing(await roomOf(tx), await thresholdsOf(tx)).get(id)!;

/** Security: of an early analysis nothing but its legal domains leaves the server. */
const attributesShown = (shown: Shown, { phases }: Attributes): Attributes =>
	shown.how === 'full'
		? { ...shown.cell, legalDomains: [...shown.legalDomains], phases }
		: { legalDomains: [...shown.legalDomains], phases: [] };

async function reviewOf(actor: Actor, seen: CaseSeen): Promise<Review> {
	const marks = await checkContent(seen).catch((err: unknown) => {
		log.error({ err }, 'a case analysis in review could not be checked');
		return null;
	});
	const asked = { reviews: true, without: seen.id, left: leftInText(marks ?? []) };
	return { marks, risk: await riskFor(actor, seen.attributes, asked) };
}

/** Without a word of content. `mayDecide`: not about one's own. */
export type RecalledCase = {
	number: string | null;
	recalledAt: Date | null;
	reason: RecallReason | null;
	mayDecide: boolean;
};
/** Data protection and the office learn that an analysis was recalled, and why; everybody else gets null. */
export const recalledCase = (actor: Actor, id: string): Promise<RecalledCase | null> =>
	look(async (tx) => {
		if (!seesRecalls(actor)) return null;
		const row = await store.read(tx, id);
		if (row?.state !== 'recalled') return null;
		const { number, recalledAt, recallReason } = row;
		const reason = recallReasons.find((r) => r === recallReason) ?? null;
		return { number, recalledAt, reason, mayDecide: may(actor, 'restore', { ...row, ownHouse: true }) };
	});

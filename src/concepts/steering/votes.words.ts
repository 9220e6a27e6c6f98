/** How the committee has voted, in one sentence: counted, said in words as in older decisions, or all at once. */
import { m } from '#i18n/paraglide/messages.js';

type Counted = {
	vote: string;
	votesYes: number | null;
	votesNo: number | null;
	votesAbstained: number | null;
	byConsent: boolean;
};
type Options = { locale?: 'de' | 'en' };

export const countedText = (n: { yes: number; no: number; abstained: number }, o: Options = {}): string =>
	n.abstained === 1 ? m.steering_votes_counted_one(n, o) : m.steering_votes_counted(n, o);

export function votesText(d: Counted, o: Options = {}): string {
	const counted =
		d.votesYes === null
			? ''
			: countedText({ yes: d.votesYes, no: d.votesNo ?? 0, abstained: d.votesAbstained ?? 0 }, o);
	return [d.byConsent ? m.steering_votes_consent({}, o) : '', counted, d.vote].filter(Boolean).join(' · ');
}
export const notCountedText = (names: readonly string[], o: Options = {}): string =>
	names.length ? m.steering_not_counted({ names: names.join(', ') }, o) : '';
export const conflictVotingText = (names: readonly string[], o: Options = {}): string =>
	names.length ? m.steering_conflict_voting({ names: names.join(', ') }, o) : '';
/** „1 Sondervotum“: how many members of the group do not follow its recommendation. */
export const dissentsText = (n: number, o: Options = {}): string =>
	n === 1 ? m.steering_dissent_one({}, o) : m.steering_dissents_many({ n }, o);

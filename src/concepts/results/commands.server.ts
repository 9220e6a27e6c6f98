/** The verbs on result sheets: write, hand in, return, release by two, withdraw. */
import { createHash } from 'node:crypto';
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import type { Dismissed } from '#concepts/anonymity/marks.ts';
import { checked } from '#concepts/gaps/report.check.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { holdersOf } from '#concepts/people/roles.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, look, type Change, type Tell } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { contactIssues } from './contact.server.ts';
import { may, mayRelease, mayWrite, type SheetAction } from './policy.ts';
import {
	checkedTexts,
	freeHands,
	hands,
	missingParts,
	reportable,
	sheetSteps,
	textOf,
	type Hand,
	type SheetState,
	type SheetStep,
	type SheetText
} from './rules.ts';
import * as store from './store.server.ts';
import type { Sheet } from './store.server.ts';

export const thing = (id: string) => ({ type: 'result_sheet', id });
const trimmed = (text: SheetText): SheetText =>
	Object.fromEntries(Object.entries(text).map(([part, value]) => [part, value.trim()])) as SheetText;

/** From a gap on which something was decided. Kept as typed: it need not be complete, but it needs a title. */
export const createSheet = (
	actor: Actor,
	gapId: string,
	text: SheetText,
	dismissed: Dismissed[] = []
): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const state = isSomebody(actor) && mayWrite(actor) ? await store.gapStateOf(c.tx, gapId) : null;
		if (!state || !isSomebody(actor)) return no('not_found');
		if (!reportable.includes(state)) return no('wrong_state', [{ field: '', message: m.results_issue_gap() }]);
		if (!text.title.trim()) return no('incomplete', [titleMissing()]);
		const made = await store.insertSheet(c.tx, { ...trimmed(text), gapId, authorId: actor.id, dismissed });
		c.record('result_sheet.create', thing(made.id), { number: made.number, gapId });
		return yes({ id: made.id });
	});

export const editSheet = (
	actor: Actor,
	id: string,
	text: SheetText,
	dismissed: Dismissed[] = []
): Promise<Result<{ id: string }>> =>
	onSheet(actor, 'edit', id, async (c, s) => {
		if (!text.title.trim()) return no('incomplete', [titleMissing()]);
		if (!(await store.setSheet(c.tx, s, s.state, { ...trimmed(text), dismissed }))) return no('conflict');
		c.record('result_sheet.edit', thing(id));
		return yes({ id });
	});
const titleMissing = (): Issue => ({ field: 'title', message: m.results_issue_part() });

/** Complete and without anything open that could point to a person; then both hands hear that it waits for them. */
export async function submitSheet(
	actor: Actor,
	id: string,
	check: Checker = checkText
): Promise<Result<{ state: SheetState }>> {
	const wrong = await wrongWith(actor, 'submit', id, check);
	return onSheet(actor, 'submit', id, async (c, s) => {
		const missing = missingParts(s).map((field): Issue => ({ field, message: m.results_issue_part() }));
		const issues = [...missing, ...(textOf(s) === wrong.text ? wrong.issues : [changedMeanwhile()])];
		if (issues.length) return no('incomplete', issues);
		const tells = (await holdersOf(c.tx, ['coordinator', 'reviewer'])).map(toReview);
		return move(c, s, 'submit', tells, { submittedAt: now(), remark: '' });
	});
}

/** Back to the author with a word; what was released by one counts no more. */
export const returnSheet = (actor: Actor, id: string, remark: string): Promise<Result<{ state: SheetState }>> =>
	onSheet(actor, 'return', id, async (c, s) => {
		if (!remark.trim()) return no('incomplete', [{ field: 'remark', message: m.results_issue_remark() }]);
		await store.dropReleases(c.tx, s.id);
		return move(c, s, 'return', [toReview(s.authorId)], { remark: remark.trim() });
	});

/** Out of feed and links at once; who has it already is told by the office, which the distribution log names. */
export const withdrawSheet = (actor: Actor, id: string, remark: string): Promise<Result<{ state: SheetState }>> =>
	onSheet(actor, 'withdraw', id, async (c, s) => {
		if (!remark.trim()) return no('incomplete', [{ field: 'remark', message: m.results_issue_remark() }]);
		return move(c, s, 'withdraw', [toReview(s.authorId)], { withdrawnAt: now(), remark: remark.trim() });
	});

/** One hand of two. Security: the text is checked once more, as it leaves the house with the second. */
export async function releaseSheet(
	actor: Actor,
	id: string,
	hand: Hand,
	check: Checker = checkText
): Promise<Result<{ state: SheetState }>> {
	const wrong = await wrongWith(actor, 'read', id, check);
	return change(actor, async (c) => {
		const s = await store.lockSheet(c.tx, id);
		if (!s || !isSomebody(actor) || !may(actor, 'read', s)) return no('not_found');
		if (!mayRelease(actor, hand, s)) return no('forbidden');
		if (!fits<SheetState>(sheetSteps.release, s.state)) return no('wrong_state');
		const given = await store.releasesOf(c.tx, id);
		if (!freeHands(s.authorId, given, actor.id).includes(hand))
			return no('conflict', [{ field: '', message: m.results_issue_hand() }]);
		const issues = textOf(s) === wrong.text ? wrong.issues : [changedMeanwhile()];
		if (issues.length) return no('incomplete', issues);
		const textHash = createHash('sha256').update(textOf(s)).digest('hex');
		if (!(await store.insertRelease(c.tx, { sheetId: id, hand, accountId: actor.id, textHash })))
			return no('conflict', [{ field: '', message: m.results_issue_hand() }]);
		if (given.length + 1 === hands.length)
			return move(c, s, 'release', [toReview(s.authorId)], { releasedAt: now() }, { hand });
		c.record('result_sheet.release', thing(id), { hand, to: s.state });
		return yes({ state: s.state });
	});
}

async function move(
	c: Change,
	s: Sheet,
	step: SheetStep,
	tells: Tell[],
	also: Parameters<typeof store.setSheet>[3],
	data: Record<string, string> = {}
): Promise<Result<{ state: SheetState }>> {
	const { to } = sheetSteps[step];
	if (!(await store.setSheet(c.tx, s, to, also))) return no('conflict');
	c.record(`result_sheet.${step}`, thing(s.id), { from: s.state, to, ...data }, tells);
	return yes({ state: to });
}

/** Seen? allowed? right moment? – then runs on the locked sheet. */
export const onSheet = <T>(
	actor: Actor,
	action: SheetAction,
	id: string,
	run: (c: Change, s: Sheet) => Promise<Result<T>>,
	from?: readonly SheetState[]
): Promise<Result<T>> =>
	change(actor, async (c) => {
		const s = await store.lockSheet(c.tx, id);
		if (!s || !isSomebody(actor) || !may(actor, 'read', s)) return no('not_found');
		if (!may(actor, action, s)) return no('forbidden');
		const moments = from ?? (action in sheetSteps ? sheetSteps[action as SheetStep].from : []);
		if (!moments.includes(s.state)) return no('wrong_state');
		return run(c, s);
	});

/** The check takes its time, so it is done before the transaction, for those who may; the text it saw comes along. */
async function wrongWith(
	actor: Actor,
	action: SheetAction,
	id: string,
	check: Checker
): Promise<{ text: string; issues: Issue[] }> {
	const s = await look((tx) => store.findSheet(tx, id));
	if (!s || !may(actor, 'read', s) || !may(actor, action, s)) return { text: '', issues: [] };
	const { issues } = await checked(checkedTexts(s), s.dismissed, check);
	return { text: textOf(s), issues: [...issues, ...(await contactIssues(s.contact, check))] };
}
const changedMeanwhile = (): Issue => ({ field: '', message: m.results_refused_conflict() });
const toReview = (to: string): Tell => ({ to, note: 'review' });

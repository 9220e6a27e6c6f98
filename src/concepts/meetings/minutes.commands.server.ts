/**
 * Minutes, which are the document with what is recorded around it: given for review, confirmed or objected to, approved –
 * to the letter as they were given for review – and from then on only corrected by a further version.
 */
import { and, eq, max } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change, type Tell, type Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { hold, readDocument, rewrite, seal, unseal } from '#realtime/log.server.ts';
import { offerApproval, withdrawOffer } from './approval.offer.server.ts';
import { approvesByLeaders, type ApprovalWay } from './approval.rules.ts';
import { keepDecisions } from './decisions.store.server.ts';
import { dropUnshown, roomOf } from './document.shape.ts';
import { documentOf } from './document.store.server.ts';
import { recordsFollow } from './document.written.server.ts';
import { enter, enterForMinutes } from './door.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import { hashOfMinutes, minutesHtml } from './minutes.html.server.ts';
import { blocksFrom } from './markup.ts';
import { isSettled, minutesSteps } from './rules.ts';
import { freeze, frozenOf, thaw, type Frozen } from './minutes.store.server.ts';
import { minutesOf } from './minutes.text.server.ts';
import { agendaOf, setMeeting, type Locked } from './store.server.ts';
import { minutesReply, minutesVersion } from './tables.server.ts';
import { eraseVersions, keepVersion, unnamedOccasions } from './versions.store.server.ts';
import { forgetTakenOff, textFollows, writtenIn } from './written.store.server.ts';

const maxLength = 200_000;
const maxPassage = 2000;

/**
 * The words are fixed here, and the document is sealed in the same transaction: what is on its way into the log is in
 * them, and what comes later is refused, so that its writer keeps it as a draft.
 */
export const circulate = (actor: Actor, id: string, reviewUntil: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'circulate');
		if (!entered.ok) return entered;
		const found = entered.value;
		const open = (await agendaOf(c.tx, id)).filter((i) => !isSettled(i.state));
		const issues: Issue[] = [
			...(reviewUntil >= today() ? [] : [{ field: 'reviewUntil', message: m.meetings_issue_review_until() }]),
			...open.map((i) => ({ field: 'agenda', message: m.meetings_issue_close_item({ title: i.title }) }))
		];
		if (issues.length) return no('incomplete', issues);
		await c.tx.delete(minutesReply).where(eq(minutesReply.meetingId, id));
		await hold(c.tx, roomOf(id)); // before reading, so that nothing is taken afterwards
		const doc = await documentOf(c.tx, found);
		await recordsFollow(c, found, doc);
		await textFollows(c.tx, found, writtenIn(doc));
		await keepVersion(c.tx, id, doc, 'circulate');
		await offerApproval(c, found);
		await seal(c.tx, roomOf(id));
		await freeze(c.tx, id, await minutesOf(c.tx, found, doc));
		return move(c, found, 'circulate', { reviewUntil });
	});

export const rework = (actor: Actor, id: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'rework');
		if (!entered.ok) return entered;
		await thaw(c.tx, id);
		await unseal(c.tx, roomOf(id));
		return move(c, entered.value, 'rework', {});
	});

async function move(c: Change, found: Locked, step: 'circulate' | 'rework', set: { reviewUntil?: string }) {
	const to = minutesSteps[step].to;
	if (!(await setMeeting(c.tx, found, { ...set, approvalUntil: null, minutesState: to }))) return no('conflict');
	const tells = step === 'circulate' ? await tellPresent(c.tx, found.id) : [];
	c.record(`meeting.${step}`, { type: 'meeting', id: found.id }, { from: found.minutesState, to, ...set }, tells);
	return yes(found.id);
}
const present = async (tx: Transaction, id: string) =>
	(await invitedTo(tx, id)).filter((i) => i.attendance === 'present');
const tellPresent = async (tx: Transaction, id: string): Promise<Tell[]> =>
	(await present(tx, id)).map((i) => ({ to: i.accountId, note: 'meeting' }));

/** `seen`: the hash of the minutes as they were read. */
export type ReviewInput = { confirmed: boolean; objection: string; passage?: string; seen?: string };

/** Those who were present confirm, or object – to a passage they may quote; a second answer replaces the first. */
export const review = (actor: Actor, id: string, answer: ReviewInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'review', 'review');
		if (!entered.ok) return entered;
		if (!fits(minutesSteps.approve, entered.value.minutesState)) return no('wrong_state');
		const frozen = await frozenOf(tx, id);
		if (!frozen) return unfrozen();
		if (answer.seen !== undefined && answer.seen !== frozen.hash)
			return no('conflict', [{ field: '', message: m.meetings_issue_minutes_changed() }]);
		const objection = answer.confirmed ? '' : answer.objection.trim();
		if (!answer.confirmed && !objection)
			return no('incomplete', [{ field: 'objection', message: m.meetings_issue_objection() }]);
		const passage = answer.confirmed ? '' : (answer.passage ?? '').trim().slice(0, maxPassage);
		const set = { confirmed: answer.confirmed, hash: frozen.hash, passage, objection, answer: '', at: now() };
		await tx
			.insert(minutesReply)
			.values({ meetingId: id, accountId: actor.id!, ...set })
			.onConflictDoUpdate({ target: [minutesReply.meetingId, minutesReply.accountId], set });
		record(`meeting.${answer.confirmed ? 'confirm' : 'object'}`, { type: 'meeting', id });
		return yes(id);
	});

export const answerObjection = (actor: Actor, id: string, accountId: string, answer: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'run', 'review');
		if (!entered.ok) return entered;
		if (!isId(accountId)) return no('not_found');
		if (!answer.trim()) return no('incomplete', [{ field: 'answer', message: m.meetings_issue_answer() }]);
		const same = and(
			eq(minutesReply.meetingId, id),
			eq(minutesReply.accountId, accountId),
			eq(minutesReply.confirmed, false)
		);
		const rows = await tx.update(minutesReply).set({ answer: answer.trim() }).where(same).returning();
		if (!rows.length) return no('not_found');
		record('meeting.answer_objection', { type: 'meeting', id }, { accountId }, [{ to: accountId, note: 'meeting' }]);
		return yes(id);
	});

/** By those who lead a group, once the review is over; minutes of the committee its members approve. */
export const approve = (actor: Actor, id: string) =>
	change<number>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'approve');
		if (!entered.ok) return entered;
		const found = entered.value;
		if (!approvesByLeaders(found.bodyKind))
			return no('wrong_state', [{ field: '', message: m.meetings_issue_committee_approves() }]);
		const frozen = await frozenOf(c.tx, id);
		if (!frozen) return unfrozen();
		const issues = await lacksReview(c.tx, found, frozen);
		if (issues.length) return no('incomplete', issues);
		return approveFound(c, found, { way: 'leader', by: actor.id });
	});

/** By whom and in what way; `inId`: the later meeting, `tells`: others than those who were present. */
export type Ground = { way: ApprovalWay; by: string | null; inId?: string; tells?: readonly string[] };
/**
 * What was given for review, with hash, records and event in one transaction; from then on the database refuses any
 * change to it, and the document stays sealed. For whoever has locked the meeting and found that its minutes are to be
 * approved.
 */
export async function approveFound(c: Change, found: Locked, ground: Ground): Promise<Result<number>> {
	const frozen = await frozenOf(c.tx, found.id);
	if (!frozen) return unfrozen();
	const doc = await readDocument(c.tx, roomOf(found.id));
	dropUnshown(doc);
	await rewrite(c.tx, roomOf(found.id), doc);
	await textFollows(c.tx, found, writtenIn(doc));
	await keepVersion(c.tx, found.id, doc, 'approve');
	await eraseVersions(c.tx, found.id, unnamedOccasions);
	await forgetTakenOff(c.tx, found);
	if (found.bodyKind !== 'steering_committee') await keepDecisions(c.tx, found.id, doc);
	const moved = await setMeeting(c.tx, found, { minutesState: minutesSteps.approve.to });
	if (!moved) return no('conflict');
	await thaw(c.tx, found.id);
	await withdrawOffer(c, found.id);
	return keep(c, ground, found, frozen, '');
}

/** Given for review before words were fixed then, or not what they were: only rework leads on. */
const unfrozen = () => no('conflict', [{ field: '', message: m.meetings_issue_minutes_unfrozen() }]);

/** The review is over when its day has come or everyone who was present has answered; every objection needs an answer. */
async function lacksReview(tx: Transaction, found: Locked, { hash }: Frozen): Promise<Issue[]> {
	const replies = await tx
		.select()
		.from(minutesReply)
		.where(and(eq(minutesReply.meetingId, found.id), eq(minutesReply.hash, hash)));
	const silent = (await present(tx, found.id)).filter((p) => !replies.some((r) => r.accountId === p.accountId));
	const waiting = replies.filter((r) => !r.confirmed && !r.answer).length;
	const over = found.reviewUntil !== null && found.reviewUntil <= today();
	return [
		...(over || !silent.length
			? []
			: [{ field: 'reviewUntil', message: m.meetings_issue_review_running({ count: silent.length }) }]),
		...(waiting ? [{ field: 'answer', message: m.meetings_issue_objections_open({ count: waiting }) }] : [])
	];
}

/** A further version: the words of the last one, changed, with the reason. The document stays as it was. */
export const correct = (actor: Actor, id: string, input: { text: string; reason: string }) =>
	change<number>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'correct');
		if (!entered.ok) return entered;
		const issues: Issue[] = [
			...(input.text.trim() && input.text.length <= maxLength
				? []
				: [{ field: 'text', message: m.meetings_issue_minutes_empty() }]),
			...(input.reason.trim() ? [] : [{ field: 'reason', message: m.meetings_issue_correction() }])
		];
		if (issues.length) return no('incomplete', issues);
		const blocks = blocksFrom(input.text);
		const html = minutesHtml(blocks);
		const words = { blocks, html, hash: hashOfMinutes(html) };
		return keep(c, { way: 'leader', by: actor.id }, entered.value, words, input.reason.trim());
	});

type Words = Pick<Frozen, 'blocks' | 'html' | 'hash'>;
async function keep(c: Change, ground: Ground, found: Locked, { blocks, html, hash }: Words, reason: string) {
	const [last] = await c.tx
		.select({ version: max(minutesVersion.version) })
		.from(minutesVersion)
		.where(eq(minutesVersion.meetingId, found.id));
	const version = (last?.version ?? 0) + 1;
	const approved = { approvedAt: now(), approvedBy: ground.by, approvedWay: ground.way, approvedInId: ground.inId };
	await c.tx.insert(minutesVersion).values({ meetingId: found.id, version, blocks, html, hash, ...approved, reason });
	const others = (ground.tells ?? []).map((to) => ({ to, note: 'meeting' }));
	c.record(
		`meeting.${version === 1 ? 'approve' : 'correct'}`,
		{ type: 'meeting', id: found.id },
		{ version, hash, way: ground.way },
		[...(await tellPresent(c.tx, found.id)), ...others]
	);
	return yes(version);
}

/** Minutes: written, given for review, confirmed or objected to, approved – and from then on only corrected by a further version. */
import { and, eq, max } from 'drizzle-orm';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change, type Tell, type Transaction } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { no, yes, type Issue } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { draftOf } from './draft.server.ts';
import { enter, enterForMinutes } from './door.server.ts';
import { invitedTo } from './invitation.store.server.ts';
import { hashOfMinutes, minutesHtml } from './minutes.html.server.ts';
import { isSettled, minutesSteps } from './rules.ts';
import { agendaOf, setMeeting, type Locked } from './store.server.ts';
import { minutesReply, minutesVersion } from './tables.server.ts';

const maxLength = 200_000;

/** `revision` is the one the writer began with: whoever saved meanwhile is not overwritten. */
export const write = (actor: Actor, id: string, written: { text: string; revision: number }) =>
	change<number>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'run', 'minutes');
		if (!entered.ok) return entered;
		const found = entered.value;
		if (!fits(minutesSteps.circulate, found.minutesState))
			return no('wrong_state', [{ field: 'text', message: m.meetings_issue_not_drafting() }]);
		if (written.text.length > maxLength)
			return no('incomplete', [{ field: 'text', message: m.meetings_issue_minutes_long() }]);
		if (written.revision !== found.minutesRevision)
			return no('conflict', [{ field: 'text', message: m.meetings_issue_minutes_changed() }]);
		const minutesRevision = found.minutesRevision + 1;
		await setMeeting(tx, found, { minutes: written.text, minutesRevision });
		record('meeting.write_minutes', { type: 'meeting', id }, { revision: minutesRevision });
		return yes(minutesRevision);
	});

/** A fresh draft of attendance, results and tasks; what was written follows it as notes. */
export const redraft = (actor: Actor, id: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'run', 'review');
		if (!entered.ok) return entered;
		const found = entered.value;
		if (!fits(minutesSteps.circulate, found.minutesState)) return no('wrong_state');
		await setMeeting(tx, found, { minutes: await draftOf(tx, found), minutesRevision: found.minutesRevision + 1 });
		record('meeting.write_minutes', { type: 'meeting', id }, { revision: found.minutesRevision + 1 });
		return yes(id);
	});

export const circulate = (actor: Actor, id: string, reviewUntil: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'circulate');
		if (!entered.ok) return entered;
		const found = entered.value;
		const open = (await agendaOf(c.tx, id)).filter((i) => !isSettled(i.state));
		const issues: Issue[] = [
			...(found.minutes.trim() ? [] : [{ field: 'text', message: m.meetings_issue_minutes_empty() }]),
			...(reviewUntil >= today() ? [] : [{ field: 'reviewUntil', message: m.meetings_issue_review_until() }]),
			...open.map((i) => ({ field: 'agenda', message: m.meetings_issue_close_item({ title: i.title }) }))
		];
		if (issues.length) return no('incomplete', issues);
		await c.tx.delete(minutesReply).where(eq(minutesReply.meetingId, id));
		return move(c, found, 'circulate', { reviewUntil });
	});

export const rework = (actor: Actor, id: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'rework');
		return entered.ok ? move(c, entered.value, 'rework', {}) : entered;
	});

async function move(c: Change, found: Locked, step: 'circulate' | 'rework', set: { reviewUntil?: string }) {
	const to = minutesSteps[step].to;
	if (!(await setMeeting(c.tx, found, { ...set, minutesState: to }))) return no('conflict');
	const tells = step === 'circulate' ? await tellPresent(c.tx, found.id) : [];
	c.record(`meeting.${step}`, { type: 'meeting', id: found.id }, { from: found.minutesState, to, ...set }, tells);
	return yes(found.id);
}
const present = async (tx: Transaction, id: string) =>
	(await invitedTo(tx, id)).filter((i) => i.attendance === 'present');
const tellPresent = async (tx: Transaction, id: string): Promise<Tell[]> =>
	(await present(tx, id)).map((i) => ({ to: i.accountId, note: 'meeting' }));

/** Those who were present confirm, or object to a passage; a second answer replaces the first. */
export const review = (actor: Actor, id: string, answer: { confirmed: boolean; objection: string }) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'review', 'review');
		if (!entered.ok) return entered;
		if (!fits(minutesSteps.approve, entered.value.minutesState)) return no('wrong_state');
		const objection = answer.confirmed ? '' : answer.objection.trim();
		if (!answer.confirmed && !objection)
			return no('incomplete', [{ field: 'objection', message: m.meetings_issue_objection() }]);
		const set = { confirmed: answer.confirmed, objection, answer: '', at: now() };
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

/** Text, hash and event in one transaction; from then on the database refuses any change to it. */
export const approve = (actor: Actor, id: string) =>
	change<number>(actor, async (c) => {
		const entered = await enterForMinutes(c.tx, actor, id, 'approve');
		if (!entered.ok) return entered;
		const issues = await lacksReview(c.tx, entered.value);
		if (issues.length) return no('incomplete', issues);
		const moved = await setMeeting(c.tx, entered.value, { minutesState: minutesSteps.approve.to });
		return moved ? keep(c, actor, entered.value, entered.value.minutes, '') : no('conflict');
	});

/** The review is over when its day has come or everyone who was present has answered; every objection needs an answer. */
async function lacksReview(tx: Transaction, found: Locked): Promise<Issue[]> {
	const replies = await tx.select().from(minutesReply).where(eq(minutesReply.meetingId, found.id));
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
		const set = { minutes: input.text, minutesRevision: entered.value.minutesRevision + 1 };
		if (!(await setMeeting(c.tx, entered.value, set))) return no('conflict');
		return keep(c, actor, entered.value, input.text, input.reason.trim());
	});

async function keep(c: Change, actor: Actor, found: Locked, text: string, reason: string) {
	const [last] = await c.tx
		.select({ version: max(minutesVersion.version) })
		.from(minutesVersion)
		.where(eq(minutesVersion.meetingId, found.id));
	const version = (last?.version ?? 0) + 1;
	const html = minutesHtml(text);
	const hash = hashOfMinutes(html);
	await c.tx
		.insert(minutesVersion)
		.values({ meetingId: found.id, version, html, hash, approvedAt: now(), approvedBy: actor.id!, reason });
	c.record(
		`meeting.${version === 1 ? 'approve' : 'correct'}`,
		{ type: 'meeting', id: found.id },
		{ version, hash },
		await tellPresent(c.tx, found.id)
	);
	return yes(version);
}

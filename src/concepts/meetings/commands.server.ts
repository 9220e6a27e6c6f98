/** The life of a meeting: called, edited, opened, ended, closed. Agenda, invitation and minutes have their own files. */
import type { Actor } from '#concepts/people/actor.ts';
import { bodyOf } from '#concepts/bodies/queries.server.ts';
import { isActive } from '#concepts/bodies/rules.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { now } from '#platform/clock.ts';
import { no, yes, type Issue } from '#platform/result.ts';
import { carryOver } from './carry.server.ts';
import { enter, enterFor } from './door.server.ts';
import { hindrances } from './closing.server.ts';
import { documentOf } from './document.store.server.ts';
import { mayCall } from './policy.ts';
import { meetingSteps, type MeetingStep } from './rules.ts';
import { invitedIds, setMeeting } from './store.server.ts';
import { meeting } from './tables.server.ts';
import { beginAgenda } from './template.store.server.ts';
import { keepVersion } from './versions.store.server.ts';

export type MeetingInput = { title: string; startsAt: Date; endsAt: Date; place: string; link: string };

export function lacksOf(input: MeetingInput): Issue[] {
	const issues: Issue[] = [];
	if (!input.title.trim()) issues.push({ field: 'title', message: m.meetings_issue_title() });
	if (input.startsAt <= now()) issues.push({ field: 'startsAt', message: m.meetings_issue_future() });
	if (input.endsAt <= input.startsAt) issues.push({ field: 'endsAt', message: m.meetings_issue_end() });
	if (input.link && !/^https:\/\/\S+$/.test(input.link))
		issues.push({ field: 'link', message: m.meetings_issue_link() });
	return issues;
}

/** A draft: nobody hears of it. Its document begins with the agenda that meetings of the body usually have. */
export const call = (actor: Actor, bodyId: string, input: MeetingInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const body = await bodyOf(tx, bodyId);
		if (!body) return no('not_found');
		if (!mayCall(actor, bodyId)) return no('forbidden');
		if (!isActive(body.state)) return no('wrong_state', [{ field: 'bodyId', message: m.meetings_issue_body_closed() }]);
		const issues = lacksOf(input);
		if (issues.length) return no('incomplete', issues);
		const [made] = await tx
			.insert(meeting)
			.values({ bodyId, ...input, title: input.title.trim() })
			.returning();
		await beginAgenda(tx, made!);
		await documentOf(tx, made!);
		record('meeting.create', { type: 'meeting', id: made!.id }, { bodyId });
		return yes(made!.id);
	});

export const edit = (actor: Actor, id: string, input: MeetingInput) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, id, 'edit', 'edit');
		if (!entered.ok) return entered;
		const issues = lacksOf(input);
		if (issues.length) return no('incomplete', issues);
		await setMeeting(tx, entered.value, { ...input, title: input.title.trim() });
		record('meeting.edit', { type: 'meeting', id }, { startsAt: input.startsAt.toISOString() });
		return yes(id);
	});

/** The steps that need nothing but the moment; inviting, postponing and cancelling have their own commands. */
const take = (
	step: Exclude<MeetingStep, 'invite' | 'postpone' | 'cancel' | 'end' | 'close'>,
	actor: Actor,
	id: string
) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterFor(tx, actor, id, step);
		if (!entered.ok) return entered;
		const set = { state: meetingSteps[step].to, ...(step === 'start' ? { startedAt: now() } : {}) };
		if (!(await setMeeting(tx, entered.value, set))) return no('conflict');
		record(`meeting.${step}`, { type: 'meeting', id }, { from: entered.value.state, to: set.state });
		return yes(id);
	});
export const schedule = (actor: Actor, id: string) => take('schedule', actor, id);
export const start = (actor: Actor, id: string) => take('start', actor, id);

/**
 * Ends the meeting: what was not settled goes back to the backlog of the body. Proposals wait for their decision
 * instead of going back. The minutes are the document, with attendance, results and tasks as they are recorded.
 */
export const end = (actor: Actor, id: string) =>
	change<string>(actor, async (c) => {
		const entered = await enterFor(c.tx, actor, id, 'end');
		if (!entered.ok) return entered;
		const found = entered.value;
		const ended = await setMeeting(c.tx, found, { state: meetingSteps.end.to, endedAt: now() });
		if (!ended) return no('conflict');
		await carryOver(c, found);
		await keepVersion(c.tx, id, await documentOf(c.tx, found), 'end');
		const tells = (await invitedIds(c.tx, id)).map((to) => ({ to, note: 'meeting' }));
		c.record('meeting.end', { type: 'meeting', id }, { from: found.state, to: ended.state }, tells);
		return yes(id);
	});

/** Closed only when minutes are approved, every item is settled and every gap decided on has its feedback. */
export const close = (actor: Actor, id: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterFor(tx, actor, id, 'close');
		if (!entered.ok) return entered;
		const found = entered.value;
		const issues = await hindrances(tx, found);
		if (issues.length) return no('incomplete', issues);
		if (!(await setMeeting(tx, found, { state: meetingSteps.close.to }))) return no('conflict');
		record('meeting.close', { type: 'meeting', id }, { from: found.state, to: meetingSteps.close.to });
		return yes(id);
	});

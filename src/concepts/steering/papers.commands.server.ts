/** The verbs of papers: order one, have it made again from what it was made of, and follow its building. */
import { createHash } from 'node:crypto';
import { isSomebody, nobody, type Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, look, type Change } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import {
	isKeyDate,
	isOfMeeting,
	paperSteps,
	speaksOfCases,
	stages,
	type PaperKind,
	type PaperState,
	type PaperStep
} from './papers.rules.ts';
import type { PaperSource } from './papers.source.ts';
import * as store from './papers.store.server.ts';
import { mayReadPaper, maySteer } from './policy.ts';

export type Ordering = { kind: PaperKind; meetingId: string; keyOn: string };
type Ordered = Promise<Result<{ id: string }>>;
const thing = (id: string) => ({ type: 'paper_build', id });

/** A folder shows the day it is ordered on, a dossier its key date. Who clicks twice, or as somebody else does, gets the one build. */
export async function orderPaper(actor: Actor, o: Ordering): Ordered {
	const asked = { ...o, keyOn: isOfMeeting(o.kind) ? today() : o.keyOn };
	const done = await change(actor, (c) => order(c, actor, asked));
	return done.ok || done.why !== 'conflict' ? done : joined(asked);
}

async function order(c: Change, actor: Actor, o: Ordering): Ordered {
	if (!isSomebody(actor) || !maySteer(actor)) return no('not_found');
	const sitting = isOfMeeting(o.kind) ? await store.sittingOf(c.tx, o.meetingId) : null;
	if (isOfMeeting(o.kind)) {
		if (!sitting || !mayReadPaper(actor, { bodyId: sitting.bodyId, isDraft: sitting.state === 'draft' }))
			return no('not_found');
	} else if (!isKeyDate(o.keyOn, today()))
		return no('incomplete', [{ field: 'keyOn', message: m.papers_need_key_date() }]);
	const id = await store.insert(c.tx, {
		kind: o.kind,
		bodyId: sitting?.bodyId ?? null,
		meetingId: sitting?.id ?? null,
		keyOn: o.keyOn,
		orderedBy: actor.id,
		// same key date, same content: what was read for it once is not read anew
		source: sitting ? null : await store.sourceOfKey(c.tx, o.kind, o.keyOn)
	});
	if (!id) return no('conflict');
	c.record('paper_build.order', thing(id), { kind: o.kind, keyOn: o.keyOn });
	return yes({ id });
}

/** Once more from what it was made of: the same, less what was recalled meanwhile. */
export async function orderAgain(actor: Actor, id: string): Ordered {
	const found = await look((tx) => store.find(tx, id));
	const madeInDraft = !!found?.source && 'meeting' in found.source && found.source.meeting.isDraft;
	const isDraft = madeInDraft || found?.meetingState === 'draft';
	if (!found || !mayReadPaper(actor, { bodyId: found.bodyId, isDraft })) return no('not_found');
	const { kind, bodyId, meetingId, keyOn, source } = found;
	if (fits<PaperState>(paperSteps.begin, found.state)) return no('wrong_state');
	const done = await change(actor, async (c) => {
		if (!isSomebody(actor)) return no('not_found');
		const made = await store.insert(c.tx, { kind, bodyId, meetingId, keyOn, source, orderedBy: actor.id });
		if (!made) return no('conflict');
		c.record('paper_build.order_again', thing(made), { kind, keyOn, of: id });
		return yes({ id: made });
	});
	return done.ok || done.why !== 'conflict' ? done : joined({ kind, meetingId: meetingId ?? '', keyOn });
}

/** Somebody was faster: theirs is the same. */
async function joined(o: Ordering): Ordered {
	const id = await look((tx) => store.underWay(tx, { ...o, meetingId: o.meetingId || null }));
	// finished between the two statements: the list shows it
	return id ? yes({ id }) : no('conflict');
}

/** Every step of a build goes through here; `wrong_state` where it was finished, or failed, meanwhile. */
const take = (id: string, step: PaperStep, run: (c: Change, b: store.Build) => Promise<Result<unknown>>) =>
	change(nobody, async (c) => {
		const b = await store.lock(c.tx, id);
		if (!b) return no('not_found');
		if (!fits<PaperState>(paperSteps[step], b.state)) return no('wrong_state');
		const result = await run(c, b);
		return result.ok ? yes(b) : result;
	});

export const begin = (id: string) =>
	take(id, 'begin', async (c) => {
		await store.set(c.tx, id, { state: paperSteps.begin.to, done: 0 });
		c.record('paper_build.begin', thing(id));
		return yes(null);
	});

/** So many stages are done; what was read is kept with the first. */
export const advance = (id: string, done: number, source?: PaperSource) =>
	take(id, 'advance', async (c, b) => {
		if (source && speaksOfCases(b.kind)) await store.keepCases(c.tx, id, source.caseIds);
		await store.set(c.tx, id, { done, ...(source && { source }) });
		c.record('paper_build.advance', thing(id), { done, of: stages.length });
		return yes(null);
	});

/** `conflict` where an analysis in it was recalled, or came back, since it was composed: then it has to be composed anew. */
export const finish = (id: string, file: { pdf: Uint8Array; pages: number; caseIds: readonly string[] }) =>
	change(nobody, async (c) => {
		const held = await store.heldCases(c.tx, file.caseIds);
		if (held.length !== file.caseIds.length) return no('conflict');
		const b = await store.lock(c.tx, id);
		if (!b || !fits<PaperState>(paperSteps.finish, b.state)) return no('wrong_state');
		const hash = createHash('sha256').update(file.pdf).digest('hex');
		await store.include(c.tx, id, file.caseIds);
		await store.set(c.tx, id, {
			state: paperSteps.finish.to,
			done: stages.length,
			finishedAt: now(),
			content: file.pdf,
			pages: file.pages,
			size: file.pdf.length,
			hash
		});
		c.record('paper_build.finish', thing(id), { hash, pages: file.pages });
		return yes(null);
	});

export const fail = (id: string) =>
	take(id, 'fail', async (c) => {
		await store.set(c.tx, id, { state: paperSteps.fail.to, finishedAt: now() });
		c.record('paper_build.fail', thing(id));
		return yes(null);
	});

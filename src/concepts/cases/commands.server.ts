/** The verbs of case analyses: write, submit, return, release, recall, evaluate. */
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { holdersOf } from '#concepts/people/roles.queries.server.ts';
import type { Role } from '#concepts/people/rules.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { change, look, nextIn, type Change, type Tell } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { may, mayWrite, type CaseAction } from './policy.ts';
import {
	findings,
	missingParts,
	noContent,
	readable,
	steps,
	unticked,
	type CaseState,
	type CaseStep,
	type Content,
	type Finding
} from './rules.ts';
import * as store from './store.server.ts';
import { missingWords } from './words.ts';

export const startCase = (actor: Actor, content: Content = noContent): Promise<Result<{ id: string }>> =>
	change(actor, async ({ tx, record }) => {
		if (!isSomebody(actor) || !mayWrite(actor)) return no('forbidden');
		const id = await store.insert(tx, actor, content);
		record('case_analysis.start', { type: 'case_analysis', id });
		return yes({ id });
	});

const draftStates: readonly CaseState[] = ['draft', 'returned'];

export const saveCase = (actor: Actor, id: string, content: Content): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		const found = await open(c, actor, id, 'save');
		if (!found.ok) return found;
		if (!draftStates.includes(found.value.state)) return no('wrong_state');
		await store.save(c.tx, id, content);
		c.record('case_analysis.save', { type: 'case_analysis', id });
		return yes({ id });
	});

export const submitCase = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	change(actor, (c) =>
		take(c, actor, id, 'submit', {
			lacks: (row) => missingParts(row).map((part) => ({ field: part, message: missingWords[part]() })),
			set: () => ({ submittedAt: now(), reviewerId: null }),
			tells: async (row) =>
				others(await holdersOf(c.tx, ['reviewer']), row.authorId).map((to) => ({ to, note: 'review' }))
		})
	);

/** Security: a deleted draft keeps nothing of what was written. */
export const deleteCase = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	change(actor, (c) => take(c, actor, id, 'delete', { set: () => ({ ...noContent, reviewComment: '' }) }));

export const returnCase = (actor: Actor, id: string, comment: string): Promise<Result<{ id: string }>> =>
	change(actor, (c) =>
		take(c, actor, id, 'return', {
			lacks: () => (comment ? [] : [{ field: 'comment', message: missingWords.comment() }]),
			set: () => ({ reviewComment: comment, reviewerId: actor.id }),
			tells: (row) => [{ to: row.authorId, note: 'query' }]
		})
	);

/** Takes the number of the year; the comment of an earlier review goes with the drafts it spoke of. */
export const releaseCase = (actor: Actor, id: string, ticked: readonly string[]): Promise<Result<{ id: string }>> =>
	change(actor, (c) =>
		take(c, actor, id, 'release', {
			lacks: () => (unticked(ticked).length ? [{ field: 'ticked', message: missingWords.ticked() }] : []),
			set: async () => ({
				number: await nextNumber(c),
				reviewerId: actor.id,
				reviewComment: '',
				releasedAt: now()
			}),
			tells: async (row) => [
				...others(await holdersOf(c.tx, ['coordinator']), row.authorId).map((to) => ({ to, note: 'review' })),
				{ to: row.authorId, note: 'feedback' }
			]
		})
	);

/** Hides it from every reader with this very commit; what was written about it stays with data protection. */
export const recallCase = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	change(actor, (c) =>
		take(c, actor, id, 'recall', {
			set: () => ({ recalledAt: now() }),
			tells: () => tellRoles(c, ['data_protection', 'coordinator'], 'review')
		})
	);

export const archiveCase = (actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	change(actor, (c) => take(c, actor, id, 'archive', {}));
/** For a group's meeting that talked it through; a second meeting changes nothing. */
export const discussCase = (c: Change, actor: Actor, id: string): Promise<Result<{ id: string }>> =>
	take(c, actor, id, 'discuss', { tells: (row) => [{ to: row.authorId, note: 'feedback' }] });

/** Part of gaps' `concludeCase`, which links the gaps in the same transaction. */
export const evaluateCase = (
	c: Change,
	actor: Actor,
	id: string,
	finding: Finding,
	gaps: number
): Promise<Result<{ id: string }>> =>
	take(c, actor, id, 'evaluate', {
		lacks: () => {
			if (!findings.includes(finding)) return [{ field: 'finding', message: missingWords.finding() }];
			return finding === 'gaps_linked' && gaps === 0 ? [{ field: 'gapIds', message: missingWords.gapIds() }] : [];
		},
		set: () => ({ finding }),
		data: { finding, gaps },
		tells: (row) => [{ to: row.authorId, note: 'feedback' }]
	});

/** Reading a released analysis is on record, once a day for each reader. */
export async function recordReading(actor: Actor, id: string): Promise<void> {
	if (!isSomebody(actor)) return;
	if (await look((tx) => store.wasRead(tx, actor.id, id, today()))) return;
	await change(actor, async (c) => {
		const row = await store.lock(c.tx, id);
		if (!row || !readable.includes(row.state)) return no('not_found');
		if (await store.wasRead(c.tx, actor.id, id, today())) return no('conflict');
		c.record('case_analysis.read', { type: 'case_analysis', id });
		return yes(null);
	});
}

type With = {
	lacks?: (row: store.CaseRow) => { field: string; message: string }[];
	set?: (row: store.CaseRow) => store.Moved | Promise<store.Moved>;
	data?: EventData;
	tells?: (row: store.CaseRow) => Tell[] | Promise<Tell[]>;
};

/** Every step goes through this door: seen? allowed? right moment? complete? */
async function take(c: Change, actor: Actor, id: string, step: CaseStep, w: With): Promise<Result<{ id: string }>> {
	const found = await open(c, actor, id, step);
	if (!found.ok) return found;
	const row = found.value;
	if (!fits(steps[step], row.state)) return no('wrong_state');
	const lacking = w.lacks?.(row) ?? [];
	if (lacking.length) return no('incomplete', lacking);
	const { to } = steps[step];
	if (!(await store.setState(c.tx, id, row.state, to, await w.set?.(row)))) return no('conflict');
	c.record(
		`case_analysis.${step}`,
		{ type: 'case_analysis', id },
		{ from: row.state, to, ...w.data },
		await w.tells?.(row)
	);
	return yes({ id });
}

async function open(c: Change, actor: Actor, id: string, action: CaseAction): Promise<Result<store.CaseRow>> {
	const row = await store.lock(c.tx, id);
	const { reviewersOfSameOrganisation: ownHouse } = await settingsOf(c.tx);
	if (!row || !may(actor, 'read', { ...row, ownHouse })) return no('not_found');
	return may(actor, action, { ...row, ownHouse }) ? yes(row) : no('forbidden');
}

async function nextNumber(c: Change): Promise<string> {
	const year = today().slice(0, 4);
	return `E-${year}-${String(await nextIn(c.tx, `E-${year}`)).padStart(3, '0')}`;
}
const tellRoles = async (c: Change, roles: readonly Role[], note: string): Promise<Tell[]> =>
	(await holdersOf(c.tx, roles)).map((to) => ({ to, note }));
const others = (ids: readonly string[], but: string): string[] => ids.filter((id) => id !== but);

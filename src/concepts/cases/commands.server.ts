/** The verbs of case analyses: write, submit, return, release, recall, evaluate. */
import { isDeepStrictEqual } from 'node:util';
import { checkText, type Checker } from '#concepts/anonymity/check.server.ts';
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { holdersOf } from '#concepts/people/roles.queries.server.ts';
import type { Role } from '#concepts/people/rules.ts';
import { change, continues, nextIn, type Change, type Tell } from '#platform/change.server.ts';
import { now, today } from '#platform/clock.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { checkContent, forReview, namedIn } from './checks.server.ts';
import { mayWrite } from './policy.ts';
import { unweighed } from './review.ts';
import {
	contentOf,
	emptied,
	findings,
	missingParts,
	noContent,
	restoredTo,
	steps,
	strayPassages,
	unticked,
	type Content,
	type Finding,
	type PassageNote,
	type RecallReason
} from './rules.ts';
import { examined, move, objections, open, reviewersOf, take } from './steps.server.ts';
import * as store from './store.server.ts';
import { holdWords, missingWords } from './words.ts';

type Done = Promise<Result<{ id: string }>>;
/** What a second person says about the `version` that she has read. */
type Said = { comment: string; passages: PassageNote[]; version: number };
/** `version` goes back with the next save. */
type Saved = Promise<Result<{ id: string; version: number }>>;

/**
 * `as`: the id the writer's browser chose. A save whose answer was lost comes again with it, and finds its draft instead of
 * making a second one.
 */
export const startCase = (actor: Actor, content: Content = noContent, as?: string): Saved =>
	change(actor, async (c) => {
		if (!isSomebody(actor) || !mayWrite(actor)) return no('forbidden');
		const started = await store.insert(c.tx, actor, content, as);
		if (!started) return saveAgain(c, actor, as!, content);
		c.record('case_analysis.start', { type: 'case_analysis', id: started.id });
		return yes(started);
	});
/** Nobody has saved it since it was made, or it holds these very words: else another device has gone on with it. */
async function saveAgain(c: Change, actor: Actor, id: string, content: Content): Saved {
	const found = await open(c, actor, id, 'save');
	return found.ok ? saveOver(c, actor, found.value, content, { version: 1, typing: true }) : found;
}

/** While one types, a save belongs to the sitting that is on record already. */
const sitting = { kinds: ['case_analysis.start', 'case_analysis.save'], withinMs: 30 * 60_000 };
/** `version`: the one it was written from. `typing`: saved by itself, not by a button. */
type Saving = { version?: number | undefined; typing?: boolean };

/** `conflict` where another device has saved since: nothing is written over. */
export const saveCase = (actor: Actor, id: string, content: Content, saving: Saving = {}): Saved =>
	change(actor, async (c) => {
		const found = await open(c, actor, id, 'save');
		return found.ok ? saveOver(c, actor, found.value, content, saving) : found;
	});

async function saveOver(c: Change, actor: Actor, row: store.CaseRow, content: Content, s: Saving): Saved {
	const { id } = row;
	if (!fits(steps.submit, row.state)) return no('wrong_state');
	const isOther = s.version !== undefined && s.version !== row.version;
	if (isOther && !isSame(contentOf(row), content)) return no('conflict');
	const thing = { type: 'case_analysis', id };
	if (!s.typing || !(await continues(c, actor.id, thing, sitting))) c.record('case_analysis.save', thing);
	// the answer to the last save was lost: it is there
	return yes({ id, version: isOther ? row.version : await store.save(c.tx, id, content) });
}

const isSame = (a: Content, b: Content): boolean => isDeepStrictEqual(plain(a), plain(b));
const plain = (content: Content): unknown => JSON.parse(JSON.stringify(content));

/** Checks the text as it is stored; `conflict` where it was saved again meanwhile. */
export async function submitCase(actor: Actor, id: string, check?: Checker): Done {
	const checked = (await examined(actor, id, 'submit', (row) => checkContent(row, check))) ?? 'missing';
	const marks = checked === 'missing' ? [] : (checked.marks ?? []);
	return change(actor, (c) =>
		take(c, actor, id, 'submit', {
			checked,
			lacks: async (row) => [
				...missingParts(row).map((part) => ({ field: part, message: missingWords[part]() })),
				...(checked === 'missing' ? [] : await objections(c.tx, row, checked))
			],
			set: (row) => ({ submittedAt: now(), reviewerId: null, ...forReview(row, marks) }),
			tells: async (row) => others(await reviewersOf(c, row), row.authorId).map((to) => ({ to, note: 'review' }))
		})
	);
}

/** Security: a deleted draft keeps nothing of what was written. */
export const deleteCase = (actor: Actor, id: string): Done =>
	change(actor, (c) => take(c, actor, id, 'delete', { set: () => emptied }));

/** A comment, or notes at passages, or both; they name nobody either, as author and next reviewer read them. */
export async function returnCase(actor: Actor, id: string, said: Said, check: Checker = checkText): Done {
	const words = [said.comment, ...said.passages.map(({ comment }) => comment)].join('\n\n');
	const checked = (await examined(actor, id, 'return', () => check(words))) ?? 'missing';
	return change(actor, (c) =>
		take(c, actor, id, 'return', {
			seen: said.version,
			lacks: (row) => [
				...(said.comment || said.passages.length ? [] : [{ field: 'comment', message: missingWords.comment() }]),
				...strayPassages(row, said.passages).map((i) => ({ field: `passages.${i}`, message: missingWords.passage() })),
				...said.passages.flatMap(({ comment }, i) =>
					comment ? [] : [{ field: `passages.${i}`, message: missingWords.comment() }]
				),
				...(checked === 'missing' ? [] : namedIn(words, said.comment, checked.marks))
			],
			set: () => ({ reviewComment: said.comment, passageNotes: said.passages, hints: null, reviewerId: actor.id }),
			tells: (row) => [{ to: row.authorId, note: 'query' }]
		})
	);
}

/** Of the version that was read, and takes the number of the year. Whatever led to the text goes: comments, notes, what was set aside. */
export async function releaseCase(
	actor: Actor,
	id: string,
	o: { ticked: readonly string[]; version: number },
	check?: Checker
): Done {
	const checked = (await examined(actor, id, 'release', (row) => checkContent(row, check))) ?? 'missing';
	return change(actor, (c) =>
		take(c, actor, id, 'release', {
			seen: o.version,
			checked,
			lacks: async (row) => [
				...(unticked(o.ticked).length ? [{ field: 'ticked', message: missingWords.ticked() }] : []),
				...(checked !== 'missing' && unweighed(checked.marks ?? [], o.ticked).length
					? [{ field: 'ticked', message: holdWords.hints() }]
					: []),
				...(checked === 'missing' ? [] : await objections(c.tx, row, checked))
			],
			set: async () => ({
				number: await nextNumber(c),
				reviewerId: actor.id,
				dismissed: [],
				reviewComment: '',
				passageNotes: [],
				hints: null,
				releasedAt: now()
			}),
			tells: async (row) => [
				...others(await holdersOf(c.tx, ['coordinator']), row.authorId).map((to) => ({ to, note: 'review' })),
				{ to: row.authorId, note: 'feedback' }
			]
		})
	);
}

/** Hides it from every reader with this very commit; what was written about it stays with data protection. */
export const recallCase = (actor: Actor, id: string, reason: RecallReason = 'other'): Done =>
	change(actor, (c) =>
		take(c, actor, id, 'recall', {
			set: (row) => ({ recalledAt: now(), recalledFrom: row.state, recallReason: reason }),
			tells: () => tellRoles(c, ['data_protection', 'coordinator'], 'review')
		})
	);

const notRecalled = { recalledAt: null, recalledFrom: null, recallReason: null };

/** Back to the readers. It waits anew for others alike, as its cell may have moved on meanwhile. */
export const restoreCase = (actor: Actor, id: string): Done =>
	change(actor, (c) =>
		take(c, actor, id, 'restore', {
			to: (row) => restoredTo(row.recalledFrom),
			set: () => ({ ...notRecalled, batch: null }),
			tells: () => tellRoles(c, ['data_protection', 'coordinator'], 'review')
		})
	);

/** What was written goes for good. */
export const eraseCase = (actor: Actor, id: string): Done =>
	change(actor, (c) =>
		take(c, actor, id, 'erase', {
			set: () => ({ ...emptied, recalledFrom: null, recallReason: null }),
			tells: () => tellRoles(c, ['data_protection', 'coordinator'], 'review')
		})
	);

export const archiveCase = (actor: Actor, id: string): Done => change(actor, (c) => take(c, actor, id, 'archive', {}));

/** For the meeting that talked it through, which has asked for its own rights; a second meeting changes nothing. */
export async function discussCase(c: Change, id: string): Promise<void> {
	const row = await store.lock(c.tx, id);
	if (!row || !fits(steps.discuss, row.state)) return;
	await move(c, row, 'discuss', { tells: () => [{ to: row.authorId, note: 'feedback' }] });
}

/** Part of gaps' `concludeCase`, which links the gaps in the same transaction. */
export const evaluateCase = (c: Change, actor: Actor, id: string, finding: Finding, gaps: number): Done =>
	take(c, actor, id, 'evaluate', {
		lacks: () => {
			if (!findings.includes(finding)) return [{ field: 'finding', message: missingWords.finding() }];
			return finding === 'gaps_linked' && gaps === 0 ? [{ field: 'gapIds', message: missingWords.gapIds() }] : [];
		},
		set: () => ({ finding }),
		data: { finding, gaps },
		tells: (row) => [{ to: row.authorId, note: 'feedback' }]
	});

async function nextNumber(c: Change): Promise<string> {
	const year = today().slice(0, 4);
	return `E-${year}-${String(await nextIn(c.tx, `E-${year}`)).padStart(3, '0')}`;
}
const tellRoles = async (c: Change, roles: readonly Role[], note: string): Promise<Tell[]> =>
	(await holdersOf(c.tx, roles)).map((to) => ({ to, note }));
const others = (ids: readonly string[], but: string): string[] => ids.filter((id) => id !== but);

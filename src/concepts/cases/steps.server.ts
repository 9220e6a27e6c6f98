/** The one door of all steps of a case analysis, and the look at its text that comes before it. */
import type { Actor } from '#concepts/people/actor.ts';
import { holdersOf } from '#concepts/people/roles.queries.server.ts';
import { settingsOf } from '#concepts/people/settings.queries.server.ts';
import { look, type Change, type Tell, type Transaction } from '#platform/change.server.ts';
import type { EventData } from '#platform/events.tables.server.ts';
import { log } from '#platform/log.server.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { fits } from '#platform/step.ts';
import { objectionsTo } from './checks.server.ts';
import { leftInText } from './marks.places.ts';
import type { FieldMark } from './marks.ts';
import { knowsOf, may, type CaseAction } from './policy.ts';
import { riskCard } from './risk.ts';
import { settingFor } from './risk.queries.server.ts';
import { steps, type CaseState, type CaseStep } from './rules.ts';
import * as store from './store.server.ts';

/** What the check found in one version of a text; without marks it failed. */
export type Examined<M = FieldMark> = { version: number; marks?: M[] };

/**
 * Before the step and outside its transaction, as a check may take seconds. Undefined where the step will be refused
 * anyway: nobody makes us check what she may not touch.
 */
export async function examined<M>(
	actor: Actor,
	id: string,
	step: CaseStep,
	check: (row: store.CaseRow) => Promise<M[]>
): Promise<Examined<M> | undefined> {
	const row = await look(async (tx) => {
		const found = await store.read(tx, id);
		return found && fits(steps[step], found.state) && may(actor, step, await owned(tx, found)) ? found : undefined;
	});
	if (!row) return undefined;
	try {
		return { version: row.version, marks: await check(row) };
	} catch (err) {
		log.error({ err }, 'a case analysis could not be checked, so nothing goes on');
		return { version: row.version };
	}
}

/** What stands against showing this text to another person. */
export async function objections(tx: Transaction, row: store.CaseRow, { marks }: Examined): Promise<Issue[]> {
	const setting = await settingFor(tx, false, { without: row.id, left: leftInText(marks ?? []) });
	return objectionsTo(row, marks ?? null, riskCard(row.attributes, setting));
}

type With = {
	/** the version that somebody has read: of any other she knows nothing */
	seen?: number;
	/** the version that was checked: of any other nothing is known */
	checked?: Examined<unknown> | 'missing';
	lacks?: (row: store.CaseRow) => Issue[] | Promise<Issue[]>;
	set?: (row: store.CaseRow) => store.Moved | Promise<store.Moved>;
	/** where the state before says where it goes */
	to?: (row: store.CaseRow) => CaseState;
	data?: EventData;
	tells?: (row: store.CaseRow) => Tell[] | Promise<Tell[]>;
};

/** Every step goes through this door: seen? allowed? right moment? the text that was checked? complete? */
export async function take(
	c: Change,
	actor: Actor,
	id: string,
	step: CaseStep,
	w: With
): Promise<Result<{ id: string }>> {
	const found = await open(c, actor, id, step);
	return found.ok ? move(c, found.value, step, w) : found;
}

/** As `take`, where somebody else has asked for the rights: a meeting, the clock. */
export async function move(c: Change, row: store.CaseRow, step: CaseStep, w: With): Promise<Result<{ id: string }>> {
	const { id } = row;
	if (!fits(steps[step], row.state)) return no('wrong_state');
	if (w.seen !== undefined && w.seen !== row.version) return no('conflict');
	if (w.checked && (w.checked === 'missing' || w.checked.version !== row.version)) return no('conflict');
	const lacking = (await w.lacks?.(row)) ?? [];
	if (lacking.length) return no('incomplete', lacking);
	const to = w.to?.(row) ?? steps[step].to;
	if (!(await store.setState(c.tx, id, row.state, to, await w.set?.(row)))) return no('conflict');
	c.record(
		`case_analysis.${step}`,
		{ type: 'case_analysis', id },
		{ from: row.state, to, ...w.data },
		await w.tells?.(row)
	);
	return yes({ id });
}

export async function open(c: Change, actor: Actor, id: string, action: CaseAction): Promise<Result<store.CaseRow>> {
	const row = await store.lock(c.tx, id);
	const thing = row && (await owned(c.tx, row));
	if (!thing || !knowsOf(actor, thing)) return no('not_found');
	return may(actor, action, thing) ? yes(row) : no('forbidden');
}

export async function owned(tx: Transaction, row: store.CaseRow) {
	const { reviewersOfSameOrganisation: ownHouse } = await settingsOf(tx);
	return { ...row, ownHouse };
}

/** Those alone who may know that there is something to review. */
export async function reviewersOf(c: Change, { organisationId }: store.CaseRow): Promise<string[]> {
	const { reviewersOfSameOrganisation } = await settingsOf(c.tx);
	return holdersOf(c.tx, ['reviewer'], reviewersOfSameOrganisation ? {} : { outside: organisationId });
}

/** The office writes agreements: what is handed over between organisations, and how long it holds. */
import type { Actor } from '#concepts/people/actor.ts';
import { itemsOf } from '#concepts/people/catalogues.queries.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, type Change } from '#platform/change.server.ts';
import { no, yes, type Issue, type Result } from '#platform/result.ts';
import { may } from './policy.ts';
import { lacks, type AgreementFields } from './rules.ts';
import * as store from './store.server.ts';
import { lackWords } from './words.ts';

const thing = (id: string) => ({ type: 'agreement', id });

export const createAgreement = (actor: Actor, f: AgreementFields): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		if (!may(actor, 'create')) return no('not_found');
		const { issues, gapIds } = await checked(c, f, null);
		if (issues.length) return no('incomplete', issues);
		const id = await store.insertAgreement(c.tx, f);
		await write(c, 'create', id, f, gapIds);
		return yes({ id });
	});

export const editAgreement = (actor: Actor, id: string, f: AgreementFields): Promise<Result<{ id: string }>> =>
	change(actor, async (c) => {
		if (!may(actor, 'read') || !(await store.lockAgreement(c.tx, id))) return no('not_found');
		if (!may(actor, 'edit')) return no('forbidden');
		const { issues, gapIds } = await checked(c, f, id);
		if (issues.length) return no('incomplete', issues);
		await store.writeAgreement(c.tx, id, f);
		await write(c, 'edit', id, f, gapIds);
		return yes({ id });
	});

async function write(c: Change, step: 'create' | 'edit', id: string, f: AgreementFields, gapIds: string[]) {
	await store.putLinks(c.tx, id, [...new Set(f.parties)], gapIds);
	const { validFrom, validUntil } = f;
	c.record(`agreement.${step}`, thing(id), { validFrom, validUntil, gapIds });
}

async function checked(
	c: Change,
	f: AgreementFields,
	id: string | null
): Promise<{ issues: Issue[]; gapIds: string[] }> {
	const issues: Issue[] = lacks(f).map((field) => ({ field, message: lackWords[field]() }));
	const parties = new Set(f.parties);
	if (parties.size > 1 && (await store.knownParties(c.tx, [...parties], id)).length < parties.size)
		issues.push({ field: 'parties', message: m.agreements_unknown_code() });
	const domains = new Set((await itemsOf('legalDomain', c.tx)).map((i) => i.code));
	if (f.legalDomains.some((code) => !domains.has(code)))
		issues.push({ field: 'legalDomains', message: m.agreements_unknown_code() });
	const found = await store.gapIdsBy(c.tx, f.gaps);
	const idOf = (which: string) => found.get(which.trim().toUpperCase()) ?? found.get(which.trim());
	const unknown = f.gaps.find((which) => !idOf(which));
	if (unknown) issues.push({ field: 'gaps', message: m.agreements_need_gaps({ number: unknown }) });
	return { issues, gapIds: [...new Set(f.gaps.flatMap((which) => idOf(which) ?? []))] };
}

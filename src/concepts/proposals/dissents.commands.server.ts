/** Dissenting votes: a member of the group says why, by name or without, and may take it back until it is submitted. */
import { isSomebody, type Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change, recordBy } from '#platform/change.server.ts';
import { no, yes, type Result } from '#platform/result.ts';
import { dissentable } from './dissents.rules.ts';
import { may } from './policy.ts';
import { dropDissent, putDissent } from './statements.store.server.ts';
import { thing } from './steps.server.ts';
import * as store from './store.server.ts';

/** A second one of the same member takes the place of the first. */
export const dissent = (actor: Actor, id: string, given: { text: string; named: boolean }): Promise<Result<string>> =>
	change(actor, async ({ tx }) => {
		const p = await store.lock(tx, id);
		if (!p || !may(actor, 'read', p)) return no('not_found');
		if (!may(actor, 'dissent', p) || !isSomebody(actor)) return no('forbidden');
		if (!dissentable.includes(p.state)) return no('wrong_state');
		const text = given.text.trim();
		if (!text) return no('incomplete', [{ field: 'dissent', message: m.proposals_issue_dissent() }]);
		await putDissent(tx, { proposalId: id, accountId: actor.id, named: given.named, text });
		// Security: in the log nobody is named, as a name given first may be taken back before it is submitted
		recordBy(tx, null)('proposal.dissent', thing(id));
		return yes(id);
	});

export const withdrawDissent = (actor: Actor, id: string): Promise<Result<string>> =>
	change(actor, async ({ tx }) => {
		const p = await store.lock(tx, id);
		if (!p || !may(actor, 'read', p)) return no('not_found');
		if (!may(actor, 'dissent', p) || !isSomebody(actor)) return no('forbidden');
		if (!dissentable.includes(p.state)) return no('wrong_state');
		if (!(await dropDissent(tx, id, actor.id))) return no('not_found');
		recordBy(tx, null)('proposal.withdraw_dissent', thing(id));
		return yes(id);
	});

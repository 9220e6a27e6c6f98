/** The door of the interface: whom a token stands for, and how often it may be asked. */
import { createHash } from 'node:crypto';
import { actorOf } from '#concepts/bodies/actor.server.ts';
import { isSomebody, nobody, type Actor } from '#concepts/people/actor.ts';
import { holderOfToken } from '#concepts/people/tokens.commands.server.ts';
import { within } from '#platform/limits.server.ts';

/** In a minute: a token, a network without a good one, the files of a token. */
const limits = { token: 600, network: 120, file: 120, seconds: 60 };
const key = (text: string): string => createHash('sha256').update(text).digest('base64url');

export type Entered = { ok: true; actor: Actor } | { ok: false; status: 401 | 429 };

/**
 * Security: who asks is the token's owner or nobody – never the owner of a session, so that no page elsewhere can use a
 * browser that is logged in. What is no token that is good is refused, and not taken for none.
 */
export async function enter(headers: Headers, from: { address: () => string; file: boolean }): Promise<Entered> {
	const said = headers.get('authorization');
	const token = said === null ? null : (/^Bearer ([\w-]{1,100})$/i.exec(said)?.[1] ?? '');
	const holder = token ? await holderOfToken(token) : null;
	const actor = holder ? await actorOf(holder.accountId) : nobody;
	if (!holder || !isSomebody(actor)) {
		if (!(await within('oparl_network', key(from.address()), limits.network, limits.seconds)))
			return { ok: false, status: 429 };
		return token === null ? { ok: true, actor: nobody } : { ok: false, status: 401 };
	}
	if (!(await within('oparl_token', key(holder.tokenId), limits.token, limits.seconds)))
		return { ok: false, status: 429 };
	if (from.file && !(await within('oparl_file', key(holder.tokenId), limits.file, limits.seconds)))
		return { ok: false, status: 429 };
	return { ok: true, actor };
}

/**
 * Sessions. The only module that knows lucia (whose author ended it in 2025, so it stays pinned behind this door).
 * The database holds SHA-256 of the session id, never the id itself.
 */
import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import { sql } from 'drizzle-orm';
import { now } from './clock.ts';
import { database } from './database.server.ts';
import { environment } from './env.server.ts';

const idle = new TimeSpan(30, 'm');
const absoluteHours = 12;
export const cookieName = environment.production ? '__Host-session' : 'session';
export const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: environment.production } as const;

export const hashOfSession = (id: string): string => createHash('sha256').update(id).digest('hex');

type Row = { account_id: string; expires_at: string | Date };
const rowToSession = (id: string, r: Row): DatabaseSession => ({
	id,
	userId: r.account_id,
	expiresAt: new Date(r.expires_at),
	attributes: {}
});

const adapter: Adapter = {
	async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const db = await database();
		const found = await db.execute<Row>(sql`
			select s.account_id, s.expires_at from session s join account a on a.id = s.account_id
			where s.id_hash = ${hashOfSession(id)} and a.state = 'active' and s.created_at > ${new Date(now().getTime() - absoluteHours * 3_600_000)}`);
		const row = found.rows[0];
		return row ? [rowToSession(id, row), { id: row.account_id, attributes: {} }] : [null, null];
	},
	async getUserSessions(accountId) {
		const db = await database();
		const found = await db.execute<Row & { id_hash: string }>(
			sql`select id_hash, account_id, expires_at from session where account_id = ${accountId}`
		);
		return found.rows.map((r) => rowToSession(r.id_hash, r));
	},
	async setSession(s) {
		const db = await database();
		const device = s.attributes.device ?? '';
		await db.execute(
			sql`insert into session (id_hash, account_id, expires_at, device) values (${hashOfSession(s.id)}, ${s.userId}, ${s.expiresAt}, ${device})`
		);
	},
	async updateSessionExpiration(id, expiresAt) {
		const db = await database();
		await db.execute(
			sql`update session set expires_at = ${expiresAt}, last_seen_at = now() where id_hash = ${hashOfSession(id)}`
		);
	},
	async deleteSession(id) {
		const db = await database();
		await db.execute(sql`delete from session where id_hash = ${hashOfSession(id)}`);
	},
	async deleteUserSessions(accountId) {
		const db = await database();
		await db.execute(sql`delete from session where account_id = ${accountId}`);
	},
	async deleteExpiredSessions() {
		const db = await database();
		await db.execute(sql`delete from session where expires_at <= now()`);
	}
};

const lucia = new Lucia(adapter, {
	sessionExpiresIn: idle,
	sessionCookie: { name: cookieName, attributes: { secure: environment.production } }
});

declare module 'lucia' {
	interface Register {
		Lucia: typeof lucia;
		DatabaseSessionAttributes: { device?: string };
	}
}

/** @returns the session id for the cookie; `device` is what the list of sessions shows, e.g. "Firefox, Windows" */
export async function openSession(accountId: string, device: string): Promise<string> {
	return (await lucia.createSession(accountId, { device: device.slice(0, 80) })).id;
}

/** @returns the account's id while the session lives: used within 30 minutes, at most 12 hours old, account active */
export async function accountOfSession(id: string | undefined): Promise<string | null> {
	if (!id || id.length > 100) return null;
	const { session } = await lucia.validateSession(id);
	return session?.userId ?? null;
}

/** Like accountOfSession(), but does not prolong the session: for sockets, which live without anybody working. */
export async function liveSession(id: string | undefined): Promise<{ accountId: string; sessionHash: string } | null> {
	if (!id || id.length > 100) return null;
	const [session] = await adapter.getSessionAndUser(id);
	return session && session.expiresAt > now() ? { accountId: session.userId, sessionHash: hashOfSession(id) } : null;
}

/** Those of these sessions that live, by hash, with their accounts; prolongs none. */
export async function liveSessions(hashes: readonly string[]): Promise<Map<string, string>> {
	const db = await database();
	const found = await db.execute<{ id_hash: string; account_id: string }>(sql`
		select s.id_hash, s.account_id from session s join account a on a.id = s.account_id
		where s.id_hash = any(${sql.param(hashes)}::text[]) and a.state = 'active' and s.expires_at > ${now()}
			and s.created_at > ${new Date(now().getTime() - absoluteHours * 3_600_000)}`);
	return new Map(found.rows.map((r) => [r.id_hash, r.account_id]));
}

const told = ((globalThis as Record<symbol, unknown>)[Symbol.for('lueckenlos.session-ended')] ??= new Set()) as Set<
	(accountId: string | null, idHash: string | null) => void
>;
/** Listeners close what hangs on a session: open sockets. */
export const onSessionEnd = (listener: (accountId: string | null, idHash: string | null) => void): void =>
	void told.add(listener);

export async function closeSession(id: string): Promise<void> {
	await lucia.invalidateSession(id);
	for (const tell of told) tell(null, hashOfSession(id));
}

/** „überall abmelden“; a closed account, a reset password. */
export async function closeAllSessions(accountId: string): Promise<void> {
	await lucia.invalidateUserSessions(accountId);
	for (const tell of told) tell(accountId, null);
}

/** Sessions of an account for its profile page; `idHash` names one without giving it away. */
export async function sessionsOf(
	accountId: string
): Promise<{ idHash: string; device: string; createdAt: Date; lastSeenAt: Date }[]> {
	const db = await database();
	const found = await db.execute<{ id_hash: string; device: string; created_at: string; last_seen_at: string }>(
		sql`select id_hash, device, created_at, last_seen_at from session where account_id = ${accountId} and expires_at > now() order by last_seen_at desc`
	);
	return found.rows.map((r) => ({
		idHash: r.id_hash,
		device: r.device,
		createdAt: new Date(r.created_at),
		lastSeenAt: new Date(r.last_seen_at)
	}));
}

/** One of the account's own sessions, named by its hash; false when there is none. */
export async function closeSessionByHash(accountId: string, idHash: string): Promise<boolean> {
	const db = await database();
	const gone = await db.execute(
		sql`delete from session where id_hash = ${idHash} and account_id = ${accountId} returning id_hash`
	);
	for (const { id_hash } of gone.rows as { id_hash: string }[]) for (const tell of told) tell(null, id_hash);
	return gone.rows.length > 0;
}

/** After a change of password: everywhere but here. */
export async function closeOtherSessions(accountId: string, keepId: string): Promise<void> {
	const db = await database();
	const gone = await db.execute(
		sql`delete from session where account_id = ${accountId} and id_hash <> ${hashOfSession(keepId)} returning id_hash`
	);
	for (const { id_hash } of gone.rows as { id_hash: string }[]) for (const tell of told) tell(null, id_hash);
}

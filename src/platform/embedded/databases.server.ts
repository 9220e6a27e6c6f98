/** What the superuser does inside a running server: the app's role and database, further databases, the first probe. */
import pg from 'pg';

export type Connect = { host: string; port: number; user: string; password: string; database: string };

/** All of them are „trusted" in PostgreSQL, so on a foreign server the owner of the database may create them. */
export const extensions = ['pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto'];

const setUpLock = 72_700_001;

/** 'wait' while the server starts, recovers or stops. */
export async function probe(connect: Connect): Promise<'ready' | 'wait'> {
	const client = new pg.Client({ ...connect, connectionTimeoutMillis: 5_000 });
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.query('select 1');
		return 'ready';
	} catch (e) {
		if ((e as { code?: string }).code === '28P01') {
			throw new Error('the file "secret" does not hold the password of this database cluster', { cause: e });
		}
		return 'wait';
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** The app's role is no superuser; it owns its database. */
export async function setUpAppDatabase(superuser: Connect, app: Connect): Promise<void> {
	await withClient(superuser, async (client) => {
		await client.query('select pg_advisory_lock($1)', [setUpLock]);
		const role = await client.query('select from pg_roles where rolname = $1', [app.user]);
		const user = client.escapeIdentifier(app.user);
		if (!role.rowCount) await client.query(`create role ${user} login password ${client.escapeLiteral(app.password)}`);
		const found = await client.query('select from pg_database where datname = $1', [app.database]);
		if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(app.database)} owner ${user}`);
		await createExtensions({ ...superuser, database: app.database });
	});
}

export async function createDatabase(
	superuser: Connect,
	name: string,
	owner: string,
	template?: string
): Promise<void> {
	await withClient(superuser, async (client) => {
		const from = template ? ` template ${client.escapeIdentifier(template)}` : '';
		await client.query(
			`create database ${client.escapeIdentifier(name)} owner ${client.escapeIdentifier(owner)}${from}`
		);
	});
	if (!template) await createExtensions({ ...superuser, database: name });
}

export async function dropDatabase(superuser: Connect, name: string): Promise<void> {
	await withClient(superuser, (client) =>
		client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
	);
}

async function createExtensions(connect: Connect): Promise<void> {
	await withClient(connect, async (client) => {
		for (const name of extensions) await client.query(`create extension if not exists ${name}`);
	});
}

async function withClient(connect: Connect, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
	const client = new pg.Client(connect);
	client.on('error', () => undefined);
	await client.connect();
	try {
		await client.query('set client_min_messages to warning');
		await run(client);
	} finally {
		await client.end().catch(() => undefined);
	}
}

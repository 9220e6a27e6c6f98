/** Does the database answer? */
import { sql } from 'drizzle-orm';
import { database } from './database.server.ts';

export const databaseAnswers = (): Promise<boolean> =>
	database()
		.then((db) => db.execute(sql`select 1`))
		.then(
			() => true,
			() => false
		);

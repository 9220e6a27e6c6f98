/** The demo world: loaded at the first start of the trial mode by playing its story through the real commands. */
import { sql } from 'drizzle-orm';
import { seedCatalogues } from '#concepts/people/catalogues.seed.server.ts';
import { addDays, setClock, today } from '#platform/clock.ts';
import { openedDatabase, useDatabase, type Db, type Transaction } from '#platform/database.server.ts';
import { seedCast } from './cast.server.ts';
import { tellOfAgreements } from './chapters/agreements.server.ts';
import { tellOfCases } from './chapters/cases.server.ts';
import { tellOfCommittee } from './chapters/committee.server.ts';
import { tellOfGaps } from './chapters/gaps.server.ts';
import { tellOfMeetings } from './chapters/meetings.server.ts';
import { tellOfDossier, tellOfPapers } from './chapters/papers.server.ts';
import { tellOfProposals } from './chapters/proposals.server.ts';
import { decideIn, tellOfSteering } from './chapters/steering.server.ts';
import { tellOfResults } from './chapters/results.server.ts';
import { tellOfSituation } from './chapters/situation.server.ts';
import { tellOfGroups, tellOfToday } from './chapters/today.server.ts';
import { seedCrowd } from './crowd.server.ts';
import { handOnThePast } from './inboxes.server.ts';
import { stageFor } from './stage.server.ts';

const seedLock = 72_700_020;
/** Whose case managers and officers contribute, the busiest first. */
const filing = ['carrierA', 'carrierB', 'carrierC', 'immigration', 'county'];
/** Days before today on which the story begins. */
const beginning = 650;

/**
 * Loads the world, or does nothing when there is any account already. All in one transaction: the commands run in
 * savepoints of it, so that a crash in the middle leaves nothing. `start` is the day on which the story has arrived.
 * @returns whether it was loaded now
 */
export async function seedDemoOnce(start: string = today()): Promise<boolean> {
	const opened = await openedDatabase();
	return opened.db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${seedLock})`);
		const some = await tx.execute(sql`select 1 from account limit 1`);
		if (some.rows.length > 0) return false;
		// A transaction is a database whose own transactions are savepoints.
		useDatabase({ ...opened, db: tx as unknown as Db });
		try {
			await play(tx, start);
		} finally {
			setClock(null);
			useDatabase(opened);
		}
		return true;
	});
}

async function play(tx: Transaction, start: string): Promise<void> {
	await seedCatalogues(tx);
	setClock(new Date(`${addDays(start, -beginning)}T08:00:00Z`));
	const cast = await seedCast(tx);
	const { houses, people } = await seedCrowd(tx, cast);
	const s = stageFor(tx, cast, people, start);
	tellOfGroups(s);
	tellOfGaps(s);
	tellOfCases(s);
	tellOfProposals(s, houses);
	tellOfMeetings(s, decideIn(s));
	tellOfSteering(s);
	tellOfResults(s);
	tellOfCommittee(s);
	tellOfAgreements(s, houses);
	tellOfPapers(s);
	tellOfToday(s);
	await s.play();
	await tellOfSituation(
		tx,
		start,
		filing.map((name) => houses.get(name)!)
	);
	await tellOfDossier(s, start);
	setClock(null);
	await handOnThePast(tx, start);
}

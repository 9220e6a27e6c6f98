/** npm run verify:audit – re-computes the chain of the event log; exit code 1 where it breaks. */
import { verifyLog } from '#platform/audit.server.ts';
import { closeDatabase } from '#platform/database.server.ts';

const { events, lastHash, broken } = await verifyLog();
await closeDatabase();
if (broken) {
	const why = broken.why === 'hash' ? 'was changed after it was written' : 'does not follow the one before it';
	console.error(`BROKEN at event ${broken.eventId}: it ${why}. ${events} events before it are intact.`);
	process.exitCode = 1;
} else console.log(`OK: ${events} events, unbroken. Last hash: ${lastHash}`);

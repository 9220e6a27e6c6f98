/** `npm run seed:demo`: loads the demo world into an empty database. Its accounts all have one known password. */
import { demoAddress, demoPassword } from '#demo/cast.server.ts';
import { seedDemoOnce } from '#demo/seed.server.ts';
import { closeDatabase } from '#platform/database.server.ts';

try {
	const loaded = await seedDemoOnce();
	if (loaded)
		console.log(
			`Die Demowelt ist geladen. Anmeldung z. B. als ${demoAddress('koordination')} mit „${demoPassword}“. (demo world loaded)`
		);
	else
		console.log(
			'Es gibt schon Konten: Die Demowelt wird nur in eine leere Datenbank geladen. (there are accounts already, nothing done)'
		);
} finally {
	await closeDatabase();
}

/** npm run admin -- create <email> [name] – makes an administrator and prints the link that sets the password. */
import { eq } from 'drizzle-orm';
import { inviteInto } from '#concepts/people/admin.commands.server.ts';
import { account, organisation } from '#concepts/people/tables.server.ts';
import { defaultSettings } from '#concepts/people/settings.ts';
import { change } from '#platform/change.server.ts';
import { closeDatabase } from '#platform/database.server.ts';
import { baseUrl } from '#platform/env.server.ts';
import { makeLink } from '#concepts/people/links.server.ts';
import { no, yes } from '#platform/result.ts';

const [verb, email = '', name = 'Administration'] = process.argv.slice(2);
if (verb !== 'create' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
	console.error('Usage: npm run admin -- create <email> [name]');
	process.exit(2);
}
try {
	await create(email.toLowerCase(), name);
} finally {
	await closeDatabase();
}

async function create(address: string, called: string): Promise<void> {
	const answer = await change({ id: null }, async (c) => {
		const [known] = await c.tx.select().from(account).where(eq(account.email, address));
		if (known?.state === 'invited') {
			c.record('account.invite_again', { type: 'account', id: known.id });
			return yes({ id: known.id, token: await makeLink(c.tx, known.id, 'invitation') });
		}
		if (known) return no('conflict');
		const house = { name: defaultSettings.countyName, shortName: 'Kreis', kind: 'county' };
		const [made] = await c.tx.insert(organisation).values(house).onConflictDoNothing().returning();
		const [there] = made ? [made] : await c.tx.select().from(organisation).where(eq(organisation.name, house.name));
		return inviteInto(c, {
			email: address,
			name: called,
			title: '',
			organisationId: there!.id,
			roles: ['administrator']
		});
	});
	if (!answer.ok) {
		console.error(
			answer.why === 'conflict' ? 'There is an active or closed account for this address.' : `Refused: ${answer.why}`
		);
		process.exitCode = 1;
		return;
	}
	console.log(
		`Open this link within seven days to set the password; it works once:\n${baseUrl()}/invitation/${answer.value.token}`
	);
}

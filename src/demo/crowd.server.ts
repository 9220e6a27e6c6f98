/** The people of the play world beside the cast: further senders, units and committee members, all invented. */
import { account, accountRole, organisation } from '#concepts/people/tables.server.ts';
import type { OrganisationKind, Role, SeatFunction } from '#concepts/people/rules.ts';
import { membership } from '#concepts/bodies/tables.server.ts';
import { addDays, today } from '#platform/clock.ts';
import type { Transaction } from '#platform/database.server.ts';
import { eq } from 'drizzle-orm';
import { demoAddress, type BodyKey, type Cast } from './cast.server.ts';

const houses = {
	carrierC: ['Haus der Begegnung e. V. (Träger C)', 'Begegnung', 'carrier'],
	youth: ['Kreis Steinfurt – Jugendamt', 'Jugendamt', 'county'],
	employment: ['Agentur für Arbeit', 'Arbeitsagentur', 'authority'],
	welfare: ['Arbeitsgemeinschaft der Wohlfahrtsverbände', 'Wohlfahrt', 'other']
} as const satisfies Record<string, readonly [string, string, OrganisationKind]>;

type Somebody = { name: string; title: string; house: string; roles?: Role[]; seats?: [BodyKey, SeatFunction][] };
const crowd: Record<string, Somebody> = {
	'fallmanagement-c': {
		name: 'Dorothea Wiegand',
		title: 'Case Management',
		house: 'carrierC',
		roles: ['case_manager'],
		seats: [['group', 'member']]
	},
	'fallmanagement-d': {
		name: 'Emil Karsten',
		title: 'Case Management',
		house: 'carrierB',
		roles: ['case_manager'],
		seats: [
			['group', 'member'],
			['topicGroup', 'member']
		]
	},
	'fallmanagement-e': {
		name: 'Farah Lindner',
		title: 'Case Management',
		house: 'carrierA',
		roles: ['case_manager'],
		seats: [['group', 'member']]
	},
	'fachkraft-2': {
		name: 'Gerd Holtkamp',
		title: 'Fachkraft Ausländerbehörde',
		house: 'immigration',
		roles: ['officer'],
		seats: [['group', 'member']]
	},
	'abh-leitung': { name: 'Heike Sommer', title: 'Teamleitung', house: 'immigration', roles: ['responsible_unit'] },
	rathaus: { name: 'Ingo Reker', title: 'Fachdienst Soziales', house: 'town', roles: ['responsible_unit'] },
	arbeitsagentur: {
		name: 'Karin Möllers',
		title: 'Geschäftsführung operativ',
		house: 'employment',
		seats: [['committee', 'member']]
	},
	wohlfahrt: { name: 'Lars Pohlmann', title: 'Sprecher', house: 'welfare', seats: [['committee', 'member']] }
};

/** @returns ids of organisations and people by name, the cast's included */
export async function seedCrowd(
	tx: Transaction,
	cast: Cast
): Promise<{ houses: Map<string, string>; people: Map<string, string> }> {
	const houseIds = new Map<string, string>(Object.entries(cast.organisations));
	for (const [key, [name, shortName, kind]] of Object.entries(houses)) {
		const [row] = await tx.insert(organisation).values({ name, shortName, kind }).returning({ id: organisation.id });
		houseIds.set(key, row!.id);
	}
	const people = new Map<string, string>(Object.entries(cast.accounts));
	const [known] = await tx
		.select({ passwordHash: account.passwordHash })
		.from(account)
		.where(eq(account.id, cast.accounts.admin));
	const fromOn = addDays(today(), -1);
	for (const [key, p] of Object.entries(crowd)) {
		const organisationId = houseIds.get(p.house)!;
		const values = {
			email: demoAddress(key),
			name: p.name,
			title: p.title,
			organisationId,
			passwordHash: known!.passwordHash,
			state: 'active'
		};
		const [row] = await tx.insert(account).values(values).returning({ id: account.id });
		people.set(key, row!.id);
		if (p.roles) await tx.insert(accountRole).values(p.roles.map((role) => ({ accountId: row!.id, role })));
		const seats = (p.seats ?? []).map(([body, seat]) => ({
			bodyId: cast.bodies[body],
			accountId: row!.id,
			function: seat,
			organisationId,
			fromOn
		}));
		if (seats.length) await tx.insert(membership).values(seats);
	}
	return { houses: houseIds, people };
}

/** The named cast of the play world: organisations, accounts and bodies that demo, tests and README speak of. */
import { account, accountRole, organisation } from '#concepts/people/tables.server.ts';
import type { OrganisationKind, Role, SeatFunction, BodyKind } from '#concepts/people/rules.ts';
import { body, membership } from '#concepts/bodies/tables.server.ts';
import { addDays, today } from '#platform/clock.ts';
import type { Transaction } from '#platform/database.server.ts';
import { hashPassword } from '#platform/password.server.ts';

export const demoPassword = 'lueckenlos-demo';
export const demoAddress = (key: string): string => `${key}@demo.lueckenlos.example`;

const organisations = {
	county: ['Kreis Steinfurt – Kommunales Integrationszentrum', 'KI', 'county'],
	department: ['Kreis Steinfurt – Dezernat Soziales', 'Dezernat', 'county'],
	carrierA: ['Brückenhaus e. V. (Träger A)', 'Brückenhaus', 'carrier'],
	carrierB: ['Weitblick gGmbH (Träger B)', 'Weitblick', 'carrier'],
	immigration: ['Kreis Steinfurt – Ausländerbehörde', 'ABH', 'authority'],
	jobcentre: ['Jobcenter Kreis Steinfurt', 'Jobcenter', 'authority'],
	town: ['Stadt Rheine', 'Rheine', 'municipality'],
	courses: ['Sprachhaus Münsterland', 'Sprachhaus', 'other']
} as const satisfies Record<string, readonly [string, string, OrganisationKind]>;
export type OrganisationKey = keyof typeof organisations;

type Person = { name: string; title: string; organisation: OrganisationKey; roles: Role[] };
export const people = {
	'fallmanagement-a': {
		name: 'Aylin Brandt',
		title: 'Case Management',
		organisation: 'carrierA',
		roles: ['case_manager']
	},
	'fallmanagement-b': {
		name: 'Bernd Terhorst',
		title: 'Case Management',
		organisation: 'carrierB',
		roles: ['case_manager']
	},
	fachkraft: {
		name: 'Carla Neumann',
		title: 'Fachkraft Einbürgerung',
		organisation: 'immigration',
		roles: ['officer']
	},
	koordination: { name: 'Jana Vogt', title: 'Koordinierende Stelle', organisation: 'county', roles: ['coordinator'] },
	'koordination-2': {
		name: 'Levin Hartmann',
		title: 'Koordinierende Stelle',
		organisation: 'county',
		roles: ['coordinator']
	},
	pruefung: { name: 'Mira Schulte', title: 'Anonymisierungsprüfung', organisation: 'county', roles: ['reviewer'] },
	mitglied: { name: 'Olaf Wessels', title: 'Fallbearbeitung', organisation: 'courses', roles: [] },
	vorsitz: { name: 'Dr. Petra Lange', title: 'Dezernatsleitung', organisation: 'department', roles: [] },
	lenkung: { name: 'Ruth Overbeck', title: 'Fachbereichsleitung', organisation: 'town', roles: [] },
	federfuehrung: { name: 'Sven Kramer', title: 'Teamleitung', organisation: 'jobcentre', roles: ['responsible_unit'] },
	gast: { name: 'Tarek Aslan', title: 'Migrantenorganisation', organisation: 'courses', roles: [] },
	datenschutz: {
		name: 'Ulrike Feld',
		title: 'Datenschutzbeauftragte',
		organisation: 'department',
		roles: ['data_protection']
	},
	admin: { name: 'Viktor Paulsen', title: 'Administration', organisation: 'county', roles: ['administrator'] }
} as const satisfies Record<string, Person>;
export type CastKey = keyof typeof people;

type BodyPlan = { kind: BodyKind; name: string; purpose: string; seats: [CastKey, SeatFunction][] };
const bodies = {
	group: {
		kind: 'cross_module_group',
		name: 'Bausteinübergreifende Arbeitsgruppe',
		purpose: 'Wertet Einzelfälle aus allen Bausteinen aus und benennt Versorgungslücken.',
		seats: [
			['koordination', 'chair'],
			['koordination-2', 'deputy'],
			['fallmanagement-a', 'member'],
			['fallmanagement-b', 'member'],
			['fachkraft', 'member'],
			['mitglied', 'member']
		]
	},
	topicGroup: {
		kind: 'topic_group',
		name: 'Themengruppe Rechtskreiswechsel',
		purpose: 'Erarbeitet mit Jobcenter und Sozialämtern Lösungen für den Wechsel zwischen den Rechtskreisen.',
		seats: [
			['koordination-2', 'chair'],
			['mitglied', 'member'],
			['fallmanagement-b', 'member'],
			['fachkraft', 'member']
		]
	},
	committee: {
		kind: 'steering_committee',
		name: 'Lenkungsgruppe KIM',
		purpose: 'Gibt den Arbeitsgruppen ihre Aufträge und entscheidet halbjährlich über Lösungsvorschläge.',
		seats: [
			['vorsitz', 'chair'],
			['lenkung', 'member']
		]
	}
} as const satisfies Record<string, BodyPlan>;
export type BodyKey = keyof typeof bodies;

export type Cast = {
	organisations: Record<OrganisationKey, string>;
	accounts: Record<CastKey, string>;
	bodies: Record<BodyKey, string>;
};

/** Inserts the whole cast; one hash serves all accounts, as they share the password. @returns the ids by name */
export async function seedCast(tx: Transaction, password: string | null = demoPassword): Promise<Cast> {
	const passwordHash = password && (await hashPassword(password));
	const cast = { organisations: {}, accounts: {}, bodies: {} } as Cast;
	for (const [key, [name, shortName, kind]] of entries(organisations)) {
		const [row] = await tx.insert(organisation).values({ name, shortName, kind }).returning({ id: organisation.id });
		cast.organisations[key] = row!.id;
	}
	for (const [key, p] of entries<CastKey, Person>(people)) {
		const values = {
			email: demoAddress(key),
			name: p.name,
			title: p.title,
			organisationId: cast.organisations[p.organisation],
			passwordHash,
			state: 'active'
		};
		const [row] = await tx.insert(account).values(values).returning({ id: account.id });
		cast.accounts[key] = row!.id;
		if (p.roles.length) await tx.insert(accountRole).values(p.roles.map((role) => ({ accountId: row!.id, role })));
	}
	const fromOn = addDays(today(), -400);
	for (const [key, b] of entries<BodyKey, BodyPlan>(bodies)) {
		const [row] = await tx
			.insert(body)
			.values({ kind: b.kind, name: b.name, purpose: b.purpose })
			.returning({ id: body.id });
		cast.bodies[key] = row!.id;
		const seats = b.seats.map(([who, seat]) => ({
			bodyId: row!.id,
			accountId: cast.accounts[who],
			function: seat,
			fromOn,
			organisationId: cast.organisations[people[who].organisation]
		}));
		await tx.insert(membership).values(seats);
	}
	return cast;
}

const entries = <K extends string, V>(o: Record<K, V>): [K, V][] => Object.entries(o) as [K, V][];

/** Houses, people and groups of the grown county. */
import { account, accountRole, organisation } from '#concepts/people/tables.server.ts';
import { body, membership } from '#concepts/bodies/tables.server.ts';
import type { Role } from '#concepts/people/rules.ts';
import type { County, Person } from './county.ts';
import { fill } from './fill.ts';

const houses = 60;
const staff = 400;
const topicGroups = 12;
const membersOfEach = 14;
const first = [
	'Anna',
	'Boris',
	'Clara',
	'Deniz',
	'Eva',
	'Farid',
	'Greta',
	'Hakan',
	'Ines',
	'Jonas',
	'Katja',
	'Luis',
	'Maren'
];
const last = [
	'Albers',
	'Brinkmann',
	'Coban',
	'Dirks',
	'Eilers',
	'Fischer',
	'Grote',
	'Hesse',
	'Ibing',
	'Jansen',
	'Kock'
];

export async function growPeople(c: County): Promise<void> {
	const { r } = c;
	const kinds = ['carrier', 'authority', 'municipality', 'other'];
	const organisations = Array.from({ length: houses }, (_, i) => ({
		id: r.uuid(),
		name: `Haus ${i + 1} der ${c.w.compound()}`,
		shortName: `Haus ${i + 1}`,
		kind: kinds[i % kinds.length]!
	}));
	const people = Array.from({ length: staff }, (_, i) => ({
		id: r.uuid(),
		email: `person-${i + 1}@bench.lueckenlos.example`,
		name: `${r.pick(first)} ${r.pick(last)} ${i + 1}`,
		title: 'Beratung',
		organisationId: r.pick(organisations).id,
		state: 'active'
	}));
	await fill(c.db, organisation, organisations);
	await fill(c.db, account, people);
	await fill(
		c.db,
		accountRole,
		people.map((p, i) => ({ accountId: p.id, role: roleOf(i) }))
	);
	const of = (role: Role): Person[] => people.filter((_, i) => roleOf(i) === role);
	c.reporters.push(...of('case_manager'), ...of('officer'));
	c.units.push(...of('responsible_unit'));
	c.office.push(...of('coordinator'));
	await growGroups(c);
}

/** Half case managers, a third officers, then units, the office and a few reviewers. */
function roleOf(i: number): Role {
	const place = i % 20;
	if (place < 10) return 'case_manager';
	if (place < 15) return 'officer';
	if (place < 18) return 'responsible_unit';
	return place === 18 && i % 40 === 18 ? 'coordinator' : 'reviewer';
}

async function growGroups(c: County): Promise<void> {
	const made = Array.from({ length: topicGroups }, (_, i) => ({
		id: c.r.uuid(),
		kind: 'topic_group' as const,
		name: `Themengruppe ${i + 1}: ${c.w.compound()}`,
		purpose: c.w.sentences(2)
	}));
	await fill(c.db, body, made);
	c.groups.push(...made.map((b) => ({ ...b, members: [] as Person[] })));
	for (const group of c.groups) group.members = [...c.r.some(c.reporters, membersOfEach), c.r.pick(c.office)];
	const seats = c.groups.flatMap((group) =>
		group.members.map((p, i) => ({
			bodyId: group.id,
			accountId: p.id,
			function: i === 0 ? ('chair' as const) : i === 1 ? ('deputy' as const) : ('member' as const),
			organisationId: p.organisationId,
			fromOn: c.dayAgo(3000)
		}))
	);
	const known = new Set([...c.cast.values()].map((p) => p.id));
	await fill(
		c.db,
		membership,
		seats.filter((s) => !known.has(s.accountId))
	);
}

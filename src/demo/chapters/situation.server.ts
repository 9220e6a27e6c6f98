/** Chapter: the situation picture of the quarters that are over, from invented contributions of the whole county. */
import { publicationOf, quarterEnds, type Contribution } from '#concepts/situation/rules.ts';
import { situationClass, situationTranche } from '#concepts/situation/tables.server.ts';
import places from '#concepts/people/data/municipalities.json' with { type: 'json' };
import { addDays } from '#platform/clock.ts';
import type { Transaction } from '#platform/database.server.ts';

const threshold = 5;
/** Days before today with which the first quarter begins. */
const beginning = 730;
/** Legal domain, kind, phase, and how often each is told. */
const themes: [string, string, string, number][] = [
	['SGB2', 'GT11', 'IK03', 9],
	['SGB2', 'GT05', 'IK03', 6],
	['SGB8', 'GT02', 'IK06', 8],
	['SGB8', 'GT03', 'IK05', 5],
	['AUFENTHG', 'GT11', 'IK02', 9],
	['AUFENTHG', 'GT09', 'IK02', 3],
	['WOHNEN', 'GT02', 'IK04', 7],
	['INTV', 'GT04', 'IK05', 6],
	['INTV', 'GT02', 'IK05', 4],
	['SGB5', 'GT08', 'IK10', 5],
	['ANERK', 'GT11', 'IK09', 3],
	['SCHULG', 'GT02', 'IK07', 4],
	['SGB3', 'GT09', 'IK08', 2],
	['STAG', 'GT11', 'IK13', 2],
	['SGB9', 'GT06', 'IK10', 1]
];

export async function tellOfSituation(tx: Transaction, start: string, carriers: readonly string[]): Promise<void> {
	const next = dice(20_260_101);
	const towns = places.municipalities.map((p): [string, number] => [p.code, p.population]);
	for (const [i, throughOn] of quarterEnds(addDays(start, -beginning), start).entries()) {
		const many = 70 + i * 8 + Math.floor(next() * 20);
		const contributions = Array.from({ length: many }, (): Contribution => {
			const [legalDomain, gapType, phase] = pick(themes, (t) => t[3], next());
			return {
				legalDomain,
				gapType,
				phase,
				organisationId: carriers[Math.floor(next() ** 1.5 * carriers.length)]!,
				municipality: next() < 0.04 ? null : pick(towns, (t) => t[1], next())[0]
			};
		});
		const publishedAt = new Date(`${addDays(throughOn, 1)}T03:05:00Z`);
		const [row] = await tx
			.insert(situationTranche)
			.values({ throughOn, contributions: many, publishedAt })
			.returning({ id: situationTranche.id });
		const classes = publicationOf(contributions, threshold);
		await tx.insert(situationClass).values(classes.map((c) => ({ ...c, trancheId: row!.id })));
	}
}

function pick<T>(items: readonly T[], weightOf: (item: T) => number, at: number): T {
	let left = at * items.reduce((sum, item) => sum + weightOf(item), 0);
	return items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1)!;
}
/** The same throws in each play world: mulberry32. */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

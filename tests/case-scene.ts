/** Case analyses for tests, on each step of their way. */
import { sql } from 'drizzle-orm';
import type { CaseCell } from '#concepts/anonymity/ladders.ts';
import { releaseCase, startCase, submitCase } from '#concepts/cases/commands.server.ts';
import { checklist, noContent, type Content } from '#concepts/cases/rules.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { look } from '#platform/change.server.ts';
import { value, type World } from './world.ts';

/** Complete, and nothing in it names anybody. */
export const analysis: Content = {
	...noContent,
	title: 'Anerkannt, aber wochenlang ohne Geld',
	narrative: 'Zwei Behörden forderten dieselben Belege.',
	attributes: { ageBand: 'A27', legalDomains: ['SGB2'], phases: ['IK03'] },
	stations: [{ month: 1, legalDomain: 'SGB2', text: 'Der Antrag gilt als unvollständig.', breakAfter: 'GT05' }]
};
/** The same of another cell and legal domain. */
export const analysisOf = (cell: CaseCell, domain = 'SGB2'): Content => ({
	...analysis,
	attributes: { ...cell, legalDomains: [domain], phases: ['IK03'] }
});

/** Of the text as it stands, as if somebody had just read it. */
export async function versionOf(id: string): Promise<number> {
	const found = await look((tx) =>
		tx.execute<{ version: number }>(sql`select version from case_analysis where id = ${id}`)
	);
	return found.rows[0]!.version;
}

export async function drafted(author: Actor, content = analysis): Promise<string> {
	return value(await startCase(author, content)).id;
}
export async function submitted(author: Actor, content = analysis): Promise<string> {
	const id = await drafted(author, content);
	value(await submitCase(author, id));
	return id;
}
export async function released(author: Actor, reviewer: Actor, content = analysis): Promise<string> {
	const id = await submitted(author, content);
	value(await releaseCase(reviewer, id, { ticked: checklist, version: await versionOf(id) }));
	return id;
}

/** Who was told of what happened to an analysis, by the names of the cast; of one kind of event, or of any. */
export async function heardOf(w: World, id: string, kind?: string): Promise<string[]> {
	const found = await look((tx) =>
		tx.execute<{ account_id: string }>(sql`select t.account_id from event_tell t join event e on e.id = t.event_id
			where e.thing_id = ${id} and (${kind ?? null}::text is null or e.kind = ${kind ?? null})`)
	);
	return found.rows.map((r) => w.everyone.find(([, a]) => a.id === r.account_id)![0]).sort();
}

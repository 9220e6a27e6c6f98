/** Chapter: the office makes the folder before the committee meets, and the half-year's dossier on the day the story arrives. */
import { buildPaper } from '#concepts/steering/papers.building.server.ts';
import { orderPaper } from '#concepts/steering/papers.commands.server.ts';
import type { PaperKind } from '#concepts/steering/papers.rules.ts';
import { paperBuild } from '#concepts/steering/papers.tables.server.ts';
import { sure, type Stage } from '#demo/stage.server.ts';
import { addDays, setClock } from '#platform/clock.ts';
import { eq } from 'drizzle-orm';

export function tellOfPapers(s: Stage): void {
	s.on(-14, '08:40', 'the folder for the committee', () => make(s, 'folder', s.id('meeting', 'steering-autumn'), ''));
	s.on(-14, '08:45', 'its short form', () => make(s, 'summary', s.id('meeting', 'steering-autumn'), ''));
}

/** After the situation picture is there. */
export async function tellOfDossier(s: Stage, start: string): Promise<void> {
	setClock(new Date(`${start}T05:30:00Z`));
	await make(s, 'dossier', '', addDays(start, -1));
}

async function make(s: Stage, kind: PaperKind, meetingId: string, keyOn: string): Promise<void> {
	const { id } = sure(await orderPaper(await s.as('koordination'), { kind, meetingId, keyOn }));
	await buildPaper(id);
	const [row] = await s.tx.select({ state: paperBuild.state }).from(paperBuild).where(eq(paperBuild.id, id));
	if (row?.state !== 'ready') throw new Error(`the ${kind} is ${row?.state}`);
}

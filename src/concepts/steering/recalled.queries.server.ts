/** Labels of things for documents that outlive them: what was recalled keeps its number, and says so instead of a title. */
import { and, inArray, isNotNull } from 'drizzle-orm';
import { caseAnalysis } from '#concepts/cases/tables.server.ts';
import { stateWords } from '#concepts/cases/words.ts';
import { isInside, type Actor } from '#concepts/people/actor.ts';
import { look, type Thing } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { labelKey, labelsIn } from './directory.queries.server.ts';

/** `href` is empty where there is no page any more; then `title` is the word for it. */
export type ShownLabel = { type: string; number: string | null; title: string; state: string; href: string };
const gone = ['recalled', 'deleted'] as const;

/** As `labelsOf`, with what those inside could read once. `locale` is that of a paper; else the reader's. */
export const labelsOrRecalled = (
	actor: Actor,
	things: readonly Thing[],
	locale?: 'de' | 'en'
): Promise<Map<string, ShownLabel>> =>
	look(async (tx) => {
		const shown = new Map<string, ShownLabel>(await labelsIn(tx, actor, things));
		const ids = things
			.filter((t) => t.type === 'case_analysis' && isId(t.id) && !shown.has(labelKey(t)))
			.map((t) => t.id);
		if (!ids.length || !isInside(actor)) return shown;
		const rows = await tx
			.select({ id: caseAnalysis.id, number: caseAnalysis.number, state: caseAnalysis.state })
			.from(caseAnalysis)
			.where(
				and(inArray(caseAnalysis.id, ids), inArray(caseAnalysis.state, [...gone]), isNotNull(caseAnalysis.number))
			);
		for (const { id, number, state } of rows) {
			const word = stateWords[state as (typeof gone)[number]];
			const title = locale ? word({}, { locale }) : word();
			shown.set(`case_analysis:${id}`, { type: 'case_analysis', number, title, state, href: '' });
		}
		return shown;
	});

/** For papers, which are German whoever asks for them. */
export const paperLabels = (actor: Actor, things: readonly Thing[]) => labelsOrRecalled(actor, things, 'de');

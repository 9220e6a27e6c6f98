/** An item that is done has talked through the analyses it is linked to: these go on, and their authors hear of it. */
import { discussCase } from '#concepts/cases/commands.server.ts';
import type { Change } from '#platform/change.server.ts';
import { linksOf } from './store.server.ts';

export async function talkedThrough(c: Change, itemId: string): Promise<void> {
	const links = await linksOf(c.tx, [itemId]);
	// in one order everywhere, so that two items that end at once do not wait for each other
	const cases = links.flatMap(({ thingType, thingId }) => (thingType === 'case_analysis' ? [thingId] : []));
	for (const id of cases.sort()) await discussCase(c, id);
}

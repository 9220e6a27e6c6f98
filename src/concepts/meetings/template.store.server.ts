/** SQL of agenda templates: what meetings of a body begin with. */
import { eq } from 'drizzle-orm';
import type { Transaction } from '#platform/change.server.ts';
import type { TemplateItem } from './rules.ts';
import type { Meeting } from './store.server.ts';
import { agendaTemplate } from './document.tables.server.ts';
import { agendaItem } from './tables.server.ts';

export async function templateOf(tx: Transaction, bodyId: string): Promise<TemplateItem[]> {
	return (await tx.select().from(agendaTemplate).where(eq(agendaTemplate.bodyId, bodyId)))[0]?.items ?? [];
}
export const setTemplate = (tx: Transaction, bodyId: string, items: TemplateItem[]) =>
	tx
		.insert(agendaTemplate)
		.values({ bodyId, items })
		.onConflictDoUpdate({ target: agendaTemplate.bodyId, set: { items } });

/** Rows of a new meeting, before its document begins from them. */
export async function beginAgenda(tx: Transaction, made: Meeting): Promise<void> {
	const items = await templateOf(tx, made.bodyId);
	const { id: meetingId, bodyId } = made;
	if (items.length)
		await tx
			.insert(agendaItem)
			.values(items.map((item, i) => ({ ...item, meetingId, bodyId, position: i + 1, state: 'scheduled' as const })));
}

/** What a meeting still owes before it may be closed. */
import { owedFeedback } from '#concepts/gaps/evidence.server.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Transaction } from '#platform/change.server.ts';
import type { Issue } from '#platform/result.ts';
import { isSettled } from './rules.ts';
import { agendaOf, type Locked } from './store.server.ts';

/** What still hinders the closing, by name. */
export async function hindrances(tx: Transaction, found: Locked): Promise<Issue[]> {
	const owed = await owedFeedback(tx, found.id);
	const open = (await agendaOf(tx, found.id)).filter((i) => !isSettled(i.state));
	return [
		...(found.minutesState === 'approved' ? [] : [{ field: 'minutes', message: m.meetings_issue_close_minutes() }]),
		...open.map((i) => ({ field: 'agenda', message: m.meetings_issue_close_item({ title: i.title }) })),
		...owed.map((g) => ({
			field: 'feedback',
			message: m.meetings_issue_close_feedback({ number: g.number, title: g.title })
		}))
	];
}

/** The words in minutes for votes, results and tasks; minutes of a German county are German, whoever reads them. */
import { m } from '#i18n/paraglide/messages.js';
import type { GroupResult, TaskBlock, Votes } from './minutes.blocks.ts';

const inGerman = { locale: 'de' } as const;

const results: Record<GroupResult, string> = {
	adopted: m.meetings_group_result_adopted({}, inGerman),
	rejected: m.meetings_group_result_rejected({}, inGerman),
	postponed: m.meetings_group_result_postponed({}, inGerman)
};
export const groupResultText = (result: GroupResult | null): string => (result ? results[result] : '');

/** Empty when nobody counted. */
export const votesText = ({ yes, no, abstained }: Votes): string =>
	yes === null && no === null && abstained === null
		? ''
		: m.meetings_block_votes({ yes: yes ?? 0, no: no ?? 0, abstained: abstained ?? 0 }, inGerman);

export const germanDay = (on: string): string => on.split('-').reverse().join('.');
/** Who, and until when. */
export const taskText = (t: Pick<TaskBlock, 'assigneeName' | 'dueOn'>): string =>
	[t.assigneeName, t.dueOn ? m.meetings_draft_until({ day: germanDay(t.dueOn) }, inGerman) : '']
		.filter(Boolean)
		.join(', ');

/** A case analysis comes on the agenda of a meeting, from its own page. */
import { randomUUID } from 'node:crypto';
import { numberToDiscuss } from '#concepts/cases/discussed.queries.server.ts';
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { isId } from '#platform/ids.ts';
import { no, yes } from '#platform/result.ts';
import { meetingsWithCase } from './cases.queries.server.ts';
import * as document from './document.shape.ts';
import { enter } from './door.server.ts';
import { inAgenda } from './follow.server.ts';

const discussionMinutes = 20;

/** Security: the item is called by the number alone – what is written into an agenda stays there after a recall. */
export const bringCase = (actor: Actor, caseId: string, meetingId: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const number = await numberToDiscuss(tx, actor, caseId);
		if (!number) return no('not_found');
		if (!isId(meetingId)) return no('incomplete', [{ field: 'meetingId', message: m.meetings_case_missing() }]);
		const entered = await enter(tx, actor, meetingId, 'edit', 'agenda');
		if (!entered.ok) return entered;
		if ((await meetingsWithCase(tx, caseId, [meetingId])).size)
			return no('conflict', [{ field: 'meetingId', message: m.meetings_case_already() }]);
		const id = randomUUID();
		const title = m.meetings_case_item({ number }, { locale: 'de' });
		const links = [{ type: 'case_analysis' as const, id: caseId.toLowerCase() }];
		const item = { kind: 'discussion' as const, title, minutes: discussionMinutes, rapporteur: '', links };
		await inAgenda(tx, entered.value, (doc) => document.addItem(doc, id, item));
		record('agenda_item.add', { type: 'agenda_item', id }, { meetingId, caseId });
		return yes(id);
	});

/** Writing in the document by forms: a note under an item, a passage as it was, the agenda kept as a template. */
import type { Actor } from '#concepts/people/actor.ts';
import { m } from '#i18n/paraglide/messages.js';
import { change } from '#platform/change.server.ts';
import { no, yes } from '#platform/result.ts';
import { hold, rewrite } from '#realtime/log.server.ts';
import { dropUnshown, orderedIds, partOf, roomOf } from './document.shape.ts';
import { documentOf, edited, inDocument } from './document.store.server.ts';
import { blocksOf } from './document.text.ts';
import { append, replace } from './document.write.ts';
import { enter, enterDocument } from './door.server.ts';
import { isFollowed, rowsFollow } from './follow.server.ts';
import { blocksFrom } from './markup.ts';
import { may } from './policy.ts';
import { agendaOf, linksOf, lockMeeting } from './store.server.ts';
import { setTemplate } from './template.store.server.ts';
import { documentOfVersion, earlierOccasions, eraseVersions, keepVersion } from './versions.store.server.ts';
import { forgetTakenOff, textFollows, writtenIn } from './written.store.server.ts';

const maxLength = 20_000;

/** Puts paragraphs, in light markup, under an item – for people without the live editor. */
export const note = (actor: Actor, meetingId: string, itemId: string, words: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterDocument(tx, actor, meetingId);
		if (!entered.ok) return entered;
		const found = entered.value;
		if (!(await agendaOf(tx, meetingId)).some((i) => i.id === itemId)) return no('not_found');
		if (!words.trim()) return no('incomplete', [{ field: 'text', message: m.meetings_issue_note() }]);
		if (words.length > maxLength)
			return no('incomplete', [{ field: 'text', message: m.meetings_issue_minutes_long() }]);
		const doc = await inDocument(tx, found, (doc) => append(doc, partOf(doc, itemId)!, blocksFrom(words)));
		await textFollows(tx, found, writtenIn(doc));
		record('meeting.note', { type: 'meeting', id: meetingId }, { itemId });
		return yes(itemId);
	});

/** What stood under an item in an earlier version comes back in place of what stands there, which stays in a version. */
export const restorePassage = (actor: Actor, meetingId: string, versionId: string, itemId: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enterDocument(tx, actor, meetingId);
		if (!entered.ok) return entered;
		const found = entered.value;
		const old = await documentOfVersion(tx, meetingId, versionId);
		const passage = old && partOf(old, itemId);
		const current = await documentOf(tx, found);
		if (!passage || !orderedIds(current).includes(itemId)) return no('not_found');
		await keepVersion(tx, meetingId, current, 'restore');
		const doc = await inDocument(tx, found, (doc) => replace(doc, partOf(doc, itemId)!, blocksOf(passage)));
		await textFollows(tx, found, writtenIn(doc));
		record('meeting.restore_passage', { type: 'meeting', id: meetingId }, { itemId, versionId });
		return yes(itemId);
	});

/**
 * Erases what must not stand anywhere: earlier versions, deleted text in the log of the document, items that were taken
 * off. The text as it is stays, and so does the version that was approved. @returns how many versions went
 */
export const eraseEarlier = (actor: Actor, meetingId: string) =>
	change<number>(actor, async ({ tx, record }) => {
		const found = await lockMeeting(tx, meetingId, actor.id);
		if (!found || !may(actor, 'read', found)) return no('not_found');
		if (!may(actor, 'erase', found)) return no('forbidden');
		const room = roomOf(meetingId);
		await hold(tx, room);
		const doc = await documentOf(tx, found);
		if (isFollowed(found)) {
			await rowsFollow(tx, found, doc);
			await edited(tx, meetingId, doc, dropUnshown);
		}
		await rewrite(tx, room, doc);
		await forgetTakenOff(tx, found);
		await textFollows(tx, found, writtenIn(doc));
		const versions = await eraseVersions(tx, meetingId, earlierOccasions);
		record('meeting.erase_versions', { type: 'meeting', id: meetingId }, { versions });
		return yes(versions);
	});

/** The agenda of this meeting is what further meetings of its body begin with; proposals come by themselves. */
export const saveTemplate = (actor: Actor, meetingId: string) =>
	change<string>(actor, async ({ tx, record }) => {
		const entered = await enter(tx, actor, meetingId, 'edit', 'write');
		if (!entered.ok) return entered;
		const { bodyId } = entered.value;
		const agenda = await agendaOf(tx, meetingId);
		const links = await linksOf(
			tx,
			agenda.map((i) => i.id)
		);
		const items = agenda
			.filter((i) => !links.some((l) => l.itemId === i.id))
			.map(({ kind, title, minutes, rapporteur }) => ({ kind, title, minutes, rapporteur }));
		if (!items.length) return no('incomplete', [{ field: '', message: m.meetings_issue_agenda_empty() }]);
		await setTemplate(tx, bodyId, items);
		record('meeting.save_template', { type: 'meeting', id: meetingId }, { bodyId, items: items.length });
		return yes(meetingId);
	});

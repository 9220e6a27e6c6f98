/** Comments on passages on the real database: who may write them, whom they tell, how they end. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, now, today } from '#platform/clock.ts';
import { event, eventTell } from '#platform/events.tables.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { value, world, type World } from '../../../tests/world.ts';
import { addItem } from './agenda.commands.server.ts';
import { call, end, schedule, start } from './commands.server.ts';
import { commentPassage, replyToComment, resolveComment } from './comments.commands.server.ts';
import { fingerprint, invite, inviteFurther } from './invitation.commands.server.ts';
import { invitationPage } from './invitation.queries.server.ts';
import { approve, circulate, review } from './minutes.commands.server.ts';
import { meetingPage } from './queries.server.ts';
import { recordAttendance, settleItem } from './running.commands.server.ts';

let db: TestDatabase;
let w: World;
beforeAll(async () => {
	db = await testDatabase();
	w = await world();
});
afterAll(() => db.close());

const at = (days: number) => new Date(now().getTime() + days * 86_400_000);
const item = { kind: 'discussion' as const, title: 'Kinderbetreuung', minutes: 10, rapporteur: '' };
async function invited() {
	const times = { startsAt: at(30), endsAt: at(30.1), place: 'Kreishaus', link: '' };
	const id = value(await call(w.koordination, w.group, { title: 'Sitzung', ...times }));
	const itemId = value(await addItem(w.koordination, id, item));
	value(await schedule(w.koordination, id));
	const seen = fingerprint((await invitationPage(w.koordination, id))!.recipients);
	value(await invite(w.koordination, id, { seen, shortNoticeReason: '' }));
	return { id, itemId };
}
const about = (itemId: string, comment: string, mentions: string[] = []) => ({
	itemId,
	passage: 'zwei Plätze',
	comment,
	mentions
});
const shown = async (id: string, actor = w.koordination) => (await meetingPage(actor, id))!.comments;

describe('comments on a passage', () => {
	it('stand with their quote and replies, and tell whom they mention', async () => {
		const { id, itemId } = await invited();
		const first = value(await commentPassage(w.mitglied, id, about(itemId, 'Sind es nicht drei?')));
		value(await replyToComment(w.koordination, id, first, { comment: 'Es sind drei.', mentions: [w.mitglied.id] }));
		const { threads } = await shown(id);
		expect(threads).toMatchObject([
			{
				itemId,
				passage: 'zwei Plätze',
				resolved: false,
				first: { author: 'Olaf Wessels', text: 'Sind es nicht drei?' },
				replies: [{ own: true, text: 'Es sind drei.', mentioned: ['Olaf Wessels'] }]
			}
		]);
		const told = await db.db
			.select({ to: eventTell.accountId, note: eventTell.note })
			.from(eventTell)
			.innerJoin(event, eq(event.id, eventTell.eventId))
			.where(eq(event.kind, 'comment.write'));
		expect(told).toEqual([{ to: w.mitglied.id, note: 'mention' }]);
	});

	it('are for those who read the draft: a guest while access lasts, nobody from outside', async () => {
		const { id, itemId } = await invited();
		expect(await commentPassage(w.gast, id, about(itemId, 'Hallo'))).toMatchObject({ ok: false, why: 'not_found' });
		expect(await commentPassage(w.lenkung, id, about(itemId, 'Hallo'))).toMatchObject({ ok: false, why: 'not_found' });
		value(await inviteFurther(w.koordination, id, { accountId: w.gast.id, accessUntil: addDays(today(), 40) }));
		value(await commentPassage(w.gast, id, about(itemId, 'Hallo')));
		const seen = await shown(id, w.gast);
		expect(seen.threads).toHaveLength(1);
		expect(seen.people).toEqual([]);
	});

	it('mention nobody who cannot read the draft, and belong to an item of this meeting', async () => {
		const [{ id, itemId }, other] = [await invited(), await invited()];
		expect(await commentPassage(w.mitglied, id, about(itemId, '?', [w.lenkung.id]))).toMatchObject({
			ok: false,
			why: 'incomplete'
		});
		expect(await commentPassage(w.mitglied, id, about(other.itemId, '?'))).toMatchObject({ why: 'not_found' });
		const first = value(await commentPassage(w.mitglied, other.id, about(other.itemId, '?')));
		expect(await replyToComment(w.mitglied, id, first, { comment: '!', mentions: [] })).toMatchObject({
			why: 'not_found'
		});
		expect(await resolveComment(w.koordination, id, first)).toMatchObject({ why: 'not_found' });
	});

	it('are settled by who wrote them or leads; a reply opens them again', async () => {
		const { id, itemId } = await invited();
		const mine = value(await commentPassage(w.koordination, id, about(itemId, 'Bitte prüfen.')));
		expect((await shown(id, w.mitglied)).threads[0]!.mayResolve).toBe(false);
		expect(await resolveComment(w.mitglied, id, mine)).toMatchObject({ ok: false, why: 'forbidden' });
		const theirs = value(await commentPassage(w.mitglied, id, about(itemId, 'Frage')));
		value(await resolveComment(w.mitglied, id, theirs));
		value(await resolveComment(w.koordination, id, mine));
		expect(await resolveComment(w.koordination, id, mine)).toMatchObject({ ok: false, why: 'wrong_state' });
		value(await replyToComment(w.mitglied, id, mine, { comment: 'Noch nicht.', mentions: [] }));
		expect((await shown(id)).threads.map((t) => [t.first.id, t.resolved])).toEqual([
			[mine, false],
			[theirs, true]
		]);
	});

	it('never get into the minutes, and end with their approval, to be read only', async () => {
		const { id, itemId } = await invited();
		value(await start(w.koordination, id));
		value(await recordAttendance(w.koordination, id, new Map([[w.mitglied.id, 'present']])));
		value(await settleItem(w.koordination, itemId, { step: 'finish', result: '' }));
		value(await end(w.koordination, id));
		value(await circulate(w.koordination, id, addDays(today(), 7)));
		const first = value(await commentPassage(w.mitglied, id, about(itemId, 'Geheimwort Zimt')));
		expect((await meetingPage(w.mitglied, id))!.minutesPart.draft).not.toContain('Zimt');
		value(await review(w.mitglied, id, { confirmed: true, objection: '', passage: '' }));
		value(await approve(w.koordination, id));
		const { minutesPart, comments } = (await meetingPage(w.koordination, id))!;
		expect(minutesPart.versions[0]!.html).not.toContain('Zimt');
		expect(comments.mayWrite).toBe(false);
		expect(comments.threads).toMatchObject([{ first: { id: first }, mayResolve: false }]);
		for (const late of [
			await commentPassage(w.mitglied, id, about(itemId, 'Nachtrag')),
			await replyToComment(w.mitglied, id, first, { comment: 'Nachtrag', mentions: [] }),
			await resolveComment(w.koordination, id, first)
		])
			expect(late).toMatchObject({ ok: false, why: 'wrong_state' });
	});
});

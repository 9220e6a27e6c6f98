/** What the live engine asks about the documents of meetings: who may do what just now, who is who, which nodes there are. */
import { and, eq, inArray } from 'drizzle-orm';
import { actorsOf } from '#concepts/bodies/actor.server.ts';
import { nobody } from '#concepts/people/actor.ts';
import { account } from '#concepts/people/tables.server.ts';
import { database } from '#platform/database.server.ts';
import { isId } from '#platform/ids.ts';
import { documentAccess, takesPartInWriting, type DocumentAccess } from './access.ts';
import { documentForm } from './document.form.ts';
import { documentWritten } from './document.written.server.ts';
import type { MeetingThing } from './policy.ts';
import { invitation, meeting } from './tables.server.ts';

type Asked = { accountId: string; key: string };

/** In the order asked, from what is true now; two statements for any number. The key of a room is the meeting's id. */
export async function meetingRights(asked: readonly Asked[]): Promise<DocumentAccess[]> {
	const sound = asked.filter((a) => isId(a.accountId) && isId(a.key));
	if (!sound.length) return asked.map(() => 'none');
	const accounts = [...new Set(sound.map((a) => a.accountId.toLowerCase()))];
	const actors = await actorsOf(accounts);
	const standings = await standingsOf([...new Set(sound.map((a) => a.key.toLowerCase()))], accounts);
	return asked.map(({ accountId, key }) => {
		const standing = standings.get(key.toLowerCase());
		const actor = actors.get(accountId.toLowerCase()) ?? nobody;
		const own = standing?.invited.get(accountId.toLowerCase());
		if (!standing || !actor.id) return 'none';
		const guestUntil = own?.guest ? own.until : null;
		const thing: MeetingThing = {
			...standing.row,
			guestUntil,
			invited: own !== undefined,
			attended: own?.attendance === 'present'
		};
		// Security: guests read the page; the room has drafts, deleted words and all who write
		return takesPartInWriting(actor, thing) ? documentAccess(actor, thing) : 'none';
	});
}

/** The meetings, and of their invitations those of the accounts that ask. */
async function standingsOf(ids: string[], accounts: string[]) {
	const db = await database();
	const { id, bodyId, state, minutesState } = meeting;
	const { accountId, guest, accessUntil: until, attendance } = invitation;
	const rows = await db
		.select({ row: { id, bodyId, state, minutesState }, accountId, guest, until, attendance })
		.from(meeting)
		.leftJoin(invitation, and(eq(invitation.meetingId, meeting.id), inArray(accountId, accounts)))
		.where(inArray(meeting.id, ids));
	type Own = Pick<(typeof rows)[number], 'guest' | 'until' | 'attendance'>;
	const found = new Map<string, { row: (typeof rows)[number]['row']; invited: Map<string, Own> }>();
	for (const { row, accountId: of, ...own } of rows) {
		const standing = found.get(row.id) ?? { row, invited: new Map<string, Own>() };
		if (of) standing.invited.set(of, own);
		found.set(row.id, standing);
	}
	return found;
}

/** In the order asked; '' for an account that does not exist. */
export async function namesOf(accountIds: readonly string[]): Promise<string[]> {
	const ids = accountIds.filter(isId);
	const db = await database();
	const rows = ids.length
		? await db.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, ids))
		: [];
	const names = new Map(rows.map((r) => [r.id, r.name]));
	return accountIds.map((id) => names.get(id.toLowerCase()) ?? '');
}

/** What the engine gets: rooms named `meeting:<id>`. */
export const meetingRoom = {
	schema: 1,
	form: documentForm,
	rights: meetingRights,
	names: namesOf,
	written: documentWritten
};

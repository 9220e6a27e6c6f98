/** A committee's meeting, all members there, with gaps and proposals before it, for the tests of proposals and steering. */
import { eq } from 'drizzle-orm';
import { confirmation, gapReport, serviceGap } from '#concepts/gaps/tables.server.ts';
import type { GapState } from '#concepts/gaps/rules.ts';
import { invitation, meeting } from '#concepts/meetings/tables.server.ts';
import type { MeetingState } from '#concepts/meetings/rules.ts';
import { create, save, take } from '#concepts/proposals/commands.server.ts';
import { dissent } from '#concepts/proposals/dissents.commands.server.ts';
import type { Content } from '#concepts/proposals/store.server.ts';
import { addDays, now, today } from '#platform/clock.ts';
import { database } from '#platform/database.server.ts';
import type { Result } from '#platform/result.ts';
import type { World } from './world.ts';

let made = 0;

export const sure = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(`refused: ${result.why} ${JSON.stringify(result.issues)}`);
	return result.value;
};

/** A gap with a report by carrier A and a confirmation by carrier B behind it. */
export async function aGap(w: World, state: GapState = 'confirmed'): Promise<string> {
	const db = await database();
	const n = ++made;
	const [gap] = await db
		.insert(serviceGap)
		.values({
			number: `L-2001-${String(n).padStart(3, '0')}`,
			title: `Lücke ${n}`,
			description: 'Text',
			state,
			gapType: 'GT01'
		})
		.returning({ id: serviceGap.id });
	const gapId = gap!.id;
	const by = { authorId: w.fallmanagementA.id, organisationId: w.fallmanagementA.organisationId };
	await db.insert(gapReport).values({ ...by, state: 'assigned', text: 'Es fehlt etwas.', gapId });
	const too = { accountId: w.fallmanagementB.id, organisationId: w.fallmanagementB.organisationId };
	await db.insert(confirmation).values({ ...too, gapId, casesBand: '1-2' });
	return gapId;
}

export async function aMeeting(w: World, state: MeetingState = 'scheduled'): Promise<string> {
	const db = await database();
	const startsAt = new Date(now().getTime() + 3_600_000);
	const values = {
		bodyId: w.committee,
		title: `Sitzung ${++made}`,
		startsAt,
		endsAt: new Date(startsAt.getTime() + 7_200_000),
		state
	};
	const [row] = await db.insert(meeting).values(values).returning({ id: meeting.id });
	const invited = [w.vorsitz, w.lenkung].map((who) => ({
		meetingId: row!.id,
		accountId: who.id,
		invitedAt: now(),
		attendance: 'present' as const
	}));
	await db.insert(invitation).values(invited);
	return row!.id;
}

export const setMeeting = async (id: string, state: MeetingState): Promise<void> =>
	void (await (await database()).update(meeting).set({ state }).where(eq(meeting.id, id)));

export const content = (w: World): Content => ({
	title: 'Kinderbetreuung während der Kurse',
	outline: {
		resolution: 'Das Jobcenter richtet bis zum Sommer zwei betreute Kurse ein.',
		problem: 'p',
		solution: 's',
		alternatives: 'a',
		money: 'm',
		staff: 't',
		it: 'i',
		dataProtection: 'd',
		competence: 'c',
		indicator: 'n'
	},
	responsibleOrganisationId: w.organisations.jobcentre,
	dueOn: addDays(today(), 120)
});

type Admitting = { gapIds?: string[]; money?: string; dissent?: { text: string; named: boolean } };
/** A proposal of the group, admitted for decision. `money`: what its outline says about it; `dissent`: of its member. */
export async function admitted(w: World, options: Admitting = {}) {
	const gapIds = options.gapIds ?? [await aGap(w)];
	const { id } = sure(await create(w.mitglied, { bodyId: w.group, title: 'Kinderbetreuung', gapIds }));
	const text = content(w);
	const outline = { ...text.outline, money: options.money ?? text.outline.money };
	sure(await save(w.mitglied, id, 1, { ...text, outline }));
	if (options.dissent) sure(await dissent(w.mitglied, id, options.dissent));
	sure(await take(w.koordination, id, 'recommend'));
	sure(await take(w.koordination, id, 'submit'));
	sure(await take(w.koordination, id, 'admit'));
	return { id, gapIds };
}

type Scheduling = Admitting & { meetingId?: string; running?: boolean };
/** A proposal of the group, taken up to the committee's agenda. The meeting runs afterwards. */
export async function scheduled(w: World, options: Scheduling = {}) {
	const meetingId = options.meetingId ?? (await aMeeting(w));
	const { id, gapIds } = await admitted(w, options);
	sure(await take(w.koordination, id, 'schedule', { meetingId }));
	if (options.running !== false) await setMeeting(meetingId, 'running');
	return { id, gapIds, meetingId };
}

export const aMeasure = (w: World) => ({
	title: 'Zwei betreute Kurse einrichten',
	contactId: w.federfuehrung.id,
	deputyId: null,
	dueOn: addDays(today(), 90),
	indicator: 'Teilnahmen'
});

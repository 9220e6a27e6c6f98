/** Chapter: groups and committee are called, invited, meet, and have their minutes reviewed, approved and closed. */
import { casePage } from '#concepts/cases/queries.server.ts';
import { addItem, link } from '#concepts/meetings/agenda.commands.server.ts';
import { askMembers, endReview } from '#concepts/meetings/approval.commands.server.ts';
import { call, close, end, schedule, start } from '#concepts/meetings/commands.server.ts';
import { note } from '#concepts/meetings/document.commands.server.ts';
import { planGuest } from '#concepts/meetings/guests.commands.server.ts';
import { fingerprint, invite, reply } from '#concepts/meetings/invitation.commands.server.ts';
import { invitationPage } from '#concepts/meetings/invitation.queries.server.ts';
import { answerObjection, approve, circulate, review } from '#concepts/meetings/minutes.commands.server.ts';
import { recordAttendance, settleItem } from '#concepts/meetings/running.commands.server.ts';
import type { Attendance } from '#concepts/meetings/rules.ts';
import { addTask, takeTaskStep } from '#concepts/meetings/tasks.commands.server.ts';
import { dayOf, halfYearOf, zone } from '#platform/clock.ts';
import { meetings, type ToldItem, type ToldMeeting } from '#demo/content/meetings.ts';
import { sure, type Stage } from '#demo/stage.server.ts';

/** Who was invited to each meeting, by name. */
type Invited = Map<string, string[]>;
const calledBefore = 34;
const reviewDays = 14;
const closedAfter = 21;

/** `decideIn` plays what the committee decides while it sits. */
export function tellOfMeetings(s: Stage, decideIn: (meeting: string) => Promise<void>): void {
	const invited: Invited = new Map();
	for (const told of meetings) {
		tellOfCalling(s, told, invited);
		if (told.until === 'under_review' || told.until === 'closed') {
			tellOfSitting(s, told, invited, decideIn);
			tellOfMinutes(s, told, invited);
		}
	}
}

const item = (told: ToldMeeting, i: number) => `${told.name}-${i}`;
const titleOf = (told: ToldMeeting, at: Date): string => {
	const [year, half] = halfYearOf(dayOf(at)).split('/');
	const month = new Intl.DateTimeFormat('de-DE', { timeZone: zone, month: 'long', year: 'numeric' }).format(at);
	return told.title.replace('{half}', `${half}. Halbjahr ${year}`).replace('{month}', month);
};
const isPast = (told: ToldMeeting) => told.day < 0;

function tellOfCalling(s: Stage, told: ToldMeeting, invited: Invited): void {
	const id = () => s.id('meeting', told.name);
	const notice = told.notice ?? 20;
	const calledOn = Math.min(told.day - calledBefore, -20);
	s.on(calledOn, '09:15', `call ${told.name}`, async () => {
		const who = await s.as(told.by);
		const when = { startsAt: s.instant(told.day, told.start), endsAt: s.instant(told.day, told.end) };
		const made = sure(
			await call(who, s.id('body', told.body), {
				title: titleOf(told, s.instant(told.day, told.start)),
				place: told.place,
				link: told.link ?? '',
				...when
			})
		);
		s.keep('meeting', told.name, made);
		for (const [i, of] of told.items.entries()) await putOn(s, told, of, i);
		sure(await schedule(who, made));
	});
	if (told.until === 'scheduled') return;
	s.on(told.day - notice, '10:40', `invite to ${told.name}`, async () => {
		const who = await s.as(told.by);
		const accessUntil = s.day(told.day + 20);
		for (const guest of told.guests ?? [])
			sure(await planGuest(who, id(), { accountId: s.account(guest), accessUntil }));
		const { recipients } = (await invitationPage(who, id()))!;
		invited.set(
			told.name,
			recipients.map((r) => r.accountId)
		);
		sure(await invite(who, id(), { seen: fingerprint(recipients), shortNoticeReason: '' }));
	});
	for (const [i, name] of ['mitglied', 'lenkung'].entries()) {
		if (!isPast(told)) continue;
		s.on(told.day - notice + 2, `12:0${i}`, `${name} answers ${told.name}`, async () => {
			if (invited.get(told.name)?.includes(s.account(name))) sure(await reply(await s.as(name), id(), 'accepted'));
		});
	}
}

async function putOn(s: Stage, told: ToldMeeting, of: ToldItem, i: number): Promise<void> {
	const { kind, minutes, lead: rapporteur } = of;
	const who = await s.as(told.by);
	const analysis = of.links?.find(([type]) => type === 'case_analysis')?.[1];
	const number = of.title.includes('{number}') && analysis && (await casePage(who, s.id('case', analysis)))?.number;
	const title = of.title.replace('{number}', number || '');
	const itemId = sure(await addItem(who, s.id('meeting', told.name), { kind, title, minutes, rapporteur }));
	s.keep('item', item(told, i), itemId);
	if (!isPast(told)) await linkUp(s, told, of, i);
}

/** At past meetings the links are made in the morning, when the things are there. */
async function linkUp(s: Stage, told: ToldMeeting, of: ToldItem, i: number): Promise<void> {
	const kinds = { service_gap: 'gap', proposal: 'proposal', case_analysis: 'case', mandate: 'mandate' } as const;
	for (const [type, name] of of.links ?? []) {
		sure(await link(await s.as(told.by), s.id('item', item(told, i)), { type, id: s.id(kinds[type], name) }));
	}
}

function tellOfSitting(
	s: Stage,
	told: ToldMeeting,
	invited: Invited,
	decideIn: (meeting: string) => Promise<void>
): void {
	const id = () => s.id('meeting', told.name);
	s.on(told.day, '07:30', `links of ${told.name}`, async () => {
		for (const [i, of] of told.items.entries()) await linkUp(s, told, of, i);
	});
	s.on(told.day, told.start, `sitting ${told.name}`, async () => {
		const who = await s.as(told.by);
		sure(await start(who, id()));
		const away = new Set((told.excused ?? []).map((name) => s.account(name)));
		const attendance = invited
			.get(told.name)!
			.map((account): [string, Attendance] => [account, away.has(account) ? 'excused' : 'present']);
		sure(await recordAttendance(who, id(), new Map(attendance)));
	});
	s.on(told.day, told.end, `end of ${told.name}`, async () => {
		const who = await s.as(told.by);
		await decideIn(told.name);
		for (const [i, of] of told.items.entries()) await settle(s, told, of, i);
		sure(await end(who, id()));
	});
}

async function settle(s: Stage, told: ToldMeeting, of: ToldItem, i: number): Promise<void> {
	const who = await s.as(told.by);
	const itemId = s.id('item', item(told, i));
	for (const words of of.notes ?? []) sure(await note(who, s.id('meeting', told.name), itemId, words));
	for (const t of of.tasks ?? []) {
		const input = { title: t.title, assigneeId: s.account(t.who), dueOn: s.day(t.dueDay), itemId };
		const taskId = sure(await addTask(who, s.id('meeting', told.name), input));
		if (t.doneDay)
			s.on(
				t.doneDay,
				'16:40',
				`done: ${t.title}`,
				async () => void sure(await takeTaskStep(await s.as(t.who), taskId, 'finish'))
			);
	}
	if (!of.postponed) sure(await settleItem(who, itemId, { step: 'finish', result: of.result ?? '' }));
}

function tellOfMinutes(s: Stage, told: ToldMeeting, invited: Invited): void {
	const id = () => s.id('meeting', told.name);
	// Three days later is another day also when weekends move both; on one day the times keep the order.
	s.on(
		told.day + 3,
		'12:30',
		`minutes of ${told.name}`,
		async () => void sure(await circulate(await s.as(told.by), id(), s.day(told.day + 3 + reviewDays)))
	);
	const confirm = async (name: string) =>
		void sure(await review(await s.as(name), id(), { confirmed: true, objection: '' }));
	for (const name of told.confirmedBy ?? [])
		s.on(told.day + 4, '14:30', `${name} confirms minutes`, () => confirm(name));
	const { objection } = told;
	if (objection) {
		s.on(
			told.day + 5,
			'15:10',
			'objection',
			async () =>
				void sure(
					await review(await s.as(objection.by), id(), {
						confirmed: false,
						objection: objection.text,
						passage: objection.passage
					})
				)
		);
		s.on(
			told.day + 6,
			'15:50',
			'answer to objection',
			async () => void sure(await answerObjection(await s.as(told.by), id(), s.account(objection.by), objection.answer))
		);
	}
	if (told.until !== 'closed') return;
	const inCommittee = told.body === 'committee';
	const lastDay = told.day + 3 + reviewDays;
	if (inCommittee)
		s.on(
			told.day + 3,
			'12:40',
			`ask the committee about minutes of ${told.name}`,
			async () => void sure(await askMembers(await s.as(told.by), id(), s.day(lastDay)))
		);
	s.on(told.day + 5, '14:40', `confirmations of ${told.name}`, async () => {
		for (const name of ['mitglied', 'lenkung', 'vorsitz', 'fachkraft'])
			if (invited.get(told.name)!.includes(s.account(name))) await confirm(name);
	});
	// three days later is another day also when weekends move both
	s.on(inCommittee ? lastDay + 3 : lastDay, '10:00', `approve ${told.name}`, async () => {
		if (!inCommittee) return void sure(await approve(await s.as(told.by), id()));
		if (sure(await endReview(id())) !== 'approved') throw new Error(`minutes of ${told.name} are not approved`);
	});
	s.on(
		told.day + closedAfter,
		'15:00',
		`close ${told.name}`,
		async () => void sure(await close(await s.as(told.by), id()))
	);
}

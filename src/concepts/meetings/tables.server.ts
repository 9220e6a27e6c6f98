/** Meetings with agenda, invitation, attendance, minutes and tasks. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, date, uuid } from 'drizzle-orm/pg-core';
import { account } from '#concepts/people/tables.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type {
	Attendance,
	FrozenAgenda,
	ItemKind,
	ItemState,
	LinkType,
	MeetingState,
	MinutesState,
	Reply,
	TaskState
} from './rules.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

export const meeting = pgTable(
	'meeting',
	{
		id: uuid().primaryKey().defaultRandom(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		title: text().notNull(),
		startsAt: at().notNull(),
		endsAt: at().notNull(),
		place: text().notNull().default(''),
		link: text().notNull().default(''),
		state: text().$type<MeetingState>().notNull().default('draft'),
		invitedAt: at(),
		/** Needed when the notice period was missed. */
		shortNoticeReason: text().notNull().default(''),
		/** SEQUENCE of the calendar entry */
		sequence: integer().notNull().default(0),
		/** The agenda as it was sent with the invitation; written once. */
		invitedAgenda: jsonb().$type<FrozenAgenda>(),
		/** The source as it was typed, in light markup (see markup.ts); HTML is made of it when approved. */
		minutes: text().notNull().default(''),
		/** drafting | under_review | approved */
		minutesState: text().$type<MinutesState>().notNull().default('drafting'),
		/** Counts up with each saving of the minutes, so that two writers do not overwrite each other. */
		minutesRevision: integer().notNull().default(0),
		startedAt: at(),
		endedAt: at(),
		reviewUntil: date(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.bodyId, t.startsAt), index().on(t.state, t.startsAt)]
);

export const agendaItem = pgTable(
	'agenda_item',
	{
		id: uuid().primaryKey().defaultRandom(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		/** null while in the backlog */
		meetingId: uuid().references(() => meeting.id),
		position: integer().notNull().default(0),
		kind: text().$type<ItemKind>().notNull(),
		title: text().notNull(),
		minutes: integer().notNull().default(10),
		rapporteur: text().notNull().default(''),
		state: text().$type<ItemState>().notNull().default('backlog'),
		result: text().notNull().default(''),
		/** The item of an earlier meeting that this one carries on. */
		carriedFromId: uuid(),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.meetingId, t.position), index().on(t.bodyId, t.state)]
);

/** thingType: service_gap | proposal | measure | case_analysis | mandate */
export const agendaLink = pgTable(
	'agenda_link',
	{
		itemId: uuid()
			.notNull()
			.references(() => agendaItem.id),
		thingType: text().$type<LinkType>().notNull(),
		thingId: uuid().notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.thingType, t.thingId] }), index().on(t.thingType, t.thingId)]
);

export const invitation = pgTable(
	'invitation',
	{
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		invitedAt: at().notNull(),
		/** A guest of this one meeting; access ends on `accessUntil`. */
		guest: boolean().notNull().default(false),
		accessUntil: date(),
		/** open | accepted | declined */
		reply: text().$type<Reply>().notNull().default('open'),
		/** unknown | present | excused | absent */
		attendance: text().$type<Attendance>().notNull().default('unknown')
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.accountId] }), index().on(t.accountId)]
);

/** Guests who are to be invited; they become invitations, and may read, when the invitation is sent. */
export const plannedGuest = pgTable(
	'planned_guest',
	{
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		accessUntil: date().notNull()
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.accountId] })]
);

/** Approved minutes: text and hash, never changed; a correction is a further version. */
export const minutesVersion = pgTable(
	'minutes_version',
	{
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		version: integer().notNull(),
		html: text().notNull(),
		/** SHA-256 of html, hex */
		hash: text().notNull(),
		approvedAt: at().notNull(),
		approvedBy: uuid()
			.notNull()
			.references(() => account.id),
		reason: text().notNull().default('')
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.version] })]
);

/** Attendees confirm the minutes under review or object to a passage. */
export const minutesReply = pgTable(
	'minutes_reply',
	{
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		accountId: uuid()
			.notNull()
			.references(() => account.id),
		confirmed: boolean().notNull(),
		objection: text().notNull().default(''),
		/** What became of the objection; without it the minutes are not approved. */
		answer: text().notNull().default(''),
		at: at().notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.accountId] })]
);

export const task = pgTable(
	'task',
	{
		id: uuid().primaryKey().defaultRandom(),
		bodyId: uuid()
			.notNull()
			.references(() => body.id),
		meetingId: uuid().references(() => meeting.id),
		itemId: uuid().references(() => agendaItem.id),
		title: text().notNull(),
		assigneeId: uuid().references(() => account.id),
		dueOn: date(),
		/** open | done | dropped */
		state: text().$type<TaskState>().notNull().default('open'),
		createdAt: at().notNull().defaultNow(),
		doneAt: at()
	},
	(t) => [index().on(t.assigneeId, t.state), index().on(t.bodyId, t.state), index().on(t.meetingId)]
);

/** Meetings with agenda, invitation, attendance, minutes and tasks. */
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';
import { account } from '#concepts/people/tables.server.ts';
import { body } from '#concepts/bodies/tables.server.ts';
import type { ApprovalWay } from './approval.rules.ts';
import type { Block } from './minutes.blocks.ts';
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
		/** The words of the document, for the search; what counts is the document (see document.shape.ts). */
		minutes: text().notNull().default(''),
		/** drafting | under_review | approved */
		minutesState: text().$type<MinutesState>().notNull().default('drafting'),
		startedAt: at(),
		endedAt: at(),
		reviewUntil: date(),
		/** All members are asked to approve the minutes by circulation until this day; null: nobody is. */
		approvalUntil: date(),
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
		/** The meeting whose minutes are approved under this item. */
		minutesOfId: uuid().references(() => meeting.id),
		/** The open task of an earlier meeting that this item takes up. */
		taskId: uuid(),
		/** The proposal that is scheduled for this meeting and decided under this item. */
		proposalId: uuid(),
		/** `order` of the item in the document as it was followed last; empty before that. */
		orderKey: text().notNull().default(''),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [
		index().on(t.meetingId, t.position),
		index().on(t.bodyId, t.state),
		index().on(t.minutesOfId),
		index().on(t.taskId)
	]
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
		attendance: text().$type<Attendance>().notNull().default('unknown'),
		/** Came only for this item of the agenda; null: the whole time. */
		presentFrom: uuid().references(() => agendaItem.id)
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
		/** What html is made of; empty in versions from before there were blocks. */
		blocks: jsonb().$type<Block[]>().notNull().default([]),
		html: text().notNull(),
		/** SHA-256 of html, hex */
		hash: text().notNull(),
		approvedAt: at().notNull(),
		/** Who approved or recorded it; null where a period ended by itself. */
		approvedBy: uuid().references(() => account.id),
		/** leader | period | circulation | meeting */
		approvedWay: text().$type<ApprovalWay>().notNull().default('leader'),
		/** The later meeting in which it was approved. */
		approvedInId: uuid().references(() => meeting.id),
		reason: text().notNull().default('')
	},
	(t) => [
		primaryKey({ columns: [t.meetingId, t.version] }),
		check(
			'minutes_version_approved',
			sql`(${t.approvedBy} is not null or ${t.approvedWay} in ('period', 'circulation')) and (${t.approvedInId} is null or ${t.approvedWay} = 'meeting')`
		)
	]
);

/** Minutes as they were given for review; exactly these are confirmed and approved. Never changed, taken back by rework. */
export const minutesReview = pgTable('minutes_review', {
	meetingId: uuid()
		.primaryKey()
		.references(() => meeting.id),
	blocks: jsonb().$type<Block[]>().notNull(),
	html: text().notNull(),
	/** SHA-256 of html, hex */
	hash: text().notNull(),
	circulatedAt: at().notNull()
});

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
		/** Of the minutes this is the answer to; see minutes_review. */
		hash: text().notNull().default(''),
		/** The words of the minutes that the objection is about. */
		passage: text().notNull().default(''),
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
		doneAt: at(),
		/** Stands in the document of the meeting and follows it. */
		written: boolean().notNull().default(false)
	},
	(t) => [index().on(t.assigneeId, t.state), index().on(t.bodyId, t.state), index().on(t.meetingId)]
);

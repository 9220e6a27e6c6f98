/** What is kept of the documents of meetings: group decisions, versions, templates of agendas, comments. */
import {
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { body } from '#concepts/bodies/tables.server.ts';
import { account, comment } from '#concepts/people/tables.server.ts';
import type { GroupResult } from './minutes.blocks.ts';
import type { DocumentOccasion, TemplateItem } from './rules.ts';
import { agendaItem, meeting } from './tables.server.ts';
import { bytea } from '#platform/bytea.server.ts';

const at = () => timestamp({ withTimezone: true, precision: 3 });

/** What a group decided in a meeting, as its approved minutes say. */
export const groupDecision = pgTable(
	'group_decision',
	{
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		/** 1, 2, 3 … in the order of the minutes */
		position: integer().notNull(),
		itemId: uuid()
			.notNull()
			.references(() => agendaItem.id),
		wording: text().notNull(),
		/** adopted | rejected | postponed; null when nothing was noted */
		result: text().$type<GroupResult>(),
		votesYes: integer(),
		votesNo: integer(),
		votesAbstained: integer()
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.position] })]
);

/** The document as it was: every few minutes while it is written, and where a meeting takes a step. Never changed. */
export const documentVersion = pgTable(
	'document_version',
	{
		id: uuid().primaryKey().defaultRandom(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		at: at().notNull(),
		/** writing | invite | end | circulate | approve | restore */
		occasion: text().$type<DocumentOccasion>().notNull(),
		/** Who has written since the version before. */
		writers: uuid().array().notNull(),
		/** The whole document as one Yjs update. */
		state: bytea().notNull()
	},
	(t) => [index().on(t.meetingId, t.at)]
);

/** The agenda new meetings of a body begin with. */
export const agendaTemplate = pgTable('agenda_template', {
	bodyId: uuid()
		.primaryKey()
		.references(() => body.id),
	items: jsonb().$type<TemplateItem[]>().notNull()
});

/** Where in the document a comment belongs: to a passage of an item as it was then, or under such a comment. */
export const passageComment = pgTable(
	'passage_comment',
	{
		commentId: uuid()
			.primaryKey()
			.references(() => comment.id),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		itemId: uuid()
			.notNull()
			.references(() => agendaItem.id),
		/** The words that are commented on; empty for the item as a whole, and for replies. */
		passage: text().notNull(),
		/** The comment this one replies to. */
		replyTo: uuid().references((): AnyPgColumn => passageComment.commentId),
		resolvedAt: at(),
		resolvedBy: uuid().references(() => account.id)
	},
	(t) => [index().on(t.meetingId)]
);

CREATE TABLE "agenda_template" (
	"body_id" uuid PRIMARY KEY NOT NULL,
	"items" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"occasion" text NOT NULL,
	"writers" uuid[] NOT NULL,
	"state" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_decision" (
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"wording" text NOT NULL,
	"result" text,
	"votes_yes" integer,
	"votes_no" integer,
	"votes_abstained" integer,
	CONSTRAINT "group_decision_meeting_id_position_pk" PRIMARY KEY("meeting_id","position")
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "present_from" uuid;--> statement-breakpoint
ALTER TABLE "minutes_reply" ADD COLUMN "passage" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_version" ADD COLUMN "blocks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "written" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_template" ADD CONSTRAINT "agenda_template_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_version_meeting_id_at_index" ON "document_version" USING btree ("meeting_id","at");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_present_from_agenda_item_id_fk" FOREIGN KEY ("present_from") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" DROP COLUMN "minutes_revision";
--> statement-breakpoint
alter table meeting drop column search;
--> statement-breakpoint
alter table meeting add column search tsvector generated always as (setweight(to_tsvector('german'::regconfig, title || ' ' || place), 'A') || setweight(to_tsvector('german'::regconfig, minutes), 'B')) stored;
--> statement-breakpoint
create index meeting_search on meeting using gin (search);
--> statement-breakpoint
create trigger document_version_append_only before update or delete or truncate on document_version for each statement execute function refuse_change();
--> statement-breakpoint
create trigger group_decision_append_only before update or delete or truncate on group_decision for each statement execute function refuse_change();

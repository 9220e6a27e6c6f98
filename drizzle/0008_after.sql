CREATE TABLE "result_distribution" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sheet_id" uuid NOT NULL,
	"network" text NOT NULL,
	"recipient" text DEFAULT '' NOT NULL,
	"channel" text NOT NULL,
	"sent_on" date NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"sheet_id" uuid,
	"label" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "result_link_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "result_link_of" CHECK (("result_link"."kind" = 'sheet') = ("result_link"."sheet_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "result_release" (
	"sheet_id" uuid NOT NULL,
	"hand" text NOT NULL,
	"account_id" uuid NOT NULL,
	"text_hash" text NOT NULL,
	"released_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "result_release_sheet_id_hand_pk" PRIMARY KEY("sheet_id","hand"),
	CONSTRAINT "result_release_two_people" UNIQUE("sheet_id","account_id"),
	CONSTRAINT "result_release_hand" CHECK ("result_release"."hand" in ('office', 'reviewer'))
);
--> statement-breakpoint
CREATE TABLE "result_sheet" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"gap_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"background" text DEFAULT '' NOT NULL,
	"decided" text DEFAULT '' NOT NULL,
	"changes" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"dismissed" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "result_sheet_number_unique" UNIQUE("number"),
	CONSTRAINT "result_sheet_released" CHECK ("result_sheet"."state" not in ('released', 'withdrawn') or "result_sheet"."released_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "control_note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"measure_id" uuid,
	"meeting_id" uuid NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "control_note_once" UNIQUE NULLS NOT DISTINCT("decision_id","measure_id")
);
--> statement-breakpoint
CREATE TABLE "escalation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"state" text DEFAULT 'drafted' NOT NULL,
	"addressee" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"request" text DEFAULT '' NOT NULL,
	"sent_on" date,
	"resubmit_on" date NOT NULL,
	"reminded_on" date,
	"answered_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"outcome" text,
	"sent_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "escalation_once" UNIQUE("decision_id"),
	CONSTRAINT "escalation_sent" CHECK ("escalation"."state" = 'drafted' or "escalation"."sent_on" is not null),
	CONSTRAINT "escalation_answered" CHECK ("escalation"."state" <> 'answered' or ("escalation"."answered_on" is not null and length("escalation"."answer") > 0)),
	CONSTRAINT "escalation_closed" CHECK (("escalation"."state" = 'closed') = ("escalation"."outcome" is not null))
);
--> statement-breakpoint
ALTER TABLE "effect_review" ADD COLUMN "agenda_item_id" uuid;--> statement-breakpoint
ALTER TABLE "effect_review" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "helper_organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "helper_id" uuid;--> statement-breakpoint
ALTER TABLE "progress_report" ADD COLUMN "blocked_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "progress_report" ADD COLUMN "helper" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "result_distribution" ADD CONSTRAINT "result_distribution_sheet_id_result_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."result_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_link" ADD CONSTRAINT "result_link_sheet_id_result_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."result_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_sheet_id_result_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."result_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_sheet" ADD CONSTRAINT "result_sheet_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_sheet" ADD CONSTRAINT "result_sheet_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_noted_by_account_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_sent_by_account_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_distribution_sheet_id_sent_on_index" ON "result_distribution" USING btree ("sheet_id","sent_on");--> statement-breakpoint
CREATE INDEX "result_link_sheet_id_index" ON "result_link" USING btree ("sheet_id");--> statement-breakpoint
CREATE INDEX "result_release_account_id_index" ON "result_release" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "result_sheet_gap_id_index" ON "result_sheet" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "result_sheet_author_id_index" ON "result_sheet" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "result_sheet_state_released_at_index" ON "result_sheet" USING btree ("state","released_at");--> statement-breakpoint
CREATE INDEX "control_note_meeting_id_index" ON "control_note" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "control_note_measure_id_index" ON "control_note" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "escalation_state_resubmit_on_index" ON "escalation" USING btree ("state","resubmit_on");--> statement-breakpoint
ALTER TABLE "effect_review" ADD CONSTRAINT "effect_review_agenda_item_id_agenda_item_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_helper_organisation_id_organisation_id_fk" FOREIGN KEY ("helper_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_helper_id_account_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "measure_helper_organisation_id_index" ON "measure" USING btree ("helper_organisation_id");--> statement-breakpoint
CREATE INDEX "measure_helper_id_index" ON "measure" USING btree ("helper_id");
--> statement-breakpoint
-- A letter that was sent is what was sent.
create trigger escalation_letter_frozen before update on escalation for each row
when (old.state <> 'drafted' and (old.addressee, old.subject, old.reason, old.request, old.sent_on) is distinct from (new.addressee, new.subject, new.reason, new.request, new.sent_on))
execute function refuse_frozen_change();
--> statement-breakpoint
create trigger control_note_append_only before update or delete or truncate on control_note for each statement execute function refuse_change();
--> statement-breakpoint
-- A result sheet leaves the house by two people who did not write it, and both have seen the same text.
create or replace function guard_result_release() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' then
		if exists (select from result_sheet s where s.id = old.sheet_id and s.state in ('released', 'withdrawn')) then
			raise exception 'what was released stays on record' using errcode = '42501';
		end if;
		return old;
	end if;
	if not exists (select from result_sheet s where s.id = new.sheet_id and s.state = 'in_review' and s.author_id <> new.account_id) then
		raise exception 'a result sheet under review is released by others than its author' using errcode = '42501';
	end if;
	return new;
end $$;
--> statement-breakpoint
create trigger result_release_by_others before insert or delete on result_release for each row execute function guard_result_release();
--> statement-breakpoint
create trigger result_release_unchanged before update or truncate on result_release for each statement execute function refuse_change();
--> statement-breakpoint
create or replace function guard_result_sheet() returns trigger language plpgsql as $$
begin
	if tg_op = 'INSERT' then
		if new.state <> 'draft' then raise exception 'a result sheet begins as a draft' using errcode = '42501'; end if;
		return new;
	end if;
	if old.author_id <> new.author_id or (old.state <> 'draft' and (old.title, old.background, old.decided, old.changes, old.audience, old.contact)
		is distinct from (new.title, new.background, new.decided, new.changes, new.audience, new.contact)) then
		raise exception 'what is under review or released is frozen' using errcode = '42501';
	end if;
	if old.state <> new.state and new.state = 'released' and (old.state <> 'in_review' or (select count(*) <> 2 or count(distinct r.text_hash) <> 1
		from result_release r where r.sheet_id = new.id)) then
		raise exception 'a result sheet is released by two' using errcode = '42501';
	end if;
	return new;
end $$;
--> statement-breakpoint
create trigger result_sheet_two_people before insert or update on result_sheet for each row execute function guard_result_sheet();
--> statement-breakpoint
-- What was passed on before there were letters waits for one now.
insert into escalation (decision_id, addressee, resubmit_on) select id, target, target_on from decision where result = 'passed_on' and target_on is not null;

CREATE TABLE "access_token" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_on" date NOT NULL,
	"last_used_on" date,
	CONSTRAINT "access_token_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "access_token_name" CHECK (length("access_token"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "dissenting_vote" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"named" boolean NOT NULL,
	"text" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dissenting_vote_proposalId_accountId_unique" UNIQUE("proposal_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "statement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"question" text NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"seen" jsonb,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "statement_answered" CHECK (("statement"."state" = 'answered') = ("statement"."answered_at" is not null))
);
--> statement-breakpoint
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
CREATE TABLE "circulation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"body_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"demanded_by" uuid,
	"word" text DEFAULT '' NOT NULL,
	CONSTRAINT "circulation_ended" CHECK (("circulation"."state" = 'open') = ("circulation"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "circulation_vote" (
	"circulation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"vote" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "circulation_vote_circulation_id_account_id_pk" PRIMARY KEY("circulation_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "committee_listing" (
	"proposal_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"list" text NOT NULL,
	"pulled_by" uuid,
	"word" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "committee_listing_proposal_id_meeting_id_pk" PRIMARY KEY("proposal_id","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "conflict_of_interest" (
	"proposal_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"declared_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conflict_of_interest_proposal_id_account_id_pk" PRIMARY KEY("proposal_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "prepared_measure" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"deputy_id" uuid,
	"due_on" date NOT NULL,
	"indicator" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
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
CREATE TABLE "paper_build" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"body_id" uuid,
	"meeting_id" uuid,
	"key_on" date NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"ordered_by" uuid NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"source" jsonb,
	"content" "bytea",
	"hash" text,
	"pages" integer,
	"size" integer,
	CONSTRAINT "paper_build_ready" CHECK (("paper_build"."state" = 'ready') = ("paper_build"."content" is not null)),
	CONSTRAINT "paper_build_of_meeting" CHECK (("paper_build"."kind" = 'dossier') = ("paper_build"."meeting_id" is null))
);
--> statement-breakpoint
CREATE TABLE "paper_case" (
	"paper_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"included" boolean DEFAULT false NOT NULL,
	CONSTRAINT "paper_case_paper_id_case_id_pk" PRIMARY KEY("paper_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "meeting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mandate" ADD COLUMN "interim_due_on" date;--> statement-breakpoint
ALTER TABLE "mandate" ADD COLUMN "interim_reported_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "return_part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "return_quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "return_due_on" date;--> statement-breakpoint
ALTER TABLE "proposal_version" ADD COLUMN "statements" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_version" ADD COLUMN "dissents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "circulation_id" uuid;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "votes_yes" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "votes_no" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "votes_abstained" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "voters" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "present" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "not_counted" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "by_consent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "effect_review" ADD COLUMN "agenda_item_id" uuid;--> statement-breakpoint
ALTER TABLE "effect_review" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "helper_organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "helper_id" uuid;--> statement-breakpoint
ALTER TABLE "progress_report" ADD COLUMN "blocked_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "progress_report" ADD COLUMN "helper" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissenting_vote" ADD CONSTRAINT "dissenting_vote_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissenting_vote" ADD CONSTRAINT "dissenting_vote_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_distribution" ADD CONSTRAINT "result_distribution_sheet_id_result_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."result_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_link" ADD CONSTRAINT "result_link_sheet_id_result_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."result_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_sheet_id_result_sheet_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."result_sheet"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_release" ADD CONSTRAINT "result_release_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_sheet" ADD CONSTRAINT "result_sheet_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_sheet" ADD CONSTRAINT "result_sheet_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulation" ADD CONSTRAINT "circulation_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulation" ADD CONSTRAINT "circulation_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulation" ADD CONSTRAINT "circulation_started_by_account_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulation" ADD CONSTRAINT "circulation_demanded_by_account_id_fk" FOREIGN KEY ("demanded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulation_vote" ADD CONSTRAINT "circulation_vote_circulation_id_circulation_id_fk" FOREIGN KEY ("circulation_id") REFERENCES "public"."circulation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circulation_vote" ADD CONSTRAINT "circulation_vote_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_listing" ADD CONSTRAINT "committee_listing_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_listing" ADD CONSTRAINT "committee_listing_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_listing" ADD CONSTRAINT "committee_listing_pulled_by_account_id_fk" FOREIGN KEY ("pulled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_declared_by_account_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_measure" ADD CONSTRAINT "prepared_measure_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_measure" ADD CONSTRAINT "prepared_measure_contact_id_account_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_measure" ADD CONSTRAINT "prepared_measure_deputy_id_account_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_note" ADD CONSTRAINT "control_note_noted_by_account_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_sent_by_account_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_build" ADD CONSTRAINT "paper_build_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_build" ADD CONSTRAINT "paper_build_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_build" ADD CONSTRAINT "paper_build_ordered_by_account_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_case" ADD CONSTRAINT "paper_case_paper_id_paper_build_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper_build"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_case" ADD CONSTRAINT "paper_case_case_id_case_analysis_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_analysis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_account_id_created_at_index" ON "access_token" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "dissenting_vote_account_id_index" ON "dissenting_vote" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "statement_proposal_id_index" ON "statement" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "statement_account_id_state_index" ON "statement" USING btree ("account_id","state");--> statement-breakpoint
CREATE INDEX "statement_organisation_id_state_index" ON "statement" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "statement_due_on_index" ON "statement" USING btree ("due_on") WHERE "statement"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "result_distribution_sheet_id_sent_on_index" ON "result_distribution" USING btree ("sheet_id","sent_on");--> statement-breakpoint
CREATE INDEX "result_link_sheet_id_index" ON "result_link" USING btree ("sheet_id");--> statement-breakpoint
CREATE INDEX "result_release_account_id_index" ON "result_release" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "result_sheet_gap_id_index" ON "result_sheet" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "result_sheet_author_id_index" ON "result_sheet" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "result_sheet_state_released_at_index" ON "result_sheet" USING btree ("state","released_at");--> statement-breakpoint
CREATE UNIQUE INDEX "circulation_one_open" ON "circulation" USING btree ("proposal_id") WHERE "circulation"."state" = 'open';--> statement-breakpoint
CREATE INDEX "circulation_proposal_id_index" ON "circulation" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "circulation_state_until_on_index" ON "circulation" USING btree ("state","until_on");--> statement-breakpoint
CREATE INDEX "circulation_vote_account_id_index" ON "circulation_vote" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "committee_listing_meeting_id_index" ON "committee_listing" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "control_note_meeting_id_index" ON "control_note" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "control_note_measure_id_index" ON "control_note" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "escalation_state_resubmit_on_index" ON "escalation" USING btree ("state","resubmit_on");--> statement-breakpoint
CREATE INDEX "paper_build_ordered_at_index" ON "paper_build" USING btree ("ordered_at");--> statement-breakpoint
CREATE INDEX "paper_build_meeting_id_index" ON "paper_build" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "paper_build_of_key" ON "paper_build" USING btree ("kind","key_on");--> statement-breakpoint
CREATE INDEX "paper_build_waiting" ON "paper_build" USING btree ("state") WHERE "paper_build"."state" in ('queued', 'building');--> statement-breakpoint
CREATE INDEX "paper_case_case_id_index" ON "paper_case" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_circulation_id_circulation_id_fk" FOREIGN KEY ("circulation_id") REFERENCES "public"."circulation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effect_review" ADD CONSTRAINT "effect_review_agenda_item_id_agenda_item_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_helper_organisation_id_organisation_id_fk" FOREIGN KEY ("helper_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_helper_id_account_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_return_due_on_index" ON "proposal" USING btree ("return_due_on");--> statement-breakpoint
CREATE INDEX "measure_helper_organisation_id_index" ON "measure" USING btree ("helper_organisation_id");--> statement-breakpoint
CREATE INDEX "measure_helper_id_index" ON "measure" USING btree ("helper_id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_circulationId_unique" UNIQUE("circulation_id");--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_interim" CHECK ("mandate"."interim_due_on" <= "mandate"."due_on");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_place" CHECK (("decision"."meeting_id" is null) <> ("decision"."circulation_id" is null));
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
-- Submitted once: who asked, what was answered and to which text stays as it is.
create or replace function refuse_answered_change() returns trigger language plpgsql as $$ begin raise exception 'a statement is submitted once' using errcode = '42501'; end $$;
--> statement-breakpoint
create trigger statement_answered_final before update on statement for each row when (old.state = 'answered') execute function refuse_answered_change();
--> statement-breakpoint
create trigger statement_never_deleted before delete or truncate on statement for each statement execute function refuse_change();
--> statement-breakpoint
-- Two clicks at once make one build.
create unique index paper_build_one on paper_build (kind, coalesce(meeting_id, '00000000-0000-0000-0000-000000000000'::uuid), key_on) where state in ('queued', 'building');
--> statement-breakpoint
-- A file goes with the very commit that takes an analysis in it from its readers, whichever way that is done.
create or replace function drop_papers_of_case() returns trigger language plpgsql as $$
begin
	update paper_build set content = null, state = 'withdrawn' where state = 'ready'
		and exists (select from paper_case c where c.paper_id = paper_build.id and c.case_id = new.id and c.included);
	return null;
end $$;
--> statement-breakpoint
create trigger case_analysis_leaves_papers after update of state on case_analysis for each row
when (old.state in ('released', 'discussed', 'evaluated', 'archived') and new.state not in ('released', 'discussed', 'evaluated', 'archived'))
execute function drop_papers_of_case();
--> statement-breakpoint
-- What was passed on before there were letters waits for one now.
insert into escalation (decision_id, addressee, resubmit_on) select id, target, target_on from decision where result = 'passed_on' and target_on is not null;

CREATE TABLE "body" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"body_id" uuid NOT NULL,
	"goal" text NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'given' NOT NULL,
	"meeting_id" uuid,
	"interim_report" text DEFAULT '' NOT NULL,
	"final_report" text DEFAULT '' NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"given_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reported_at" timestamp (3) with time zone,
	CONSTRAINT "mandate_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"body_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"function" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "membership_term" CHECK ("membership"."until_on" is null or "membership"."until_on" >= "membership"."from_on")
);
--> statement-breakpoint
CREATE TABLE "case_analysis" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text,
	"author_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"reviewer_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"attributes" jsonb NOT NULL,
	"stations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"narrative" text DEFAULT '' NOT NULL,
	"helped" text DEFAULT '' NOT NULL,
	"suspected_gap" text DEFAULT '' NOT NULL,
	"review_comment" text DEFAULT '' NOT NULL,
	"finding" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"recalled_at" timestamp (3) with time zone,
	CONSTRAINT "case_analysis_number_unique" UNIQUE("number"),
	CONSTRAINT "four_eyes" CHECK ("case_analysis"."reviewer_id" is null or "case_analysis"."reviewer_id" <> "case_analysis"."author_id")
);
--> statement-breakpoint
CREATE TABLE "confirmation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"gap_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"municipality" text,
	"legal_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"cases_band" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "confirmation_gapId_accountId_unique" UNIQUE("gap_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"gap_id" uuid NOT NULL,
	"meeting_id" uuid,
	"decision_id" uuid,
	"text" text DEFAULT '' NOT NULL,
	"given_by" uuid,
	"given_at" timestamp (3) with time zone,
	"receivers" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feedback_gapId_decisionId_unique" UNIQUE("gap_id","decision_id"),
	CONSTRAINT "feedback_given" CHECK ("feedback"."given_at" is null or length("feedback"."text") > 0)
);
--> statement-breakpoint
CREATE TABLE "gap_case" (
	"gap_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "gap_case_gap_id_case_id_pk" PRIMARY KEY("gap_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "gap_group" (
	"gap_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	CONSTRAINT "gap_group_gap_id_body_id_pk" PRIMARY KEY("gap_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "gap_mandate" (
	"gap_id" uuid NOT NULL,
	"mandate_id" uuid NOT NULL,
	CONSTRAINT "gap_mandate_gap_id_mandate_id_pk" PRIMARY KEY("gap_id","mandate_id")
);
--> statement-breakpoint
CREATE TABLE "gap_report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"author_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"phase" text,
	"gap_type" text,
	"legal_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"municipality" text,
	"severity" text,
	"frequency" text,
	"scope" text,
	"residence_groups" text[] DEFAULT '{}'::text[] NOT NULL,
	"age_bands" text[] DEFAULT '{}'::text[] NOT NULL,
	"households" text[] DEFAULT '{}'::text[] NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"actors" text[] DEFAULT '{}'::text[] NOT NULL,
	"idea" text DEFAULT '' NOT NULL,
	"urgent" boolean DEFAULT false NOT NULL,
	"gap_id" uuid,
	"answer" text DEFAULT '' NOT NULL,
	"decline_reason" text,
	"client_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "gap_report_authorId_clientKey_unique" UNIQUE("author_id","client_key")
);
--> statement-breakpoint
CREATE TABLE "report_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"from_office" boolean NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_gap" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"gap_type" text NOT NULL,
	"legal_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"phases" text[] DEFAULT '{}'::text[] NOT NULL,
	"municipalities" text[] DEFAULT '{}'::text[] NOT NULL,
	"severity" text,
	"frequency" text,
	"scope" text,
	"priority" text,
	"merged_into_id" uuid,
	"state_before_merge" text,
	"deferred_until" text,
	"escalated_to" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_gap_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"body_id" uuid NOT NULL,
	"meeting_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer DEFAULT 10 NOT NULL,
	"rapporteur" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'backlog' NOT NULL,
	"result" text DEFAULT '' NOT NULL,
	"carried_from_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_link" (
	"item_id" uuid NOT NULL,
	"thing_type" text NOT NULL,
	"thing_id" uuid NOT NULL,
	CONSTRAINT "agenda_link_item_id_thing_type_thing_id_pk" PRIMARY KEY("item_id","thing_type","thing_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"meeting_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"guest" boolean DEFAULT false NOT NULL,
	"access_until" date,
	"reply" text DEFAULT 'open' NOT NULL,
	"attendance" text DEFAULT 'unknown' NOT NULL,
	CONSTRAINT "invitation_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"body_id" uuid NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"short_notice_reason" text DEFAULT '' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"invited_agenda" jsonb,
	"minutes" text DEFAULT '' NOT NULL,
	"minutes_state" text DEFAULT 'drafting' NOT NULL,
	"minutes_revision" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"review_until" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes_reply" (
	"meeting_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"confirmed" boolean NOT NULL,
	"objection" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_reply_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_version" (
	"meeting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"html" text NOT NULL,
	"hash" text NOT NULL,
	"approved_at" timestamp (3) with time zone NOT NULL,
	"approved_by" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "minutes_version_meeting_id_version_pk" PRIMARY KEY("meeting_id","version")
);
--> statement-breakpoint
CREATE TABLE "planned_guest" (
	"meeting_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"access_until" date NOT NULL,
	CONSTRAINT "planned_guest_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"body_id" uuid NOT NULL,
	"meeting_id" uuid,
	"item_id" uuid,
	"title" text NOT NULL,
	"assignee_id" uuid,
	"due_on" date,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"organisation_id" uuid NOT NULL,
	"password_hash" text,
	"state" text DEFAULT 'invited' NOT NULL,
	"locale" text DEFAULT 'de' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"digest" text DEFAULT 'daily' NOT NULL,
	"muted_notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "account_role" (
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "account_role_account_id_role_pk" PRIMARY KEY("account_id","role")
);
--> statement-breakpoint
CREATE TABLE "catalogue_item" (
	"list" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"label_de" text NOT NULL,
	"label_en" text NOT NULL,
	"help_de" text DEFAULT '' NOT NULL,
	"help_en" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "catalogue_item_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thing_type" text NOT NULL,
	"thing_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_text" CHECK (length("comment"."text") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "follow" (
	"account_id" uuid NOT NULL,
	"thing_type" text NOT NULL,
	"thing_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_account_id_thing_type_thing_id_pk" PRIMARY KEY("account_id","thing_type","thing_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_item" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"event_id" bigint NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mailed_at" timestamp (3) with time zone,
	CONSTRAINT "inbox_item_accountId_eventId_unique" UNIQUE("account_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"calendar" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "one_use_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "organisation_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"body_id" uuid NOT NULL,
	"mandate_id" uuid,
	"title" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"outline" jsonb NOT NULL,
	"responsible_organisation_id" uuid,
	"due_on" date,
	"meeting_id" uuid,
	"return_comment" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	CONSTRAINT "proposal_number_unique" UNIQUE("number"),
	CONSTRAINT "proposal_title" CHECK (length("proposal"."title") > 0)
);
--> statement-breakpoint
CREATE TABLE "proposal_case" (
	"proposal_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "proposal_case_proposal_id_case_id_pk" PRIMARY KEY("proposal_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_gap" (
	"proposal_id" uuid NOT NULL,
	"gap_id" uuid NOT NULL,
	CONSTRAINT "proposal_gap_proposal_id_gap_id_pk" PRIMARY KEY("proposal_id","gap_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_version" (
	"proposal_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"outline" jsonb NOT NULL,
	"responsible" text DEFAULT '' NOT NULL,
	"due_on" date,
	"hash" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "proposal_version_proposal_id_version_pk" PRIMARY KEY("proposal_id","version")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"body_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"gate" integer NOT NULL,
	"proposal_id" uuid,
	"proposal_version" integer,
	"gap_id" uuid,
	"mandate_id" uuid,
	"result" text NOT NULL,
	"wording" text NOT NULL,
	"proposed_wording" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"target" text DEFAULT '' NOT NULL,
	"target_on" date,
	"vote" text DEFAULT '' NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "decision_number_unique" UNIQUE("number"),
	CONSTRAINT "decision_once_a_meeting" UNIQUE("proposal_id","meeting_id"),
	CONSTRAINT "decision_gate" CHECK (("decision"."gate" = 1 and "decision"."gap_id" is not null) or ("decision"."gate" = 2 and "decision"."proposal_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "effect_answer" (
	"review_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"still_happens" text,
	"changed" text DEFAULT '' NOT NULL,
	"missing" text DEFAULT '' NOT NULL,
	"helped" boolean,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "effect_answer_review_id_account_id_pk" PRIMARY KEY("review_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "effect_review" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"measure_id" uuid NOT NULL,
	"gap_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "effect_review_measureId_gapId_unique" UNIQUE("measure_id","gap_id")
);
--> statement-breakpoint
CREATE TABLE "measure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"decision_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"deputy_id" uuid,
	"title" text NOT NULL,
	"indicator" text DEFAULT '' NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'issued' NOT NULL,
	"blocked_by" text DEFAULT '' NOT NULL,
	"delay_reason" text DEFAULT '' NOT NULL,
	"requested_due_on" date,
	"remark" text DEFAULT '' NOT NULL,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"approved_at" timestamp (3) with time zone,
	CONSTRAINT "measure_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "progress_report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"measure_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"delay_reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"kind" text NOT NULL,
	"thing_type" text NOT NULL,
	"thing_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "event_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "event_tell" (
	"event_id" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"note" text NOT NULL,
	"handed_on_at" timestamp with time zone,
	CONSTRAINT "event_tell_event_id_account_id_pk" PRIMARY KEY("event_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "series" (
	"name" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD CONSTRAINT "case_analysis_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD CONSTRAINT "case_analysis_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD CONSTRAINT "case_analysis_reviewer_id_account_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_given_by_account_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_case" ADD CONSTRAINT "gap_case_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_case" ADD CONSTRAINT "gap_case_case_id_case_analysis_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_analysis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_group" ADD CONSTRAINT "gap_group_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_group" ADD CONSTRAINT "gap_group_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_mandate" ADD CONSTRAINT "gap_mandate_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_mandate" ADD CONSTRAINT "gap_mandate_mandate_id_mandate_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_report" ADD CONSTRAINT "gap_report_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_report" ADD CONSTRAINT "gap_report_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_report" ADD CONSTRAINT "gap_report_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_report_id_gap_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."gap_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_link" ADD CONSTRAINT "agenda_link_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_reply" ADD CONSTRAINT "minutes_reply_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_reply" ADD CONSTRAINT "minutes_reply_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_approved_by_account_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_guest" ADD CONSTRAINT "planned_guest_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_guest" ADD CONSTRAINT "planned_guest_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_account_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_role" ADD CONSTRAINT "account_role_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_use_link" ADD CONSTRAINT "one_use_link_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_mandate_id_mandate_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_responsible_organisation_id_organisation_id_fk" FOREIGN KEY ("responsible_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_case" ADD CONSTRAINT "proposal_case_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_case" ADD CONSTRAINT "proposal_case_case_id_case_analysis_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_analysis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_gap" ADD CONSTRAINT "proposal_gap_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_gap" ADD CONSTRAINT "proposal_gap_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_agenda_item_id_agenda_item_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effect_answer" ADD CONSTRAINT "effect_answer_review_id_effect_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."effect_review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effect_answer" ADD CONSTRAINT "effect_answer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effect_review" ADD CONSTRAINT "effect_review_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effect_review" ADD CONSTRAINT "effect_review_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_contact_id_account_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_deputy_id_account_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_tell" ADD CONSTRAINT "event_tell_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mandate_body_id_state_index" ON "mandate" USING btree ("body_id","state");--> statement-breakpoint
CREATE INDEX "membership_body_id_index" ON "membership" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "membership_account_id_index" ON "membership" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "case_analysis_state_released_at_index" ON "case_analysis" USING btree ("state","released_at");--> statement-breakpoint
CREATE INDEX "case_analysis_author_id_index" ON "case_analysis" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "confirmation_account_id_index" ON "confirmation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "feedback_gap_id_index" ON "feedback" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "feedback_meeting_id_index" ON "feedback" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "gap_case_case_id_index" ON "gap_case" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "gap_group_body_id_index" ON "gap_group" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "gap_mandate_mandate_id_index" ON "gap_mandate" USING btree ("mandate_id");--> statement-breakpoint
CREATE INDEX "gap_report_state_submitted_at_index" ON "gap_report" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "gap_report_author_id_updated_at_index" ON "gap_report" USING btree ("author_id","updated_at");--> statement-breakpoint
CREATE INDEX "gap_report_gap_id_index" ON "gap_report" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "report_message_report_id_created_at_index" ON "report_message" USING btree ("report_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_view_account_id_index" ON "saved_view" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "service_gap_merged_into_id_index" ON "service_gap" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "service_gap_state_updated_at_index" ON "service_gap" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "service_gap_updated_at_index" ON "service_gap" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "service_gap_gap_type_index" ON "service_gap" USING btree ("gap_type");--> statement-breakpoint
CREATE INDEX "service_gap_domains" ON "service_gap" USING gin ("legal_domains");--> statement-breakpoint
CREATE INDEX "service_gap_phases" ON "service_gap" USING gin ("phases");--> statement-breakpoint
CREATE INDEX "service_gap_municipalities" ON "service_gap" USING gin ("municipalities");--> statement-breakpoint
CREATE INDEX "agenda_item_meeting_id_position_index" ON "agenda_item" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "agenda_item_body_id_state_index" ON "agenda_item" USING btree ("body_id","state");--> statement-breakpoint
CREATE INDEX "agenda_link_thing_type_thing_id_index" ON "agenda_link" USING btree ("thing_type","thing_id");--> statement-breakpoint
CREATE INDEX "invitation_account_id_index" ON "invitation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "meeting_body_id_starts_at_index" ON "meeting" USING btree ("body_id","starts_at");--> statement-breakpoint
CREATE INDEX "meeting_state_starts_at_index" ON "meeting" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "task_assignee_id_state_index" ON "task" USING btree ("assignee_id","state");--> statement-breakpoint
CREATE INDEX "task_body_id_state_index" ON "task" USING btree ("body_id","state");--> statement-breakpoint
CREATE INDEX "task_meeting_id_index" ON "task" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "account_organisation_id_index" ON "account" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "account_role_role_index" ON "account_role" USING btree ("role");--> statement-breakpoint
CREATE INDEX "comment_thing_type_thing_id_created_at_index" ON "comment" USING btree ("thing_type","thing_id","created_at");--> statement-breakpoint
CREATE INDEX "follow_thing_type_thing_id_index" ON "follow" USING btree ("thing_type","thing_id");--> statement-breakpoint
CREATE INDEX "inbox_item_account_id_read_at_id_index" ON "inbox_item" USING btree ("account_id","read_at","id");--> statement-breakpoint
CREATE INDEX "mail_created_at_index" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "one_use_link_account_id_index" ON "one_use_link" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_account_id_index" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "proposal_state_updated_at_index" ON "proposal" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "proposal_body_id_index" ON "proposal" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "proposal_meeting_id_index" ON "proposal" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "proposal_case_case_id_index" ON "proposal_case" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "proposal_gap_gap_id_index" ON "proposal_gap" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "decision_proposal" ON "decision" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "decision_meeting_id_index" ON "decision" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "decision_gap_id_index" ON "decision" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "decision_decided_at_index" ON "decision" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "effect_answer_account_id_index" ON "effect_answer" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "effect_review_gap_id_index" ON "effect_review" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "effect_review_state_due_on_index" ON "effect_review" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "measure_decision_id_index" ON "measure" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "measure_organisation_id_state_index" ON "measure" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "measure_contact_id_index" ON "measure" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "measure_state_due_on_index" ON "measure" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "progress_report_measure_id_created_at_index" ON "progress_report" USING btree ("measure_id","created_at");--> statement-breakpoint
CREATE INDEX "event_thing_type_thing_id_id_index" ON "event" USING btree ("thing_type","thing_id","id");--> statement-breakpoint
CREATE INDEX "event_actor_id_id_index" ON "event" USING btree ("actor_id","id");
CREATE TABLE "anonymity_setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_list" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"filed_by_id" uuid NOT NULL,
	"period" text NOT NULL,
	"filed_on" date NOT NULL,
	"cases" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_list_count" (
	"list_id" uuid NOT NULL,
	"field" text NOT NULL,
	"code" text NOT NULL,
	"cases" integer NOT NULL,
	CONSTRAINT "case_list_count_many" CHECK ("case_list_count"."cases" >= 2)
);
--> statement-breakpoint
CREATE TABLE "case_list_row" (
	"list_id" uuid NOT NULL,
	"place" text NOT NULL,
	"age_band" text NOT NULL,
	"origin" text NOT NULL,
	"residence_group" text NOT NULL,
	"household" text NOT NULL,
	"gender" text NOT NULL,
	"legal_domain" text NOT NULL,
	"phase" text NOT NULL,
	"cases" integer NOT NULL,
	CONSTRAINT "case_list_row_many" CHECK ("case_list_row"."cases" >= 2)
);
--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "dismissed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "passage_notes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "hints" integer;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "batch" integer;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "comparable" integer;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "warned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "recalled_from" text;--> statement-breakpoint
ALTER TABLE "case_analysis" ADD COLUMN "recall_reason" text;--> statement-breakpoint
ALTER TABLE "case_list" ADD CONSTRAINT "case_list_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_list" ADD CONSTRAINT "case_list_filed_by_id_account_id_fk" FOREIGN KEY ("filed_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_list_count" ADD CONSTRAINT "case_list_count_list_id_case_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."case_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_list_row" ADD CONSTRAINT "case_list_row_list_id_case_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."case_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_list_organisation_id_filed_on_index" ON "case_list" USING btree ("organisation_id","filed_on");--> statement-breakpoint
CREATE INDEX "case_list_count_list_id_index" ON "case_list_count" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "case_list_row_list_id_index" ON "case_list_row" USING btree ("list_id");--> statement-breakpoint
ALTER TABLE "case_analysis" ADD CONSTRAINT "reviewed" CHECK ("case_analysis"."state" in ('draft', 'in_review', 'returned', 'deleted') or "case_analysis"."reviewer_id" is not null);--> statement-breakpoint
ALTER TABLE "case_analysis" ADD CONSTRAINT "no_traces" CHECK ("case_analysis"."state" in ('draft', 'in_review', 'returned') or ("case_analysis"."dismissed" = '[]' and "case_analysis"."review_comment" = '' and "case_analysis"."passage_notes" = '[]' and "case_analysis"."hints" is null));--> statement-breakpoint
ALTER TABLE "case_analysis" ADD CONSTRAINT "deleted_is_empty" CHECK ("case_analysis"."state" <> 'deleted' or ("case_analysis"."title" || "case_analysis"."narrative" || "case_analysis"."helped" || "case_analysis"."suspected_gap" = '' and "case_analysis"."stations" = '[]' and "case_analysis"."attributes" <@ '{"legalDomains": [], "phases": []}'));--> statement-breakpoint
create or replace function refuse_frozen_change() returns trigger language plpgsql as $$ begin raise exception 'what is under review or released is frozen' using errcode = '42501'; end $$;
--> statement-breakpoint
-- Two people have seen this very text and its attributes; afterwards only a batch makes these coarser.
create trigger case_analysis_frozen before update on case_analysis for each row
when (old.state not in ('draft', 'returned') and new.state <> 'deleted' and ((old.title, old.stations, old.narrative, old.helped, old.suspected_gap) is distinct from (new.title, new.stations, new.narrative, new.helped, new.suspected_gap) or (old.attributes is distinct from new.attributes and (old.state = 'in_review' or current_setting('hub.coarser_case', true) is distinct from old.id::text))))
execute function refuse_frozen_change();

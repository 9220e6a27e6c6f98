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
ALTER TABLE "paper_build" ADD CONSTRAINT "paper_build_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_build" ADD CONSTRAINT "paper_build_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_build" ADD CONSTRAINT "paper_build_ordered_by_account_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_case" ADD CONSTRAINT "paper_case_paper_id_paper_build_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper_build"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_case" ADD CONSTRAINT "paper_case_case_id_case_analysis_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_analysis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_build_ordered_at_index" ON "paper_build" USING btree ("ordered_at");--> statement-breakpoint
CREATE INDEX "paper_build_meeting_id_index" ON "paper_build" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "paper_build_of_key" ON "paper_build" USING btree ("kind","key_on");--> statement-breakpoint
CREATE INDEX "paper_build_waiting" ON "paper_build" USING btree ("state") WHERE "paper_build"."state" in ('queued', 'building');--> statement-breakpoint
CREATE INDEX "paper_case_case_id_index" ON "paper_case" USING btree ("case_id");
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

CREATE TABLE "agreement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"handover" text NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"legal_domains" text[] DEFAULT '{}'::text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreement_number_unique" UNIQUE("number"),
	CONSTRAINT "agreement_term" CHECK ("agreement"."valid_until" is null or "agreement"."valid_until" >= "agreement"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "agreement_gap" (
	"agreement_id" uuid NOT NULL,
	"gap_id" uuid NOT NULL,
	CONSTRAINT "agreement_gap_agreement_id_gap_id_pk" PRIMARY KEY("agreement_id","gap_id")
);
--> statement-breakpoint
CREATE TABLE "agreement_party" (
	"agreement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "agreement_party_agreement_id_organisation_id_pk" PRIMARY KEY("agreement_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "intake_step" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"gap_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reopening_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"gap_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "reopening_request_refused" CHECK ("reopening_request"."state" <> 'refused' or length("reopening_request"."answer") > 0)
);
--> statement-breakpoint
CREATE TABLE "county_map" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"attribution" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"shapes" jsonb NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "county_map_one" CHECK ("county_map"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "situation_class" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tranche_id" uuid NOT NULL,
	"view" text NOT NULL,
	"region" text,
	"legal_domain" text,
	"gap_type" text,
	"phase" text,
	"organisation_id" uuid,
	"municipality" text,
	"contributions" integer NOT NULL,
	CONSTRAINT "situation_class_many" CHECK ("situation_class"."contributions" >= 3),
	CONSTRAINT "situation_class_view" CHECK (("situation_class"."view" = 'topic' and "situation_class"."municipality" is null) or ("situation_class"."view" = 'place' and "situation_class"."legal_domain" is null and "situation_class"."gap_type" is null and "situation_class"."phase" is null and "situation_class"."organisation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "situation_tranche" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"through_on" date NOT NULL,
	"contributions" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "situation_tranche_throughOn_unique" UNIQUE("through_on")
);
--> statement-breakpoint
DROP INDEX "service_gap_gap_type_index";--> statement-breakpoint
ALTER TABLE "gap_report" ADD COLUMN "dismissed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "gap_report" ADD COLUMN "split_from_id" uuid;--> statement-breakpoint
ALTER TABLE "gap_report" ADD COLUMN "text_before_split" text;--> statement-breakpoint
ALTER TABLE "gap_report" ADD COLUMN "step_id" uuid;--> statement-breakpoint
ALTER TABLE "service_gap" ADD COLUMN "state_before_deferral" text;--> statement-breakpoint
ALTER TABLE "service_gap" ADD COLUMN "state_before_solution" text;--> statement-breakpoint
ALTER TABLE "service_gap" ADD COLUMN "terms" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_gap" ADD CONSTRAINT "agreement_gap_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_gap" ADD CONSTRAINT "agreement_gap_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_step" ADD CONSTRAINT "intake_step_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_request" ADD CONSTRAINT "reopening_request_gap_id_service_gap_id_fk" FOREIGN KEY ("gap_id") REFERENCES "public"."service_gap"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_request" ADD CONSTRAINT "reopening_request_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_class" ADD CONSTRAINT "situation_class_tranche_id_situation_tranche_id_fk" FOREIGN KEY ("tranche_id") REFERENCES "public"."situation_tranche"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "situation_class" ADD CONSTRAINT "situation_class_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_valid_until_index" ON "agreement" USING btree ("valid_until");--> statement-breakpoint
CREATE INDEX "agreement_gap_gap_id_index" ON "agreement_gap" USING btree ("gap_id");--> statement-breakpoint
CREATE INDEX "agreement_party_organisation_id_index" ON "agreement_party" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "observation_gap_id_created_at_index" ON "observation" USING btree ("gap_id","created_at");--> statement-breakpoint
CREATE INDEX "observation_author_id_index" ON "observation" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "reopening_request_author_id_index" ON "reopening_request" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reopening_request_open" ON "reopening_request" USING btree ("gap_id","author_id") WHERE "reopening_request"."state" = 'open';--> statement-breakpoint
CREATE INDEX "situation_class_tranche_id_index" ON "situation_class" USING btree ("tranche_id");--> statement-breakpoint
ALTER TABLE "gap_report" ADD CONSTRAINT "gap_report_split_from_id_gap_report_id_fk" FOREIGN KEY ("split_from_id") REFERENCES "public"."gap_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gap_report_split_from_id_index" ON "gap_report" USING btree ("split_from_id");--> statement-breakpoint
CREATE INDEX "gap_report_step_id_index" ON "gap_report" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "service_gap_gap_type_number_index" ON "service_gap" USING btree ("gap_type","number");--> statement-breakpoint
CREATE INDEX "service_gap_deferred_until_index" ON "service_gap" USING btree ("deferred_until");--> statement-breakpoint
ALTER TABLE "service_gap" ADD CONSTRAINT "merged_into_another" CHECK (("service_gap"."state" = 'merged') = ("service_gap"."merged_into_id" is not null));--> statement-breakpoint
ALTER TABLE "service_gap" ADD CONSTRAINT "never_into_itself" CHECK ("service_gap"."merged_into_id" <> "service_gap"."id");
--> statement-breakpoint
-- What was published once is not protected twice: two versions of it could be compared.
create trigger situation_tranche_append_only before update or delete or truncate on situation_tranche for each statement execute function refuse_change();
--> statement-breakpoint
create trigger situation_class_append_only before update or delete or truncate on situation_class for each statement execute function refuse_change();
--> statement-breakpoint
-- Compared by words, parts of compounds and meanings; those of the title weigh more.
alter table service_gap add column likeness tsvector generated always as (setweight(to_tsvector('german'::regconfig, split_part(terms, E'\n', 1)), 'A') || setweight(to_tsvector('german'::regconfig, split_part(terms, E'\n', 2)), 'B')) stored;
--> statement-breakpoint
create index service_gap_likeness on service_gap using gin (likeness);
--> statement-breakpoint
create index service_gap_without_terms on service_gap (id) where terms = '';

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
ALTER TABLE "decision" ALTER COLUMN "meeting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mandate" ADD COLUMN "interim_due_on" date;--> statement-breakpoint
ALTER TABLE "mandate" ADD COLUMN "interim_reported_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "circulation_id" uuid;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "votes_yes" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "votes_no" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "votes_abstained" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "voters" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "present" integer;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "not_counted" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ADD COLUMN "by_consent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
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
CREATE UNIQUE INDEX "circulation_one_open" ON "circulation" USING btree ("proposal_id") WHERE "circulation"."state" = 'open';--> statement-breakpoint
CREATE INDEX "circulation_proposal_id_index" ON "circulation" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "circulation_state_until_on_index" ON "circulation" USING btree ("state","until_on");--> statement-breakpoint
CREATE INDEX "circulation_vote_account_id_index" ON "circulation_vote" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "committee_listing_meeting_id_index" ON "committee_listing" USING btree ("meeting_id");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_circulation_id_circulation_id_fk" FOREIGN KEY ("circulation_id") REFERENCES "public"."circulation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_circulationId_unique" UNIQUE("circulation_id");--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_interim" CHECK ("mandate"."interim_due_on" <= "mandate"."due_on");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_place" CHECK (("decision"."meeting_id" is null) <> ("decision"."circulation_id" is null));
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
ALTER TABLE "proposal" ADD COLUMN "return_part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "return_quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "return_due_on" date;--> statement-breakpoint
ALTER TABLE "proposal_version" ADD COLUMN "statements" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_version" ADD COLUMN "dissents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dissenting_vote" ADD CONSTRAINT "dissenting_vote_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissenting_vote" ADD CONSTRAINT "dissenting_vote_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dissenting_vote_account_id_index" ON "dissenting_vote" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "statement_proposal_id_index" ON "statement" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "statement_account_id_state_index" ON "statement" USING btree ("account_id","state");--> statement-breakpoint
CREATE INDEX "statement_due_on_index" ON "statement" USING btree ("due_on") WHERE "statement"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "proposal_return_due_on_index" ON "proposal" USING btree ("return_due_on");
--> statement-breakpoint
-- Submitted once: who asked, what was answered and to which text stays as it is.
create or replace function refuse_answered_change() returns trigger language plpgsql as $$ begin raise exception 'a statement is submitted once' using errcode = '42501'; end $$;
--> statement-breakpoint
create trigger statement_answered_final before update on statement for each row when (old.state = 'answered') execute function refuse_answered_change();
--> statement-breakpoint
create trigger statement_never_deleted before delete or truncate on statement for each statement execute function refuse_change();

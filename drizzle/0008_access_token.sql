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
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_account_id_created_at_index" ON "access_token" USING btree ("account_id","created_at");
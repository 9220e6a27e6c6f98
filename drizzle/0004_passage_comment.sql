CREATE TABLE "passage_comment" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"passage" text NOT NULL,
	"reply_to" uuid,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid
);
--> statement-breakpoint
ALTER TABLE "passage_comment" ADD CONSTRAINT "passage_comment_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_comment" ADD CONSTRAINT "passage_comment_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_comment" ADD CONSTRAINT "passage_comment_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_comment" ADD CONSTRAINT "passage_comment_reply_to_passage_comment_comment_id_fk" FOREIGN KEY ("reply_to") REFERENCES "public"."passage_comment"("comment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_comment" ADD CONSTRAINT "passage_comment_resolved_by_account_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passage_comment_meeting_id_index" ON "passage_comment" USING btree ("meeting_id");
CREATE TABLE "minutes_review" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"blocks" jsonb NOT NULL,
	"html" text NOT NULL,
	"hash" text NOT NULL,
	"circulated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "minutes_version" ALTER COLUMN "approved_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "minutes_of_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "task_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "order_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "approval_until" date;--> statement-breakpoint
ALTER TABLE "minutes_reply" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_version" ADD COLUMN "approved_way" text DEFAULT 'leader' NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_version" ADD COLUMN "approved_in_id" uuid;--> statement-breakpoint
ALTER TABLE "minutes_review" ADD CONSTRAINT "minutes_review_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_minutes_of_id_meeting_id_fk" FOREIGN KEY ("minutes_of_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_approved_in_id_meeting_id_fk" FOREIGN KEY ("approved_in_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_item_minutes_of_id_index" ON "agenda_item" USING btree ("minutes_of_id");--> statement-breakpoint
CREATE INDEX "agenda_item_task_id_index" ON "agenda_item" USING btree ("task_id");--> statement-breakpoint
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_approved" CHECK (("minutes_version"."approved_by" is not null or "minutes_version"."approved_way" in ('period', 'circulation')) and ("minutes_version"."approved_in_id" is null or "minutes_version"."approved_way" = 'meeting'));
--> statement-breakpoint
create trigger minutes_review_never_changed before update or truncate on minutes_review for each statement execute function refuse_change();
--> statement-breakpoint
update agenda_item i set proposal_id = p.id from proposal p
	where p.meeting_id = i.meeting_id and p.state = 'scheduled' and i.kind = 'decision' and i.state in ('scheduled', 'called')
	and exists (select from agenda_link l where l.item_id = i.id and l.thing_type = 'proposal' and l.thing_id = p.id);
--> statement-breakpoint
create or replace function refuse_version_change() returns trigger language plpgsql as $$ begin if tg_op = 'DELETE' and current_setting('hub.erased_meeting', true) = old.meeting_id::text then return old; end if; raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;
--> statement-breakpoint
drop trigger document_version_append_only on document_version;
--> statement-breakpoint
create trigger document_version_append_only before update or delete on document_version for each row execute function refuse_version_change();
--> statement-breakpoint
create trigger document_version_no_truncate before truncate on document_version for each statement execute function refuse_change();
--> statement-breakpoint
-- Personal data in earlier versions must be erasable; nothing else deletes them.
create or replace function erase_document_versions(erased uuid, occasions text[]) returns integer language plpgsql security definer set search_path from current as $$
declare gone integer;
begin
	perform set_config('hub.erased_meeting', erased::text, true);
	delete from document_version where meeting_id = erased and occasion = any(occasions);
	get diagnostics gone = row_count;
	perform set_config('hub.erased_meeting', '', true);
	return gone;
end $$;

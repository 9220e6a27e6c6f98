CREATE TABLE "live_node" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_room" (
	"room" text PRIMARY KEY NOT NULL,
	"sealed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "live_update" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"room" text NOT NULL,
	"data" "bytea" NOT NULL,
	"snapshot" boolean DEFAULT false NOT NULL,
	"replaces" bigint[],
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_writer" (
	"room" text NOT NULL,
	"client" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"session_hash" text NOT NULL,
	"instance" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "live_writer_room_client_pk" PRIMARY KEY("room","client")
);
--> statement-breakpoint
CREATE INDEX "live_update_room_id_index" ON "live_update" USING btree ("room","id");
--> statement-breakpoint
-- One row for each room. A sealed room's row is missing in the answer. Sealing waits for this lock, so that nothing is
-- taken between reading a document for its record and the commit that seals it. In plpgsql each statement sees what was
-- committed before it began, so that the insert sees a seal it has waited for.
create function live_append(rooms text[], datas text[]) returns table (row_room text, row_id bigint) language plpgsql as $$
begin
	perform pg_advisory_xact_lock_shared(hashtextextended(r, 7270)) from (select distinct unnest(rooms) as r order by 1) as locked;
	return query
		insert into live_update (room, data)
		select t.r, decode(t.d, 'hex') from unnest(rooms, datas) as t(r, d)
		where not exists (select from live_room l where l.room = t.r and l.sealed_at is not null)
		returning room, id;
end $$;

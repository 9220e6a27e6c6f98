-- What the tables cannot say: search columns, the append-only log, decided exactly once, immutable minutes.
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
create or replace function fold(t text) returns text language sql immutable parallel safe as $$ select replace(replace(replace(replace(lower(t), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') $$;
--> statement-breakpoint
alter table service_gap add column search tsvector generated always as (setweight(to_tsvector('german'::regconfig, title || ' ' || number), 'A') || setweight(to_tsvector('german'::regconfig, description), 'B')) stored;
--> statement-breakpoint
create index service_gap_search on service_gap using gin (search);
--> statement-breakpoint
create index service_gap_title_trgm on service_gap using gin (fold(title) gin_trgm_ops);
--> statement-breakpoint
create index service_gap_title_order on service_gap (fold(title), number);
--> statement-breakpoint
alter table proposal add column search tsvector generated always as (setweight(to_tsvector('german'::regconfig, title || ' ' || number), 'A') || setweight(jsonb_to_tsvector('german'::regconfig, outline, '["string"]'), 'B')) stored;
--> statement-breakpoint
create index proposal_search on proposal using gin (search);
--> statement-breakpoint
create index proposal_title_trgm on proposal using gin (fold(title) gin_trgm_ops);
--> statement-breakpoint
alter table decision add column search tsvector generated always as (to_tsvector('german'::regconfig, number || ' ' || wording)) stored;
--> statement-breakpoint
create index decision_search on decision using gin (search);
--> statement-breakpoint
alter table meeting add column search tsvector generated always as (to_tsvector('german'::regconfig, title || ' ' || place)) stored;
--> statement-breakpoint
create index meeting_search on meeting using gin (search);
--> statement-breakpoint
alter table case_analysis add column search tsvector generated always as (setweight(to_tsvector('german'::regconfig, title), 'A') || setweight(to_tsvector('german'::regconfig, narrative || ' ' || helped || ' ' || suspected_gap), 'B')) stored;
--> statement-breakpoint
create index case_analysis_search on case_analysis using gin (search);
--> statement-breakpoint
alter table measure add column search tsvector generated always as (to_tsvector('german'::regconfig, number || ' ' || title)) stored;
--> statement-breakpoint
create index measure_search on measure using gin (search);
--> statement-breakpoint
create unique index decision_final on decision (proposal_id) where gate = 2 and result not in ('postponed', 'referred');
--> statement-breakpoint
create index event_tell_open on event_tell (event_id) where handed_on_at is null;
--> statement-breakpoint
create or replace function refuse_change() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;
--> statement-breakpoint
create trigger event_append_only before update or delete or truncate on event for each statement execute function refuse_change();
--> statement-breakpoint
create trigger minutes_version_append_only before update or delete or truncate on minutes_version for each statement execute function refuse_change();
--> statement-breakpoint
create trigger decision_append_only before update or delete or truncate on decision for each statement execute function refuse_change();
--> statement-breakpoint
create trigger proposal_version_append_only before update or delete or truncate on proposal_version for each statement execute function refuse_change();
--> statement-breakpoint
create index meeting_title_trgm on meeting using gin (fold(title) gin_trgm_ops);
--> statement-breakpoint
create index measure_title_trgm on measure using gin (fold(title) gin_trgm_ops);
--> statement-breakpoint
create index decision_wording_trgm on decision using gin (fold(wording) gin_trgm_ops);
--> statement-breakpoint
create index case_analysis_title_trgm on case_analysis using gin (fold(title) gin_trgm_ops);
--> statement-breakpoint
alter table meeting drop column search;
--> statement-breakpoint
alter table meeting add column search tsvector generated always as (setweight(to_tsvector('german'::regconfig, title || ' ' || place), 'A') || setweight(to_tsvector('german'::regconfig, minutes), 'B')) stored;
--> statement-breakpoint
create index meeting_search on meeting using gin (search);
--> statement-breakpoint
create trigger document_version_append_only before update or delete or truncate on document_version for each statement execute function refuse_change();
--> statement-breakpoint
create trigger group_decision_append_only before update or delete or truncate on group_decision for each statement execute function refuse_change();
--> statement-breakpoint
create trigger minutes_review_never_changed before update or truncate on minutes_review for each statement execute function refuse_change();
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
--> statement-breakpoint
create or replace function refuse_frozen_change() returns trigger language plpgsql as $$ begin raise exception 'what is under review or released is frozen' using errcode = '42501'; end $$;
--> statement-breakpoint
-- Two people have seen this very text and its attributes; afterwards only a batch makes these coarser.
create trigger case_analysis_frozen before update on case_analysis for each row
when (old.state not in ('draft', 'returned') and new.state <> 'deleted' and ((old.title, old.stations, old.narrative, old.helped, old.suspected_gap) is distinct from (new.title, new.stations, new.narrative, new.helped, new.suspected_gap) or (old.attributes is distinct from new.attributes and (old.state = 'in_review' or current_setting('hub.coarser_case', true) is distinct from old.id::text))))
execute function refuse_frozen_change();
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

--> statement-breakpoint
-- A letter that was sent is what was sent.
create trigger escalation_letter_frozen before update on escalation for each row
when (old.state <> 'drafted' and (old.addressee, old.subject, old.reason, old.request, old.sent_on) is distinct from (new.addressee, new.subject, new.reason, new.request, new.sent_on))
execute function refuse_frozen_change();
--> statement-breakpoint
create trigger control_note_append_only before update or delete or truncate on control_note for each statement execute function refuse_change();
--> statement-breakpoint
-- A result sheet leaves the house by two people who did not write it, and both have seen the same text.
create or replace function guard_result_release() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' then
		if exists (select from result_sheet s where s.id = old.sheet_id and s.state in ('released', 'withdrawn')) then
			raise exception 'what was released stays on record' using errcode = '42501';
		end if;
		return old;
	end if;
	if not exists (select from result_sheet s where s.id = new.sheet_id and s.state = 'in_review' and s.author_id <> new.account_id) then
		raise exception 'a result sheet under review is released by others than its author' using errcode = '42501';
	end if;
	return new;
end $$;
--> statement-breakpoint
create trigger result_release_by_others before insert or delete on result_release for each row execute function guard_result_release();
--> statement-breakpoint
create trigger result_release_unchanged before update or truncate on result_release for each statement execute function refuse_change();
--> statement-breakpoint
create or replace function guard_result_sheet() returns trigger language plpgsql as $$
begin
	if tg_op = 'INSERT' then
		if new.state <> 'draft' then raise exception 'a result sheet begins as a draft' using errcode = '42501'; end if;
		return new;
	end if;
	if old.author_id <> new.author_id or (old.state <> 'draft' and (old.title, old.background, old.decided, old.changes, old.audience, old.contact)
		is distinct from (new.title, new.background, new.decided, new.changes, new.audience, new.contact)) then
		raise exception 'what is under review or released is frozen' using errcode = '42501';
	end if;
	if old.state <> new.state and new.state = 'released' and (old.state <> 'in_review' or (select count(*) <> 2 or count(distinct r.text_hash) <> 1
		from result_release r where r.sheet_id = new.id)) then
		raise exception 'a result sheet is released by two' using errcode = '42501';
	end if;
	return new;
end $$;
--> statement-breakpoint
create trigger result_sheet_two_people before insert or update on result_sheet for each row execute function guard_result_sheet();
--> statement-breakpoint
-- Submitted once: who asked, what was answered and to which text stays as it is.
create or replace function refuse_answered_change() returns trigger language plpgsql as $$ begin raise exception 'a statement is submitted once' using errcode = '42501'; end $$;
--> statement-breakpoint
create trigger statement_answered_final before update on statement for each row when (old.state = 'answered') execute function refuse_answered_change();
--> statement-breakpoint
create trigger statement_never_deleted before delete or truncate on statement for each statement execute function refuse_change();
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

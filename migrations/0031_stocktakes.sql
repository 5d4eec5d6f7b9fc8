-- Stocktakes: what should be there, what was counted, and what is done about the differences.
create table stocktake (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'counting', 'settling', 'in-approval', 'done', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  places uuid[] not null,
  departments uuid[] not null,
  categories uuid[] not null,
  mode text not null check (mode in ('guided', 'blind')),
  planned_on date not null,
  due_on date,
  leader uuid not null,
  counters uuid[] not null,
  approver uuid,
  note text,
  expected double precision,
  frozen_digest text,
  started_at timestamptz,
  finished_at timestamptz,
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  figures jsonb,
  report_digest text,
  return_reason text,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table stocktake_difference (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'decided', 'done', 'not-done', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  label text not null,
  stocktake uuid not null,
  leader uuid not null,
  kind text not null check (kind in ('wrong-place', 'wrong-holder', 'missing', 'surplus', 'twice')),
  asset uuid,
  tag text not null,
  expected_place uuid,
  expected_holder uuid,
  expected_state text,
  found_place uuid,
  found_holder uuid,
  count uuid,
  counts double precision not null,
  moved boolean not null,
  proposal text check (proposal in ('correct', 'lose', 'register', 'leave')),
  decision text check (decision in ('correct', 'lose', 'register', 'leave')),
  reason text,
  new_name text,
  new_category uuid,
  why_not text,
  why_not_en text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table stocktake_count (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('kept')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  stocktake uuid not null,
  key text not null,
  tag text not null,
  place uuid,
  holder uuid,
  note text,
  counted_at timestamptz not null,
  device text,
  counter uuid not null,
  asset uuid,
  follows uuid,
  journal_n int not null,
  journal_head bytea not null
);
create trigger stocktake_count_append_only before delete or update on stocktake_count for each row execute function forbid_change();
create trigger stocktake_count_no_truncate before truncate on stocktake_count execute function forbid_change();
revoke update, delete, truncate on stocktake_count from touchstone_app;
alter table stocktake add constraint stocktake_leader_link
  foreign key (leader) references person deferrable initially deferred;
alter table stocktake add constraint stocktake_approver_link
  foreign key (approver) references person deferrable initially deferred;
alter table stocktake add constraint stocktake_submitted_by_link
  foreign key (submitted_by) references person deferrable initially deferred;
alter table stocktake add constraint stocktake_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_stocktake_link
  foreign key (stocktake) references stocktake deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_leader_link
  foreign key (leader) references person deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_expected_place_link
  foreign key (expected_place) references location deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_expected_holder_link
  foreign key (expected_holder) references person deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_found_place_link
  foreign key (found_place) references location deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_found_holder_link
  foreign key (found_holder) references person deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_count_link
  foreign key (count) references stocktake_count deferrable initially deferred;
alter table stocktake_difference add constraint stocktake_difference_new_category_link
  foreign key (new_category) references asset_category deferrable initially deferred;
alter table stocktake_count add constraint stocktake_count_stocktake_link
  foreign key (stocktake) references stocktake deferrable initially deferred;
alter table stocktake_count add constraint stocktake_count_place_link
  foreign key (place) references location deferrable initially deferred;
alter table stocktake_count add constraint stocktake_count_holder_link
  foreign key (holder) references person deferrable initially deferred;
alter table stocktake_count add constraint stocktake_count_counter_link
  foreign key (counter) references person deferrable initially deferred;
alter table stocktake_count add constraint stocktake_count_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table stocktake_count add constraint stocktake_count_follows_link
  foreign key (follows) references stocktake_count deferrable initially deferred;
create index stocktake_by_state on stocktake (state, id desc) include (mode);
create index stocktake_by_created_by on stocktake (created_by, id desc) include (state, mode);
create index stocktake_custom on stocktake using gin (custom jsonb_path_ops) where custom <> '{}';
create index stocktake_by_places on stocktake using gin (places);
create index stocktake_by_departments on stocktake using gin (departments);
create index stocktake_by_categories on stocktake using gin (categories);
create index stocktake_by_mode on stocktake (mode, id desc) include (state);
create index stocktake_by_planned_on on stocktake (planned_on, id desc) include (state, mode);
create index stocktake_planned_on_sort on stocktake (planned_on, id);
create index stocktake_by_due_on on stocktake (due_on, id desc) include (state, mode);
create index stocktake_due_on_sort on stocktake (due_on, id);
create index stocktake_by_leader on stocktake (leader, id desc) include (state, mode);
create index stocktake_by_counters on stocktake using gin (counters);
create index stocktake_by_approver on stocktake (approver, id desc) include (state, mode);
create index stocktake_started_at_sort on stocktake (started_at, id);
create index stocktake_difference_by_state on stocktake_difference (state, id desc) include (kind, moved, proposal, decision);
create index stocktake_difference_by_created_by on stocktake_difference (created_by, id desc) include (state, kind, moved, proposal, decision);
create index stocktake_difference_custom on stocktake_difference using gin (custom jsonb_path_ops) where custom <> '{}';
create index stocktake_difference_by_stocktake on stocktake_difference (stocktake, id desc) include (state, kind, moved, proposal, decision);
create index stocktake_difference_by_kind on stocktake_difference (kind, id desc) include (state, moved, proposal, decision);
create index stocktake_difference_by_asset on stocktake_difference (asset, id desc) include (state, kind, moved, proposal, decision);
create index stocktake_difference_tag_sort on stocktake_difference (tag, id);
create index stocktake_difference_by_expected_place on stocktake_difference (expected_place, id desc) include (state, kind, moved, proposal, decision);
create index stocktake_difference_by_found_place on stocktake_difference (found_place, id desc) include (state, kind, moved, proposal, decision);
create index stocktake_difference_by_moved on stocktake_difference (moved, id desc) include (state, kind, proposal, decision);
create index stocktake_difference_by_proposal on stocktake_difference (proposal, id desc) include (state, kind, moved, decision);
create index stocktake_difference_by_decision on stocktake_difference (decision, id desc) include (state, kind, moved, proposal);
create index stocktake_count_by_state on stocktake_count (state, id desc);
create index stocktake_count_by_created_by on stocktake_count (created_by, id desc) include (state);
create index stocktake_count_by_stocktake on stocktake_count (stocktake, id desc) include (state);
create unique index stocktake_count_key_unique on stocktake_count (key);
create index stocktake_count_by_place on stocktake_count (place, id desc) include (state);
create index stocktake_count_by_holder on stocktake_count (holder, id desc) include (state);
create index stocktake_count_counted_at_sort on stocktake_count (counted_at, id);
create index stocktake_count_by_counter on stocktake_count (counter, id desc) include (state);
create index stocktake_count_by_asset on stocktake_count (asset, id desc) include (state);
create index stocktake_count_by_follows on stocktake_count (follows, id desc) include (state);
alter table stocktake add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column stocktake.search is 'title';
create index stocktake_search on stocktake using gin (search) with (gin_pending_list_limit = 64);
alter table stocktake_difference add column search tsvector generated always as (search_terms(coalesce("label", ''), 'A') || search_terms(coalesce("tag", ''), 'B')) stored;
comment on column stocktake_difference.search is 'label; tag';
create index stocktake_difference_search on stocktake_difference using gin (search) with (gin_pending_list_limit = 64);
alter table stocktake_count add column search tsvector generated always as (search_terms(coalesce("key", '') || ' ' || coalesce("tag", ''), 'A')) stored;
comment on column stocktake_count.search is 'key tag';
create index stocktake_count_search on stocktake_count using gin (search) with (gin_pending_list_limit = 64);

-- Whoever approves has neither counted nor submitted it.
alter table stocktake add constraint stocktake_approved_by_another
  check (approved_by is null or (approved_by <> all (counters) and approved_by is distinct from submitted_by));

-- What should be there, as frozen. Only whether a line was counted is written afterwards.
create table stocktake_line (
  stocktake uuid not null references stocktake,
  asset uuid not null references asset,
  tag text collate "C" not null,
  name text not null,
  state text not null,
  category uuid not null,
  department uuid,
  location uuid,
  custodian uuid,
  counted boolean not null default false,
  primary key (stocktake, asset)
);
create unique index stocktake_line_tag on stocktake_line (stocktake, tag);
create index stocktake_line_left on stocktake_line (stocktake, location) where not counted;
create function stocktake_line_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or row(new.stocktake, new.asset, new.tag, new.name, new.state, new.category, new.department, new.location, new.custodian)
    is distinct from row(old.stocktake, old.asset, old.tag, old.name, old.state, old.category, old.department, old.location, old.custodian) then
    raise exception 'what a stocktake expects is frozen' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stocktake_line_stands before delete or update on stocktake_line for each row execute function stocktake_line_stands();
revoke update, delete, truncate on stocktake_line from touchstone_app;
grant update (counted) on stocktake_line to touchstone_app;

-- How far a stocktake is, kept as it is counted, so that a look costs no count of all its lines.
create table stocktake_tally (
  stocktake uuid not null references stocktake,
  "of" text not null check ("of" in ('place', 'counter')),
  key uuid not null,
  expected int not null,
  counted int not null,
  first_at timestamptz,
  last_at timestamptz,
  primary key (stocktake, "of", key)
);

-- The counts of one asset, and of a tag that nobody knows.
create index stocktake_count_of on stocktake_count (stocktake, asset);
create index stocktake_count_unknown on stocktake_count (stocktake, tag) where asset is null;
create index stocktake_count_received on stocktake_count (stocktake, created_at);
create index stocktake_count_again on stocktake_count (stocktake, id) where follows is not null;

-- One open word on each difference.
create unique index stocktake_difference_once on stocktake_difference (stocktake, kind, coalesce(asset::text, tag))
  where state in ('open', 'decided');
-- What is not done yet, for the calendar's overdue ones.
create index stocktake_unfinished on stocktake (due_on) where state in ('planned', 'counting', 'settling', 'in-approval');

-- These places with all that lies in them.
create function places_within(roots uuid[]) returns table (id uuid) language sql stable as $$
  with recursive inside as (
    select l.id from location l where l.id = any(roots)
    union
    select l.id from location l join inside on l.parent = inside.id
  )
  select inside.id from inside
$$;

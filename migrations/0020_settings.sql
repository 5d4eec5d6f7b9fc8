-- What a firm has set of its house: a row for each setting, from its first change on.
create table house_setting (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('set')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  key text not null,
  value text not null,
  reason text not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create index house_setting_by_state on house_setting (state, id desc);
create index house_setting_by_created_by on house_setting (created_by, id desc) include (state);
create index house_setting_custom on house_setting using gin (custom jsonb_path_ops) where custom <> '{}';
create index house_setting_key_sort on house_setting (key, id);
create unique index house_setting_key_unique on house_setting (key);
alter table house_setting add column search tsvector generated always as (search_terms(coalesce("key", ''), 'A')) stored;
comment on column house_setting.search is 'key';
create index house_setting_search on house_setting using gin (search) with (fastupdate = off);

-- What was let go because its period was over: how many rows of what, until when.
create table removal (
  id bigint generated always as identity primary key,
  kind text not null,
  at timestamptz not null,
  until timestamptz not null,
  rows bigint not null
);
create index removal_kind on removal (kind, id desc);
revoke update, delete, truncate on removal from touchstone_app;

-- Whole partitions that end before an instant are dropped; answers how many rows went with them. The app asks for it and cannot
-- drop anything by itself, and only a table whose owner has said so is taken at all: the journal never is.
create function drop_partitions(parent regclass, before timestamptz) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  part regclass;
  held bigint;
  gone bigint := 0;
begin
  if obj_description(parent, 'pg_class') is distinct from 'dropped by partition' then
    raise exception '% is kept', parent using errcode = 'insufficient_privilege';
  end if;
  set local lock_timeout = '5s';
  for part in select inhrelid from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = parent
    and substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)')::timestamptz <= before
  loop
    execute format('select count(*) from %s', part) into held;
    execute format('drop table %s', part);
    gone := gone + held;
  end loop;
  return gone;
end $$;
comment on table probe_result is 'dropped by partition';
drop function drop_probe_result_days(date);
delete from setting where key = 'probe-result-days';

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

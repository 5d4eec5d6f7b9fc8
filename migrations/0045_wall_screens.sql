-- Wall screens: each shows how things stand at a secret address of its own.
create table wall_screen (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'revoked')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  place text,
  lang text not null check (lang in ('zh', 'en')),
  seconds double precision not null,
  secret_set boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create index wall_screen_by_state on wall_screen (state, id desc);
create index wall_screen_by_created_by on wall_screen (created_by, id desc) include (state);
create index wall_screen_custom on wall_screen using gin (custom jsonb_path_ops) where custom <> '{}';
alter table wall_screen add column search tsvector
  generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("place", ''), 'B')) stored;
comment on column wall_screen.search is 'name; place';
create index wall_screen_search on wall_screen using gin (search) with (gin_pending_list_limit = 64);
-- An address is looked up by its digest with each reading of what it leads to.
create index secret_by_value on secret using hash (value);

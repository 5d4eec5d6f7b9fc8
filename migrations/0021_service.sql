-- What IT does for those who use it.
create table service (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'offered', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  description text,
  owner uuid not null,
  team uuid not null,
  users uuid[] not null,
  hours uuid,
  components uuid[] not null,
  affects_trading boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table service add constraint service_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table service add constraint service_team_link
  foreign key (team) references team deferrable initially deferred;
alter table service add constraint service_hours_link
  foreign key (hours) references working_calendar deferrable initially deferred;
create index service_by_state on service (state, id desc) include (affects_trading);
create index service_by_created_by on service (created_by, id desc) include (state, affects_trading);
create index service_custom on service using gin (custom jsonb_path_ops) where custom <> '{}';
create index service_code_sort on service (code, id);
create unique index service_code_unique on service (code);
create index service_name_sort on service (name, id);
create index service_by_owner on service (owner, id desc) include (state, affects_trading);
create index service_by_team on service (team, id desc) include (state, affects_trading);
create index service_by_hours on service (hours, id desc) include (state, affects_trading);
create index service_by_affects_trading on service (affects_trading, id desc) include (state);
alter table service add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A')) stored;
comment on column service.search is 'code name';
create index service_search on service using gin (search) with (fastupdate = off);

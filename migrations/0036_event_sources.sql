-- Event sources: monitoring outside, what it sent, and how the events stand of which it tells.
create table event_source (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'paused')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  settings jsonb not null,
  kind text check (kind in ('alertmanager', 'json', 'zabbix', 'syslog')),
  component_from text,
  component uuid,
  severities jsonb not null,
  secret_set boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table event_source add constraint event_source_component_link
  foreign key (component) references component deferrable initially deferred;
alter table event add column source uuid;
alter table event add constraint event_source_link
  foreign key (source) references event_source deferrable initially deferred;
create index event_by_source on event (source, id desc) include (state, "to");
create index event_source_by_state on event_source (state, id desc) include (kind);
create index event_source_by_created_by on event_source (created_by, id desc) include (state, kind);
create index event_source_custom on event_source using gin (custom jsonb_path_ops) where custom <> '{}';
create index event_source_name_sort on event_source (name, id);
create index event_source_by_kind on event_source (kind, id desc) include (state);
create index event_source_by_component on event_source (component, id desc) include (state, kind);
alter table event_source add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column event_source.search is 'name';
create index event_source_search on event_source using gin (search) with (gin_pending_list_limit = 64);

-- Counted beside the record: what comes in is no change of it.
create table event_source_traffic (
  source uuid primary key references event_source on delete cascade,
  last_at timestamptz not null,
  accepted int not null,
  refused int not null
);

create table event_delivery (
  id uuid primary key,
  source uuid not null references event_source on delete cascade,
  at timestamptz not null,
  accepted boolean not null,
  raised int not null,
  resolved int not null,
  known int not null,
  reasons jsonb not null,
  body text not null
);
create index event_delivery_of on event_delivery (source, at desc, id desc);
create index event_delivery_old on event_delivery (at);

-- The last time that each event stood: what is said again, late or in another order raises no second alarm.
create table event_occurrence (
  source uuid not null references event_source on delete cascade,
  key text collate "C" not null,
  start text collate "C" not null,
  severity text not null check (severity in ('critical', 'warning')),
  last_at timestamptz not null,
  ended_at timestamptz,
  primary key (source, key)
);
create index event_occurrence_old on event_occurrence (last_at);

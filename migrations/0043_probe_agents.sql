-- Probe agents: who they are, what is heard of them, and which probes they run.
create table probe_agent (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('awaited', 'joined', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  location uuid,
  reference_targets text,
  presence text not null check (presence in ('never', 'present', 'cut-off', 'missing')),
  presence_since timestamptz,
  invited_until timestamptz,
  secret_set boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table probe_agent add constraint probe_agent_location_link
  foreign key (location) references location deferrable initially deferred;
alter table probe add column agent uuid;
alter table probe add constraint probe_agent_link
  foreign key (agent) references probe_agent deferrable initially deferred;
create index probe_by_agent on probe (agent, id desc) include (state, kind);
create index probe_agent_by_state on probe_agent (state, id desc) include (presence);
create index probe_agent_by_created_by on probe_agent (created_by, id desc) include (state, presence);
create index probe_agent_custom on probe_agent using gin (custom jsonb_path_ops) where custom <> '{}';
create index probe_agent_name_sort on probe_agent (name, id);
create unique index probe_agent_name_unique on probe_agent (name);
create index probe_agent_by_location on probe_agent (location, id desc) include (state, presence);
create index probe_agent_by_presence on probe_agent (presence, id desc) include (state);
alter table probe_agent add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column probe_agent.search is 'name';
create index probe_agent_search on probe_agent using gin (search) with (gin_pending_list_limit = 64);

-- What is heard of an agent every two seconds: too often for its record.
create table probe_agent_stand (
  agent uuid primary key references probe_agent on delete cascade,
  seen_at timestamptz not null,
  host text not null,
  version text not null,
  waiting int not null,
  lost bigint not null,
  taken bigint not null,
  late bigint not null
) with (fillfactor = 70);

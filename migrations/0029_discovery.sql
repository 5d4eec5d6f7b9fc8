-- Software, what is installed where, machines as they are found, and in what they differ from the register.
create table software (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('seen', 'allowed', 'forbidden')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  publisher text,
  category text not null check (category in ('operating-system', 'database', 'middleware', 'trading', 'security', 'office', 'development', 'tool', 'library', 'other')),
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table installation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('present', 'gone')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  asset uuid not null,
  software uuid not null,
  release text,
  reported_as text not null,
  purl text,
  source text not null check (source in ('agent', 'cyclonedx', 'hand')),
  first_seen timestamptz,
  last_seen timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table discovery (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('unknown', 'matched', 'ignored', 'vanished')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  source text not null check (source in ('agent', 'snmp')),
  kind text not null check (kind in ('server', 'virtual', 'desktop', 'laptop', 'network', 'other')),
  asset uuid,
  hostname text,
  serial text,
  uuid text,
  macs jsonb not null,
  addresses jsonb not null,
  maker text,
  model text,
  facts jsonb not null,
  seen_on date not null,
  reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table discovery_difference (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'accepted', 'dismissed', 'settled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  machine text not null,
  discovery uuid not null,
  kind text not null check (kind in ('new', 'changed', 'vanished')),
  field text,
  registered text,
  found text,
  asset uuid,
  category uuid,
  tag text,
  outcome text check (outcome in ('in-stock', 'retired', 'lost')),
  reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table snmp_target (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  host text not null,
  port double precision not null,
  protocol text not null check (protocol in ('v2c', 'v3')),
  "user" text,
  auth text not null check (auth in ('none', 'md5', 'sha', 'sha256', 'sha512')),
  priv text not null check (priv in ('none', 'des', 'aes', 'aes256')),
  every text not null check (every in ('hour', 'day', 'week')),
  secret_set boolean not null,
  trouble text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table installation add constraint installation_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table installation add constraint installation_software_link
  foreign key (software) references software deferrable initially deferred;
alter table discovery add constraint discovery_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table discovery_difference add constraint discovery_difference_discovery_link
  foreign key (discovery) references discovery deferrable initially deferred;
alter table discovery_difference add constraint discovery_difference_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table discovery_difference add constraint discovery_difference_category_link
  foreign key (category) references asset_category deferrable initially deferred;
create index software_by_state on software (state, id desc) include (category);
create index software_by_created_by on software (created_by, id desc) include (state, category);
create index software_custom on software using gin (custom jsonb_path_ops) where custom <> '{}';
create index software_name_sort on software (name, id);
create unique index software_name_unique on software (name);
create index software_by_publisher on software (publisher, id desc) include (state, category);
create index software_publisher_sort on software (publisher, id);
create index software_by_category on software (category, id desc) include (state);
create index installation_by_state on installation (state, id desc) include (source);
create index installation_by_created_by on installation (created_by, id desc) include (state, source);
create index installation_custom on installation using gin (custom jsonb_path_ops) where custom <> '{}';
create index installation_by_asset on installation (asset, id desc) include (state, source);
create index installation_by_software on installation (software, id desc) include (state, source);
create index installation_by_release on installation (release, id desc) include (state, source);
create index installation_by_purl on installation (purl, id desc) include (state, source);
create index installation_by_source on installation (source, id desc) include (state);
create index installation_first_seen_sort on installation (first_seen, id);
create index discovery_by_state on discovery (state, id desc) include (source, kind);
create index discovery_by_created_by on discovery (created_by, id desc) include (state, source, kind);
create index discovery_custom on discovery using gin (custom jsonb_path_ops) where custom <> '{}';
create index discovery_name_sort on discovery (name, id);
create index discovery_by_source on discovery (source, id desc) include (state, kind);
create index discovery_by_kind on discovery (kind, id desc) include (state, source);
create index discovery_by_asset on discovery (asset, id desc) include (state, source, kind);
create index discovery_by_hostname on discovery (hostname, id desc) include (state, source, kind);
create index discovery_by_serial on discovery (serial, id desc) include (state, source, kind);
create index discovery_by_uuid on discovery (uuid, id desc) include (state, source, kind);
create index discovery_by_seen_on on discovery (seen_on, id desc) include (state, source, kind);
create index discovery_seen_on_sort on discovery (seen_on, id);
create index discovery_difference_by_state on discovery_difference (state, id desc) include (kind);
create index discovery_difference_by_created_by on discovery_difference (created_by, id desc) include (state, kind);
create index discovery_difference_custom on discovery_difference using gin (custom jsonb_path_ops) where custom <> '{}';
create index discovery_difference_machine_sort on discovery_difference (machine, id);
create index discovery_difference_by_discovery on discovery_difference (discovery, id desc) include (state, kind);
create index discovery_difference_by_kind on discovery_difference (kind, id desc) include (state);
create index discovery_difference_by_field on discovery_difference (field, id desc) include (state, kind);
create index discovery_difference_by_asset on discovery_difference (asset, id desc) include (state, kind);
create index snmp_target_by_state on snmp_target (state, id desc);
create index snmp_target_by_created_by on snmp_target (created_by, id desc) include (state);
create index snmp_target_custom on snmp_target using gin (custom jsonb_path_ops) where custom <> '{}';
create index snmp_target_name_sort on snmp_target (name, id);
create index snmp_target_by_host on snmp_target (host, id desc) include (state);
alter table software add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("publisher", ''), 'B')) stored;
comment on column software.search is 'name; publisher';
create index software_search on software using gin (search) with (gin_pending_list_limit = 64);
alter table installation add column search tsvector generated always as (search_terms(coalesce("reported_as", ''), 'A')) stored;
comment on column installation.search is 'reportedAs';
create index installation_search on installation using gin (search) with (gin_pending_list_limit = 64);
alter table discovery add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("hostname", '') || ' ' || coalesce("serial", '') || ' ' || coalesce("model", ''), 'B')) stored;
comment on column discovery.search is 'name; hostname serial model';
create index discovery_search on discovery using gin (search) with (gin_pending_list_limit = 64);
alter table discovery_difference add column search tsvector generated always as (search_terms(coalesce("machine", ''), 'A')) stored;
comment on column discovery_difference.search is 'machine';
create index discovery_difference_search on discovery_difference using gin (search) with (gin_pending_list_limit = 64);
alter table snmp_target add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("host", ''), 'B')) stored;
comment on column snmp_target.search is 'name; host';
create index snmp_target_search on snmp_target using gin (search) with (gin_pending_list_limit = 64);

-- A product has one name, and is installed on an asset once in each release.
create unique index installation_once on installation (asset, software, coalesce(release, ''));
-- One asset is one machine.
create unique index discovery_once on discovery (asset) where state in ('matched', 'vanished');
create index discovery_macs on discovery using gin (macs jsonb_ops);
create index discovery_difference_waiting on discovery_difference (discovery, kind, id) where state = 'open';
-- What waits for a decision is about one thing once.
create unique index discovery_difference_once on discovery_difference (discovery, kind, coalesce(field, ''))
  where state = 'open';

-- What was reported, as it came: kept before it is acknowledged, taken soon after. The same report is kept once.
create table discovery_report (
  id uuid primary key,
  digest bytea not null unique,
  received_at timestamptz not null,
  person uuid references person,
  at timestamptz not null,
  body jsonb not null,
  taken_at timestamptz,
  outcome text check (outcome in ('taken', 'older', 'failed')),
  discovery uuid references discovery,
  note text,
  check ((taken_at is null) = (outcome is null))
);
create index discovery_report_waiting on discovery_report (received_at, id) where taken_at is null;
create index discovery_report_of on discovery_report (discovery, at desc);
create index discovery_report_old on discovery_report (received_at);

-- How busy assets were, percent.
create table asset_load (
  asset uuid not null references asset,
  at timestamptz not null,
  cpu real check (cpu between 0 and 100),
  memory real check (memory between 0 and 100),
  disk real check (disk between 0 and 100),
  primary key (asset, at)
);
create index asset_load_old on asset_load (at);

create table snmp_asked (
  target uuid primary key references snmp_target,
  at timestamptz not null
);


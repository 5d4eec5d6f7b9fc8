-- Vulnerabilities, the scans that see them, and findings that have no place yet.
create table vulnerability (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'in-progress', 'fixed', 'closed', 'accepted', 'not-affected')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  ref text not null,
  title text not null,
  severity text not null check (severity in ('critical', 'high', 'medium', 'low')),
  score double precision,
  component uuid,
  asset uuid,
  product text,
  version_found text,
  fixed_version text,
  owner uuid,
  key text,
  severity_found text check (severity_found in ('critical', 'high', 'medium', 'low')),
  first_seen timestamptz,
  found_at timestamptz,
  last_seen timestamptz,
  fix_by timestamptz,
  scanner text,
  found_by uuid,
  last_scan uuid,
  fix_note text,
  fixed_by uuid,
  fixed_at timestamptz,
  retest_note text,
  retested_by uuid,
  absent_in uuid,
  closed_at timestamptz,
  acceptance uuid,
  accepted_until timestamptz,
  justification text,
  vex_note text,
  reopened double precision not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table scan (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('matching', 'settled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  scanner text not null,
  format text not null check (format in ('csv', 'cyclonedx', 'trivy')),
  complete boolean not null,
  components uuid[] not null,
  assets uuid[] not null,
  scanned_at timestamptz not null,
  file_name text,
  brought_by uuid,
  digest text not null,
  findings double precision not null,
  opened double precision not null,
  seen double precision not null,
  came_back double precision not null,
  closed double precision not null,
  exempted double precision not null,
  aside double precision not null,
  unmatched double precision not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table scan_line (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'matched', 'dismissed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  scan uuid not null,
  line double precision not null,
  ref text not null,
  title text not null,
  severity text not null check (severity in ('critical', 'high', 'medium', 'low')),
  target text,
  product text,
  installed text,
  finding jsonb not null,
  component uuid,
  asset uuid,
  because text,
  vulnerability uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table vulnerability add constraint vulnerability_component_link
  foreign key (component) references component deferrable initially deferred;
alter table vulnerability add constraint vulnerability_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table vulnerability add constraint vulnerability_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table vulnerability add constraint vulnerability_found_by_link
  foreign key (found_by) references scan deferrable initially deferred;
alter table vulnerability add constraint vulnerability_last_scan_link
  foreign key (last_scan) references scan deferrable initially deferred;
alter table vulnerability add constraint vulnerability_fixed_by_link
  foreign key (fixed_by) references person deferrable initially deferred;
alter table vulnerability add constraint vulnerability_retested_by_link
  foreign key (retested_by) references person deferrable initially deferred;
alter table vulnerability add constraint vulnerability_absent_in_link
  foreign key (absent_in) references scan deferrable initially deferred;
alter table vulnerability add constraint vulnerability_acceptance_link
  foreign key (acceptance) references risk_acceptance deferrable initially deferred;
alter table scan add constraint scan_brought_by_link
  foreign key (brought_by) references person deferrable initially deferred;
alter table scan_line add constraint scan_line_scan_link
  foreign key (scan) references scan deferrable initially deferred;
alter table scan_line add constraint scan_line_component_link
  foreign key (component) references component deferrable initially deferred;
alter table scan_line add constraint scan_line_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table scan_line add constraint scan_line_vulnerability_link
  foreign key (vulnerability) references vulnerability deferrable initially deferred;
create index vulnerability_by_state on vulnerability (state, id desc) include (severity, severity_found);
create index vulnerability_by_created_by on vulnerability (created_by, id desc) include (state, severity, severity_found);
create index vulnerability_custom on vulnerability using gin (custom jsonb_path_ops) where custom <> '{}';
create index vulnerability_by_ref on vulnerability (ref, id desc) include (state, severity, severity_found);
create index vulnerability_ref_sort on vulnerability (ref, id);
create index vulnerability_by_severity on vulnerability (severity, id desc) include (state, severity_found);
create index vulnerability_score_sort on vulnerability (score, id);
create index vulnerability_by_component on vulnerability (component, id desc) include (state, severity, severity_found);
create index vulnerability_by_asset on vulnerability (asset, id desc) include (state, severity, severity_found);
create index vulnerability_by_owner on vulnerability (owner, id desc) include (state, severity, severity_found);
create unique index vulnerability_key_unique on vulnerability (key);
create index vulnerability_by_severity_found on vulnerability (severity_found, id desc) include (state, severity);
create index vulnerability_first_seen_sort on vulnerability (first_seen, id);
create index vulnerability_by_found_at on vulnerability (found_at, id desc) include (state, severity, severity_found);
create index vulnerability_found_at_sort on vulnerability (found_at, id);
create index vulnerability_last_seen_sort on vulnerability (last_seen, id);
create index vulnerability_by_fix_by on vulnerability (fix_by, id desc) include (state, severity, severity_found);
create index vulnerability_fix_by_sort on vulnerability (fix_by, id);
create index vulnerability_by_scanner on vulnerability (scanner, id desc) include (state, severity, severity_found);
create index vulnerability_by_found_by on vulnerability (found_by, id desc) include (state, severity, severity_found);
create index vulnerability_by_last_scan on vulnerability (last_scan, id desc) include (state, severity, severity_found);
create index vulnerability_by_absent_in on vulnerability (absent_in, id desc) include (state, severity, severity_found);
create index vulnerability_by_closed_at on vulnerability (closed_at, id desc) include (state, severity, severity_found);
create index vulnerability_closed_at_sort on vulnerability (closed_at, id);
create index vulnerability_by_acceptance on vulnerability (acceptance, id desc) include (state, severity, severity_found);
create index vulnerability_by_accepted_until on vulnerability (accepted_until, id desc) include (state, severity, severity_found);
create index vulnerability_accepted_until_sort on vulnerability (accepted_until, id);
create index vulnerability_by_justification on vulnerability (justification, id desc) include (state, severity, severity_found);
create index vulnerability_reopened_sort on vulnerability (reopened, id);
create index scan_by_state on scan (state, id desc) include (format, complete);
create index scan_by_created_by on scan (created_by, id desc) include (state, format, complete);
create index scan_custom on scan using gin (custom jsonb_path_ops) where custom <> '{}';
create index scan_by_scanner on scan (scanner, id desc) include (state, format, complete);
create index scan_scanner_sort on scan (scanner, id);
create index scan_by_complete on scan (complete, id desc) include (state, format);
create index scan_by_components on scan using gin (components);
create index scan_by_assets on scan using gin (assets);
create index scan_by_scanned_at on scan (scanned_at, id desc) include (state, format, complete);
create index scan_scanned_at_sort on scan (scanned_at, id);
create unique index scan_digest_unique on scan (digest);
create index scan_line_by_state on scan_line (state, id desc) include (severity);
create index scan_line_by_created_by on scan_line (created_by, id desc) include (state, severity);
create index scan_line_custom on scan_line using gin (custom jsonb_path_ops) where custom <> '{}';
create index scan_line_by_scan on scan_line (scan, id desc) include (state, severity);
create index scan_line_by_ref on scan_line (ref, id desc) include (state, severity);
create index scan_line_by_severity on scan_line (severity, id desc) include (state);
create index scan_line_by_target on scan_line (target, id desc) include (state, severity);
create index scan_line_by_component on scan_line (component, id desc) include (state, severity);
create index scan_line_by_asset on scan_line (asset, id desc) include (state, severity);
create index scan_line_by_vulnerability on scan_line (vulnerability, id desc) include (state, severity);
alter table vulnerability add column search tsvector generated always as (search_terms(coalesce("title", '') || ' ' || coalesce("key", ''), 'A') || search_terms(coalesce("ref", '') || ' ' || coalesce("product", ''), 'B')) stored;
comment on column vulnerability.search is 'title key; ref product';
create index vulnerability_search on vulnerability using gin (search) with (gin_pending_list_limit = 64);
alter table scan add column search tsvector generated always as (search_terms(coalesce("title", '') || ' ' || coalesce("digest", ''), 'A')) stored;
comment on column scan.search is 'title digest';
create index scan_search on scan using gin (search) with (gin_pending_list_limit = 64);
alter table scan_line add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("ref", '') || ' ' || coalesce("target", '') || ' ' || coalesce("product", ''), 'B')) stored;
comment on column scan_line.search is 'title; ref target product';
create index scan_line_search on scan_line using gin (search) with (gin_pending_list_limit = 64);
-- A vulnerability is of one asset or one component.
alter table vulnerability add constraint vulnerability_of_one_thing check ((asset is null) <> (component is null));
-- What a complete scan of these may close.
create index vulnerability_seen_by on vulnerability (scanner, last_seen) where state <> 'closed';

-- Backups: plans, their runs as programs report them, and tests that really restore a copy.
create table backup_plan (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'effective', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  component uuid not null,
  owner uuid not null,
  settings jsonb not null,
  method text check (method in ('pg-dump', 'mysql-dump', 'tar', 'restic', 'command')),
  totals jsonb not null,
  rule jsonb not null,
  calendar uuid not null,
  at text not null,
  starts_on date not null,
  grace_minutes double precision not null,
  longest_minutes double precision not null,
  keep_days double precision not null,
  rpo_minutes double precision not null,
  rto_minutes double precision not null,
  shrink_percent double precision not null,
  grow_percent double precision not null,
  changes boolean not null,
  test_every_days double precision not null,
  approved_by uuid,
  approved_at timestamptz,
  standing text not null check (standing in ('none', 'good', 'missing', 'failed', 'empty', 'shrunken', 'grown', 'unchanged')),
  last_good_at timestamptz,
  proof text not null check (proof in ('none', 'proven', 'failed')),
  proven_at timestamptz,
  secret_set boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table backup_run (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('expected', 'running', 'succeeded', 'failed', 'missed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  plan uuid not null,
  component uuid not null,
  due_at timestamptz,
  key text,
  reported_by text check (reported_by in ('program', 'folder')),
  started_at timestamptz,
  ended_at timestamptz,
  exit_code double precision,
  location text,
  bytes double precision,
  sha256 text,
  modified_at timestamptz,
  totals jsonb not null,
  note text,
  finding text check (finding in ('good', 'failed', 'empty', 'shrunken', 'grown', 'unchanged')),
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table restore_test (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'running', 'proven', 'failed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  plan uuid not null,
  run uuid not null,
  component uuid not null,
  taken_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  seconds double precision,
  loss_minutes double precision,
  copy double precision,
  steps jsonb not null,
  compared jsonb not null,
  why text,
  why_en text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table backup_plan add constraint backup_plan_component_link
  foreign key (component) references component deferrable initially deferred;
alter table backup_plan add constraint backup_plan_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table backup_plan add constraint backup_plan_calendar_link
  foreign key (calendar) references working_calendar deferrable initially deferred;
alter table backup_plan add constraint backup_plan_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table backup_run add constraint backup_run_plan_link
  foreign key (plan) references backup_plan deferrable initially deferred;
alter table backup_run add constraint backup_run_component_link
  foreign key (component) references component deferrable initially deferred;
alter table restore_test add constraint restore_test_plan_link
  foreign key (plan) references backup_plan deferrable initially deferred;
alter table restore_test add constraint restore_test_run_link
  foreign key (run) references backup_run deferrable initially deferred;
alter table restore_test add constraint restore_test_component_link
  foreign key (component) references component deferrable initially deferred;
create index backup_plan_by_state on backup_plan (state, id desc) include (method, standing, proof);
create index backup_plan_by_created_by on backup_plan (created_by, id desc) include (state, method, standing, proof);
create index backup_plan_custom on backup_plan using gin (custom jsonb_path_ops) where custom <> '{}';
create index backup_plan_name_sort on backup_plan (name, id);
create index backup_plan_by_component on backup_plan (component, id desc) include (state, method, standing, proof);
create index backup_plan_by_owner on backup_plan (owner, id desc) include (state, method, standing, proof);
create index backup_plan_by_method on backup_plan (method, id desc) include (state, standing, proof);
create index backup_plan_by_calendar on backup_plan (calendar, id desc) include (state, method, standing, proof);
create index backup_plan_by_standing on backup_plan (standing, id desc) include (state, method, proof);
create index backup_plan_by_proof on backup_plan (proof, id desc) include (state, method, standing);
create index backup_plan_last_good_at_sort on backup_plan (last_good_at, id);
create index backup_plan_proven_at_sort on backup_plan (proven_at, id);
create index backup_run_by_state on backup_run (state, id desc) include (reported_by, finding);
create index backup_run_by_created_by on backup_run (created_by, id desc) include (state, reported_by, finding);
create index backup_run_custom on backup_run using gin (custom jsonb_path_ops) where custom <> '{}';
create index backup_run_by_plan on backup_run (plan, id desc) include (state, reported_by, finding);
create index backup_run_by_component on backup_run (component, id desc) include (state, reported_by, finding);
create index backup_run_due_at_sort on backup_run (due_at, id);
create index backup_run_by_reported_by on backup_run (reported_by, id desc) include (state, finding);
create index backup_run_by_started_at on backup_run (started_at, id desc) include (state, reported_by, finding);
create index backup_run_started_at_sort on backup_run (started_at, id);
create index backup_run_by_finding on backup_run (finding, id desc) include (state, reported_by);
create index restore_test_by_state on restore_test (state, id desc);
create index restore_test_by_created_by on restore_test (created_by, id desc) include (state);
create index restore_test_custom on restore_test using gin (custom jsonb_path_ops) where custom <> '{}';
create index restore_test_by_plan on restore_test (plan, id desc) include (state);
create index restore_test_by_run on restore_test (run, id desc) include (state);
create index restore_test_by_component on restore_test (component, id desc) include (state);
create index restore_test_taken_at_sort on restore_test (taken_at, id);
create index restore_test_started_at_sort on restore_test (started_at, id);
alter table backup_plan add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column backup_plan.search is 'name';
create index backup_plan_search on backup_plan using gin (search) with (gin_pending_list_limit = 64);
alter table backup_run add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column backup_run.search is 'title';
create index backup_run_search on backup_run using gin (search) with (gin_pending_list_limit = 64);
alter table restore_test add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column restore_test.search is 'title';
create index restore_test_search on restore_test using gin (search) with (gin_pending_list_limit = 64);
-- Until when the runs of a plan in force have been looked for.
create table backup_progress (
  plan uuid primary key references backup_plan on delete cascade,
  through timestamptz not null
);
-- What is said twice is one run, and no time is due twice.
create unique index backup_run_once on backup_run (plan, key) where key is not null;
create unique index backup_run_due_once on backup_run (plan, due_at) where due_at is not null;
create index backup_run_of_plan on backup_run (plan, started_at desc) include (state, finding);
create index backup_run_good on backup_run (plan, started_at desc) where finding = 'good';
-- Of a plan one test at a time; what a change waits for is found by its component.
create unique index restore_test_one_open on restore_test (plan) where state in ('waiting', 'running');
create index restore_test_proven on restore_test (component, taken_at desc) where state = 'proven';
create index restore_test_of_plan on restore_test (plan, id desc) where state = 'proven';
-- Nobody approves a plan of their own.
alter table backup_plan add constraint backup_plan_two_people check (approved_by <> created_by);

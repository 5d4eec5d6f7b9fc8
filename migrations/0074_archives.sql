-- Archive jobs: history of a table moves to another server in batches, each proven before it leaves the first.
create table archive_job (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'approved', 'active', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  component uuid not null,
  owner uuid not null,
  source text not null,
  target text not null,
  "table" text not null,
  "column" text not null,
  column_is text not null check (column_is in ('time', 'date-number')),
  keep_days double precision not null,
  sums jsonb not null,
  batch_rows double precision not null,
  pause_ms double precision not null,
  window_from text not null,
  window_to text not null,
  every_days double precision not null,
  approved_by uuid,
  approved_at timestamptz,
  active_since timestamptz,
  standing text not null check (standing in ('none', 'good', 'failed')),
  last_done_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table archive_run (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  job uuid not null,
  component uuid not null,
  dry boolean not null,
  before date not null,
  started_at timestamptz,
  ended_at timestamptz,
  copy double precision,
  stop_asked boolean not null,
  total double precision,
  bytes double precision,
  oldest text,
  newest text,
  batches double precision not null,
  phase text check (phase in ('chosen', 'copied', 'proven', 'removing', 'removed')),
  digest text,
  copied double precision not null,
  removed double precision not null,
  kept double precision not null,
  why text,
  why_en text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table archive_job add constraint archive_job_component_link
  foreign key (component) references component deferrable initially deferred;
alter table archive_job add constraint archive_job_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table archive_job add constraint archive_job_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table archive_run add constraint archive_run_job_link
  foreign key (job) references archive_job deferrable initially deferred;
alter table archive_run add constraint archive_run_component_link
  foreign key (component) references component deferrable initially deferred;
create index archive_job_by_state on archive_job (state, id desc) include (standing);
create index archive_job_by_created_by on archive_job (created_by, id desc) include (state, standing);
create index archive_job_custom on archive_job using gin (custom jsonb_path_ops) where custom <> '{}';
create index archive_job_name_sort on archive_job (name, id);
create index archive_job_by_component on archive_job (component, id desc) include (state, standing);
create index archive_job_by_owner on archive_job (owner, id desc) include (state, standing);
create index archive_job_by_standing on archive_job (standing, id desc) include (state);
create index archive_job_last_done_at_sort on archive_job (last_done_at, id);
create index archive_run_by_state on archive_run (state, id desc) include (dry);
create index archive_run_by_created_by on archive_run (created_by, id desc) include (state, dry);
create index archive_run_custom on archive_run using gin (custom jsonb_path_ops) where custom <> '{}';
create index archive_run_by_job on archive_run (job, id desc) include (state, dry);
create index archive_run_by_component on archive_run (component, id desc) include (state, dry);
create index archive_run_by_dry on archive_run (dry, id desc) include (state);
create index archive_run_started_at_sort on archive_run (started_at, id);
alter table archive_job add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column archive_job.search is 'name';
create index archive_job_search on archive_job using gin (search) with (gin_pending_list_limit = 64);
alter table archive_run add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column archive_run.search is 'title';
create index archive_run_search on archive_run using gin (search) with (gin_pending_list_limit = 64);
-- The batches of runs. Of a job one is open at most: its keys alone may be at both places.
create table archive_batch (
  run uuid not null references archive_run,
  n int not null,
  job uuid not null references archive_job,
  phase text not null check (phase in ('chosen', 'copied', 'proven', 'removing', 'removed')),
  keys jsonb not null,
  kept jsonb not null default '[]',
  rows int not null,
  removed int not null default 0,
  digest text,
  sums jsonb not null default '{}',
  at timestamptz not null,
  primary key (run, n)
);
create unique index archive_batch_one_open on archive_batch (job) where phase <> 'removed';
-- Of a job one run at a time; nobody approves a job of their own.
create unique index archive_run_one_open on archive_run (job) where state in ('waiting', 'running');
alter table archive_job add constraint archive_job_two_people check (approved_by <> created_by);
